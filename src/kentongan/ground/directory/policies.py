"""Who keeps the directory."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

KEEPERS = (Role.ARCHIVIST, Role.PROTOCOL, Role.DISPATCHER, Role.CHIEF, Role.ADMINISTRATOR)


def may_keep(request, unit_id: int | None = None) -> str | None:
    """None, or who can."""
    return needs_role(request, *KEEPERS, unit_id=unit_id)


def may_register(request) -> str | None:
    """None, or who can say at which address codes reach a person and which account is his.

    Not every keeper: an author who may send an approver's code to his own mailbox approves his own words.
    """
    return needs_role(request, Role.ADMINISTRATOR)


def kept_units(request) -> frozenset[int]:
    """The units whose journalists this person keeps."""
    return frozenset(unit for unit, role in request.roles if role in KEEPERS)
