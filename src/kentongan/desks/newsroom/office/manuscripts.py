"""What is being written: the list, the beginning, the history, the preview, the way to approval."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.agenda.models import Activity
from kentongan.desks.newsroom import actions, forms, policies, queries
from kentongan.desks.newsroom.choices import ManuscriptState
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.desks.newsroom.office import parts
from kentongan.desks.newsroom.rules import difference, render
from kentongan.ground.approval import queries as approvals
from kentongan.ground.ui.office import ActScreen, Column, Empty, FormScreen, ListScreen, Screen, Tool
from kentongan.ground.ui.templatetags.ui import tag_state
from kentongan.ground.units.choices import Role

LIST = gettext_lazy("Manuscripts")
# A release is written within days of its activity; older ones are found by the agenda itself.
OFFERED = timedelta(days=30)


class Manuscripts(ListScreen):
    """What is being written, the last touched first."""

    title = LIST
    model = Manuscript
    filterset_class = forms.ManuscriptFilter
    default_sort = "-changed"
    columns = (
        Column("title", gettext_lazy("Headline"), str, sort="title"),
        Column(
            "state",
            gettext_lazy("State"),
            lambda row: parts.manuscript_state(row).label,
            sort="state",
            shown=lambda row: tag_state(parts.manuscript_state(row)),
        ),
        Column("kind", gettext_lazy("Kind"), lambda row: row.get_kind_display(), sort="kind"),
        Column("authors", gettext_lazy("Written by"), lambda row: ", ".join(a.account.name for a in row.authors.all())),
        Column("unit", gettext_lazy("Unit"), "unit.short", sort="unit__short"),
        Column("changed", gettext_lazy("Changed"), "changed_at", sort="changed_at"),
    )

    def rows(self):
        """Rows and their parts: four queries however many."""
        return queries.manuscripts(self.reader)

    def row_url(self, row):
        """To the writing while it is written, to its newest version afterwards."""
        if row.state == ManuscriptState.SUBMITTED and row.newest_versions:
            return reverse("newsroom:version", args=[row.newest_versions[0].pk])
        return reverse("newsroom:write", args=[row.pk])

    def tools(self):
        """The first action, and what came of it."""
        found = [Tool(_("All versions"), reverse("newsroom:versions"))]
        if policies.may_start(self.request) is None:
            found.append(Tool(_("Write"), reverse("newsroom:start"), main=True))
        return found

    def empty(self):
        """What to do first."""
        return Empty(
            _("Nothing is being written."),
            _("Begin from an activity: its date, place and officials come into the text with their source."),
            _("Write"),
            reverse("newsroom:start"),
            _("To the agenda"),
            reverse("agenda:board"),
        )


class StartManuscript(FormScreen):
    """Begin to write."""

    title = gettext_lazy("Write")
    form_class = forms.StartForm
    submit = gettext_lazy("Begin")

    def may(self):
        """Writers."""
        return policies.may_start(self.request)

    def crumbs(self):
        """Back to the list."""
        return [(LIST, reverse("newsroom:manuscripts")), (self.heading(), "")]

    def initial(self):
        """An activity named in the address is chosen already."""
        asked = self.request.POST.get("activity") or self.request.GET.get("kegiatan", "")
        return {"activity": asked} if asked.isascii() and asked.isdecimal() and len(asked) < 19 else {}

    def form_kwargs(self):
        """Units in which he writes; activities of these weeks that he may see, and the one he came from."""
        units = sorted({unit for unit, role in self.roles if role in policies.WRITERS})
        offered = Q(starts_at__gt=self.now - OFFERED, starts_at__lt=self.now + OFFERED)
        if came_from := self.initial().get("activity"):
            offered |= Q(pk=came_from)
        return {
            "units": units,
            "activities": Activity.objects.visible_to(self.reader).filter(offered).order_by("-starts_at"),
        }

    def write(self, form):
        """One action."""
        clean = form.cleaned_data
        activity = clean["activity"]
        settings = actions.Settings(kind=clean["kind"], language=clean["language"])
        return actions.start_manuscript(
            unit=clean["unit"], activity=activity, settings=settings, title=clean["title"], by=self.actor, now=self.now
        )


class OfManuscript(Screen):
    """A screen of one manuscript."""

    model = Manuscript
    thing_name = "manuscript"
    manuscript: Manuscript

    def rows(self):
        """Those that the reader sees."""
        return Manuscript.objects.visible_to(self.reader).select_related("unit", "activity", "corrects", "created_by")

    def crumbs(self):
        """List, manuscript, here."""
        return [
            (LIST, reverse("newsroom:manuscripts")),
            (str(self.thing), reverse("newsroom:write", args=[self.thing.pk])),
            (self.heading(), ""),
        ]

    def material(self, document=None):
        """What the checks and the preview know."""
        return queries.material_for(
            self.thing,
            document=document or self.thing.document,
            reader=self.reader,
            day=queries.local_day(self.now),
        )


class Writable(OfManuscript):
    """A screen of one manuscript for those who may write in it."""

    def may(self):
        """Writers of its unit."""
        return policies.may_write(self.request, self.thing)


class Preview(OfManuscript):
    """Exactly as it prints."""

    title = gettext_lazy("Preview")
    template = "newsroom/preview.html"

    def context(self):
        """The page's own parts, from the manuscript as it stands."""
        material = self.material()
        known = queries.resolved(self.thing, material)
        known = render.Resolved(known.facts, parts.in_office(dict(known.photos)), known.language)
        document = self.thing.document
        return {
            "html": parts.body(document, known),
            "sources": render.sources(document, known),
            "whatsapp": render.to_whatsapp(
                self.thing.title, document, known, link=_("(link, once it is open)"), code=_("(code, once it is open)")
            ),
        }

    def tools(self):
        """Back to the writing."""
        return (Tool(_("Write on"), reverse("newsroom:write", args=[self.thing.pk])),)


