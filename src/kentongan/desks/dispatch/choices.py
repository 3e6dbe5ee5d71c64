"""Channels and what became of a delivery."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """By which way."""

    MAIL = "mail", _("E-mail")
    WHATSAPP = "whatsapp", _("WhatsApp")


class DeliveryState(TextChoices):
    """What became of it; mail's states come from the ledger, WhatsApp's from the tick of a person."""

    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Accepted by the server")
    SHARED = "shared", _("Shared")
    FAILED = "failed", _("Not delivered")
    UNKNOWN = "unknown", _("Unknown")
    HELD = "held", _("Held: unsubscribed")
    STOPPED = "stopped", _("Stopped before it left")

    @property
    def tone(self) -> str:
        """The dye of the state's tag."""
        return {"waiting": "kunyit", "sent": "daun", "shared": "daun", "failed": "mengkudu", "unknown": "kunyit"}.get(
            self.value, ""
        )


class Because(TextChoices):
    """Why it is sent."""

    RELEASE = "release", _("Release")
    CORRECTION = "correction", _("Correction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
