"""Feeds, the calendar of the public agenda, sitemaps and robots.txt, printed like pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kentongan.desks.agenda.feeds import calendar
from kentongan.desks.newsroom.queries import KIND
from kentongan.faces.wire import queries
from kentongan.faces.wire.rules import feeds, sitemaps
from kentongan.ground.press.registry import Changes, Pages, printable
from kentongan.ground.units.queries import institution

ATOM, JSON, AGENDA = "umpan/siaran.xml", "umpan/siaran.json", "agenda/agenda.ics"
# Pages that stand beside the releases; machines find the rest by their links.
STANDING = ("", "siaran/", "agenda/", "dinas/", "pimpinan/", "koreksi/", "tentang/", "aksesibilitas/", "privasi/")
# What computes, and what exists only to be scanned or compared.
CLOSED = ("/kantor/", "/masuk/", "/verifikasi/", "/cari/", "/tinjau/", "/alamat/", "/berhenti/", "/kalender/", "/cek/")


@printable("wire.feeds")
def wire(as_of: datetime) -> Pages:
    """Everything that only programs read."""
    base = institution().base_url
    yield from _feeds(as_of)
    yield AGENDA, _agenda(as_of)
    parts = sitemaps.part_of(queries.last_slot(as_of) or 1)
    for part in range(1, parts + 1):
        yield from _part(part, as_of, base)
    yield from _index(parts, base)
    yield "sitemap-halaman.xml", sitemaps.part((f"{base}/{path}", None) for path in STANDING)
    yield "robots.txt", _robots(base)


@wire.changed_by(KIND)
def release_changed(version_id: int, as_of: datetime) -> Changes:
    """Both feeds, the news sitemap, and the one part in which the release stands."""
    base = institution().base_url
    yield from _feeds(as_of)
    slot = queries.slot_of(version_id)
    if slot:
        yield from _part(sitemaps.part_of(slot), as_of, base)
        yield from _index(sitemaps.part_of(queries.last_slot(as_of) or 1), base)


@wire.changed_by("beat")
def topic_changed(topic_id: int, as_of: datetime) -> Changes:
    """The feeds name the topics of what they carry."""
    yield from _feeds(as_of)


@wire.changed_by("agenda.activity")
def activity_changed(activity_id: int, as_of: datetime) -> Changes:
    """The calendar, whole."""
    yield AGENDA, _agenda(as_of)


def _feeds(as_of: datetime) -> Pages:
    house = institution()
    base = house.base_url
    entries = queries.entries(as_of, base_url=base)
    whose = feeds.House(house.site_title, house.name, f"{base}/", f"{base}/{ATOM}")
    # RFC 4287 asks for a moment even of a feed without entries; one that never changes keeps the bytes the same.
    yield ATOM, feeds.atom(whose, entries, updated=_NOTHING_YET)
    yield JSON, feeds.json_feed(replace(whose, url=f"{base}/{JSON}"), entries)
    yield "sitemap-berita.xml", sitemaps.news(house.site_title, queries.news(as_of, base_url=base))


_NOTHING_YET = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


def _agenda(as_of: datetime) -> bytes:
    return calendar(queries.activities(as_of), institution=institution(), public=True)


def _part(part: int, as_of: datetime, base: str) -> Pages:
    rows = queries.addresses(as_of, base_url=base, slots=sitemaps.slots_of(part))
    yield f"sitemap-siaran-{part}.xml", sitemaps.part(rows)


def _index(parts: int, base: str) -> Pages:
    names = ["sitemap-halaman.xml", *(f"sitemap-siaran-{part}.xml" for part in range(1, parts + 1))]
    yield "sitemap.xml", sitemaps.index(f"{base}/{name}" for name in names)


def _robots(base: str) -> bytes:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {base}/sitemap.xml"]
    return ("\n".join([*lines, f"Sitemap: {base}/sitemap-berita.xml"]) + "\n").encode()
