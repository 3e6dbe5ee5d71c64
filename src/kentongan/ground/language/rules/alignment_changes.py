"""Every claim that was changed on the way: between words that match stand words that don't, and these are judged.

The judge looks at hunks only (short runs that differ between matching neighbours), so that a claim which merely stands
elsewhere, or was cut, is never called changed. What one kind explains, no other kind reports again.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import ClassVar, Generic, TypeVar

import numpy as np

from kentongan.ground.language.rules.alignment_blocks import Block
from kentongan.ground.language.rules.alignment_facts import figure_kind, letters, same_date, same_number
from kentongan.ground.language.rules.alignment_names import NameJudge
from kentongan.ground.language.rules.dates import FoundDate, find_dates
from kentongan.ground.language.rules.numbers import Figure, find_figures
from kentongan.ground.language.rules.quotations import Quotation, find_quotations
from kentongan.ground.language.rules.reuse_words import Words
from kentongan.ground.language.rules.text import sentences
from kentongan.ground.language.rules.units import unit_at

# A hunk of more words than this on either side is rewriting, and no claim in it faces one of ours any more.
LONGEST_HUNK = 14
# So many words of two quotations must match before they are one quotation.
FACING, FACING_SHARE = 4, 0.5
# One letter in a word of at least six is a slip of spelling ("mempunyai", "mempunyal"); in "muda", "mudah" it isn't.
LONG_WORD = 6
# Quotation marks around fewer words are a name or a term.
FEWEST_SPOKEN = 3
# What stands before the first matching word of a passage, or behind the last, faces its like where both begin or end a
# sentence within so many words.
LONGEST_END = 6
# A number with its separators is so many words at most ("1.250.000", "09.30").
LONGEST_NUMBER = 3
# Words lost or gained that reverse a sentence stand alone or nearly so.
LONGEST_NEGATION, LONGEST_EXCHANGE = 3, 2
NEGATIONS = frozenset({"tidak", "tak", "bukan", "bukanlah", "belum", "tanpa", "jangan", "tidaklah", "takkan", "nggak"})
# "tidak hanya … tetapi juga" denies nothing.
NOT_DENYING = frozenset({"hanya", "cuma", "sekadar", "saja", "lain", "melulu", "jarang", "kurang", "semata", "sebatas"})
LOOK_AHEAD = 40
ONLY = frozenset({"hanya", "sekadar", "sebatas"})
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
# Between two words: the second begins a sentence, or stands behind a place line ("KENCANA – ").
OPENING_MARKS = (". ", "! ", "? ", '."', ".”", " – ", " — ", " - ", "–", "—")
_YEAR = re.compile(r"(?:19|20)\d\d")
LOOK_AROUND = 12
TURNED = ({"less", "more"}, {"at-most", "at-least"}, {"less", "at-least"}, {"at-most", "more"})
_HOUR_BEFORE = re.compile(r"(?:[Pp]ukul|[Jj]am)\s(?:\d{1,2}[.:])?\Z")
_HOUR_BEHIND = re.compile(r"(?:[.:]\d\d)?\s?(?:WIB|WITA|WIT)\b")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s*\Z")

Fact = TypeVar("Fact", Figure, FoundDate)
Any_ = TypeVar("Any_", Figure, FoundDate, Quotation)


@dataclass(frozen=True)
class Change:
    """One changed claim: what we said, what they say, and where, half open in code points of each text."""

    kind: str  # figure unit date place name title quotation speaker negation
    was: str
    now: str
    where: tuple[int, int]
    was_at: tuple[int, int]


@dataclass(frozen=True)
class Hunk:
    """Words that differ between two that match, half open in code points; either side may be empty."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    our_words: int
    their_words: int
    first: int = 0  # the place of its first word in our text


