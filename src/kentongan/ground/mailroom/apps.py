"""Wiring of the mailroom."""

from django.apps import AppConfig


class MailroomConfig(AppConfig):
    """Mail out, with a ledger row per recipient."""

    name = "kentongan.ground.mailroom"
    label = "mailroom"
    default_auto_field = "django.db.models.BigAutoField"
