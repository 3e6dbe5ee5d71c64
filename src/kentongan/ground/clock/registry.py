"""What the clockhand does, registered by the rooms it does it for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Duty:
    """`work(now)` at least every `every`; it decides itself whether anything is due."""

    name: str
    every: timedelta
    work: Callable[..., None]


DUTIES: dict[str, Duty] = {}


def every(period: timedelta) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """`@every(timedelta(seconds=1))` on `def open_due_versions(*, now: datetime)` in a room's `tasks.py`."""

    def register(work: Callable[..., None]) -> Callable[..., None]:
        name = f"{work.__module__}.{work.__name__}"
        DUTIES[name] = Duty(name, period, work)
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
