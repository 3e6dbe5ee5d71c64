"""Whether words that are marked as a fact still say what it says: a mark keeps its words while they are typed over."""

from __future__ import annotations

import re

from kentongan.ground.language.rules.dates import find_dates
from kentongan.ground.language.rules.numbers import Figure, find_figures

from .findings import STOP, WARN
from .render import Quoted


def drifted(words: str, fact: Quoted) -> str:
    """`stop` where the marked words say another number or day than the fact, `warn` where they say it otherwise."""
    if plain_words(words) in (plain_words(fact.figure), plain_words(fact.value)):
        return ""
    said, holds = find_figures(words), find_figures(fact.figure)
    if holds and said:
        return "" if all(any(_agree(one, other) for other in holds) for one in said) else STOP
    days_said = {one.on for one in find_dates(words) if one.on}
    days_held = {one.on for one in find_dates(fact.value) if one.on}
    if days_said and days_held:
        return "" if days_said <= days_held else STOP
    mine, theirs = set(plain_words(words).split()), set(plain_words(fact.figure).split())
    digits_said, digits_held = {w for w in mine if w.isdigit()}, {w for w in theirs if w.isdigit()}
    if digits_said and digits_held and not digits_said <= digits_held:
        return STOP
    return "" if mine & theirs and (mine <= theirs or theirs <= mine or len(mine & theirs) * 2 >= len(mine)) else WARN


def _agree(said: Figure, holds: Figure) -> bool:
    if said.value == holds.value and said.upper == holds.upper:
        return said.unit is None or holds.unit is None or said.unit == holds.unit
    match said.approximate:
        case "more" | "at-least":
            return said.value <= holds.value
        case "less" | "at-most":
            return said.value >= holds.value
        case "about":
            # "sekitar 1.300" for 1.284: two significant digits are what a reader takes from "sekitar".
            return abs(said.value - holds.value) * 20 <= abs(holds.value)
    return False


def plain_words(words: str) -> str:
    """Words for comparison: small letters, no marks, one blank."""
    return " ".join(re.findall(r"\w+", words.casefold()))
