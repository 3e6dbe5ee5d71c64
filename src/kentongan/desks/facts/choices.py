"""Kinds of facts and of sources."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FactKind(TextChoices):
    """Budget, casualty and law figures stop a text that has them without a source (DESIGN guarantee 3)."""

    DATE = "date", _("Date")
    PLACE = "place", _("Place")
    OFFICIAL = "official", _("Official")
    FIGURE = "figure", _("Figure")
    BUDGET = "budget", _("Budget")
    CASUALTY = "casualty", _("Casualties")
    LAW = "law", _("Law")
    QUOTATION = "quotation", _("Quotation")
    OTHER = "other", _("Other")


class SourceKind(TextChoices):
    """Where a claim comes from; one tap."""

    PRESENT = "present", _("Present there")
    LETTER = "letter", _("Letter or document")
    AGENCY = "agency", _("Agency, by name")
    AGENDA = "agenda", _("The activity itself")
