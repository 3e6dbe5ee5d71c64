"""One text held against another: what was kept, cut, added, and which claims were changed on the way.

`compare` is asked by the desk that traces coverage and by whoever must know whether a text is still ours.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from kentongan.ground.language.rules.alignment_blocks import Block, blocks
from kentongan.ground.language.rules.alignment_changes import Change, Side, changes_between
from kentongan.ground.language.rules.reuse import WIDTH
from kentongan.ground.language.rules.reuse_words import Numbers, Words, read_words, shingles

# A passage ends where more words than this differ on either side: a reader sees two passages then, not one.
PASSAGE_GAP = 12
# Cut or added stretches of fewer words are rewording, not a cut.
FEWEST_LOST = 6
# Of 327 real articles the pair nearest to copying without doing so shares 20 words and .12; of 900 changed copies the
# least shares 34 words (docs/develop/engines/reuse.md). Short texts need half of themselves, but a dozen words.
CARRIED_WORDS, CARRIED_SHARE, SHORTEST_CARRIED = 24, 0.10, 12
# A single passage this long is a paragraph, and carried however long the rest is.
CARRIED_PASSAGE = 40
# A passage is a formula where so many of its runs stand in the list of formulas.
FORMULA_SHARE = 0.7


@dataclass(frozen=True)
class Passage:
    """Half-open spans in code points of our text and of theirs, and how many words match.

    `formula` marks one that stands in many texts (who we are, how to reach us): shown, but not counted.
    """

    ours: tuple[int, int]
    theirs: tuple[int, int]
    words: int
    formula: bool


@dataclass(frozen=True)
class Trace:
    """How much of our text stands in theirs.

    `kept`: share of our words that stand there; `ours`: share of their words that are ours; both 0..1, formulas left
    out. `cut` are spans of our text, `added` of theirs, all in code points. `carried`: whether it is a copy at all.
    """

    kept: float
    ours: float
    passages: tuple[Passage, ...]
    cut: tuple[tuple[int, int], ...]
    added: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...]
    carried: bool


@dataclass(frozen=True)
class _Counted:
    """Words that match, without formulas: places in our text (each once) and in theirs."""

    ours: frozenset[int]
    theirs: frozenset[int]
    longest: int


def compare(
    release_text: str, article_text: str, *, boilerplate: Numbers | None = None, published: date | None = None
) -> Trace:
    """Hold an article against a release.

    `boilerplate` are runs of words that count for nothing (`reuse.formulas`); `published` is the article's day, by
    which "kemarin" in it is read. Linear in both lengths; either may be empty.
    """
    ours, theirs = read_words(release_text), read_words(article_text)
    found = blocks(ours.numbers, theirs.numbers)
    formula = _formula_words(ours.numbers, boilerplate)
    pieces = [piece for block in found for piece in _pieces(block)]
    passages = tuple(_passage(piece, ours, theirs, formula) for piece in pieces)
    counted = _counted(pieces, passages)
    kept, share = len(counted.ours) / max(1, len(ours)), len(counted.theirs) / max(1, len(theirs))
    carried = _is_carried(counted, len(ours), len(theirs))
    changes: tuple[Change, ...] = ()
    if carried:
        sides = Side.of(release_text, ours, published), Side.of(article_text, theirs, published)
        changes = changes_between(*sides, found)
    return Trace(
        kept=kept,
        ours=share,
        passages=passages,
        cut=_left_over(ours, {place for block in found for place in block.ours}),
        added=_left_over(theirs, {place for block in found for place in block.theirs}),
        changes=changes,
        carried=carried,
    )


def _pieces(block: Block) -> list[Block]:
    """The block, parted where a reader would see two passages."""
    ours, theirs = np.asarray(block.ours), np.asarray(block.theirs)
    wide = np.maximum(np.diff(ours), np.diff(theirs)) - 1 > PASSAGE_GAP
    cuts = [0, *(np.flatnonzero(wide) + 1).tolist(), len(block.ours)]
    return [Block(block.ours[a:b], block.theirs[a:b]) for a, b in pairwise(cuts)]


def _passage(piece: Block, ours: Words, theirs: Words, formula: "np.ndarray | None") -> Passage:  # type: ignore[type-arg]
    (a, a_end), (b, b_end) = piece.our_span, piece.their_span
    usual = formula is not None and float(formula[list(piece.ours)].mean()) >= FORMULA_SHARE
    return Passage(
        (int(ours.starts[a]), int(ours.ends[a_end - 1])),
        (int(theirs.starts[b]), int(theirs.ends[b_end - 1])),
        len(piece.ours),
        usual,
    )


def _formula_words(numbers: Numbers, boilerplate: Numbers | None) -> "np.ndarray | None":  # type: ignore[type-arg]
    """Which words of ours stand in a run that is a formula."""
    if boilerplate is None or not len(boilerplate):
        return None
    hit = np.isin(shingles(numbers, WIDTH), boilerplate)
    words = np.zeros(len(numbers), dtype=np.bool_)
    for shift in range(WIDTH):
        words[shift : shift + len(hit)] |= hit
    return words


def _counted(pieces: list[Block], passages: tuple[Passage, ...]) -> _Counted:
    own = [piece for piece, passage in zip(pieces, passages, strict=True) if not passage.formula]
    return _Counted(
        frozenset(place for piece in own for place in piece.ours),
        frozenset(place for piece in own for place in piece.theirs),
        max((len(piece.ours) for piece in own), default=0),
    )


def _is_carried(counted: _Counted, our_words: int, their_words: int) -> bool:
    matched = min(len(counted.ours), len(counted.theirs))
    if not matched:
        return False
    needed = min(CARRIED_WORDS, max(SHORTEST_CARRIED, min(our_words, their_words) // 2))
    share = max(len(counted.ours) / our_words, len(counted.theirs) / their_words)
    return (matched >= needed and share >= CARRIED_SHARE) or counted.longest >= CARRIED_PASSAGE


def _left_over(words: Words, matched: set[int]) -> tuple[tuple[int, int], ...]:
    """Stretches of words that match nothing, as spans in code points."""
    free = np.ones(len(words) + 2, dtype=np.bool_)
    free[0] = free[-1] = False
    free[[place + 1 for place in matched]] = False
    edges = np.flatnonzero(free[1:] != free[:-1])
    return tuple(
        (int(words.starts[start]), int(words.ends[end - 1]))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        if end - start >= FEWEST_LOST
    )
