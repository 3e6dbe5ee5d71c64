"""Which path holds, whose turn it is, and what a link or a PIN may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
# What a writer did to the way to an approver counts for texts begun so long after: a weekend and a day, in which the
# old address and the others who were told can speak up. Sooner only by somebody else's word (decision 0007).
PEACE = timedelta(days=3)
# How long the mail to the old address may confirm a change.
ADDRESS_HOLDS = timedelta(days=14)


@dataclass(frozen=True)
class Opening:
    """One thing that a person did to the way to somebody else: the diary entry, when, by whom, on whom.

    `what` is `account`, `password` (an account whose first password its opener still knows), `reopened`, `role`,
    `registered` (a person with his address), `address`, `link` (of a person with an account), `domain` (to which
    review links lead) or `path`.
    """

    entry: int
    at: datetime
    by: int
    what: str
    account: int | None = None
    person: int | None = None
    role: str = ""
    unit: int | None = None
    path: int | None = None
    replaces: int | None = None

    def is_fresh(self, since: datetime) -> bool:
        """Whether it happened after `since`, or still goes on."""
        return self.what == "password" or self.at > since


def first_passwords(said: Iterable[tuple[int, datetime, str, int | None, int]]) -> list[Opening]:
    """From (entry, at, event, actor, account) in order: each account that another opened, by its last opening.

    It counts as opened when its holder chose his own password; until then the opener can sign in as him.
    """
    opened: dict[int, Opening] = {}
    for entry, at, event, actor, account in said:
        standing = opened.get(account)
        if event == "AccountOpened":
            opened.pop(account, None)
            if actor is not None and actor != account:
                opened[account] = Opening(entry, at, actor, "password", account=account)
        elif standing is not None and standing.what == "password":
            opened[account] = replace(standing, at=at, what="account")
    return list(opened.values())


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
