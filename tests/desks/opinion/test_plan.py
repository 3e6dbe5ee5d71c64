"""A survey's plan: what it may say, what it hides, and what it refuses."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.opinion.rules.design import Unsound
from kentongan.desks.opinion.rules.disclosure import DISCLOSURE, hidden_cells, missing_disclosure
from kentongan.desks.opinion.rules.plan import BadCell, answer, numbers, read_plan, sample_of

COLUMNS = {
    "w": ["10"] * 12,
    "unit": ["A"] * 6 + ["B"] * 4 + ["C"] * 2,
    "score": ["4", "3", "3", "2", "4", "4", "1", "2", "2", "1", "4", "4"],
}


def figures(kind, ask, columns=COLUMNS, **more):
    plan = read_plan({"kind": kind, "weight": "w", "smallest": 3, "ask": [ask], **more})
    return list(answer(plan, sample_of(plan, columns), columns))


@pytest.mark.parametrize(("kind", "word"), [("opt-in", "chose themselves"), ("quota", "filled quotas")])
def test_who_was_not_drawn_by_chance_gets_a_figure_without_a_margin_and_the_reason(kind, word):
    (figure,) = figures(kind, {"statistic": "mean", "of": "score"})
    assert figure.estimate == pytest.approx(34 / 12)
    assert (figure.se, figure.low, figure.high, figure.deff) == (None, None, None, None)
    assert word in figure.why


def test_no_test_of_independence_for_an_opt_in_sample():
    (figure,) = figures("opt-in", {"statistic": "independence", "of": "unit", "with": "score"})
    assert (figure.test, "chose themselves" in figure.why) == (None, True)


def test_a_probability_sample_has_its_margin():
    (figure,) = figures("probability", {"statistic": "mean", "of": "score"})
    assert figure.low < figure.estimate < figure.high
    assert figure.why is None


def test_a_small_group_is_hidden_and_one_more_so_that_the_total_does_not_give_it_away():
    found = {figure.group: figure for figure in figures("quota", {"statistic": "mean", "of": "score", "by": "unit"})}
    assert {group: figure.suppressed for group, figure in found.items()} == {"A": False, "B": True, "C": True}
    assert (found["B"].estimate, found["C"].estimate) == (None, None)


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.integers(0, 30), max_size=8), st.integers(1, 10))
def test_no_hidden_cell_can_be_had_by_subtraction(counts, smallest):
    hidden = hidden_cells(counts, smallest)
    assert {cell for cell, count in counts.items() if 0 < count < smallest} <= hidden
    told = [cell for cell, count in counts.items() if count and cell not in hidden]
    if hidden and told:
        assert len(hidden) > 1
        assert sum(counts[cell] for cell in hidden) >= smallest


def test_every_value_of_a_share_is_told_when_none_is_named():
    found = figures("probability", {"statistic": "proportion", "of": "unit"})
    assert [(figure.part, round(figure.estimate, 6)) for figure in found] == [
        ("A", 0.5),
        ("B", 0.333333),
        ("C", 0.166667),
    ]


def test_missing_answers_are_left_out_of_the_count():
    columns = COLUMNS | {"score": ["NA", "", *COLUMNS["score"][2:]]}
    (figure,) = figures("probability", {"statistic": "mean", "of": "score"}, columns)
    assert (figure.answers, figure.estimate) == (10, pytest.approx(2.7))


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({}, "'kind' must be one of"),
        ({"kind": "random"}, "'kind' must be one of: probability, census, quota, opt-in"),
        ({"kind": "opt-in"}, "nothing is asked"),
        ({"kind": "opt-in", "asks": []}, "the key 'asks' isn't known"),
        ({"kind": "opt-in", "ask": [{"statistic": "mode", "of": "x"}]}, "ask 1: 'statistic' must be"),
        ({"kind": "opt-in", "ask": [{"statistic": "mean"}]}, "ask 1: 'of' names no column"),
        ({"kind": "opt-in", "ask": [{"statistic": "ratio", "of": "x"}]}, "a ratio needs 'per'"),
        ({"kind": "opt-in", "ask": [{"statistic": "quantile", "of": "x", "at": [50]}]}, "shares between 0 and 1"),
        ({"kind": "probability", "ask": [{"statistic": "mean", "of": "x"}]}, "needs 'weight', or 'population'"),
        ({"kind": "probability", "weight": "w", "clusters": ["a", "b"], "population": ["n"],
          "ask": [{"statistic": "mean", "of": "x"}]}, "names 1 columns for 2 stages"),
        ({"kind": "opt-in", "confidence": 95, "ask": [{"statistic": "mean", "of": "x"}]}, "from 0.5 to 0.999"),
        ({"kind": "opt-in", "totals": {"sex": {"L": -1}}, "ask": [{"statistic": "mean", "of": "x"}]}, "greater than zero"),
        ({"kind": "opt-in", "weight": 3, "ask": [{"statistic": "mean", "of": "x"}]}, "'weight' must be text"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_followed_is_refused_in_a_sentence(document, sentence):
    with pytest.raises(Unsound, match=sentence):
        read_plan(document)


@pytest.mark.parametrize(
    ("column", "cells", "row", "sentence"),
    [
        ("score", ["4", "x", *["3"] * 10], 1, "'x' in the column 'score' is no number"),
        ("score", ["4", "inf", *["3"] * 10], 1, "too large or no finite number"),
        ("score", ["4", "1e300", *["3"] * 10], 1, "too large or no finite number"),
        ("w", ["10", "10", "0", *["1"] * 9], 2, "'w' must hold a number greater than zero"),
        ("w", ["10", "", "0", *["1"] * 9], 1, "'w' must hold a number greater than zero"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_by_its_row(column, cells, row, sentence):
    with pytest.raises(BadCell, match=sentence) as refused:
        figures("probability", {"statistic": "mean", "of": "score"}, COLUMNS | {column: cells})
    assert refused.value.row == row


def test_a_comma_is_the_point_where_there_is_no_other():
    assert numbers(["3,5", "2.25", ""], "x").tolist()[:2] == [3.5, 2.25]


def test_what_a_reader_must_know_is_asked_for_in_the_checklists_order():
    assert missing_disclosure({}) == list(DISCLOSURE)
    assert missing_disclosure(dict.fromkeys(DISCLOSURE, "x") | {"mode": " "}) == ["mode"]


def test_a_value_that_nobody_gave_is_said_so_that_a_slip_of_spelling_is_seen():
    (figure,) = figures("probability", {"statistic": "proportion", "of": "unit", "value": "a"})
    assert (figure.estimate, figure.why) == (0, "no answer has this value.")


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    "kind",
    "weight",
    "strata",
    "clusters",
    "population",
    "missing",
    "confidence",
    "smallest",
    "totals",
    "disclosure",
]


@given(
    st.dictionaries(st.sampled_from([*KEYS, "ask", "x"]), JSONISH, max_size=6),
    st.lists(st.dictionaries(st.sampled_from(["statistic", "of", "per", "at", "by", "value"]), JSONISH), max_size=2),
)
def test_any_document_is_a_plan_or_a_sentence(document, asks):
    for words in (document, {"kind": "opt-in", **document, "ask": asks}):
        try:
            read_plan(words)
        except Unsound as error:
            assert str(error)  # noqa: PT017


@given(
    st.sampled_from(["probability", "quota"]),
    st.sampled_from(["mean", "total", "proportion", "quantile"]),
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.integers(1, 9), st.integers(-5, 5)),
             min_size=1, max_size=25),
    st.booleans(),
)  # fmt: skip
def test_any_answers_give_finite_figures_or_a_sentence(kind, statistic, rows, by):
    columns = dict(
        zip(("s", "c", "w", "v"), (list(map(str, column)) for column in zip(*rows, strict=True)), strict=True)
    )
    words = {"kind": kind, "weight": "w", "strata": "s", "clusters": "c", "smallest": 2}
    ask = {"statistic": statistic, "of": "v"} | ({"by": "c"} if by else {})
    plan = read_plan(words | {"ask": [ask]})
    try:
        found = list(answer(plan, sample_of(plan, columns), columns))
    except Unsound as error:
        assert str(error)  # noqa: PT017
        return
    told = [value for f in found for value in (f.estimate, f.se, f.low, f.high, f.deff) if value is not None]
    assert all(math.isfinite(value) for value in told)
