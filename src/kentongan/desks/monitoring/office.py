"""Coverage on the screen: what came in, beside what we said."""

from __future__ import annotations

from datetime import timedelta

import django_filters
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.monitoring import actions, forms, outside, policies, queries
from kentongan.desks.monitoring.choices import Tone, Via
from kentongan.desks.monitoring.models import Clip, Story
from kentongan.desks.monitoring.rules import importing, marking
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Outlet
from kentongan.ground.library import actions as library
from kentongan.ground.library import store
from kentongan.ground.ui.office import Column, DetailScreen, Empty, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.ui.rules.refusal import Refusal

CHANGES = {
    "figure": gettext_lazy("figure changed"),
    "unit": gettext_lazy("unit changed"),
    "date": gettext_lazy("date changed"),
    "place": gettext_lazy("place changed"),
    "name": gettext_lazy("name changed"),
    "title": gettext_lazy("title changed"),
    "quotation": gettext_lazy("quotation changed"),
    "speaker": gettext_lazy("speaker changed"),
    "negation": gettext_lazy("yes and no changed"),
    "behind": gettext_lazy("old version"),
}


NOT_READ = {
    "barred": gettext_lazy("its address isn't one of the public web"),
    "name": gettext_lazy("there is no such site"),
    "timeout": gettext_lazy("it didn't answer in time"),
    "tls": gettext_lazy("its certificate isn't valid"),
    "large": gettext_lazy("it is too large for an article"),
    "redirects": gettext_lazy("it leads on and on to other addresses"),
    "broken": gettext_lazy("the line broke or its answer makes no sense"),
    "status": gettext_lazy("the site answers with an error"),
    "page": gettext_lazy("no article stands on it"),
}