@dataclass(frozen=True)
class Found(Generic[Any_]):
    """Spans in order of their start, with the questions that the judge asks; each answered in log n."""

    spans: Sequence[Any_]
    starts: Sequence[int]
    # A nested quotation ends before the one around it: so many places back the one around is found.
    DEPTH: ClassVar[int] = 3

    @classmethod
    def of(cls, spans: Sequence[Any_]) -> "Found[Any_]":
        return cls(spans, [one.start for one in spans])

    def touching(self, span: tuple[int, int]) -> list[Any_]:
        """Those that share a place with the span."""
        high = bisect_left(self.starts, span[1])
        low = max(0, bisect_right(self.starts, span[0]) - self.DEPTH)
        return [one for one in self.spans[low:high] if span[0] < one.end]

    def around(self, at: int) -> int | None:
        """The place of the innermost one that holds `at`."""
        last = bisect_right(self.starts, at) - 1
        return next((n for n in range(last, max(-1, last - self.DEPTH), -1) if at < self.spans[n].end), None)

    def holding(self, span: tuple[int, int]) -> Any_ | None:
        """The innermost one that holds the whole span."""
        last = bisect_right(self.starts, span[0]) - 1
        held = (n for n in range(last, max(-1, last - self.DEPTH), -1) if span[1] <= self.spans[n].end)
        return next((self.spans[n] for n in held), None)


@dataclass
class Side:
    """One text with what was found in it."""

    text: str
    words: Words
    figures: Found[Figure]
    dates: Found[FoundDate]
    quotations: Found[Quotation]
    sentences: Sequence[int]

    def crosses(self, span: tuple[int, int]) -> bool:
        """Whether a sentence begins inside the span: its ends then belong to two claims, and none faces another."""
        return bisect_left(self.sentences, span[1]) > bisect_right(self.sentences, span[0])

    @classmethod
    def of(cls, text: str, words: Words, published: date | None) -> "Side":
        """Read a text once."""
        spoken = [one for one in find_quotations(text) if one.spoken or one.text.count(" ") >= FEWEST_SPOKEN - 1]
        return cls(
            text,
            words,
            Found.of(find_figures(text)),
            Found.of(find_dates(text, published=published)),
            Found.of(spoken),
            [span.start for span in sentences(text)],
        )


