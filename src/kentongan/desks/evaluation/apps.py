"""Wiring of the evaluation desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """What neighbours can't join: who got it and who printed it."""

    name = "kentongan.desks.evaluation"
    label = "evaluation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Last of the work: from it comes the next plan."""
        from kentongan.ground.ui.registry import menu

        menu.add("work", 90, _("Reports"), "evaluation:report")
