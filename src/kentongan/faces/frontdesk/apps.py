"""Wiring of the frontdesk."""

from django.apps import AppConfig


class FrontdeskConfig(AppConfig):
    """The printed public site."""

    name = "kentongan.faces.frontdesk"
    label = "faces_frontdesk"
    default_auto_field = "django.db.models.BigAutoField"
