"""Wiring of the approval."""

from django.apps import AppConfig


class ApprovalConfig(AppConfig):
    """Paths, requests, decisions, review links."""

    name = "kentongan.ground.approval"
    label = "approval"
    default_auto_field = "django.db.models.BigAutoField"
