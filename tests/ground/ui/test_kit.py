"""The kit of lists, forms and verbs, driven as an officer drives it."""

import csv
from io import BytesIO, StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from openpyxl import load_workbook
from tests.ground.ui import demo_rooms

from kentongan.ground.ui import registry
from kentongan.ground.ui.office import DetailScreen
from kentongan.ground.units.models import Unit


def text(response) -> str:
    return response.content.decode()


def test_nobody_signed_in_is_led_to_the_door(office):
    answer = Client().get("/uji/")
    assert (answer.status_code, answer["Location"]) == (302, "/masuk/login/?next=/uji/")


def test_a_list_shows_its_rows_with_words_links_and_a_sorted_heading(office, house):
    page = text(office.get("/uji/"))
    assert page.index(f'/uji/{house.prokopim.pk}/">Bagian') < page.index(f'/uji/{house.kominfo.pk}/">Dinas')
    assert 'aria-sort="ascending"' in page
    assert '<td data-label="Counted" class="n">1,284</td>' in page
    assert "?sort=-name" in page


def test_an_unknown_sort_and_page_fall_back_instead_of_failing(office):
    answer = office.get("/uji/?sort=password&page=999&page=x")
    assert answer.status_code == 200
    assert [u.code for u in answer.context["page"].object_list] == ["PROKOPIM", "KOMINFO"]


def test_no_row_stands_on_two_pages_when_all_sort_alike(office):
    for n in range(5):
        Unit.objects.create(name="Sama", short=f"S{n}", code=f"S{n}")
    seen = [u.code for page in (1, 2, 3) for u in office.get(f"/uji/?page={page}").context["page"].object_list]
    assert sorted(seen) == ["KOMINFO", "PROKOPIM", "S0", "S1", "S2", "S3", "S4"]


def test_a_list_costs_the_same_queries_with_one_and_with_three_rows(office):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    Unit.objects.filter(code="KOMINFO").update(active=False)
    office.get("/uji/")  # warms what is kept per process
    with CaptureQueriesContext(
        connection,
    ) as one:
        office.get("/uji/")
    Unit.objects.create(name="Satu", short="S1", code="S1")
    Unit.objects.create(name="Dua", short="S2", code="S2")
    with CaptureQueriesContext(connection) as three:
        office.get("/uji/")
    assert len(one) == len(three)


def test_an_empty_filter_says_what_there_is_otherwise(office):
    page = text(office.get("/uji/?name=bappeda"))
    assert "Nothing matches this filter." in page
    assert "There are 2 without it." in page
    assert 'value="bappeda"' in page


def test_an_empty_list_says_what_to_do_first(office):
    Unit.objects.update(active=False)
    page = text(office.get("/uji/"))
    assert "No unit yet." in page
    assert '<a class="btn btn--main btn--sm" href="/uji/baru/">Add a unit</a>' in page
    assert 'class="filter"' not in page


EVIL = '=HYPERLINK("http://evil.example","Klik")'


def test_a_file_carries_every_filtered_row_and_no_formula(office):
    Unit.objects.create(name=EVIL, short="x", code="X1")
    for n in range(4):
        Unit.objects.create(name=f"Unit {n}", short=f"U{n}", code=f"U{n}")
    body = b"".join(office.get("/uji/?export=csv&sort=code")).decode("utf-8")
    assert body.startswith("\ufeffUnit,Code,Counted")
    rows = list(csv.reader(StringIO(body.removeprefix("\ufeff"))))
    assert len(rows) == 8  # every row, not one page of three
    assert rows[-1] == ["'" + EVIL, "X1", "1284"]

    sheet = load_workbook(BytesIO(b"".join(office.get("/uji/?export=xlsx&name=HYPERLINK")))).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Unit", "Code", "Counted"],
        ["'" + EVIL, "X1", 1284],
    ]
    assert sheet["A2"].data_type == "s"


def test_what_isnt_visible_is_404_and_what_is_refused_is_a_sentence(office):
    hidden = Unit.objects.create(name="Rahasia", short="R", code="R", active=False)
    shut = Unit.objects.create(name="Tutup", short="T", code="TUTUP")
    lost = office.get(f"/uji/{hidden.pk}/")
    assert lost.status_code == 404
    assert "Rahasia" not in text(lost)
    refused = office.get(f"/uji/{shut.pk}/")
    assert refused.status_code == 403
    assert "This unit is closed." in text(refused)
    assert "Nugroho can open it." in text(refused)
    assert 'href="/uji/"' in text(refused)


def test_a_higher_room_fills_a_slot_and_none_shows_nothing(office, house, monkeypatch):
    monkeypatch.setattr(registry.slots, "makers", {})

    @registry.panel("test.unit", order=2)
    def second(request, unit):
        return registry.Panel("Second", "ui/parts/facts.html", {"facts": [("of", unit.code)]})

    @registry.panel("test.unit", order=1)
    def first(request, unit):
        return registry.Panel("First", "ui/parts/facts.html", {"facts": [("by", request.user.name)]}, more_url="/x/")

    @registry.panel("test.unit", order=3)
    def silent(request, unit):
        return None

    page = text(office.get(f"/uji/{house.prokopim.pk}/"))
    assert page.index("First</h2>") < page.index("Second</h2>")
    assert "Writer Prokopim</dd>" in page
    assert page.count('class="box"') == 2


