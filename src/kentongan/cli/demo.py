"""A whole office with a week of work on SQLite: web, clockhand, worker, printed site; shows the logins."""

import argparse
import time

from kentongan.cli import django_ready


def main(argv: list[str]) -> int:
    """Build once, then serve until Ctrl-C; a second start goes on where it stood."""
    parser = argparse.ArgumentParser(prog="kentongan demo", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(argv)
    from kentongan.cli.serve import ensure_free, processes

    ensure_free(options.host, options.port)
    started = time.monotonic()
    django_ready()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    print("Preparing the database …", flush=True)
    call_command("migrate", verbosity=0)
    from kentongan.demo import building, people

    if building.is_built():
        print("The office is as you left it.", flush=True)
    else:
        print("Moving a fictional office in …", flush=True)
        building.build(domain=f"{options.host}:{options.port}", now=timezone.now())
    connection.close()
    with processes(options.host, options.port) as wait:
        print(welcome(options.host, options.port, people, time.monotonic() - started), flush=True)
        wait()
    return 0


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
