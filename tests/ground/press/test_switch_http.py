"""The switch by real HTTP, under Granian on loopback."""

import gzip
import http.client
import socket
import threading
import time
from datetime import UTC, datetime

import brotli
import pytest

PAGE = b"<!doctype html><title>Siaran</title><p>Bupati Tirta Kencana membuka pelatihan.</p>" * 40
PHOTO = bytes(range(256)) * 8
LARGE = b"0123456789abcdef" * (12 << 16)  # 12 MB: more than is handed over at once

SITE = {
    "index.html": PAGE,
    "siaran/1/index.html": PAGE + b"1",
    "foto/1.jpg": PHOTO,
    "foto/kosong/x.jpg": PHOTO,
    "aset/base.3f9a1c2b44d0.css": b"body { color: black }\n" * 30,
    "umpan/atom.xml": b"<feed/>" * 100,
    "daérah/index.html": PAGE,
    "besar.pdf": LARGE,
    "404.html": b"<p>Tidak ada di sini.</p>" * 30,
    "en/index.html": PAGE,
    "en/404.html": b"<p>Not here.</p>" * 30,
    "503.html": b"<p>Sedang sibuk.</p>" * 30,
}


def printed(served):
    served.store.print(SITE)
    served.ask("/baru-dicetak")  # a miss makes the worker look at once
    return served


@pytest.fixture(scope="module")
def site(serve, tmp_path_factory):
    """One server for the tests that change nothing."""
    with serve(tmp_path_factory.mktemp("site")) as served:
        yield printed(served)


@pytest.fixture
def own(serve, tmp_path):
    """A server of one test that prints, hangs or draws."""
    with serve(tmp_path) as served:
        yield printed(served)


def test_a_page_is_served_in_the_encoding_asked_for_each_with_its_own_tag(site):
    plain = site.ask("/")
    packed = {name: site.ask("/", accept_encoding=name) for name in ("br", "gzip", "gzip, deflate, br, zstd")}

    assert (plain.status, plain.body) == (200, PAGE)
    assert "content-encoding" not in plain.headers
    assert brotli.decompress(packed["br"].body) == PAGE
    assert gzip.decompress(packed["gzip"].body) == PAGE
    assert packed["gzip, deflate, br, zstd"] == packed["br"]
    assert [packed[name].headers["content-encoding"] for name in ("br", "gzip")] == ["br", "gzip"]
    answers = [plain, packed["br"], packed["gzip"]]
    assert len({answer.headers["etag"] for answer in answers}) == 3
    assert [answer.headers["content-length"] for answer in answers] == [str(len(a.body)) for a in answers]
    assert {answer.headers["vary"] for answer in answers} == {"accept-encoding"}


def test_a_copy_that_still_holds_costs_no_body(site):
    for encoding in ("identity", "br", "gzip"):
        first = site.ask("/siaran/1/", accept_encoding=encoding)
        again = site.ask("/siaran/1/", accept_encoding=encoding, if_none_match=first.headers["etag"])
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert again.headers["cache-control"] == first.headers["cache-control"]
    other = site.ask("/siaran/1/", accept_encoding="br", if_none_match=site.ask("/siaran/1/").headers["etag"])
    assert other.status == 200


def test_head_tells_what_get_would_send(site):
    for path in ("/", "/foto/1.jpg", "/besar.pdf", "/tidak-ada/"):
        head, get = site.ask(path, "HEAD"), site.ask(path)
        assert (head.status, head.body) == (get.status, b"")
        unstable = {"date"}
        assert {n: v for n, v in head.headers.items() if n not in unstable} == {
            n: v for n, v in get.headers.items() if n not in unstable
        }


