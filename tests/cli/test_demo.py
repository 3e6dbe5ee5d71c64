"""The README's first command: a whole office, and nothing left of it when it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from kentongan.cli import serve


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return 0, ""


def until(check, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.3)
    raise AssertionError("it never came about")


def started(home, port):
    return subprocess.Popen(
        [sys.executable, "-m", "kentongan", "demo", "--port", str(port)],
        env={**os.environ, "KENTONGAN_HOME": str(home), "KENTONGAN_DATABASE": ""},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def processes_of(home) -> list[str]:
    found = subprocess.run(["ps", "axeww", "-o", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in found.splitlines() if f"KENTONGAN_HOME={home}" in line and " ps " not in line]


def letters(home) -> list[str]:
    """Two of the first release, six of the second, six of its correction."""
    return sorted(file.name for file in (home / "mail").glob("*.eml"))


def read_until_ready(demo) -> list:
    """What it said, whether it said that it is ready, and how the office's door answers at that moment."""
    port = int(demo.args[-1])
    said = ""
    for line in demo.stdout:
        said += line
        if "is ready" in line:
            return [said, "ready", get(port, "/masuk/login/")[0]]
    return [said, "ended", 0]


def test_answering_waits_for_a_late_server_and_gives_up_on_a_silent_one(monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # the run's own handlers stay
    port = free_port()
    children = serve.Children({})
    assert children.answering("127.0.0.1", port, seconds=0.5) is False
    late = {"web": ["http.server", str(port), "--bind", "127.0.0.1"]}
    children = serve.Children(late)
    try:
        assert children.answering("127.0.0.1", port, seconds=60) is True
        assert get(port, "/masuk/login/")[0] == 404  # whatever it says, it answers
    finally:
        children.end()
    children.stopping = True
    assert children.answering("127.0.0.1", port, seconds=60) is False


@pytest.mark.slow
def test_the_demo_is_an_office_and_leaves_no_process_and_no_port(tmp_path):
    port = free_port()
    demo = started(tmp_path, port)
    try:
        assert read_until_ready(demo)[1:] == ["ready", 200]
        until(lambda: get(port, "/healthz")[0] == 200)
        until(lambda: "212 petugas" in get(port, "/")[1])
        assert json.loads(get(port, "/healthz")[1]) == {"ok": True, "troubles": []}
        until(lambda: len(letters(tmp_path)) == 14)
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(timeout=40)
    assert demo.returncode == 0
    assert processes_of(tmp_path) == []
    with socket.socket() as probe:
        # A closed connection may linger for a minute; somebody who still listens fails here all the same.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))

    again = started(tmp_path, port)
    try:
        said, *ready = read_until_ready(again)
        assert (ready, "The office is as you left it." in said) == (["ready", 200], True)
        until(lambda: "212 petugas" in get(port, "/")[1])
        assert len(letters(tmp_path)) == 14
    finally:
        again.send_signal(signal.SIGINT)
        again.wait(timeout=40)
