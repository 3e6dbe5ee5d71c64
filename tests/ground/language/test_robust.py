"""No text breaks a parser, every span lies in the text and in order, and twice the text costs twice the work."""

import importlib
import re
from datetime import date
from itertools import pairwise
from re import _constants, _parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counted import calls

from kentongan.ground.language.rules import canonical, dates, names, numbers, quotations, text

INDEX = names.NameIndex(["Hasan", "Hasan Basri", "aa", "aaaa", "Muara Enim"])
PARSERS = {
    "sentences": text.sentences,
    "paragraphs": text.paragraphs,
    "tokens": text.tokens,
    "figures": numbers.find_figures,
    "dates": lambda words: dates.find_dates(words, published=date(2026, 5, 28)),
    "quotations": quotations.find_quotations,
    "names": names.find_names,
    "agencies": names.find_agencies,
    "mentions": INDEX.scan,
}
# What real texts are made of, and what breaks parsers: cut words, marks, NUL, right-to-left and zero width marks,
# digits of other scripts, combining marks, lone surrogates.
PIECES = [
    "Rabu (5/9/2018) ",
    "kemarin ",
    "Rp1,2 miliar",
    "dua ratus ",
    "lima puluh juta ",
    "10,5 persen",
    "5-10 ",
    "UU Nomor 14 Tahun 2008 ",
    '"',
    "“",
    "”",
    "'",
    ",",
    ". ",
    "\n",
    "\r\n",
    "\u2028",
    "Dr. ",
    "H. ",
    "Hasan Basri",
    ", S.Sos.",
    ", M.Si. ",
    "kata ",
    "katanya",
    "Ia menambahkan, ",
    "Dinas Umum (DU) ",
    "(64)",
    "1. ",
    "\x00",
    "\u200f",
    "\u200e",
    "\u202e",
    "\u200b",
    "\ufeff",
    "٣٤",
    "é",
    "é",
    "�",
    "漢字",
    "- ",
    "–",
    ":",
    "0812-3456-7890",
    "29 Februari 2025",
    "31/31",
    "99/99/9999",
    "Plt. ",
    "A.",
    "*",
    "_",
    "0",
    "aaaa",
    "tanggal 0",
    "Senin",
    "mei ",
    "x",
    "!?…",
]
WILD = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join)


@given(WILD)
@settings(max_examples=300)
def test_every_parser_takes_any_text_and_its_spans_are_in_range_and_order(words):
    for name, parse in PARSERS.items():
        found = parse(words)
        assert all(0 <= one.start <= one.end <= len(words) for one in found), name
        assert [one.start for one in found] == sorted(one.start for one in found), name
        if name != "quotations":
            assert all(one.end <= after.start for one, after in pairwise(found)), name
        assert all(words[one.start : one.end] == one.text for one in found if hasattr(one, "text")), name
    for pair in [*text.repeated_paragraphs(words), *text.repeated_sentences(words)]:
        assert pair[0].end <= pair[1].start


@given(WILD)
def test_figures_and_dates_never_share_a_letter(words):
    taken = [(one.start, one.end) for one in dates.find_dates(words)]
    for figure in numbers.find_figures(words):
        assert not [1 for start, end in taken if start < figure.number.end and figure.number.start < end]


@given(WILD)
def test_forms_names_and_hashes_take_any_text(words):
    once = canonical.canonical_text([words])
    assert canonical.pasted_equal(once, once)
    assert len(canonical.text_hash(once)) == 64
    parsed = names.parse_name(words)
    assert names.same_person(words, words) in (True, False)
    assert not parsed.name or parsed.name in " ".join(words.split())


HOSTILE = [
    "a",
    "A",
    "A.",
    "1",
    "1.",
    "1,1",
    "1-",
    "1/",
    '"a ',
    'a" ',
    "“",
    "dua ",
    "dua puluh ",
    "H. ",
    "Senin ",
    "1 Mei ",
    "\n",
    " ",
    "*a ",
    "Dinas A ",
    "Dr. A, S.H.",
    "kata ",
    "Hasan ",
    "A-a",
    "(1) ",
    "\x00",
    "- ",
    "5. A ",
    "1:",
    "Menurut A ",
    "\u200f",
    "é",
    "aaaa",
    "- \n",
    "[1/1 1.1] a",
]


@pytest.mark.parametrize("name", PARSERS)
def test_twice_the_text_costs_twice_the_calls(name):
    parse = PARSERS[name]
    parse("Hasan aax")  # whatever is built at first use
    for piece in HOSTILE:
        once = (piece * 800)[:800]
        first, second = calls(lambda t=once: parse(t)), calls(lambda t=once * 2: parse(t))
        assert second <= 2.2 * first + 60, (name, piece, first, second)


def open_repeats(pattern):
    """Each repeat without a bound in a pattern, with whether another such repeat stands around it that can step back."""

    def walk(tree, inside):
        for kind, argument in tree:
            if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
                unbounded = argument[1] is _constants.MAXREPEAT
                if unbounded:
                    yield inside
                yield from walk(argument[2], inside or (unbounded and kind is not _constants.POSSESSIVE_REPEAT))
            elif kind is _constants.SUBPATTERN:
                yield from walk(argument[3], inside)
            elif kind is _constants.BRANCH:
                for branch in argument[1]:
                    yield from walk(branch, inside)
            elif kind is _constants.ATOMIC_GROUP:
                yield from walk(argument, inside)

    return list(walk(_parser.parse(pattern.pattern, pattern.flags), False))


@pytest.mark.parametrize(
    "module",
    ["canonical", "dates", "names", "numbers", "numerals", "quotations", "speakers", "surroundings", "text", "units"],
)
def test_no_pattern_repeats_a_repeat_that_can_step_back(module):
    loaded = importlib.import_module(f"kentongan.ground.language.rules.{module}")
    patterns = {name: one for name, one in vars(loaded).items() if isinstance(one, re.Pattern)}
    patterns |= {f"SKIPPED {n}": one for n, one in enumerate(getattr(loaded, "SKIPPED", ()))}
    allowed = {"_TRAILING"}  # searched only in the 160 code points before a verb
    assert [name for name, one in patterns.items() if any(open_repeats(one)) and name not in allowed] == []