@dataclass
class _Judge:
    ours: Side
    theirs: Side
    names: NameJudge
    facing: set[tuple[int, int]] = field(default_factory=set)
    found: list[Change] = field(default_factory=list)
    _seen: set[tuple[str, tuple[int, int], tuple[int, int]]] = field(default_factory=set)

    def judge(self, hunk: Hunk) -> None:
        explained = [
            self._facts(hunk, self.ours.dates, self.theirs.dates, _date_kind),
            self._facts(hunk, self.ours.figures, self.theirs.figures, figure_kind),
        ]
        if any(explained):
            return
        if self._turned(hunk):
            return
        whole = not (self.ours.crosses(hunk.ours) or self.theirs.crosses(hunk.theirs))
        if self._bare_number(hunk) or (whole and (self._negation(hunk) or self._names(hunk))):
            return
        self._quotation(hunk)

    def report(self, kind: str, was_at: tuple[int, int], where: tuple[int, int]) -> None:
        key = (kind, was_at, where)
        if key in self._seen:
            return
        self._seen.add(key)
        was, now = self.ours.text[slice(*was_at)], self.theirs.text[slice(*where)]
        self.found.append(Change(kind, was, now, where, was_at))

    def _facts(
        self, hunk: Hunk, ours: Found[Fact], theirs: Found[Fact], kind_of: Callable[[Fact, Fact], str | None]
    ) -> bool:
        """Hold the facts of a hunk against each other in their order; whether they explain it."""
        one, other = ours.touching(hunk.ours), theirs.touching(hunk.theirs)
        for was, now in zip(one, other, strict=False):
            kind = kind_of(was, now)
            if kind is not None:
                self.report(kind, (was.start, was.end), (now.start, now.end))
        return bool(one) and bool(other) and _within(hunk.ours, one) and _within(hunk.theirs, other)

    def _turned(self, hunk: Hunk) -> bool:
        """ "Kurang dari 200" told as "lebih dari 200": the number is the same, and the claim is turned round."""
        was, now = self._next_figure(self.ours, hunk.ours), self._next_figure(self.theirs, hunk.theirs)
        if was is None or now is None or {was.approximate, now.approximate} not in TURNED or was.value != now.value:
            return False
        self.report("figure", (hunk.ours[0], was.end), (hunk.theirs[0], now.end))
        return True

    @staticmethod
    def _next_figure(side: Side, span: tuple[int, int]) -> Figure | None:
        behind = side.figures.touching((span[1], span[1] + LOOK_AROUND))
        return behind[0] if behind and span[0] < span[1] else None

    def _bare_number(self, hunk: Hunk) -> bool:
        """A number that is no quantity ("gaji ke-13", "58-59 persen"), or a unit behind one ("360 km/jam")."""
        if max(hunk.our_words, hunk.their_words) > LONGEST_NUMBER or self._is_read(hunk):
            return False
        was, now = self.ours.text[slice(*hunk.ours)], self.theirs.text[slice(*hunk.theirs)]
        if was[-1:].isdigit() and now[-1:].isdigit():
            dated = _is_time(self.ours.text, hunk.ours) and _is_time(self.theirs.text, hunk.theirs)
            self.report("date" if dated else "figure", hunk.ours, hunk.theirs)
            return True
        units = unit_at(self.ours.text, hunk.ours[0]), unit_at(self.theirs.text, hunk.theirs[0])
        if _behind_digit(self.ours.text, hunk.ours) and units[0] and units[1] and units[0].name != units[1].name:
            self.report("unit", hunk.ours, hunk.theirs)
            return True
        return False

    def _is_read(self, hunk: Hunk) -> bool:
        """Whether both sides hold a figure, or both a date, that were held against each other."""
        return any(
            ours.touching(hunk.ours) and theirs.touching(hunk.theirs)
            for ours, theirs in ((self.ours.figures, self.theirs.figures), (self.ours.dates, self.theirs.dates))
        )

    def _negation(self, hunk: Hunk) -> bool:
        longest = LONGEST_EXCHANGE if hunk.our_words and hunk.their_words else LONGEST_NEGATION
        if max(hunk.our_words, hunk.their_words) > longest:
            return False
        was, now = _denials(self.ours.text, hunk.ours), _denials(self.theirs.text, hunk.theirs)
        if was % 2 == now % 2:
            return _is_denial(self.ours.text, hunk.ours) and _is_denial(self.theirs.text, hunk.theirs)
        self.report("negation", _with_next(self.ours.text, hunk.ours), _with_next(self.theirs.text, hunk.theirs))
        return True

    def _names(self, hunk: Hunk) -> bool:
        verdict = self.names.judge(hunk.ours, hunk.theirs)
        for kind, was_at, where in verdict.changes:
            self.report(kind, was_at, where)
        return verdict.explained

    def _quotation(self, hunk: Hunk) -> None:
        one, other = self.ours.quotations.holding(hunk.ours), self.theirs.quotations.holding(hunk.theirs)
        if one is None or other is None or (one.start, other.start) not in self.facing:
            return
        was, now = self.ours.text[slice(*hunk.ours)], self.theirs.text[slice(*hunk.theirs)]
        if same_number(was, now):
            return
        cut = not hunk.their_words and _is_whole_sentences(self.ours, hunk, one)
        if not cut and not _is_form(was, now):
            self.report("quotation", (one.start, one.end), (other.start, other.end))


def changes_between(ours: Side, theirs: Side, found: Sequence[Block]) -> tuple[Change, ...]:
    """The changed claims in the order of the article.

    `was_at` and `where` cover the whole figure, date, name or quotation, not only the letters that differ.
    """
    names = NameJudge.of(ours.text, theirs.text)
    judge = _Judge(ours, theirs, names)
    for block in found:
        facing = _facing(block, ours, theirs)
        judge.facing = {(one.start, other.start) for one, other in facing}
        for hunk in _hunks(block, ours, theirs):
            judge.judge(hunk)
        for was_at, where in names.speakers(facing):
            judge.report("speaker", was_at, where)
        for was, now in _repointed(block, ours, theirs):
            judge.report("figure", (was.start, was.end), (now.start, now.end))
    return tuple(sorted(_settled(judge.found), key=lambda change: (change.where, change.kind)))


