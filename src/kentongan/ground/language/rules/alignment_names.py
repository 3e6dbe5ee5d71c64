"""What a changed name is: a person or body, a place, a title, or the one who is said to have spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kentongan.ground.language.rules.alignment_facts import abbreviates, is_place, letters, same_name
from kentongan.ground.language.rules.alignment_places import (
    DEGREES,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    POST_CHANGERS,
    POSTS,
)
from kentongan.ground.language.rules.quotations import Quotation
from kentongan.ground.language.rules.words import OPENERS, SAID

Spot = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:[.'’-]+[^\W_]+)*\.?")
# How far before a name the word is looked for that tells a place or a title.
LOOK_BACK = 40
_SENTENCE_HEAD = re.compile(r"(?:\A|[.!?…:][\"'”’)]*\s+|\n\s*|[\"“‘(]\s*)\Z")
# Referring back, not naming.
PRONOUNS = frozenset(["ia", "dia", "beliau", "mereka", "nya", "kami", "kita", "saya", "ini", "itu", "tersebut"])
_ENDINGS = ("nya", "kan", "lah")
_BEGINNINGS = ("me", "ber", "pe", "di", "ke", "se", "ter")


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
    _neighbours: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, ours: str, theirs: str) -> "NameJudge":
        """Read both texts once: which words stand small in them, and which names stand side by side."""
        small, neighbours = set[str](), set[tuple[str, str]]()
        for text in (ours, theirs):
            words = _WORD.findall(text)
            small.update(word.rstrip(".") for word in words if word[0].islower())
            spelled = [letters(word) for word in words]
            neighbours.update(pair for pair, word in zip(pairwise(spelled), words, strict=False) if word[0].isupper())
        return cls(ours, theirs, frozenset(small), frozenset(neighbours))

    def judge(self, ours: Spot, theirs: Spot) -> Verdict:
        """What the words of a hunk say of persons, places and posts."""
        was, now = _words(self.ours, ours), _words(self.theirs, theirs)
        changes = [*self._titles(was, now)]
        titled = bool(changes)
        our_names, their_names = self._proper(self.ours, was), self._proper(self.theirs, now)
        if not our_names or not their_names:
            return Verdict(tuple(changes), titled)
        if self._same(our_names, their_names):
            return Verdict(tuple(changes), True)
        was_at, where = _grown(self.ours, our_names), _grown(self.theirs, their_names)
        changes.append((self._kind(our_names, their_names), was_at, where))
        return Verdict(tuple(changes), True)

    def speakers(self, facing: Sequence[tuple[Quotation, Quotation]]) -> list[tuple[Spot, Spot]]:
        """Where one quotation is put into another mouth."""
        found = []
        for was, now in facing:
            if was.speaker_span is None or now.speaker_span is None or was.speaker is None or now.speaker is None:
                continue
            one, other = _person(was.speaker), _person(now.speaker)
            if one and other and not set(map(letters, one)) & set(map(letters, other)) and not same_name(one, other):
                span, other_span = was.speaker_span, now.speaker_span
                found.append(((span.start, span.end), (other_span.start, other_span.end)))
        return found

    def _titles(self, was: list[Word], now: list[Word]) -> list[tuple[str, Spot, Spot]]:
        one, other = [word for word in was if _is_title(word)], [word for word in now if _is_title(word)]
        if {word.small for word in one} == {word.small for word in other} or (not was and not now):
            return []
        if one and other:
            if abbreviates([word.text for word in one], [word.text for word in now]) or abbreviates(
                [word.text for word in other], [word.text for word in was]
            ):
                return []
            return [("title", _span(one), _span(other))]
        alone = one or other
        if not all(word.small in POST_CHANGERS for word in alone) or (was and now):
            return []
        return [("title", *self._whole_title(was, now))]

    def _whole_title(self, was: list[Word], now: list[Word]) -> tuple[Spot, Spot]:
        """The changing word with the post it stands before, in both texts."""
        longer, text = (was, self.ours) if was else (now, self.theirs)
        post = _WORD.search(text, longer[-1].end, longer[-1].end + LOOK_BACK)
        with_post = (longer[0].start, post.end() if post else longer[-1].end)
        return with_post, with_post

    def _same(self, ours: list[Word], theirs: list[Word]) -> bool:
        """Spelled otherwise, shortened, or two parts of one name that stands whole in either text."""
        one, other = [word.text for word in ours], [word.text for word in theirs]
        if same_name(one, other):
            return True
        whole = [letters(word) for word in (*one, *other)]
        return all(pair in self._neighbours for pair in pairwise(whole))

    def _proper(self, text: str, words: list[Word]) -> list[Word]:
        """Words that name: capitals that aren't there only because a sentence begins, and no titles."""
        found = []
        for word in words:
            if not word.text[0].isupper() or _is_title(word) or word.small in SAID:
                continue
            heads = _SENTENCE_HEAD.search(text, max(0, word.start - 4), word.start)
            if heads and not self._is_named_elsewhere(word):
                continue
            found.append(word)
        return found

    def _is_named_elsewhere(self, word: Word) -> bool:
        """Whether a word at the head of a sentence never stands small, and doesn't look like a verb."""
        if word.small in OPENERS or word.small in PRONOUNS:
            return False
        return word.small not in self._small and not _looks_inflected(word.small)

    def _kind(self, ours: list[Word], theirs: list[Word]) -> str:
        one, other = [word.text for word in ours], [word.text for word in theirs]
        if (is_place(one) and is_place(other)) or all(
            is_place(text[slice(*_grown(text, words))].split())
            for text, words in ((self.ours, ours), (self.theirs, theirs))
        ):
            return "place"
        before = [_before(self.ours, ours[0].start), _before(self.theirs, theirs[0].start)]
        if any(word in PLACE_HEADS for word in before):
            return "place"
        if any(word in POSTS or word in DEGREES for word in before):
            return "name"
        if all(word in PLACE_PREPOSITIONS for word in before) or is_place(one) or is_place(other):
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


