"""Wiring of units."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnitsConfig(AppConfig):
    """The institution, its units and accounts."""

    name = "kentongan.ground.units"
    label = "units"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Administrators find accounts and units at the end of the menu."""
        from kentongan.ground.ui.registry import menu

        menu.add("house", 90, _("Settings"), "units:accounts", roles=("administrator",))
