"""Outlets and journalists."""

from __future__ import annotations

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.ground.directory import actions, forms, policies, privacy, queries
from kentongan.ground.directory.choices import OutletKind
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.directory.office.screens import ALL, ByName, InDirectory, Kept, day
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool


class OutletFilter(ByName):
    """Outlets by name and kind."""

    kind = django_filters.ChoiceFilter(empty_label=ALL, label=gettext_lazy("Kind"), choices=OutletKind.choices)

    class Meta:
        model = Outlet
        fields = ()


class Outlets(InDirectory, ListScreen):
    """Newspapers, stations, sites."""

    title = gettext_lazy("Outlets")
    new, new_label, imported = "outlet-new", gettext_lazy("New outlet"), "outlets"
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
        return queries.outlets(reader=self.reader)

    def row_url(self, row):
        """The outlet."""
        return reverse("directory:outlet", args=[row.pk])


class ShowOutlet(DetailScreen):
    """One outlet and those of its journalists that this person may see."""

    template = "directory/outlet.html"
    thing_name = "outlet"
    slot_name = "directory.outlet"

    def rows(self):
        """Every outlet."""
        return Outlet.objects.all()

    def crumbs(self):
        """Back to the list."""
        return [(_("Outlets"), reverse("directory:outlets")), (self.thing.name, "")]

    def tools(self):
        """Change; somebody new."""
        if policies.may_keep(self.request):
            return ()
        new = f"{reverse('directory:journalist-new')}?media={self.thing.pk}"
        return (
            Tool(_("New journalist"), new),
            Tool(pgettext("verb", "Change"), reverse("directory:outlet-change", args=[self.thing.pk]), main=True),
        )

    def facts(self):
        """As a dispatcher asks."""
        outlet = self.thing
        return [
            (_("Kind"), outlet.get_kind_display()),
            (_("Editorial e-mail"), outlet.email or "–"),
            (_("Telephone"), outlet.phone or "–"),
            (_("Domain"), outlet.domain or "–"),
            (_("Region"), outlet.region or "–"),
            (_("Verified by the Press Council"), _("yes") if outlet.verified_by_council else _("no")),
        ]

    def state(self):
        """Only what isn't usual."""
        return "" if self.thing.active else _("no more")

    def context(self):
        """Whom we know there."""
        known = queries.journalists(reader=self.reader).filter(outlet=self.thing).order_by("name")
        return {"journalists": known, "keeps": policies.may_keep(self.request) is None}


