"""Who sends, and who shapes the lists."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

SENDERS = (Role.DISPATCHER, Role.WRITER, Role.CHIEF)


def may_dispatch(request, unit_id: int | None = None) -> str | None:
    """None, or who can."""
    return needs_role(request, *SENDERS, unit_id=unit_id)
