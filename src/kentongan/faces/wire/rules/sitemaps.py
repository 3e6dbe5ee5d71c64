"""Sitemaps (sitemaps.org) in parts that stay when a release is added, and the news sitemap of the last two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .markup import moment, node, said

# The protocol allows 50,000 addresses a file; a small part is what one more release prints anew.
PER_PART = 1_000
_OPENING = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True)
class News:
    """A release of the last two days, as the news sitemap names it."""

    url: str
    title: str
    published: datetime
    language: str


def part_of(slot: int) -> int:
    """In which part a place of the archive stands."""
    return (slot - 1) // PER_PART + 1


def slots_of(part: int) -> tuple[int, int]:
    """First and last place in a part."""
    return (part - 1) * PER_PART + 1, part * PER_PART


def index(urls: Iterable[str]) -> bytes:
    """The list of parts."""
    parts = "".join(f"<sitemap>{node('loc', url)}</sitemap>" for url in urls)
    return f"{_OPENING}<sitemapindex {_SPACE}>{parts}</sitemapindex>\n".encode()


def part(rows: Iterable[tuple[str, datetime | None]]) -> bytes:
    """Addresses with the moment of their last change."""
    urls = "".join(f"<url>{node('loc', url)}{node('lastmod', moment(at)) if at else ''}</url>" for url, at in rows)
    return f"{_OPENING}<urlset {_SPACE}>{urls}</urlset>\n".encode()


def news(name: str, rows: Iterable[News]) -> bytes:
    """What news services fetch every few minutes."""
    urls = "".join(
        f"<url>{node('loc', row.url)}<news:news><news:publication><news:name>{said(name)}</news:name>"
        f"<news:language>{said(row.language)}</news:language></news:publication>"
        f"<news:publication_date>{moment(row.published)}</news:publication_date>"
        f"<news:title>{said(row.title)}</news:title></news:news></url>"
        for row in rows
    )
    space = f'{_SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"{_OPENING}<urlset {space}>{urls}</urlset>\n".encode()
