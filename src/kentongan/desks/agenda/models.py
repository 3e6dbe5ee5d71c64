"""Who goes where, when, for whom: the first bead of the thread."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kentongan.desks.agenda.choices import ActivityState, Attendance
from kentongan.ground.directory.choices import ActingAs
from kentongan.ground.directory.models import Agency, Person, Post, held_as
from kentongan.ground.library.models import Album
from kentongan.ground.units.models import Account, OwnedRow


class Activity(OwnedRow):
    """One thing that leaders do at a place and time; facts, manuscripts and photographs hang on it."""

    title = models.CharField(_("activity"), max_length=200)
    public_title = models.CharField(
        _("public line"),
        max_length=160,
        blank=True,
        help_text=_("What the public agenda says. Empty: the activity isn't in it."),
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=160)
    place_detail = models.CharField(_("address or room"), max_length=200, blank=True)
    organiser = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("organiser")
    )
    dress = models.CharField(_("dress"), max_length=80, blank=True)
    note = models.TextField(_("note for those who go"), blank=True)
    contact = models.CharField(_("contact"), max_length=160, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ActivityState.choices, default=ActivityState.PLANNED)
    state_reason = models.CharField(_("reason"), max_length=240, blank=True)
    album = models.OneToOneField(Album, models.PROTECT, null=True, blank=True, related_name="activity")
    created_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)  # iCalendar's SEQUENCE: raised at each change

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name = _("activity")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="agenda_activity_forward"),
        ]
        indexes = [models.Index(fields=["starts_at"], name="agenda_activity_starts")]

    def __str__(self) -> str:
        return self.title


class Assignment(models.Model):
    """One person at one activity: attends or represents a post, speaks or not."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="assignments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments", verbose_name=_("person"))
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("as"))
    represents = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="represented", verbose_name=_("represents")
    )
    attendance = models.CharField(_("part"), max_length=10, choices=Attendance.choices, default=Attendance.ATTENDS)
    speaks = models.BooleanField(_("speaks"), default=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    clash_accepted = models.BooleanField(_("goes in spite of a clash"), default=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["activity", "person"], name="agenda_assignment_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.activity}"

    @property
    def title(self) -> str:
        """The post he goes as, as he holds it on the activity's day; empty without one. Only of `queries.people()`."""
        if self.post is None:
            return ""
        return held_as(self.acting or ActingAs.DEFINITIVE, self.post.title)  # type: ignore[attr-defined]
