"""Which path holds, whose turn it is, and what a link or a PIN may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from kentongan.ground.directory.rules.pins import PIN_DIGITS, weak_pin  # noqa: F401 - the directory's, asked for here

# Six digits and five trials: one guess in 200,000 (NIST SP 800-63B allows up to 100 trials of six digits).
TRIALS = 5
# Over all links of one person: whoever begs for ever new links doesn't get ever new trials.
TRIALS_A_DAY = 15
# A server that greylists lets a first mail through after five to fifteen minutes (RFC 6647).
CODE_HOLDS = timedelta(minutes=30)
CODE_AGAIN_AFTER = timedelta(minutes=1)
CODES_PER_LINK = 5
LINK_HOLDS = timedelta(hours=48)
# After the right code: time to read a long text and its sources.
PASS_HOLDS = timedelta(hours=2)


class PathLike(Protocol):
    """What the choice of a path needs of it."""

    kind: str
    level: str


def best_path(paths: Iterable[PathLike], *, kind: str, level: str) -> PathLike | None:
    """The most exact path that fits: kind and level, kind alone, level alone, any; None where none fits."""
    fitting = [path for path in paths if path.kind in ("", kind) and path.level in ("", level)]
    return max(fitting, key=lambda path: (path.kind != "", path.level != ""), default=None)


@dataclass(frozen=True)
class Tier:
    """A step as the order sees it; steps of the same `order` are asked at the same time."""

    id: int
    order: int
    hours: int = 24


def open_tiers(steps: Sequence[Tier], decided: Iterable[int]) -> list[Tier]:
    """The undecided steps of the lowest tier that still has one: nobody signs before those below him have."""
    done = set(decided)
    left = [step for step in steps if step.id not in done]
    lowest = min((step.order for step in left), default=None)
    return [step for step in left if step.order == lowest]


def due_at(steps: Sequence[Tier], *, asked_at: datetime) -> datetime | None:
    """When the first of the steps asked now is late."""
    hours = min((step.hours for step in steps), default=None)
    return None if hours is None else asked_at + timedelta(hours=hours)


def masked(address: str) -> str:
    """`s•••••@tirtakencana.example`: enough to know one's own mailbox, too little to learn it."""
    local, _, domain = address.partition("@")
    return f"{local[:1]}•••••@{domain}" if domain else "•••••"


def short_hash(digest: str) -> str:
    """`9f2c 41d8 … 9e17`, as the decision's line shows it."""
    return f"{digest[:4]} {digest[4:8]} … {digest[-4:]}"
