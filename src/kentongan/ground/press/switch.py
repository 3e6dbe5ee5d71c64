"""The one WSGI callable: printed files from memory, what computes to Django, and neither waits for the other.

    granian --interface wsgi --workers 2 --blocking-threads 16 kentongan.wsgi:application

Where a thread may wait, it needs a permit, so that some threads always stay free for printed pages: `slots` for
Django, `waiting` for those who wait shortly for a slot, `streams` for bodies too large to hand over at once (Granian
draws them in the same thread, as slowly as the reader reads). Keep slots + waiting + streams below the number of
threads. Whoever finds no permit gets 503 and Retry-After. Measured: docs/decisions/.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from kentongan.ground.press.rules import answers
from kentongan.ground.press.rules.listing import LONGEST_PATH, Leaf, Listing
from kentongan.ground.press.rules.variants import is_sibling
from kentongan.ground.press.store import Store

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Start = Callable[..., Any]

# Seconds from a flip until every worker shows it; a page newer than the last look is found at once.
LOOK_EVERY = 0.5
# Seconds a request waits for a slot before 503: longer than a usual view, shorter than a reader's patience.
WAIT = 0.2
RETRY_AFTER = "3"
# Bytes of bodies kept in memory by each worker, and the largest of them (pages are 17 kB, photographs 200).
HOT, HOT_BODY = 32 << 20, 256 << 10
# Up to here a body is handed over at once and the thread is free, however slowly the reader reads.
AT_ONCE = 4 << 20
CHUNK = 256 << 10
LISTINGS = 20_000
ROUTES = 100_000


@dataclass(frozen=True, slots=True)
class Variant:
    """One encoding of a printed file: its own tag, its own bytes."""

    file: Path
    sha256: str
    size: int
    etag: str
    headers: Headers


@dataclass(frozen=True, slots=True)
class Page:
    """A printed file: as it is, and the compressed siblings by the name HTTP has for them, the smallest first."""

    plain: Variant
    packed: tuple[tuple[str, Variant], ...]

    def for_reader(self, accept_encoding: str) -> Variant:
        if self.packed and accept_encoding:
            allowed = answers.accepted(accept_encoding)
            for encoding, variant in self.packed:
                if encoding in allowed:
                    return variant
        return self.plain

    def kept_for_ever(self) -> "Page":
        """The same page under an address that names its bytes."""

        def kept(variant: Variant) -> Variant:
            others = [header for header in variant.headers if header[0] != "cache-control"]
            return replace(variant, headers=[*others, ("cache-control", answers.FOR_EVER)])

        return Page(kept(self.plain), tuple((encoding, kept(variant)) for encoding, variant in self.packed))


class Site:
    """The print as this process sees it: one snapshot at a time, shared by all threads without a lock.

    Listings and bodies are known by their hash and never go stale; routes belong to one snapshot and go with it.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.next_look = 0.0
        self._looking = threading.Lock()
        self._snapshot: tuple[str | None, dict[str, Page | str]] = (None, {})
        self._listings: dict[str, Listing] = {}
        self._bodies: dict[str, bytes] = {}
        self._bodies_size = 0
        self._bodies_lock = threading.Lock()

    def look(self) -> None:
        """See whether the link moved. One at a time, or a slow look could put an older print back."""
        with self._looking:
            self._look()

    def glance(self) -> None:
        """Look, unless someone does: nobody waits here for a sick disk."""
        if self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()

    def _look(self) -> None:
        self.next_look = time.monotonic() + LOOK_EVERY
        try:
            root = self.store.head()
        except OSError:
            return  # the print we have is better than none
        if root is not None and root != self._snapshot[0]:
            self._snapshot = (root, {})  # one assignment: a thread sees the old or the new, never both

    @property
    def empty(self) -> bool:
        """Whether nothing was printed yet."""
        return self._snapshot[0] is None

    def find(self, path: str) -> Page | str | None:
        """The page at a path, or the path with a slash where a folder's page is meant, or None."""
        root, routes = self._snapshot
        found = routes.get(path)
        if found is None and root is not None:
            found = self._walk(root, path)
            if found is not None and len(routes) < ROUTES:
                routes[path] = found
        return found

    def body(self, variant: Variant) -> bytes:
        """The whole bytes of a variant; raises FileNotFoundError when gc took it."""
        body = self._bodies.get(variant.sha256)
        if body is None:
            body = variant.file.read_bytes()
            if len(body) <= HOT_BODY:
                self._keep(variant.sha256, body)
        return body

    def _keep(self, sha256: str, body: bytes) -> None:
        with self._bodies_lock:
            if sha256 in self._bodies:
                return
            self._bodies[sha256] = body
            self._bodies_size += len(body)
            while self._bodies_size > HOT:
                oldest = next(iter(self._bodies))
                self._bodies_size -= len(self._bodies.pop(oldest))

    def _walk(self, root: str, path: str) -> Page | str | None:
        if not path.startswith("/") or len(path) > LONGEST_PATH:
            return None
        *folders, name = path[1:].split("/")
        here = root
        for folder in folders:
            entry = self._listing(here).get(folder)
            if not isinstance(entry, str):
                return None
            here = entry
        entry = self._listing(here).get(name or "index.html")
        if isinstance(entry, str):
            return f"{path}/" if isinstance(self._listing(entry).get("index.html"), Leaf) else None
        if entry is None or is_sibling(name):
            return None
        return self._page(here, name or "index.html")

    def _page(self, folder: str, name: str) -> Page:
        listing, home = self._listing(folder), self.store.home(folder)
        common: Headers = [
            ("content-type", answers.type_of(name)),
            ("cache-control", answers.cache_rule(name)),
            *answers.SECURITY,
        ]
        siblings = [("br", f"{name}.br"), ("gzip", f"{name}.gz")]
        packed = [(encoding, sibling) for encoding, sibling in siblings if is_sibling(sibling) and sibling in listing]
        if packed:
            common.append(("vary", "accept-encoding"))

        def variant(name: str, *own: tuple[str, str]) -> Variant:
            leaf = listing[name]
            assert isinstance(leaf, Leaf)
            etag = f'"{leaf.sha256[:32]}"'
            return Variant(home / name, leaf.sha256, leaf.size, etag, [*common, ("etag", etag), *own])

        return Page(
            plain=variant(name, ("accept-ranges", "bytes")),
            packed=tuple((encoding, variant(sibling, ("content-encoding", encoding))) for encoding, sibling in packed),
        )

    def _listing(self, folder: str) -> Listing:
        listing = self._listings.get(folder)
        if listing is None:
            listing = self.store.listing(folder)
            if len(self._listings) >= LISTINGS:
                self._listings = {}
            self._listings[folder] = listing
        return listing


