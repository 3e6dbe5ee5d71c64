"""Who may plan and change."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

PLANNERS = (Role.PROTOCOL, Role.WRITER, Role.CHIEF, Role.ADMINISTRATOR, Role.LIAISON)


def may_plan(request) -> str | None:
    """None, or who can."""
    return needs_role(request, *PLANNERS)


def may_change(request, activity) -> str | None:
    """None, or who can: the unit's own planners."""
    return needs_role(request, *PLANNERS, unit_id=activity.unit_id)
