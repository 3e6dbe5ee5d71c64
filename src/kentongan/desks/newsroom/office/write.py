"""The write screen: the text as it prints, the checks beside it, facts by one tap; all of it without script too."""

from __future__ import annotations

import secrets
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render as render_page
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.facts.actions import record_fact
from kentongan.desks.facts.queries import facts_for
from kentongan.desks.newsroom import actions, forms, queries
from kentongan.desks.newsroom.choices import ManuscriptState
from kentongan.desks.newsroom.office import parts
from kentongan.desks.newsroom.office.manuscripts import LIST, OfManuscript, Writable, compared
from kentongan.desks.newsroom.rules import fixes, plain, render
from kentongan.desks.newsroom.rules.checks import LONGEST_HEADLINE
from kentongan.ground.library.models import Photograph
from kentongan.ground.ui.office import FormScreen, Tool
from kentongan.ground.ui.rules.refusal import Refusal


class Text(OfManuscript):
    """The text as it was typed or as it stands, with its findings."""

    typed_title: str | None = None
    typed_document: dict[str, Any] | None = None

    @property
    def text_title(self) -> str:
        """The headline that is looked at."""
        return self.thing.title if self.typed_title is None else self.typed_title

    @property
    def document(self) -> dict[str, Any]:
        """The document that is looked at."""
        return self.typed_document or self.thing.document

    @cached_property
    def known(self):
        """What it stands on: one reading for checks, preview and lists."""
        return self.material(self.document)

    @cached_property
    def findings(self):
        """What the checks say of it."""
        return queries.findings_for(self.thing, title=self.text_title, document=self.document, material=self.known)

    def checked(self) -> dict[str, Any]:
        """What `newsroom/_stops.html` and `newsroom/_checks.html` show."""
        return {
            "manuscript": self.thing,
            "findings": parts.shown_findings(self.findings),
            "tally": parts.tally(self.findings),
            "html": self.printed(),
            "sources": render.sources(self.document, queries.resolved(self.thing, self.known)),
        }

    def printed(self):
        """The text as it prints, findings underlined."""
        known = queries.resolved(self.thing, self.known)
        known = render.Resolved(known.facts, parts.in_office(dict(known.photos)), known.language)
        return parts.body(self.document, known, findings=self.findings)


