"""The public agenda follows the agenda, and every page the house."""

from datetime import datetime

from kentongan.desks.agenda.events import ActivityCancelled, ActivityChanged, ActivityPlanned, AssignmentChanged
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.events import InstitutionShaped, UnitShaped

KIND = "agenda.activity"


def _print(entry: Entry, *, now: datetime) -> None:
    by = Actor.machine("frontdesk", caused_by=entry.pk)
    want_print(reason="agenda changed", things=[(KIND, entry["activity_id"])], by=by, now=now)


@listens_to(ActivityPlanned)
def activity_planned(entry: Entry, *, now: datetime) -> None:
    """A new line of the public agenda."""
    _print(entry, now=now)


@listens_to(ActivityChanged)
def activity_changed(entry: Entry, *, now: datetime) -> None:
    """Its time, place or level."""
    _print(entry, now=now)


@listens_to(ActivityCancelled)
def activity_cancelled(entry: Entry, *, now: datetime) -> None:
    """It stands struck through."""
    _print(entry, now=now)


@listens_to(AssignmentChanged)
def assignment_changed(entry: Entry, *, now: datetime) -> None:
    """Who goes."""
    _print(entry, now=now)


@listens_to(InstitutionShaped)
def institution_shaped(entry: Entry, *, now: datetime) -> None:
    """Its name stands on every page."""
    want_print(reason="institution", by=Actor.machine("frontdesk", caused_by=entry.pk), now=now)


@listens_to(UnitShaped)
def unit_shaped(entry: Entry, *, now: datetime) -> None:
    """One stands at the foot of every page, each under its releases: how it is reached."""
    want_print(reason="unit", by=Actor.machine("frontdesk", caused_by=entry.pk), now=now)
