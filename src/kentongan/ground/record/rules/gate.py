"""The gate: one pure question that every exit asks before anything leaves (DESIGN guarantees 1 and 8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Level(StrEnum):
    """How far a row may be seen; each level contains the readers of the next."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"
    SECRET = "secret"  # noqa: S105 (a level, not a password)


@dataclass(frozen=True)
class Reader:
    """Who asks: nobody in particular, or an account with its units and the rows in which it is named."""

    account_id: int | None = None
    unit_ids: frozenset[int] = frozenset()
    named: frozenset[tuple[str, int]] = frozenset()

    @property
    def is_public(self) -> bool:
        """Whether nothing is known of the reader."""
        return self.account_id is None


@dataclass(frozen=True)
class Thing:
    """What wants to leave, in plain values. `opened_at` None: not open to the public, whatever its level says."""

    kind: str
    id: int
    level: str
    unit_id: int | None
    opened_at: datetime | None = None
    issued_at: datetime | None = None
    retracted: bool = False
    named: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Exit:
    """A way out. `public` exits are read by anybody and only ever carry what is open."""

    name: str
    public: bool


def may_see(level: str, unit_id: int | None, *, reader: Reader, kind: str = "", id: int = 0) -> bool:  # noqa: A002
    """Level × unit inside the house: public and internal for every account, restricted for the unit and those
    named, secret for those named alone."""
    if reader.is_public:
        return False
    if level in (Level.PUBLIC, Level.INTERNAL):
        return True
    if (kind, id) in reader.named:
        return True
    return level == Level.RESTRICTED and unit_id in reader.unit_ids


def may_leave(thing: Thing, *, reader: Reader, exit: Exit, now: datetime) -> bool:  # noqa: A002
    """Whether `thing` may pass `exit` to `reader` at `now`; `now` is read inside the lock where one is held.

    A public exit asks nothing of its reader, so it carries only public things that are open. Other exits carry
    what the reader may see; a named reader may have an issued, not yet opened thing, and nothing retracted leaves.
    """
    if thing.retracted:
        return False
    is_open = thing.opened_at is not None and thing.opened_at <= now and thing.level == Level.PUBLIC
    if exit.public or reader.is_public:
        return is_open
    if is_open or may_see(thing.level, thing.unit_id, reader=reader, kind=thing.kind, id=thing.id):
        return True
    return thing.issued_at is not None and thing.issued_at <= now and reader.account_id in thing.named
