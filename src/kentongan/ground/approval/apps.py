"""Wiring of the approval."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalConfig(AppConfig):
    """Paths, requests, decisions, review links."""

    name = "kentongan.ground.approval"
    label = "approval"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Its place in the menu: after the manuscripts, before what is sent."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 35, _("Approval"), "approval:waiting")
