"""Who may record and change claims."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

KEEPERS = (Role.WRITER, Role.LIAISON, Role.PROTOCOL, Role.CHIEF, Role.ARCHIVIST)


def may_record(request) -> str | None:
    """None, or who can."""
    return needs_role(request, *KEEPERS)


def may_change(request, fact) -> str | None:
    """None, or who can: the owner, and the keepers of his unit."""
    return None if fact.owner_id == request.user.pk else needs_role(request, *KEEPERS, unit_id=fact.unit_id)
