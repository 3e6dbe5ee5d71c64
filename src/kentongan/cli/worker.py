"""Runs the worker: listeners, mail, pictures; everything that may take a while."""

import argparse
import signal
import threading

from kentongan.cli import django_ready
from kentongan.cli.migrate import ensure_migrated


def main(argv: list[str]) -> int:
    """Until SIGTERM or Ctrl-C. `--name` tells several workers apart; each takes up again what it held when it died."""
    parser = argparse.ArgumentParser(prog="kentongan worker", description=__doc__)
    parser.add_argument("--name", default="worker", help="a name of its own for each worker (default: %(default)s)")
    options = parser.parse_args(argv)
    django_ready()
    ensure_migrated()
    from django_tasks_db.management.commands.db_worker import Worker

    from kentongan.cli.clockhand import turn

    take_up_again(options.name)
    worker = Worker(
        queue_names=["default"],
        interval=0.3,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=options.name,
        excluded_queue_names=[],
    )
    stop = threading.Event()

    def end(number: int, frame: object) -> None:
        stop.set()
        worker.running = False

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    duties = threading.Thread(target=turn, args=("worker", stop), name="duties")
    duties.start()
    worker.run()
    stop.set()
    duties.join()
    return 0


def take_up_again(name: str) -> None:
    """Put back into the queue what this worker was doing when it was killed: a listener heard twice has one effect."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    for result in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if result.worker_ids and result.worker_ids[-1] == name:
            DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING).update(
                status=TaskResultStatus.READY, started_at=None
            )
