"""Wiring of the counter."""

from django.apps import AppConfig


class CounterConfig(AppConfig):
    """Public pages that compute: verify, review link, unsubscribe, search, health."""

    name = "kentongan.faces.counter"
    label = "faces_counter"
    default_auto_field = "django.db.models.BigAutoField"
