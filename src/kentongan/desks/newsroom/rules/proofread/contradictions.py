"""One thing told in two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.numbers import Figure
from kentongan.ground.language.rules.stem import stem
from kentongan.ground.language.rules.words import words_of

from .counting import rounding, unit_class
from .reading import Reading
from .rulebook import Finding, finding, quoted

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY = words_of(
    """yang di ke dari dan untuk dengan pada akan adalah oleh telah ini itu para bahwa dalam juga agar serta
    sebagai karena tersebut atau dapat tidak ada sudah sebanyak sebesar seluas sejumlah mencapai sekitar rp
    orang atas hari lalu ia dia tak masih saat secara hingga setelah lebih kata ujar total jumlah rupiah persen
    juta miliar ribu triliun seperti"""
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:(?<=\w )lalu|sebelum\w*|semula|awalnya|kini|menjadi|dulu|kemarin|target\w*|rencana\w*"
    r"|lain(?:nya)?|berbeda|masing-masing|per|setiap|tambah\w*|naik|turun|meningkat|sisa\w*|antara"
    r"|kedua|ketiga|pertama|periode|sejak|hingga|tahap\w*|paket|harga\w*|diskon\w*|varian|tipe|promo"
    r"|jika|kalau|misal\w*|minimal|maksimal)(?!\w)",
    re.IGNORECASE,
)
_WINDOW_WORDS = 8
# Content words that two figures' sentences share where both are about one thing (tried on half of the articles).
_SHARED = 2
# What happened to people is counted once: "empat orang terluka", "korban luka berjumlah tujuh orang".
_HARM = words_of("luka tewas hilang ungsi")
# Who came to one thing is counted once too.
_GATHERED = ("participant", "respondent", "passenger")
# Smaller numbers without a unit are steps, lists and scores.
_LEAST_BARE = 10
_MOST_PERCENTS = 6
# Values further apart than so many times count other things.
_ONE_SIZE = 5
# How many earlier figures of the same unit one is compared with: bounds the work, and a reader's memory too.
_COMPARED = 12


def contradictions(reading: Reading) -> Iterator[Finding]:
    """The same thing counted twice with two results: same kind of unit, and nearly the same words around."""
    groups: dict[tuple[str, str | None], list[tuple[Figure, _Around]]] = {}
    percents = sum(one.kind == "percent" for one in reading.figures)
    for figure in reading.figures:
        small = figure.unit is None and figure.value < _LEAST_BARE
        if figure.upper is not None or figure.approximate or figure.kind == "fraction" or small:
            continue
        if figure.kind == "percent" and percents > _MOST_PERCENTS:
            continue  # a survey or a table: one share after another
        around = _around(reading, figure)
        if around is None:
            continue
        earlier = groups.setdefault((figure.kind, unit_class(figure.unit)), [])
        same = [
            other
            for other, there in earlier[-_COMPARED:]
            if _another_sentence(reading, other, figure)
            and (around.same_thing(there) or (figure.unit == other.unit in _GATHERED and around.touches(there)))
        ]
        earlier.append((figure, around))
        others = {one.value: one for one in same if _apart(one, figure)}
        # More than one other value is a series: regions, years, groups of a survey.
        if len(others) == 1 and figure.value not in {one.value for one in same}:
            (other,) = others.values()
            yield finding(
                "contradicting-figures",
                (figure.start, figure.end),
                said(
                    "Here stands %(here)s, above %(above)s for the same thing.",
                    here=quoted(figure.text),
                    above=quoted(other.text),
                ),
                said("Find out which figure is right."),
            )


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two values can't be one: further apart than the coarser is rounded (or cut), yet of one size.

    "Rp7,1 juta" and "Rp7,1 miliar" are of one size: the scale is what was mistaken.
    """
    small, large = sorted((one.value, other.value))
    if large - small <= 2 * max(rounding(one), rounding(other)):
        return False
    ratio = large / small if small else None
    return ratio is not None and (ratio <= _ONE_SIZE or ratio in (10, 100, 1_000, 1_000_000))


def _another_sentence(reading: Reading, one: Figure, other: Figure) -> bool:
    return reading.sentence_at(one.start) != reading.sentence_at(other.start)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a figure within its sentence, as stems: all of them, the names, the next ones on either side."""

    stems: frozenset[str]
    names: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def touches(self, other: _Around) -> bool:
        """Whether one content word is shared and no name denies it."""
        return bool(self.stems & other.stems) and not (self.names - other.names and other.names - self.names)

    def same_thing(self, other: _Around) -> bool:
        """Whether both figures seem to count the same thing: shared words make it likely, other names deny it."""
        if self.names - other.names and other.names - self.names:
            return False
        if self.stems & other.stems & _HARM:
            return True
        shared = len(self.stems & other.stems)
        least = min(len(self.stems), len(other.stems))
        if (shared >= _SHARED and 2 * shared >= least) or (shared >= 2 and shared == least):
            return True
        if len(self.after) > 1 and self.after[:2] == other.after[:2]:
            return True
        return (
            shared >= 2
            and bool(self.after and self.before)
            and (self.after[:1] == other.after[:1] and self.before[-1:] == other.before[-1:])
        )


def _around(reading: Reading, figure: Figure) -> _Around | None:
    """None where the words say another time, a condition, or a change."""
    span = reading.sentences[reading.sentence_at(figure.start)]
    text = reading.text
    before = text[max(span.start, figure.start - 90) : figure.start]
    after = text[figure.end : min(span.end, figure.end + 90)]
    if _OTHER_TIME.search(before) or _OTHER_TIME.search(after):
        return None
    ahead, behind = _WORD.findall(before)[-_WINDOW_WORDS:], _WORD.findall(after)[:_WINDOW_WORDS]
    names = frozenset(word for word in (*ahead[1:], *behind) if word[:1].isupper())
    left, right = _stems(ahead), _stems(behind)
    return _Around(frozenset((*left, *right)), names, tuple(left), tuple(right))


def _stems(words: Sequence[str]) -> list[str]:
    return [stem(word) for word in words if word.casefold() not in _EMPTY and len(word) > 2]
