"""Quotations: who speaks, and marks that don't close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.quotations import Quotation
from kentongan.ground.language.rules.words import SAID, SAID_ACTIVE

from .reading import Reading
from .rulebook import NOTE, WARN, Finding, finding, quoted

# A shorter stretch between marks is a term, a slogan or a title more often than speech.
_FEWEST_WORDS = 4
_SAID = "|".join(sorted(SAID, key=len, reverse=True))
_ACTIVE = "|".join(sorted(SAID_ACTIVE, key=len, reverse=True))
# Attribution that was swallowed by a quotation because its closing mark is missing: "…, kata Budi", "…. ujarnya".
_SWALLOWED = re.compile(
    rf"[,.?!]\s?(?i:{_SAID})(?:nya(?!\w)|\s(?:[A-Z]\w+|(?:dia|beliau|netizen|warganet|mereka)(?!\w)"
    r"|(?:drg?|akun|seorang|salah|pak|bu|bapak|ibu|pria|wanita|ketua|kepala|warga)[.]?\s))"
)
# The same with its full stop, and more behind it. Within shorter quotations somebody quotes another.
_SWALLOWED_WHOLE = re.compile(rf",\s?(?:{_SAID})(?:nya|\s(?:dia|beliau|[A-Z]\w+(?:\s[A-Z]\w+)*))\.\s+[A-Z]")
_LONG = 200
_INTRODUCES = re.compile(
    rf"(?<![\w-])(?:(?i:{_SAID})(?:nya|\s[A-Z]\w+|\s(?:dia|ia|beliau))|(?i:{_ACTIVE})|[Mm]enurut\w*"
    rf"|[Pp]ernyataan\w*|[Uu]nggahan\w*|[Cc]uitan\w*"
    r"|[Kk]eterangan\w*|[Kk]etentuan|[Pp]asal|[Bb]erbunyi|[Tt]ertulis|[Tt]ulis\w*|[Bb]ertuliskan"
    r"|[Ss]logan|[Tt]ema|[Jj]udul|[Bb]erjudul|[Bb]ertajuk)(?![\w-])"
)
# A verb of saying that no list holds ("tutup Rudi", "sorot WHO"), or the speaker himself, right behind the mark.
_ATTRIBUTED = re.compile(r"\s?(?:[a-z]{4,}nya(?!\w)|(?:[a-z]{4,}\s){0,2}(?:dr\.?\s|dia(?!\w)|ia(?!\w)|[A-Z]\w+|@\w+))")
# "demikian disampaikan dalam acara itu": said by nobody.
_AGENTLESS = re.compile(
    r"\s?(?:demikian|begitu)(?:lah)?(?: yang)? di(?:sampaikan|katakan|ungkapkan|jelaskan|tegaskan|sebutkan|kutip|tulis)"
    r"(?!nya)(?! (?:oleh )?[A-Z])(?! oleh)"
)
_TITLED = re.compile(
    r"(?:bertema(?:kan)?|tema|tajuk|bertajuk|berjudul|judul|slogan|moto|istilah|disebut|bertuliskan"
    r"|tulisan|program|lagu|film|buku|mengusung|seperti|pertanyaan\w*(?: yang sama)?)[\s,:]*\Z",
    re.IGNORECASE,
)


def quotations(reading: Reading) -> Iterator[Finding]:
    """Spoken words of which the text doesn't say who spoke them, and marks left open."""
    outer: Quotation | None = None
    for one, following in zip_longest(reading.quotations, reading.quotations[1:]):
        nested = outer is not None and one.start < outer.end
        if one.spoken and _left_open(one):
            yield from _unclosed(reading, one)
        elif _mixed(reading.text, one):
            yield _of_two_kinds(reading, one)
        elif one.spoken and not one.opened:
            yield from _unopened(reading, one)
        elif one.spoken and not nested and (following is None or not _told_behind(reading, one, following)):
            yield from _unspoken(reading, one, outer)
        if one.spoken and not nested:
            outer = one


def _left_open(one: Quotation) -> bool:
    """Not closed and not going on in the next paragraph; or going on, or closed by a later mark, although its own
    attribution is inside."""
    if one.closed:
        return len(one.text) > _LONG and _SWALLOWED_WHOLE.search(one.text) is not None
    return not one.goes_on or _SWALLOWED.search(one.text) is not None


# Marks that belong to each other.
_PAIRS = frozenset(("“”", '""', "«»", "‘’", "''", "„“", "„”", "””"))


def _mixed(text: str, one: Quotation) -> bool:
    """Whether a closed quotation begins with a mark of one kind and ends with another: “…" or “…“."""
    marks = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
    return (
        one.opened
        and one.closed
        and len(marks) == 2
        and not any(mark.isspace() for mark in marks)
        and marks not in _PAIRS
    )


def _of_two_kinds(reading: Reading, one: Quotation) -> Finding:
    why = said(
        "The marks around %(words)s don’t belong to each other.", words=quoted(reading.text[one.start : one.end], 40)
    )
    hint = said("Open with “ and close with ”.")
    return finding("unclosed-quotation", (one.start - 1, one.end + 1), why, hint)


