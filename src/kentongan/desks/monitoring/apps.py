"""Wiring of the monitoring desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """What others say of us."""

    name = "kentongan.desks.monitoring"
    label = "monitoring"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """After what was sent."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 50, _("Coverage"), "monitoring:coverage")
