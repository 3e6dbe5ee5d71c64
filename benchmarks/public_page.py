"""A printed article by our own server, beside nginx on the same folder and a Django view of the same page.

All three give the same bytes; that and the status of every answer is checked. Rounds alternate between the servers,
each is judged by its best round, so that a busy machine hurts all alike.
"""

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
PATH = "/siaran/1204/"
CONNECTIONS = 16

NGINX_CONF = """
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/nginx.log; {user}
events {{ worker_connections 256; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    types {{ text/html html; }} charset utf-8;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{ listen 127.0.0.1:{port}; root {folder}/site/current; gzip_static on; gzip_vary on; }}
}}
"""


def run(*, quick: bool) -> Iterator[Figure]:
    """Requests a second, by wrk with 16 connections."""
    if not shutil.which("wrk"):
        yield from figures({}, missing="no wrk to measure with (Debian: apt-get install wrk)")
        return
    rounds, seconds = (3, 2) if quick else (6, 6)
    with tempfile.TemporaryDirectory(prefix="kentongan-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx's workers read as another user
        environ = {
            **os.environ,
            "PUBLIC_PAGE_FOLDER": name,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }
        subprocess.run([sys.executable, "-m", "benchmarks.public_page_site.make"], env=environ, check=True, cwd=ROOT)
        page = (folder / "site" / "current" / PATH.strip("/") / "index.html").read_bytes()
        best: dict[str, float] = {}
        with contextlib.ExitStack() as servers:
            ports = {
                "printed": servers.enter_context(granian("printed", environ)),
                "view": servers.enter_context(granian("rendered", environ)),
            }
            if shutil.which("nginx") or Path("/usr/sbin/nginx").exists():
                ports["nginx"] = servers.enter_context(nginx(folder))
            pairs = [
                (server, packed) for server in ports for packed in (True, False) if (server, packed) != ("view", True)
            ]
            for server, packed in pairs:
                check(ports[server], page, packed=packed)
            for _ in range(rounds):
                for server, packed in pairs:
                    rate = wrk(ports[server], seconds, packed=packed)
                    key = f"{server} {'gzip' if packed else 'plain'}"
                    best[key] = max(best.get(key, 0.0), rate)
        yield Figure("size of the measured page, plain", len(page), "bytes")
        yield from figures(best)


def figures(best: dict[str, float], missing: str = "") -> Iterator[Figure]:
    """The same three lines whatever is installed."""
    nginx_name = "nginx gzip_static on the same folder"
    if "nginx gzip" not in best:
        nginx_name = missing or f"{nginx_name} (Debian: apt-get install nginx-light)"
    view = missing or "Django view of the same page from SQLite, same server"
    for figure, own, anchor, other, target in (
        ("printed article, gzip", "printed gzip", nginx_name, "nginx gzip", ">= 0.5x"),
        ("printed article, plain", "printed plain", view, "view plain", ">= 30x"),
        ("printed article, plain, beside nginx", "printed plain", nginx_name, "nginx plain", None),
    ):
        yield Figure(figure, best.get(own), "requests/s", anchor, best.get(other), target)


def wrk(port: int, seconds: int, *, packed: bool) -> float:
    """Requests a second of one round; an answer that isn't 200 ends the benchmark."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://127.0.0.1:{port}{PATH}"]
    if packed:
        command += ["-H", "Accept-Encoding: gzip"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"wrk met failures:\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


def check(port: int, page: bytes, *, packed: bool) -> None:
    """The server sends this page, packed as asked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", PATH, headers={"Accept-Encoding": "gzip"} if packed else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == ("gzip" if packed else None)
    assert (gzip.decompress(body) if packed else body) == page, f"port {port} sends another page"


@contextlib.contextmanager
def granian(application: str, environ: dict[str, str]) -> Iterator[int]:
    """Our server as `./kentongan web` runs it; its port."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += [
        "--workers",
        "2",
        "--blocking-threads",
        "16",
        "--no-ws",
        f"benchmarks.public_page_site.wsgi:{application}",
    ]
    with process(command, port, environ):
        yield port


@contextlib.contextmanager
def nginx(folder: Path) -> Iterator[int]:
    """nginx as one would set it up for the printed folder; no open_file_cache, for that misses a flip."""
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX_CONF.format(folder=folder, port=port, user=user))
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    with process([binary, "-p", str(folder), "-c", str(folder / "nginx.conf")], port, dict(os.environ)):
        yield port


@contextlib.contextmanager
def process(command: list[str], port: int, environ: dict[str, str]) -> Iterator[None]:
    """A server as a child, from its first answer to its end."""
    child = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(400):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            if child.poll() is not None:
                raise RuntimeError(f"{command[0]} ended with {child.returncode}")
            time.sleep(0.05)
        yield
    finally:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
