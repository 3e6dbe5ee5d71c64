"""What the clockhand does for the press."""

from datetime import datetime, timedelta

from kentongan.ground.clock.registry import every
from kentongan.ground.press import actions, queries
from kentongan.ground.record.rules import Actor

PRESS = Actor.machine("press")


@every(timedelta(0))  # at each of the clockhand's looks: an opened version is public when it is printed
def print_what_is_wanted(*, now: datetime) -> None:
    """Bring the folder to what the database wants; the whole site after an upgrade, or where a day began since."""
    actions.print_wanted(by=PRESS, now=now, anew=queries.is_of_yesterday(now=now))


@every(timedelta(hours=1))
def sweep_old_prints(*, now: datetime) -> None:
    """Ten prints and the last hour's are kept."""
    actions.sweep(by=PRESS, now=now)