class ClipFilter(django_filters.FilterSet):
    """By words, outlet, tone, and whether something was changed."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="words")
    outlet = django_filters.ModelChoiceFilter(label=gettext_lazy("Outlet"), queryset=Outlet.objects.all())
    what = django_filters.ChoiceFilter(
        label=gettext_lazy("What"),
        method="shows",
        choices=[
            ("ours", gettext_lazy("carries our release")),
            ("changed", gettext_lazy("changed something")),
            ("behind", gettext_lazy("carries an old version")),
            ("own", gettext_lazy("nothing of ours")),
            ("unjudged", gettext_lazy("tone not judged")),
        ],
    )
    tone = django_filters.ChoiceFilter(label=gettext_lazy("Tone"), field_name="tone_body", choices=Tone.choices)

    class Meta:
        model = Clip
        fields = ()

    def words(self, rows, name, value):
        """In headline or text."""
        return rows.filter(Q(title__icontains=value) | Q(text__icontains=value))

    def shows(self, rows, name, value):
        """One question each."""
        return {
            "ours": rows.filter(pickup__isnull=False),
            "changed": rows.filter(pickup__isnull=False).exclude(pickup__changes=[]),
            "behind": rows.filter(behind=True),
            "own": rows.filter(pickup__isnull=True),
            "unjudged": rows.filter(tone_body=""),
        }[value]


def findings_in_words(clip: Clip) -> str:
    """`figure changed: 250 → 217; old version`; where nothing is ours, whom it follows."""
    if getattr(clip, "pickup", None) is None and clip.copied_from:
        return _("follows %(outlet)s") % {"outlet": clip.copied_from.outlet_name}
    said = [
        f"{CHANGES[kind]}: {what}" if what else str(CHANGES[kind]) for kind, what, _tone in queries.findings_of(clip)
    ]
    return "; ".join(said)


class Coverage(ListScreen):
    """Every clip this person may see, newest first."""

    title = gettext_lazy("Coverage")
    model = Clip
    filterset_class = ClipFilter
    default_sort = "-published"
    columns = (
        Column("title", gettext_lazy("Headline"), sort="title"),
        Column("outlet", gettext_lazy("Outlet"), "outlet_name", sort="outlet_name"),
        Column("published", gettext_lazy("Published"), "published_at", sort="published_at"),
        Column(
            "kept",
            gettext_lazy("Ours kept"),
            lambda clip: f"{round(100 * clip.pickup.kept)} %" if hasattr(clip, "pickup") else "",
            number=True,
            sort="pickup__kept",
        ),
        Column("findings", gettext_lazy("Shows"), findings_in_words),
        Column("tone", gettext_lazy("Tone"), lambda clip: clip.get_tone_body_display()),
    )

    def rows(self):
        """With versions and whom each follows, in a constant number of queries."""
        return queries.clips(reader=self.reader).select_related("copied_from")

    def row_url(self, row):
        """The clip."""
        return address(row)

    def tools(self):
        """Three ways in."""
        return (
            Tool(_("Stories"), reverse("monitoring:stories")),
            Tool(_("Import"), reverse("monitoring:import")),
            Tool(_("Paste a text"), reverse("monitoring:text")),
            Tool(_("Add by link"), reverse("monitoring:link"), main=True),
        )

    def empty(self):
        """What belongs here."""
        return Empty(
            _("No clip yet."),
            _("Paste the link of an article about us; it is traced to our release by itself."),
            _("Add by link"),
            reverse("monitoring:link"),
            _("Import a file"),
            reverse("monitoring:import"),
        )


class TakesIn(FormScreen):
    """What every way in has in common."""

    def may(self):
        """Those who read the press."""
        return policies.may_take_in(self.request)

    def crumbs(self):
        """Back to the coverage."""
        return [(_("Coverage"), reverse("monitoring:coverage")), (self.heading(), "")]

    def form_kwargs(self):
        """Own units."""
        return {"units": sorted({unit for unit, role in self.roles if role in policies.READERS})}

    def done(self, result):
        """To the clip."""
        return address(result)

    def message(self, result):
        """What happens now."""
        return _("The article was kept; in a moment it is held against our releases.")


class AddByLink(TakesIn):
    """A link is pasted; the page is read and kept beside its article."""

    title = gettext_lazy("Add by link")
    form_class = forms.LinkForm
    submit = gettext_lazy("Read the page")

    def write(self, form):
        """Fetch and read outside any transaction, keep the page, then one verb."""
        values = form.cleaned_data
        try:
            found, page = outside.read_article(values["url"])
        except outside.NotRead as fault:
            raise Refusal(
                _("The page couldn't be read: %(why)s.") % {"why": NOT_READ[fault.why]},
                then=_("Paste its text instead."),
            ) from fault
        path, sha256 = store.keep(page)
        kept = library.Kept(f"{queries.name_of_host(values['url'])}.html", path, sha256, len(page))
        document = library.take_in_document(
            unit=values["unit"], level=values["level"], kept=kept, mime="text/html", by=self.actor, now=self.now
        )
        published = found.published
        article = actions.Read(
            outlet=found.outlet,
            title=found.title,
            url=values["url"],
            text="\n\n".join(found.paragraphs),
            published=published,
            author=", ".join(found.authors),
        )
        return actions.take_in_clip(
            unit=values["unit"], level=values["level"], article=article, via=Via.LINK, page=document, by=self.actor,
            now=self.now,
        )  # fmt: skip


class PasteText(TakesIn):
    """An article pasted as text."""

    title = gettext_lazy("Paste a text")
    form_class = forms.TextForm
    submit = gettext_lazy("Keep it")

    def write(self, form):
        """One verb."""
        values = form.cleaned_data
        article = actions.Read(
            outlet=values["outlet"].name if values["outlet"] else values["outlet_name"],
            title=values["title"],
            url=values["url"],
            text=values["text"],
            published=values["published"],
            author=values["author"],
        )
        return actions.take_in_clip(
            unit=values["unit"], level=values["level"], article=article, via=Via.TEXT, by=self.actor, now=self.now
        )


class ImportClips(TakesIn):
    """Many articles at once: first what would come and what is wrong, then all of it."""

    title = gettext_lazy("Import coverage")
    form_class = forms.ImportForm
    submit = gettext_lazy("Look at it first")
    template = "monitoring/import.html"
    draft = False

    def post(self, request, *args, **kwargs):
        """The dry run, or the import of the file that the dry run kept."""
        if "sha256" in request.POST:
            return self.take_in(request)
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(form=form, status=422)
        content = form.cleaned_data["file"].read()
        try:
            rows, faults = importing.read_articles(content, zone=timezone.get_current_timezone())
        except ValueError as fault:
            name = form.cleaned_data["file"].name
            refusal = Refusal(_("%(file)s can't be read: %(why)s.") % {"file": name, "why": fault})
            return self.page(form=form, refusal=refusal, status=409)
        _path, sha256 = store.keep(content)
        rows = importing.without_twins(rows)
        plan = {
            "rows": rows,
            "more": max(0, len(rows) - 10),
            "faults": faults,
            "sha256": sha256,
            "unit": form.cleaned_data["unit"].pk,
            "level": form.cleaned_data["level"],
        }
        return self.page(form=form, plan=plan)

    def take_in(self, request):
        """The kept file, read again: what was shown is what comes."""
        form = forms.OfUnit(request.POST, **self.form_kwargs())
        sha256 = request.POST["sha256"]
        if not form.is_valid() or len(sha256) != 64 or not sha256.isalnum():
            return self.page(status=422)
        content = store.read(f"{sha256[:2]}/{sha256}")
        rows, _faults = importing.read_articles(content, zone=timezone.get_current_timezone())
        articles = [actions.Read(r.outlet, r.title, r.url, r.text, r.published) for r in importing.without_twins(rows)]
        count = actions.import_clips(
            unit=form.cleaned_data["unit"],
            level=form.cleaned_data["level"],
            articles=articles,
            by=self.actor,
            now=self.now,
        )
        messages.success(request, _("%(n)s articles came in; those that were here stayed as they are.") % {"n": count})
        return HttpResponseRedirect(reverse("monitoring:coverage"))


class ShowClip(DetailScreen):
    """One article beside the version it follows: kept, cut, added, changed."""

    model = Clip
    thing_name = "clip"
    template = "monitoring/clip.html"
    slot_name = "monitoring.clip"

    def rows(self):
        """With its version."""
        return queries.clips(reader=self.reader).select_related("page", "captured_by", "copied_from")

    def crumbs(self):
        """Back to the coverage."""
        return [(_("Coverage"), reverse("monitoring:coverage")), (self.thing.title, "")]

    def tools(self):
        """A person's judgement."""
        if policies.may_take_in(self.request, self.thing.unit_id):
            return ()
        pk = self.thing.pk
        return (
            Tool(_("Say which version"), reverse("monitoring:follows", args=[pk])),
            Tool(_("Judge the tone"), reverse("monitoring:tone", args=[pk]), main=not self.thing.tone_body),
        )

    def facts(self):
        """As a leader asks."""
        clip = self.thing
        tone = " · ".join(filter(None, (clip.get_tone_headline_display(), clip.get_tone_body_display())))
        return [
            (_("Outlet"), clip.outlet or clip.outlet_name),
            (_("Journalist"), clip.author or "–"),
            (
                _("Tone of headline · text"),
                f"{tone} ({clip.tone_by}: {clip.tone_reason})" if tone else _("not judged yet"),
            ),
            (_("Taken in"), f"{clip.get_via_display()}, {clip.captured_by or '–'}"),
        ]

    def context(self):
        """Both texts marked; each change with both sides."""
        clip = self.thing
        pickup = getattr(clip, "pickup", None)
        found = {
            "pickup": pickup,
            "copies": queries.copies_of(clip, reader=self.reader),
            "findings": [(CHANGES[kind], what, tone) for kind, what, tone in queries.findings_of(clip)],
        }
        if pickup:
            shares = {"cut_share": max(0.0, 1 - pickup.kept), "own_share": max(0.0, 1 - pickup.ours)}
            return {**found, **beside(pickup.version, clip), **shares}
        if first := queries.earliest_of(clip, reader=self.reader):
            return {**found, **beside(first, clip), "first": first}
        return found


