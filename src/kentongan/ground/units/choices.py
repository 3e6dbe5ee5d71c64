"""Levels and roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """How far a row may be seen (DESIGN 3)."""

    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Internal")
    RESTRICTED = "restricted", _("Restricted")
    SECRET = "secret", _("Secret")


class Role(TextChoices):
    """What an account does in a unit."""

    WRITER = "writer", _("Writer")
    APPROVER = "approver", _("Approver")
    DISPATCHER = "dispatcher", _("Dispatcher")
    PROTOCOL = "protocol", _("Protocol officer")
    ARCHIVIST = "archivist", _("Archivist")
    LIAISON = "liaison", _("Liaison")
    CHIEF = "chief", _("Chief")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


class Zone(TextChoices):
    """Indonesia's three zones; another institution's may be any IANA name."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"
