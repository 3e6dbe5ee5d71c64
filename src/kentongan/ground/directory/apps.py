"""Wiring of the directory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Agencies, persons, posts; outlets and journalists."""

    name = "kentongan.ground.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """First on the shelf of what the work draws on."""
        from kentongan.ground.ui.registry import menu

        menu.add("shelf", 10, _("Directory"), "directory:persons")
