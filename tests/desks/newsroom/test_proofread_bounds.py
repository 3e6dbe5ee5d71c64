"""The proofreader's quality floors and bounds: planted faults by class, the text of 2018, work that grows with the text."""

import pytest
from benchmarks import proofread as benchmark
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counted import calls

from kentongan.desks.newsroom.rules.proofread import RULES, STOP, proofread

HOSTILE = [
    lambda n: "a" * n,
    lambda n: "“" * (n // 4),
    lambda n: "1 " * (n // 2),
    lambda n: "Rp 1.200 dari " * (n // 14),
    lambda n: "5 persen dari " * (n // 14),
    lambda n: "Senin, 1 Mei 2026 " * (n // 18),
    lambda n: " ".join(
        "A" + format(k, "05x").translate(str.maketrans("0123456789", "ghijklmnop")) for k in range(n // 7)
    ),
    lambda n: "\u202e1.284\u202c \0 hektare " * (n // 18),
    lambda n: "Bupati Wirya Adiguna membuka 12 rumah.\n" * (n // 39),
]
# Once a text is twice as long: a tenth above twice the calls covers what is done once for any text.
TWICE = 2.2


@pytest.mark.parametrize("make", HOSTILE)
def test_twice_the_text_costs_twice_the_work(make):
    proofread(make(300))  # lists are read once
    assert calls(lambda: proofread(make(12_000))) <= TWICE * calls(lambda: proofread(make(6_000))) + 2_000


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_findings_that_lie_within_it_and_the_same_twice(text):
    found = proofread(text)
    assert found == proofread(text)
    assert {one.rule for one in found} <= {rule.id for rule in RULES}
    assert all(0 <= one.start <= one.end <= len(text) for one in found)


def test_ten_megabytes_of_one_word_are_read():
    assert {one.severity for one in proofread("a" * 10_000_000)} <= {"note"}


@pytest.mark.real_data
@pytest.mark.parametrize("part", ["tune", "test"])
def test_of_the_planted_faults_that_were_mended_none_is_lost_again(data, part):
    sown, hit = benchmark.recall(part, each=6)
    assert len(sown) == 16
    assert {name for name in sown if hit[name] < 5} == set()
    assert hit.total() >= 0.97 * sown.total()


@pytest.mark.real_data
def test_what_stops_in_real_articles_is_labelled_right(data):
    tally = benchmark.judged()
    assert (tally["wrong"], tally["weekday wrong"]) == (0, 0)
    assert tally["right"] == 28


@pytest.mark.real_data
def test_the_text_of_2018_has_its_four_paragraphs_and_keeps_its_weekday(data):
    found = proofread((data / benchmark.COVERAGE).read_text("utf-8"))
    stops = [one.rule for one in found if one.severity == STOP]
    assert stops == ["repeated-paragraph"] * 4
