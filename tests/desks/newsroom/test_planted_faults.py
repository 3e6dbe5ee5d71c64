"""The planter of faults: what it plants is where it says, wrong as it says, and the two halves share nothing."""

import re
from collections import Counter
from datetime import date

import pytest
from benchmarks.material import planted_words
from benchmarks.material.articles import DATA, real_articles
from benchmarks.material.planted import PER_CLASS, Fault, planted, ways_of
from benchmarks.material.planted_edits import DAYS
from benchmarks.material.planted_page import sentences

needs_articles = pytest.mark.skipif(not DATA.is_dir(), reason="the real articles aren't here; set KENTONGAN_DATA")
MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    return planted(5, [each for each in real_articles(half="measure") if "detik.com" in each.url], part="test")


@pytest.mark.real_data
@needs_articles
def test_each_class_has_its_faults_and_no_text_comes_twice_in_a_class(faults):
    assert Counter(fault.cls for fault in faults) == dict.fromkeys(ways_of("test"), PER_CLASS)
    assert len({(fault.cls, fault.text) for fault in faults}) == len(faults)


@pytest.mark.real_data
@needs_articles
def test_the_same_seed_plants_the_same(faults):
    articles = [each for each in real_articles(half="measure") if "detik.com" in each.url]
    assert planted(5, list(reversed(articles)), part="test") == faults


@pytest.mark.real_data
@needs_articles
def test_a_planted_weekday_is_wrong_by_the_calendar(faults):
    for fault in (each for each in faults if each.cls == "weekday-mismatch"):
        words = fault.text[fault.start : fault.end].casefold()
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        months = [at + 1 for at, name in enumerate(MONTHS) if re.search(rf"\b{name[:3]}(?:{name[3:]})?\b", words)]
        day, month, year = (numbers[0], months[0], numbers[1]) if months else numbers
        right = DAYS[date(year if year > 99 else 2000 + year, month, day).weekday()].casefold()
        assert right not in words, words


@pytest.mark.real_data
@needs_articles
def test_a_planted_span_holds_the_fault(faults):
    for fault in faults:
        words = fault.text[fault.start : fault.end]
        assert words == words.strip("\n")
        assert words
        if fault.cls == "repeated-word":
            half = words.replace("\n", " ").split()
            assert half[: len(half) // 2] == half[len(half) // 2 :]


def test_a_fault_is_found_by_its_rule_in_its_span_or_in_the_other_occurrence():
    fault = Fault(
        "name-variants", "doubled", "x" * 50, 40, 45, date(2026, 5, 1), "release", ((3, 8),), ("wrong-title",)
    )
    assert fault.found([("name-variants", 44, 60)])
    assert fault.found([("name-variants", 0, 4)])
    assert fault.found([("wrong-title", 40, 45)])
    assert not fault.found([("name-variants", 45, 50), ("name-variants", 10, 39), ("di-spelling", 40, 45)])


def test_the_two_halves_have_the_same_classes_and_share_no_word():
    for lists in (planted_words.NONSTANDARD, planted_words.NAME_PAIRS, planted_words.PROMOTION):
        assert not set(_leaves(lists["tune"])) & set(_leaves(lists["test"]))
    assert ways_of("tune").keys() == ways_of("test").keys()


def _leaves(tree) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    return [leaf for each in (tree.values() if isinstance(tree, dict) else tree) for leaf in _leaves(each)]


def test_a_sentence_ends_at_no_initial_and_inside_no_quotation():
    assert sentences('Ia pulang. "Aku lelah. Sungguh," kata dr. Ani R. Sari. Lalu tidur.') == (
        "Ia pulang.",
        '"Aku lelah. Sungguh," kata dr. Ani R. Sari.',
        "Lalu tidur.",
    )
