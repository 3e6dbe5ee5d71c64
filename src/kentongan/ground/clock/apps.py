"""Wiring of the clock."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Zone, holidays, duties, heartbeats."""

    name = "kentongan.ground.clock"
    label = "clock"
    default_auto_field = "django.db.models.BigAutoField"