def test_a_form_that_isnt_right_keeps_what_was_typed_and_links_to_the_field(office):
    answer = office.post("/uji/baru/", {"name": "", "on": "2026-13-40", "level": "b"})
    page = text(answer)
    assert answer.status_code == 422
    assert "2 things to mend" in page
    assert '<a href="#id_name">Name</a>' in page
    assert 'value="2026-13-40"' in page
    assert 'aria-describedby="id_name-error id_name-hint"' in page
    assert 'id="id_name-error"' in page
    assert 'value="b" id="id_level_1" required checked' in page or 'id="id_level_1" checked' in page
    assert "<title>Mend first:" in page
    assert demo_rooms.WRITTEN == []


def test_a_refusal_is_shown_where_the_hand_is_and_nothing_is_lost(office):
    answer = office.post("/uji/baru/", {"name": "Bappeda", "on": "2026-11-24", "level": "a"})
    page = text(answer)
    assert answer.status_code == 409
    assert page.index('value="Bappeda"') < page.index("Bappeda is here already.") < page.index('class="acts"')
    assert "Open it instead." in page
    assert 'value="2026-11-24"' in page
    assert demo_rooms.WRITTEN == []


def test_a_write_goes_on_with_a_sentence_in_the_past(office):
    answer = office.post("/uji/baru/", {"name": "Dinas <b>Sosial</b>", "level": "a"}, follow=True)
    assert answer.redirect_chain == [("/uji/", 302)]
    assert "Dinas &lt;b&gt;Sosial&lt;/b&gt; was added." in text(answer)
    assert demo_rooms.WRITTEN == ["Dinas <b>Sosial</b>"]


def test_a_verb_asks_on_get_and_acts_on_post_only(office, house):
    page = office.get(f"/uji/{house.kominfo.pk}/tutup/")
    assert "Close this unit?" in text(page)
    assert demo_rooms.WRITTEN == []
    assert office.post(f"/uji/{house.kominfo.pk}/tutup/").status_code == 302
    assert demo_rooms.WRITTEN == ["closed KOMINFO"]
    refused = office.post(f"/uji/{house.prokopim.pk}/tutup/")
    assert refused.status_code == 409
    assert "The last unit stays." in text(refused)


def test_writing_needs_the_token(house, settings):
    settings.ROOT_URLCONF = "tests.ground.ui.demo_rooms"
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(house.account("writer"))
    demo_rooms.WRITTEN.clear()
    answer = strict.post("/uji/baru/", {"name": "Tanpa tanda", "level": "a"})
    assert answer.status_code == 403
    assert demo_rooms.WRITTEN == []


@pytest.fixture
def bare_registry(monkeypatch):
    monkeypatch.setattr(registry.menu, "items", {})
    monkeypatch.setattr(registry, "_alarm_sources", {})


def test_the_menu_shows_roles_their_entries_and_no_address_that_isnt_wired(office, bare_registry):
    registry.menu.add("work", 20, "Second", "account_logout", badge=lambda _request: 1284)
    registry.menu.add("work", 10, "First", "account_login", roles={"writer"})
    registry.menu.add("house", 10, "Chief only", "mfa_index", roles={"chief"})
    registry.menu.add("work", 30, "Not wired", "nowhere")
    page = text(office.get("/uji/"))
    assert page.index(">First") < page.index(">Second")
    assert '<span class="n">1,284<span class="vh"> waiting</span></span>' in page
    assert "Chief only" not in page
    assert "Not wired" not in page


def test_alarms_stand_red_first_and_name_who_holds_them(office, bare_registry):
    registry.alarm_source(lambda _request: [registry.Alarm("Reader", "Page unread.", tone="kunyit")])

    @registry.alarm_source
    def mail(request):
        return [registry.Alarm("Mail", "3 of 38 failed.", "Box full.", "Dewi", "Open", "/x/")]

    page = text(office.get("/uji/"))
    assert page.index("3 of 38 failed.") < page.index("Page unread.")
    assert "Held by Dewi." in page
    assert '<span class="vh"> – 3 of 38 failed.</span>' in page


@pytest.mark.parametrize("name", ["facts", "title", "now", "form", "request", "thing", "back"])
def test_a_thing_that_would_hide_what_a_screen_means_is_refused_when_the_class_is_made(name):
    said = f"thing_name '{name}' would hide what every screen means by '{name}'; call the thing something else."
    with pytest.raises(ImproperlyConfigured, match=said):
        type("Show", (DetailScreen,), {"thing_name": name})


def test_a_method_that_would_hide_the_thing_is_refused_too():
    class Show(DetailScreen):
        thing_name = "activity"

    with pytest.raises(ImproperlyConfigured, match=r"ShowMore: thing_name 'activity' would hide"):

        class ShowMore(Show):
            def activity(self):
                return "something else"
