"""All rules over one text, and its measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from . import (
    bodies,
    contradictions,
    lead,
    names,
    personal,
    rates,
    readability,
    slips,
    sourcing,
    speech,
    spelling,
    sums,
    tone,
)
from .reading import Person, Reading
from .rulebook import Finding, in_order

_RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    slips.weekdays,
    slips.weekdays_in_full,
    slips.repeats,
    slips.repeated_words,
    speech.quotations,
    speech.single_marks,
    sums.sums,
    sums.lists,
    rates.hours,
    contradictions.contradictions,
    sourcing.figures,
    sourcing.shares,
    sourcing.dates,
    sourcing.superlatives,
    personal.personal_data,
    names.variants,
    names.hyphens,
    names.shortened,
    bodies.bodies,
    names.against_list,
    names.degrees,
    spelling.di_and_ke,
    spelling.pun,
    spelling.ranks,
    spelling.words,
    spelling.prefixes,
    spelling.compounds,
    spelling.posts,
    spelling.numerals,
    lead.lead,
    lead.place_and_contact,
    tone.promotion,
    tone.unconfirmed,
    readability.sentences,
    readability.chains,
    readability.whole,
)


def proofread(text: str, *, known: Sequence[Person] = (), published: date | None = None) -> list[Finding]:
    """Every finding of a text, those that stop first, each kind in reading order.

    Spans are code points of the text as given. `known` are the persons against whose names, titles and posts the text
    is read; `published` settles dates that leave out their year. A text read twice gives the same findings.
    """
    reading = Reading(text, published=published, people=known)
    return in_order([one for rule in _RULES for one in rule(reading)])


def measures(text: str) -> readability.Measures:
    """How long and how hard a text is, against the news it was measured on."""
    return readability.measured(Reading(text))
