"""Who reads the ledger of mail, and who decides about what is unknown."""

from __future__ import annotations

from kentongan.ground.units.choices import Role
from kentongan.ground.units.policies import needs_role

READERS = (Role.DISPATCHER, Role.CHIEF, Role.AUDITOR, Role.ADMINISTRATOR)


def may_read(request) -> str | None:
    """Addresses are personal data: only those who send and those who answer for it."""
    return needs_role(request, *READERS)


def may_decide(request, unit_id: int) -> str | None:
    """Who sends for the unit."""
    return needs_role(request, Role.DISPATCHER, Role.CHIEF, unit_id=unit_id)


def units_read(roles: set[tuple[int, str]]) -> set[int]:
    """The units whose mail these roles may read."""
    return {unit for unit, role in roles if role in READERS}
