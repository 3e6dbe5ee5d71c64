"""The planter of faults: what it plants is where it says, wrong as it says, and its three parts share nothing."""

import random
import re
from collections import Counter
from datetime import date

import pytest
from benchmarks.material import planted_figures, planted_held_figures, planted_held_words, planted_words
from benchmarks.material.articles import DATA, Article, real_articles
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
def parts() -> dict[str, list[Fault]]:
    return {"test": planted(5, _articles(), part="test"), "held": planted(5, _articles(), part="held")}


@pytest.fixture(params=["test", "held"])
def part(request) -> str:
    return request.param


@pytest.fixture
def faults(parts, part) -> list[Fault]:
    return parts[part]


def _articles() -> list[Article]:
    return [each for each in real_articles(half="measure") if "detik.com" in each.url]


@pytest.mark.real_data
@needs_articles
def test_each_class_has_its_faults_and_no_text_comes_twice_in_a_class(faults, part):
    assert Counter(fault.cls for fault in faults) == dict.fromkeys(ways_of(part), PER_CLASS)
    assert len({(fault.cls, fault.text) for fault in faults}) == len(faults)


@pytest.mark.real_data
@needs_articles
def test_the_same_seed_plants_the_same(parts):
    assert planted(5, list(reversed(_articles())), part="held") == parts["held"]


@pytest.mark.real_data
@needs_articles
def test_what_is_held_back_plants_no_words_that_the_test_part_plants(parts):
    spans = {part: {(f.cls, f.text[f.start : f.end]) for f in faults} for part, faults in parts.items()}
    assert spans["test"] & spans["held"] == set()


@pytest.mark.real_data
@needs_articles
def test_a_planted_weekday_is_wrong_by_the_calendar(faults):
    for fault in (each for each in faults if each.cls == "weekday-mismatch"):
        words = fault.text[fault.start : fault.end].casefold()
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        months = [at + 1 for at, name in enumerate(MONTHS) if re.search(rf"\b{name[:3]}(?:{name[3:]})?\b", words)]
        if months:
            day, month, year = numbers[0], months[0], numbers[-1]
        else:
            day, month, year = (*numbers, fault.published.year)[:3]
        right = DAYS[date(year if year > 99 else 2000 + year, month, day).weekday()].casefold()
        assert not re.search(rf"\b{right.replace('minggu', '(?:minggu|ahad)')}\b", words), words


@pytest.mark.real_data
@needs_articles
def test_a_planted_span_holds_the_fault(faults):
    for fault in faults:
        words = fault.text[fault.start : fault.end]
        assert words == words.strip("\n")
        assert words
        if fault.cls == "repeated-word":
            half = words.casefold().split()
            assert half[: len(half) // 2] == half[len(half) // 2 :]


def test_a_fault_is_found_by_its_rule_in_its_span_or_in_the_other_occurrence():
    fault = Fault(
        "name-variants", "doubled", "x" * 50, 40, 45, date(2026, 5, 1), "release", ((3, 8),), ("wrong-title",)
    )
    assert fault.found([("name-variants", 44, 60)])
    assert fault.found([("name-variants", 0, 4)])
    assert fault.found([("wrong-title", 40, 45)])
    assert not fault.found([("name-variants", 45, 50), ("name-variants", 10, 39), ("di-spelling", 40, 45)])


def test_the_parts_have_the_same_classes_and_the_first_two_share_no_word():
    for lists in (planted_words.NONSTANDARD, planted_words.NAME_PAIRS, planted_words.PROMOTION):
        assert not set(_leaves(lists["tune"])) & set(_leaves(lists["test"]))
    assert list(ways_of("tune")) == list(ways_of("test")) == list(ways_of("held"))


def test_what_is_held_back_shares_no_sentence_and_no_wrong_word_with_the_other_parts():
    old, held = planted_words, planted_held_words
    for name in ("UNSOURCED_FIGURES", "SUPERLATIVES", "PROMOTION", "POST_SENTENCES", "NAME_PAIRS", "PASSIVES", "PUN"):
        assert not set(_leaves(getattr(old, name))) & set(_leaves(getattr(held, name))), name
    assert not set(_leaves(old.SPEECH_WITHOUT_SPEAKER)) & {*held.SPEECH, *held.QUESTIONS}
    joined = [*_leaves(old.PLACES_JOINED), *_leaves(old.WHERE_JOINED)]
    assert not set(joined) & {*held.PLACES_JOINED, *held.TIMES_JOINED, *held.WHERE_JOINED}
    assert not set(_leaves(old.TO_JOINED)) & set(held.TO_JOINED)
    before = {*_leaves(old.NONSTANDARD), *_bracketed(old.NONSTANDARD_SENTENCES)}
    assert not before & {*_leaves(held.NONSTANDARD), *_bracketed(held.NONSTANDARD_SENTENCES)}


def test_what_is_held_back_reckons_contradicts_and_tells_in_sentences_of_its_own():
    for name in ("SUMS", "CONTRADICTIONS", "PERSONAL"):
        known = {each for part in getattr(planted_figures, name).values() for each in _frames(part)}
        assert not known & _frames(getattr(planted_held_figures, name)), name


def _frames(makers: dict) -> set[str]:
    """The sentences without their figures."""
    made = [make if isinstance(make, str) else make(random.Random(1)) for make in makers.values()]
    texts = [text for each in made for text in ([each] if isinstance(each, str) else each)]
    return {re.sub(r"\d[\d.,]*", "#", text) for text in texts}


def _bracketed(tree) -> list[str]:
    return [found.casefold() for text in _leaves(tree) for found in re.findall(r"\[([^]]*)\]", text)]


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
