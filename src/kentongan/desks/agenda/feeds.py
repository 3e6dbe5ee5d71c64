"""Calendars: what may be followed on a phone, by level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from kentongan.desks.agenda.choices import ActivityState
from kentongan.desks.agenda.models import Activity
from kentongan.desks.agenda.queries import reads
from kentongan.ground.units.models import Institution


def calendar(activities: Iterable[Activity], *, institution: Institution, public: bool) -> bytes:
    """An RFC 5545 calendar; the same activities give the same bytes (DTSTAMP is the moment of the last change).

    A public calendar says the public line and the place, and nothing of notes, contacts and who else goes.
    """
    made = Calendar()
    made.add("prodid", "-//Kentongan//agenda//ID")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", institution.site_title if public else institution.short)
    made.add("x-wr-timezone", institution.zone)
    for activity in activities:
        made.add_component(_event(activity, institution=institution, public=public))
    return made.to_ical()


def _event(activity: Activity, *, institution: Institution, public: bool) -> Event:
    event = Event()
    event.add("uid", f"activity-{activity.pk}@{institution.domain}")
    event.add("dtstamp", _seconds(activity.changed_at))
    event.add("last-modified", _seconds(activity.changed_at))
    event.add("sequence", activity.sequence)
    event.add("dtstart", activity.starts_at)
    event.add("dtend", activity.ends_at)
    event.add("summary", activity.public_title if public else activity.title)
    event.add(
        "location", activity.place if public else ", ".join(filter(None, (activity.place, activity.place_detail)))
    )
    event.add("status", "CANCELLED" if activity.state == ActivityState.CANCELLED else "CONFIRMED")
    event.add("class", "PUBLIC" if public else "PRIVATE")
    if not public:
        going = [reads(a, mewakili="mewakili") for a in activity.assignments.all() if a.attendance == "attends"]
        notes = [*going, activity.dress, activity.note, activity.contact]
        event.add("description", "\n".join(filter(None, notes)))
    return event


def _seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
