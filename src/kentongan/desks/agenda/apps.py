"""Wiring of the agenda desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendaConfig(AppConfig):
    """Who goes where, when and for whom."""

    name = "kentongan.desks.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Its place in the menu: after Today, before everything that is written."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 10, _("Agenda"), "agenda:board")