def test_a_part_of_a_file_is_a_part_of_its_plain_bytes(site):
    middle = site.ask("/foto/1.jpg", range="bytes=10-19")
    assert (middle.status, middle.body) == (206, PHOTO[10:20])
    assert middle.headers["content-range"] == "bytes 10-19/2048"
    assert site.ask("/foto/1.jpg", range="bytes=-5").body == PHOTO[-5:]
    assert site.ask("/foto/1.jpg", range="bytes=2000-").body == PHOTO[2000:]
    assert site.ask("/", range="bytes=0-8", accept_encoding="br").body == PAGE[:9]
    assert site.ask("/besar.pdf", range="bytes=16-31").body == LARGE[16:32]

    beyond = site.ask("/foto/1.jpg", range="bytes=2048-")
    assert (beyond.status, beyond.headers["content-range"]) == (416, "bytes */2048")
    tag = site.ask("/foto/1.jpg").headers["etag"]
    assert site.ask("/foto/1.jpg", range="bytes=0-3", if_range=tag).status == 206
    changed = site.ask("/foto/1.jpg", range="bytes=0-3", if_range='"an older print"')
    assert (changed.status, changed.body) == (200, PHOTO)


def test_what_is_missing_gets_the_page_printed_for_it(site):
    missing = site.ask("/tidak/ada", accept_encoding="br")
    assert (missing.status, brotli.decompress(missing.body)) == (404, SITE["404.html"])
    assert "etag" not in missing.headers
    assert site.ask("/en/nothing/").body == SITE["en/404.html"]
    # No copy of the refusal counts as a copy of the page.
    assert site.ask("/404.html").status == 200
    assert site.ask("/tidak/ada", if_none_match="*").status == 404
    assert site.ask("/tidak/ada", range="bytes=0-3").body == SITE["404.html"]


@pytest.mark.parametrize(
    "path",
    [
        "/../lock",
        "/..%2flock",
        "/%2e%2e/lock",
        "/siaran/../index.html",
        "/siaran/%2e%2e/index.html",
        "//siaran/1/",
        "/./",
        "/index.html/",
        "/index.html.br",
        "/index.html.gz",
        "/foto/1.jpg%00",
        "/%ff%fe",
        "/siaran%5c1",
        "/foto/kosong/",
        "/foto/kosong",
        "/" + "a/" * 3000,
    ],
)
def test_no_path_leads_out_of_the_print_or_to_a_second_name(site, path):
    answer = site.ask(path)
    assert (answer.status, answer.body) == (404, SITE["404.html"])


def test_a_folder_without_its_slash_is_sent_on_with_its_question(site):
    answer = site.ask("/siaran/1?dari=surat")
    assert (answer.status, answer.headers["location"], answer.body) == (308, "/siaran/1/?dari=surat", b"")
    assert site.ask("/da%C3%A9rah").headers["location"] == "/da%C3%A9rah/"
    assert site.ask("/da%C3%A9rah/").body == PAGE


