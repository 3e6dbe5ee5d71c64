"""Duties of the ground itself."""

from datetime import datetime, timedelta

from kentongan.ground.clock.registry import every
from kentongan.ground.record import actions as record
from kentongan.ground.record.rules import Actor


@every(timedelta(hours=1))
def seal_the_diary(*, now: datetime) -> None:
    """Chain and sign what happened since the last hour."""
    while record.seal(by=Actor.machine("record"), now=now):
        pass
