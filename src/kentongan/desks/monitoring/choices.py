"""Tones and ways a clip came in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tone(TextChoices):
    """Set by a person, with a reason; headline and text apart."""

    GOOD = "good", _("Favourable")
    NEUTRAL = "neutral", _("Neutral")
    BAD = "bad", _("Unfavourable")


class Via(TextChoices):
    """How it came in."""

    LINK = "link", _("Link")
    TEXT = "text", _("Pasted text")
    IMPORT = "import", _("Import")
