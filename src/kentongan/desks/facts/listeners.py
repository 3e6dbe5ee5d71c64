"""What the agenda says, the facts follow."""

from datetime import datetime

from kentongan.desks.agenda.events import ActivityChanged, ActivityPlanned, AssignmentChanged
from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts import actions
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor


@listens_to(ActivityPlanned)
def draw_new(entry: Entry, *, now: datetime) -> None:
    """Date, place and officials for free."""
    draw(entry, now=now)


@listens_to(ActivityChanged)
def draw_again(entry: Entry, *, now: datetime) -> None:
    """A moved activity moves its facts."""
    draw(entry, now=now)


@listens_to(AssignmentChanged)
def draw_people(entry: Entry, *, now: datetime) -> None:
    """Who goes is a fact too."""
    draw(entry, now=now)


def draw(entry: Entry, *, now: datetime) -> None:
    """One call for the three."""
    activity = Activity.objects.get(pk=entry["activity_id"])
    actions.draw_from_activity(activity=activity, by=Actor.machine("facts", caused_by=entry.pk), now=now)