class Write(Text, Writable, FormScreen):
    """Write. A stale save answers 409 with both texts and a choice; whatever is refused, what was typed comes back."""

    template = "newsroom/write.html"
    form_class = forms.WriteForm
    submit = gettext_lazy("Save")

    def heading(self):
        """The headline, or what it is."""
        return str(self.thing)

    def crumbs(self):
        """Back to the list."""
        return [(LIST, reverse("newsroom:manuscripts")), (self.heading(), "")]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A submitted text isn't written in: its version is shown instead."""
        newest = self.thing.versions.order_by("-ordinal").first()
        if self.thing.state == ManuscriptState.SUBMITTED and newest:
            return HttpResponseRedirect(newest.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def initial(self):
        """The text as it stands, and a fresh key for its next save."""
        return {
            "title": self.thing.title,
            "text": plain.write(self.thing.document),
            "base": self.thing.head,
            "key": secrets.token_urlsafe(12),
        }

    def tools(self):
        """What else can be done with it; sending is the one main thing."""
        pk = self.thing.pk
        return (
            Tool(_("Preview"), reverse("newsroom:preview", args=[pk])),
            Tool(_("Settings"), reverse("newsroom:settings", args=[pk])),
            Tool(_("Send for approval"), reverse("newsroom:submit", args=[pk]), main=True),
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Save; where a fix or a fact was asked for, do that with the text as it was typed."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form=form, status=422)
        self.typed_title, self.typed_document = form.cleaned_data["title"], form.document()
        facts = forms.QuickFactForm(request.POST) if "record" in request.POST else None
        if facts is not None and not facts.is_valid():
            return self.page(form=form, fact_form=facts, status=422)
        try:
            document = self._mended(request.POST.get("fix", ""), request.POST)
            revision = self._save(form, document)
            if facts is not None:
                self._record(facts)
        except actions.StaleSave as stale:
            rows = compared(self, form.cleaned_data["title"], form.document())
            return self.page(form=form, refusal=stale, stale=stale, stale_rows=rows, status=409)
        except fixes.NoSuchFix:
            why = Refusal(_("The text has changed there; look at the checks again."))
            return self.page(form=form, refusal=why, status=409)
        except Refusal as refusal:
            return self.page(form=form, refusal=refusal, status=409)
        messages.success(request, _("Saved as change %(n)s.") % {"n": revision.number})
        return HttpResponseRedirect(self.request.path)

    def _mended(self, fix: str, posted: Any) -> dict[str, Any]:
        """The document with the fix of a button applied; `fix` is `<finding's key>#<place>`."""
        if not fix:
            return self.document
        key, _sign, place = fix.rpartition("#")
        finding = next((one for one in self.findings if one.key == key), None)
        if finding is None or not place.isdecimal() or int(place) >= len(finding.fixes):
            raise fixes.NoSuchFix(fix)
        chosen = finding.fixes[int(place)]
        reason = posted.get(f"reason:{key}", "").strip()
        if chosen.do == "not_claim" and not reason:
            raise Refusal(_("Say why it is no claim; the approver reads the reason."))
        return fixes.apply(self.document, finding, chosen, reason=reason)

    def _save(self, form: forms.WriteForm, document: dict[str, Any]):
        clean = form.cleaned_data
        # "Keep mine": the writer saw the other text and saves on top of it; it stays in the history.
        over = self.request.POST.get("over", "")
        base = int(over) if over.isdecimal() else clean["base"]
        return actions.save_revision(
            manuscript=self.thing,
            title=clean["title"],
            document=document,
            base=base,
            key=clean["key"],
            by=self.actor,
            now=self.now,
        )

    def _record(self, facts: forms.QuickFactForm) -> None:
        record_fact(
            unit=self.thing.unit,
            level=self.thing.level,
            owner=self.account,
            claim=facts.claimed(),
            activity=self.thing.activity,
            by=self.actor,
            now=self.now,
        )

    def context(self):
        """Facts and photographs to take from, the checks, who saved last."""
        album = self.thing.activity.album if self.thing.activity else None
        photos = Photograph.objects.visible_to(self.reader).filter(album=album) if album else ()
        offered = facts_for(self.thing.activity, reader=self.reader) if self.thing.activity else ()
        return {
            **self.checked(),
            "last": self.thing.revisions.select_related("by").defer("document").order_by("-number").first(),
            "offered": [
                {
                    "fact": fact,
                    "mark": f"[{queries.quoted(fact).figure}|fakta:{fact.pk}]",
                    "source": queries.quoted(fact).source,
                }
                for fact in offered
            ],
            "speakers": self._speakers(),
            "album": [{"photo": photo, "mark": f"![foto:{photo.pk}]"} for photo in photos],
            "longest": LONGEST_HEADLINE,
            "fact_form": forms.QuickFactForm(),
        } | self.kept

    def _speakers(self) -> list[dict[str, str]]:
        """Those who go to the activity, each as the line that names the speaker of a quotation."""
        if self.thing.activity is None:
            return []
        going = set(self.thing.activity.assignments.exclude(attendance="absent").values_list("person_id", flat=True))
        found = []
        for person in self.known.people:
            if person.id in going:
                named = ", ".join([person.full, *person.titles[:1]])
                found.append({"name": named, "mark": f"> — {named} [orang:{person.id}]"})
        return found

    kept: dict[str, Any] = {}

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        """A refused fact form comes back as it was typed."""
        self.kept = {"fact_form": more.pop("fact_form")} if "fact_form" in more else {}
        return super().page(status=status, **more)


class Examine(Text, Writable):
    """The checks of the text as it is being typed, for the list beside it; saves nothing."""

    title = gettext_lazy("Checks")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What stops it and the list, as a fragment, or the sentence that the text is too long."""
        form = forms.WriteForm(request.POST)
        if form.is_valid():
            self.typed_title, self.typed_document = form.cleaned_data["title"], form.document()
        return render_page(request, "newsroom/_examined.html", self.checked())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Without script nobody comes here; whoever does is shown the writing."""
        return HttpResponseRedirect(reverse("newsroom:write", args=[self.thing.pk]))
