"""Two texts beside each other: what of ours was printed, what of theirs is their own, what was changed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kentongan.ground.language.rules.alignment import PASSAGE_GAP, Trace

Span = tuple[int, int]
WORD = re.compile(r"\w+(?:[.,:/-]\w+)*")
# Farther apart than this, alignment itself would have made two passages.
REACH = PASSAGE_GAP + 1


@dataclass(frozen=True)
class Stretch:
    """A piece of a text: `kept` stands in both, `cut` only in ours, `added` only in theirs, `changed` differs.

    `note` of a changed stretch is what stands on the other side.
    """

    kind: str
    text: str
    note: str = ""


def marked(ours: str, theirs: str, trace: Trace) -> tuple[list[list[Stretch]], list[list[Stretch]]]:
    """Our text and theirs, each in paragraphs of stretches; words that differ inside a passage stand out too."""
    lost: list[Span] = []
    gained: list[Span] = []
    for passage in trace.passages:
        cut, added = reworded(ours, passage.ours, theirs, passage.theirs)
        lost += cut
        gained += added
    mine = [(change.was_at, change.now) for change in trace.changes]
    its = [(change.where, change.was) for change in trace.changes]
    return (
        _paragraphs(ours, [passage.ours for passage in trace.passages], lost, mine, other="cut"),
        _paragraphs(theirs, [passage.theirs for passage in trace.passages], gained, its, other="added"),
    )


def reworded(ours: str, in_ours: Span, theirs: str, in_theirs: Span) -> tuple[list[Span], list[Span]]:
    """Words of a passage that stand on one side alone, as spans of each text.

    Both sides are walked once; where they part, the nearest word that meets again within `REACH` is taken, so the cost
    is linear however long or repetitive a passage is.
    """
    left, right = _words(ours, in_ours), _words(theirs, in_theirs)
    lost: list[Span] = []
    gained: list[Span] = []
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and left[i][0] == right[j][0]:
            i, j = i + 1, j + 1
            continue
        step = next(
            (
                (n, total - n)
                for total in range(1, 2 * REACH + 1)
                for n in range(max(0, total - REACH), min(total, REACH) + 1)
                if i + n < len(left) and j + total - n < len(right) and left[i + n][0] == right[j + total - n][0]
            ),
            (len(left) - i, len(right) - j),
        )
        if step[0]:
            lost.append((left[i][1], left[i + step[0] - 1][2]))
        if step[1]:
            gained.append((right[j][1], right[j + step[1] - 1][2]))
        i, j = i + step[0], j + step[1]
    return lost, gained


def _words(text: str, span: Span) -> list[tuple[str, int, int]]:
    return [(found[0].casefold(), found.start(), found.end()) for found in WORD.finditer(text, *span)]


def _paragraphs(
    text: str, kept: Iterable[Span], differing: Iterable[Span], changed: Sequence[tuple[Span, str]], *, other: str
) -> list[list[Stretch]]:
    """One label for each character, then runs of one label, parted at line breaks. Linear in the text."""
    labels = [other] * len(text)
    notes: dict[int, str] = {}
    for start, end in kept:
        labels[start:end] = ["kept"] * (end - start)
    for start, end in differing:
        labels[start:end] = [other] * (end - start)
    for number, ((start, end), note) in enumerate(changed):
        labels[start:end] = [f"changed {number}"] * (end - start)
        notes[number] = note
    paragraphs: list[list[Stretch]] = [[]]
    at = 0
    while at < len(text):
        if text[at] == "\n":
            if paragraphs[-1]:
                paragraphs.append([])
            at += 1
            continue
        end = at
        while end < len(text) and labels[end] == labels[at] and text[end] != "\n":
            end += 1
        kind, _, number_said = labels[at].partition(" ")
        if kind == other and not any(letter.isalnum() for letter in text[at:end]):
            kind = "kept"  # a point or a quotation mark by itself is no difference that a reader looks for
        paragraphs[-1].append(Stretch(kind, text[at:end], notes[int(number_said)] if number_said else ""))
        at = end
    return [paragraph for paragraph in paragraphs if paragraph]
