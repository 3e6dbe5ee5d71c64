"""Two texts beside each other: what of ours was printed, what of theirs is their own, what was changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kentongan.ground.language.rules.alignment import Trace


@dataclass(frozen=True)
class Stretch:
    """A piece of a text: `kept` stands in both, `cut` only in ours, `added` only in theirs, `changed` differs.

    `note` of a changed stretch is what stands on the other side.
    """

    kind: str
    text: str
    note: str = ""


def ours_marked(text: str, trace: Trace) -> list[list[Stretch]]:
    """Our text in paragraphs of stretches."""
    kept = [passage.ours for passage in trace.passages]
    changed = [(change.was_at, change.now) for change in trace.changes]
    return _paragraphs(text, kept, changed, other="cut")


def theirs_marked(text: str, trace: Trace) -> list[list[Stretch]]:
    """Their text in paragraphs of stretches."""
    kept = [passage.theirs for passage in trace.passages]
    changed = [(change.where, change.was) for change in trace.changes]
    return _paragraphs(text, kept, changed, other="added")


def _paragraphs(
    text: str, kept: Iterable[tuple[int, int]], changed: Sequence[tuple[tuple[int, int], str]], *, other: str
) -> list[list[Stretch]]:
    """One label for each character, then runs of one label, parted at line breaks. Linear in the text."""
    labels = [other] * len(text)
    notes: dict[int, str] = {}
    for start, end in kept:
        labels[start:end] = ["kept"] * (end - start)
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
