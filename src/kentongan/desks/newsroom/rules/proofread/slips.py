"""Slips of copying and of the calendar: what stands twice, and weekdays that aren't the date's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kentongan.ground.clock.rules.calendar import DAYS, MONTHS, format_date_id, format_day_id
from kentongan.ground.clock.rules.words import Said, said
from kentongan.ground.language.rules.dates import FoundDate
from kentongan.ground.language.rules.stem import stem
from kentongan.ground.language.rules.text import Span, repeated_paragraphs, repeated_sentences
from kentongan.ground.language.rules.words import OPENERS, words_of

from .reading import Reading, common_words
from .rulebook import STOP, WARN, Finding, finding, quoted

# Shorter sentences are refrains and terms of use ("Biaya di atas Rp5.000 ditanggung toko."): they may stand twice.
_SURE_WORDS = 10
# Before the calendar of 1582 had reached all of Europe's colonies, a weekday proves nothing.
_FIRST_YEAR = 1753
_DAY_WORD = re.compile("|".join((*DAYS, "Ahad", "Jum['’]at")), re.IGNORECASE)
# Up to four words and the same again, also where a line of a pasted text ends between them.
_TWICE = re.compile(
    r"(?<![\w-])(?P<words>[^\W\d_]{2,24}(?: [A-Za-z]{2,24}){0,3})(?:[ \t\u00a0]+|[ \t\u00a0]*\n[ \t\u00a0]*)"
    r"(?P<again>(?P=words))(?!\w|-[a-z])",
    re.IGNORECASE,
)
# Shorter names may be doubled for good ("Siti Siti", "Bora Bora").
_NAME_LETTERS, _ABBREVIATION = 5, 3
_FIGURE_TWICE = re.compile(r"(?<![\w.,-])(?P<words>\d{2,3}(?:[.]\d{3})*) (?P<again>(?P=words))(?= [a-z])")
# Said twice on purpose, or no words: "ha ha", "tok tok", "ya ya".
_CALLS = words_of(
    """ha he hi ho hu la na da du ya yo yuk oh ah eh uh wah ayo hore hei hai halo tok tik tak dor duk ding dong bla cie
    go bye no so very boom knock woi cup gong dag dug cit ciap kring tut dum ta pa ma"""
)
_OFFICIAL = words_of(
    """bupati gubernur wali camat lurah kepala dinas badan kabupaten kota kecamatan desa kelurahan provinsi wakil
    sekretaris daerah pemerintah menteri presiden direktur ketua bapak ibu kementerian bagian bidang yang dan di ke dari
    untuk dengan pada akan adalah oleh telah ini itu para bahwa dalam juga agar serta sebagai karena tersebut"""
)


def repeats(reading: Reading) -> Iterator[Finding]:
    """Paragraphs and sentences that stand above already; what is copied word for word stops."""
    text = reading.text
    whole: list[Span] = []
    if len(reading.paragraphs) > 1:
        for first, later in repeated_paragraphs(text):
            whole += [later] if _same(text, first, later) else []
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


def repeated_words(reading: Reading) -> Iterator[Finding]:
    """Words that slipped in twice; names ("Sumba Sumba") and calls ("ayo ayo") are left alone."""
    for match in (*_TWICE.finditer(reading.text), *_FIGURE_TWICE.finditer(reading.text)):
        words, again = match["words"], match["again"]
        if (
            words[0].isdigit()
            or words.casefold() in OPENERS
            or ((again[0].islower() or words[0].isupper()) and all(_common(word) for word in again.split()))
        ):
            yield finding(
                "repeated-word",
                match.span(),
                said("“%(word)s” stands twice.", word=words),
                said("Write it once: “%(word)s”.", word=words),
                put=words,
            )


def _common(word: str) -> bool:
    """Whether a word is one of the language: a capital makes it a name more often than not, unless it is a post's."""
    if word[0].isupper() or word in _OFFICIAL:
        return word.casefold() in _OFFICIAL or (len(word) >= (_ABBREVIATION if word.isupper() else _NAME_LETTERS))
    return word not in _CALLS and (stem(word) in common_words() or word in common_words())


def _sentences_in(reading: Reading, span: Span) -> range:
    return range(reading.sentence_at(span.start), reading.sentence_at(span.end - 1) + 1)


