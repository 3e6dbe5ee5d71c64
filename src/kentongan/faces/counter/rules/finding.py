"""Which texts a search means, by the roots of its words, and what to show of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kentongan.ground.language.rules.stem import index_terms, stem

# More words than these say less about what is looked for than they cost.
MOST_TERMS = 8
LONGEST = 200
# The first letters that a nasal prefix swallows: pukul → memukul, tulis → menulis, sapu → menyapu, kirim → mengirim.
_SWALLOWED = "kpst"

_WORD = re.compile(r"\w+")
Piece = tuple[bool, str]


def terms_of(typed: str) -> list[str]:
    """The roots that are looked for, each once; words of one letter say nothing."""
    found = dict.fromkeys(term for term in index_terms(typed[:LONGEST]) if len(term) > 1)
    return list(found)[:MOST_TERMS]


def traces(term: str) -> list[str]:
    """What a text with this root must contain, as letters: the root, or what a nasal prefix leaves of it."""
    if len(term) >= 5 and term[0] in _SWALLOWED:
        return [term, term[1:]]
    return [term]


def score(terms: Sequence[str], *, title: str, text: str) -> int:
    """0 where a term is missing; else more for terms in the title and for each place, up to five, in the text."""
    if not terms:
        return 0
    titles = index_terms(title)
    counts: dict[str, int] = {}
    for each in index_terms(text):
        counts[each] = counts.get(each, 0) + 1
    total = 0
    for term in terms:
        found = counts.get(term, 0) + titles.count(term)
        if not found:
            return 0
        total += 10 * (term in titles) + min(found, 5)
    return total


def has_all(terms: Sequence[str], words: Iterable[str]) -> bool:
    """Whether every term is the root of one of the words."""
    roots = set(index_terms(" ".join(words)))
    return bool(terms) and all(term in roots for term in terms)


def snippet(terms: Sequence[str], text: str, *, around: int = 110) -> list[Piece]:
    """The place where the first term stands, its words marked; the beginning where none does."""
    wanted = set(terms)
    hits = [found.span() for found in _WORD.finditer(text) if stem(found[0]) in wanted]
    first = hits[0][0] if hits else 0
    start = text.rfind(" ", 0, max(0, first - around)) + 1 if first > around else 0
    end = text.find(" ", min(len(text), first + 2 * around))
    end = len(text) if end < 0 else end
    pieces: list[Piece] = [(False, "… ")] if start else []
    at = start
    for begin, stop in hits:
        if start <= begin and stop <= end:
            pieces += [(False, text[at:begin]), (True, text[begin:stop])]
            at = stop
    pieces.append((False, text[at:end]))
    return [*pieces, (False, " …")] if end < len(text) else pieces
