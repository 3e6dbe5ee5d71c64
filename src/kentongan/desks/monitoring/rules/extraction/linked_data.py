"""schema.org data in a page's JSON-LD: the article among it, read leniently and without trusting its shape."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

# A page's JSON-LD is a few kB; one of megabytes isn't worth the time and isn't an article's.
LARGEST = 2_000_000
_ARTICLE = re.compile(r"(?:News|Blog|Reportage|Liveblog|Opinion|Analysis|Review)?(?:Article|Posting)$", re.IGNORECASE)
_RAW_BREAKS = re.compile(r"[\r\n\t]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


class LinkedData:
    """What the JSON-LD of one page says of its article; every value is text or empty."""

    def __init__(self, scripts: list[str]) -> None:
        self._article: dict[str, Any] = {}
        self._crumbs: list[str] = []
        for script in scripts:
            for thing in _things(_load(script)):
                self._take(thing)

    def _take(self, thing: dict[str, Any]) -> None:
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        names = [kind for kind in kinds if isinstance(kind, str)]
        if any(_ARTICLE.search(name) for name in names) and len(thing) > len(self._article):
            self._article = thing
        if "BreadcrumbList" in names and not self._crumbs:
            self._crumbs = _crumbs(thing)

    @property
    def found(self) -> bool:
        """Whether the page describes an article."""
        return bool(self._article)

    @property
    def crumbs(self) -> list[str]:
        """Names along the breadcrumb, from the front page on."""
        return self._crumbs

    def text(self, *keys: str) -> str:
        """The first of these that is text or names something."""
        for key in keys:
            for value in _names(self._article.get(key)):
                return value
        return ""

    def texts(self, key: str) -> list[str]:
        """All names under one key."""
        return list(_names(self._article.get(key)))

    def address(self, *keys: str) -> str:
        """The first of these that is or holds an address."""
        for key in keys:
            for value in _flat(self._article.get(key)):
                if isinstance(value, str):
                    return value
                if isinstance(value, dict):
                    for inner in ("url", "@id", "contentUrl"):
                        if isinstance(value.get(inner), str):
                            return value[inner]
        return ""


def _load(script: str) -> Any:
    """The parsed script, its usual faults mended (raw breaks in text, commas too many); None where it isn't JSON."""
    if len(script) > LARGEST:
        return None
    script = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for text in (script, _TRAILING_COMMA.sub(r"\1", _RAW_BREAKS.sub(" ", script))):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of the outer two levels and of `@graph`."""
    for thing in _flat(data):
        if isinstance(thing, dict):
            yield thing
            for inner in (*_flat(thing.get("@graph")), *_flat(thing.get("mainEntity"))):
                if isinstance(inner, dict):
                    yield inner


def _flat(value: Any) -> list[Any]:
    if value is None:
        return []
    return value[:200] if isinstance(value, list) else [value]


def _names(value: Any) -> Iterator[str]:
    for item in _flat(value):
        named = item.get("name") or item.get("@value") if isinstance(item, dict) else item
        for text in _flat(named):
            if isinstance(text, str) and text.strip():
                yield unescape(text).strip()  # many systems write &#8217; into their data


def _crumbs(thing: dict[str, Any]) -> list[str]:
    names = []
    for element in _flat(thing.get("itemListElement")):
        if isinstance(element, dict):
            inner = element.get("item")
            name = element.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            if isinstance(name, str) and name.strip():
                names.append(name.strip())
    return names