def _looks_inflected(word: str) -> bool:
    """Verbs and nouns with affixes that open sentences; names don't look so."""
    return word.endswith(_ENDINGS) or (len(word) > 6 and word.startswith(_BEGINNINGS))


def _grown(text: str, words: list[Word]) -> Spot:
    """The name with its neighbours that have capitals: a surname that was kept belongs to the name."""
    start, end = words[0].start, words[-1].end
    for match in reversed(list(_WORD.finditer(text, max(0, start - LOOK_BACK), start))):
        between = text[match.end() : start]
        if between != " " or not match.group()[0].isupper() or match.group().endswith(".") or _opens(text, match):
            break
        if match.group().casefold() in POSTS:
            break
        start = match.start()
    for match in _WORD.finditer(text, end, end + LOOK_BACK):
        if text[end : match.start()] != " " or not match.group()[0].isupper():
            break
        end = match.end()
    return start, end - 1 if text[end - 1] == "." else end


def _opens(text: str, match: re.Match[str]) -> bool:
    small = match.group().casefold()
    return small in OPENERS


def _span(words: list[Word]) -> Spot:
    return words[0].start, words[-1].end


def _before(text: str, start: int) -> str:
    words = _WORD.findall(text, max(0, start - LOOK_BACK), start)
    return words[-1].casefold().rstrip(".") if words else ""


def _person(speaker: str) -> list[str]:
    """The name in "Bupati Tirta Kencana Budi Santoso, M.Si": what is neither title nor place nor a pronoun."""
    found = []
    for match in _WORD.finditer(speaker):
        word = Word(match.group(), match.start(), match.end())
        if word.text[0].isupper() and not _is_title(word) and word.small not in PRONOUNS:
            found.append(word.text)
    return found
