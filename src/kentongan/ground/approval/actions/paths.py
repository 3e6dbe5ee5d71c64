"""Make and change approval paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.ground.approval.events import PathChanged
from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.models import Person
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Unit


@dataclass(frozen=True)
class NewStep:
    """One step of a path to be: a role of the unit, or a person with perhaps a deputy."""

    order: int = 1
    role: str = ""
    person: Person | None = None
    deputy: Person | None = None
    hours: int = 24


@transaction.atomic
def set_path(
    *,
    unit: Unit,
    name: str,
    steps: Sequence[NewStep],
    by: Actor,
    now: datetime,
    kind: str = "",
    level: str = "",
    replaces: Path | None = None,
) -> Path:
    """Make a path, or one that takes another's place; requests that stand on the old one finish on it.

    Raises:
        Refusal: no step (four eyes are the minimum), a step without anybody, a path for this kind and level is there.
    """
    if not steps:
        raise Refusal(_("A path needs at least one step: nobody approves his own words."))
    for step in steps:
        if bool(step.role) == bool(step.person):
            raise Refusal(_("Each step names either a role or a person."))
    if replaces is not None:
        Path.objects.filter(pk=replaces.pk).update(active=False)
    if Path.objects.filter(unit=unit, kind=kind, level=level, active=True).exists():
        raise Refusal(_("There is a path for this kind and level already; change that one."))
    path = Path.objects.create(unit=unit, kind=kind, level=level, name=name)
    Step.objects.bulk_create(
        [
            Step(path=path, order=s.order, role=s.role, person=s.person, deputy=s.deputy, hours=s.hours)
            for s in sorted(steps, key=lambda s: s.order)
        ]
    )
    announce(PathChanged(path_id=path.pk, replaces_id=replaces.pk if replaces else None), by=by, now=now)
    return path


@transaction.atomic
def default_path(*, unit: Unit, by: Actor, now: datetime) -> Path:
    """The unit's path for everything: one approver, which is four eyes. Made by `init`, or at the first request."""
    found = Path.objects.filter(unit=unit, kind="", level="", active=True).first()
    if found:
        return found
    Unit.objects.select_for_update().get(pk=unit.pk)  # two first requests make one path
    found = Path.objects.filter(unit=unit, kind="", level="", active=True).first()
    # The minimum is the house's, not his who happens to ask first.
    house = Actor.machine("approval")
    return found or set_path(unit=unit, name=_("Four eyes"), steps=[NewStep(role=Role.APPROVER)], by=house, now=now)
