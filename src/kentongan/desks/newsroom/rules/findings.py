"""A finding of the checks and what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .document import Block, Path

STOP, WARN, NOTE = "stop", "warn", "note"


def gettext_noop(template: str) -> str:
    """Marks a sentence for the translators; the screen translates it and fills in its values."""
    return template


WEIGHT = {STOP: 0, WARN: 1, NOTE: 2}


@dataclass(frozen=True)
class Fix:
    """One thing that mends it: `replace` (words), `mark` (a fact), `not_claim` (asks a reason), `delete` (a block)."""

    label: str
    do: str
    start: int = 0
    end: int = 0
    put: str = ""
    fact: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `message` and `why` are templates for `values`."""

    rule: str
    severity: str
    message: str
    why: str = ""
    path: Path = ()
    start: int = 0
    end: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()

    @property
    def key(self) -> str:
        """What a button names: the same finding has the same key when the text is read again."""
        return f"{self.rule}:{'.'.join(map(str, self.path))}:{self.start}-{self.end}"

    @property
    def order(self) -> tuple[int, Path, int]:
        """Those that stop first, each kind in reading order."""
        return WEIGHT[self.severity], self.path, self.start


def at(
    block: Block,
    span: tuple[int, int],
    *,
    rule: str,
    severity: str,
    message: str,
    why: str = "",
    fixes: tuple[Fix, ...] = (),
    **values: Any,
) -> Finding:
    """A finding on the code points `span` of a block; its words are quoted in the sentence as `%(words)s`."""
    start, end = span
    words = shortened(block.text[start:end])
    return Finding(rule, severity, message, why, block.path, start, end, {"words": words, **values}, fixes)


def shortened(words: str, most: int = 80) -> str:
    """The words of a finding as its sentence quotes them: whole words, an ellipsis where more follows."""
    words = words.strip()
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
