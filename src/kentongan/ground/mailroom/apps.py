"""Wiring of the mailroom."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailroomConfig(AppConfig):
    """Mail out, with a ledger row per recipient."""

    name = "kentongan.ground.mailroom"
    label = "mailroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Its place in the menu: with what rules the office."""
        from kentongan.ground.ui.registry import menu

        menu.add(
            "house",
            40,
            _("Mail ledger"),
            "mailroom:ledger",
            roles=("dispatcher", "chief", "auditor", "administrator"),
        )
