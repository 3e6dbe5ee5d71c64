"""The door, against real servers on this machine."""

import gzip
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kentongan.ground.net.outside import Unreachable, fetch


class Server:
    """Answers by a table of paths; remembers what was asked."""

    def __init__(self, context: ssl.SSLContext | None = None):
        self.asked: list[tuple[str, str, dict, bytes]] = []
        self.answers: dict[str, tuple[int, dict, bytes]] = {"/": (200, {"Content-Type": "text/plain"}, b"halo")}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                told = {name.lower(): value for name, value in self.headers.items()}
                outer.asked.append((self.command, self.path, told, self.rfile.read(length)))
                if self.path == "/drip":
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                    for _ in range(100):
                        time.sleep(0.05)
                        self.wfile.write(b"a")
                    return
                status, headers, body = outer.answers[self.path]
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_HEAD = answer  # noqa: N815 - the standard library's names

            def log_message(self, *_):
                pass

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                pass  # the client hung up, which is what some tests want

        self.server = Quiet(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        self.place = f"127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def url(self, path="/"):
        return f"http://{self.place}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def server():
    made = Server()
    yield made
    made.close()


@pytest.fixture
def inner():
    made = Server()
    made.answers["/secret"] = (200, {}, b"kunci")
    yield made
    made.close()


def allowed(*servers) -> frozenset[str]:
    return frozenset(s.place for s in servers)


def why(url, **more) -> str:
    with pytest.raises(Unreachable) as caught:
        fetch(url, **more)
    return caught.value.why


def test_an_answer_comes_with_its_status_headers_and_body(server):
    server.answers["/hilang"] = (404, {}, b"tidak ada")
    answer = fetch(server.url(), allowed=allowed(server), headers={"If-None-Match": '"x"'})
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, "text/plain", b"halo")
    assert server.asked[0][2]["if-none-match"] == '"x"'
    assert fetch(server.url("/hilang"), allowed=allowed(server)).status == 404


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1", "[::ffff:127.0.0.1]"])
def test_this_machine_is_barred_under_every_name(server, host):
    # Port 8080 is one that the rule allows, so that only the address decides.
    assert why(f"http://{host}:8080/") in ("barred", "name")
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_barred_before_it_is_asked(server, inner):
    for place in (f"http://127.0.0.1:{inner.port}/secret", "http://169.254.169.254/latest/", "file:///etc/passwd"):
        server.answers["/go"] = (302, {"Location": place}, b"")
        assert why(server.url("/go"), allowed=allowed(server)) == "barred"
    assert inner.asked == []


def test_a_name_is_resolved_once_and_the_connection_goes_to_that_address(server, inner, monkeypatch):
    calls = []
    real = socket.getaddrinfo

    def rebinding(host, port, *args, **kwargs):
        calls.append(host)
        return real("127.0.0.1", server.port if len(calls) == 1 else inner.port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    place = f"warta.example:{server.port}"
    assert fetch(f"http://{place}/", allowed=frozenset({place})).body == b"halo"
    assert calls == ["warta.example"]
    assert inner.asked == []


def test_one_private_address_among_public_ones_bars_the_name(monkeypatch):
    mixed = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("1.1.1.1", "10.0.0.5")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: mixed)
    assert why("http://campur.example/") == "barred"


def test_secrets_stay_with_their_origin_and_a_posted_body_with_its_address(server, inner):
    server.answers["/go"] = (302, {"Location": inner.url("/secret")}, b"")
    secret = {"Authorization": "Bearer x", "Cookie": "a=b", "Content-Type": "application/json", "X-Own": "1"}
    answer = fetch(server.url("/go"), method="POST", body=b"{}", headers=secret, allowed=allowed(server, inner))
    assert (answer.url, answer.body) == (inner.url("/secret"), b"kunci")
    method, _, told, body = inner.asked[0]
    assert (method, body, told.get("x-own")) == ("GET", b"", "1")
    assert not {"authorization", "cookie", "content-type"} & told.keys()
    assert server.asked[0][2]["authorization"] == "Bearer x"


def test_a_circle_of_redirects_ends(server):
    server.answers["/o"] = (301, {"Location": "/o"}, b"")
    assert why(server.url("/o"), allowed=allowed(server)) == "redirects"
    assert len(server.asked) == 6


def test_a_body_is_bounded_unpacked_too(server):
    server.answers["/besar"] = (200, {}, b"x" * 5001)
    server.answers["/bom"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * (64 << 20)))
    server.answers["/pas"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"isi" * 1000))
    assert why(server.url("/besar"), allowed=allowed(server), limit_bytes=5000) == "large"
    assert why(server.url("/bom"), allowed=allowed(server), limit_bytes=1 << 20) == "large"
    assert fetch(server.url("/pas"), allowed=allowed(server), limit_bytes=3000).body == b"isi" * 1000


def test_a_server_that_drips_is_cut_off_at_the_deadline(server):
    assert why(server.url("/drip"), allowed=allowed(server), timeout=0.4) == "timeout"


def test_a_port_that_accepts_and_says_nothing_is_cut_off_in_the_handshake_too():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        for scheme in ("http", "https"):
            assert why(f"{scheme}://{place}/", allowed=frozenset({place}), timeout=0.3) == "timeout"


def test_half_an_answer_is_no_answer(server):
    server.answers["/separuh"] = (200, {"Content-Length": "100"}, b"separuh")
    server.answers["/gzip"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"isi" * 1000)[:-9])
    # The server keeps the line open: what was promised never comes.
    assert why(server.url("/separuh"), allowed=allowed(server), timeout=2) == "broken"
    assert why(server.url("/gzip"), allowed=allowed(server), timeout=2) == "broken"


def test_a_host_that_isnt_there_is_a_sentence():
    assert why("http://tidak-ada.invalid/") == "name"


def test_a_closed_port_is_broken_not_a_crash():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    assert why(f"http://{place}/", allowed=frozenset({place})) == "broken"


def test_a_certificate_that_nobody_signed_is_refused(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "pair.pem").write_bytes(
        made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM) + private
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "pair.pem")
    server = Server(context)
    try:
        assert why(f"https://{server.place}/", allowed=allowed(server)) == "tls"
        assert server.asked == []
    finally:
        server.close()
