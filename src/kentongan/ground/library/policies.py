"""Who may take in and describe."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

KEEPERS = (Role.WRITER, Role.ARCHIVIST, Role.PROTOCOL, Role.LIAISON, Role.CHIEF)


def may_take_in(request, unit_id: int | None = None) -> str | None:
    """None, or who can."""
    return needs_role(request, *KEEPERS, unit_id=unit_id)
