"""Wiring of the directory."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Agencies, persons, posts; outlets and journalists."""

    name = "kentongan.ground.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
