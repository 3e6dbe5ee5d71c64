"""Who takes in and judges coverage."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

READERS = (Role.WRITER, Role.ARCHIVIST, Role.DISPATCHER, Role.CHIEF)


def may_take_in(request, unit_id: int | None = None) -> str | None:
    """None, or who can."""
    return needs_role(request, *READERS, unit_id=unit_id)
