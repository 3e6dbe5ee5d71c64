"""Wiring of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Shell, kit, components."""

    name = "kentongan.ground.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"
