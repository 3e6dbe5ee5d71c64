"""What waits for whom."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, OwnedRow


class WorkItem(OwnedRow):
    """One thing to do for an account or for whoever holds a role in the unit; done once, by a verb of a desk."""

    kind = models.CharField(max_length=40)  # approve, judge-clip, look-after-emergency, correct-fact …
    title = models.CharField(_("what"), max_length=240)
    detail = models.CharField(max_length=240, blank=True)
    url = models.CharField(max_length=200)
    verb = models.CharField(max_length=40, blank=True)  # the button's words; empty: open it
    thing_kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    account = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="work")
    role = models.CharField(max_length=16, choices=Role.choices, blank=True)
    barred = models.ManyToManyField(Account, blank=True, related_name="+")  # hold the role, may not do this one
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = [models.F("due_at").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing_kind", "thing_id", "account"],
                condition=Q(done_at__isnull=True, account__isnull=False),
                name="worklist_item_once_per_account",
            ),
            models.UniqueConstraint(
                fields=["kind", "thing_kind", "thing_id", "unit", "role"],
                condition=Q(done_at__isnull=True, account__isnull=True),
                name="worklist_item_once_per_role",
            ),
            models.CheckConstraint(condition=Q(account__isnull=False) | ~Q(role=""), name="worklist_item_has_somebody"),
        ]
        indexes = [
            models.Index(fields=["account"], condition=Q(done_at__isnull=True), name="worklist_open_by_account"),
            models.Index(fields=["unit", "role"], condition=Q(done_at__isnull=True), name="worklist_open_by_role"),
            models.Index(fields=["thing_kind", "thing_id"], name="worklist_item_thing"),
        ]

    def __str__(self) -> str:
        return self.title
