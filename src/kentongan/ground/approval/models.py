"""Approval paths as data; requests bound to a hash; decisions; links for those without an account."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.ground.approval.choices import DecisionKind, RequestState, Way
from kentongan.ground.directory.models import Person
from kentongan.ground.units.choices import Level, Role
from kentongan.ground.units.models import Account, OwnedRow, Unit


class Path(models.Model):
    """Who approves what, by unit, kind and level; the most exact one that fits is taken.

    A path never changes under a request that stands on it: changing one closes it and begins another.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="paths", verbose_name=_("unit"))
    kind = models.CharField(_("kind"), max_length=30, blank=True)  # empty: every kind
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, blank=True)  # empty: every level
    name = models.CharField(_("name"), max_length=120)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("approval path")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "level"], condition=Q(active=True), name="approval_path_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Step(models.Model):
    """One tier (*paraf*) of a path; steps of the same `order` are asked at the same time and all must agree."""

    path = models.ForeignKey(Path, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(_("tier"))
    role = models.CharField(_("role"), max_length=16, choices=Role.choices, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    deputy = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("deputy")
    )
    hours = models.PositiveSmallIntegerField(_("hours to decide"), default=24)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            # A role or a person, never both: who is named is meant.
            models.CheckConstraint(
                condition=(Q(person__isnull=False) & Q(role="")) | (Q(person__isnull=True) & ~Q(role="")),
                name="approval_step_has_somebody",
            )
        ]

    def __str__(self) -> str:
        if self.role:
            return str(Role(self.role).label)
        named = self.person.full_name if self.person else ""
        return f"{named} / {self.deputy.full_name}" if self.deputy else named


class Request(OwnedRow):
    """One frozen thing that asks for approval, bound to `approval_hash`: another hash needs another request."""

    thing_kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    title = models.CharField(_("what"), max_length=240)
    kind = models.CharField(_("kind"), max_length=30, blank=True)
    approval_hash = models.CharField(max_length=64)
    path = models.ForeignKey(Path, models.PROTECT, related_name="requests")
    barred = models.JSONField(default=list)  # account ids that wrote it: they may not decide, superusers neither
    asked_at = models.DateTimeField(_("asked"))
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True)  # when the thing was begun; what was done to the way since is looked at
    tier_at = models.DateTimeField()  # when the tier that is asked now was asked
    due_at = models.DateTimeField(_("due"), null=True, blank=True)  # of the tier that is asked now
    late_at = models.DateTimeField(null=True, blank=True)  # when the clockhand marked it late
    state = models.CharField(_("state"), max_length=10, choices=RequestState.choices, default=RequestState.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["thing_kind", "thing_id"], condition=Q(state="open"), name="approval_request_one_open"
            )
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="open"), name="approval_request_due"),
            models.Index(fields=["thing_kind", "thing_id"], name="approval_request_thing"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_shown(self) -> RequestState:
        """The state with its word and its dye."""
        return RequestState(self.state)


class Decision(models.Model):
    """What one person decided on one step, by which way, on which hash."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="decisions")
    step = models.ForeignKey(Step, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=10, choices=DecisionKind.choices)
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField()
    account = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="decisions")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="decisions")
    way = models.CharField(max_length=10, choices=Way.choices)
    approval_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["request", "step"], name="approval_decision_once_per_step"),
            # One pair of eyes counts once, whichever way it came in.
            models.UniqueConstraint(
                fields=["request", "account"], condition=Q(account__isnull=False), name="approval_account_once"
            ),
            models.UniqueConstraint(
                fields=["request", "person"], condition=Q(person__isnull=False), name="approval_person_once"
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=False) | Q(person__isnull=False), name="approval_decision_has_somebody"
            ),
        ]


class ReviewLink(models.Model):
    """A way in for an approver without an account: only the token's hash is kept, and never with the code."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="links")
    step = models.ForeignKey(Step, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=160, blank=True)
    code_sent_at = models.DateTimeField(null=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    pass_hash = models.CharField(max_length=64, blank=True)  # of the browser that gave the right code
    proved_at = models.DateTimeField(null=True)
    proved_by = models.CharField(max_length=10, blank=True, choices=Way.choices)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
