"""Wiring of the monitoring desk."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """What others say of us."""

    name = "kentongan.desks.monitoring"
    label = "monitoring"
    default_auto_field = "django.db.models.BigAutoField"
