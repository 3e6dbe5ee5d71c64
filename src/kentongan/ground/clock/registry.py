"""What the clockhand does, registered by the rooms it does it for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

CLOCKHAND, WORKER = "clockhand", "worker"


@dataclass(frozen=True)
class Duty:
    """`work(now=…)` every `every`, by one of the two processes; it decides itself whether anything is due."""

    name: str
    every: timedelta
    work: Callable[..., None]
    by: str


DUTIES: dict[str, Duty] = {}


def every(period: timedelta, *, by: str = CLOCKHAND) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """`@every(timedelta(seconds=1))` on `def open_due_versions(*, now: datetime)` in a room's `tasks.py`.

    What may wait on somebody else's server (mail, pages) is done `by=WORKER`: the clockhand must never be late.
    """

    def register(work: Callable[..., None]) -> Callable[..., None]:
        name = f"{work.__module__}.{work.__name__}"
        DUTIES[name] = Duty(name, period, work, by)
        return work

    return register


@dataclass(frozen=True)
class Alarm:
    """Something broke: what, who holds it, one action. `weight` 2 red, 1 amber."""

    weight: int
    tag: str
    what: str
    url: str = ""
    verb: str = ""
    since: datetime | None = None
