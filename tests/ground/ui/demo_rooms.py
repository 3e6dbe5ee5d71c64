"""A tiny desk for the kit's tests: screens over the units' own rows, wired by this module as URLconf."""

import django_filters
from django import forms
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import include, path

from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, Empty, FormScreen, ListScreen, Tool, components
from kentongan.ground.ui.registry import Link, Site
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit

WRITTEN: list[str] = []


class UnitFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label="Name", lookup_expr="icontains")

    class Meta:
        model = Unit
        fields = ["name"]


class Units(ListScreen):
    title = "Units"
    filterset_class = UnitFilter
    default_sort = "name"
    page_size = 3
    columns = (
        Column("name", "Unit", sort="name", link=lambda unit: f"/uji/{unit.pk}/"),
        Column("code", "Code", sort=("code",)),
        Column("made", "Counted", cell=lambda _unit: 1284, number=True),
    )

    def rows(self):
        return Unit.objects.filter(active=True)

    def empty(self):
        return Empty("No unit yet.", "Add the first.", "Add a unit", "/uji/baru/")

    def tools(self):
        return [Tool("Add a unit", "/uji/baru/", main=True)]


class UnitPage(DetailScreen):
    thing_name = "unit"
    slot_name = "test.unit"

    def rows(self):
        return Unit.objects.filter(active=True)

    def may(self):
        if self.unit.code == "TUTUP":
            return Refusal("This unit is closed.", then="Nugroho can open it.")
        return None

    def facts(self):
        return [("Code", self.unit.code)]

    def crumbs(self):
        return [("Units", "/uji/"), (str(self.thing), "")]


class UnitForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As it is printed.")
    on = forms.DateField(label="Day", required=False)
    level = forms.ChoiceField(label="Level", choices=[("a", "Open"), ("b", "Shut")], widget=forms.RadioSelect)


class NewUnit(FormScreen):
    title = "New unit"
    form_class = UnitForm

    def crumbs(self):
        return [("Units", "/uji/"), ("New unit", "")]

    def write(self, form):
        if form.cleaned_data["name"] == "Bappeda":
            raise Refusal("Bappeda is here already.", then="Open it instead.")
        WRITTEN.append(form.cleaned_data["name"])
        return form.cleaned_data["name"]

    def message(self, result):
        return f"{result} was added."


class CloseUnit(ActScreen):
    title = "Close"
    question = "Close this unit?"
    submit = "Close it"

    def rows(self):
        return Unit.objects.filter(active=True)

    def crumbs(self):
        return [("Units", "/uji/"), ("Close", "")]

    def act(self):
        if self.thing.code == "PROKOPIM":
            raise Refusal("The last unit stays.")
        WRITTEN.append(f"closed {self.thing.code}")


def public(request):
    """The printed shell, as a face would fill it."""
    links = [Link("Siaran pers", "/", "releases"), Link("Agenda", "/agenda/", "agenda"), Link("Cek kebenaran", "/cek/")]
    site = Site(
        name="Ruang Warta",
        owner="Pemerintah Kabupaten Tirta Kencana",
        office="Bagian Protokol dan Komunikasi Pimpinan",
        verify="/cek/",
        address=["Jalan Pendopo Nomor 1", "Kencana 34811"],
        phone="(0700) 555-014",
        hours="Senin–Jumat, 07.30–16.00 WIB",
        search="/cari/",
        nav=links,
        citizens=links,
        newsrooms=links,
        about=links,
    )
    words = {"site": site, "here": "releases", "title": "Siaran pers", "as_of": request.now}
    return HttpResponse(render_to_string("ui/public.html", {**words, "alternate": Link("English", "/en/", lang="en")}))


urlpatterns = [
    path("publik/", public),
    path("uji/", Units.as_view()),
    path("uji/baru/", NewUnit.as_view()),
    path("uji/<int:pk>/", UnitPage.as_view()),
    path("uji/<int:pk>/tutup/", CloseUnit.as_view()),
    path("kantor/ui/", components),
    path("masuk/", include("allauth.urls")),
]
