"""Rights and consent."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rights(TextChoices):
    """Whose the picture is."""

    OWN = "own", _("Our own, free for the press with credit")
    LICENSED = "licensed", _("Licensed to us alone")
    THIRD = "third", _("Somebody else's, ask first")


class Consent(TextChoices):
    """Whether the person shown agreed to be published."""

    OFFICIAL = "official", _("Official in office")
    GIVEN = "given", _("Given")
    UNKNOWN = "unknown", _("Not asked yet")
    REFUSED = "refused", _("Refused")
