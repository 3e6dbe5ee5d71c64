"""Wiring of the library."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Photographs and files."""

    name = "kentongan.ground.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """On the shelf of what the work draws on."""
        from kentongan.ground.ui.registry import menu

        menu.add("shelf", 20, _("Photographs and files"), "library:albums")
