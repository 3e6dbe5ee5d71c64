"""Claims on the screen: the list, one claim with its past, the forms."""

from __future__ import annotations

import django_filters
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts import actions, forms, policies, queries
from kentongan.desks.facts.choices import FactKind, SourceKind
from kentongan.desks.facts.models import Fact
from kentongan.ground.ui.office import Column, DetailScreen, Empty, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool


class FactFilter(django_filters.FilterSet):
    """By word, kind and source; `none` finds what still lacks one."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="words")
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=FactKind.choices)
    source_kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Source"), choices=[*SourceKind.choices, ("none", gettext_lazy("none yet"))], method="source"
    )

    class Meta:
        model = Fact
        fields = ()

    def words(self, rows, name, value):
        """In the claim or its value."""
        return rows.filter(claim__icontains=value) | rows.filter(value__icontains=value)

    def source(self, rows, name, value):
        """`none` is the empty source."""
        return rows.filter(source_kind="" if value == "none" else value)


class Facts(ListScreen):
    """Every claim this person may see."""

    title = gettext_lazy("Facts")
    model = Fact
    filterset_class = FactFilter
    default_sort = "-changed"
    columns = (
        Column("claim", gettext_lazy("Claim"), sort="claim"),
        Column("value", gettext_lazy("Value"), lambda fact: f"{fact.value} {fact.measure}".strip()),
        Column("source", gettext_lazy("Source"), lambda fact: queries.source_of(fact) or _("none yet")),
        Column("changed", gettext_lazy("Changed"), "changed_at", sort="changed_at"),
    )

    def rows(self):
        """With sources, in a constant number of queries."""
        return super().rows().select_related("source_agency", "source_person", "document", "activity")

    def row_url(self, row):
        """The claim's own page."""
        return address(row)

    def tools(self):
        """The first action."""
        return (Tool(_("Record a fact"), reverse("facts:record"), main=True),)

    def empty(self):
        """What belongs here."""
        return Empty(
            _("No fact is recorded yet."),
            _("Date, place and officials come from an activity by themselves; figures are recorded here."),
            _("Record a fact"),
            reverse("facts:record"),
        )


class ShowFact(DetailScreen):
    """One claim, its source, what it said before, and where it is quoted."""

    model = Fact
    thing_name = "fact"
    template = "facts/fact.html"
    slot_name = "facts.fact"

    def rows(self):
        """With what the page shows."""
        return super().rows().select_related("source_agency", "source_person", "document", "activity", "owner", "unit")

    def heading(self):
        """The claim itself."""
        return self.thing.claim

    def crumbs(self):
        """Back to the list."""
        return [(_("Facts"), reverse("facts:facts")), (self.heading(), "")]

    def tools(self):
        """Verbs of this person; what comes from an activity is changed there."""
        fact = self.thing
        if fact.withdrawn_at or policies.may_change(self.request, fact):
            return ()
        if fact.from_activity:
            return (Tool(_("Open the activity"), reverse("agenda:activity", args=[fact.activity_id])),)
        return (
            Tool(_("Withdraw"), reverse("facts:withdraw", args=[fact.pk])),
            Tool(_("Correct"), reverse("facts:change", args=[fact.pk]), main=True),
        )

    def facts(self):
        """As an editor asks."""
        fact = self.thing
        return [
            (_("Kind"), fact.get_kind_display()),
            (_("Source"), queries.source_of(fact) or _("none yet")),
            (_("As of"), fact.as_of or "–"),
            (_("Owner"), fact.owner),
            (_("Who may know"), fact.get_level_display()),
            (_("Revision"), fact.revision),
        ]

    def context(self):
        """Its past."""
        return {"past": self.thing.revisions.select_related("changed_by")}


class RecordFact(FormScreen):
    """Note a claim; from an activity (`?kegiatan=7`) it belongs to it."""

    title = gettext_lazy("Record a fact")
    form_class = forms.FactForm
    submit = gettext_lazy("Record it")
    template = "facts/fact_form.html"

    def may(self):
        """Keepers of any unit."""
        return policies.may_record(self.request)

    @property
    def activity(self) -> Activity | None:
        """The activity of the address, 404 where this person doesn't see it."""
        named = self.request.GET.get("kegiatan", "")
        if not named:
            return None
        if not named.isdigit():
            raise Http404
        return get_object_or_404(Activity.objects.visible_to(self.reader), pk=int(named))

    def crumbs(self):
        """Back to where one came from."""
        if self.activity:
            return [(self.activity.title, reverse("agenda:activity", args=[self.activity.pk])), (self.heading(), "")]
        return [(_("Facts"), reverse("facts:facts")), (self.heading(), "")]

    def form_kwargs(self):
        """Units in which this person keeps facts, documents that he sees."""
        units = sorted({unit for unit, role in self.roles if role in policies.KEEPERS})
        return {"units": units, "reader": self.reader}

    def write(self, form):
        """One verb."""
        return actions.record_fact(
            unit=form.cleaned_data["unit"],
            level=form.cleaned_data["level"],
            owner=self.account,
            claim=form.as_claim(),
            activity=self.activity,
            by=self.actor,
            now=self.now,
        )

    def message(self, result):
        """Past tense, with what it means for the release."""
        if result.is_sourced:
            return _("Recorded with its source.")
        return _("Recorded without a source: it shows amber in the text until somebody names one.")


class ChangeFact(FormScreen):
    """Correct a claim; whoever quotes it is told."""

    title = gettext_lazy("Correct the fact")
    form_class = forms.FactForm
    submit = gettext_lazy("Keep the correction")
    template = "facts/fact_form.html"
    model = Fact
    thing_name = "fact"

    def rows(self):
        """What comes from an activity is changed in the activity."""
        return super().rows().filter(from_activity="", withdrawn_at__isnull=True)

    def may(self):
        """The owner and the keepers of his unit."""
        return policies.may_change(self.request, self.thing)

    def crumbs(self):
        """Back to the claim."""
        return [(_("Facts"), reverse("facts:facts")), (self.thing.claim, address(self.thing)), (self.heading(), "")]

    def form_kwargs(self):
        """It stays in its unit and level."""
        return {"units": [self.thing.unit_id], "reader": self.reader, "changing": True}

    def initial(self):
        """As it stands."""
        return forms.typed(self.thing)

    def write(self, form):
        """One verb."""
        return actions.change_fact(
            fact=self.thing, claim=form.as_claim(), reason=form.cleaned_data["reason"], by=self.actor, now=self.now
        )

    def done(self, result):
        """Back to the claim."""
        return address(result)


class WithdrawFact(FormScreen):
    """Say that a claim doesn't hold."""

    title = gettext_lazy("Withdraw the fact")
    form_class = forms.ReasonForm
    submit = gettext_lazy("Withdraw the fact")
    stop = True
    model = Fact

    def rows(self):
        """Only what stands and was typed."""
        return super().rows().filter(from_activity="", withdrawn_at__isnull=True)

    def may(self):
        """The owner and the keepers of his unit."""
        return policies.may_change(self.request, self.thing)

    def crumbs(self):
        """Back to the claim."""
        return [(self.thing.claim, address(self.thing)), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.withdraw_fact(fact=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the claim."""
        return address(result)


def address(fact: Fact) -> str:
    """Where a claim is shown."""
    return reverse("facts:fact", args=[fact.pk])
