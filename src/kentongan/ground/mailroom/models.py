"""The ledger of mail: one row per recipient, and what the server answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.units.models import Unit


class Message(models.Model):
    """What is sent, once, to however many."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)  # release, correction, withdrawal, review, code, alarm
    subject = models.CharField(max_length=240)
    text = models.TextField()
    html = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    bulk = models.BooleanField(default=False)  # carries List-Unsubscribe (RFC 8058)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.subject


class Outgoing(models.Model):
    """One message to one address. `unknown`: the line died after we gave the text; a person decides for press mail."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="outgoing")
    address = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    header_id = models.CharField(max_length=120, unique=True)  # the same on every retry
    unsubscribe_token = models.CharField(max_length=64, blank=True, db_index=True)
    state = models.CharField(max_length=8, choices=OutgoingState.choices, default=OutgoingState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    code = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(max_length=240, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["message", "address"], name="mailroom_outgoing_once")]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="mailroom_outgoing_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.header_id} {self.state}"


class Suppression(models.Model):
    """An address that asked not to be written to in bulk, or that doesn't exist; kept as a hash."""

    address_hash = models.CharField(max_length=64, unique=True)
    reason = models.CharField(max_length=20)  # unsubscribed, bounced
    at = models.DateTimeField()
