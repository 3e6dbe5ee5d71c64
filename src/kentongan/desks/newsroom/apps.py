"""Wiring of the newsroom desk."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Manuscripts and the versions frozen from them."""

    name = "kentongan.desks.newsroom"
    label = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"
