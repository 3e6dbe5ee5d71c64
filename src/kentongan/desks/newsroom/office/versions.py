"""What was submitted: how it stands, what it quotes, what came of it; correct, withdraw, look after."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.newsroom import actions, forms, policies, queries, registry
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import LeftAsItWas, Version
from kentongan.desks.newsroom.office import parts
from kentongan.desks.newsroom.office.manuscripts import LIST
from kentongan.desks.newsroom.rules import render
from kentongan.desks.newsroom.rules.document import not_claims
from kentongan.ground.approval import queries as approvals
from kentongan.ground.approval.policies import may_pass_on
from kentongan.ground.library import store
from kentongan.ground.record.registry import OFFICE
from kentongan.ground.record.rules import Thing, may_leave
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, Empty, FormScreen, ListScreen, Screen, Tool
from kentongan.ground.ui.templatetags.ui import clock, moment, tag_state

VERSIONS = gettext_lazy("Versions")
MIME = {"pdf": "application/pdf", "text": "text/plain; charset=utf-8"}


class Versions(ListScreen):
    """Everything that was submitted, the newest first."""

    title = VERSIONS
    model = Version
    filterset_class = forms.VersionFilter
    default_sort = "-submitted"
    columns = (
        Column("title", gettext_lazy("Headline"), sort="title"),
        Column(
            "state",
            gettext_lazy("State"),
            lambda row: parts.state_of(row).label,
            sort="state",
            shown=lambda row: tag_state(parts.state_of(row)),
        ),
        Column("number", gettext_lazy("Number"), sort="number"),
        Column("ordinal", gettext_lazy("Version"), sort="ordinal", number=True),
        Column("unit", gettext_lazy("Unit"), "unit.short", sort="unit__short"),
        Column("submitted", gettext_lazy("Submitted"), "submitted_at", sort="submitted_at"),
        Column("opened", gettext_lazy("Opened"), "opened_at", sort="opened_at"),
    )

    def rows(self):
        """Two queries however many."""
        return super().rows().select_related("unit").defer(*queries.HEAVY)

    def crumbs(self):
        """Back to what is being written."""
        return [(LIST, reverse("newsroom:manuscripts")), (VERSIONS, "")]

    def empty(self):
        """What to do first."""
        return Empty(
            _("Nothing has been submitted yet."),
            _("Write a manuscript and send it for approval; what is frozen then stands here."),
            _("To the manuscripts"),
            reverse("newsroom:manuscripts"),
        )


class OfVersion(Screen):
    """A screen of one version."""

    model = Version
    thing_name = "version"

    def rows(self):
        """Those that the reader sees, with their parts."""
        return queries.with_parts(Version.objects.visible_to(self.reader))

    def crumbs(self):
        """List, version, here."""
        found = [(LIST, reverse("newsroom:manuscripts")), (VERSIONS, reverse("newsroom:versions"))]
        own = (self.thing.number or str(self.thing), self.thing.get_absolute_url())
        return [*found, own, (self.heading(), "")]


class ShowVersion(OfVersion, DetailScreen):
    """State, hashes, decisions, what it quotes and shows, its files; what higher desks hang beside it."""

    template = "newsroom/version.html"
    slot_name = "newsroom.version"
    side_slot = "newsroom.version.side"

    def crumbs(self):
        """List, here."""
        return [*super().crumbs()[:2], (self.thing.number or self.heading(), "")]

    def state(self):
        """Its word and tone."""
        return parts.state_of(self.thing)

    def facts(self):
        """In the order in which an officer asks."""
        one = self.thing
        opens = moment(one.opens_at) if one.opens_at else _("as soon as it is approved")
        return [
            (name, value)
            for name, value in (
                (_("Number"), one.number),
                (_("Verify code"), one.code),
                (_("Submitted"), f"{one.submitted_by.name}, {moment(one.submitted_at)}"),
                (_("Opens"), opens if not one.opened_at else ""),
                (_("Opened"), moment(one.opened_at)),
                (_("Contact for the press"), one.contact.name if one.contact else ""),
                (_("Goes to"), "; ".join(registry.words_for(one.audience))),
            )
            if value
        ]

    @cached_property
    def in_force(self) -> bool:
        """Open, and no later one is."""
        later = self.thing.replaced_by.filter(opened_at__isnull=False)
        return self.thing.state == VersionState.OPEN and not later.exists()

    @cached_property
    def may_change(self) -> bool:
        """Whether the reader writes for its unit; asked once for buttons and page."""
        return policies.may_change(self.request, self.thing) is None

    def tools(self):
        """What its state allows this reader; one main thing."""
        one, found = self.thing, []
        if one.opened_at and (public := queries.public_url(one)):
            found.append(Tool(_("Its public page"), public))
        if one.state in (VersionState.SUBMITTED, VersionState.APPROVED, VersionState.HELD):
            found += self.before_opening()
        elif self.in_force:
            if policies.may_withdraw(self.request, one) is None:
                found.append(Tool(_("Withdraw"), reverse("newsroom:withdraw", args=[one.pk])))
            if self.may_change:
                found.append(Tool(_("Correct"), reverse("newsroom:correct", args=[one.pk]), main=True))
        if one.emergency and one.emergency_seen_at is None and self.may_look_after():
            main = not any(tool.main for tool in found)
            found.append(Tool(_("I have looked at it"), reverse("newsroom:look-after", args=[one.pk]), main=main))
        return found

    def before_opening(self):
        """While it waits: take it back, move it, bring it to who approves."""
        one, found = self.thing, []
        if self.may_change:
            found = [
                Tool(_("Take back"), reverse("newsroom:take-back", args=[one.pk])),
                Tool(_("Change the moment"), reverse("newsroom:reschedule", args=[one.pk])),
            ]
        asked = approvals.open_request(queries.KIND, one.pk)
        if asked is not None and may_pass_on(self.request, one.unit_id) is None:
            link = reverse("approval:link", args=[asked.pk])
            found.append(Tool(_("Link for an approver without an account"), link, main=True))
        return found

    def may_look_after(self) -> bool:
        """Whether he decides for its unit and neither wrote nor opened it."""
        one = self.thing
        if policies.may_look_after(self.request, one) is not None:
            return False
        return self.account.pk not in queries.author_ids(one.manuscript) | {one.submitted_by_id}

    def context(self):
        """The text and everything it stands on; reading what isn't open yet is noted."""
        one = self.thing
        if one.opened_at is None:
            self.request.looks.append((queries.KIND, one.pk, "office"))
        known = parts.office_version(one)
        before = queries.previous_of(one)
        return {
            "text_print": parts.grouped(one.text_hash),
            "approval_print": parts.grouped(one.approval_hash),
            "html": parts.body(one.document, known),
            "sources": render.sources(one.document, known),
            "quoted": one.quoted.all(),
            "changed": [fact for fact in one.quoted.all() if fact.stale_at],
            "left": LeftAsItWas.objects.filter(quoted__version=one).select_related("quoted", "by"),
            "may_change": self.may_change,
            "may_leave": self.in_force and self.may_change,
            "not_claims": not_claims(one.document),
            "requests": approvals.requests_of(queries.KIND, one.pk),
            "before": before,
            "rows": [row for row in queries.difference(before, one) if row.kind != "same"] if before else [],
            "line": Version.objects.filter(line_id=one.line_id).defer(*queries.HEAVY).order_by("ordinal"),
        }


