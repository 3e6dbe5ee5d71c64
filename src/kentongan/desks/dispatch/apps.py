"""Wiring of the dispatch desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DispatchConfig(AppConfig):
    """What is sent, and what became of it."""

    name = "kentongan.desks.dispatch"
    label = "dispatch"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """After what was written."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 40, _("Distribution"), "dispatch:deliveries")
