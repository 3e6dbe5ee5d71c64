"""Atom (RFC 4287) and JSON Feed 1.1 of the newest releases."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from .markup import moment, node


@dataclass(frozen=True)
class House:
    """Whose feed it is, and where it and the site are."""

    name: str
    owner: str
    home: str
    url: str
    language: str = "id"


@dataclass(frozen=True)
class Entry:
    """One release: the version in force under the address that always shows it. `html` is whole and escaped."""

    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    number: str
    version: int
    language: str
    topics: tuple[str, ...] = ()
    withdrawn: str = ""

    @property
    def heading(self) -> str:
        """A reader of feeds sees the headline alone: what no longer holds must say so there."""
        return f"[Ditarik] {self.title}" if self.withdrawn else self.title


def atom(house: House, entries: Sequence[Entry], *, updated: datetime) -> bytes:
    """The feed; `updated` stands where there is no entry yet."""
    feed = [
        node("id", house.url),
        node("title", house.name),
        node("link", rel="self", type="application/atom+xml", href=house.url),
        node("link", rel="alternate", type="text/html", href=house.home),
        node("updated", moment(max((each.updated for each in entries), default=updated))),
        f"<author>{node('name', house.owner)}</author>",
        *(_atom_entry(each) for each in entries),
    ]
    opening = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{house.language}">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{opening}{"".join(feed)}</feed>\n'.encode()


def _atom_entry(entry: Entry) -> str:
    parts = [
        node("id", entry.url),
        node("title", entry.heading),
        node("link", rel="alternate", type="text/html", href=entry.url),
        node("published", moment(entry.published)),
        node("updated", moment(entry.updated)),
        node("summary", entry.withdrawn or entry.summary),
        *(node("category", term=topic) for topic in entry.topics),
        node("content", entry.html, type="html"),
    ]
    return f'<entry xml:lang="{entry.language}">{"".join(parts)}</entry>'


def json_feed(house: House, entries: Sequence[Entry]) -> bytes:
    """JSON Feed 1.1; number, version and withdrawal stand in `_kentongan`, as the format asks of extensions."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": house.name,
        "home_page_url": house.home,
        "feed_url": house.url,
        "language": house.language,
        "authors": [{"name": house.owner, "url": house.home}],
        "items": [_json_item(each) for each in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.heading,
        "summary": entry.withdrawn or entry.summary,
        "content_html": entry.html,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "language": entry.language,
        "_kentongan": {"number": entry.number, "version": entry.version, "withdrawn": bool(entry.withdrawn)},
    }
    return item | ({"tags": list(entry.topics)} if entry.topics else {})
