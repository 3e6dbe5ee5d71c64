"""Runs the web server: printed pages from memory, the office and the counter behind them."""

import argparse
import os
import sys

from kentongan.cli import django_ready
from kentongan.cli.migrate import ensure_migrated


def main(argv: list[str]) -> int:
    """Until SIGTERM or Ctrl-C."""
    parser = argparse.ArgumentParser(prog="kentongan web", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2, help="processes (default: %(default)s)")
    options = parser.parse_args(argv)
    django_ready()
    ensure_migrated()
    # A process of its own instead of this one: Granian wants to be the parent of its workers and hears our signals.
    os.execv(  # noqa: S606
        sys.executable,
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options.host, "--port", str(options.port),
            "--workers", str(options.workers), "--blocking-threads", "16", "--backpressure", "256",
            "--no-ws", "--workers-kill-timeout", "5", "--respawn-failed-workers", "--log-level", "warning",
            "kentongan.wsgi:application",
        ],
    )  # fmt: skip
