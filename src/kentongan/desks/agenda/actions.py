"""Plan, move and cancel activities; say who goes and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.agenda.choices import ActivityState, Attendance
from kentongan.desks.agenda.events import ActivityCancelled, ActivityChanged, ActivityPlanned, AssignmentChanged
from kentongan.desks.agenda.models import Activity, Assignment
from kentongan.ground.directory.models import Agency, Person, Post
from kentongan.ground.library import actions as library
from kentongan.ground.library.models import Album
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit
from kentongan.ground.units.queries import zone


@dataclass(frozen=True)
class Plan:
    """What an activity is: as typed into the form, moments aware."""

    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    level: str
    public_title: str = ""
    place_detail: str = ""
    organiser: Agency | None = None
    dress: str = ""
    note: str = ""
    contact: str = ""


@transaction.atomic
def plan_activity(*, unit: Unit, plan: Plan, by: Actor, now: datetime) -> Activity:
    """Put an activity into the agenda.

    Raises:
        Refusal: it ends before it begins, or has a public line though it isn't public.
    """
    _check(plan)
    activity = Activity.objects.create(
        unit=unit, created_by_id=by.as_person(), created_at=now, changed_at=now, **vars(plan)
    )
    announce(ActivityPlanned(activity_id=activity.pk, unit_id=unit.pk, level=activity.level), by=by, now=now)
    return activity


@transaction.atomic
def change_activity(*, activity: Activity, plan: Plan, reason: str = "", by: Actor, now: datetime) -> Activity:
    """Change what it says; a new time makes it *moved*, and every subscribed calendar hears of it.

    Raises:
        Refusal: as for `plan_activity`; or it was cancelled.
    """
    _check(plan)
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.state == ActivityState.CANCELLED:
        raise Refusal(_("This activity was cancelled; plan a new one."))
    moved = (activity.starts_at, activity.ends_at) != (plan.starts_at, plan.ends_at)
    for name, value in vars(plan).items():
        setattr(activity, name, value)
    if moved:
        activity.state = ActivityState.MOVED
    activity.state_reason = reason or activity.state_reason
    activity.changed_at = now
    activity.sequence += 1
    activity.save()
    announce(ActivityChanged(activity_id=activity.pk, unit_id=activity.unit_id, level=activity.level), by=by, now=now)
    return activity


@transaction.atomic
def cancel_activity(*, activity: Activity, reason: str, by: Actor, now: datetime) -> Activity:
    """Say that it won't be held; it stays visible, struck out, with its reason.

    Raises:
        Refusal: no reason was given, or it was cancelled before.
    """
    if not reason.strip():
        raise Refusal(_("Say why it is cancelled; those who were to go will read it."))
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.state == ActivityState.CANCELLED:
        raise Refusal(_("This activity was cancelled before."))
    activity.state, activity.state_reason, activity.changed_at = ActivityState.CANCELLED, reason.strip(), now
    activity.sequence += 1
    activity.save()
    announce(ActivityCancelled(activity_id=activity.pk, unit_id=activity.unit_id, level=activity.level), by=by, now=now)
    return activity


@transaction.atomic
def assign_person(
    *,
    activity: Activity,
    person: Person,
    post: Post | None = None,
    represents: Post | None = None,
    attendance: str = Attendance.ATTENDS,
    speaks: bool = False,
    accept_clash: bool = False,
    by: Actor,
    now: datetime,
) -> Assignment:
    """Send somebody; assigning him again changes his part.

    Raises:
        Refusal: he is bound elsewhere at that time and `accept_clash` wasn't said, he would represent his own post,
            or the activity was cancelled.
    """
    from kentongan.desks.agenda import queries

    if activity.state == ActivityState.CANCELLED:
        raise Refusal(_("This activity was cancelled; nobody can be sent to it."))
    if represents and post and represents == post:
        raise Refusal(_("%(person)s holds this post himself and can't represent it.") % {"person": person.full_name})
    others = queries.bound_elsewhere(activity=activity, person=person)
    if others and attendance != Attendance.ABSENT and not accept_clash:
        raise Refusal(
            _("%(person)s is bound at that time by “%(other)s”. Send somebody else, or say that he goes all the same.")
            % {"person": person.full_name, "other": others[0].title}
        )
    assignment, _fresh = Assignment.objects.update_or_create(
        activity=activity,
        person=person,
        defaults={
            "post": post,
            "represents": represents,
            "attendance": attendance,
            "speaks": speaks,
            "clash_accepted": bool(others) and accept_clash,
        },
    )
    _touch(activity, by=by, now=now, person=person)
    return assignment


@transaction.atomic
def open_album(*, activity: Activity, by: Actor, now: datetime) -> Album:
    """The activity's place for photographs, made at the first need, as visible as the activity itself."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.album is None:
        on = activity.starts_at.astimezone(zone()).date()
        activity.album = library.make_album(
            unit=activity.unit, level=activity.level, title=activity.title, taken_on=on, by=by, now=now
        )
        activity.save(update_fields=["album"])
    return activity.album


@transaction.atomic
def release_person(*, activity: Activity, person: Person, by: Actor, now: datetime) -> None:
    """He doesn't go after all."""
    Assignment.objects.filter(activity=activity, person=person).delete()
    _touch(activity, by=by, now=now, person=person)


@transaction.atomic
def confirm_assignment(*, assignment: Assignment, by: Actor, now: datetime) -> Assignment:
    """He has read it and goes."""
    assignment.confirmed_at = now
    assignment.save(update_fields=["confirmed_at"])
    _touch(assignment.activity, by=by, now=now, person=assignment.person)
    return assignment


def _touch(activity: Activity, *, person: Person, by: Actor, now: datetime) -> None:
    activity.changed_at = now
    activity.sequence += 1
    activity.save(update_fields=["changed_at", "sequence"])
    announce(AssignmentChanged(activity_id=activity.pk, person_id=person.pk), by=by, now=now)


def _check(plan: Plan) -> None:
    if plan.ends_at <= plan.starts_at:
        raise Refusal(_("It ends before it begins; past midnight, give the next day's date as its end."))
    if plan.public_title and plan.level != "public":
        raise Refusal(_("A public line belongs to a public activity; make it public or leave the line empty."))
