"""Outlets and journalists."""

from __future__ import annotations

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.directory import actions, forms, policies, queries
from kentongan.ground.directory.choices import OutletKind
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.directory.office.screens import ByName, InDirectory, Kept
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool


class OutletFilter(ByName):
    """Outlets by name and kind."""

    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=OutletKind.choices)

    class Meta:
        model = Outlet
        fields = ()


class Outlets(InDirectory, ListScreen):
    """Newspapers, stations, sites."""

    title = gettext_lazy("Outlets")
    new, new_label = "outlet-new", gettext_lazy("New outlet")
    filterset_class = OutletFilter
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Outlet"), sort="name"),
        Column("kind", gettext_lazy("Kind"), lambda outlet: outlet.get_kind_display()),
        Column("email", gettext_lazy("E-mail")),
        Column("known", gettext_lazy("Journalists"), number=True, sort="known"),
    )

    def rows(self):
        """With counts."""
        return queries.outlets()

    def row_url(self, row):
        """Its form, for keepers; the list says the rest."""
        return reverse("directory:outlet", args=[row.pk])


class ShapeOutlet(Kept, FormScreen):
    """A new outlet, or another way to reach one."""

    title = gettext_lazy("Outlet")
    form_class = forms.OutletForm

    def rows(self):
        """Every outlet."""
        return Outlet.objects.all()

    def crumbs(self):
        """Back to the list."""
        return [(_("Outlets"), reverse("directory:outlets")), (self.heading(), "")]

    def form_kwargs(self):
        """As `ShapePerson`."""
        return {"instance": Outlet.objects.get(pk=self.thing.pk)} if "pk" in self.kwargs else {}

    def write(self, form):
        """One verb."""
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_outlet(outlet=thing, said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the list."""
        return reverse("directory:outlets")


class JournalistFilter(ByName):
    """By name, outlet, beat, consent."""

    outlet = django_filters.ModelChoiceFilter(label=gettext_lazy("Outlet"), queryset=Outlet.objects.all())
    beats = django_filters.ModelChoiceFilter(label=gettext_lazy("Beat"), queryset=Beat.objects.all())
    consent = django_filters.ChoiceFilter(
        label=gettext_lazy("Consent"),
        method="consents",
        choices=[("yes", gettext_lazy("given")), ("no", gettext_lazy("not given"))],
    )

    class Meta:
        model = Journalist
        fields = ()

    def consents(self, rows, name, value):
        """Who may be written to, who not."""
        return rows.filter(consent_on__isnull=value == "no")


class Journalists(InDirectory, ListScreen):
    """Whom we write to, by consent."""

    title = gettext_lazy("Journalists")
    new, new_label = "journalist-new", gettext_lazy("New journalist")
    filterset_class = JournalistFilter
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("outlet", gettext_lazy("Outlet"), "outlet.name", sort="outlet__name"),
        Column("beats", gettext_lazy("Beats"), lambda person: ", ".join(beat.name for beat in person.beats.all())),
        Column("consent", gettext_lazy("Consented on"), "consent_on", sort="consent_on"),
    )

    def rows(self):
        """With beats."""
        return queries.journalists(reader=self.reader)

    def row_url(self, row):
        """The journalist."""
        return reverse("directory:journalist", args=[row.pk])


class ShowJournalist(DetailScreen):
    """One journalist: beats, consent, what was sent."""

    model = Journalist
    thing_name = "journalist"
    slot_name = "directory.journalist"

    def rows(self):
        """With beats."""
        return queries.journalists(reader=self.reader)

    def crumbs(self):
        """Back to the list."""
        return [(_("Journalists"), reverse("directory:journalists")), (self.thing.name, "")]

    def tools(self):
        """Consent and change."""
        if policies.may_keep(self.request, self.thing.unit_id):
            return ()
        pk = self.thing.pk
        consent = (
            Tool(_("Withdraw the consent"), reverse("directory:consent-withdraw", args=[pk]))
            if self.thing.consent_on
            else Tool(_("Note the consent"), reverse("directory:consent", args=[pk]), main=True)
        )
        return (Tool(_("Change"), reverse("directory:journalist-change", args=[pk])), consent)

    def facts(self):
        """As a dispatcher asks."""
        person = self.thing
        self.request.looks.append(("directory.journalist", person.pk, "office"))
        return [
            (_("Outlet"), person.outlet or "–"),
            (_("E-mail"), person.email or "–"),
            (_("WhatsApp number"), person.phone or "–"),
            (_("Beats"), ", ".join(beat.name for beat in person.beats.all()) or _("everything")),
            (
                _("Consent"),
                f"{person.consent_on} · {person.consent_how}"
                if person.consent_on
                else _("not given: isn't written to"),
            ),
            (_("Unit"), person.unit),
        ]


class OfUnit(Kept):
    """Journalists belong to a unit: its keepers change them."""

    def may(self):
        """None, or who can."""
        return policies.may_keep(self.request, self.thing.unit_id if "pk" in self.kwargs else None)

    def rows(self):
        """Those that this person sees."""
        return Journalist.objects.visible_to(self.reader)

    def crumbs(self):
        """Back to the list."""
        return [(_("Journalists"), reverse("directory:journalists")), (self.heading(), "")]

    def done(self, result):
        """To the journalist."""
        return reverse("directory:journalist", args=[result.pk])


class ShapeJournalist(OfUnit, FormScreen):
    """A new journalist, or another beat of one."""

    title = gettext_lazy("Journalist")
    form_class = forms.JournalistForm

    def form_kwargs(self):
        """Own units; one who stands stays in his."""
        if "pk" in self.kwargs:
            return {"units": [self.thing.unit_id]}
        return {"units": sorted({unit for unit, role in self.roles if role in policies.KEEPERS})}

    def initial(self):
        """As he stands."""
        return forms.typed_journalist(self.thing) if "pk" in self.kwargs else {}

    def write(self, form):
        """One verb."""
        said = dict(form.cleaned_data)
        beats = said.pop("beats")
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_journalist(journalist=thing, said=said, beats=beats, by=self.actor, now=self.now)


class NoteConsent(OfUnit, FormScreen):
    """He agreed to be written to."""

    title = gettext_lazy("Note the consent")
    form_class = forms.ConsentForm

    def initial(self):
        """Today."""
        return {"on": self.today}

    def write(self, form):
        """One verb."""
        return actions.give_consent(journalist=self.thing, by=self.actor, now=self.now, **form.cleaned_data)


class WithdrawConsent(OfUnit, ActScreen):
    """He isn't written to any more."""

    title = gettext_lazy("Withdraw the consent")
    submit = gettext_lazy("Withdraw the consent")
    stop = True

    def act(self):
        """One verb."""
        return actions.withdraw_consent(journalist=self.thing, by=self.actor, now=self.now)
