"""What comes in is traced and linked."""

from datetime import datetime

from kentongan.desks.monitoring import actions
from kentongan.desks.monitoring.events import ClipsTakenIn
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor


@listens_to(ClipsTakenIn)
def trace(entry: Entry, *, now: datetime) -> None:
    """Each batch against the versions of its time."""
    by = Actor.machine("monitoring", caused_by=entry.pk)
    actions.trace_clips(first_id=entry["first_id"], last_id=entry["last_id"], by=by, now=now)


@listens_to(ClipsTakenIn)
def link(entry: Entry, *, now: datetime) -> None:
    """And against each other."""
    actions.link_stories(by=Actor.machine("monitoring", caused_by=entry.pk), now=now)
