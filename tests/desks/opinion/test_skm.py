"""The satisfaction index: exact to the end, rounded once, and a blank is no zero."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.opinion.rules import skm
from kentongan.desks.opinion.rules.sample import TABLE, by_formula, required

SUMS = (105, 101, 100, 116, 102, 105, 106, 105, 115)


def index(sums, answered):
    return skm.index_of(
        dict(zip(skm.ELEMENTS, sums, strict=True)), dict.fromkeys(skm.ELEMENTS, answered), respondents=answered
    )


def test_the_answers_of_a_real_report_give_the_exact_index_and_not_the_two_printed_ones():
    found = index(SUMS, 29)
    assert (found.index, found.band.grade) == (Decimal("91.48"), "A")
    assert found.index not in (Decimal("91.38"), Decimal("90.56"))


def test_a_perfect_score_reaches_a_hundred_and_the_lowest_twenty_five():
    assert index((4,) * 9, 1).index == Decimal("100.00")
    assert index((1,) * 9, 1).index == Decimal("25.00")


@pytest.mark.parametrize(
    ("value", "grade"),
    [("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.304", "B"), ("88.30", "B"), ("76.61", "B"), ("76.60", "C"),
     ("65.00", "C"), ("64.99", "D"), ("25.00", "D")],
)  # fmt: skip
def test_the_index_is_rounded_before_it_is_graded(value, grade):
    assert skm.band_of(Decimal(value)).grade == grade


def test_an_index_outside_the_scale_has_no_grade():
    with pytest.raises(skm.NoIndex, match=r"24\.99 isn't between"):
        skm.band_of(Decimal("24.99"))


def test_a_blank_or_a_value_off_the_scale_is_no_answer_and_no_zero():
    rows = [{"U1": "4", "U2": "4"}, {"U1": "4", "U2": ""}, {"U1": "4", "U2": "0"}, {"U1": "4", "U2": "5"}]
    found = skm.satisfaction(rows, ("U1", "U2"))
    assert (found.index, found.elements[1].answered, found.unusable, found.respondents) == (Decimal("100.00"), 1, 2, 4)


@pytest.mark.parametrize(("text", "score"), [("3", 3), (" 4 ", 4), ("3.0", 3), ("3,0", 3), ("", None), ("  ", None)])
def test_scores_are_read_as_spreadsheets_write_them(text, score):
    assert skm.read_score(text) == score


@pytest.mark.parametrize("text", ["0", "5", "3.5", "-1", "x", "٣", "3.0.0", "44"])
def test_what_is_no_score_is_refused(text):
    with pytest.raises(ValueError, match="is no score"):
        skm.read_score(text)


def test_an_element_that_nobody_answered_stops_the_index():
    with pytest.raises(skm.NoIndex, match="nobody answered U2"):
        skm.satisfaction([{"U1": "4", "U2": ""}], ("U1", "U2"))


def test_own_weights_must_sum_to_one():
    rows = [{"U1": "4", "U2": "2"}]
    assert skm.satisfaction(rows, ("U1", "U2"), {"U1": Fraction(3, 4), "U2": Fraction(1, 4)}).index == Decimal("87.50")
    with pytest.raises(skm.NoIndex, match=r"sum to 0\.9"):
        skm.satisfaction(rows, ("U1", "U2"), {"U1": Fraction("0.6"), "U2": Fraction("0.3")})
    with pytest.raises(skm.NoIndex, match="weights are given for U1"):
        skm.satisfaction(rows, ("U1", "U2"), {"U1": Fraction(1)})


@given(st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=40))
def test_the_index_is_the_nearest_hundredth_of_the_exact_value(answers):
    rows = [dict(zip(skm.ELEMENTS, map(str, row), strict=True)) for row in answers]
    exact = Fraction(sum(map(sum, answers)) * 25, len(answers) * 9)
    assert abs(Fraction(skm.satisfaction(rows).index) - exact) <= Fraction(1, 200)


@given(st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_half_is_rounded_up(above, below):
    value = Fraction(above, below)
    low = skm.rounded(value)
    assert Fraction(low) - Fraction(1, 200) <= value < Fraction(low) + Fraction(1, 200)


@pytest.mark.parametrize(
    ("population", "needed"),
    [(0, 0), (9, 9), (10, 10), (50, 44), (100, 80), (200, 132), (500, 217), (1000, 278), (9000, 368), (10_000, 370),
     (1_000_000, 384), (10**12, 384)],
)  # fmt: skip
def test_the_table_of_krejcie_and_morgan(population, needed):
    assert required(population) == needed


def test_their_formula_agrees_with_their_table_to_one_person():
    assert max(abs(by_formula(population) - needed) for population, needed in TABLE.items()) <= 1


@given(st.integers(0, 2_000_000))
def test_more_people_never_need_fewer_answers_and_never_more_than_there_are(population):
    assert required(population) <= required(population + 1)
    assert required(population) <= population
