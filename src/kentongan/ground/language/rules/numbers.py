"""Figures in an Indonesian text: what is counted, measured or paid, in digits or in words, with exact spans.

A figure is a quantity. Not figures: days and years, clock times, ordinals and labels (Pasal 5, posisi 3, kelas 10), law
and register numbers, telephones, scores, numbers inside a name (G20, Liga 1, iPhone 17). The full guide, by which the
gold sentences were labelled, is docs/develop/labels.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from . import surroundings as around
from .dates import find_dates
from .numerals import IN_WORDS, MOST_DIGITS, SCALES, in_words, parse_number, words_value
from .text import Span
from .units import MONEY_BEFORE, MONEY_KIND, PERCENT_KIND, TIME_KIND, UNITS, Unit, unit_at

__all__ = ["Figure", "find_figures", "in_words", "parse_number"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, or a range of two (`upper`).

    `[start, end)` covers currency, number, scale word and unit ("Rp 1,2 miliar", "dua ratus orang"); `number` is the
    bare number with its scale word ("1,2 miliar", "dua ratus"), which is what the gold labels mark. `approximate` is
    one of about, more, less, at-least, at-most or None ("lebih dari 200" is more). Money counts whole units of its
    currency.
    """

    start: int
    end: int
    text: str
    value: Decimal
    upper: Decimal | None
    unit: str | None
    approximate: str | None
    kind: str  # money percent measure duration age count fraction number
    number: Span


@dataclass(frozen=True, slots=True)
class _Raw:
    """A numeral where it stands, before its surroundings are read."""

    start: int
    end: int
    value: Decimal
    written: str
    scale: int  # 1 without a scale word
    words: bool
    upper: Decimal | None = None
    dashed: bool = False


# How far the words around a number are read: "kurang lebih sebanyak Rp " and "kilometer per jam" fit in.
_WINDOW = 48

