"""The agenda read: by day, by leader, by level; clashes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate

from kentongan.desks.agenda.choices import ActivityState, Attendance
from kentongan.desks.agenda.models import Activity, Assignment
from kentongan.desks.agenda.rules.clashes import Clash, Commitment, clashes
from kentongan.desks.agenda.rules.sheet import Line
from kentongan.ground.directory.choices import ActingAs
from kentongan.ground.directory.models import Person, Post, Tenure
from kentongan.ground.record.rules import Reader, Thing
from kentongan.ground.units.queries import zone as office_zone


def bounds(first: date, last: date, *, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """`[00.00 of the first day, 00.00 after the last)` on the office's clock."""
    return (
        datetime.combine(first, time.min, zone),
        datetime.combine(last + timedelta(days=1), time.min, zone),
    )


def with_people(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Activities with what every sheet shows, in a constant number of queries."""
    return activities.select_related("organiser", "unit").prefetch_related(Prefetch("assignments", people()))


def people() -> QuerySet[Assignment]:
    """Who goes, in the order in which a sheet names them; `acting` is how he holds that day the post he goes as."""
    held = Tenure.objects.filter(person=OuterRef("person"), post=OuterRef("post"), from_on__lte=OuterRef("on"))
    held = held.filter(Q(until_on__isnull=True) | Q(until_on__gt=OuterRef("on"))).order_by("-from_on", "-pk")
    going = Assignment.objects.annotate(on=TruncDate("activity__starts_at", tzinfo=office_zone()))
    going = going.annotate(acting=Subquery(held.values("acting")[:1]))
    return going.select_related("person", "post", "represents").order_by("post__order", "id")


def between(first: date, last: date, *, zone: ZoneInfo, reader: Reader) -> QuerySet[Activity]:
    """What the reader may see of the days, in order; an activity past midnight stands on both of its days."""
    start, end = bounds(first, last, zone=zone)
    seen = Activity.objects.visible_to(reader).filter(starts_at__lt=end, ends_at__gt=start)
    return with_people(seen).order_by("starts_at", "id")


def public_between(first: date, last: date, *, zone: ZoneInfo) -> QuerySet[Activity]:
    """What the public agenda says: public activities that have a public line."""
    start, end = bounds(first, last, zone=zone)
    said = Activity.objects.filter(level="public", starts_at__lt=end, ends_at__gt=start).exclude(public_title="")
    return with_people(said).order_by("starts_at", "id")


def thing(activity: Activity) -> Thing:
    """The activity as the gate sees it at a public exit: open to everybody once it has a public line."""
    opened = activity.created_at if activity.public_title else None
    return Thing("agenda.activity", activity.pk, activity.level, activity.unit_id, opened)


def leaders(*, on: date) -> list[tuple[Post, Tenure | None]]:
    """The posts whose agenda is kept, in their order, each with its holder on that day."""
    posts = list(Post.objects.filter(is_leader=True).order_by("order", "title"))
    held: dict[int, Tenure] = {}
    tenures = Tenure.objects.filter(post__in=posts, from_on__lte=on).exclude(until_on__lte=on)
    for tenure in tenures.select_related("person", "post").order_by("from_on"):
        held[tenure.post_id] = tenure
    return [(post, held.get(post.pk)) for post in posts]


def held_by(person: Person, *, on: date) -> Post | None:
    """The post a person holds on a day; None where he holds none or several, or acts only for its holder."""
    held = Tenure.objects.filter(person=person, acting=ActingAs.DEFINITIVE, from_on__lte=on).exclude(until_on__lte=on)
    posts = {tenure.post for tenure in held.select_related("post")[:3]}
    return posts.pop() if len(posts) == 1 else None


def bound_elsewhere(*, activity: Activity, person: Person) -> list[Activity]:
    """Other activities that want the person in the same moments; touching isn't clashing."""
    return list(
        Activity.objects.filter(
            assignments__person=person, starts_at__lt=activity.ends_at, ends_at__gt=activity.starts_at
        )
        .exclude(pk=activity.pk)
        .exclude(state=ActivityState.CANCELLED)
        .exclude(assignments__person=person, assignments__attendance=Attendance.ABSENT)
        .order_by("starts_at")
    )


def clashes_among(activities: Iterable[Activity]) -> list[Clash]:
    """Clashes inside a set of activities whose people are prefetched (`with_people`)."""
    return clashes(
        Commitment(assignment.person_id, activity.pk, activity.starts_at, activity.ends_at)
        for activity in activities
        if activity.state != ActivityState.CANCELLED
        for assignment in activity.assignments.all()
        if assignment.attendance != Attendance.ABSENT
    )


def reads(assignment: Assignment, *, mewakili: str) -> str:
    """How one of `people()` is named on a sheet: `Plt. Sekretaris Daerah, mewakili Bupati`."""
    named = assignment.title or assignment.person.full_name
    return f"{named}, {mewakili} {assignment.represents.title}" if assignment.represents else named


def lines(activities: Iterable[Activity], *, zone: ZoneInfo, mewakili: str = "mewakili") -> list[Line]:
    """The sheet's lines in local time, of activities whose people are prefetched."""
    made = []
    for activity in activities:
        going = [a for a in activity.assignments.all() if a.attendance == Attendance.ATTENDS]
        made.append(
            Line(
                starts=activity.starts_at.astimezone(zone),
                ends=activity.ends_at.astimezone(zone),
                title=activity.title,
                place=", ".join(filter(None, (activity.place, activity.place_detail))),
                who=tuple(reads(a, mewakili=mewakili) for a in going),
                speaks=tuple(reads(a, mewakili=mewakili) for a in going if a.speaks),
                dress=activity.dress,
                note=activity.note,
                cancelled=activity.state == ActivityState.CANCELLED,
            )
        )
    return made
