"""Is every process alive, and did everything that was due happen?"""

from datetime import date, datetime, timedelta

from kentongan.ground.clock.models import Heartbeat, OfficeHoliday, Tick

# A process beats every 5 s; three missed beats and a slow disk make 30.
DEAD_AFTER = timedelta(seconds=30)
PROCESSES = ("clockhand", "worker")


def dead_processes(*, now: datetime) -> list[str]:
    """Names of the processes without a recent beat, in a fixed order."""
    beats = dict(Heartbeat.objects.values_list("name", "beat_at"))
    return [name for name in PROCESSES if name not in beats or now - beats[name] > DEAD_AFTER]


def failing_ticks() -> list[Tick]:
    """Duties whose last run failed."""
    return list(Tick.objects.filter(failures__gt=0).order_by("name"))


def office_holidays() -> dict[date, str]:
    """The office's own days off."""
    return dict(OfficeHoliday.objects.filter(counted=False).values_list("on", "name"))
