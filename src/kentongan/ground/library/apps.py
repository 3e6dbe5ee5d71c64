"""Wiring of the library."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Photographs and files."""

    name = "kentongan.ground.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"