def single_marks(reading: Reading) -> Iterator[Finding]:
    """Paragraphs in which more ‘ open than ’ close."""
    for span in reading.paragraphs:
        words = span.of(reading.text)
        opened = [match.start() for match in _SINGLE_OPEN.finditer(words)]
        if len(opened) > len(_SINGLE_CLOSE.findall(words)):
            start = span.start + opened[-1]
            end = reading.sentences[reading.sentence_at(start)].end
            why = said(
                "A quotation mark opens before %(words)s and isn’t closed.",
                words=quoted(reading.text[start + 1 : end], 40),
            )
            hint = said("Close the quotation mark where the spoken words end.")
            yield finding("unclosed-quotation", (start, max(end, start + 1)), why, hint)


_SINGLE_OPEN = re.compile(r"(?<!\w)‘(?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])’(?!\w)")


def _unclosed(reading: Reading, one: Quotation) -> Iterator[Finding]:
    sentence = reading.sentences[reading.sentence_at(one.start)] if reading.sentences else None
    end = min(one.end, max(sentence.end, one.start)) if sentence else one.end
    swallowed = _SWALLOWED.search(reading.text, one.start, one.end)
    hint = said("Close the quotation mark where the spoken words end.")
    if swallowed is not None:
        end = max(end, swallowed.start() + 1)
        hint = said(
            "Close the quotation mark where the spoken words end, before %(verb)s.",
            verb=quoted(swallowed.group().lstrip(",.?! ")),
        )
    why = said(
        "A quotation mark opens before %(words)s and isn’t closed.", words=quoted(reading.text[one.start : end], 40)
    )
    yield finding("unclosed-quotation", (one.start - 1, end), why, hint)


def _unopened(reading: Reading, one: Quotation) -> Iterator[Finding]:
    if reading.text[one.end - 1 : one.end].isdigit():
        return  # 43": inches
    start = reading.sentences[reading.sentence_at(one.end - 1)].start if reading.sentences else one.start
    start = min(max(one.start, start), one.end)
    if len(re.findall(r"\w+", reading.text[start : one.end])) < 2:
        return  # a stray mark beside one that closed
    why = said(
        "A quotation mark closes behind %(words)s, but none opens.", words=quoted(reading.text[start : one.end], 40)
    )
    yield finding(
        "unclosed-quotation", (start, one.end + 1), why, said("Open the quotation mark where the spoken words begin.")
    )


def _unspoken(reading: Reading, one: Quotation, before: Quotation | None) -> Iterator[Finding]:
    text = reading.text
    if not one.closed or len(one.text.split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS or reading.in_headline(one.start):
        return
    agentless = _AGENTLESS.match(text, one.end + 1, one.end + 160) is not None
    if one.speaker is not None and one.verb is not None and not agentless:
        return
    if one.verb is None and _ATTRIBUTED.match(text, one.end + 1, one.end + 160) and one.text.rstrip()[-1:] in ",!?":
        return
    if _TITLED.search(text, max(0, one.start - 40), one.start - 1):
        return
    span = (one.start - 1, one.end + 1)
    if one.verb is not None and not agentless:
        why = said("The speaker of %(words)s is only a pronoun; no name stands before it.", words=quoted(one.text, 40))
        yield finding("quotation-without-speaker", span, why, said("Give the speaker’s name and post."), severity=NOTE)
    elif before is None or agentless or not _continues(reading, before, one):
        if not agentless and _introduced(reading, one):
            return
        why = said("The quotation %(words)s doesn’t say who speaks.", words=quoted(one.text, 40))
        severity = NOTE if one.speaker is not None and not agentless else WARN
        yield finding(
            "quotation-without-speaker",
            span,
            why,
            said("Name the speaker beside the quotation: name and post."),
            severity=severity,
        )


def _told_behind(reading: Reading, one: Quotation, following: Quotation) -> bool:
    """'"A." "B," kata Budi.': the speaker stands behind the second part of one speech."""
    between = reading.text[one.end + 1 : following.start - 1]
    return following.spoken and following.verb is not None and len(between) <= 1 and "\n" not in between


def _continues(reading: Reading, before: Quotation, one: Quotation) -> bool:
    """'"A," kata Budi. "B."' within one paragraph: the same speech goes on, with nothing told in between."""
    if before.verb is None and before.speaker is None:
        return False
    same = reading.paragraph_at(before.start) == reading.paragraph_at(one.start)
    between = reading.sentence_at(one.start) - reading.sentence_at(min(before.end + 1, one.start))
    return same and between <= 1


def _introduced(reading: Reading, one: Quotation) -> bool:
    """Whether the words right before name who speaks or what is cited: the same sentence, or the one before it."""
    number = reading.sentence_at(one.start - 1)
    if number < 0:
        return False
    same = reading.text[reading.sentences[number].start : one.start - 1]
    if _INTRODUCES.search(same):
        return True
    if same.strip() or number == 0:
        return False
    previous = reading.sentences[number - 1]
    if reading.quoted(previous.start + 1):
        return False
    words = previous.of(reading.text)
    return words.endswith(":") or bool(_INTRODUCES.search(words))