def _repointed(block: Block, ours: Side, theirs: Side) -> Iterator[tuple[Figure, Figure]]:
    """Figures of the same digits and another value: "1,284 hektare" and "1.284 hektare" differ in no word."""
    place = dict(zip(block.ours, block.theirs, strict=True))
    starts = ours.words.starts
    span = int(starts[block.ours[0]]), int(ours.words.ends[block.ours[-1]])
    for was in ours.figures.touching(span):
        first, end = np.searchsorted(starts, (was.number.start, was.number.end)).tolist()
        if first not in place or place.get(end - 1, -1) - place[first] != end - 1 - first:
            continue
        at = theirs.figures.around(int(theirs.words.starts[place[first]]))
        now = None if at is None else theirs.figures.spans[at]
        same_digits = now is not None and letters(was.number.of(ours.text)) == letters(now.number.of(theirs.text))
        if now is not None and same_digits and figure_kind(was, now) == "figure":
            yield was, now


def _settled(found: list[Change]) -> Iterator[Change]:
    """Without a name, title or place that a changed speaker already tells, and without a quotation's second report."""
    speakers = [change.where for change in found if change.kind == "speaker"]
    for change in found:
        if change.kind in ("name", "title", "place") and any(_meet(change.where, where) for where in speakers):
            continue
        yield change


def _hunks(block: Block, ours: Side, theirs: Side) -> Iterator[Hunk]:
    """Between every two neighbours that match; and before the first and behind the last of a block."""
    pairs = list(zip(block.ours, block.theirs, strict=True))
    pairs = [*_head(pairs[0], ours, theirs), *pairs, *_tail(pairs[-1], ours, theirs)]
    for (a, b), (a_next, b_next) in pairwise(pairs):
        our_words, their_words = a_next - a - 1, b_next - b - 1
        if (our_words or their_words) and max(our_words, their_words) <= LONGEST_HUNK:
            spans = _between(ours.words, a, a_next), _between(theirs.words, b, b_next)
            yield Hunk(*spans, our_words, their_words, a + 1)


def _head(first: tuple[int, int], ours: Side, theirs: Side) -> list[tuple[int, int]]:
    """The places before the sentences in which a passage begins, if both are near."""
    places = []
    for side, word in zip((ours, theirs), first, strict=True):
        near = range(word, max(-1, word - LONGEST_END - 1), -1)
        places.append(next((n - 1 for n in near if _is_first(side, n)), None))
    return [(places[0], places[1])] if places[0] is not None and places[1] is not None else []


def _tail(last: tuple[int, int], ours: Side, theirs: Side) -> list[tuple[int, int]]:
    """The places behind the sentences in which a passage ends, if both are near."""
    places = []
    for side, word in zip((ours, theirs), last, strict=True):
        near = range(word, min(len(side.words), word + LONGEST_END + 1))
        places.append(next((n + 1 for n in near if n + 1 == len(side.words) or _is_first(side, n + 1)), None))
    return [(places[0], places[1])] if places[0] is not None and places[1] is not None else []


def _is_first(side: Side, word: int) -> bool:
    """Whether a word begins a sentence."""
    if word == 0:
        return True
    between = side.text[int(side.words.ends[word - 1]) : int(side.words.starts[word])]
    return "\n" in between or any(mark in between for mark in OPENING_MARKS)


def _between(words: Words, before: int, after: int) -> tuple[int, int]:
    """From the first to the last word between two; where there is none, the place behind the first."""
    if after - before > 1:
        return int(words.starts[before + 1]), int(words.ends[after - 1])
    place = int(words.ends[before]) if before >= 0 else 0
    return place, place