class VersionDifference(OfVersion):
    """A version beside the one before it, every block."""

    title = gettext_lazy("What changed")
    template = "newsroom/compare.html"

    def context(self):
        """Every block of both."""
        before = queries.previous_of(self.thing)
        return {"before": before, "rows": queries.difference(before, self.thing) if before else []}


class VersionPaper(OfVersion):
    """The frozen file, byte for byte."""

    title = gettext_lazy("File")

    def get(self, request, *args, **kwargs) -> HttpResponse:
        """The gate is asked as by every exit; 404 where the file isn't made yet."""
        one = self.thing
        thing = Thing(queries.KIND, one.pk, one.level, one.unit_id, one.opened_at, one.issued_at)
        kind = kwargs["kind"]
        file = next((file for file in one.files.all() if file.kind == kind), None)
        if file is None or not may_leave(thing, reader=self.reader, exit=OFFICE, now=self.now):
            raise Http404
        name = f"{one.slug}.{'pdf' if kind == 'pdf' else 'txt'}"
        answer = HttpResponse(store.read(file.file), content_type=MIME[kind])
        answer["Content-Disposition"] = f'inline; filename="{name}"'
        return answer


class Changing(OfVersion):
    """A screen for those who may change a version's way."""

    def may(self):
        """Writers of its unit."""
        return policies.may_change(self.request, self.thing)


