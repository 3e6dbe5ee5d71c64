"""A whole office with a week of work on SQLite: web, clockhand, worker, printed site; shows the logins."""

import argparse
import os
import socket
import time
from pathlib import Path

from kentongan.cli import django_ready


def main(argv: list[str]) -> int:
    """Build once, then serve until Ctrl-C; a second start goes on where it stood."""
    parser = argparse.ArgumentParser(prog="kentongan demo", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(argv)
    from kentongan.cli.serve import ANSWERS_WITHIN, SILENT, ensure_free, processes

    ensure_free(options.host, options.port)
    home = Path(os.environ.setdefault("KENTONGAN_HOME", "var")).resolve()
    post = free_port()
    os.environ["KENTONGAN_SMTP"] = f"smtp://127.0.0.1:{post}"
    os.environ.setdefault("KENTONGAN_FROM", "humas@tirtakencana.example")
    started = time.monotonic()
    django_ready()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    print("Preparing the database …", flush=True)
    call_command("migrate", verbosity=0)
    from kentongan.demo import building, people, postbox

    if building.is_built():
        print("The office is as you left it.", flush=True)
    else:
        print("Moving a fictional office in …", flush=True)
        with postbox.standing(post, home / "mail"):
            building.build(domain=f"{options.host}:{options.port}", now=timezone.now())
    connection.close()
    beside = {"postbox": ["kentongan.demo.postbox", str(post), str(home / "mail")]}
    with processes(options.host, options.port, beside=beside) as children:
        if children.answering(options.host, options.port):
            print(welcome(options.host, options.port, people, time.monotonic() - started), flush=True)
            print(f"  letters      {home / 'mail'} (a real mail server of the demo's own keeps them)\n", flush=True)
        elif not children.stopping:
            print(SILENT.format(seconds=ANSWERS_WITHIN), flush=True)
        children.wait()
    return 0


def free_port() -> int:
    """A port of loopback for the demo's own mail server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def welcome(host: str, port: int, people, seconds: float) -> str:
    """Where to look and as whom."""
    base = f"http://{host}:{port}"
    rows = [
        f"  {f'{short}@tirtakencana.example':<34} {position}, {unit.title()} ({', '.join(roles)})"
        for _name, short, position, unit, roles in people.STAFF
    ]
    return "\n".join(
        [
            f"\nKabupaten Tirta Kencana is ready after {seconds:.0f} s; Ctrl-C ends it.",
            f"  public site  {base}/",
            f"  office       {base}/kantor/    password for everybody: {people.PASSWORD}",
            *rows,
        ]
    )
