"""Seating and greeting by UU 9/2010 articles 11 to 15."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.gatherings.rules import Guest, UnclearGuest, greeting, seat
from kentongan.ground.directory.rules import POSTS, Level

DAY = date(2026, 11, 24)


def placed(*guests, level=Level.REGENCY):
    return seat(guests, level=level, on=DAY)


def order(seating):
    return [(chair.order, chair.name, chair.group) for chair in seating.seats]


def test_the_absent_regents_chair_stays_empty_and_the_secretary_sits_in_group_f():
    seating = placed(
        Guest("Camat", "district-head"),
        Guest("Sekda", "secretary", represents="Bupati"),
        Guest("Bupati", "regent", attends=False),
        Guest("Wabup", "deputy-regent"),
    )
    assert order(seating) == [(2, "Wabup", "b"), (3, "Sekda", "f"), (4, "Camat", "l")]
    assert [(e.order, e.name, e.group, e.represented_by) for e in seating.empty] == [(1, "Bupati", "a", "Sekda")]
    assert "sits by his or her own rank (article 15)" in seating.seats[1].why


def test_a_representative_named_by_post_keeps_a_chair_for_an_official_without_a_line():
    seating = placed(Guest("Ir. Bagus", "secretary", represents="bupati"), Guest("Made", "council-chair"))
    assert [(e.order, e.name, e.represented_by) for e in seating.empty] == [(1, "Bupati", "Ir. Bagus")]
    assert order(seating) == [(2, "Made", "d"), (3, "Ir. Bagus", "f")]


def test_a_governor_goes_before_the_regent():
    seating = placed(Guest("B", "regent"), Guest("G", "governor"), Guest("M", "minister"))
    assert order(seating) == [(1, "M", "9h"), (2, "G", "9m"), (3, "B", "a")]


def test_a_spouse_sits_beside_the_partner_by_the_partners_rank():
    seating = placed(
        Guest("Ibu Camat", "", spouse_of="Camat"), Guest("Wabup", "deputy-regent"), Guest("Camat", "district-head"),
        Guest("Ibu Wabup", "department-head", spouse_of="Wabup"),
    )  # fmt: skip
    assert order(seating) == [(1, "Wabup", "b"), (2, "Ibu Wabup", "b"), (3, "Camat", "l"), (4, "Ibu Camat", "l")]
    assert seating.seats[1].beside == "Wabup"


def test_a_spouse_of_higher_rank_keeps_the_own_place():
    seating = placed(Guest("Kadis", "department-head"), Guest("Ketua", "council-chair", spouse_of="Kadis"))
    assert order(seating) == [(1, "Ketua", "d"), (2, "Kadis", "j")]


def test_a_couple_naming_each_other_is_seated_once_and_together():
    seating = placed(
        Guest("X", "council-member"),
        Guest("A", "council-chair", spouse_of="B"),
        Guest("B", "", spouse_of="A"),
        Guest("C", "council-member", spouse_of="X"),
    )
    assert [name for _, name, _ in order(seating)] == ["A", "B", "X", "C"]


def test_the_spouse_of_an_absent_official_sits_beside_the_empty_chair():
    seating = placed(
        Guest("Ibu", spouse_of="Bupati"), Guest("Bupati", "regent", attends=False), Guest("W", "deputy-regent")
    )
    assert order(seating) == [(2, "Ibu", "a"), (3, "W", "b")]
    assert greeting(seating)[0].line == "Yang terhormat Ibu, pendamping Bupati"


def test_the_host_accompanies_the_highest_official_present():
    seating = placed(
        Guest("Menteri", "minister"), Guest("Gubernur", "governor"), Guest("Bupati", "regent", host=True),
        Guest("Ibu Menteri", spouse_of="Menteri"),
    )  # fmt: skip
    assert [name for _, name, _ in order(seating)] == ["Menteri", "Ibu Menteri", "Bupati", "Gubernur"]


@pytest.mark.parametrize(
    ("guests", "place", "sentence"),
    [
        ([Guest("A", "raja")], 0, "no row of the law names the post 'raja'"),
        ([Guest("A", "regent"), Guest(" a ", "guest")], 1, "is on the list twice"),
        ([Guest("A", "secretary", represents="B")], 0, "neither on the list nor a post"),
        ([Guest("A", "secretary", represents="B"), Guest("B", "regent")], 0, "'B' attends in person"),
        ([Guest("A", "secretary", represents="A")], 0, "can't represent himself"),
        ([Guest("A", spouse_of="B")], 0, "the partner 'B' isn't on the list"),
        ([Guest("A", spouse_of="A")], 0, "can't be married to himself"),
        ([Guest("  ", "regent")], 0, "the name is empty"),
    ],
)
def test_a_line_that_cannot_be_placed_is_told_by_its_place(guests, place, sentence):
    with pytest.raises(UnclearGuest, match=sentence) as refused:
        placed(*guests)
    assert refused.value.place == place


def test_a_representative_who_stays_away_is_told():
    seating = placed(Guest("B", "regent", attends=False), Guest("S", "secretary", attends=False, represents="B"))
    assert seating.notes == ("S represents B but doesn't attend; nobody speaks for the absent official.",)
    assert [(chair.name, chair.represented_by) for chair in seating.empty] == [("B", ""), ("S", "")]


def test_the_greeting_goes_from_the_highest_down_and_leaves_the_speaker_out():
    seating = placed(
        Guest("Camat", "district-head"), Guest("Sekda", "secretary", represents="Bupati"),
        Guest("Bupati", "regent", attends=False), Guest("Gub", "governor"), Guest("Ibu Gub", spouse_of="Gub"),
        Guest("D1", "council-member"), Guest("D2", "council-member"), Guest("D3", "council-member"), Guest("Warga", "guest"),
    )  # fmt: skip
    assert [line.line for line in greeting(seating, speaker="sekda")] == [
        "Yang terhormat Gubernur, Gub beserta pendamping",
        "Yang kami hormati para anggota DPRD",
        "Yang terhormat Camat, Camat",
        "Para undangan dan hadirin yang berbahagia",
    ]
    assert greeting(seating)[1].line == "Yang terhormat Sekretaris Daerah, Sekda, mewakili Bupati"


def test_a_guests_own_title_is_said_and_a_body_is_greeted_by_its_post():
    heads = [Guest(f"K{n}", "department-head", title=f"Kepala Dinas {n}") for n in range(3)]
    pair = placed(Guest("A", "regent", attends=False, title="Bupati Tirta Kencana"),
                  Guest("S", "secretary", represents="A"), *heads[:2])  # fmt: skip
    assert [line.line for line in greeting(pair)] == [
        "Yang terhormat Sekretaris Daerah, S, mewakili Bupati Tirta Kencana",
        "Yang terhormat Kepala Dinas 0, K0",
        "Yang terhormat Kepala Dinas 1, K1",
    ]
    assert [line.line for line in greeting(placed(*heads))] == ["Yang kami hormati para kepala dinas"]
    judge = placed(Guest("T", "guest", title="Rektor Universitas Kencana"))
    assert [line.line for line in greeting(judge)] == ["Yang terhormat Rektor Universitas Kencana, T"]


def test_changing_who_attends_reorders_the_greeting():
    guests = [Guest("B", "regent"), Guest("K", "council-chair")]
    with_governor = [*guests, Guest("G", "governor")]
    assert [s.names[0] for s in greeting(placed(*guests))] == ["B", "K"]
    assert [s.names[0] for s in greeting(placed(*with_governor))] == ["G", "B", "K"]


GUESTS = st.lists(
    st.tuples(
        st.sampled_from(["", *POSTS]), st.booleans(), st.none() | st.integers(0, 11), st.none() | st.integers(0, 11), st.booleans()
    ),
    max_size=12,
)  # fmt: skip


@given(GUESTS, st.sampled_from(list(Level)))
def test_any_list_seats_everyone_once_in_numbered_chairs_or_refuses_in_a_sentence(rows, level):
    guests = [
        Guest(f"T{i}", post, attends, f"T{rep}" if rep is not None else "", f"T{sp}" if sp is not None else "", host)
        for i, (post, attends, rep, sp, host) in enumerate(rows)
    ]
    try:
        seating = seat(guests, level=level, on=DAY)
    except UnclearGuest as error:
        assert guests[error.place]  # noqa: PT017
        return
    chairs = sorted([*seating.seats, *seating.empty], key=lambda chair: chair.order)
    assert [chair.order for chair in chairs] == list(range(1, len(chairs) + 1))
    assert sorted(chair.name for chair in seating.seats) == sorted(g.name for g in guests if g.attends)
    assert [chair.name for chair in seating.empty if any(g.name == chair.name and g.attends for g in guests)] == []
    said = [name for line in greeting(seating) for name in line.names]
    assert len(said) == len(set(said))
