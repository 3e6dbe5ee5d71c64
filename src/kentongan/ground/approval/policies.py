"""May this account do that with requests and paths? None, or the sentence that says who can."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role


def may_pass_on(request, unit_id: int) -> str | None:
    """Who may make a link for an approver: everybody who works on the text or leads the unit."""
    return needs_role(request, Role.WRITER, Role.DISPATCHER, Role.CHIEF, Role.APPROVER, unit_id=unit_id)


def may_confirm_ways(request) -> str | None:
    """Everybody who works in a unit may know of a change on the way to an approver, and say that it is right.

    In a small office there is nobody else; that it wasn't his own hand is the verb's to say.
    """
    return needs_role(request, *Role.values)


def may_set_paths(request, unit_id: int | None = None) -> str | None:
    """Paths are the administrator's: who writes and who approves doesn't choose who must agree."""
    return needs_role(request, Role.ADMINISTRATOR, unit_id=unit_id)