def beside(earlier: Version | Clip, clip: Clip) -> dict[str, object]:
    """Both texts marked, and how much of each stands in the other."""
    trace = queries.trace_against(earlier, clip)
    ours, theirs = marking.marked(earlier.text, clip.text, trace)
    return {
        "ours": ours,
        "theirs": theirs,
        "trace": trace,
        "cut_share": max(0.0, 1 - trace.kept),
        "own_share": max(0.0, 1 - trace.ours),
        "changes": [(CHANGES[change.kind], f"{change.was} → {change.now}") for change in trace.changes],
    }


class JudgeTone(FormScreen):
    """Headline and text, each by itself; the reason stands beside it."""

    title = gettext_lazy("Judge the tone")
    form_class = forms.ToneForm
    model = Clip
    thing_name = "clip"
    template = "monitoring/tone.html"

    def may(self):
        """Those who read the press for this unit."""
        return policies.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the clip."""
        return [(self.thing.title, address(self.thing)), (self.heading(), "")]

    def initial(self):
        """As it was judged."""
        clip = self.thing
        return {"headline": clip.tone_headline, "body": clip.tone_body, "reason": clip.tone_reason}

    def write(self, form):
        """One verb."""
        return actions.set_tone(clip=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the clip."""
        return address(result)


class SayVersion(FormScreen):
    """Which version the clip follows, when the eye sees better than the machine."""

    title = gettext_lazy("Which version it follows")
    form_class = forms.VersionForm
    model = Clip

    def may(self):
        """Those who read the press for this unit."""
        return policies.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the clip."""
        return [(self.thing.title, address(self.thing)), (self.heading(), "")]

    def form_kwargs(self):
        """Versions that were open around its printing and that this person sees."""
        moment = self.thing.published_at or self.thing.captured_at
        opened = Version.objects.visible_to(self.reader).filter(
            opened_at__gte=moment - queries.OPEN_BEFORE, opened_at__lte=moment + timedelta(days=1)
        )
        return {"offered": opened.order_by("-opened_at")}

    def initial(self):
        """What the machine said."""
        pickup = getattr(self.thing, "pickup", None)
        return {"version": pickup.version_id if pickup else None}

    def write(self, form):
        """One verb."""
        return actions.say_version(clip=self.thing, version=form.cleaned_data["version"], by=self.actor, now=self.now)

    def done(self, result):
        """Back to the clip."""
        return address(self.thing)


class Stories(ListScreen):
    """One text in several outlets: copies are linked, never merged."""

    title = gettext_lazy("Stories")
    model = Story
    default_sort = "-last"
    columns = (
        Column("title", gettext_lazy("Story"), sort="title"),
        Column("count", gettext_lazy("Clips"), number=True, sort="count"),
        Column("independent", gettext_lazy("Texts of their own"), number=True),
        Column("first", gettext_lazy("First"), "first_at", sort="first_at"),
        Column("last", gettext_lazy("Last"), "last_at", sort="last_at"),
    )

    def rows(self):
        """With counts."""
        return queries.stories(reader=self.reader)

    def row_url(self, row):
        """The story."""
        return reverse("monitoring:story", args=[row.pk])

    def crumbs(self):
        """Back to the coverage."""
        return [(_("Coverage"), reverse("monitoring:coverage")), (self.heading(), "")]

    def empty(self):
        """What belongs here."""
        return Empty(_("No text was found in two outlets yet."), _("Clips of one text are linked here by themselves."))


class ShowStory(DetailScreen):
    """Who printed first, who copied whom, who wrote himself."""

    model = Story
    thing_name = "story"
    template = "monitoring/story.html"

    def crumbs(self):
        """Back to the stories."""
        return [(_("Stories"), reverse("monitoring:stories")), (self.thing.title, "")]

    def context(self):
        """Its clips in the order of printing."""
        clips = queries.clips(reader=self.reader).filter(story=self.thing).select_related("copied_from__outlet")
        return {"clips": clips.order_by("published_at", "pk")}


def address(clip: Clip) -> str:
    """Where a clip is shown."""
    return reverse("monitoring:clip", args=[clip.pk])
