"""What a changed name is: a person or body, a place, a title, or the one who is said to have spoken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kentongan.ground.language.rules.alignment_facts import abbreviates, glued, is_place, letters, same_name
from kentongan.ground.language.rules.alignment_places import (
    BODIES,
    DEGREES,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    POST_CHANGERS,
    POSTS,
)
from kentongan.ground.language.rules.quotations import Quotation
from kentongan.ground.language.rules.words import MONTHS, NEVER_LAST, OPENERS, SAID, SAID_ACTIVE, WEEKDAYS

Spot = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:[.'’-]+[^\W_]+)*\.?")
# How far before a name the word is looked for that tells a place or a title.
LOOK_BACK = 40
# An outlet's name in its own dateline: "RADARDAERAH.ID".
_ADDRESS = re.compile(r"\.(?:com|co|id|net|org|news|tv)\.?\Z", re.IGNORECASE)
# A capital that no beginning of a sentence explains.
_INSIDE = re.compile(r"[a-z,] ([A-Z][^\W_]+)")
_DASH = re.compile(r"[)\s]{0,3}(?:[–—]|-{1,2}(?=[\sA-Z]))")
_SENTENCE_HEAD = re.compile(r"(?:\A|[.!?…:][\"'”’)]*\s+|\n\s*|[\"“‘(]\s*)\Z")
# "…," kata Wakil Ketua Komisi Penanggulangan Bencana Daerah Budi: so far from the words stands the name beside them.
BESIDE = 110
# A name faces a name only where little else stands around both; in a rewritten sentence any two would.
MOST_STRANGERS = 4
# Referring back, not naming.
PRONOUNS = frozenset(["ia", "dia", "beliau", "mereka", "nya", "kami", "kita", "saya", "ini", "itu", "tersebut"])


@dataclass(frozen=True)
class Word:
    """One word between blanks, without the marks around it."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        return self.text.casefold().rstrip(".")


@dataclass(frozen=True)
class Verdict:
    """What was changed, and whether names explain the hunk at all."""

    changes: tuple[tuple[str, Spot, Spot], ...]
    explained: bool


