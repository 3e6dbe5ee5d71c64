"""How a request stands and what may be decided."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestState(TextChoices):
    """How a request stands."""

    OPEN = "open", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
    VOID = "void", _("Void: the text or its moment changed")

    @property
    def tone(self) -> str:
        """The dye of the state's tag."""
        return {"open": "kunyit", "approved": "daun", "returned": "mengkudu"}.get(self.value, "")


class DecisionKind(TextChoices):
    """What was decided."""

    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned with a reason")


class Way(TextChoices):
    """By which way the decider showed that it was he."""

    OFFICE = "office", _("in the office")
    CODE = "code", _("by a code sent to the registered address")
    PIN = "pin", _("by his own PIN")
