"""Wiring of the worklist."""

from django.apps import AppConfig


class WorklistConfig(AppConfig):
    """What waits for whom."""

    name = "kentongan.ground.worklist"
    label = "worklist"
    default_auto_field = "django.db.models.BigAutoField"
