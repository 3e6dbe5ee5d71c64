"""The switch under many threads: nobody sees half of two prints, and every permit comes back."""

import threading
import time
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count

import pytest

from kentongan.ground.press import switch as switch_module
from kentongan.ground.press.store import Store
from kentongan.ground.press.switch import AT_ONCE, HOT, HOT_BODY, Site, Switch


class Call:
    """One WSGI request, answered."""

    def __init__(self, app, path, method="GET", **headers):
        path, _, query = path.partition("?")
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
        chunks = app(environ | {f"HTTP_{name.upper()}": value for name, value in headers.items()}, self.start)
        self.body = b"".join(chunks)
        getattr(chunks, "close", int)()

    def start(self, status, headers, exc_info=None):
        self.status, self.headers = int(status.split()[0]), dict(headers)


def no_django(environ, start):
    raise AssertionError("nothing here computes")


def page(generation: int, n: int) -> bytes:
    return f"cetakan {generation} halaman {n} ".encode() * 30


def generation(number: int) -> dict[str, bytes | None]:
    """Front page and a release that only this generation and the next have; the front page names it."""
    pages = {f"p/{n}/index.html": page(number, n) for n in range(6)}
    return pages | {
        "index.html": b"%d" % number,
        f"siaran/{number}/index.html": page(number, 99),
        f"siaran/{number - 2}/index.html": None,
    }


