"""Who is who, who may be written to, who handles what."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kentongan.ground.directory import actions, queries
from kentongan.ground.directory.models import Agency, Beat, Journalist, Outlet, Person, Post, Tenure
from kentongan.ground.press.models import Change
from kentongan.ground.record.models import Entry
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(house):
    return house.actor("archivist")


def person(by, now, name="Bagas Pranoto", **more) -> Person:
    return actions.shape_person(
        person=None, said={"name": name, "front": "Drs.", "behind": "M.Si.", **more}, by=by, now=now
    )


def post(by, now, title="Sekretaris Daerah") -> Post:
    return actions.shape_post(post=None, said={"title": title, "is_leader": True}, by=by, now=now)


@pytest.mark.both
def test_a_name_is_written_whole_first_and_short_then(by, now):
    made = person(by, now, short="Bagas")
    assert (made.full_name, made.second_mention) == ("Drs. Bagas Pranoto, M.Si.", "Bagas")
    assert person(by, now).slug == "bagas-pranoto-2"


@pytest.mark.both
def test_a_handover_ends_the_one_before_on_the_same_day_and_one_post_has_one_definitive_holder(by, now):
    seat, old, new = post(by, now), person(by, now), person(by, now, "Sekar Lestari")
    actions.hand_over(post=seat, person=old, acting="definitive", from_on=date(2025, 1, 1), by=by, now=now)
    actions.hand_over(post=seat, person=new, acting="definitive", from_on=date(2026, 3, 1), by=by, now=now)
    assert list(Tenure.objects.order_by("from_on").values_list("person", "until_on")) == [
        (old.pk, date(2026, 3, 1)),
        (new.pk, None),
    ]
    with pytest.raises(Refusal, match="already"):
        actions.hand_over(post=seat, person=new, acting="definitive", from_on=date(2026, 4, 1), by=by, now=now)
    with pytest.raises(Refusal, match="must be later"):
        actions.hand_over(post=seat, person=old, acting="definitive", from_on=date(2026, 2, 1), by=by, now=now)
    held = {p.pk: [t.person_id for t in p.held] for p in queries.posts(day=date(2026, 2, 28))}
    assert held[seat.pk] == [old.pk]


@pytest.mark.both
def test_consent_says_how_and_withdrawn_is_gone(house, by, now):
    someone = actions.shape_journalist(
        journalist=None, said={"name": "Bima", "email": "bima@pos.example", "unit": house.prokopim, "outlet": None, "phone": "", "note": ""},
        beats=[], by=by, now=now,
    )  # fmt: skip
    with pytest.raises(Refusal):
        actions.give_consent(journalist=someone, on=now.date(), how=" ", by=by, now=now)
    actions.give_consent(journalist=someone, on=now.date(), how="Formulir", by=by, now=now)
    actions.withdraw_consent(journalist=someone, by=by, now=now)
    assert (someone.consent_on, someone.consent_how) == (None, "")


@pytest.mark.both
def test_a_pin_is_chosen_by_the_person_alone_and_kept_unreadable(house, by, now):
    own = house.account("chief")
    made = person(by, now, account=own)
    with pytest.raises(Refusal, match="himself"):
        actions.choose_pin(person=made, pin="482913", by=house.actor("writer"), now=now)
    for weak in ("1234", "111111", "123456", "170845", "abcdef"):
        with pytest.raises(Refusal):
            actions.choose_pin(person=made, pin=weak, by=house.actor("chief"), now=now)
    actions.choose_pin(person=made, pin="482913", by=house.actor("chief"), now=now)
    assert "482913" not in made.pin
    assert made.pin.startswith("scrypt$")


def test_a_citizens_words_find_the_agency_that_handles_them(by, now):
    for short, name, matters in (
        ("PUPR", "Dinas Pekerjaan Umum", ["jalan rusak", "jembatan putus"]),
        ("Dukcapil", "Dinas Kependudukan", ["akta hilang", "pindah alamat"]),
        ("Dinkes", "Dinas Kesehatan", ["imunisasi anak"]),
    ):
        said = {"name": name, "short": short, "tasks": "Melayani warga di jalan dan kantor."}
        actions.shape_agency(agency=None, said=said, matters=matters, by=by, now=now)
    assert queries.who_handles("jalan di desa saya rusak")[0][0].short == "PUPR"
    assert queries.who_handles("kehilangan akta")[0][0].short == "Dukcapil"
    assert queries.who_handles("") == []


def test_whoever_does_not_keep_the_directory_reads_it_and_is_told_who_does(client, house, by, now):
    made, seat = person(by, now), post(by, now)
    actions.shape_agency(
        agency=None, said={"name": "Dinas Kesehatan", "short": "Dinkes"}, matters=["imunisasi"], by=by, now=now
    )
    outlet = actions.shape_outlet(outlet=None, said={"name": "Kencana Pos", "kind": "print"}, by=by, now=now)
    client.force_login(house.account("liaison"))
    agency = Agency.objects.get()
    read = [reverse("directory:person", args=[made.pk]), reverse("directory:post", args=[seat.pk]), reverse("directory:agency", args=[agency.pk]),
            *(reverse(f"directory:{name}") for name in ("persons", "posts", "agencies", "outlets", "journalists", "who"))]  # fmt: skip
    assert [client.get(address).status_code for address in read] == [200] * len(read)
    kept = [reverse("directory:person-change", args=[made.pk]), reverse("directory:handover", args=[seat.pk]),
            reverse("directory:agency-change", args=[agency.pk]), reverse("directory:outlet-change", args=[outlet.pk]), reverse("directory:import")]  # fmt: skip
    assert [client.post(address, {}).status_code for address in kept] == [403] * len(kept)


def test_a_restricted_journalist_of_another_unit_is_nowhere(client, house, now):
    hidden = Journalist.objects.create(
        unit=house.prokopim, level="restricted", name="Narasumber Rahasia", email="r@x.example"
    )
    client.force_login(house.account("archivist", "KOMINFO"))
    for name in ("journalist", "journalist-change", "consent", "consent-withdraw"):
        address = reverse(f"directory:{name}", args=[hidden.pk])
        assert (client.get(address).status_code, client.post(address, {}).status_code) == (404, 404)
    for tail in ("", "?export=csv"):
        answer = client.get(reverse("directory:journalists") + tail)
        assert b"Rahasia" not in (answer.getvalue() if answer.streaming else answer.content)


@pytest.mark.parametrize("name", ["persons", "posts", "agencies", "outlets", "journalists"])
def test_lists_cost_the_same_with_one_and_three_rows(client, house, by, now, name):
    client.force_login(house.account("archivist"))
    costs = []
    for n in (1, 2, 3):
        someone, seat = person(by, now, f"Orang {n}"), post(by, now, f"Jabatan {n}")
        actions.hand_over(post=seat, person=someone, acting="plt", from_on=date(2025, 1, n), by=by, now=now)
        actions.shape_agency(
            agency=None, said={"name": f"Dinas {n}", "short": f"D{n}"}, matters=[f"urusan {n}"], by=by, now=now
        )
        outlet = Outlet.objects.create(name=f"Media {n}")
        beat, _ = Beat.objects.get_or_create(name=f"Topik {n}", slug=f"topik-{n}")
        Journalist.objects.create(unit=house.prokopim, name=f"W {n}", email=f"w{n}@x.example", outlet=outlet).beats.add(
            beat
        )
        if n != 2:
            with CaptureQueriesContext(connection) as seen:
                client.get(reverse(f"directory:{name}"))
            costs.append(len(seen))
    assert costs[0] == costs[1]
    assert reader_of(house.account("archivist"), now=now).account_id


# ── what may not be changed, and by whom ──


@pytest.mark.both
def test_what_another_has_is_refused_in_a_sentence_instead_of_a_broken_page(house, by, now):
    own = house.account("chief")
    person(by, now, account=own)
    with pytest.raises(Refusal, match=r"This account is Drs\. Bagas Pranoto, M\.Si\.'s"):
        person(by, now, "Sekar Lestari", account=own)
    said = {"name": "Dinas Kesehatan", "short": "Dinkes"}
    first = actions.shape_agency(agency=None, said={**said, "unit": house.kominfo}, matters=[], by=by, now=now)
    with pytest.raises(Refusal, match="is in the directory"):
        actions.shape_agency(agency=None, said={**said, "name": "DINAS KESEHATAN"}, matters=[], by=by, now=now)
    with pytest.raises(Refusal, match="The unit Kominfo is Dinas Kesehatan"):
        actions.shape_agency(
            agency=None, said={"name": "B", "short": "B", "unit": house.kominfo}, matters=[], by=by, now=now
        )
    below = actions.shape_agency(
        agency=None, said={"name": "UPT", "short": "UPT", "parent": first}, matters=[], by=by, now=now
    )
    with pytest.raises(Refusal, match="under itself"):
        actions.shape_agency(agency=first, said={**said, "parent": below}, matters=[], by=by, now=now)
    actions.shape_beat(beat=None, name="Kesehatan", by=by, now=now)
    with pytest.raises(Refusal, match="kesehatan is in the directory"):
        actions.shape_beat(beat=None, name="kesehatan", by=by, now=now)


@pytest.mark.both
def test_a_closed_tenure_leaves_no_room_for_a_second_definitive_holder(by, now):
    seat, old, new = post(by, now), person(by, now), person(by, now, "Sekar Lestari")
    held = actions.hand_over(post=seat, person=old, acting="definitive", from_on=date(2025, 1, 1), by=by, now=now)
    actions.end_tenure(tenure=held, until_on=date(2026, 12, 31), by=by, now=now)
    said = {"post": seat, "person": new, "by": by, "now": now}
    with pytest.raises(Refusal, match="one definitive holder at a time"):
        actions.hand_over(acting="definitive", from_on=date(2026, 6, 1), **said)
    with pytest.raises(Refusal, match="It ended on"):
        actions.end_tenure(tenure=held, until_on=date(2026, 3, 1), by=by, now=now)
    actions.hand_over(acting="plh", from_on=date(2026, 6, 1), **said)
    actions.hand_over(acting="definitive", from_on=date(2026, 12, 31), **said)
    on = {t.acting: t.until_on for t in Tenure.objects.filter(person=new)}
    assert on == {"plh": date(2026, 12, 31), "definitive": None}


@pytest.mark.both
def test_the_address_that_codes_go_to_is_changed_by_the_administrator_alone_and_the_diary_says_so(
    client, house, by, now
):
    secretary = person(by, now, email="sekda@tirtakencana.example")
    typed = {"name": "Bagas Pranoto", "front": "Drs.", "behind": "M.Si.", "active": "on", "email": "penulis@pribadi.example"}  # fmt: skip
    address = reverse("directory:person-change", args=[secretary.pk])
    before = Entry.objects.filter(event="ReachChanged").count()
    for role in ("archivist", "chief", "dispatcher"):
        client.force_login(house.account(role))
        forged = {**typed, "account": house.account(role).pk}
        assert client.post(address, forged).status_code == 302
    secretary.refresh_from_db()
    assert (secretary.email, secretary.account) == ("sekda@tirtakencana.example", None)
    assert Entry.objects.filter(event="ReachChanged").count() == before
    client.force_login(house.account("administrator"))
    client.post(address, {**typed, "email": "sekda.baru@tirtakencana.example"})
    secretary.refresh_from_db()
    said = Entry.objects.filter(event="ReachChanged").latest("pk")
    assert (secretary.email, said.actor_account, said.data) == (
        "sekda.baru@tirtakencana.example",
        house.account("administrator").pk,
        {"person_id": secretary.pk, "what": "email"},
    )


def test_how_an_official_is_reached_is_shown_to_keepers_and_to_himself(client, house, by, now):
    made = person(by, now, email="rahasia@pribadi.example", phone="0812-0000-1111", account=house.account("approver"))
    shown = {}
    for role in ("writer", "archivist", "approver"):
        client.force_login(house.account(role))
        page = client.get(reverse("directory:person", args=[made.pk])).content.decode()
        shown[role] = "rahasia@pribadi.example" in page, "0812-0000-1111" in page
    assert shown == {"writer": (False, False), "archivist": (True, True), "approver": (True, True)}


def test_a_count_tells_nothing_of_a_journalist_who_is_not_seen(client, house):
    outlet = Outlet.objects.create(name="Kencana Pos")
    for level in ("internal", "restricted"):
        Journalist.objects.create(
            unit=house.prokopim, level=level, name=f"W {level}", email=f"{level}@x.example", outlet=outlet
        )
    counted = {}
    for unit in ("PROKOPIM", "KOMINFO"):
        client.force_login(house.account("liaison", unit))
        row = client.get(reverse("directory:outlets")).context["page"].object_list[0]
        page = client.get(reverse("directory:outlet", args=[outlet.pk])).content.decode()
        counted[unit] = row.known, "W restricted" in page, "W internal" in page
    assert counted == {"PROKOPIM": (2, True, True), "KOMINFO": (1, False, True)}


@pytest.mark.both
def test_what_the_public_reads_of_is_printed_anew(by, now):
    someone, seat = person(by, now), post(by, now)
    agency = actions.shape_agency(agency=None, said={"name": "Dinas", "short": "D"}, matters=[], by=by, now=now)
    Change.objects.all().delete()
    actions.hand_over(post=seat, person=someone, acting="plt", from_on=date(2026, 1, 1), by=by, now=now)
    actions.shape_agency(agency=agency, said={"name": "Dinas", "short": "D"}, matters=["jalan"], by=by, now=now)
    beat = actions.shape_beat(beat=None, name="Kesehatan", by=by, now=now)
    assert set(Change.objects.values_list("kind", "thing_id")) == {
        ("post", seat.pk),
        ("person", someone.pk),
        ("agency", agency.pk),
        ("beat", beat.pk),
    }


def test_lists_are_narrowed_by_who_holds_a_post_and_what_an_agency_handles(client, house, by, now):
    _vacant, held, acting = (post(by, now, title) for title in ("Kosong", "Sekda", "Kadis"))
    someone = person(by, now)
    person(by, now, "Tanpa Jabatan")
    actions.hand_over(post=held, person=someone, acting="definitive", from_on=date(2026, 1, 1), by=by, now=now)
    actions.hand_over(post=acting, person=someone, acting="plt", from_on=date(2026, 1, 1), by=by, now=now)
    for name, matter in (("Dinas Umum", "jalan rusak"), ("Dinas Lain", "akta")):
        actions.shape_agency(agency=None, said={"name": name, "short": name}, matters=[matter], by=by, now=now)
    client.force_login(house.account("liaison"))

    def found(name, **asked):
        return [str(row) for row in client.get(reverse(f"directory:{name}"), asked).context["page"].object_list]

    assert [found("posts", held=kind) for kind in ("none", "definitive", "acting")] == [
        ["Kosong"],
        ["Sekda"],
        ["Kadis"],
    ]
    assert found("persons", holds="no") == ["Drs. Tanpa Jabatan, M.Si."]
    assert found("agencies", q="jalan") == ["Dinas Umum"]


def test_a_pin_is_typed_twice(client, house, by, now):
    made = person(by, now, account=house.account("writer"))
    client.force_login(house.account("writer"))
    address = reverse("directory:pin", args=[made.pk])
    assert client.post(address, {"pin": "482913", "again": "482931"}).status_code == 422
    assert client.post(address, {"pin": "482913", "again": "482913"}).status_code == 302
    client.force_login(house.account("administrator"))
    assert client.get(address).status_code == 404


def test_a_posts_rank_is_chosen_by_name_and_kept_as_its_row_of_the_law(client, house, by, now):
    client.force_login(house.account("archivist"))
    made = post(by, now)
    url = reverse("directory:post-change", args=[made.pk])
    assert '<option value="secretary">Sekretaris Daerah</option>' in client.get(url).content.decode()
    said = {"title": made.title, "is_leader": "on", "order": "3"}
    assert client.post(url, {**said, "precedence": "sekda"}).status_code == 422
    assert client.post(url, {**said, "precedence": "secretary"}).status_code == 302
    made.refresh_from_db()
    assert made.precedence == "secretary"
    # A list from elsewhere that calls the row by another word is read as that row.
    Post.objects.filter(pk=made.pk).update(precedence="Sekda")
    assert '<option value="secretary" selected>' in client.get(url).content.decode()
