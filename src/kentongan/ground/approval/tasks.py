"""Duties of approval."""

from datetime import datetime, timedelta

from kentongan.ground.approval import actions, queries
from kentongan.ground.clock.registry import every
from kentongan.ground.record.rules import Actor


@every(timedelta(minutes=1))
def mark_late_requests(*, now: datetime) -> None:
    """Say of each request whose hour passed that it is late, once."""
    for request in queries.late_requests(now=now)[:200]:
        actions.mark_late(request=request, by=Actor.machine("approval"), now=now)
