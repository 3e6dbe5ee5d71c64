"""`fetch`: the only place that opens an outgoing HTTP connection.

A name is resolved once and the connection goes to that very address, so a name that changes its mind between
check and use (DNS rebinding) gains nothing; every redirect goes through the same door again.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kentongan.ground.net.rules import MOST_REDIRECTS, NotAllowed, Target, after_redirect, may_reach, target_of

AGENT = "Kentongan/1 (+https://kentongan.example/robot)"
CHUNK = 1 << 16
# What may not follow a redirect to another origin.
PRIVATE_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})


class Unreachable(Exception):
    """Nothing usable came back. `why` is one of: barred, name, timeout, tls, large, redirects, broken."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why


@dataclass(frozen=True)
class Answer:
    """What a server said: `url` after redirects, header names in lower case, the body unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    limit_bytes: int = 5 << 20,
    timeout: float = 20.0,
    allowed: frozenset[str] = frozenset(),
) -> Answer:
    """Ask one URL, within `limit_bytes` of unpacked body and `timeout` seconds in all, redirects and names included.

    `allowed` names exceptions as `host:port` (an own mail or test server on a private address), from the settings.

    Raises:
        Unreachable: the address is barred, or nothing usable came back in time; any status is an answer.
    """
    deadline = time.monotonic() + timeout
    sent, given = body, {name.lower(): value for name, value in (headers or {}).items()}
    for _ in range(MOST_REDIRECTS + 1):
        try:
            target = target_of(url, allowed=allowed)
        except NotAllowed as error:
            raise Unreachable("barred", str(error)) from None
        answer = _ask(target, method, given, sent, limit=limit_bytes, deadline=deadline, allowed=allowed)
        location = answer.headers.get("location")
        if answer.status not in (301, 302, 303, 307, 308) or not location:
            return answer
        url, method, keeps_body = after_redirect(answer.status, method, target, location)
        sent = sent if keeps_body else None
        given = _for_next(given, target, url, keeps_body=keeps_body)
    raise Unreachable("redirects", f"the address leads on more than {MOST_REDIRECTS} times")


def _for_next(headers: dict[str, str], target: Target, url: str, *, keeps_body: bool) -> dict[str, str]:
    try:
        same = target_of(url, allowed=frozenset({target.place})).origin == target.origin
    except NotAllowed:
        same = False
    dropped = (frozenset() if same else PRIVATE_HEADERS) | (
        frozenset() if keeps_body else {"content-type", "content-length"}
    )
    return {name: value for name, value in headers.items() if name not in dropped}


def _ask(
    target: Target,
    method: str,
    headers: dict[str, str],
    body: bytes | None,
    *,
    limit: int,
    deadline: float,
    allowed: frozenset[str],
) -> Answer:
    connection = _Pinned(target, _addresses(target, deadline=deadline, allowed=allowed), deadline=deadline)
    try:
        with connection.watch():
            connection.request(
                method,
                target.path,
                body=body,
                headers={
                    "Host": target.host_header,
                    "User-Agent": AGENT,
                    "Accept-Encoding": "gzip",
                    "Connection": "close",
                    **{name.title(): value for name, value in headers.items()},
                },
            )
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            read = _body(response, found.get("content-encoding", ""), limit=limit, deadline=deadline)
        if connection.expired:
            raise Unreachable("timeout", f"{target.host} didn't answer in time")
        return Answer(target.url, response.status, found, read)
    except Unreachable:
        raise
    except ssl.SSLError as error:
        raise _late(connection, target) or Unreachable(
            "tls", f"{target.host} shows no valid certificate: {error.reason or error}"
        ) from None
    except TimeoutError:
        raise Unreachable("timeout", f"{target.host} didn't answer in time") from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise _late(connection, target) or Unreachable(
            "broken", f"the exchange with {target.host} broke off: {type(error).__name__} {error}"
        ) from None
    finally:
        connection.close()


def _late(connection: "_Pinned", target: Target) -> Unreachable | None:
    return Unreachable("timeout", f"{target.host} didn't answer in time") if connection.expired else None


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _addresses(target: Target, *, deadline: float, allowed: frozenset[str]) -> list[Any]:
    """Every address of the host, all judged: one private address among public ones bars the name."""
    found: list[Any] = []
    failed: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            found.extend(socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    # The system's resolver knows no deadline; a thread that is late is left behind and ends by itself.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(max(0.0, deadline - time.monotonic()))
    if thread.is_alive():
        raise Unreachable("timeout", f"the name {target.host} wasn't resolved in time")
    if failed or not found:
        raise Unreachable("name", f"there is no host named {target.host}")
    if target.place not in allowed:
        barred = sorted({entry[4][0] for entry in found if not may_reach(entry[4][0])})
        if barred:
            raise Unreachable("barred", f"{target.host} stands at {barred[0]}, which isn't on the public internet")
    return found


def _body(response: http.client.HTTPResponse, encoding: str, *, limit: int, deadline: float) -> bytes:
    """The body, unpacked and bounded: what unpacks to more than `limit` is refused before it fills the memory."""
    unpack = zlib.decompressobj(wbits=47) if encoding.strip().lower() in ("gzip", "x-gzip", "deflate") else None
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(CHUNK):
        _left(deadline)
        piece = unpack.decompress(chunk, limit - size + 1) if unpack else chunk
        parts.append(piece)
        size += len(piece)
        if size > limit:
            raise Unreachable("large", f"the answer is larger than {limit} bytes")
    if response.length or (unpack and parts and not unpack.eof):  # promised more than came
        raise http.client.IncompleteRead(b"", response.length or 0)
    return b"".join(parts)


class _Pinned(http.client.HTTPConnection):
    """A connection to addresses that were judged; the name is used for TLS and the Host header only."""

    def __init__(self, target: Target, addresses: list[Any], *, deadline: float) -> None:
        super().__init__(target.host, target.port)
        self.auto_open = 0  # http.client would open anew, by name, behind our back
        self.target = target
        self.addresses = addresses
        self.deadline = deadline
        self.expired = False

    def connect(self) -> None:
        last: OSError | None = None
        for tried, (family, kind, protocol, _name, address) in enumerate(self.addresses):
            opened = socket.socket(family, kind, protocol)
            try:
                # An address that swallows everything may cost only its share of the time.
                opened.settimeout(_left(self.deadline) / (len(self.addresses) - tried))
                opened.connect(address)
                opened.settimeout(_left(self.deadline))
            except OSError as error:
                opened.close()
                last = error
                continue
            self.sock = opened
            if self.target.scheme == "https":
                # The handshake runs on our own `sock`, so that the watch can cut it too.
                context = ssl.create_default_context()
                self.sock = context.wrap_socket(opened, server_hostname=self.target.host, do_handshake_on_connect=False)
                self.sock.do_handshake()
            return
        raise last or TimeoutError

    def watch(self) -> "_Watch":
        return _Watch(self)


class _Watch:
    """Cuts the line at the deadline: a server that sends one byte a second would never trip a socket's own timeout."""

    def __init__(self, connection: _Pinned) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.timer = threading.Timer(_left(self.connection.deadline), self.cut)
        self.timer.daemon = True
        self.timer.start()
        try:
            self.connection.connect()
        except BaseException:
            self.timer.cancel()
            raise

    def cut(self) -> None:
        self.connection.expired = True
        if (line := self.connection.sock) is not None:
            try:
                socket.socket.shutdown(line, socket.SHUT_RDWR)
            except OSError:
                return  # it was closed in this very moment

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
