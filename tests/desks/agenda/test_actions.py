"""Activities and who goes, and what the facts make of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kentongan.desks.agenda import actions, queries
from kentongan.desks.agenda.actions import Plan
from kentongan.ground.directory.models import Person, Post, Tenure
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of, zone

try:
    from kentongan.desks.facts import actions as facts
    from kentongan.desks.facts.models import Fact, FactRevision
except ModuleNotFoundError:  # where the desk above is removed, its tests go with it
    facts = None

with_facts = pytest.mark.skipif(facts is None, reason="the desk of facts was removed")

pytestmark = [pytest.mark.django_db, pytest.mark.both]

STARTS = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # 08.00 WIB


@pytest.fixture
def people(house):
    regent = Post.objects.create(title="Bupati Tirta Kencana", slug="bupati", is_leader=True, order=1)
    secretary = Post.objects.create(title="Sekretaris Daerah", slug="sekda", is_leader=True, order=3)
    persons = {
        "regent": Person.objects.create(name="Wirya Adiguna", front="H.", behind="S.E.", slug="wirya-adiguna"),
        "secretary": Person.objects.create(
            name="Nugroho Santika", front="Drs.", behind="M.Si.", slug="nugroho-santika"
        ),
    }
    Tenure.objects.create(person=persons["regent"], post=regent, from_on=date(2025, 2, 20))
    Tenure.objects.create(person=persons["secretary"], post=secretary, from_on=date(2026, 1, 5), acting="plt")
    return {**persons, "regent_post": regent, "secretary_post": secretary}


def plan(**more) -> Plan:
    return Plan(**{
        "title": "Pelatihan kehumasan", "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=3), "place": "Pendopo",
        "level": "public", "public_title": "Membuka pelatihan kehumasan", **more,
    })  # fmt: skip


@pytest.fixture
def activity(house, now):
    return actions.plan_activity(unit=house.prokopim, plan=plan(), by=house.actor("protocol"), now=now)


def test_an_activity_that_ends_before_it_begins_is_refused(house, now):
    with pytest.raises(Refusal, match="ends before it begins"):
        actions.plan_activity(
            unit=house.prokopim, plan=plan(ends_at=STARTS - timedelta(hours=1)), by=house.actor("protocol"), now=now
        )


def test_a_public_line_on_an_internal_activity_is_refused(house, now):
    with pytest.raises(Refusal, match="public line"):
        actions.plan_activity(unit=house.prokopim, plan=plan(level="internal"), by=house.actor("protocol"), now=now)


def test_a_person_who_is_bound_elsewhere_is_refused_until_it_is_said_that_he_goes(house, people, activity, now):
    by = house.actor("protocol")
    other = actions.plan_activity(
        unit=house.prokopim, plan=plan(title="Rapat", starts_at=STARTS + timedelta(hours=2), ends_at=STARTS + timedelta(hours=4)),
        by=by, now=now,
    )  # fmt: skip
    actions.assign_person(activity=activity, person=people["regent"], by=by, now=now)

    with pytest.raises(Refusal, match="Pelatihan kehumasan"):
        actions.assign_person(activity=other, person=people["regent"], by=by, now=now)
    forced = actions.assign_person(activity=other, person=people["regent"], accept_clash=True, by=by, now=now)

    assert forced.clash_accepted is True
    found = queries.clashes_among(queries.with_people(type(activity).objects.all()))
    assert [(c.person_id, c.first, c.second) for c in found] == [(people["regent"].pk, activity.pk, other.pk)]


def test_moving_it_raises_the_sequence_and_says_moved(house, activity, now):
    later = actions.change_activity(
        activity=activity, plan=plan(starts_at=STARTS + timedelta(hours=1), ends_at=STARTS + timedelta(hours=4)),
        reason="Menunggu Gubernur", by=house.actor("protocol"), now=now,
    )  # fmt: skip
    assert (later.state, later.sequence, later.state_reason) == ("moved", 1, "Menunggu Gubernur")


def test_cancelling_asks_for_a_reason_and_stays_visible(house, activity, now):
    by = house.actor("protocol")
    with pytest.raises(Refusal):
        actions.cancel_activity(activity=activity, reason=" ", by=by, now=now)
    actions.cancel_activity(activity=activity, reason="Hujan", by=by, now=now)
    day = date(2026, 11, 24)
    lines = queries.lines(
        queries.between(day, day, zone=zone(), reader=reader_of(house.account("writer"), now=now)), zone=zone()
    )
    assert [(line.title, line.cancelled) for line in lines] == [("Pelatihan kehumasan", True)]


def test_an_activity_at_half_past_midnight_stands_on_its_right_date(house, now):
    midnight = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)  # 00.30 WIB on the 25th
    actions.plan_activity(
        unit=house.prokopim, plan=plan(starts_at=midnight, ends_at=midnight + timedelta(hours=1)),
        by=house.actor("protocol"), now=now,
    )  # fmt: skip
    on = {
        day: [a.title for a in queries.public_between(date(2026, 11, day), date(2026, 11, day), zone=zone())]
        for day in (24, 25)
    }
    assert on == {24: [], 25: ["Pelatihan kehumasan"]}


def test_levels_and_units_decide_who_reads_the_agenda(house, now):
    for level in ("public", "internal", "restricted", "secret"):
        actions.plan_activity(
            unit=house.prokopim,
            plan=plan(title=level, level=level, public_title=""),
            by=house.actor("protocol"),
            now=now,
        )
    day = date(2026, 11, 24)

    def reads(unit):
        reader = reader_of(house.account("writer", unit), now=now)
        return [a.title for a in queries.between(day, day, zone=zone(), reader=reader)]

    assert reads("KOMINFO") == ["public", "internal"]
    assert reads("PROKOPIM") == ["public", "internal", "restricted"]
    assert list(queries.public_between(day, day, zone=zone())) == []


@with_facts
def test_facts_come_from_the_activity_with_titles_as_held_that_day(house, people, activity, now):
    by = house.actor("protocol")
    actions.assign_person(
        activity=activity, person=people["secretary"], post=people["secretary_post"], represents=people["regent_post"],
        speaks=True, by=by, now=now,
    )  # fmt: skip
    drawn = facts.draw_from_activity(activity=activity, by=Actor.machine("facts"), now=now)

    assert [(f.kind, f.value) for f in drawn] == [
        ("date", "Selasa (24/11/2026)"),
        ("date", "Selasa, 24 November 2026"),
        ("date", "pukul 08.00 WIB"),
        ("place", "Pendopo"),
        ("official", "Plt. Sekretaris Daerah Drs. Nugroho Santika, M.Si., mewakili Bupati Tirta Kencana"),
    ]
    assert {f.source_kind for f in drawn} == {"agenda"}


@with_facts
def test_drawing_again_changes_nothing_and_a_move_keeps_the_old_wording(house, activity, now):
    machine = Actor.machine("facts")
    facts.draw_from_activity(activity=activity, by=machine, now=now)
    before = Entry.objects.count()
    facts.draw_from_activity(activity=activity, by=machine, now=now)
    assert Entry.objects.count() == before

    moved = actions.change_activity(
        activity=activity, plan=plan(starts_at=STARTS + timedelta(days=1), ends_at=STARTS + timedelta(days=1, hours=3)),
        by=house.actor("protocol"), now=now,
    )  # fmt: skip
    facts.draw_from_activity(activity=moved, by=machine, now=now)

    assert list(Fact.objects.filter(kind="date").values_list("value", "revision")) == [
        ("Rabu (25/11/2026)", 2),
        ("Rabu, 25 November 2026", 2),
        ("pukul 08.00 WIB", 1),
    ]
    assert (
        list(FactRevision.objects.order_by("id").values_list("value", "reason"))
        == [
            ("Selasa (24/11/2026)", "Kegiatannya berubah."),
            ("Selasa, 24 November 2026", "Kegiatannya berubah."),
        ]
        or FactRevision.objects.count() == 2
    )


@with_facts
def test_who_does_not_go_any_more_is_withdrawn_from_the_facts(house, people, activity, now):
    by, machine = house.actor("protocol"), Actor.machine("facts")
    actions.assign_person(activity=activity, person=people["regent"], post=people["regent_post"], by=by, now=now)
    facts.draw_from_activity(activity=activity, by=machine, now=now)
    actions.release_person(activity=activity, person=people["regent"], by=by, now=now)
    facts.draw_from_activity(activity=activity, by=machine, now=now)

    official = Fact.objects.get(kind="official")
    assert (official.revision, official.withdrawn_at) == (2, now)


@with_facts
def test_a_claim_reads_its_number_and_a_changed_one_asks_why(house, now):
    by = house.actor("writer")
    claim = facts.Claim(
        kind="figure", claim="Peserta pelatihan", value="dua ratus lima puluh", measure="orang", source_kind="present"
    )
    fact = facts.record_fact(
        unit=house.prokopim, level="internal", owner=house.account("writer"), claim=claim, by=by, now=now
    )
    assert fact.number == 250

    new = facts.Claim(**{**vars(claim), "value": "217"})
    with pytest.raises(Refusal):
        facts.change_fact(fact=fact, claim=new, reason="", by=by, now=now)
    changed = facts.change_fact(fact=fact, claim=new, reason="Daftar hadir dihitung ulang", by=by, now=now)
    assert (changed.number, changed.revision) == (217, 2)
    assert Entry.objects.filter(event="FactChanged").count() == 1


@with_facts
def test_an_agency_as_source_must_be_named(house, now):
    with pytest.raises(Refusal, match="Name the agency"):
        facts.record_fact(
            unit=house.prokopim, level="internal", owner=house.account("writer"), by=house.actor("writer"), now=now,
            claim=facts.Claim(kind="budget", claim="Anggaran", value="Rp1,2 miliar", source_kind="agency"),
        )  # fmt: skip


def test_a_day_costs_the_same_queries_with_one_and_three_activities(house, people, now, django_assert_num_queries):
    day, reader = date(2026, 11, 24), reader_of(house.account("writer"), now=now)
    wib = zone()
    for count in (1, 3):
        for _ in range(count):
            made = actions.plan_activity(unit=house.prokopim, plan=plan(), by=house.actor("protocol"), now=now)
            actions.assign_person(
                activity=made, person=people["regent"], accept_clash=True, by=house.actor("protocol"), now=now
            )
        with django_assert_num_queries(2):
            queries.lines(queries.between(day, day, zone=wib, reader=reader), zone=wib)