class History(OfManuscript):
    """Every save, the newest first."""

    title = gettext_lazy("History")
    template = "newsroom/history.html"

    def context(self):
        """Saves with their writers: one query."""
        return {"revisions": self.thing.revisions.select_related("by").defer("document").order_by("-number")[:500]}


class Compare(OfManuscript):
    """One save beside the text as it stands, by block and word."""

    template = "newsroom/compare.html"

    @property
    def revision(self):
        """The save that the address names."""
        found = self.thing.revisions.select_related("by").filter(number=self.kwargs["number"]).first()
        if found is None:
            raise Http404
        return found

    def heading(self):
        """Which save."""
        return _("Save %(n)s beside the text now") % {"n": self.kwargs["number"]}

    def crumbs(self):
        """List, manuscript, history, here."""
        history = (_("History"), reverse("newsroom:history", args=[self.thing.pk]))
        return [*super().crumbs()[:-1], history, (self.heading(), "")]

    def context(self):
        """Blocks of both; facts stand as they are now in both, so only words differ."""
        revision = self.revision
        return {"revision": revision, "rows": compared(self, revision.title, revision.document)}


def compared(screen: OfManuscript, title: str, document: dict[str, Any]) -> list[difference.Row]:
    """What changed from another text of this manuscript to the one that stands."""
    thing = screen.thing
    old = queries.resolved(thing, screen.material(document))
    new = queries.resolved(thing, screen.material())
    return difference.difference(
        queries.plain_blocks(title, document, old), queries.plain_blocks(thing.title, thing.document, new)
    )


class Revert(Writable, ActScreen):
    """Take an earlier save as the text again; it becomes a new save, and nothing is lost."""

    title = gettext_lazy("Use this save again")
    submit = gettext_lazy("Use it")
    question = gettext_lazy("It becomes a new save on top; what stands now stays in the history.")

    def act(self):
        """One action."""
        earlier = self.thing.revisions.filter(number=self.kwargs["number"]).first()
        if earlier is None:
            raise Http404
        actions.save_revision(
            manuscript=self.thing,
            title=earlier.title,
            document=earlier.document,
            base=self.thing.head,
            key=f"revert-{earlier.number}-{self.thing.head}",
            by=self.actor,
            now=self.now,
        )
        return self.thing


