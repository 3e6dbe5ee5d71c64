"""What two figures can have to do with each other: the same kind of thing, how exactly each is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kentongan.ground.language.rules.numbers import Figure, parse_number
from kentongan.ground.language.rules.text import Span
from kentongan.ground.language.rules.words import words_of

_PEOPLE = words_of(
    """person household resident citizen student teacher participant passenger pilgrim victim patient player
    athlete employee farmer officer suspect witness respondent customer user volunteer candidate child woman man
    person-member"""
)
_THINGS = words_of("unit piece vehicle aircraft ship train head house building package sheet box sack bottle")
_AREAS = words_of("village urban-village")


def alike(total: Figure, part: Figure) -> bool:
    """Whether one can be a part of the other: the same kind of thing, or things that aren't named."""
    if part.kind == "age" or (
        total.kind in ("money", "percent", "measure", "duration")
        or part.kind in ("money", "percent", "measure", "duration")
    ):
        return total.kind == part.kind and total.unit == part.unit
    if total.unit is None or part.unit is None or total.unit == part.unit:
        return True
    return (
        any(total.unit in group and part.unit in group for group in (_PEOPLE, _THINGS, _AREAS)) or total.unit == "unit"
    )


# Words of harm to people, and how near one stands to its figure: "menewaskan sedikitnya 12 orang", "12 orang dilaporkan
# meninggal dunia".
HARM = re.compile(
    r"(?<!\w)(?:tewas|menewaskan|meninggal|korban|luka(?:-luka)?|terluka|hilang|mengungsi|pengungsi|jenazah|wafat|gugur)(?!\w)",
    re.IGNORECASE,
)
HARM_REACH = 40


def counts_victims(text: str, sentence: Span, figure: Figure) -> bool:
    """Whether a figure counts people and its own sentence speaks of harm near it; goods and houses are no victims."""
    start = max(sentence.start, figure.start - HARM_REACH)
    end = min(sentence.end, figure.end + HARM_REACH)
    return figure.kind == "count" and unit_class(figure.unit) == "person" and HARM.search(text, start, end) is not None


def unit_class(unit: str | None) -> str | None:
    """What a unit counts, coarsely: people, things and areas are each one class."""
    for name, group in (("person", _PEOPLE), ("unit", _THINGS), ("village", _AREAS)):
        if unit in group:
            return name
    return unit


def named_alike(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether total and parts are known to count the same kind of thing, so that the sum must hold."""
    return all(alike(total, one) for one in parts) and (
        total.unit is not None and sum(one.unit is not None for one in parts) >= 1
    )


def ulp(figure: Figure) -> Decimal:
    """One in the last place written: ".1 million" for "1,2 juta", 1 for "120"."""
    digits = re.search(r"\d[\d.,]*", figure.text)
    written = parse_number(digits.group().rstrip(".,")) if digits else None
    if not written:
        return Decimal(1 if figure.kind == "percent" else 0)  # "tiga persen"
    scale = abs(figure.value / written)
    exponent = written.as_tuple().exponent
    return scale * Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def rounding(figure: Figure) -> Decimal:
    """Half of the last place of a rounded figure ("1,2 juta"); a plain whole number is exact."""
    last = ulp(figure)
    return Decimal(0) if last == 1 and figure.kind != "percent" else last / 2


def whole_number(figure: Figure) -> bool:
    """Whether no decimals are written: "6 miliar", not "6,4 miliar"."""
    digits = re.search(r"\d[\d.,]*", figure.text)
    return digits is not None and "," not in digits.group().rstrip(".,")


def shown(value: Decimal) -> str:
    """As Indonesian writes it: 1.284,5."""
    plain = f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}"
    return plain.translate(str.maketrans(",.", ".,"))
