"""Wiring of the press; what rooms can print is imported with their other registrations by record's wiring."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """Prints the public site, and knows what is printed."""

    name = "kentongan.ground.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"
