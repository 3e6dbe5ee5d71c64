"""Beat, and run what is due."""

import os
import platform
from datetime import datetime

from kentongan.ground.clock.models import Heartbeat, Tick
from kentongan.ground.clock.registry import DUTIES, Duty


def beat(*, name: str, started_at: datetime, now: datetime) -> None:
    """Leave a sign of life."""
    Heartbeat.objects.update_or_create(
        name=name, defaults={"beat_at": now, "started_at": started_at, "pid": os.getpid(), "host": platform.node()[:80]}
    )


def run_due(*, by: str, now: datetime) -> list[str]:
    """Run each due duty of a process; one that fails is written down, shown, and keeps none of the others back."""
    ticks = {tick.name: tick for tick in Tick.objects.all()}
    failed = []
    for duty in [duty for duty in DUTIES.values() if duty.by == by]:
        tick = ticks.get(duty.name) or Tick(name=duty.name, due_at=now)
        if tick.due_at <= now:
            if not run_duty(duty, tick, now=now):
                failed.append(duty.name)
            tick.save()
    return failed


def run_duty(duty: Duty, tick: Tick, *, now: datetime) -> bool:
    """Run one duty and note on its tick how it went."""
    tick.due_at, tick.last_at = now + duty.every, now
    try:
        duty.work(now=now)
    except Exception as error:  # noqa: BLE001 whatever it was, the other duties must run
        tick.failures += 1
        tick.failed_at, tick.error = now, f"{type(error).__name__}: {error}"[:200]
        return False
    tick.failures, tick.error = 0, ""
    return True
