"""What the facts make of an activity, and what a claim must say."""

from datetime import timedelta

import pytest
from tests.desks.agenda.planning import STARTS, officials, plan

from kentongan.desks.agenda import actions as agenda
from kentongan.desks.facts import actions
from kentongan.desks.facts.models import Fact, FactRevision
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def people(house):
    return officials()


@pytest.fixture
def activity(house, now):
    return agenda.plan_activity(unit=house.prokopim, plan=plan(), by=house.actor("protocol"), now=now)


def test_facts_come_from_the_activity_with_titles_as_held_that_day(house, people, activity, now):
    by = house.actor("protocol")
    agenda.assign_person(
        activity=activity, person=people["secretary"], post=people["secretary_post"], represents=people["regent_post"],
        speaks=True, by=by, now=now,
    )  # fmt: skip
    drawn = actions.draw_from_activity(activity=activity, by=Actor.machine("facts"), now=now)

    assert [(f.kind, f.value) for f in drawn] == [
        ("date", "Selasa (24/11/2026)"),
        ("date", "Selasa, 24 November 2026"),
        ("date", "pukul 08.00 WIB"),
        ("place", "Pendopo"),
        ("official", "Plt. Sekretaris Daerah Drs. Nugroho Santika, M.Si., mewakili Bupati Tirta Kencana"),
    ]
    assert {f.source_kind for f in drawn} == {"agenda"}


def test_drawing_again_changes_nothing_and_a_move_keeps_the_old_wording(house, activity, now):
    machine = Actor.machine("facts")
    actions.draw_from_activity(activity=activity, by=machine, now=now)
    before = Entry.objects.count()
    actions.draw_from_activity(activity=activity, by=machine, now=now)
    assert Entry.objects.count() == before

    moved = agenda.change_activity(
        activity=activity, plan=plan(starts_at=STARTS + timedelta(days=1), ends_at=STARTS + timedelta(days=1, hours=3)),
        by=house.actor("protocol"), now=now,
    )  # fmt: skip
    actions.draw_from_activity(activity=moved, by=machine, now=now)

    assert list(Fact.objects.filter(kind="date").values_list("value", "revision")) == [
        ("Rabu (25/11/2026)", 2),
        ("Rabu, 25 November 2026", 2),
        ("pukul 08.00 WIB", 1),
    ]
    assert list(FactRevision.objects.order_by("id").values_list("value", "reason")) == [
        ("Selasa (24/11/2026)", "The activity changed."),
        ("Selasa, 24 November 2026", "The activity changed."),
    ]


def test_who_does_not_go_any_more_is_withdrawn_from_the_facts(house, people, activity, now):
    by, machine = house.actor("protocol"), Actor.machine("facts")
    agenda.assign_person(activity=activity, person=people["regent"], post=people["regent_post"], by=by, now=now)
    actions.draw_from_activity(activity=activity, by=machine, now=now)
    agenda.release_person(activity=activity, person=people["regent"], by=by, now=now)
    actions.draw_from_activity(activity=activity, by=machine, now=now)

    official = Fact.objects.get(kind="official")
    assert (official.revision, official.withdrawn_at) == (2, now)


def test_a_claim_reads_its_number_and_a_changed_one_asks_why(house, now):
    by = house.actor("writer")
    claim = actions.Claim(
        kind="figure", claim="Peserta pelatihan", value="dua ratus lima puluh", measure="orang", source_kind="present"
    )
    fact = actions.record_fact(
        unit=house.prokopim, level="internal", owner=house.account("writer"), claim=claim, by=by, now=now
    )
    assert fact.number == 250

    new = actions.Claim(**{**vars(claim), "value": "217"})
    with pytest.raises(Refusal):
        actions.change_fact(fact=fact, claim=new, reason="", by=by, now=now)
    changed = actions.change_fact(fact=fact, claim=new, reason="Daftar hadir dihitung ulang", by=by, now=now)
    assert (changed.number, changed.revision) == (217, 2)
    assert Entry.objects.filter(event="FactChanged").count() == 1


def test_an_agency_as_source_must_be_named(house, now):
    with pytest.raises(Refusal, match="Name the agency"):
        actions.record_fact(
            unit=house.prokopim, level="internal", owner=house.account("writer"), by=house.actor("writer"), now=now,
            claim=actions.Claim(kind="budget", claim="Anggaran", value="Rp1,2 miliar", source_kind="agency"),
        )  # fmt: skip
