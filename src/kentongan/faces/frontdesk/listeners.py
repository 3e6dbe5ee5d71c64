"""The public agenda follows the agenda."""

from datetime import datetime

from kentongan.desks.agenda.events import ActivityCancelled, ActivityChanged, ActivityPlanned, AssignmentChanged
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor

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
