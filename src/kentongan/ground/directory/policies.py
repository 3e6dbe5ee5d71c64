"""Who keeps the directory."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

KEEPERS = (Role.ARCHIVIST, Role.PROTOCOL, Role.DISPATCHER, Role.CHIEF, Role.ADMINISTRATOR)


def may_keep(request, unit_id: int | None = None) -> str | None:
    """None, or who can."""
    return needs_role(request, *KEEPERS, unit_id=unit_id)