def _same(text: str, first: Span, later: Span) -> bool:
    return re.findall(r"\w+", first.of(text).casefold()) == re.findall(r"\w+", later.of(text).casefold())


def weekdays(reading: Reading) -> Iterator[Finding]:
    """Weekdays that the calendar contradicts; one without a year counts only where the publication day settles it."""
    for one in reading.dates:
        if one.on is None or one.on.year < _FIRST_YEAR:
            continue
        if one.weekday_said is None:
            yield from _apart(reading, one)
        elif one.weekday_ok is False:
            right = DAYS[one.on.weekday()]
            printed = _DAY_WORD.search(one.text)
            put = None
            if printed and one.until is None:
                put = one.text[: printed.start()] + right + one.text[printed.end() :]
            yield _mismatch((one.start, one.end), one.text, one.on, one.weekday_said, put)


_DAY = f"(?P<day>{'|'.join(DAYS)})"
_DAY_BEHIND = re.compile(
    r"\s?[(,]?\s?(?:(?:yang )?(?:jatuh|bertepatan)(?: dengan)?(?: pada)?|pada|yaitu|yakni)?\s?(?:[Hh]ari )?"
    rf"{_DAY}(?!\w)"
)
_DAY_BEFORE = re.compile(
    rf"(?<!\w){_DAY}(?:(?: (?:pagi|siang|sore|malam))?,? (?:tepatnya|persisnya|yaitu|yakni"
    rf"|bertepatan(?: dengan)?)(?: pada)?"
    r"(?: tanggal)? |\s?[/–-]\s?)\Z"
)
_REACH = 48


# "Kamis tanggal 18 bulan April tahun 2026".
_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_IN_FULL = re.compile(
    rf"(?<!\w){_DAY}(?: (?:pagi|siang|sore|malam))?,? (?:tanggal )?(?P<date>\d{{1,2}}) bulan {_MONTH},?"
    r" (?:tahun )?(?P<year>\d{4})(?!\d)"
)


def weekdays_in_full(reading: Reading) -> Iterator[Finding]:
    """Weekdays against dates that say "tanggal", "bulan" and "tahun"."""
    for match in _IN_FULL.finditer(reading.text):
        try:
            on = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["date"]))
        except ValueError:
            continue
        wrong = DAYS.index(match["day"])
        if on.weekday() != wrong and on.year >= _FIRST_YEAR:
            yield _mismatch(match.span(), match.group(), on, wrong, None)


def _apart(reading: Reading, one: FoundDate) -> Iterator[Finding]:
    """ "24 November 2026 (Rabu)", "Rabu, tepatnya 24 November 2026": the weekday stands beside its whole date."""
    if one.on is None or one.relative or not one.year or one.until is not None:
        return
    behind = _DAY_BEHIND.match(reading.text, one.end, one.end + _REACH)
    before = _DAY_BEFORE.search(reading.text, max(0, one.start - _REACH), one.start)
    found = behind or before
    if found is None:
        return
    place = found.start("day")
    if any(other.start <= place < other.end and not other.relative for other in reading.dates):
        return  # it belongs to a date of its own
    said_day = DAYS.index(found["day"])
    if said_day != one.on.weekday():
        span = (min(one.start, found.start("day")), max(one.end, found.end("day")))
        yield _mismatch(span, reading.text[slice(*span)], one.on, said_day, None)


def _mismatch(span: tuple[int, int], words: str, on: date, wrong: int, put: str | None) -> Finding:
    right = DAYS[on.weekday()]
    why = said(
        "%(words)s: %(day)s is a %(right)s, not a %(wrong)s.",
        words=quoted(words),
        day=format_date_id(on),
        right=right,
        wrong=DAYS[wrong],
    )
    return finding("weekday-mismatch", span, why, _which(on, wrong, right), put=put)


def _which(on: date, wrong: int, right: str) -> Said:
    """Either the weekday is wrong or the date: the nearest days of that name, and that day one month off."""
    gap = (wrong - on.weekday() + 3) % 7 - 3
    other = date.fromordinal(on.toordinal() + gap) if 3 < on.toordinal() < date.max.toordinal() - 3 else on
    return said(
        "Find out which is right: the day %(right)s, or %(other)s.",
        right=right,
        other=format_day_id(other),
    )
