"""Wiring of the office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    """The staff's first screen, the shell's menu, the thread of one story."""

    name = "kentongan.faces.office"
    label = "faces_office"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """First and last of the menu."""
        from kentongan.ground.ui.registry import menu
        from kentongan.ground.worklist.panels import how_many

        menu.add("work", 0, _("Today"), "office:today", badge=how_many)
        menu.add("house", 10, _("Office diary"), "office:diary", roles=("auditor", "chief", "administrator"))
