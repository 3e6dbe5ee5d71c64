"""What is checked beside the text while it is written, and again when it is submitted.

A finding stands in code points of one text block (`path` as in `document.text_blocks`); `()` is the whole text. Its
sentences are English templates with values: the screen translates them. `stop` keeps a text from being submitted,
`warn` is shown to the writer and listed to the approver, `note` is for the writer alone.

The rules of language that need no manuscript are in `newsroom/rules/proofread`; those that the checks here don't know
better from the document are put beside the text by `wording`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kentongan.ground.clock.rules.calendar import DAYS
from kentongan.ground.language.rules.dates import find_dates
from kentongan.ground.language.rules.numbers import Figure, find_figures
from kentongan.ground.language.rules.quotations import find_quotations
from kentongan.ground.language.rules.text import Span, repeated_paragraphs, repeated_sentences, sentences

from . import titles, wording
from .document import Block, Document, Joined, Path, fact_ids, marked_spans, photo_ids, text_blocks
from .drift import drifted, plain_words
from .findings import NOTE, STOP, WARN, Finding, Fix, at, gettext_noop
from .proofread.counting import counts_victims
from .render import Quoted, Shown
from .titles import Known

# What DESIGN guarantee 3 stops without a source.
STOPPING = frozenset({"budget", "casualty", "law"})
# DESIGN-LANGUAGE 8: the mock page counts to 90; search engines and phones cut there.
LONGEST_HEADLINE = 90
_LAW = re.compile(
    r"\b(?:(?:Undang-[Uu]ndang|UU|Perppu|Peraturan(?: [A-Z]\w+){1,4}|Perda|Perbup|Perwali|Pergub|Permen\w*|Perpres|PP"
    r"|Keputusan(?: [A-Z]\w+){1,3}|Kepbup|Kepres)\s+(?:Nomor|No\.?)\s*\d+(?:\s*(?:/|[Tt]ahun)\s*\d{4})?"
    r"|[Pp]asal\s+\d+(?:\s+ayat\s+\(\d+\))?)"
)


@dataclass(frozen=True)
class Material:
    """What the checks may know besides the text, in plain values; `facts` holds withdrawn ones too."""

    facts: Mapping[int, Quoted] = field(default_factory=dict)
    withdrawn: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()  # facts that fewer people may read than the text
    photos: Mapping[int, Shown] = field(default_factory=dict)
    refused_photos: Mapping[int, str] = field(default_factory=dict)  # why one may not be published: `_PHOTO_REFUSED`
    offered: Sequence[Quoted] = ()  # facts of the activity, quoted or not
    people: Sequence[Known] = ()
    published: date | None = None


def examine(title: str, document: Document, material: Material) -> list[Finding]:
    """Every finding, those that stop first, each kind in reading order."""
    blocks = list(text_blocks(document))
    found = [
        *_headline(title, document, blocks),
        *_figures(blocks, material),
        *_facts(document, blocks, material),
        *_photos(document, material),
        *_dates(blocks, material),
        *_quotations(document, blocks),
        *_repeats(blocks),
        *wording.language(blocks),
        *titles.names(document, blocks, material.people),
    ]
    return sorted(found, key=lambda one: one.order)


def stops(findings: Iterable[Finding]) -> list[Finding]:
    """Those that keep the text from being submitted."""
    return [one for one in findings if one.severity == STOP]


# ---- Headline and lead --------------------------------------------------------------------------


def _headline(title: str, document: Document, blocks: Sequence[Block]) -> Iterator[Finding]:
    if not title.strip():
        yield Finding(
            "headline-missing",
            STOP,
            gettext_noop("The headline is missing."),
            gettext_noop("Lists, mails and newsrooms show it alone."),
        )
    elif len(title.strip()) > LONGEST_HEADLINE:
        yield Finding(
            "headline-long",
            NOTE,
            gettext_noop("The headline has %(n)s letters; %(most)s are shown."),
            gettext_noop("Phones and search engines cut it there."),
            values={"n": len(title.strip()), "most": LONGEST_HEADLINE},
        )
    if not any(block.within == "paragraph" and block.text.strip() for block in blocks):
        yield Finding(
            "lead-missing",
            STOP,
            gettext_noop("No paragraph is written yet."),
            gettext_noop("The lead says who, what, where and when."),
        )
    elif document["content"][0]["type"] not in ("paragraph", "photo"):
        yield Finding(
            "lead-late",
            WARN,
            gettext_noop("The text doesn't begin with a paragraph."),
            gettext_noop("The lead is what lists, feeds and search results show."),
            path=(0,),
        )


# ---- Figures and law ----------------------------------------------------------------------------


def _figures(blocks: Sequence[Block], material: Material) -> Iterator[Finding]:
    for block in blocks:
        covered = [(start, end) for name in ("fact", "not_claim") for start, end, _ in marked_spans(block.node, name)]
        spans = sentences(block.text) or [Span(0, len(block.text))]
        for figure in find_figures(block.text):
            if not _touches(covered, figure.start, figure.end):
                within = bisect_right(spans, figure.start, key=lambda one: one.start) - 1
                yield _unsourced(block, figure, material, sentence=spans[max(0, within)])
        for law in _LAW.finditer(block.text):
            if not _touches(covered, law.start(), law.end()):
                yield at(
                    block,
                    (law.start(), law.end()),
                    rule="figure-law",
                    severity=STOP,
                    message=gettext_noop("“%(words)s” names no source."),
                    why=gettext_noop("A law's number without a source stops: a wrong one is quoted for years."),
                    fixes=_choices(block.text[law.start() : law.end()], None, law.start(), law.end(), material),
                )


def _unsourced(block: Block, figure: Figure, material: Material, *, sentence: Span) -> Finding:
    words = block.text[figure.start : figure.end]
    fixes = _choices(words, figure.value, figure.start, figure.end, material)
    if figure.kind == "money":
        rule, severity, why = "figure-budget", STOP, gettext_noop("Money without a source stops a text.")
    elif counts_victims(block.text, sentence, figure):
        rule, severity, why = (
            "figure-casualty",
            STOP,
            gettext_noop("The number of victims without a source stops a text."),
        )
    elif block.within == "quotation" and block.speaker:
        rule, severity, why = (
            "figure-quoted",
            NOTE,
            gettext_noop("The speaker stands for it; a source makes it stronger."),
        )
    else:
        rule, severity, why = "figure-unsourced", WARN, gettext_noop("Choose its source, or say why it is no claim.")
    return at(
        block,
        (figure.start, figure.end),
        rule=rule,
        severity=severity,
        message=gettext_noop("“%(words)s” doesn't point to a fact yet."),
        why=why,
        fixes=fixes,
    )


def _choices(words: str, value: Decimal | None, start: int, end: int, material: Material) -> tuple[Fix, ...]:
    """At most two facts of the activity that say the same number or words, then the way of no claim."""
    fits = [fact for fact in material.offered if fact.id not in material.withdrawn and _fits(words, value, fact)]
    marks = [
        Fix(
            gettext_noop("Source: %(what)s"),
            "mark",
            start,
            end,
            fact=fact.id,
            values={"what": f"{fact.claim}: {fact.figure}"},
        )
        for fact in fits[:2]
    ]
    return (*marks, Fix(gettext_noop("No claim …"), "not_claim", start, end))


def _fits(words: str, value: Decimal | None, fact: Quoted) -> bool:
    if value is None:
        return plain_words(words) in plain_words(fact.figure) or plain_words(fact.value) in plain_words(words)
    return any(figure.value == value for figure in find_figures(f"{fact.value} {fact.measure}".strip()))


CLOSED = gettext_noop("The fact behind “%(words)s” isn't for everybody who may read this text.")
WHY_CLOSED = gettext_noop("Ask its owner to open it, or leave it out.")
UNSOURCED = gettext_noop("The fact behind “%(words)s” names no source.")
WHY_UNSOURCED = gettext_noop("Say whether we were present, which letter, or which agency.")


# ---- Facts as marked ----------------------------------------------------------------------------


def _facts(document: Document, blocks: Sequence[Block], material: Material) -> Iterator[Finding]:
    for block in blocks:
        for start, end, mark in marked_spans(block.node, "fact"):
            fact = material.facts.get(mark["attrs"]["id"])
            if fact is None or fact.id in material.withdrawn:
                yield _gone(block, start, end)
            elif fact.id in material.closed:
                yield _closed(block, start, end)
            elif not fact.source:
                yield _without_source(block, start, end, fact)
            elif drift := drifted(block.text[start:end], fact):
                yield at(
                    block,
                    (start, end),
                    rule="fact-drift",
                    severity=drift,
                    message=gettext_noop("The text says “%(words)s”, the fact says “%(value)s”."),
                    why=gettext_noop("What is marked as a fact must say what the fact says."),
                    fixes=(
                        Fix(
                            gettext_noop("Write “%(value)s”"),
                            "replace",
                            start,
                            end,
                            put=_put(fact),
                            values={"value": fact.figure},
                        ),
                    ),
                    value=fact.figure,
                )
    running = {mark["attrs"]["id"] for block in blocks for _, _, mark in marked_spans(block.node, "fact")}
    for id_ in fact_ids(document):
        if id_ not in running:
            yield from _large_figure(id_, material)


def _large_figure(id_: int, material: Material) -> Iterator[Finding]:
    """A fact that stands only as a large figure: the same rules, but no words of the text to point at."""
    fact = material.facts.get(id_)
    values = {"id": id_, "words": fact.figure if fact else str(id_)}
    if fact is None or id_ in material.withdrawn:
        message = gettext_noop("Fact %(id)s isn't there any more.")
        why = gettext_noop("It was withdrawn or is not yours to see.")
        yield Finding("fact-gone", STOP, message, why, values=values)
    elif id_ in material.closed:
        yield Finding("fact-closed", STOP, CLOSED, WHY_CLOSED, values=values)
    elif not fact.source:
        severity = STOP if fact.kind in STOPPING else WARN
        yield Finding("fact-unsourced", severity, UNSOURCED, WHY_UNSOURCED, values=values)


def _gone(block: Block, start: int, end: int) -> Finding:
    return at(
        block,
        (start, end),
        rule="fact-gone",
        severity=STOP,
        message=gettext_noop("“%(words)s” points to a fact that isn't there any more."),
        why=gettext_noop("It was withdrawn or is not yours to see. Choose another, or take the mark away."),
    )


def _closed(block: Block, start: int, end: int) -> Finding:
    return at(
        block,
        (start, end),
        rule="fact-closed",
        severity=STOP,
        message=CLOSED,
        why=WHY_CLOSED,
    )


def _without_source(block: Block, start: int, end: int, fact: Quoted) -> Finding:
    severity = STOP if fact.kind in STOPPING else WARN
    return at(
        block,
        (start, end),
        rule="fact-unsourced",
        severity=severity,
        message=UNSOURCED,
        why=WHY_UNSOURCED,
    )


def _put(fact: Quoted) -> str:
    return f"{fact.value} {fact.measure}".strip()


# ---- Photographs --------------------------------------------------------------------------------


_PHOTO_REFUSED = {
    "rights": gettext_noop("It is somebody else's; ask for the right first."),
    "refused": gettext_noop("Somebody shown on it refused."),
    "minor": gettext_noop("A child is shown on it without consent."),
    "closed": gettext_noop("Its album isn't for everybody who may read this text."),
}


def _photos(document: Document, material: Material) -> Iterator[Finding]:
    for place, node in enumerate(document["content"]):
        if node["type"] == "photo":
            yield from _photo((place,), node["attrs"]["id"], material)
    if len(photo_ids(document)) != sum(node["type"] == "photo" for node in document["content"]):
        yield Finding(
            "photo-twice",
            STOP,
            gettext_noop("A photograph stands twice in the text."),
            gettext_noop("Leave one of them out."),
        )


def _photo(path: Path, id_: int, material: Material) -> Iterator[Finding]:
    def told(rule: str, severity: str, message: str, why: str = "") -> Finding:
        return Finding(rule, severity, message, why, path=path, values={"id": id_})

    photo = material.photos.get(id_)
    if photo is None:
        yield told(
            "photo-gone", STOP, gettext_noop("Photograph %(id)s isn't there."), gettext_noop("It is not yours to see.")
        )
        return
    if id_ in material.refused_photos:
        yield told(
            "photo-refused",
            STOP,
            gettext_noop("Photograph %(id)s may not be published."),
            _PHOTO_REFUSED[material.refused_photos[id_]],
        )
    if not photo.alt.strip():
        yield told(
            "photo-alt",
            WARN,
            gettext_noop("Photograph %(id)s has no description."),
            gettext_noop("Who can't see it hears nothing."),
        )
    if not photo.credit.strip():
        yield told("photo-credit", WARN, gettext_noop("Photograph %(id)s names nobody who took it."))


# ---- Dates --------------------------------------------------------------------------------------


def _dates(blocks: Sequence[Block], material: Material) -> Iterator[Finding]:
    for block in blocks:
        for one in find_dates(block.text, published=material.published):
            if one.weekday_ok is not False or one.on is None or one.weekday_said is None:
                continue
            right, said = DAYS[one.on.weekday()], DAYS[one.weekday_said]
            place = block.text.find(said, one.start, one.end)
            fixes = (
                (
                    Fix(
                        gettext_noop("Write %(day)s"),
                        "replace",
                        place,
                        place + len(said),
                        put=right,
                        values={"day": right},
                    ),
                )
                if place >= 0
                else ()
            )
            yield at(
                block,
                (one.start, one.end),
                rule="weekday-wrong",
                severity=STOP,
                message=gettext_noop("“%(words)s”: that day is a %(day)s."),
                why=gettext_noop("Whoever comes on the wrong day was told so by us."),
                fixes=fixes,
                day=right,
            )


# ---- Quotations ---------------------------------------------------------------------------------


def _quotations(document: Document, blocks: Sequence[Block]) -> Iterator[Finding]:
    for place, node in enumerate(document["content"]):
        if node["type"] == "quotation" and not node["attrs"]["name"].strip():
            yield Finding(
                "quotation-no-speaker",
                STOP,
                gettext_noop("A quotation doesn't say who speaks."),
                gettext_noop("Nobody can be asked whether he said it."),
                path=(place, 0),
                end=len(next(block.text for block in blocks if block.path[0] == place)),
            )
    running = [block for block in blocks if block.within != "quotation"]
    joined = Joined(running)
    for one in find_quotations(joined.text):
        if not one.spoken or one.text.strip() == "":
            continue
        block, start, end = joined.place(Span(one.start, one.end))
        if not one.closed and not one.goes_on:
            yield at(
                block,
                (start, end),
                rule="quotation-open",
                severity=WARN,
                message=gettext_noop("The quotation “%(words)s” isn't closed."),
                why=gettext_noop("Where does it end?"),
            )
        elif one.speaker is None:
            yield at(
                block,
                (start, end),
                rule="quotation-no-speaker",
                severity=WARN,
                message=gettext_noop("“%(words)s”: nobody is named who says it."),
                why=gettext_noop("Name the speaker beside it, or make it a quotation by a person."),
            )


# ---- Repetition ---------------------------------------------------------------------------------


def _repeats(blocks: Sequence[Block]) -> Iterator[Finding]:
    joined = Joined(blocks)
    whole: set[Path] = set()
    for first, later in repeated_paragraphs(joined.text):
        block, start, end = joined.place(later)
        before = joined.place(first)[0]
        if block.path == before.path:
            continue
        whole.add(block.path)
        yield at(
            block,
            (start, end),
            rule="paragraph-repeated",
            severity=WARN,
            message=gettext_noop("The same paragraph stands above already: “%(words)s”."),
            why=gettext_noop("Copied twice; newspapers print it twice."),
            fixes=(Fix(gettext_noop("Take the repetition out"), "delete"),),
        )
    for _first, later in repeated_sentences(joined.text):
        block, start, end = joined.place(later)
        if block.path not in whole:
            yield at(
                block,
                (start, end),
                rule="sentence-repeated",
                severity=WARN,
                message=gettext_noop("The same sentence stands above already: “%(words)s”."),
                fixes=(Fix(gettext_noop("Take the repetition out"), "replace", start, end, put=""),),
            )


# ---- Small parts --------------------------------------------------------------------------------


def _touches(covered: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in covered)
