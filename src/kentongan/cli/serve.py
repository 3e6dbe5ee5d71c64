"""Runs web, clockhand and worker together, for a small office."""

import argparse
import contextlib
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from kentongan.cli import BadInput

# A child that dies is started again, but not in a tight circle.
AGAIN_AFTER = 2.0
# A cold start of Django takes seconds, on a small and busy machine half a minute; whoever waits longer wants to know.
ANSWERS_WITHIN = 90.0
SILENT = "The web doesn't answer after {seconds:.0f} s; it is tried on. Ctrl-C ends."


def main(argv: list[str]) -> int:
    """Until SIGTERM or Ctrl-C; then all three end, and the port is free."""
    parser = argparse.ArgumentParser(prog="kentongan serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(argv)
    ensure_free(options.host, options.port)
    ensure_migrated()
    with processes(options.host, options.port) as children:
        if children.answering(options.host, options.port):
            print(f"http://{options.host}:{options.port}/  ·  office: /kantor/  ·  Ctrl-C ends", flush=True)
        elif not children.stopping:
            print(SILENT.format(seconds=ANSWERS_WITHIN), flush=True)
        children.wait()
    return 0


def ensure_migrated() -> None:
    """Ask in a process of its own: this one waits for months and needs no Django for it."""
    asked = [sys.executable, "-m", "kentongan", "migrate", "--check"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode == 1 and (said := done.stdout.splitlines()):
        raise BadInput(said[-1])


def ensure_free(host: str, port: int) -> None:
    """Say so before three processes are half up."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInput(f"port {port} is taken; choose another with --port N.") from error


def answers(host: str, port: int) -> bool:
    """Whether the office's door says anything; what, is for others to judge."""
    asking = http.client.HTTPConnection(host, port, timeout=5)
    try:
        asking.request("GET", "/masuk/login/")
        asking.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
    return True


class Children:
    """Our own processes, each by its name; whatever of them dies is started again until we are told to stop."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.commands = commands
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self.running = {name: self._start(name) for name in commands}

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _start(self, name: str) -> subprocess.Popen:
        # A session of its own: Ctrl-C in the terminal reaches us alone, and we end them in order.
        return subprocess.Popen([sys.executable, "-m", *self.commands[name]], start_new_session=True)

    def _look_after(self) -> None:
        for name, process in list(self.running.items()):
            if process.poll() is not None and not self.stopping:
                print(f"{name} ended with {process.returncode}; it is started again", flush=True)
                time.sleep(AGAIN_AFTER)
                self.running[name] = self._start(name)
        time.sleep(0.2)

    def answering(self, host: str, port: int, *, seconds: float = ANSWERS_WITHIN) -> bool:
        """Wait until the web answers; False where it doesn't within the time, or we were told to stop before."""
        end = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < end:
            if answers(host, port):
                return True
            self._look_after()
        return False

    def wait(self) -> None:
        """Until SIGTERM or Ctrl-C."""
        while not self.stopping:
            self._look_after()

    def end(self) -> None:
        """Terminate all, and kill what doesn't end."""
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def processes(host: str, port: int, *, beside: dict[str, list[str]] | None = None) -> Iterator[Children]:
    """The three, and whatever stands beside them, until the block ends."""
    children = Children(
        {
            **(beside or {}),
            "web": ["kentongan", "web", "--host", host, "--port", str(port)],
            "clockhand": ["kentongan", "clockhand"],
            "worker": ["kentongan", "worker"],
        }
    )
    try:
        yield children
    finally:
        children.end()
