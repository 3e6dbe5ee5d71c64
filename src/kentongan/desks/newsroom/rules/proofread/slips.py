"""Slips of copying and of the calendar: what stands twice, and weekdays that aren't the date's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kentongan.ground.clock.rules.words import Said, said
from kentongan.ground.language.rules.text import Span, repeated_paragraphs, repeated_sentences

from .reading import Reading
from .rulebook import STOP, WARN, Finding, finding, quoted

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
# Shorter sentences are refrains and terms of use ("Biaya di atas Rp5.000 ditanggung toko."): they may stand twice.
_SURE_WORDS = 10
# Before the calendar of 1582 had reached all of Europe's colonies, a weekday proves nothing.
_FIRST_YEAR = 1753
_DAY_WORD = re.compile("|".join((*DAYS, "Ahad", "Jum['’]at")), re.IGNORECASE)
_TWICE = re.compile(
    r"(?<![\w-])(yang|dan|di|ke|dari|untuk|dengan|pada|akan|adalah|oleh|telah|ini|itu|para|bahwa|dalam|juga|agar|serta"
    r"|sebagai|karena|tersebut|atau|dapat|tidak)[ \u00a0]+\1(?![\w-])",
    re.IGNORECASE,
)


def repeats(reading: Reading) -> Iterator[Finding]:
    """Paragraphs and sentences that stand above already; what is copied word for word stops."""
    text = reading.text
    whole: list[Span] = []
    if len(reading.paragraphs) > 1:
        for first, later in repeated_paragraphs(text):
            whole.append(later)
            severity = STOP if _same(text, first, later) and not reading.in_headline(first.start) else WARN
            why = said("This paragraph stands above already: %(words)s", words=quoted(later.of(text)))
            yield finding(
                "repeated-paragraph",
                (later.start, later.end),
                why,
                said("Delete one of the two."),
                severity=severity,
                put="",
            )
    taken = {number for span in whole for number in _sentences_in(reading, span)}
    for first, later in repeated_sentences(text):
        if reading.sentence_at(later.start) in taken or reading.in_headline(first.start):
            continue
        sure = _same(text, first, later) and len(later.of(text).split()) >= _SURE_WORDS
        why = said("This sentence stands above already: %(words)s", words=quoted(later.of(text)))
        yield finding(
            "repeated-sentence",
            (later.start, later.end),
            why,
            said("Delete one of the two."),
            severity=STOP if sure else WARN,
            put="",
        )
    for match in _TWICE.finditer(text):
        word = match.group(1)
        yield finding(
            "repeated-word",
            match.span(),
            said("The word “%(word)s” stands twice.", word=word),
            said("Write it once: “%(word)s”.", word=word),
            put=word,
        )


def _sentences_in(reading: Reading, span: Span) -> range:
    return range(reading.sentence_at(span.start), reading.sentence_at(span.end - 1) + 1)


def _same(text: str, first: Span, later: Span) -> bool:
    return re.findall(r"\w+", first.of(text).casefold()) == re.findall(r"\w+", later.of(text).casefold())


def weekdays(reading: Reading) -> Iterator[Finding]:
    """Weekdays that the calendar contradicts; one without a year counts only where the publication day settles it."""
    for one in reading.dates:
        if one.weekday_ok is not False or one.on is None or one.weekday_said is None or one.on.year < _FIRST_YEAR:
            continue
        right = DAYS[one.on.weekday()]
        printed = _DAY_WORD.search(one.text)
        put = one.text[: printed.start()] + right + one.text[printed.end() :] if printed and one.until is None else None
        why = said(
            "%(words)s: %(day)s is a %(right)s, not a %(wrong)s.",
            words=quoted(one.text),
            day=_written(one.on),
            right=right,
            wrong=DAYS[one.weekday_said],
        )
        yield finding("weekday-mismatch", (one.start, one.end), why, _which(one.on, one.weekday_said, right), put=put)


def _written(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def _which(on: date, wrong: int, right: str) -> Said:
    """Either the weekday is wrong or the date: the nearest days of that name, and that day one month off."""
    gap = (wrong - on.weekday() + 3) % 7 - 3
    other = date.fromordinal(on.toordinal() + gap) if 3 < on.toordinal() < date.max.toordinal() - 3 else on
    return said(
        "Find out which is right: the day %(right)s, or %(other)s.",
        right=right,
        other=f"{DAYS[wrong]}, {_written(other)}",
    )
