"""As what a post is held; what kinds of outlet there are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActingAs(TextChoices):
    """As what a post is held; the prefix is written before the title."""

    DEFINITIVE = "definitive", _("Definitive")
    PLT = "plt", "Plt. (pelaksana tugas)"
    PLH = "plh", "Plh. (pelaksana harian)"
    PJ = "pj", "Pj. (penjabat)"

    @property
    def prefix(self) -> str:
        """`Plt.`, or nothing for a definitive holder."""
        return {"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}.get(self.value, "")


class OutletKind(TextChoices):
    """Where it prints."""

    ONLINE = "online", _("Online")
    PRINT = "print", _("Print")
    RADIO = "radio", _("Radio")
    TELEVISION = "television", _("Television")
    AGENCY = "agency", _("News agency")
