"""What waits for approval, read and decided; links for those without an account; paths."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import quote

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.approval import actions, forms, policies, queries, registry, rules
from kentongan.ground.approval.choices import DecisionKind
from kentongan.ground.approval.models import Path, Request
from kentongan.ground.directory.models import Person
from kentongan.ground.record.models import Entry
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, Empty, FormScreen, ListScreen, Screen, Tool
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import institution

REVIEW = "approval.request"  # the access log's word for having read one


def turn_of(request: Request) -> str:
    """Who is asked now, from what the list has fetched."""
    return queries.whose_turn(request)


class Waiting(ListScreen):
    """Everything that waits for approval and that this person may see, the soonest due first."""

    title = gettext_lazy("Approval")
    model = Request
    default_sort = "due"
    columns = (
        Column("title", gettext_lazy("What"), sort="title"),
        Column("turn", gettext_lazy("Asked now"), turn_of),
        Column("by", gettext_lazy("Asked by"), "asked_by.name", sort="asked_by__name"),
        Column("unit", gettext_lazy("Unit"), "unit.short", sort="unit__name"),
        Column("due", gettext_lazy("Decide by"), "due_at", sort="due_at"),
        Column("late", gettext_lazy("Late"), lambda row: _("late") if row.late_at else ""),
    )

    def rows(self):
        """Open requests with their paths."""
        return queries.waiting_for(self.account, self.roles, self.reader)

    def row_url(self, row):
        """The screen where it is read and decided."""
        return reverse("approval:review", args=[row.pk])

    def tools(self):
        """Paths for administrators, changes on the ways, the PIN for whoever is a person of the directory."""
        found = []
        if policies.may_set_paths(self.request) is None:
            found.append(Tool(_("Approval paths"), reverse("approval:paths")))
        if policies.may_confirm_ways(self.request) is None:
            found.append(Tool(_("Ways to approvers"), reverse("approval:ways")))
        if person := Person.objects.filter(account=self.account).first():
            found.append(Tool(_("My PIN"), reverse("directory:pin", args=[person.pk])))
        return found

    def empty(self):
        """Nothing waits."""
        return Empty(
            _("Nothing waits for approval."),
            _("What a writer submits comes here, and nobody decides about his own words."),
        )


class OneRequest(Screen):
    """A request that the reader sees, with its path and decisions."""

    model = Request
    thing_name = "asked"

    def rows(self):
        """With everything that the screen reads."""
        seen = Request.objects.visible_to(self.reader).select_related("unit", "asked_by", "path")
        return seen.prefetch_related(
            "path__steps__person", "path__steps__deputy", "decisions__account", "decisions__person", "decisions__step"
        )

    def heading(self):
        """What it is about."""
        return self.thing.title

    def crumbs(self):
        """Back to what waits."""
        return [(_("Approval"), reverse("approval:waiting")), (self.heading(), "")]


def steps_of(asked: Request) -> list[dict[str, Any]]:
    """The path as a trace: who agreed when and how, who is asked, who comes later."""
    decided = {one.step_id: one for one in asked.decisions.all()}
    found = []
    for step in asked.path.steps.all():
        one = decided.get(step.pk)
        if one is None:
            found.append({"what": str(step), "open": True})
            continue
        who = one.person.full_name if one.person else str(one.account)
        found.append(
            {
                "what": f"{one.get_kind_display()}: {who}",
                "at": one.at,
                "note": one.reason or one.get_way_display(),
            }
        )
    return found


class Review(OneRequest, DetailScreen):
    """Text, difference, facts, photographs (hung in by the desk), and the two answers in thumb's reach."""

    template = "approval/review.html"

    def state(self):
        """How the request stands."""
        return self.thing.state_shown

    def context(self):
        """Whether this person may answer, and if not who can."""
        asked = self.thing
        self.request.looks.append((REVIEW, asked.pk, "office"))
        why = queries.why_not(asked, account=self.account, now=self.now)
        link_ok = asked.state == "open" and policies.may_pass_on(self.request, asked.unit_id) is None
        return {
            "why_not": why,
            "steps": steps_of(asked),
            "hash": rules.short_hash(asked.approval_hash),
            "name": self.account.name,
            "link_url": reverse("approval:link", args=[asked.pk]) if link_ok else "",
        }


class Approve(OneRequest, ActScreen):
    """Agree to exactly what was read."""

    submit = gettext_lazy("Approve")
    question = gettext_lazy("Approve this text? Your name stands under it in the office diary.")

    def page(self, *, status: int = 200, **more: Any):
        """Ask where script or habit led to the address itself: the text must be read first."""
        if status == 200:
            return Review.as_view()(self.request, pk=self.thing.pk)
        return super().page(status=status, **more)

    def act(self):
        """Decide the step that is this person's."""
        return decide(self, DecisionKind.APPROVED, self.request.POST.get("approval_hash", ""))

    def done(self, result):
        """Back to the text, which says how it stands."""
        return reverse("approval:review", args=[self.thing.pk])

    def message(self, result):
        """What now holds."""
        return _("You approved “%(title)s”.") % {"title": self.thing.title}


