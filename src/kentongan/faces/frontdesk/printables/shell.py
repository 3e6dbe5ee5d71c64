"""The shell around every printed page, in both languages; rendering happens in here, so that no printable keeps a
language or a zone switched on while the press writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation

from kentongan.faces.frontdesk.rules import addresses
from kentongan.ground.ui.registry import Link, Site, public_links
from kentongan.ground.units.queries import institution, public_site, zone

Context = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class Shell:
    """What the pages of one print share."""

    as_of: datetime
    base_url: str
    owner: str
    here: ZoneInfo
    sites: dict[str, Site]
    kept: dict[str, dict[Any, str]]  # by language: what `{% kept %}` rendered for all pages

    def page(self, template: str, path: str, language: str, context: Context) -> bytes:
        """One page; `context` is asked in the page's language, for it may hold words."""
        with translation.override(language), timezone.override(self.here):
            given = {
                "site": self.sites[language],
                "kept": self.kept[language],
                "language": language,
                "root": addresses.address("", language),
                "canonical": f"{self.base_url}{addresses.address(path, language)}",
                "base_url": self.base_url,
                "alternate": _alternate(path, language),
                "atom": public_links.url("atom"),
                **context(language),
            }
            return f"{render_to_string(f'frontdesk/{template}', given).strip()}\n".encode()

    @property
    def today(self) -> date:
        """The print's day on the office's clock."""
        return self.as_of.astimezone(self.here).date()

    def both(self, template: str, path: str, context: Context) -> Iterator[tuple[str, bytes]]:
        """The page in both languages."""
        for language in addresses.PREFIXES:
            yield addresses.file_of(path, language), self.page(template, path, language, context)


def neither(path: str) -> Iterator[tuple[str, None]]:
    """The page in neither language: it is no more."""
    for language in addresses.PREFIXES:
        yield addresses.file_of(path, language), None


def shell(as_of: datetime) -> Shell:
    """The shell of a print."""
    sites = {}
    for language in addresses.PREFIXES:
        with translation.override(language):
            sites[language] = public_site(language=language)
    house = institution()
    return Shell(as_of, house.base_url, house.name, zone(), sites, {language: {} for language in sites})


def _alternate(path: str, language: str) -> Link:
    second = addresses.other(language)
    named = {"id": "Bahasa Indonesia", "en": "English"}[second]
    return Link(named, addresses.address(path, second), lang=second)
