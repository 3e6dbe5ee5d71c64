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
