"""What a change in the directory prints: each page that shows it, and no other."""

from datetime import timedelta

import pytest

from kentongan.faces.frontdesk import listeners
from kentongan.ground.directory import actions
from kentongan.ground.directory.models import Agency, Beat, Person, Post, Tenure
from kentongan.ground.library.models import Portrait
from kentongan.ground.press import queries as presses
from kentongan.ground.press import registry
from kentongan.ground.press.models import Print
from kentongan.ground.record.models import Entry
from kentongan.ground.units.actions import shape_institution, shape_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(town):
    """The town with a second leader, agency and topic, releases about each, a portrait, activities; printed whole."""
    deputy = Person.objects.create(name="Sekar Arum", slug="sekar-arum")
    second = Post.objects.create(title="Wakil Bupati", slug="wakil-bupati", is_leader=True, order=2)
    head = Post.objects.create(title="Kepala Dinas Pekerjaan Umum", slug="kepala-pupr", agency=town.agency, order=9)
    chief = Person.objects.create(name="Bayu Laksana", slug="bayu-laksana")
    Tenure.objects.create(person=deputy, post=second, from_on="2025-02-20")
    Tenure.objects.create(person=chief, post=head, from_on="2025-03-01")
    Tenure.objects.create(person=chief, post=town.post, from_on="2020-02-20", until_on="2025-02-20")
    health = Agency.objects.create(name="Dinas Kesehatan", short="Dinkes", slug="dinkes")
    topic = Beat.objects.create(name="Kesehatan", slug="kesehatan")
    photo = town.photograph(level="public")
    Portrait.objects.create(person=town.leader, photograph=photo)
    town.release("Bendungan diisi", photos=[photo], activity=town.activity())
    town.release("Imunisasi", topics=[topic], agencies=[health], officials=[deputy])
    first = town.release("Jalan ditutup", at=town.now - timedelta(days=40), officials=[chief, town.leader])
    town.release("Jalan dibuka", replaces=first, correction_note="Jalannya dibuka.", agencies=[health], topics=[topic],
                 officials=[chief])  # fmt: skip
    town.activity("Kerja bakti", hours=24 * 15)
    town.activity("Rapat pagi", hours=1)
    town.print(anew=True)
    assert list(presses.unlike_a_full_print(as_of=town.now)) == []
    town.deputy, town.chief, town.head, town.health = deputy, chief, head, health
    return town


def said(row, **changed) -> dict:
    """The fields of a row as its form sends them, with some of them changed."""
    return {field.name: getattr(row, field.name) for field in row._meta.fields if not field.primary_key} | changed


def shape(city, row, **changed):
    """By the directory's own verb."""
    verb = {Person: actions.shape_person, Post: actions.shape_post, Agency: actions.shape_agency}[type(row)]
    more = {"matters": ["jalan berlubang", "banjir"]} if verb is actions.shape_agency else {}
    name = type(row).__name__.lower()
    by = city.house.actor("administrator")
    return verb(**{name: row}, said=said(row, **changed), by=by, now=city.now, **more)


def hand_over(city, post, person, on=None, acting="definitive"):
    by = city.house.actor("administrator")
    on = on or city.now.date()
    actions.hand_over(post=post, person=person, acting=acting, from_on=on, by=by, now=city.now)


