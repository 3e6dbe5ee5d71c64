"""The public agenda: a page a week, and each activity for a telephone's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kentongan.desks.agenda import queries as desk
from kentongan.desks.agenda.feeds import calendar
from kentongan.desks.agenda.models import Activity
from kentongan.faces.frontdesk import queries
from kentongan.faces.frontdesk.printables.shell import Shell, shell
from kentongan.faces.frontdesk.rules import addresses, weeks
from kentongan.ground.press.registry import Changes, Pages, printable
from kentongan.ground.record.registry import CALENDAR
from kentongan.ground.record.rules import may_leave
from kentongan.ground.ui.registry import public_links
from kentongan.ground.units.queries import institution


@printable("frontdesk.agenda")
def agenda(as_of: datetime) -> Pages:
    """A year of weeks back and half a year ahead."""
    yield from _weeks(shell(as_of))
    for activity in queries.public_activities(as_of).order_by("pk"):
        yield from _entry(activity, as_of)


@agenda.changed_by("agenda.activity")
def activity_changed(activity_id: int, as_of: datetime) -> Changes:
    """All weeks: nobody remembers in which one the activity stood before it was moved."""
    yield from _weeks(shell(as_of))
    activity = queries.public_activities(as_of).filter(pk=activity_id).first()
    told = dict(_entry(activity, as_of)) if activity else {}
    yield from told.items()
    if not told:
        yield _entry_path(activity_id), None


@agenda.changed_by("post")
def post_changed(post_id: int, as_of: datetime) -> Changes:
    """The weeks in which its holder, or somebody for him, goes somewhere."""
    around = shell(as_of)
    starts = queries.with_post(queries.public_activities(as_of), post_id).values_list("starts_at", flat=True)
    yield from _weeks(around, only={weeks.monday(queries.local_day(moment)) for moment in starts})


def _entry_path(activity_id: int) -> str:
    return f"agenda/kegiatan-{activity_id}.ics"


def _entry(activity: Activity, as_of: datetime) -> Iterator[tuple[str, bytes]]:
    if may_leave(desk.thing(activity), reader=queries.PUBLIC, exit=CALENDAR, now=as_of):
        yield _entry_path(activity.pk), calendar([activity], institution=institution(), public=True)


def _weeks(around: Shell, *, only: set[date] | None = None) -> Pages:
    first, last = weeks.linked(queries.agenda_days(around.as_of), today=around.today)
    shown = weeks.printed(today=around.today)
    for place, monday in enumerate(shown):
        if only is not None and monday not in only:
            continue
        earlier = weeks.week_path(shown[place - 1]) if place and first < monday else ""
        later = weeks.week_path(shown[place + 1]) if place + 1 < len(shown) and monday < last else ""
        yield from _week(monday, earlier, later, around)


def _week(first: date, earlier: str, later: str, around: Shell) -> Pages:
    days = weeks.days_of(first)
    this = weeks.monday(around.today) == first
    activities = queries.activities_of_days(days[0], days[-1], as_of=around.as_of)

    def context(language: str) -> dict[str, Any]:
        items = queries.items(activities, as_of=around.as_of, mewakili=_("representing"))
        return {
            "here": "agenda",
            "title": _("Leaders' agenda"),
            "first": days[0],
            "last": days[-1],
            "today": around.today,
            "days": [(day, [item for item in items if item.at.date() == day]) for day in days],
            "earlier": earlier,
            "later": later,
            "here_and_now": this,
            "ics": public_links.url("calendar"),
            "as_of": max((item.activity.changed_at for item in items), default=None),
        }

    path = weeks.week_path(first)
    for language in addresses.PREFIXES:
        page = around.page("week.html", path, language, context)
        yield addresses.file_of(path, language), page
        if this:
            yield addresses.file_of("agenda/", language), page