class SendBack(OneRequest, FormScreen):
    """Return it with a reason."""

    form_class = forms.ReturnForm
    submit = gettext_lazy("Return")
    stop = True

    def heading(self):
        """A question to whoever returns it."""
        return _("What has to be changed?")

    def back(self):
        """To the text."""
        return reverse("approval:review", args=[self.thing.pk])

    def initial(self):
        """Bound to what was read."""
        return {"approval_hash": self.request.GET.get("sidik") or self.thing.approval_hash}

    def write(self, form):
        """Decide the step that is this person's."""
        return decide(self, DecisionKind.RETURNED, form.cleaned_data["approval_hash"], form.cleaned_data["reason"])

    def done(self, result):
        """Back to the text, which says how it stands."""
        return reverse("approval:review", args=[self.thing.pk])

    def message(self, result):
        """What now holds."""
        return _("You returned “%(title)s”.") % {"title": self.thing.title}


def decide(screen: Any, kind: str, approval_hash: str, reason: str = "") -> Any:
    """One call of the verb; who has no step gets its sentence."""
    try:
        step = queries.step_for(screen.thing, account=screen.account, now=screen.now)
    except LookupError as why:
        raise Refusal(str(why)) from why
    return actions.decide(
        request=screen.thing,
        step=step,
        kind=kind,
        reason=reason,
        approval_hash=approval_hash,
        account=screen.account,
        by=screen.actor,
        now=screen.now,
    )


class MakeLink(OneRequest, FormScreen):
    """A link for an approver without an account. It is shown once; the code never comes here."""

    form_class = forms.LinkForm
    submit = gettext_lazy("Make the link")
    draft: ClassVar[bool] = False
    template = "approval/link_form.html"

    def heading(self):
        """What is made."""
        return _("Link for an approver without an account")

    def may(self):
        """Who works on texts in this unit."""
        return policies.may_pass_on(self.request, self.thing.unit_id)

    def back(self):
        """To the text."""
        return reverse("approval:review", args=[self.thing.pk])

    def persons(self) -> dict[int, Any]:
        """Person id → the open step that asks him."""
        found = {}
        for step in queries.open_steps(self.thing):
            for person in queries.linkable_persons(step, self.thing, now=self.now):
                found.setdefault(person.pk, (person, step))
        return found

    def form_kwargs(self):
        """Those whom the open steps ask."""
        return {"persons": [person for person, _step in self.persons().values()]}

    def context(self):
        """Whether there is anybody to make it for."""
        return {"nobody": not self.persons()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The token is in the answer to this POST and nowhere else."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form=form, status=422)
        person, step = self.persons()[form.cleaned_data["person"].pk]
        try:
            link, token = actions.make_review_link(
                request=self.thing, step=step, person=person, by=self.actor, now=self.now
            )
        except Refusal as refusal:
            return self.page(form=form, refusal=refusal, status=409)
        url = f"{institution().base_url}/tinjau/{token}/"
        text = _("%(who)s, please read and decide: “%(title)s”\n%(url)s") % {
            "who": person.full_name,
            "title": self.thing.title,
            "url": url,
        }
        self.template = "approval/link.html"  # type: ignore[misc]
        return self.page(
            form=form, link=link, url=url, text=text, share=f"https://wa.me/?text={quote(text)}", person=person
        )


# ── paths ──


class Paths(ListScreen):
    """Who must agree to what, by unit, kind and level."""

    title = gettext_lazy("Approval paths")
    model = Path
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("unit", gettext_lazy("Unit"), "unit.short", sort="unit__name"),
        Column("kind", gettext_lazy("Kind"), lambda path: registry.label_of(path.kind) or _("every kind"), sort="kind"),
        Column("level", gettext_lazy("Level"), lambda path: path.get_level_display() or _("every level")),
        Column("steps", gettext_lazy("Steps"), lambda path: " → ".join(str(step) for step in path.steps.all())),
    )

    def may(self):
        """Administrators."""
        return policies.may_set_paths(self.request)

    def rows(self):
        """Those in force, in the administrator's units."""
        units = {unit for unit, role in self.roles if role == "administrator"}
        found = Path.objects.filter(active=True, unit_id__in=units).select_related("unit")
        return found.prefetch_related("steps__person", "steps__deputy")

    def row_url(self, row):
        """Where it is changed."""
        return reverse("approval:path-change", args=[row.pk])

    def crumbs(self):
        """Back to what waits."""
        return [(_("Approval"), reverse("approval:waiting")), (self.heading(), "")]

    def tools(self):
        """The first action."""
        return (Tool(_("New path"), reverse("approval:path-new"), main=True),)

    def empty(self):
        """Without a path there is the minimum."""
        return Empty(
            _("There is no path yet."),
            _("Until then one approver of the unit must agree: four eyes are the minimum."),
            _("New path"),
            reverse("approval:path-new"),
        )


