"""Runs web, clockhand and worker together, for a small office."""

import argparse
import contextlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from kentongan.cli import BadInput

# A child that dies is started again, but not in a tight circle.
AGAIN_AFTER = 2.0


def main(argv: list[str]) -> int:
    """Until SIGTERM or Ctrl-C; then all three end, and the port is free."""
    parser = argparse.ArgumentParser(prog="kentongan serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(argv)
    ensure_free(options.host, options.port)
    ensure_migrated()
    print(f"http://{options.host}:{options.port}/  ·  office: /kantor/  ·  Ctrl-C ends", flush=True)
    with processes(options.host, options.port) as wait:
        wait()
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


@contextlib.contextmanager
def processes(host: str, port: int, *, beside: dict[str, list[str]] | None = None) -> Iterator:
    """The three, and whatever stands beside them, as children; yields a function that waits for the end and starts
    again what dies."""
    commands = {
        **(beside or {}),
        "web": ["kentongan", "web", "--host", host, "--port", str(port)],
        "clockhand": ["kentongan", "clockhand"],
        "worker": ["kentongan", "worker"],
    }
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)

    def start(name: str) -> subprocess.Popen:
        # A session of its own: Ctrl-C in the terminal reaches us alone, and we end them in order.
        return subprocess.Popen([sys.executable, "-m", *commands[name]], start_new_session=True)

    running = {name: start(name) for name in commands}

    def wait() -> None:
        while not stopping:
            for name, process in list(running.items()):
                if process.poll() is not None and not stopping:
                    print(f"{name} ended with {process.returncode}; it is started again", flush=True)
                    time.sleep(AGAIN_AFTER)
                    running[name] = start(name)
            time.sleep(0.2)

    try:
        yield wait
    finally:
        for process in running.values():
            process.terminate()
        for process in running.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
