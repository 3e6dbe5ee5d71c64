"""Wiring of units."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """The institution, its units and accounts."""

    name = "kentongan.ground.units"
    label = "units"
    default_auto_field = "django.db.models.BigAutoField"
