"""Wiring of the facts desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactsConfig(AppConfig):
    """Claims with their sources."""

    name = "kentongan.desks.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """After the agenda, before what is written from it."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 20, _("Facts"), "facts:facts")
