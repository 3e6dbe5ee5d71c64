"""Claims with their sources: what a release may say."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts.choices import FactKind, SourceKind
from kentongan.ground.directory.models import Agency, Person
from kentongan.ground.library.models import Document
from kentongan.ground.units.models import Account, OwnedRow


class Fact(OwnedRow):
    """One claim; `value` as it is written, `number` and `measure` where it can be computed with. Changed by a verb
    that raises `revision` and keeps the old wording; a version remembers the revision that it quotes."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("activity")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=FactKind.choices, default=FactKind.FIGURE)
    claim = models.CharField(_("claim"), max_length=240, help_text=_("What is claimed: participants of the training."))
    value = models.CharField(_("value"), max_length=400, help_text=_("As it is written: 1.284."))
    number = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    measure = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("hectare, person, rupiah …"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    source_kind = models.CharField(_("source"), max_length=10, choices=SourceKind.choices, blank=True)
    source_name = models.CharField(_("name of the source"), max_length=200, blank=True)
    source_agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("agency")
    )
    source_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="said")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("document")
    )
    owner = models.ForeignKey(Account, models.PROTECT, related_name="facts", verbose_name=_("owner"))
    from_activity = models.CharField(max_length=40, blank=True)  # which field or assignment it comes from, "" if typed
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("fact")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "from_activity"],
                condition=~Q(from_activity="") & Q(activity__isnull=False),
                name="facts_fact_once_from_activity",
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.value}"

    @property
    def is_sourced(self) -> bool:
        """Whether somebody may ask where it comes from and get an answer."""
        return bool(self.source_kind)


class FactRevision(models.Model):
    """What a fact said before it was changed, and why it was."""

    fact = models.ForeignKey(Fact, models.CASCADE, related_name="revisions")
    revision = models.PositiveIntegerField()
    value = models.CharField(max_length=400)
    measure = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=240, blank=True)
    reason = models.CharField(max_length=240, blank=True)
    until_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-revision"]
        constraints = [models.UniqueConstraint(fields=["fact", "revision"], name="facts_revision_once")]
