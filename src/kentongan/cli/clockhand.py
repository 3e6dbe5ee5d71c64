"""Runs the clockhand: opens what is due, prints, seals, ticks."""

import argparse
import signal
import threading

from kentongan.cli import django_ready
from kentongan.cli.migrate import ensure_migrated

# A scheduled release may be this late at most, besides the time that printing takes.
LOOK_EVERY = 0.5
BEAT_EVERY = 5


def main(argv: list[str]) -> int:
    """Until SIGTERM or Ctrl-C; the duty that is running is finished first."""
    argparse.ArgumentParser(prog="kentongan clockhand", description=__doc__).parse_args(argv)
    django_ready()
    ensure_migrated()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    turn("clockhand", stop)
    return 0


def turn(name: str, stop: threading.Event) -> None:
    """Beat and run the duties of one process until `stop`."""
    from django.db import close_old_connections, connection
    from django.utils import timezone

    from kentongan.ground.clock import actions
    from kentongan.ground.clock.registry import DUTIES

    started, beaten = timezone.now(), None
    while not stop.is_set():
        close_old_connections()
        now = timezone.now()
        try:
            if beaten is None or (now - beaten).total_seconds() >= BEAT_EVERY:
                actions.beat(name=name, started_at=started, now=now)
                beaten = now
            for failed in actions.run_due(by=name, now=now):
                print(f"{name}: {DUTIES[failed].name} failed; see the alarms", flush=True)
        except Exception as error:  # noqa: BLE001 a database that is away for a minute must not end the clock
            print(f"{name}: {type(error).__name__}: {error}", flush=True)
        stop.wait(LOOK_EVERY)
    connection.close()
