"""Folders for prints, and a real server over one."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from kentongan.ground.press.store import Store


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "print")


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory):
    """Makes fresh folders in memory where there is such a disk: hundreds of fsyncs cost nothing there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path_factory.getbasetemp()) as above:
        yield lambda: Path(tempfile.mkdtemp(dir=above))


class Served:
    """A Granian of one worker and eight threads over a printed folder; speaks HTTP as it was written."""

    def __init__(self, folder: Path) -> None:
        self.store, self.marks = Store(folder / "print"), folder / "marks"
        self.marks.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        here = Path(__file__).parent
        source = here.parents[2] / "src"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)]
            + ["--workers", "1", "--blocking-threads", "8", "--no-ws", "printed_site:application"],
            env={
                **os.environ,
                "PYTHONPATH": f"{source}{os.pathsep}{here}",
                "PRINT_ROOT": str(self.store.root),
                "MARKS": str(self.marks),
            },
            stdout=subprocess.DEVNULL,
        )

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> "Answer":
        """One request on its own connection, path and headers untouched: no redirect followed, nothing unpacked."""
        connection = self.connect()
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            return Answer(response.status, {n.lower(): v for n, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def wait_until_up(self) -> None:
        for _ in range(500):
            try:
                self.ask("/")
            except OSError:
                assert self.process.poll() is None, "Granian ended at once"
                time.sleep(0.02)
            else:
                return
        raise AssertionError("Granian didn't answer within ten seconds")

    def inside(self) -> int:
        """How many requests hang in Django's view."""
        return len(list(self.marks.glob("inside-*")))

    def close(self) -> None:
        (self.marks / "release").touch()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="session")
def serve():
    """`with serve(folder) as served`: a server over `folder/print`, gone afterwards."""

    @contextmanager
    def run(folder: Path) -> Iterator[Served]:
        served = Served(folder)
        try:
            served.wait_until_up()
            yield served
        finally:
            served.close()

    return run