def test_a_page_is_only_read(site):
    answer = site.ask("/", "POST", b"a=1")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_every_answer_of_ours_carries_the_strict_headers(site):
    for answer in (site.ask("/"), site.ask("/x"), site.ask("/siaran/1"), site.ask("/", "POST", b"")):
        assert "script-src" not in answer.headers["content-security-policy"]
        assert answer.headers["content-security-policy"].startswith(
            "default-src 'self'; img-src 'self' data:; object-src"
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert site.ask("/").headers["content-type"] == "text/html; charset=utf-8"


def test_only_names_that_carry_their_hash_are_kept_for_ever(site):
    assert "immutable" in site.ask("/aset/base.3f9a1c2b44d0.css").headers["cache-control"]
    assert "immutable" not in site.ask("/").headers["cache-control"]
    assert "max-age=30" in site.ask("/umpan/atom.xml").headers["cache-control"]


def test_a_new_page_is_found_at_once_and_a_changed_one_within_half_a_second(own):
    before = own.ask("/").headers["etag"]
    own.store.print({"index.html": PAGE + b"baru", "siaran/2/index.html": b"dua"})
    flipped = time.monotonic()
    assert own.ask("/siaran/2/").body == b"dua"
    assert own.ask("/").headers["etag"] != before  # the miss made the worker look

    own.store.print({"index.html": b"lagi", "siaran/2/index.html": None})
    flipped = time.monotonic()
    while own.ask("/").body != b"lagi":
        assert time.monotonic() - flipped < 5, "the flip isn't seen"
    assert own.ask("/siaran/2/").status == 404


def test_a_print_that_gc_took_is_left_for_the_newer_one(own):
    with_page = {f"p/{n}/index.html": b"lama %d" % n for n in range(30)}
    own.store.print(with_page)
    assert own.ask("/p/0/").body == b"lama 0"
    own.store.print({path: page.replace(b"lama", b"baru") for path, page in with_page.items()})
    own.store.gc(now=datetime.now(UTC), keep=0, kept_for=None)
    assert [own.ask(f"/p/{n}/").body for n in range(1, 30)] == [b"baru %d" % n for n in range(1, 30)]


def test_before_the_first_print_readers_are_asked_to_come_back(serve, tmp_path):
    with serve(tmp_path) as served:
        answer = served.ask("/")
        assert (answer.status, answer.headers["retry-after"]) == (503, "3")
        assert served.ask("/cari/?q=a").status == 200  # the office is open: someone must be able to print


def test_what_computes_goes_to_django_and_its_like_named_neighbour_does_not(site):
    assert site.ask("/cari/?q=air%20bersih").body == b"GET /cari/ q=air+bersih "
    assert site.ask("/cari/", "POST", b"q=1").body == b"POST /cari/  q=1"
    assert site.ask("/cari").headers["location"] == "/cari/"  # Django's own redirect
    assert site.ask("/carita/").status == 404
    assert site.ask("/baris/").body == b"".join(b"%d\n" % n for n in range(1000))
    assert site.ask("/galat/").status == 500
    assert [site.ask("/galat/").status for _ in range(5)] == [500] * 5  # no slot is lost on a failure
    assert site.ask("/cari/").status == 200


def test_a_hanging_django_takes_no_printed_page_with_it(own):
    answers = []
    hanging = [threading.Thread(target=lambda: answers.append(own.ask("/tunggu/"))) for _ in range(12)]
    for each in hanging:
        each.start()
    until(lambda: len(answers) == 9)
    # Three are inside and stay there; nine were told to come back; printed pages know nothing of it.
    assert own.inside() == 3
    assert [(a.status, a.headers["retry-after"], a.body) for a in answers] == [(503, "3", SITE["503.html"])] * 9
    assert [own.ask("/").status for _ in range(50)] == [200] * 50
    assert own.ask("/cari/").status == 503
    assert own.inside() == 3

    (own.marks / "release").touch()
    for each in hanging:
        each.join()
    assert sorted(answer.status for answer in answers) == [200] * 3 + [503] * 9
    assert own.ask("/cari/").status == 200


def test_slow_readers_of_large_files_take_no_thread_that_pages_need(own):
    (own.marks / "besar.bin").write_bytes(LARGE)
    slow = [slow_reader(own, path) for path in ["/unduh/", "/besar.pdf"] for _ in range(6)]
    try:
        firsts = [connection.recv(12) for connection in slow]
        # Two are being fed; the others were told to come back, for there are two permits to stream.
        assert sorted(firsts) == [b"HTTP/1.1 200"] * 2 + [b"HTTP/1.1 503"] * 10
        assert [own.ask("/").status for _ in range(20)] == [200] * 20
        assert own.ask("/cari/").status == 200
    finally:
        for connection in slow:
            connection.close()
    # Their permits came back although they never read to the end.
    until(lambda: own.ask("/besar.pdf").body == LARGE)
    until(lambda: own.ask("/unduh/").body == LARGE)


def slow_reader(site, path: str) -> socket.socket:
    """Asks for a large file and reads nothing; a small window keeps the server from pouring it into the kernel."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", site.port))
    connection.sendall(f"GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n".encode())
    return connection


def until(holds) -> None:
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it didn't come to hold within ten seconds")


def test_a_connection_kept_open_carries_many_answers(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
    for path, status in (("/", 200), ("/x", 404), ("/siaran/1", 308), ("/cari/", 200), ("/besar.pdf", 200)) * 3:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        assert response.status == status
    for path in ("/", "/x", "/besar.pdf"):
        connection.request("HEAD", path)
        response = connection.getresponse()
        assert response.read() == b""
    connection.close()
