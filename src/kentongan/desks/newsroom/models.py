"""Manuscripts that change daily, and the versions frozen from them that never do."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts.models import Fact
from kentongan.desks.newsroom.choices import ManuscriptState, StatementKind, VersionState
from kentongan.ground.directory.models import Agency, Beat, Person
from kentongan.ground.library.models import Photograph
from kentongan.ground.units.models import Account, OwnedRow


class Manuscript(OwnedRow):
    """What is being written. `document` is the JSON of `rules/document.py`; never live, never seen from above."""

    kind = models.CharField(_("kind"), max_length=14, choices=StatementKind.choices, default=StatementKind.RELEASE)
    title = models.CharField(_("headline"), max_length=200, blank=True)
    document = models.JSONField(default=dict)
    head = models.PositiveIntegerField(default=0)  # number of the newest revision
    state = models.CharField(max_length=10, choices=ManuscriptState.choices, default=ManuscriptState.DRAFT)
    language = models.CharField(
        _("language"), max_length=5, default="id", choices=[("id", "Indonesia"), ("en", "English")]
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="manuscripts", verbose_name=_("activity")
    )
    topics = models.ManyToManyField(Beat, blank=True, related_name="manuscripts", verbose_name=_("topics"))
    agencies = models.ManyToManyField(Agency, blank=True, related_name="manuscripts", verbose_name=_("agencies"))
    contact = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("contact for the press")
    )
    corrects = models.ForeignKey("Version", models.PROTECT, null=True, blank=True, related_name="corrections_begun")
    correction_note = models.TextField(_("what was corrected"), blank=True)
    created_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at"]
        verbose_name = _("manuscript")
        indexes = [models.Index(fields=["-changed_at"], name="newsroom_manuscript_changed")]
        constraints = [
            # One correction of a version is written at a time; a second would correct what no longer holds.
            models.UniqueConstraint(
                fields=["corrects"], condition=~Q(state="dropped"), name="newsroom_manuscript_one_correction"
            )
        ]

    def __str__(self) -> str:
        return self.title or str(_("Manuscript without a headline"))

    def get_absolute_url(self) -> str:
        """Where it is written."""
        return reverse("newsroom:write", args=[self.pk])


class Revision(models.Model):
    """One save; immutable. `key` makes a resent save the same save."""

    manuscript = models.ForeignKey(Manuscript, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200, blank=True)
    document = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    key = models.CharField(max_length=40)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["manuscript", "number"], name="newsroom_revision_number_once"),
            models.UniqueConstraint(fields=["manuscript", "key"], name="newsroom_revision_key_once"),
        ]


class Author(models.Model):
    """Somebody who wrote in it: barred from approving it."""

    manuscript = models.ForeignKey(Manuscript, models.CASCADE, related_name="authors")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["manuscript", "account"], name="newsroom_author_once")]


class Version(OwnedRow):
    """What was submitted: frozen, numbered, hashed. The register number comes at opening and is in no hash."""

    manuscript = models.ForeignKey(Manuscript, models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=14, choices=StatementKind.choices)
    ordinal = models.PositiveIntegerField()  # 1, 2, … of its manuscript line
    line = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="later"
    )  # the first that was opened; until then, submitted
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    title = models.CharField(max_length=200)
    document = models.JSONField()
    canonical = models.PositiveSmallIntegerField()  # version of the canonical form
    text = models.TextField()  # canonical text
    text_hash = models.CharField(max_length=64, db_index=True)
    pasted_hash = models.CharField(max_length=64, db_index=True)  # of the text as it is when passed on by hand
    pasted_body_hash = models.CharField(max_length=64, db_index=True)  # the same without the headline
    approval_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=5, default="id")
    audience = models.JSONField(default=dict)  # press list ids and named readers, in the approval's hash
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)  # None: at once when approved
    dateline_on = models.DateField()
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="versions")
    topics = models.ManyToManyField(Beat, blank=True, related_name="versions")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="versions")
    officials = models.ManyToManyField(Person, blank=True, related_name="versions")
    contact = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    submitted_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.SUBMITTED)
    held_reason = models.CharField(max_length=240, blank=True)
    emergency = models.BooleanField(default=False)
    emergency_reason = models.CharField(max_length=240, blank=True)
    emergency_seen_at = models.DateTimeField(null=True, blank=True)
    emergency_seen_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    number = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=9, blank=True, db_index=True)
    slug = models.CharField(max_length=120, blank=True)
    slot = models.PositiveIntegerField(null=True)  # the line's place in the archive, from the oldest; kept for ever
    edition = models.PositiveSmallIntegerField(null=True)  # what the public calls version 1, 2, … of the line
    correction_note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("version")
        constraints = [
            models.UniqueConstraint(fields=["line", "ordinal"], name="newsroom_version_ordinal_once"),
            models.UniqueConstraint(
                fields=["number", "ordinal"], condition=~Q(number=""), name="newsroom_version_number_once"
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | ~Q(number=""), name="newsroom_version_open_has_number"
            ),
            models.UniqueConstraint(
                fields=["slot", "edition"], condition=Q(slot__isnull=False), name="newsroom_version_place_once"
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(slot__isnull=False, edition__isnull=False),
                name="newsroom_version_open_has_place",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(level="public"), name="newsroom_version_open_is_public"
            ),
        ]
        indexes = [
            models.Index(fields=["opens_at"], condition=Q(state="approved"), name="newsroom_version_due"),
            models.Index(fields=["-opened_at"], name="newsroom_version_opened"),
            models.Index(fields=["-submitted_at"], name="newsroom_version_submitted"),
            # Asked for on every office page: never a walk over every document.
            models.Index(fields=["id"], condition=Q(emergency=True), name="newsroom_version_emergency"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its own page in the office."""
        return reverse("newsroom:version", args=[self.pk])


class VersionFact(models.Model):
    """A fact as the version quotes it; the fact may change later, this doesn't."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="quoted")
    fact = models.ForeignKey(Fact, models.PROTECT, related_name="quoted_in")
    order = models.PositiveSmallIntegerField()
    revision = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    claim = models.CharField(max_length=240)
    value = models.CharField(max_length=400)
    measure = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=300, blank=True)
    stale_at = models.DateTimeField(null=True, blank=True)  # when the fact was changed after this was frozen

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["version", "fact"], name="newsroom_versionfact_once")]
        indexes = [
            models.Index(fields=["version"], condition=Q(stale_at__isnull=False), name="newsroom_versionfact_stale")
        ]


class LeftAsItWas(models.Model):
    """Somebody read what a quoted fact says now and left the open text; it answers for that revision alone."""

    quoted = models.ForeignKey(VersionFact, models.CASCADE, related_name="left")
    revision = models.PositiveIntegerField()  # of the fact, as he read it
    value = models.CharField(max_length=400)  # what the fact then said; empty where it was withdrawn
    reason = models.CharField(max_length=240)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["quoted", "revision"], name="newsroom_leftasitwas_once")]


class VersionPhoto(models.Model):
    """A photograph as the version shows it: caption, alt and credit frozen."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="photos")
    photograph = models.ForeignKey(Photograph, models.PROTECT, related_name="shown_in")
    order = models.PositiveSmallIntegerField()
    caption = models.TextField(blank=True)
    alt = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["version", "photograph"], name="newsroom_versionphoto_once")]


class VersionFile(models.Model):
    """A file made once at opening and only copied afterwards: the PDF, the plain text."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="files")
    kind = models.CharField(max_length=12)  # pdf, text
    file = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "kind"], name="newsroom_versionfile_once")]
