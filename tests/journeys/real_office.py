"""A real office for journeys: its own folder, a migrated SQLite file, real processes, a real mail server."""

from __future__ import annotations

import contextlib
import email
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.policy import default
from pathlib import Path

from tests.conftest import migrated_template

SOURCE = Path(__file__).resolve().parents[2] / "src"
PASSWORD = "kentongan-demo"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what: Callable, *, seconds: float = 20, every: float = 0.05):
    """Ask until the answer is true, and give it back; a sentence where it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := what():
            return answer
        time.sleep(every)
    raise AssertionError(f"after {seconds} s still not: {what.__name__}")


@dataclass
class Office:
    """`office.run(code)` runs Python in the office's own process; `office.start("worker")` starts a part of it."""

    home: Path
    port: int = field(default_factory=free_port)
    smtp: int = field(default_factory=free_port)
    running: list[subprocess.Popen] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environ(self) -> dict[str, str]:
        """What its processes know."""
        return {
            **os.environ,
            "KENTONGAN_HOME": str(self.home),
            "KENTONGAN_DATABASE": "",
            "KENTONGAN_SMTP": f"smtp://127.0.0.1:{self.smtp}",
            "KENTONGAN_FROM": "humas@tirtakencana.example",
            "PYTHONPATH": os.pathsep.join((str(SOURCE), str(SOURCE.parent))),
            "DJANGO_SETTINGS_MODULE": "kentongan.settings",
        }

    def run(self, code: str) -> str:
        """What a short program prints, with Django ready and the office's names at hand."""
        done = subprocess.run(
            [sys.executable, "-c", READY + code], env=self.environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout.strip()

    def start(self, *command: str) -> subprocess.Popen:
        """`python -m kentongan …`, ended with the office."""
        process = subprocess.Popen([sys.executable, "-m", *command], env=self.environ, start_new_session=True)
        self.running.append(process)
        return process

    def end(self) -> None:
        """Every process that was started here, and its children."""
        for process in self.running:
            if process.poll() is None:
                process.terminate()
        for process in self.running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def letters(self, address: str) -> list[email.message.EmailMessage]:
        """What the demo's mail server took for an address."""
        files = sorted((self.home / "mail").glob(f"*-{address}.eml"))
        return [email.message_from_bytes(file.read_bytes(), policy=default) for file in files]

    def shown(self, path: str) -> str:
        """A file of the printed site, "" where there is none."""
        file = self.home / "site" / "current" / path
        return file.read_text() if file.exists() else ""


READY = """
import django; django.setup()
from django.utils import timezone
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.models import Account, Unit
now = timezone.now()
"""

SETTLE = """
import sys
from kentongan.demo import people
people.settle(domain={domain!r}, now=now)
from kentongan.ground.press.actions import print_wanted, want_print
want_print(reason="moved in", by=Actor.machine("init"), now=now)
print_wanted(by=Actor.machine("init"), now=now)
"""


@contextlib.contextmanager
def office(folder: Path) -> Iterator[Office]:
    """People, press and paths of the fictional regency, and nothing that has happened yet."""
    home = folder / "home"
    home.mkdir(parents=True)
    shutil.copy(migrated_template(), home / "kentongan.sqlite3")
    made = Office(home)
    made.run(SETTLE.format(domain=f"127.0.0.1:{made.port}"))
    try:
        yield made
    finally:
        made.end()


def kill(process: subprocess.Popen) -> None:
    """kill -9, and nothing gentler."""
    process.send_signal(signal.SIGKILL)
    assert process.wait(10) == -signal.SIGKILL


def code_in(letter: email.message.EmailMessage) -> str:
    """The six digits of a letter."""
    text = letter.get_body(("plain",)).get_content()
    found = re.search(r"\b\d{3}[ \u00a0]?\d{3}\b", text)
    assert found, text
    return re.sub(r"\D", "", found.group())
