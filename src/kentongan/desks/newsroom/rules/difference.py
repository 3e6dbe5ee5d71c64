"""What differs between two texts, by block and by word: for the history, the approver and the public alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Piece = tuple[str, str]  # ("same" | "ins" | "del", words)

_TOKEN = re.compile(r"\s+|\d+(?:[.,]\d+)*|\w+|[^\w\s]")
# A block of more words than a speech's longest paragraph is shown as replaced whole: the search is quadratic.
MOST_TOKENS = 3_000
# Beyond this many blocks on either side of a change they are paired in order instead of by likeness.
MOST_PAIRED = 40
# Below it two blocks aren't one that was changed but one that went and another that came. Shared words of both.
ALIKE = 0.4


@dataclass(frozen=True)
class Row:
    """One block: `same`, `changed`, `added` or `removed`; `pieces` tells its words."""

    kind: str
    pieces: tuple[Piece, ...]


def difference(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """Rows in reading order; unchanged blocks too, so that a reader sees where a change stands."""
    rows: list[Row] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            rows.extend(Row("same", (("same", block),)) for block in before[i1:i2])
        else:
            rows.extend(_changed(before[i1:i2], after[j1:j2]))
    return rows


def changes(rows: Sequence[Row]) -> int:
    """How many blocks differ."""
    return sum(row.kind != "same" for row in rows)


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The difference of one block; neighbours of one kind are joined."""
    left, right = _TOKEN.findall(before), _TOKEN.findall(after)
    if before == after:
        return (("same", before),) if before else ()
    if max(len(left), len(right)) > MOST_TOKENS:
        return tuple(piece for piece in (("del", before), ("ins", after)) if piece[1])
    pieces: list[Piece] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(("same", "".join(left[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(("del", "".join(left[i1:i2])))
        if j2 > j1:
            pieces.append(("ins", "".join(right[j1:j2])))
    return tuple(pieces)


def _changed(gone: Sequence[str], come: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    used = 0
    for block in gone:
        place = _likest(block, come, used)
        if place is None:
            rows.append(Row("removed", (("del", block),)))
            continue
        rows.extend(Row("added", (("ins", new),)) for new in come[used:place])
        rows.append(Row("changed", words(block, come[place])))
        used = place + 1
    rows.extend(Row("added", (("ins", new),)) for new in come[used:])
    return rows


def _likest(block: str, come: Sequence[str], start: int) -> int | None:
    """Where the block went, at or behind `start`; the words shared decide, no pairwise alignment."""
    mine = _bag(block)
    best, found = ALIKE, None
    for place in range(start, min(len(come), start + MOST_PAIRED)):
        theirs = _bag(come[place])
        shared = 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))
        if shared > best:
            best, found = shared, place
    return found


def _bag(block: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", block.casefold()))