CHANGES = {
    "a post is called otherwise": lambda city: shape(city, city.post, title="Bupati Kencana"),
    "a post is ranked otherwise": lambda city: shape(city, city.post, order=50),
    "a post is no leader's any more": lambda city: shape(city, city.post, is_leader=False),
    "a post becomes a leader's": lambda city: shape(city, city.head, is_leader=True),
    "a post moves to another agency": lambda city: shape(city, city.head, agency=city.health),
    "a post is new": lambda city: actions.shape_post(
        post=None, said={"title": "Sekretaris Daerah", "is_leader": True}, by=city.house.actor("writer"), now=city.now
    ),
    "a leader is called otherwise": lambda city: shape(city, city.leader, behind="S.E., M.M.", biography="Petani."),
    "a leader is gone": lambda city: shape(city, city.leader, active=False),
    "a head of an agency is called otherwise": lambda city: shape(city, city.chief, front="Ir."),
    "a post goes to another leader": lambda city: hand_over(city, city.post, city.deputy),
    "a post goes to a new leader": lambda city: hand_over(city, city.post, Person.objects.create(name="X", slug="x")),
    "a leader only acts by now": lambda city: hand_over(
        city, city.post, city.leader, on=city.now.date() - timedelta(days=1), acting="plt"
    ),
    "an agency is called otherwise": lambda city: shape(city, city.agency, name="Dinas PU", hours="08.00"),
    "an agency works no longer": lambda city: shape(city, city.health, active=False),
    "a topic is called otherwise": lambda city: actions.shape_beat(
        beat=city.topic, name="Prasarana", by=city.house.actor("writer"), now=city.now
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_site_is_what_a_whole_print_would_make(city, change):
    change(city)
    city.print()
    assert Print.objects.values_list("whole", flat=True).first() is False
    assert list(presses.unlike_a_full_print(as_of=city.now)) == []


def indonesian(city, kind, row) -> set[str]:
    """The Indonesian pages that one change prints; each has its English twin."""
    told = {path for path, _page in registry.pages_for(kind, row.pk, city.now) if path.endswith(".html")}
    english = {path for path in told if path.startswith("en/")}
    assert english == {f"en/{path}" for path in told - english}
    return {path.removesuffix("index.html") for path in told - english}


def test_a_posts_change_prints_only_the_pages_that_show_it(city):
    shape(city, city.post, title="Bupati Kencana")
    told = indonesian(city, "post", city.post)
    shown = {
        path.removesuffix("index.html")
        for path, page in registry.everything(city.now)
        if path.endswith(".html") and not path.startswith("en/") and b"Bupati Kencana" in page
    }
    assert shown == {
        "",  # what he attends today
        "agenda/", "agenda/2026-w48/", "agenda/2026-w50/",
        "pimpinan/", "pimpinan/wirya-adiguna/", "pimpinan/bayu-laksana/",
    }  # fmt: skip
    assert told - shown == {
        "siaran/",  # leads to the lists of all leaders, and only leaders have one:
        "pimpinan/wirya-adiguna/siaran/", "pimpinan/wirya-adiguna/siaran/2026-11/",
        "pimpinan/bayu-laksana/siaran/", "pimpinan/bayu-laksana/siaran/2026-10/",
        "dinas/pupr/", "dinas/dinkes/",  # nobody remembers whose post it was
    }  # fmt: skip


def test_a_persons_change_prints_only_the_pages_that_show_it(city):
    shape(city, city.chief, front="Ir.")
    assert indonesian(city, "person", city.chief) == {
        "siaran/", "pimpinan/", "dinas/pupr/", "pimpinan/bayu-laksana/",
        "pimpinan/bayu-laksana/siaran/", "pimpinan/bayu-laksana/siaran/2026-10/",
    }  # fmt: skip


def test_a_topics_change_prints_its_list_and_its_releases(city):
    told = indonesian(city, "beat", Beat.objects.get(slug="kesehatan"))
    releases = {path for path in told if path.startswith("siaran/") and path != "siaran/"}
    assert {path.split("/")[1].split("-")[0] for path in releases} == {"2", "3"}
    assert {path for path in told - releases if not path.startswith("cek/")} == {
        "siaran/", "topik/kesehatan/", "topik/kesehatan/2026-10/", "topik/kesehatan/2026-11/"
    }  # fmt: skip


@pytest.mark.parametrize("which", ["institution", "unit"])
def test_what_stands_on_every_page_is_printed_on_every_page(city, which):
    by = city.house.actor("administrator")
    if which == "institution":
        shape_institution(said={"site_title": "Kabar (0700) 555-099"}, by=by, now=city.now)
        listeners.institution_shaped(Entry.objects.get(event="InstitutionShaped"), now=city.now)
    else:
        told = {"code": "PROKOPIM", "phone": "(0700) 555-099", "pattern": "{number}", "classification": "480"}
        shape_unit(unit=city.house.prokopim, said=told, by=by, now=city.now)
        listeners.unit_shaped(Entry.objects.get(event="UnitShaped"), now=city.now)
    city.print()
    assert list(presses.unlike_a_full_print(as_of=city.now)) == []
    assert "(0700) 555-099" in city.html("koreksi/")
