"""Wiring of the evaluation desk."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """What neighbours can't join: who got it and who printed it."""

    name = "kentongan.desks.evaluation"
    label = "evaluation"
    default_auto_field = "django.db.models.BigAutoField"