class ShapeOutlet(Kept, FormScreen):
    """A new outlet, or another way to reach one."""

    new_title, list_title, list_name = gettext_lazy("New outlet"), gettext_lazy("Outlets"), "outlets"
    form_class = forms.OutletForm

    def rows(self):
        """Every outlet."""
        return Outlet.objects.all()

    def form_kwargs(self):
        """As `ShapePerson`."""
        return {"instance": Outlet.objects.get(pk=self.thing.pk)} if "pk" in self.kwargs else {}

    def write(self, form):
        """One verb."""
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_outlet(outlet=thing, said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """To the outlet."""
        return reverse("directory:outlet", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("%(name)s was kept.") % {"name": result.name}


class JournalistFilter(ByName):
    """By name, outlet, beat, consent."""

    outlet = django_filters.ModelChoiceFilter(
        empty_label=ALL, label=gettext_lazy("Outlet"), queryset=Outlet.objects.all()
    )
    beats = django_filters.ModelChoiceFilter(empty_label=ALL, label=gettext_lazy("Beat"), queryset=Beat.objects.all())
    consent = django_filters.ChoiceFilter(
        empty_label=ALL,
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
    new, new_label, imported = "journalist-new", gettext_lazy("New journalist"), "journalists"
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
        return (
            Tool(_("Copy of the data"), reverse("directory:journalist-data", args=[pk])),
            Tool(_("Erase"), reverse("directory:journalist-erase", args=[pk])),
            Tool(pgettext("verb", "Change"), reverse("directory:journalist-change", args=[pk])),
            consent,
        )

    def facts(self):
        """As a dispatcher asks."""
        person = self.thing
        agreed = day(person.consent_on) if person.consent_on else ""
        self.request.looks.append(("directory.journalist", person.pk, "office"))
        return [
            (_("Outlet"), person.outlet or "–"),
            (_("E-mail"), person.email or "–"),
            (_("WhatsApp number"), person.phone or "–"),
            (_("Beats"), ", ".join(beat.name for beat in person.beats.all()) or _("everything")),
            (_("Consent"), f"{agreed} · {person.consent_how}" if agreed else _("not given: isn't written to")),
            (_("Note"), person.note or "–"),
            (_("Unit"), person.unit),
            (_("Who may know"), person.get_level_display()),
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
        """The list, the journalist, what is done to him."""
        above = [(_("Journalists"), reverse("directory:journalists"))]
        if "pk" in self.kwargs:
            above.append((self.thing.name, reverse("directory:journalist", args=[self.thing.pk])))
        return [*above, (pgettext("verb", "Change") if self.new_title and "pk" in self.kwargs else self.heading(), "")]

    def done(self, result):
        """To the journalist."""
        return reverse("directory:journalist", args=[result.pk])


class ShapeJournalist(OfUnit, FormScreen):
    """A new journalist, or another beat of one."""

    new_title = gettext_lazy("New journalist")
    form_class = forms.JournalistForm

    def form_kwargs(self):
        """Own units; one who stands stays in his."""
        if "pk" in self.kwargs:
            return {"units": [self.thing.unit_id]}
        return {"units": sorted(policies.kept_units(self.request))}

    def initial(self):
        """As he stands."""
        if "pk" in self.kwargs:
            return forms.typed_journalist(self.thing)
        outlet = self.request.GET.get("media", "")
        return {"outlet": outlet} if outlet.isdecimal() else {}

    def message(self, result):
        """Past tense; whoever hasn't consented isn't written to yet."""
        if result.consent_on:
            return _("%(name)s was kept.") % {"name": result.name}
        return _("%(name)s was kept. Note the consent, or no release is sent there.") % {"name": result.name}

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

    def message(self, result):
        """Past tense."""
        return _("The consent of %(name)s was noted.") % {"name": result.name}


class WithdrawConsent(OfUnit, ActScreen):
    """He isn't written to any more."""

    title = gettext_lazy("Withdraw the consent")
    submit = gettext_lazy("Withdraw the consent")
    stop = True

    def act(self):
        """One verb."""
        return actions.withdraw_consent(journalist=self.thing, by=self.actor, now=self.now)

    def message(self, result):
        """Past tense."""
        return _("The consent was withdrawn; %(name)s isn't written to any more.") % {"name": result.name}


class EraseJournalist(OfUnit, ActScreen):
    """He asks to be forgotten."""

    title = gettext_lazy("Erase the journalist")
    submit = gettext_lazy("Erase for good")
    stop = True
    question = gettext_lazy(
        "His name, addresses, topics and consent go, and his place on every press list; letters that were sent to him "
        "stay in the mail ledger. This can't be undone. Give him the copy of his data first if he asked for it."
    )

    def act(self):
        """One verb, by way of the room's duties to persons."""
        privacy.erase(self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """To the list."""
        return reverse("directory:journalists")

    def message(self, result):
        """Past tense, without the name."""
        return _("The journalist was erased.")


class Beats(InDirectory, ListScreen):
    """What releases are about and journalists cover."""

    title = gettext_lazy("Topics")
    new, new_label = "beat-new", gettext_lazy("New topic")
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Topic"), sort="name"),
        Column("known", gettext_lazy("Journalists"), number=True, sort="known"),
    )

    def rows(self):
        """With counts."""
        return queries.beats(reader=self.reader)

    def row_url(self, row):
        """Its form, for keepers."""
        return reverse("directory:beat", args=[row.pk]) if policies.may_keep(self.request) is None else ""


class ShapeBeat(Kept, FormScreen):
    """A new topic, or another name for one."""

    new_title, list_title, list_name = gettext_lazy("New topic"), gettext_lazy("Topics"), "beats"
    form_class = forms.BeatForm

    def rows(self):
        """Every topic."""
        return Beat.objects.all()

    def initial(self):
        """As it stands."""
        return {"name": self.thing.name} if "pk" in self.kwargs else {}

    def write(self, form):
        """One verb."""
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_beat(beat=thing, name=form.cleaned_data["name"], by=self.actor, now=self.now)

    def done(self, result):
        """Back to the list."""
        return reverse("directory:beats")

    def message(self, result):
        """Past tense."""
        return _("%(name)s was kept.") % {"name": result.name}