def test_readers_during_flips_and_gc_never_see_a_mix(quick_folder):
    store = Store(quick_folder())
    store.print(generation(0))
    app = Switch(store.root, no_django)
    done, faults, read = threading.Event(), [], count()

    def read_on():
        while not done.is_set():
            front = int(Call(app, "/").body)
            named = Call(app, f"/siaran/{front}/")
            later = int(Call(app, "/").body)
            # The release that the front page names is there, unless two prints passed meanwhile.
            if later <= front + 1 and (named.status, named.body) != (200, page(front, 99)):
                faults.append((front, later, named.status))
            for n in range(6):
                answer = Call(app, f"/p/{n}/", accept_encoding="gzip" if n % 2 else "")
                if answer.headers["etag"] != f'"{sha256(answer.body).hexdigest()[:32]}"':
                    faults.append(("the tag of other bytes", n))
            next(read)

    readers = [threading.Thread(target=read_on) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for number in range(1, 40):
            store.print(generation(number))
            app.site.look()
            # No reader who came late may leave an old page under the new print.
            shown = [Call(app, f"/p/{n}/").body for n in range(6)] + [Call(app, "/").body]
            faults += [("old", number)] * (shown != [page(number, n) for n in range(6)] + [b"%d" % number])
            if number % 7 == 0:
                store.gc(now=datetime.now(UTC), keep=0, kept_for=None)
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert faults == []
    assert next(read) > 40
    assert int(Call(app, "/").body) == 39


def test_a_look_that_came_late_never_puts_an_older_print_back(store):
    store.print({"index.html": b"1"})
    reading, go_on = threading.Event(), threading.Event()

    class SlowStore(Store):
        def head(self):
            head = super().head()
            if threading.current_thread().name == "slow":
                reading.set()
                go_on.wait(10)
            return head

    site = Site(SlowStore(store.root))
    slow = threading.Thread(target=site.look, name="slow")
    slow.start()
    reading.wait(10)
    store.print({"index.html": b"2"})
    site.glance()  # someone looks already: this one doesn't wait
    quick = threading.Thread(target=site.look)
    quick.start()
    go_on.set()
    slow.join()
    quick.join()
    assert site.body(site.find("/").plain) == b"2"


class CountingStore(Store):
    """Notes each time the disk is asked."""

    asked = 0

    def head(self):
        self.asked += 1
        return super().head()

    def listing(self, folder):
        self.asked += 1
        return super().listing(folder)


def test_between_two_looks_a_request_costs_no_disk(store):
    store.print({"index.html": b"x" * 1000, "a/index.html": b"y" * 1000})
    app = Switch(store.root, no_django)
    app.site.store = CountingStore(store.root)
    first = [Call(app, path).body for path in ("/", "/a/")]
    asked = app.site.store.asked
    app.site.next_look = float("inf")
    assert [Call(app, path).body for path in ("/", "/a/") * 10] == first * 10
    assert asked > 0
    assert app.site.store.asked == asked


def test_hot_bodies_never_outgrow_their_share(store):
    pages = {f"{n}.bin": bytes([n]) * (HOT_BODY - 7) for n in range(HOT // HOT_BODY + 9)}
    store.print(pages)
    site = Site(store)
    site.look()
    for path, body in pages.items():
        assert site.body(site.find(f"/{path}").plain) == body
    assert sum(map(len, site._bodies.values())) == site._bodies_size <= HOT
    assert len(site._bodies) == HOT // HOT_BODY


class Body:
    """A streaming body that counts its closes."""

    def __init__(self, chunks, fail_at=None, fail_on_close=False):
        self.chunks, self.closed, self.fail_on_close = iter(chunks), 0, fail_on_close

    def __iter__(self):
        return self.chunks

    def close(self):
        self.closed += 1
        if self.fail_on_close:
            raise RuntimeError("closing failed")


def app_of(store, body, **permits):
    def computing(environ, start):
        start("200 OK", [("content-type", "text/plain")])
        return body() if callable(body) else body

    return Switch(store.root, computing, dynamic=["/x"], **permits)


def free(semaphore) -> int:
    return semaphore._value


def ask(app, method="GET"):
    said = []

    def start(status, headers):
        said.append(status)

    return said, app({"REQUEST_METHOD": method, "PATH_INFO": "/x/", "QUERY_STRING": ""}, start)


def test_a_small_body_frees_its_slot_before_it_is_read(store):
    body = Body([b"a", b"b"])
    app = app_of(store, body, slots=1)
    said, chunks = ask(app)
    assert (said, chunks, body.closed, free(app._slots)) == (["200 OK"], [b"ab"], 1, 1)


def test_a_large_body_is_streamed_unbuffered_and_frees_its_permits_when_closed_or_forgotten(store):
    drawn = []

    def endless():
        for n in count():
            drawn.append(n)
            yield bytes(1 << 20)

    for end in ("close", "forget"):
        drawn.clear()
        body = Body(endless())
        app = app_of(store, body, slots=1, streams=1)
        said, chunks = ask(app)
        assert said == ["200 OK"]
        assert len(drawn) == AT_ONCE // (1 << 20) + 1  # no more than what is handed over at once
        assert (free(app._slots), free(app._streams), body.closed) == (0, 0, 0)
        for _ in range(7):
            next(iter(chunks))
        assert len(drawn) == 7
        if end == "close":
            chunks.close()
            chunks.close()
        del chunks
        assert (free(app._slots), free(app._streams), body.closed) == (1, 1, 1)


def test_a_body_known_to_be_in_memory_is_never_streamed(store):
    body = Body([bytes(AT_ONCE), b"end"])
    body.streaming = False  # as Django says it
    app = app_of(store, body, slots=1, streams=1)
    _, chunks = ask(app)
    assert chunks == [bytes(AT_ONCE) + b"end"]
    assert (free(app._slots), free(app._streams), body.closed) == (1, 1, 1)


def test_whatever_fails_the_permits_come_back(store):
    def failing():
        yield b"a"
        raise RuntimeError("in the middle")

    def refusing():
        raise RuntimeError("at once")

    for body, words in (
        (lambda: Body(failing()), "in the middle"),
        (refusing, "at once"),
        (lambda: Body([b"a"], fail_on_close=True), "closing failed"),
    ):
        app = app_of(store, body, slots=1, streams=1)
        for _ in range(3):
            with pytest.raises(RuntimeError, match=words):
                ask(app)
        assert (free(app._slots), free(app._streams)) == (1, 1)


def test_who_finds_no_stream_free_is_told_before_a_byte_is_sent(store):
    app = app_of(store, lambda: Body(bytes(1 << 20) for _ in range(9)), slots=3, streams=1)
    _, first = ask(app)
    said, second = ask(app)
    assert said == ["503 Service Unavailable"]
    assert b"coba lagi" in second[0]
    assert (free(app._slots), free(app._streams)) == (2, 0)
    first.close()
    assert ask(app)[0] == ["200 OK"]


def test_only_a_few_wait_for_a_slot_and_the_rest_are_told_at_once(store, monkeypatch):
    monkeypatch.setattr(switch_module, "WAIT", 60)
    inside, go_on = threading.Semaphore(0), threading.Event()

    def hanging(environ, start):
        inside.release()
        go_on.wait(60)
        start("200 OK", [])
        return [b"done"]

    app = Switch(store.root, hanging, dynamic=["/x"], slots=2, waiting=2)
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(Call(app, "/x/").status)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(2):
        assert inside.acquire(timeout=10)
    while free(app._waiting) > 0:
        time.sleep(0.001)
    # Two are in, two wait up to a minute; the fifth hears 503 while they do.
    assert Call(app, "/x/").status == 503
    assert answers == []
    go_on.set()
    for thread in threads:
        thread.join()
    assert answers == [200] * 4
    assert (free(app._slots), free(app._waiting)) == (2, 2)


def test_a_style_asked_for_by_its_bytes_is_kept_for_ever_in_each_encoding_and_an_older_mark_is_not(tmp_path):
    store = Store(tmp_path)
    style = b"p { color: red }" * 40
    store.print({"statik/base.css": style})
    mark = sha256(style).hexdigest()[:10]
    app = Switch(store.root, no_django)
    for encoding in ("", "br"):
        kept = Call(app, f"/statik/base.css?v={mark}", accept_encoding=encoding)
        assert (kept.status, kept.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
    for path in ("/statik/base.css", "/statik/base.css?v=0123456789"):
        assert "immutable" not in Call(app, path).headers["cache-control"]
