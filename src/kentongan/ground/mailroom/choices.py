"""What may become of one message to one address."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OutgoingState(TextChoices):
    """`sending` is written before the first byte leaves; a row found in it after a death becomes `unknown`."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Accepted by the server")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Not delivered")
    UNKNOWN = "unknown", _("Unknown")
    HELD = "held", _("Held: unsubscribed")
    STOPPED = "stopped", _("Stopped before it left")

    @property
    def tone(self) -> str:
        """The dye of the state's tag."""
        return {
            "waiting": "kunyit",
            "sending": "nila",
            "sent": "daun",
            "refused": "mengkudu",
            "failed": "mengkudu",
            "unknown": "kunyit",
        }.get(self.value, "")


class Why(TextChoices):
    """Why an address isn't written to in bulk."""

    UNSUBSCRIBED = "unsubscribed", _("Unsubscribed")
    BOUNCED = "bounced", _("The address doesn't exist")