@dataclass(frozen=True)
class NameJudge:
    """Judges hunks of one pair of texts."""

    ours: str
    theirs: str
    _small: frozenset[str]
    _named: frozenset[str]
    _neighbours: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, ours: str, theirs: str) -> "NameJudge":
        """Read both texts once: which words stand small, which with a capital inside a sentence, which side by side."""
        small, named, neighbours = set[str](), set[str](), set[tuple[str, str]]()
        for text in (ours, theirs):
            words = _WORD.findall(text)
            named.update(match.group(1).casefold() for match in _INSIDE.finditer(text))
            small.update(word.rstrip(".") for word in words if word[0].islower())
            spelled = [letters(word) for word in words]
            neighbours.update(pair for pair, word in zip(pairwise(spelled), words, strict=False) if word[0].isupper())
        return cls(ours, theirs, frozenset(small), frozenset(named), frozenset(neighbours))

    def judge(self, ours: Spot, theirs: Spot) -> Verdict:
        """What the words of a hunk say of persons, places and posts."""
        was, now = _words(self.ours, ours), _words(self.theirs, theirs)
        changes = self._titles((was, now), (ours, theirs))
        our_names, their_names = self._proper(self.ours, was), self._proper(self.theirs, now)
        rewritten = max(len(was) - len(our_names), len(now) - len(their_names)) > MOST_STRANGERS
        if not our_names or not their_names or rewritten:
            return Verdict(tuple(changes), bool(changes))
        if self._is_one(was, now, our_names, their_names) or self._is_dateline(ours, theirs):
            return Verdict(tuple(changes), explained=True)
        was_at, where = _grown(self.ours, our_names), _grown(self.theirs, their_names)
        changes.append((self._kind(our_names, their_names), was_at, where))
        return Verdict(tuple(changes), explained=True)

    def speakers(self, facing: Sequence[tuple[Quotation, Quotation]]) -> list[tuple[Spot, Spot]]:
        """Where one quotation is put into another mouth."""
        found = []
        for was, now in facing:
            if was.speaker_span is None or now.speaker_span is None or was.speaker is None or now.speaker is None:
                continue
            if not _stands_by(was) or not _stands_by(now):
                continue
            one, other = _person(was.speaker), _person(now.speaker)
            if one and other and not set(map(letters, one)) & set(map(letters, other)) and not same_name(one, other):
                span, other_span = was.speaker_span, now.speaker_span
                found.append(((span.start, span.end), (other_span.start, other_span.end)))
        return found

    def _titles(self, words: tuple[list[Word], list[Word]], spans: tuple[Spot, Spot]) -> list[tuple[str, Spot, Spot]]:
        was, now = words
        one, other = [word for word in was if _is_title(word)], [word for word in now if _is_title(word)]
        if {word.small for word in one} == {word.small for word in other}:
            return []
        if max(len(was) - len(one), len(now) - len(other)) > MOST_STRANGERS:
            return []
        if one and other:
            short = abbreviates(_texts(one), _texts(now)) or abbreviates(_texts(other), _texts(was))
            return [] if short else [("title", _span(one), _span(other))]
        if (was and now) or not all(word.small in POST_CHANGERS for word in one or other):
            return []
        return [("title", _with_next(self.ours, spans[0]), _with_next(self.theirs, spans[1]))]

    def _is_one(self, was: list[Word], now: list[Word], ours: list[Word], theirs: list[Word]) -> bool:
        """Spelled otherwise, shortened, glued, or two parts of one name that stands whole in either text."""
        one, other = _texts(ours), _texts(theirs)
        whole = _of(self.ours, _grown(self.ours, ours)), _of(self.theirs, _grown(self.theirs, theirs))
        if same_name(one, other) or same_name(*whole) or glued(_texts(was), _texts(now)):
            return True
        if abbreviates(other, _from_capital(was)) or abbreviates(one, _from_capital(now)):
            return True
        if _are_initials(one, other) or _are_initials(other, one):
            return True
        parts = [letters(word) for word in (*one, *other)]
        return all(pair in self._neighbours for pair in pairwise(parts))

    def _is_dateline(self, ours: Spot, theirs: Spot) -> bool:
        """An outlet's or office's own mark before the text: "KENCANA, KABAR –"; in capitals, with a dash behind."""
        for text, span in ((self.ours, ours), (self.theirs, theirs)):
            marked = _DASH.match(text, span[1]) is not None
            if marked and text[slice(*span)].isupper():
                return True
        return False

    def _proper(self, text: str, words: list[Word]) -> list[Word]:
        """Words that name: capitals that aren't there only because a sentence begins, no titles, no days."""
        found = []
        for word in words:
            if not word.text[0].isupper() or _is_title(word) or _ADDRESS.search(word.text):
                continue
            if word.small in SAID or word.small in WEEKDAYS or word.small in MONTHS:
                continue
            heads = _SENTENCE_HEAD.search(text, max(0, word.start - 4), word.start)
            if not heads or self._names_at_head(text, word):
                found.append(word)
        return found

    def _names_at_head(self, text: str, word: Word) -> bool:
        """Whether a word that opens a sentence is a name: never small, and a name elsewhere, or it speaks."""
        if word.small in OPENERS or word.small in PRONOUNS or word.small in self._small:
            return False
        following = _WORD.search(text, word.end, word.end + LOOK_BACK)
        after = following.group() if following else ""
        return word.small in self._named or after in SAID_ACTIVE or after[:1].isupper()

    def _kind(self, ours: list[Word], theirs: list[Word]) -> str:
        phrases = [_of(text, _grown(text, words)) for text, words in ((self.ours, ours), (self.theirs, theirs))]
        if all(map(is_place, map(_texts, (ours, theirs)))) or all(map(is_place, phrases)):
            return "place"
        before = [_before(self.ours, ours[0].start), _before(self.theirs, theirs[0].start)]
        heads = [_before(self.ours, _grown(self.ours, ours)[0]), _before(self.theirs, _grown(self.theirs, theirs)[0])]
        bodies = [phrase[0].casefold() in BODIES for phrase in phrases]
        in_body = all(word in BODIES or word == "dan" for word in before) or all(
            words[0].small in BODIES for words in (ours, theirs)
        )
        if any(word in POSTS for word in heads) and any(bodies) and in_body:
            return "title"
        if any(word in PLACE_HEADS for word in before):
            return "place"
        if any(word in POSTS or word in DEGREES for word in (*before, *heads)):
            return "name"
        if all(word in PLACE_PREPOSITIONS for word in heads) or any(map(is_place, map(_texts, (ours, theirs)))):
            return "place"
        return "name"


