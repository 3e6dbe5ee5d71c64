"""Wiring of the dispatch desk."""

from django.apps import AppConfig


class DispatchConfig(AppConfig):
    """What is sent, and what became of it."""

    name = "kentongan.desks.dispatch"
    label = "dispatch"
    default_auto_field = "django.db.models.BigAutoField"
