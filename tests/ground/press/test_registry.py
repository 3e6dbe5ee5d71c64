"""Printables register their pages; the press runs them in one order and lets no two tell the same path."""

from datetime import UTC, datetime

import pytest

from kentongan.ground.press import registry
from kentongan.ground.press.registry import Printable, everything, hears_of, pages_for, printable
from kentongan.ground.press.rules.listing import Unprintable

NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def printables(monkeypatch):
    """An empty registry, put back afterwards."""
    monkeypatch.setattr(registry, "_printables", {})


def part(name: str, *paths: str) -> Printable:
    @printable(name)
    def pages(as_of):
        for path in paths:
            yield path, f"{name} {path} {as_of:%H}".encode()

    return pages


def test_a_full_print_holds_every_part_in_the_order_of_the_names():
    part("wire.feeds", "umpan/atom.xml")
    part("newsroom.releases", "siaran/1/index.html", "siaran/2/index.html")

    assert list(everything(NOON)) == [
        ("siaran/1/index.html", b"newsroom.releases siaran/1/index.html 05"),
        ("siaran/2/index.html", b"newsroom.releases siaran/2/index.html 05"),
        ("umpan/atom.xml", b"wire.feeds umpan/atom.xml 05"),
    ]


def test_one_changed_thing_is_told_by_every_part_that_hears_of_its_kind():
    page, feed, unit = part("newsroom.releases"), part("wire.feeds"), part("units.about")

    @page.changed_by("version", "withdrawal")
    def release(version_id, as_of):
        yield f"siaran/{version_id}/index.html", None

    @feed.changed_by("version")
    def feeds(version_id, as_of):
        yield "umpan/atom.xml", b"<feed/>"

    @unit.changed_by("unit")
    def about(version_id, as_of):
        yield "tentang/index.html", b"leak"

    assert list(pages_for("version", 7, NOON)) == [("siaran/7/index.html", None), ("umpan/atom.xml", b"<feed/>")]
    assert list(pages_for("withdrawal", 7, NOON)) == [("siaran/7/index.html", None)]
    assert hears_of("unit")
    assert not hears_of("letter")


def test_two_parts_that_tell_the_same_path_are_refused_by_name():
    part("frontdesk.home", "index.html")
    newsroom = part("newsroom.releases", "index.html")
    with pytest.raises(Unprintable, match=r"'index.html' is printed twice, by frontdesk.home and newsroom.releases"):
        list(everything(NOON))

    wire = part("wire.feeds")
    for each in (newsroom, wire):

        @each.changed_by("version")
        def pages(version_id, as_of):
            yield "index.html", b""

    with pytest.raises(Unprintable, match=r"'index.html' is printed twice, by newsroom.releases and wire.feeds"):
        list(pages_for("version", 1, NOON))


def pages_of_one(version_id, as_of):
    yield from ()


def test_a_name_or_a_kind_is_given_once():
    newsroom = part("newsroom.releases")
    with pytest.raises(ValueError, match=r"a printable 'newsroom.releases' already"):
        part("newsroom.releases")
    newsroom.changed_by("version")(pages_of_one)
    with pytest.raises(ValueError, match="hears of 'version' already"):
        newsroom.changed_by("version")(pages_of_one)