def _words(text: str, span: Spot) -> list[Word]:
    """The words of a span, each grown to the blanks around it ("M.Si" from "Si")."""
    start, end = span
    if start == end:
        return []
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in '("“,;/':
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ')"”,;/':
        end += 1
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


def _is_title(word: Word) -> bool:
    return word.small in POSTS or word.small in DEGREES


def _grown(text: str, words: list[Word]) -> Spot:
    """The name with its neighbours that have capitals: a surname that was kept belongs to the name."""
    start, end = words[0].start, words[-1].end
    for match in _before_it(text, start):
        if match.group().casefold() in POSTS or match.group().casefold() in OPENERS - {"dan"}:
            break
        if match.group() != "dan":
            start = match.start()
        elif not _in_body(text, match.start()):
            break
    for match in _WORD.finditer(text, end, end + LOOK_BACK):
        joins = match.group() == "dan" and _in_body(text, match.start())
        if _is_stopped(text, end) or text[end : match.start()] != " " or not (match.group()[0].isupper() or joins):
            break
        end = match.end()
    return start, end - 1 if text[end - 1] == "." else end


def _is_stopped(text: str, end: int) -> bool:
    """Whether a full stop ends the name: not behind a title or an initial ("Drs.", "H.")."""
    if text[end - 1] != ".":
        return False
    last = re.search(r"[^\W_]*\Z", text[max(0, end - 1 - LOOK_BACK) : end - 1])
    word = last.group().casefold() if last else ""
    return len(word) > 1 and word not in NEVER_LAST


def _before_it(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words right before a place, going back, while they have capitals or join such ("dan")."""
    for match in reversed(list(_WORD.finditer(text, max(0, start - LOOK_BACK), start))):
        named = match.group()[0].isupper() and not match.group().endswith(".")
        if text[match.end() : start] != " " or not (named or match.group() == "dan"):
            return
        start = match.start()
        yield match


def _in_body(text: str, at: int) -> bool:
    """Whether a "dan" stands inside the name of a body: "Dinas Komunikasi dan Informatika"."""
    return any(match.group().casefold() in BODIES for match in _before_it(text, at))


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _from_capital(words: Sequence[Word]) -> list[str]:
    """The words from the first that has a capital: before it stands the end of another sentence."""
    first = next((n for n, word in enumerate(words) if word.text[0].isupper()), len(words))
    return _texts(words[first:])


def _of(text: str, span: Spot) -> list[str]:
    return text[slice(*span)].split()


def _with_next(text: str, span: Spot) -> Spot:
    """The span up to the end of the word behind it: "Wakil Bupati", and "Bupati" where "Wakil" was lost."""
    following = _WORD.search(text, span[1], span[1] + LOOK_BACK)
    if following is None:
        return span
    return (span[0] if span[0] < span[1] else following.start()), following.end()


def _are_initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether every word is of the other side or initials of words there: "RI, PPATK"."""
    for word in short:
        initials = word.isupper() and any(abbreviates([word], long[n:]) for n in range(len(long)))
        if not initials and word not in long:
            return False
    return True


def _span(words: list[Word]) -> Spot:
    return words[0].start, words[-1].end


def _before(text: str, start: int) -> str:
    words = _WORD.findall(text, max(0, start - LOOK_BACK), start)
    return words[-1].casefold().rstrip(".") if words else ""


def _stands_by(quotation: Quotation) -> bool:
    """Whether the speaker is named beside his words; one found by looking back is a guess on either side."""
    span = quotation.speaker_span
    if span is None:
        return False
    return max(quotation.start - span.end, span.start - quotation.end) <= BESIDE


def _person(speaker: str) -> list[str]:
    """The name in "Bupati Tirta Kencana Budi Santoso, M.Si": what is neither title nor place nor a pronoun."""
    found = []
    for match in _WORD.finditer(speaker):
        word = Word(match.group(), match.start(), match.end())
        named = word.text[0].isupper() and word.text.isalpha()
        if named and not _is_title(word) and word.small not in PRONOUNS:
            found.append(word.text)
    return found
