"""Who may write, submit, open in an emergency, withdraw, look after. Four eyes stand in the verbs."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account
from kentongan.ground.units.policies import needs_role

WRITERS = (Role.WRITER, Role.APPROVER, Role.CHIEF)
DECIDERS = (Role.APPROVER, Role.CHIEF)


def may_start(request) -> str | None:
    """None, or who can."""
    return needs_role(request, *WRITERS)


def may_write(request, manuscript) -> str | None:
    """None, or who can: writers of the manuscript's own unit."""
    return needs_role(request, *WRITERS, unit_id=manuscript.unit_id)


def may_change(request, version) -> str | None:
    """None, or who can take a version back, move it or begin its correction."""
    return needs_role(request, *WRITERS, unit_id=version.unit_id)


def may_withdraw(request, version) -> str | None:
    """None, or who can withdraw: those who may also approve, for withdrawing speaks for the office."""
    return needs_role(request, *DECIDERS, unit_id=version.unit_id)


def may_look_after(request, version) -> str | None:
    """None, or who can look after an emergency; that it wasn't his own is the verb's to say."""
    return needs_role(request, *DECIDERS, unit_id=version.unit_id)


def writing_person(by: Actor) -> Account:
    """The account behind an actor that writes.

    Raises:
        Refusal: it is a machine or the public; only persons have words to answer for.
    """
    if by.account_id is None:
        raise Refusal(_("Only a person can write."))
    return Account.objects.get(pk=by.account_id)
