"""Kinds of statements and how they stand."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StatementKind(TextChoices):
    """What is written."""

    RELEASE = "release", _("Press release")
    STATEMENT = "statement", _("Statement")
    CLARIFICATION = "clarification", _("Clarification")
    SPEECH = "speech", _("Speech")


class ManuscriptState(TextChoices):
    """Whether somebody may write in it."""

    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Submitted")
    DROPPED = "dropped", _("Dropped")


class VersionState(TextChoices):
    """How a frozen version stands."""

    SUBMITTED = "submitted", _("Waits for approval")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved, not open yet")
    HELD = "held", _("Held: a fact changed")
    OPEN = "open", _("Open")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    VOID = "void", _("Void")
