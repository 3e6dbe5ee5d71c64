"""How a request stands and what may be decided."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestState(TextChoices):
    """How a request stands."""

    OPEN = "open", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
    VOID = "void", _("Void: the text or its moment changed")


class DecisionKind(TextChoices):
    """What was decided."""

    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned with a reason")
