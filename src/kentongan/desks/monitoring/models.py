"""What others print, and what became of our text in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kentongan.desks.monitoring.choices import Tone, Via
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Outlet
from kentongan.ground.library.models import Document
from kentongan.ground.units.models import Account, OwnedRow


class Story(OwnedRow):
    """Clips that carry one text: linked, never merged. The root is its earliest clip."""

    title = models.CharField(max_length=240)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_at"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title


class Clip(OwnedRow):
    """One article as it was read, with the page it was read from."""

    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="clips", verbose_name=_("outlet")
    )
    outlet_name = models.CharField(_("outlet as named"), max_length=120)
    url = models.URLField(_("link"), max_length=600, blank=True)
    url_hash = models.CharField(max_length=64, null=True, unique=True)
    title = models.CharField(_("headline"), max_length=300)
    text = models.TextField(_("text"))
    text_hash = models.CharField(max_length=64, db_index=True)
    author = models.CharField(_("journalist"), max_length=160, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    captured_at = models.DateTimeField()
    captured_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    via = models.CharField(max_length=8, choices=Via.choices)
    page = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="clips")
    story = models.ForeignKey(Story, models.SET_NULL, null=True, blank=True, related_name="clips")
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    tone_headline = models.CharField(_("tone of the headline"), max_length=8, choices=Tone.choices, blank=True)
    tone_body = models.CharField(_("tone of the text"), max_length=8, choices=Tone.choices, blank=True)
    tone_reason = models.CharField(_("reason"), max_length=240, blank=True)
    tone_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-published_at", "-id"]
        verbose_name = _("clip")

    def __str__(self) -> str:
        return self.title


class Pickup(models.Model):
    """A clip traced to the version it follows: shares from 0 to 1, passages and changes as `trace` computes them."""

    clip = models.OneToOneField(Clip, models.CASCADE, related_name="pickup")
    version = models.ForeignKey(Version, models.PROTECT, related_name="pickups")
    kept = models.FloatField()
    ours = models.FloatField()
    passages = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    traced_at = models.DateTimeField()
    engine = models.PositiveSmallIntegerField(default=1)
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-kept"]

    def __str__(self) -> str:
        return f"{self.clip} ← {self.version}"