class CorrectVersion(Changing, ActScreen):
    """Begin a correction."""

    title = gettext_lazy("Correct")
    submit = gettext_lazy("Write the correction")
    question = gettext_lazy(
        "You write on a copy. It is approved like every text, keeps the number, carries a public note and goes to "
        "exactly those who received this version."
    )

    def act(self):
        """One action."""
        return actions.begin_correction(version=self.thing, by=self.actor, now=self.now)


class LeaveAsItWas(Changing, FormScreen):
    """Leave an open text after a fact that it quotes has changed."""

    title = gettext_lazy("Leave as it is")
    intro = gettext_lazy(
        "The open text stays word for word and the alarm about this change ends. If the fact changes again, it is "
        "asked again."
    )
    form_class = forms.LeaveForm
    submit = gettext_lazy("Leave the text as it is")

    def form_kwargs(self):
        """What is flagged in it now."""
        return {"quoted": [one for one in self.thing.quoted.all() if one.stale_at]}

    def initial(self):
        """The change whose button was pressed."""
        return {"changed": value} if (value := self.request.GET.get("fakta")) else {}

    def write(self, form):
        """One action."""
        value = form.cleaned_data["changed"]
        one = form.quoted[value]
        actions.leave_as_it_was(
            version=self.thing,
            fact=one.fact,
            revision=int(value.partition(":")[2]),
            reason=form.cleaned_data["reason"],
            by=self.actor,
            now=self.now,
        )
        return self.thing

    def message(self, result):
        """What now holds."""
        return _("Left as it was; the reason stands beside the version.")


class WithdrawVersion(OfVersion, FormScreen):
    """Withdraw with a reason."""

    title = gettext_lazy("Withdraw")
    intro = gettext_lazy("The text stays under a banner with your reason; whoever received it is told.")
    form_class = forms.WithdrawForm
    submit = gettext_lazy("Withdraw")
    stop = True

    def may(self):
        """Those who may approve."""
        return policies.may_withdraw(self.request, self.thing)

    def write(self, form):
        """One action."""
        return actions.withdraw_version(
            version=self.thing, reason=form.cleaned_data["reason"], by=self.actor, now=self.now
        )

    def message(self, result):
        """What now holds."""
        return _("Withdrawn at %(at)s.") % {"at": clock(self.now)}


class TakeBack(Changing, ActScreen):
    """Take a version back that isn't open."""

    title = gettext_lazy("Take back")
    submit = gettext_lazy("Take it back")
    question = gettext_lazy("Its approval is void and you can write on. The next submission is another version.")

    def act(self):
        """One action."""
        return actions.take_back(version=self.thing, by=self.actor, now=self.now).manuscript


class Reschedule(Changing, FormScreen):
    """Another moment or audience."""

    title = gettext_lazy("Change the moment")
    intro = gettext_lazy("Approval binds text, audience and moment: it is asked for anew.")
    form_class = forms.SubmitForm
    submit = gettext_lazy("Send for approval again")

    def form_kwargs(self):
        """As it was submitted."""
        return {"unit": self.thing.unit, "reader": self.reader, "correcting": self.thing.replaces_id is not None}

    def initial(self):
        """As it was submitted."""
        one = self.thing
        when = timezone.localtime(one.opens_at) if one.opens_at else None
        return {
            **one.audience,
            "opens": "moment" if when else "approved",
            "opens_at": when,
            "correction_note": one.correction_note,
        }

    def write(self, form):
        """One action."""
        return actions.reschedule(version=self.thing, release=form.release(), by=self.actor, now=self.now)


class LookAfter(OfVersion, FormScreen):
    """A second person looks at what was opened in an emergency."""

    title = gettext_lazy("Look at an emergency")
    template = "newsroom/look_after.html"
    form_class = forms.LookForm
    submit = gettext_lazy("I have read it")

    def may(self):
        """Those who may approve."""
        return policies.may_look_after(self.request, self.thing)

    def write(self, form):
        """One action."""
        agrees = form.cleaned_data["agrees"] == "yes"
        return actions.look_after(version=self.thing, agrees=agrees, by=self.actor, now=self.now)

    def message(self, result):
        """What now holds."""
        return _("Noted under your name.")

    def context(self):
        """The text as the public reads it."""
        known = parts.office_version(self.thing)
        return {"html": parts.body(self.thing.document, known), "sources": render.sources(self.thing.document, known)}
