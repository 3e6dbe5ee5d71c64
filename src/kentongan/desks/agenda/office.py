"""The leaders' board, the day's sheet, one activity."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import quote

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.desks.agenda import actions, forms, policies, printables, queries
from kentongan.desks.agenda.choices import ActivityState
from kentongan.desks.agenda.models import Activity, Assignment
from kentongan.desks.agenda.rules.sheet import sheet_text
from kentongan.ground.clock.rules.calendar import read_day
from kentongan.ground.library import policies as library
from kentongan.ground.record.registry import OFFICE, WHATSAPP
from kentongan.ground.record.rules import Thing, may_leave
from kentongan.ground.ui.office import ActScreen, DetailScreen, FormScreen, Screen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.units.queries import institution

WEEK = 7


class DayOf:
    """A day named in the address (`?tanggal=2026-11-24`), today where none is; an old or torn address shows today."""

    @property
    def day(self) -> date:
        """The day on the office's clock."""
        try:
            return read_day(self.request.GET.get("tanggal", ""))
        except ValueError:
            return timezone.localdate(self.now)


class Board(DayOf, Screen):
    """A week of the leaders whose agenda is kept: who is where, who represents whom, what clashes."""

    title = gettext_lazy("Leaders' agenda")
    template = "agenda/board.html"

    def tools(self):
        """The first action and the day's sheet."""
        return (
            Tool(_("Today's sheet"), reverse("agenda:sheet")),
            Tool(_("Plan an activity"), reverse("agenda:plan"), main=True),
        )

    def context(self):
        """Days, rows and clashes: three queries however full the week is."""
        monday = self.day - timedelta(days=self.day.weekday())
        days = [monday + timedelta(days=n) for n in range(WEEK)]
        zone = timezone.get_current_timezone()
        week = list(queries.between(days[0], days[-1], zone=zone, reader=self.reader))
        clashing = queries.clashes_among(week)
        pairs = {(c.person_id, c.first) for c in clashing} | {(c.person_id, c.second) for c in clashing}
        by_id = {activity.pk: activity for activity in week}
        return {
            "days": days,
            "today": timezone.localdate(self.now),
            "rows": [
                row((post, tenure), days=days, week=week, pairs=pairs, zone=zone)
                for post, tenure in queries.leaders(on=self.day)
            ],
            "clashes": [(by_id[c.first], by_id[c.second], who(by_id[c.second], c.person_id)) for c in clashing],
            "listed": [(day, [a for a in week if a.starts_at.astimezone(zone).date() == day]) for day in days],
            "before": monday - timedelta(days=WEEK),
            "after": monday + timedelta(days=WEEK),
            "count": len(week),
        }


def who(activity: Activity, person_id: int):
    """The person of an assignment that is already prefetched."""
    return next(a.person for a in activity.assignments.all() if a.person_id == person_id)


def row(leader, *, days, week, pairs, zone) -> dict:
    """One leader's week: the post, its holder, and per day what he does himself and who stands in for him."""
    post, tenure = leader
    cells = []
    for day in days:
        slots = []
        for activity in week:
            if activity.starts_at.astimezone(zone).date() != day:
                continue
            for assignment in activity.assignments.all():
                own = tenure is not None and assignment.person_id == tenure.person_id
                for_him = assignment.represents_id == post.pk
                if own or for_him:
                    slots.append(
                        slot(activity, assignment, own=own, clash=(assignment.person_id, activity.pk) in pairs)
                    )
        cells.append(slots)
    return {"post": post, "tenure": tenure, "cells": cells}


def slot(activity: Activity, assignment: Assignment, *, own: bool, clash: bool) -> dict:
    """One box of the board: its state is a word and a shape, never a colour alone."""
    if activity.state == ActivityState.CANCELLED:
        kind, word = "tent", _("cancelled")
    elif clash:
        kind, word = "clash", _("clash")
    elif not own:
        kind, word = "rep", _("represented by %(who)s") % {"who": assignment.person.second_mention}
    elif assignment.represents:
        kind, word = "rep", _("represents %(post)s") % {"post": assignment.represents.title}
    else:
        kind, word = "", ""
    return {"activity": activity, "kind": kind, "word": word}


class Sheet(DayOf, Screen):
    """One day, as it is read out in the morning: page for a phone, A4 PDF, WhatsApp text."""

    title = gettext_lazy("Daily sheet")
    template = "agenda/sheet.html"

    def crumbs(self):
        """Back to the board."""
        return [(_("Agenda"), reverse("agenda:board")), (_("Daily sheet"), "")]

    def lines(self):
        """The sheet's lines; what the gate doesn't let out by WhatsApp stays on the page alone."""
        zone = timezone.get_current_timezone()
        return queries.between(self.day, self.day, zone=zone, reader=self.reader)

    def leaving(self):
        """What may stand in a text that is sent on: public and internal lines, by the gate."""
        return [activity for activity in self.lines() if may_go(activity, reader=self.reader, now=self.now)]

    def context(self):
        """The day, its neighbours, and the text."""
        zone = timezone.get_current_timezone()
        leaving = self.leaving()
        text = sheet_text(
            _("Leaders' agenda, %(where)s") % {"where": institution().short},
            self.day,
            queries.lines(leaving, zone=zone),
            as_of=timezone.localtime(self.now),
        )
        shown = list(self.lines())
        return {
            "day": self.day,
            "lines": list(zip(shown, queries.lines(shown, zone=zone), strict=True)),
            "kept_back": len(shown) - len(leaving),
            "text": text,
            "share": f"https://wa.me/?text={quote(text)}",
            "before": self.day - timedelta(days=1),
            "after": self.day + timedelta(days=1),
        }