def _with_next(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span up to the end of the word behind it: "tidak hadir", and "hadir" where it was lost."""
    following = _WORD.search(text, span[1], span[1] + LOOK_AHEAD)
    if following is None:
        return span
    return (span[0] if span[0] < span[1] else following.start()), following.end()


def _facing(block: Block, ours: Side, theirs: Side) -> list[tuple[Quotation, Quotation]]:
    """Quotations of which the words face each other in this block."""
    met: dict[tuple[int, int], int] = {}
    for here, there in zip(block.ours, block.theirs, strict=True):
        one = ours.quotations.around(int(ours.words.starts[here]))
        other = theirs.quotations.around(int(theirs.words.starts[there]))
        if one is not None and other is not None:
            met[one, other] = met.get((one, other), 0) + 1
    pairs = []
    for (one, other), count in met.items():
        was, now = ours.quotations.spans[one], theirs.quotations.spans[other]
        if count >= max(FACING, FACING_SHARE * min(was.text.count(" "), now.text.count(" "))):
            pairs.append((was, now))
    return pairs


def _within(span: tuple[int, int], facts: Sequence[Figure | FoundDate]) -> bool:
    return facts[0].start <= span[0] and span[1] <= facts[-1].end


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _date_kind(ours: FoundDate, theirs: FoundDate) -> str | None:
    return None if same_date(ours, theirs) else "date"


def _is_time(text: str, span: tuple[int, int]) -> bool:
    """Whether a number is a year or an hour: those are no quantities."""
    if _YEAR.fullmatch(text, *span):
        return True
    around = text[max(0, span[0] - LOOK_AROUND) : span[0]], text[span[1] : span[1] + LOOK_AROUND]
    return bool(_HOUR_BEFORE.search(around[0]) or _HOUR_BEHIND.match(around[1]))


def _behind_digit(text: str, span: tuple[int, int]) -> bool:
    before = text[max(0, span[0] - 2) : span[0]].rstrip()
    return span[0] < span[1] and before[-1:].isdigit()


def _is_denial(text: str, span: tuple[int, int]) -> bool:
    return text[slice(*span)].casefold() in NEGATIONS


def _denials(text: str, span: tuple[int, int]) -> int:
    """How many words in the span deny."""
    count = 0
    for match in _WORD.finditer(text, *span):
        if match.group().casefold() in NEGATIONS:
            following = [word.casefold() for word in _WORD.findall(text, match.end(), match.end() + LOOK_AHEAD)[:2]]
            count += not (set(following[:1]) & NOT_DENYING or set(following[1:]) & ONLY)
    return count


def _is_form(ours: str, theirs: str) -> bool:
    """Whether two runs of words differ in spelling only: joined or parted, or one letter of a long word."""
    one, other = letters(ours), letters(theirs)
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_WORD or abs(len(one) - len(other)) > 1:
        return False
    head = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return one[head + 1 :] == other[head + 1 :] or one[head:] == other[head + 1 :] or one[head + 1 :] == other[head:]


def _is_whole_sentences(side: Side, hunk: Hunk, quotation: Quotation) -> bool:
    """Whether what was cut from a quotation are whole sentences: a cut, and no word of it changed.

    Where the cut begins with the word that also follows it ("Humas bukan … Humas adalah …"), it may be laid either way.
    """
    low, high, numbers = hunk.first, hunk.first + hunk.our_words, side.words.numbers
    for _ in range(LONGEST_HUNK):
        if _begins_and_ends(side, low, high, quotation):
            return True
        if low == 0 or numbers[low - 1] != numbers[high - 1]:
            return False
        low, high = low - 1, high - 1
    return False


def _begins_and_ends(side: Side, low: int, high: int, quotation: Quotation) -> bool:
    before = side.text[quotation.start : int(side.words.starts[low])]
    end = int(side.words.ends[high - 1])
    begins = not before.strip() or _ENDS_SENTENCE.search(before) is not None
    return begins and (side.text[end : end + 1] in (".", "!", "?", "…") or end >= quotation.end - 1)