class NewPath(FormScreen):
    """A path of one of the administrator's units."""

    title = gettext_lazy("New path")
    intro = gettext_lazy("Steps of the same tier are asked at the same time; the next tier when all have agreed.")
    form_class = forms.PathForm
    template = "approval/path.html"

    def may(self):
        """Administrators."""
        return policies.may_set_paths(self.request)

    def crumbs(self):
        """Back to the paths."""
        return [(_("Approval paths"), reverse("approval:paths")), (self.heading(), "")]

    def form_kwargs(self):
        """The administrator's units."""
        return {"units": sorted({unit for unit, role in self.roles if role == "administrator"})}

    def write(self, form):
        """One verb."""
        return self.save(form, replaces=None)

    def save(self, form, *, replaces):
        """Make it, or make the one that takes another's place."""
        values = {name: form.cleaned_data[name] for name in ("unit", "name", "kind", "level")}
        return actions.set_path(**values, steps=form.steps(), replaces=replaces, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the paths."""
        return reverse("approval:paths")

    def message(self, result):
        """What now holds."""
        return _("The path “%(name)s” holds for what is submitted from now on.") % {"name": result.name}


class ChangePath(NewPath):
    """Put another path in its place; what waits already finishes on the old one."""

    title = gettext_lazy("Change the path")
    model = Path

    def rows(self):
        """Those in force, in the administrator's units."""
        units = {unit for unit, role in self.roles if role == "administrator"}
        return Path.objects.filter(active=True, unit_id__in=units).prefetch_related("steps")

    def form_kwargs(self):
        """It stays in its unit."""
        return {"units": [self.thing.unit_id]}

    def initial(self):
        """As it stands."""
        return forms.initial_of(self.thing)

    def write(self, form):
        """One verb."""
        return self.save(form, replaces=self.thing)


# ── ways to approvers ──


class Ways(Screen):
    """What was done lately by which an approver is reached or signs in, and what nobody else has confirmed."""

    title = gettext_lazy("Ways to approvers")
    intro = gettext_lazy(
        "Changes of accounts, roles, registered addresses and paths. Whoever made one and had a hand in a text can't "
        "have it approved that way, unless somebody else confirms the change here or the text was begun three days "
        "after it."
    )
    template = "approval/ways.html"

    def may(self):
        """Whoever works in a unit."""
        return policies.may_confirm_ways(self.request)

    def crumbs(self):
        """Back to what waits."""
        return [(_("Approval"), reverse("approval:waiting")), (self.heading(), "")]

    def context(self):
        """The newest first, each with who confirmed it."""
        found = queries.said_of_all(queries.waiting_ways(now=self.now))
        said = queries.confirmations(one.entry for one, _words in found)
        himself = _("himself, from his old address")
        names = queries.names_of({by for some in said.values() for by in some if by})
        return {
            "ways": [
                {
                    "at": one.at,
                    "words": words,
                    "url": reverse("approval:way", args=[one.entry]),
                    "confirmed": ", ".join(names.get(by or 0) or himself for by in said[one.entry]),
                }
                for one, words in found
            ]
        }


class ConfirmWay(ActScreen):
    """Say that one of them is right."""

    title = gettext_lazy("Is that right?")
    submit = gettext_lazy("It is right")

    def may(self):
        """As the list."""
        return policies.may_confirm_ways(self.request)

    def rows(self):
        """Entries of the diary that opened a way by a person's hand."""
        return Entry.objects.filter(event__in=queries.WAYS, actor_account__isnull=False)

    def crumbs(self):
        """Back to the list."""
        return [(_("Ways to approvers"), reverse("approval:ways")), (self.heading(), "")]

    def page(self, *, status: int = 200, **more: Any):
        """What was done, in words, and what is asked."""
        said = " ".join(words for _one, words in queries.said_of_all(queries.openings_in(self.thing)))
        masked = [rules.masked(email) for email in queries.addresses_in(self.thing)]
        if masked:
            said += " " + _("He is reached at %(address)s now.") % {"address": ", ".join(masked)}
        ask = _("Confirm it only if you know it from the person himself, not from who did it.")
        return super().page(status=status, **{"question": f"{said} {ask}", **more})

    def act(self):
        """One verb."""
        return actions.confirm_way(entry=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the list."""
        return reverse("approval:ways")

    def message(self, result):
        """What now holds."""
        return _("You confirmed it; it stands in the office diary.")