class ChangeSettings(Writable, FormScreen):
    """Kind, level, topics, agencies, contact."""

    title = gettext_lazy("Settings")
    form_class = forms.SettingsForm

    def initial(self):
        """As it is."""
        thing = self.thing
        return {
            "kind": thing.kind,
            "level": thing.level,
            "language": thing.language,
            "topics": thing.topics.all(),
            "agencies": thing.agencies.all(),
            "contact": thing.contact,
        }

    def write(self, form):
        """One action."""
        return actions.change_settings(manuscript=self.thing, settings=form.settings(), by=self.actor, now=self.now)


class Drop(Writable, ActScreen):
    """Stop writing it."""

    title = gettext_lazy("Stop writing this")
    submit = gettext_lazy("Stop writing it")
    stop = True
    question = gettext_lazy("It leaves the list of what is being written; its saves stay and can be read.")

    def act(self):
        """One action."""
        return actions.drop_manuscript(manuscript=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the list."""
        return reverse("newsroom:manuscripts")


class Submit(Writable, FormScreen):
    """Freeze it and ask for approval: to whom it goes, when it opens, who reads it first."""

    title = gettext_lazy("Send for approval")
    template = "newsroom/submit.html"
    form_class = forms.SubmitForm
    submit = gettext_lazy("Send for approval")

    def form_kwargs(self):
        """The unit's audience fields; the public note only for a correction."""
        return {"unit": self.thing.unit, "reader": self.reader, "correcting": self.thing.corrects_id is not None}

    def initial(self):
        """What was said at the last submission of this manuscript."""
        last = self.thing.versions.order_by("-ordinal").first() or self.thing.corrects
        kept = dict(last.audience) if last else {}
        return {**kept, "correction_note": self.thing.correction_note}

    def write(self, form):
        """One action."""
        return actions.submit(manuscript=self.thing, release=form.release(), by=self.actor, now=self.now)

    def message(self, result: Version):
        """What now holds."""
        return _("Sent for approval. Until it is decided nobody can write in it.")

    def context(self):
        """The checks once more, the path, and what the approver will be told."""
        material = self.material()
        findings = queries.findings_for(
            self.thing, title=self.thing.title, document=self.thing.document, material=material
        )
        known = queries.resolved(self.thing, material)
        path = approvals.path_for(self.thing.unit, self.thing.kind, self.thing.level)
        return {
            "findings": [one for one in parts.shown_findings(findings) if one["severity"] != "note"],
            "tally": parts.tally(findings),
            "unsourced": render.unsourced(self.thing.document, known),
            "steps": [str(step) for step in path.steps.all()] if path else [str(Role.APPROVER.label)],
            "corrects": self.thing.corrects,
        }


class OpenEmergency(Writable, FormScreen):
    """Open at once, without approval."""

    title = gettext_lazy("Open in an emergency")
    intro = gettext_lazy("It is public at once. Every office page stays red until a second person has looked at it.")
    form_class = forms.EmergencyForm
    submit = gettext_lazy("Open now")
    stop = True

    def form_kwargs(self):
        """As for approval, without a moment."""
        return {"unit": self.thing.unit, "reader": self.reader, "correcting": self.thing.corrects_id is not None}

    def write(self, form):
        """One action."""
        return actions.open_emergency(
            manuscript=self.thing,
            release=form.release(),
            reason=form.cleaned_data["reason"],
            by=self.actor,
            now=self.now,
        )

    def message(self, result: Version):
        """What now holds."""
        return _("Opened as %(number)s. A second person must look at it within the hour.") % {"number": result.number}
