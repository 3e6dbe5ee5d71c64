"""What HTTP asks of a server of files, by the articles of RFC 9110."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.press.rules.answers import (
    CHANGING,
    FOR_EVER,
    Unsatisfiable,
    accepted,
    cache_rule,
    has_it,
    names_bytes,
    part_of,
    type_of,
    whole_names,
)


@pytest.mark.parametrize(
    ("header", "allowed"),
    [
        ("", set()),
        ("gzip, deflate, br", {"br", "gzip"}),
        ("gzip", {"gzip"}),
        ("GZIP;Q=0.5", {"gzip"}),
        ("br;q=0, gzip;q=1.0", {"gzip"}),
        ("br;q=0.000,*", {"gzip"}),
        ("*", {"br", "gzip"}),
        ("*;q=0", set()),
        ("identity", set()),
        ("brotli, xgzip, zstd", set()),
        ("br; q = 0.1", {"br"}),
        ("gzip;q=viel", set()),
        (",;,", set()),
    ],
)
def test_an_encoding_is_sent_only_to_who_accepts_it(header, allowed):
    assert accepted(header) == allowed


@pytest.mark.parametrize(
    ("header", "known"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"aa"', False), ("a", False), ('"b"', False)],
)
def test_a_copy_is_known_by_its_whole_tag(header, known):
    assert has_it(header, '"a"') is known


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-3", (0, 4)),
        ("bytes=4-", (4, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=-99", (0, 10)),
        ("bytes=2-99", (2, 10)),
        ("bytes=5-2", None),
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("items=0-3", None),
        ("bytes=a-b", None),
        ("bytes=1-" + "9" * 30, None),
    ],
)
def test_a_range_is_read_as_the_standard_says(header, part):
    assert part_of(header, 10) == part


@pytest.mark.parametrize(("header", "size"), [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=0-", 0), ("bytes=-5", 0)])
def test_a_range_outside_the_file_is_told(header, size):
    with pytest.raises(Unsatisfiable):
        part_of(header, size)


@given(st.text(alphabet="bytes=-0123456789, ", max_size=30), st.integers(0, 20))
def test_no_range_reaches_outside_the_file(header, size):
    try:
        part = part_of(header, size)
    except Unsatisfiable:
        return
    assert part is None or 0 <= part[0] < part[1] <= size


@given(st.text(max_size=50))
def test_no_header_from_outside_breaks_us(text):
    assert accepted(text) <= {"br", "gzip"}
    assert has_it(text, '"a"') in (True, False)


def test_only_a_name_that_carries_its_hash_is_kept_for_ever():
    assert cache_rule("base.3f9a1c2b44d0.css") == FOR_EVER
    assert [cache_rule(name) for name in ("index.html", "base.css", "laporan.20260302x.pdf", "a.abc.css")] == (
        [CHANGING] * 4
    )


def test_a_question_that_names_the_very_bytes_is_kept_for_ever_and_no_other():
    assert names_bytes("v=3f9a1c2b44", "3f9a1c2b44d0")
    for query in ("v=3f9a1c2b45", "v=3f9a", "", "v=", "x=3f9a1c2b44", "v=3f9a1c2b44&x=1", "v=3F9A1C2B44"):
        assert not names_bytes(query, "3f9a1c2b44d0")


def test_the_ending_tells_the_type():
    assert type_of("index.html") == "text/html; charset=utf-8"
    assert type_of("kalender.ics") == "text/calendar; charset=utf-8"
    assert type_of("berkas") == "application/octet-stream"


def test_a_prefix_takes_whole_names_only():
    taken = whole_names(("/cari", "/kantor/"))
    for path in ("/cari", "/cari/", "/cari/x", "/kantor", "/kantor/a"):
        assert f"{path}/".startswith(taken)
    for path in ("/carita", "/kantor-camat/", "/", "/x/cari", ""):
        assert not f"{path}/".startswith(taken)