def may_go(activity: Activity, *, reader, now) -> bool:
    """Whether an activity may stand in a text for a WhatsApp group: restricted and secret ones never do."""
    thing = Thing("agenda.activity", activity.pk, activity.level, activity.unit_id)
    return activity.level in ("public", "internal") and may_leave(thing, reader=reader, exit=WHATSAPP, now=now)


class SheetPaper(Sheet):
    """The same day as an A4 PDF."""

    def get(self, request, *args, **kwargs):
        """The file, with the day in its name."""
        zone = timezone.get_current_timezone()
        pdf = printables.sheet_pdf(
            institution=institution(),
            day=self.day,
            lines=queries.lines(self.lines(), zone=zone),
            as_of=timezone.localtime(self.now),
        )
        name = f"agenda-{self.day.isoformat()}.pdf"
        return HttpResponse(
            pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
        )


class PlanActivity(FormScreen):
    """Put an activity into the agenda."""

    title = gettext_lazy("Plan an activity")
    form_class = forms.ActivityForm
    submit = gettext_lazy("Plan it")
    template = "agenda/activity_form.html"

    def may(self):
        """Planners of any unit."""
        return policies.may_plan(self.request)

    def crumbs(self):
        """Back to the board."""
        return [(_("Agenda"), reverse("agenda:board")), (self.heading(), "")]

    def form_kwargs(self):
        """Units in which this person plans."""
        return {"units": sorted({unit for unit, role in self.roles if role in policies.PLANNERS})}

    def initial(self):
        """Today, nine o'clock."""
        return {"on": self.request.GET.get("tanggal") or timezone.localdate(self.now)}

    def write(self, form):
        """One verb."""
        return actions.plan_activity(unit=form.cleaned_data["unit"], plan=form.plan(), by=self.actor, now=self.now)

    def done(self, result):
        """To the activity, where people are sent."""
        return address(result)

    def message(self, result):
        """Say what comes next."""
        return _("The activity stands in the agenda. Now say who goes.")


class ShowActivity(DetailScreen):
    """One activity: when, where, who, and what hangs on it."""

    model = Activity
    thing_name = "activity"
    template = "agenda/activity.html"
    slot_name = "agenda.activity"
    side_slot = "agenda.activity.side"

    def rows(self):
        """With the people, in a constant number of queries."""
        return queries.with_people(super().rows())

    def crumbs(self):
        """Back to the week it stands in."""
        on = timezone.localdate(self.thing.starts_at).isoformat()
        return [(_("Agenda"), f"{reverse('agenda:board')}?tanggal={on}"), (self.thing.title, "")]

    def tools(self):
        """Verbs of this person."""
        if policies.may_change(self.request, self.thing) or self.thing.state == ActivityState.CANCELLED:
            return ()
        pk = self.thing.pk
        return (
            Tool(_("Cancel it"), reverse("agenda:cancel", args=[pk])),
            Tool(pgettext("verb", "Change"), reverse("agenda:change", args=[pk])),
            Tool(_("Send somebody"), reverse("agenda:assign", args=[pk]), main=True),
        )

    def facts(self):
        """In the order in which an adjutant asks."""
        activity = self.thing
        return [
            (_("Who may know"), activity.get_level_display()),
            (_("Public line"), activity.public_title or _("not in the public agenda")),
            (_("Organiser"), activity.organiser or "–"),
            (_("Dress"), activity.dress or "–"),
            (_("Contact"), activity.contact or "–"),
            (_("Note"), activity.note or "–"),
        ]

    def context(self):
        """Who goes, with their clashes, and who may say so."""
        self.request.looks += [("agenda.activity", self.thing.pk, OFFICE.name)] * (
            self.thing.level in ("restricted", "secret")
        )
        going = list(self.thing.assignments.all())
        return {
            "going": [(a, queries.reads(a, mewakili=_("representing"))) for a in going],
            "changeable": policies.may_change(self.request, self.thing) is None,
        }


class ChangeActivity(PlanActivity):
    """Change an activity that stands."""

    title = gettext_lazy("Change the activity")
    submit = gettext_lazy("Keep the change")
    model = Activity
    thing_name = "activity"

    def may(self):
        """The unit's own planners."""
        return policies.may_change(self.request, self.thing)

    def crumbs(self):
        """Back to the activity."""
        return [(_("Agenda"), reverse("agenda:board")), (self.thing.title, address(self.thing)), (self.heading(), "")]

    def form_kwargs(self):
        """It stays in its unit."""
        return {"units": [self.thing.unit_id], "moving": True}

    def initial(self):
        """As it stands."""
        return forms.typed(self.thing)

    def write(self, form):
        """One verb."""
        return actions.change_activity(
            activity=self.thing, plan=form.plan(), reason=form.cleaned_data["reason"], by=self.actor, now=self.now
        )

    def message(self, result):
        """Past tense."""
        return _("The activity was changed; calendars that follow it will show it.")


