"""Wiring of the wire."""

from django.apps import AppConfig


class WireConfig(AppConfig):
    """What machines read: feeds, calendars, sitemaps."""

    name = "kentongan.faces.wire"
    label = "faces_wire"
    default_auto_field = "django.db.models.BigAutoField"
