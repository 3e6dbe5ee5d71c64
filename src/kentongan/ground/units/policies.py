"""May this account do that in this unit? Answers are sentences: None, or why not and who can."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kentongan.ground.units.choices import Role


def needs_role(request, *roles: str, unit_id: int | None = None) -> str | None:
    """None where the reader holds one of the roles (in the unit, or in any), else the sentence for the screen."""
    held = {(unit, role) for unit, role in request.roles if unit_id is None or unit == unit_id}
    if any(role in roles for _unit, role in held):
        return None
    names = ", ".join(str(Role(role).label).lower() for role in roles)
    return _("This is done by: %(roles)s. Ask one of them, or the administrator for the role.") % {"roles": names}


def level_ceiling_note(level: str) -> str:
    """What a level means, for the form beside the choice."""
    return {
        "public": _("Everybody, once it is opened."),
        "internal": _("Every account of the institution."),
        "restricted": _("Your unit and the accounts named."),
        "secret": _("The accounts named, nobody else."),
    }[level]
