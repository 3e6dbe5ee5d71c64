"""Wiring of the agenda desk."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Who goes where, when and for whom."""

    name = "kentongan.desks.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"
