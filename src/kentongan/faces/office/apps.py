"""Wiring of the office."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The staff's first screen, the shell's menu, the thread of one story."""

    name = "kentongan.faces.office"
    label = "faces_office"
    default_auto_field = "django.db.models.BigAutoField"