class Switch:
    """Printed files for every path, but those under `dynamic`, which go to Django. `dynamic` names whole names."""

    def __init__(
        self,
        root: Path | str,
        django: Callable[[Environ, Start], Iterable[bytes]],
        *,
        dynamic: Iterable[str] = (),
        slots: int = 10,
        waiting: int = 2,
        streams: int = 2,
    ) -> None:
        self.site = Site(Store(root))
        self.site.look()
        self._django = django
        self._dynamic = answers.whole_names(dynamic)
        self._slots = threading.BoundedSemaphore(slots)
        self._waiting = threading.BoundedSemaphore(waiting)
        self._streams = threading.BoundedSemaphore(streams)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer one request (PEP 3333)."""
        site, path = self.site, environ["PATH_INFO"]
        if time.monotonic() > site.next_look:
            site.glance()
        if f"{path}/".startswith(self._dynamic):
            return self._compute(environ, start)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _plain(start, "405 Method Not Allowed", "Halaman ini hanya untuk dibaca.\n", ("allow", "GET, HEAD"))
        try:
            return self._show(path, environ, start)
        except FileNotFoundError:
            # Between our look and now gc took the print we knew: there is a newer one.
            site.look()
        try:
            return self._show(path, environ, start)
        except FileNotFoundError:
            return self._busy(environ, start)

    # Printed

    def _show(self, path: str, environ: Environ, start: Start) -> Iterable[bytes]:
        site = self.site
        if not path.isascii():
            try:
                path = path.encode("latin-1").decode()  # PEP 3333 hands bytes over as latin-1
            except UnicodeError:
                path = "/?"  # no printed path: parts of it are no text
        found = site.find(path)
        if found is None:
            site.look()  # a page newer than our last look
            found = site.find(path)
        if isinstance(found, str):
            query = environ.get("QUERY_STRING")
            location = quote(found) + (f"?{query}" if query else "")
            return _plain(start, "308 Permanent Redirect", "", ("location", location), ("cache-control", "max-age=60"))
        if found is not None:
            return self._send(found, environ, start)
        if site.empty:
            return self._busy(environ, start)
        return self._missing(path, environ, start)

    def _send(self, page: Page, environ: Environ, start: Start) -> Iterable[bytes]:
        if answers.names_bytes(environ.get("QUERY_STRING", ""), page.plain.sha256):
            page = page.kept_for_ever()
        variant = page.for_reader(environ.get("HTTP_ACCEPT_ENCODING", ""))
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and answers.has_it(known, variant.etag):
            start("304 Not Modified", variant.headers)
            return []
        wanted = environ.get("HTTP_RANGE")
        # A part is a part of the plain bytes; a tag in If-Range that isn't theirs asks for the whole.
        if wanted and environ.get("HTTP_IF_RANGE", page.plain.etag) == page.plain.etag:
            size = page.plain.size
            try:
                part = answers.part_of(wanted, size)
            except answers.Unsatisfiable:
                return _plain(start, "416 Range Not Satisfiable", "", ("content-range", f"bytes */{size}"))
            if part is not None:
                return self._body(page.plain, part, environ, start)
        return self._body(variant, None, environ, start)

    def _body(self, variant: Variant, part: tuple[int, int] | None, environ: Environ, start: Start) -> Iterable[bytes]:
        status, headers, (first, end) = "200 OK", variant.headers, part or (0, variant.size)
        if part is not None:
            status = "206 Partial Content"
            headers = [*headers, ("content-range", f"bytes {first}-{end - 1}/{variant.size}")]
        headers = [*headers, ("content-length", str(end - first))]
        if environ["REQUEST_METHOD"] == "HEAD":
            start(status, headers)
            return []
        if variant.size <= HOT_BODY:
            body = self.site.body(variant)
            start(status, headers)
            return [body if part is None else body[first:end]]
        file = variant.file.open("rb")
        file.seek(first)
        if end - first <= AT_ONCE:
            with file:
                body = file.read(end - first)
            start(status, headers)
            return [body]
        if not self._streams.acquire(blocking=False):
            file.close()
            return self._busy(environ, start)
        start(status, headers)
        return _Stream(_chunks(file, end - first), file.close, self._streams.release)

    def _missing(self, path: str, environ: Environ, start: Start) -> Iterable[bytes]:
        """404, by the page printed for it: `/en/404.html` for what is missing under `/en/`."""
        for candidate in (f"/{path[1:].partition('/')[0]}/404.html", "/404.html"):
            page = self.site.find(candidate)
            if isinstance(page, Page):
                return self._with_status(page, "404 Not Found", environ, start)
        return _plain(start, "404 Not Found", "Halaman ini tidak ada.\n")

    def _busy(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """503, by the printed page `/503.html` where there is one."""
        own = (("retry-after", RETRY_AFTER), ("cache-control", "no-store"))
        try:
            page = self.site.find("/503.html")
            if isinstance(page, Page):
                return self._with_status(page, "503 Service Unavailable", environ, start, *own)
        except FileNotFoundError:
            pass  # we are asked while the print moves away under us: the plain words will do
        return _plain(start, "503 Service Unavailable", "Sedang sibuk; coba lagi sebentar.\n", *own)

    def _with_status(
        self, page: Page, status: str, environ: Environ, start: Start, *own: tuple[str, str]
    ) -> Iterable[bytes]:
        """A printed page as the body of a refusal: always whole, and no copy of it counts as the page asked for."""
        variant = page.for_reader(environ.get("HTTP_ACCEPT_ENCODING", ""))
        body = self.site.body(variant)
        replaced = {"etag", "accept-ranges", *(name for name, _ in own)}
        headers = [header for header in variant.headers if header[0] not in replaced]
        start(status, [*headers, *own, ("content-length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    # Computed

    def _compute(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if not self._take_slot():
            return self._busy(environ, start)
        try:
            answer = _Recorded()
            chunks = self._django(environ, answer.start)
        except BaseException:
            self._slots.release()
            raise
        closing = (getattr(chunks, "close", lambda: None), self._slots.release)
        stream = _Stream(iter(chunks), *closing)
        try:
            ahead, ended = _read_ahead(stream, everything=getattr(chunks, "streaming", True) is False)
        except BaseException:
            stream.close()
            raise
        if ended:
            stream.close()  # the slot is free before a slow reader has read
            start(answer.status, answer.headers)
            return [b"".join(ahead)]
        if not self._streams.acquire(blocking=False):
            stream.close()
            return self._busy(environ, start)
        start(answer.status, answer.headers)
        return _Stream(_chain(ahead, stream), stream.close, self._streams.release)

    def _take_slot(self) -> bool:
        if self._slots.acquire(blocking=False):
            return True
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._slots.acquire(timeout=WAIT)
        finally:
            self._waiting.release()


class _Recorded:
    """What Django said to `start_response`; told to the server only when we know that we can send the body."""

    def __init__(self) -> None:
        self.status, self.headers = "500 Internal Server Error", list[tuple[str, str]]()

    def start(self, status: str, headers: Headers, exc_info: object = None) -> None:
        self.status, self.headers = status, headers


class _Stream:
    """A body drawn piece by piece, which gives its permits back once, when it ends, is closed or is forgotten."""

    def __init__(self, chunks: Iterator[bytes], *at_end: Callable[[], object]) -> None:
        self._chunks, self._at_end = chunks, at_end

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._chunks)

    def close(self) -> None:
        at_end, self._at_end = self._at_end, ()
        for position, each in enumerate(at_end):
            try:
                each()
            except BaseException:
                self._at_end = at_end[position + 1 :]
                self.close()  # a failing close must not keep the permit
                raise

    def __del__(self) -> None:
        self.close()


def _read_ahead(stream: _Stream, *, everything: bool) -> tuple[list[bytes], bool]:
    """The first pieces, up to what is handed over at once, and whether these were all."""
    ahead, size = [], 0
    for chunk in stream:
        ahead.append(chunk)
        size += len(chunk)
        if size > AT_ONCE and not everything:
            return ahead, False
    return ahead, True


def _chain(ahead: list[bytes], stream: _Stream) -> Iterator[bytes]:
    yield from ahead
    yield from stream


def _chunks(file: BinaryIO, left: int) -> Iterator[bytes]:
    while left > 0:
        chunk = file.read(min(CHUNK, left))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk


def _plain(start: Start, status: str, words: str, *own: tuple[str, str]) -> list[bytes]:
    body = words.encode()
    kind = [("content-type", "text/plain; charset=utf-8")] if body else []
    start(status, [*kind, *answers.SECURITY, *own, ("content-length", str(len(body)))])
    return [body]
