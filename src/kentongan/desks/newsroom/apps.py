"""Wiring of the newsroom desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Manuscripts and the versions frozen from them."""

    name = "kentongan.desks.newsroom"
    label = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Its place in the menu: after the facts, before what is sent."""
        from kentongan.desks.newsroom.choices import StatementKind
        from kentongan.ground.approval.registry import kind_of_thing
        from kentongan.ground.ui.registry import menu

        menu.add("work", 30, _("Manuscripts"), "newsroom:manuscripts")
        for kind in StatementKind:
            kind_of_thing(kind.value, kind.label)