_ONE = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
_SCALE = (
    r"(?:\s?(?:ribu|juta|miliar|milyar|miliard|triliun|trilyun|triliyun|kuadriliun|ratus|puluh)(?:(?!\w)|(?=an\b))"
    r"|\s(?:million|billion|trillion)(?!\w)|\s?(?:jt|rb)\b)"
)
# A number begins where no word or number goes on, but for "Rp5", "USD5" and the second side of "4x3 meter".
_BEGINS = r"(?:(?<![\w.,])|(?<=Rp)|(?<=Rp\.)|(?<=RP)|(?<=USD)|(?<=IDR)|(?<=RM)|(?<=[0-9]x))"
_NUMBER = re.compile(
    rf"(?P<digits>{_BEGINS}[0-9]++(?:[.,][0-9]++)*+)(?P<scale>{_SCALE}{{0,2}})"
    rf"|(?<![\w-])(?P<pair>(?i:(?P<low>{_ONE})-(?P<high>{_ONE})))(?![\w-])"
    rf"|(?<![\w-])(?P<words>(?i:{IN_WORDS}))(?![\w-])"
)
_CONNECTOR = re.compile(
    r"(?P<dash>\s?[-–—]\s?)(?:(?:Rp\.?|US\s?\$|[$€£])\s?)?"
    r"|\s(?:sampai(?:\sdengan)?|hingga|s\.?/?d\.?|(?P<and>dan))\s(?:(?:Rp\.?|US\s?\$|[$€£])\s?)?"
)
_RESTATED = re.compile(rf"\s?\(\s?(?P<words>(?i:{IN_WORDS}))\s?(?:rupiah\s?)?\)")
_MONEY_LETTER = re.compile(r"\s?(?P<letter>[MT])(?!\w|\.\w)")
_ABOUT_SUFFIX = re.compile(r"-?an\b")
_BETWEEN = re.compile(r"antara (?:(?:Rp\.?|US\s?\$|[$€£])\s?)?\Z", re.IGNORECASE)
_LISTED = re.compile(r",?\s?(?:(?:dan|maupun|atau|serta|hingga|sampai)\s)?")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?[ \u00a0:#]{0,2}\(?\Z")


def find_figures(text: str) -> list[Figure]:
    """Every figure in order, none overlapping another; ranges are one figure."""
    found: list[Figure] = []
    raws = _outside(list(_raws(text)), _skipped(text))
    taken = place = 0
    label_end = len(text)
    while place < len(raws):
        raw, used = raws[place], 1
        while place + used < len(raws):
            joined = _joined(text, raw, raws[place + used])
            if joined is None:
                break
            raw, used = joined, used + 1
        place += used
        figure = _figure(text, raw) if raw.start >= taken else None
        if figure is not None and figure.unit is None and _LISTED.fullmatch(text, label_end, raw.start):
            figure = None  # "Pasal 64, 65 dan 66": what the first number is, the others are
        if figure is not None:
            found.append(figure)
            taken = figure.end
        else:
            label_end = raw.end
    return found


def _raws(text: str) -> Iterator[_Raw]:
    for match in _NUMBER.finditer(text):
        if match.group("pair"):
            low, high = words_value(match.group("low")), words_value(match.group("high"))
            if high == low + 1:
                yield _Raw(match.start(), match.end(), low, match.group(), 1, words=True, upper=high)
        elif match.group("words"):
            said = match.group("words")
            scale = SCALES.get(said.casefold().split()[-1], 1)
            yield _Raw(match.start(), match.end(), words_value(said), said, scale, words=True)
        else:
            value = parse_number(match.group("digits"))
            if value is not None:
                scale = 1
                for word in match.group("scale").casefold().split():
                    scale *= SCALES[word]
                yield _Raw(match.start(), match.end(), value * scale, match.group("digits"), scale, words=False)


def _skipped(text: str) -> list[tuple[int, int]]:
    spans = [(one.start, one.end) for one in find_dates(text)]
    fractions = {match.start() for match in around.FRACTION.finditer(text)}
    for pattern in around.SKIPPED:
        spans += [match.span() for match in pattern.finditer(text) if match.start() not in fractions]
    spans += _list_marks(text)
    return sorted(spans)


def _list_marks(text: str) -> list[tuple[int, int]]:
    """ "1. Siapkan … 2. Isi …": a run from 1 upwards, or a number that is a sentence of its own; else a number before a
    full stop may end a sentence ("umur 64. Saya")."""
    runs: list[list[tuple[int, int]]] = []
    alone: list[tuple[int, int]] = []
    firsts: list[int] = []  # a list whose head is lost may begin at 2 or 3
    expected = 1
    for match in around.LIST_MARK.finditer(text):
        number = int(match.group(1))
        before = text[max(0, match.start(1) - 2) : match.start(1)].strip()[-1:]
        goes_on_small = text[match.end(1)] == "." and text[match.end()].islower()
        if before in (".", "!", "?", ":", "") or goes_on_small:
            alone.append(match.span(1))
        if runs and number == expected:
            runs[-1].append(match.span(1))
            expected += 1
        elif number <= 3:
            runs.append([match.span(1)])
            expected = number + 1
            firsts.append(number)
    longest = zip(runs, firsts, strict=True)
    return alone + [span for run, first in longest if len(run) > (1 if first == 1 else 2) for span in run]


def _outside(raws: list[_Raw], skipped: list[tuple[int, int]]) -> list[_Raw]:
    kept, place, reach = [], 0, 0
    for raw in raws:
        while place < len(skipped) and skipped[place][0] < raw.end:
            reach = max(reach, skipped[place][1])
            place += 1
        if reach <= raw.start:
            kept.append(raw)
    return kept


def _joined(text: str, low: _Raw, high: _Raw) -> _Raw | None:
    """Two numbers that are one figure: "5-10 persen", "Rp 1 juta sampai Rp 2 juta", "2 juta 500 ribu"."""
    if high.start - low.end > _WINDOW or low.upper is not None or high.upper is not None:
        return None
    if text[low.end : high.start] == " " and low.scale > high.scale > 1 and not low.words and not high.words:
        return replace(low, end=high.end, value=low.value + high.value, scale=high.scale)
    unit = unit_at(text, low.end)
    if unit is not None and unit.end > high.start:
        unit = None
    match = _CONNECTOR.fullmatch(text, unit.end if unit else low.end, high.start)
    if match is None or (match.group("and") and not _BETWEEN.search(text[max(0, low.start - 16) : low.start])):
        return None
    if unit is None and not match.group("dash") and _heads_a_label(text, low):
        return None  # "diabetes tipe 2 hingga 49 persen"
    other = unit_at(text, high.end)
    if unit is not None and (other is None or other.name != unit.name):
        return None
    value = low.value * high.scale if low.scale == 1 and unit is None and high.scale > low.value else low.value
    if value >= high.value:
        value = low.value
    if match.group("dash") and unit is None and value >= high.value:
        return _Raw(low.start, high.end, low.value, "", 1, words=False, upper=high.value, dashed=True)  # a score
    if value >= high.value:
        return None
    dashed = match.group("dash") is not None
    return _Raw(low.start, high.end, value, high.written, high.scale, low.words, upper=high.value, dashed=dashed)


def _heads_a_label(text: str, low: _Raw) -> bool:
    left = text[max(0, low.start - _WINDOW) : low.start]
    version = "." in low.written and low.value < 1000 and around.NAME_BEFORE.search(left) is not None
    return version or (_may_be_label(low) and _is_label(left, None, in_words=low.words))


def _figure(text: str, raw: _Raw) -> Figure | None:
    left = text[max(0, raw.start - _WINDOW) : raw.start]
    currency = around.CURRENCY.search(left)
    start = raw.start - (len(left) - currency.start()) if currency else raw.start
    raw = _with_money_letter(text, raw) if currency else raw
    end = _restated_end(text, raw)
    unit = unit_at(text, end)
    if unit is not None and unit.name == "fold" and text[unit.end : unit.end + 2].strip()[:1].isdigit():
        unit = None  # "161 x 76 mm"
    if raw.upper is not None and raw.value >= raw.upper:
        return None
    age = _is_age(text, raw, left)
    if not currency and not age and not _counts(text, raw, left, unit):
        return None
    before = left[: currency.start()] if currency else left
    name: str | None
    if currency:
        name, kind = _currency_name(currency.group()), MONEY_KIND
        end = unit.end if unit is not None and unit.name == name else end
        raw = _dollar_thousands(raw, name)
    elif unit is not None and unit.name == "second":
        raw, name, kind, end = _lap_time(raw, left), unit.name, unit.kind, unit.end
    else:
        name, kind = _unit_and_kind(raw, unit, before, bracketed=age)
        end = unit.end if unit is not None else end
    mark = _approximate(text, before, raw.end, end)
    span = Span(raw.start, raw.end)
    return Figure(start, end, text[start:end], raw.value, raw.upper, name, mark, kind, span)


def _currency_name(written: str) -> str:
    return MONEY_BEFORE[" ".join(written.split()).casefold()]


def _with_money_letter(text: str, raw: _Raw) -> _Raw:
    """ "Rp 1,2 M": M is miliar and T triliun in rupiah; in dollars it isn't settled, so only behind no scale word."""
    match = _MONEY_LETTER.match(text, raw.end)
    if match is None or raw.scale > 1:
        return raw
    scale = 10**9 if match.group("letter") == "M" else 10**12
    return replace(raw, end=match.end(), value=raw.value * scale, scale=scale)


def _dollar_thousands(raw: _Raw, currency: str) -> _Raw:
    """ "$1,299" is a price: no dollar price has three decimals."""
    if currency == "IDR" or raw.scale > 1 or not re.fullmatch(r"[1-9]\d{0,2},\d{3}", raw.written):
        return raw
    return replace(raw, value=raw.value * 1000)


def _lap_time(raw: _Raw, left: str) -> _Raw:
    """ "1 menit 39.312 detik": behind minutes, or with another nought than a thousand's, the dot parts thousandths."""
    if raw.value >= 1000 and re.fullmatch(r"\d{1,2}\.\d{3}", raw.written) and left.endswith("menit "):
        return replace(raw, value=raw.value / 1000)
    return raw


def _restated_end(text: str, raw: _Raw) -> int:
    """Behind "250 (dua ratus lima puluh)" where both say the same, as letters write it, or behind "20-an"."""
    match = _RESTATED.match(text, raw.end) if not raw.words else None
    if match and words_value(match.group("words")) == raw.value:
        return match.end()
    suffix = _ABOUT_SUFFIX.match(text, raw.end)
    return suffix.end() if suffix else raw.end


def _is_age(text: str, raw: _Raw, left: str) -> bool:
    """ "Budi (64)": a name, then one or two digits alone in brackets."""
    return (
        not raw.words
        and raw.upper is None
        and raw.scale == 1
        and raw.written.isdigit()
        and not raw.written.startswith("0")
        and 0 < raw.value <= 115
        and text[raw.end : raw.end + 1] == ")"
        and around.AGE_BEFORE.search(left) is not None
    )


def _unit_and_kind(raw: _Raw, unit: Unit | None, before: str, *, bracketed: bool) -> tuple[str | None, str]:
    age = bracketed or around.AGE_WORD.search(before) is not None
    if unit is not None:
        return unit.name, "age" if age and unit.kind == TIME_KIND else unit.kind
    if age and raw.value <= 115:
        return "year", "age"
    return None, "fraction" if raw.words and "per" in raw.written.casefold() else "number"


def _approximate(text: str, before: str, number_end: int, end: int) -> str | None:
    match = around.MARKED.search(before)
    if match is not None and match.lastgroup is not None:
        return match.lastgroup.replace("_", "-")
    for place in (number_end, end):
        behind = around.BEHIND.match(text, place)
        if behind is not None:
            return "more" if "lebih" in behind.group() else "about"
    return None


def _counts(text: str, raw: _Raw, left: str, unit: Unit | None) -> bool:
    """Whether the number is a quantity at all; asked of everything that has no currency."""
    if around.RANK_BEHIND.match(text, raw.end) or (_may_be_label(raw) and _is_label(left, unit, in_words=raw.words)):
        return False
    if raw.words:
        return _counts_in_words(text, raw, left)
    if left.endswith("(") and text[raw.end : raw.end + 1] == ")" and raw.written.isdigit() and raw.scale == 1:
        return False  # "(3)" of an item or a paragraph of law; an age was seen before
    hyphen = around.HYPHEN_BEFORE.search(left)
    if hyphen is not None and not left.endswith((" -", " –", "- ", "– ", ": ")):
        return False
    if not _well_formed(text, raw, unit):
        return False
    if raw.dashed and unit is None and raw.scale == 1:
        return _open_range(left)
    if around.YEAR.fullmatch(raw.written) and raw.scale == 1 and not _counts_a_year(left, unit):
        return False
    name = around.NAME_BEFORE.search(left)
    return name is None or unit is not None or _not_a_name(name, raw, text)


def _may_be_label(raw: _Raw) -> bool:
    """Labels are plain whole numbers: "angka 2,3 juta" and "level 6.127,5" are quantities."""
    return raw.scale == 1 and "," not in raw.written and not ("." in raw.written and raw.value >= 1000)


def _is_label(left: str, unit: Unit | None, *, in_words: bool) -> bool:
    match = _LAST_WORD.search(left)
    if match is None:
        return False
    word = match.group(1).casefold()
    if word not in around.LABELS and not word.startswith(("permen", "kepmen")):
        return False
    if word in around.WEAK and (unit is not None or (in_words and word == "ke")):
        return False
    return word not in UNITS or not around.NUMBER_BEFORE_LABEL.search(left[: match.start()])


def _well_formed(text: str, raw: _Raw, unit: Unit | None) -> bool:
    written = raw.written
    if written.isdigit() and len(written) > 8 and unit is None and raw.scale == 1:
        return False
    if written.startswith("0") and written[1:2] not in (",", ".", "") and raw.upper is None:
        return unit is not None and unit.name == "second"
    follows = text[raw.end : raw.end + 4]
    if follows[:1].isalpha() or follows[:1] == "_":
        if re.match(r"x\d", follows):
            return True  # "4x3 meter"
        return (unit is not None and unit.glued) or bool(_ABOUT_SUFFIX.match(text, raw.end))
    if follows[:1] in ("-", "–") and follows[1:2].isalpha():
        return follows.startswith("-an") or (unit is not None and unit.glued)
    return len(written.replace(".", "").replace(",", "")) <= MOST_DIGITS


def _open_range(left: str) -> bool:
    """A dash between two small numbers with no unit is a score, unless the words before say how much or how old."""
    if left.endswith("jadi "):
        return False  # "memangkas jarak menjadi 17-19"
    return bool(around.MARKED.search(left) or around.AGE_WORD.search(left) or around.COUNTS.search(left))


def _counts_a_year(left: str, unit: Unit | None) -> bool:
    """Whether "1998" or "2000" is a quantity in spite of its looks."""
    if unit is None:
        return False
    return unit.kind in ("measure", PERCENT_KIND, MONEY_KIND) or not around.YEARISH.search(left)


def _not_a_name(name: re.Match[str], raw: _Raw, text: str) -> bool:
    word = name.group("name").casefold().rstrip(".")
    if word in around.OPENS:
        return True
    return raw.scale > 1 or "," in raw.written or (raw.value >= 1000 and "." in raw.written)


def _counts_in_words(text: str, raw: _Raw, left: str) -> bool:
    if raw.value == 1 and around.FIXED_ONE_LAST.search(left) and not re.match(r" [a-z]", text[raw.end : raw.end + 2]):
        return False
    if raw.value == 1 and (around.FIXED_ONE.search(left) or around.FIXED_ONE_BEHIND.match(text, raw.end)):
        return False
    if not text[raw.start].isupper():
        return True
    follows = re.match(r"\s([A-Z][a-z]+)", text[raw.end : raw.end + _WINDOW])
    before = left.rstrip()
    opens = not before or before[-1] in ".!?:\"“'‘\n"
    # "Dua Lipa", "Satu Data": a name; "DUA WARGA" in a headline and "Dua WNI" aren't
    return opens and follows is None
