"""Activities and who goes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.desks.agenda.planning import STARTS, officials, plan

from kentongan.desks.agenda import actions, queries
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of, zone

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def people(house):
    return officials()


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


def test_a_day_costs_the_same_queries_with_one_and_three_activities(house, people, now, django_assert_num_queries):
    day, reader = date(2026, 11, 24), reader_of(house.account("writer"), now=now)
    wib = zone()
    for count in (1, 3):
        for _ in range(count):
            made = actions.plan_activity(unit=house.prokopim, plan=plan(), by=house.actor("protocol"), now=now)
            actions.assign_person(
                activity=made, person=people["regent"], accept_clash=True, by=house.actor("protocol"), now=now
            )
        with django_assert_num_queries(3):  # the third asks for the office's zone, once per request
            queries.lines(queries.between(day, day, zone=wib, reader=reader), zone=wib)