class CancelActivity(FormScreen):
    """Say that it won't be held, and why."""

    title = gettext_lazy("Cancel the activity")
    form_class = forms.ReasonForm
    submit = gettext_lazy("Cancel the activity")
    stop = True
    model = Activity

    def may(self):
        """The unit's own planners."""
        return policies.may_change(self.request, self.thing)

    def crumbs(self):
        """Back to the activity."""
        return [(self.thing.title, address(self.thing)), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.cancel_activity(activity=self.thing, by=self.actor, now=self.now, **form.cleaned_data)


class AssignPerson(FormScreen):
    """Send somebody: as what, for whom, and whether he speaks."""

    title = gettext_lazy("Send somebody")
    form_class = forms.AssignmentForm
    submit = gettext_lazy("Send")
    model = Activity

    def may(self):
        """The unit's own planners."""
        return policies.may_change(self.request, self.thing)

    def crumbs(self):
        """Back to the activity."""
        return [(self.thing.title, address(self.thing)), (self.heading(), "")]

    def write(self, form):
        """One verb; left open, he goes as what he holds on that day."""
        said = form.cleaned_data
        post = said.pop("post") or queries.held_by(said["person"], on=timezone.localtime(self.thing.starts_at).date())
        return actions.assign_person(activity=self.thing, post=post, by=self.actor, now=self.now, **said)

    def done(self, result):
        """Back to the activity."""
        return address(self.thing)

    def message(self, result):
        """Past tense."""
        return _("%(who)s was sent.") % {"who": result.person.full_name}


class OfActivity(ActScreen):
    """A verb on one assignment of an activity that this person sees."""

    model = Assignment

    def rows(self):
        """Only assignments of visible activities."""
        return Assignment.objects.filter(activity__in=Activity.objects.visible_to(self.reader)).select_related(
            "activity", "person"
        )

    def crumbs(self):
        """Back to the activity."""
        return [(self.thing.activity.title, address(self.thing.activity)), (self.heading(), "")]

    def done(self, result):
        """Back to the activity."""
        return address(self.thing.activity)


class ReleasePerson(OfActivity):
    """He doesn't go after all."""

    title = gettext_lazy("Take off the list")
    submit = gettext_lazy("Take off")
    stop = True

    def may(self):
        """The unit's own planners."""
        return policies.may_change(self.request, self.thing.activity)

    def act(self):
        """One verb."""
        actions.release_person(activity=self.thing.activity, person=self.thing.person, by=self.actor, now=self.now)


class ConfirmAssignment(OfActivity):
    """He has read it and goes: said by himself or by those who plan for him."""

    title = gettext_lazy("Confirm")
    submit = gettext_lazy("Confirm")

    def may(self):
        """The person himself, or the unit's planners."""
        if self.thing.person.account_id == self.account.pk:
            return None
        return policies.may_change(self.request, self.thing.activity)

    def act(self):
        """One verb."""
        return actions.confirm_assignment(assignment=self.thing, by=self.actor, now=self.now)


class OpenAlbum(ActScreen):
    """The activity's photographs: to its album, which is made at the first need."""

    title = gettext_lazy("Photographs of the activity")
    submit = gettext_lazy("Open the album")
    model = Activity

    def may(self):
        """Whoever takes photographs in for the unit."""
        return library.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the activity."""
        return [(self.thing.title, address(self.thing)), (self.heading(), "")]

    def act(self):
        """One verb."""
        return actions.open_album(activity=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Straight to the camera's pictures."""
        return reverse("library:take-in", args=[result.pk])


class Calendars(Screen):
    """The addresses of the calendars this person may follow on his phone."""

    title = gettext_lazy("Calendars")
    template = "agenda/calendars.html"

    def crumbs(self):
        """Back to the board."""
        return [(_("Agenda"), reverse("agenda:board")), (self.heading(), "")]

    def context(self):
        """The private address is made by a button and can be renewed, which ends the old one."""
        base = institution().base_url
        token = self.account.calendar_token
        return {
            "private": f"{base}{reverse('calendar', args=[token])}" if token else "",
            "public": f"{base}/agenda/agenda.ics",
        }


class RenewCalendar(ActScreen):
    """A new private calendar address; the old one ends."""

    title = gettext_lazy("Make a new private address")
    submit = gettext_lazy("Make it")

    def crumbs(self):
        """Back to the calendars."""
        return [(_("Calendars"), reverse("agenda:calendars")), (self.heading(), "")]

    def act(self):
        """One verb."""
        from kentongan.ground.units.actions import renew_calendar_token

        return renew_calendar_token(account=self.account, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the calendars."""
        return reverse("agenda:calendars")


def address(activity: Activity) -> str:
    """Where an activity is shown."""
    return reverse("agenda:activity", args=[activity.pk])
