"""Wiring of the facts desk."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Claims with their sources."""

    name = "kentongan.desks.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"
