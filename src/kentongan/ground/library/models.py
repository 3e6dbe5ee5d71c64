"""Photographs and files: private by default, their rights, the persons shown, the copies that may leave."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.models import Person
from kentongan.ground.library.choices import Consent, Rights
from kentongan.ground.units.models import Account, OwnedRow


class Album(OwnedRow):
    """The photographs of one occasion; an activity of the agenda points here."""

    title = models.CharField(_("title"), max_length=200)
    taken_on = models.DateField(_("day"), null=True, blank=True)

    class Meta:
        ordering = ["-taken_on", "-id"]
        verbose_name = _("album")

    def __str__(self) -> str:
        return self.title


class Photograph(OwnedRow):
    """One original, private; what leaves is a rendition without its position and with its credit."""

    album = models.ForeignKey(Album, models.PROTECT, related_name="photographs", verbose_name=_("album"))
    file = models.CharField(max_length=200)  # path under LIBRARY
    name = models.CharField(max_length=200)  # as the phone called it
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=40)
    bytes = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    photographer = models.CharField(_("photographer"), max_length=120, blank=True)
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    caption = models.TextField(_("caption"), blank=True)
    alt = models.CharField(_("description for those who can't see it"), max_length=300, blank=True)
    rights = models.CharField(_("rights"), max_length=12, choices=Rights.choices, default=Rights.OWN)

    class Meta:
        ordering = ["taken_at", "id"]
        verbose_name = _("photograph")
        constraints = [models.UniqueConstraint(fields=["album", "sha256"], name="library_photograph_once_per_album")]

    def __str__(self) -> str:
        return self.caption or self.name


class Appearance(models.Model):
    """A person shown on a photograph and whether it may be published."""

    photograph = models.ForeignKey(Photograph, models.CASCADE, related_name="appearances")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="appearances", verbose_name=_("person")
    )
    described = models.CharField(_("who is shown"), max_length=120, blank=True)
    minor = models.BooleanField(_("is a child"), default=False)
    consent = models.CharField(_("consent"), max_length=12, choices=Consent.choices, default=Consent.UNKNOWN)

    def __str__(self) -> str:
        return str(self.person or self.described)


class Rendition(models.Model):
    """A copy in one size and format, made once at opening: position removed, credit written in, its own SHA-256."""

    photograph = models.ForeignKey(Photograph, models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    format = models.CharField(max_length=8)
    file = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["width"]
        constraints = [models.UniqueConstraint(fields=["photograph", "width", "format"], name="library_rendition_once")]


class Document(OwnedRow):
    """A letter, a minute, a table: the paper behind a fact."""

    file = models.CharField(max_length=200)
    name = models.CharField(_("name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=80)
    bytes = models.PositiveBigIntegerField()
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        verbose_name = _("document")

    def __str__(self) -> str:
        return self.name


class Portrait(models.Model):
    """The photograph that shows a person on the public site."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")
    photograph = models.ForeignKey(Photograph, models.PROTECT, related_name="portraits")
