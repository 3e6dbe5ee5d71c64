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
