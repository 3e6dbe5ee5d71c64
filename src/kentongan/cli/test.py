"""Runs the suite on SQLite; with --all the slow tests and PostgreSQL too."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def main(argv: list[str]) -> int:
    """Everything after the options goes to pytest: `test tests/ground -k seal`."""
    everything = "--all" in argv
    rest = [word for word in argv if word != "--all"]
    chosen = any(not word.startswith("-") for word in rest)
    workers = [] if chosen else ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadgroup"]
    home = tempfile.mkdtemp(prefix="kentongan-test-")
    try:
        code = pytest([*workers, *(["--all"] if everything else []), *rest], KENTONGAN_HOME=home)
        if code or not everything:
            return code
        with postgresql() as url:
            if url is None:
                print("PostgreSQL: no server found (Debian: apt-get install postgresql); its tests did not run.")
                return 1
            print("\nPostgreSQL: the tests marked `both`", flush=True)
            return pytest([*workers, "-m", "both", *rest], KENTONGAN_HOME=home, KENTONGAN_DATABASE=url)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def pytest(arguments: list[str], **environment: str) -> int:
    """One run of pytest in the checkout; its exit code."""
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


@contextlib.contextmanager
def postgresql() -> Iterator[str | None]:
    """A private PostgreSQL cluster on a free loopback port for the length of a run: its URL, or None without one.

    KENTONGAN_TEST_DATABASE names a server of your own instead (its user must be allowed to create databases).
    """
    if given := os.environ.get("KENTONGAN_TEST_DATABASE"):
        yield given
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [
        Path(which) for which in [shutil.which("initdb")] if which
    ]
    if not found:
        yield None
        return
    bin_ = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="kentongan-pg-"))
    # initdb refuses to run as root: Debian's package brings the user postgres.
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if become:
        shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        initdb = [*become, str(bin_ / "initdb"), "-D", str(folder / "data"), "-U", "kentongan", "-A", "trust"]
    silent(*initdb, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
    control = [*become, str(bin_ / "pg_ctl"), "-D", str(folder / "data"), "-w"]
    silent(*control, "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgres://kentongan@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, check=False, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


def silent(*command: str) -> None:
    """Run a command of the server's from `/`, where its user may stand."""
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd="/")
