"""The ledger of mail: one row per recipient, and what the server answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.ground.mailroom.choices import OutgoingState, Why
from kentongan.ground.units.models import Account, Unit


class Message(models.Model):
    """What is sent, once, to however many. Texts of kind `code` are emptied when they have left."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)  # release, correction, withdrawal, review, code, alarm
    subject = models.CharField(_("subject"), max_length=240)
    text = models.TextField()
    html = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    bulk = models.BooleanField(default=False)  # carries List-Unsubscribe (RFC 8058)
    created_at = models.DateTimeField(_("written"))

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject


class Outgoing(models.Model):
    """One message to one address. `unknown`: the line died after we gave the text; a person decides for press mail."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="outgoing")
    address = models.EmailField(_("address"))
    name = models.CharField(max_length=120, blank=True)
    header_id = models.CharField(max_length=120, unique=True)  # the same on every retry
    unsubscribe_token = models.CharField(max_length=64, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=8, choices=OutgoingState.choices, default=OutgoingState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    claimed_by = models.CharField(max_length=120, blank=True)  # host and process that is sending it
    code = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(_("the server's answer"), max_length=240, blank=True)
    settled_at = models.DateTimeField(null=True)  # an unknown row has none until a person decided
    closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")  # who let an unknown one be
    told = models.BooleanField(default=False)  # whether its state was announced

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["message", "address"], name="mailroom_outgoing_once")]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="mailroom_outgoing_waiting"),
            models.Index(
                fields=["state"], condition=Q(state__in=["sending", "unknown"]), name="mailroom_outgoing_open"
            ),
            models.Index(
                fields=["message"],
                condition=Q(told=False) & ~Q(state__in=["waiting", "sending"]),
                name="mailroom_outgoing_untold",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.header_id} {self.state}"


class Suppression(models.Model):
    """An address that asked not to be written to in bulk, or that doesn't exist; kept as a hash."""

    address_hash = models.CharField(max_length=64, unique=True)
    reason = models.CharField(max_length=20, choices=Why.choices)
    at = models.DateTimeField()


class MailLine(models.Model):
    """How the line to the mail server stands: one row; a dead line is an alarm, and its next trial has a time."""

    only = models.BooleanField(default=True, unique=True, editable=False)
    down_since = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
