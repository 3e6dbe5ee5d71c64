"""Agencies and who handles what."""

from __future__ import annotations

import django_filters
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.ground.directory import actions, forms, policies, queries
from kentongan.ground.directory.models import Agency, Matter
from kentongan.ground.directory.office.screens import ALL, ByName, InDirectory, Kept
from kentongan.ground.directory.rules import importing
from kentongan.ground.ui.office import Column, DetailScreen, FormScreen, ListScreen, Screen
from kentongan.ground.ui.office.screen import Tool


class AgencyFilter(ByName):
    """Agencies by name, short name or matter; those that are no more."""

    active = django_filters.ChoiceFilter(
        empty_label=ALL,
        label=gettext_lazy("State"),
        choices=[("1", gettext_lazy("active")), ("0", gettext_lazy("no more"))],
    )

    class Meta:
        model = Agency
        fields = ()

    def words(self, rows, name, value):
        """In a name or in a matter."""
        of_matter = Matter.objects.filter(words__icontains=value).values("agency")
        return rows.filter(Q(name__icontains=value) | Q(short__icontains=value) | Q(pk__in=of_matter))


class Agencies(InDirectory, ListScreen):
    """Public bodies and how many matters each handles."""

    title = gettext_lazy("Agencies")
    new, new_label, imported = "agency-new", gettext_lazy("New agency"), "agencies"
    filterset_class = AgencyFilter
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Agency"), sort="name"),
        Column("short", gettext_lazy("Short"), sort="short"),
        Column("handles", gettext_lazy("Matters"), number=True, sort="handles"),
        Column("phone", gettext_lazy("Telephone")),
    )

    def rows(self):
        """With counts."""
        return queries.agencies()

    def row_url(self, row):
        """The agency."""
        return reverse("directory:agency", args=[row.pk])


class ShowAgency(DetailScreen):
    """Tasks, functions, matters, posts of one agency."""

    template = "directory/agency.html"
    thing_name = "agency"
    slot_name = "directory.agency"

    def rows(self):
        """Every agency."""
        return Agency.objects.select_related("parent", "unit")

    def crumbs(self):
        """Back to the list."""
        return [(_("Agencies"), reverse("directory:agencies")), (self.thing.name, "")]

    def tools(self):
        """Change."""
        if policies.may_keep(self.request):
            return ()
        return (Tool(pgettext("verb", "Change"), reverse("directory:agency-change", args=[self.thing.pk]), main=True),)

    def facts(self):
        """How it is reached."""
        agency = self.thing
        return [
            (_("Short"), agency.short),
            (_("Under"), agency.parent or "–"),
            (_("Legal basis"), agency.legal_basis or "–"),
            (_("Address"), agency.address or "–"),
            (_("Telephone"), agency.phone or "–"),
            (_("E-mail"), agency.email or "–"),
            (_("Service hours"), agency.hours or "–"),
        ]

    def context(self):
        """Matters and posts."""
        return {
            "keeps": policies.may_keep(self.request) is None,
            "matters": self.thing.matters.all(),
            "posts": queries.posts(day=timezone.localdate(self.now)).filter(agency=self.thing),
            "functions": [line for line in self.thing.functions.splitlines() if line.strip()],
        }


class ShapeAgency(Kept, FormScreen):
    """A new agency, or other words of one."""

    new_title, list_title, list_name = gettext_lazy("New agency"), gettext_lazy("Agencies"), "agencies"
    template = "directory/agency_form.html"
    form_class = forms.AgencyForm

    def rows(self):
        """Every agency."""
        return Agency.objects.all()

    def address(self, thing):
        """The agency."""
        return reverse("directory:agency", args=[thing.pk])

    def form_kwargs(self):
        """As `ShapePerson`."""
        return {"instance": Agency.objects.get(pk=self.thing.pk)} if "pk" in self.kwargs else {}

    def initial(self):
        """The matters, one per line."""
        if "pk" not in self.kwargs:
            return {}
        return {"matters": "\n".join(self.thing.matters.values_list("words", flat=True))}

    def write(self, form):
        """One verb."""
        said = dict(form.cleaned_data)
        matters = importing.lines(said.pop("matters"))
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_agency(agency=thing, said=said, matters=matters, by=self.actor, now=self.now)

    def done(self, result):
        """To the agency."""
        return reverse("directory:agency", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("%(name)s was kept; its public page is printed anew.") % {"name": result.name}


class WhoHandles(InDirectory, Screen):
    """*Siapa mengurus apa*, for whoever answers the telephone."""

    title = gettext_lazy("Who handles what")
    template = "directory/who.html"

    def tools(self):
        """None: it only answers."""
        return ()

    def context(self):
        """The agencies that answer the question best."""
        asked = self.request.GET.get("q", "")[:200]
        return {**super().context(), "asked": asked, "found": queries.who_handles(asked)[:8]}
