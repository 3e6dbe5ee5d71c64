"""Text becomes a tree, whatever was done to its markup: no depth, no tag and no nesting costs more than its length."""

import re

from lxml import etree

from kentongan.desks.monitoring.rules.extraction.names import words
from kentongan.desks.monitoring.rules.extraction.page import NotAPage

# libxml2 stops reading at 256 open elements. A page that reaches them is flattened to this many containers (a table
# takes three levels each), so that nothing after a bomb is lost; real pages are at most 38 deep.
DEEPEST = 60
_CONTAINERS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]{0,4000}>")
_FORMATTING = words("b big code em font i nobr s small span strike strong tt u ins del mark label abbr cite q")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_KEPT_IN_A_BOMB = words("html head body title script style p br h1 h2 h3 a meta link li tr td")

# The parser looks every attribute of a tag up among those before it: 100,000 in one tag take 13 s. Such a run has no
# tag in a long stretch, so ordinary pages skip the costlier search.
LONG_STRETCH = 20_000
_ATTRIBUTE_RUN = re.compile(
    r"(<[a-zA-Z][^\s<>/\"']{0,40}+)"
    r"(?:[\s/]++[^\s=<>\"'/]++(?:\s{0,9}+=\s{0,9}+(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'|[^\s\"'<>]++))?+){300,}+"
)

_SWALLOWS = re.compile(r"<(script|style|title|textarea|iframe|noscript|noframes|xmp)\b[^<>]{0,2000}>", re.IGNORECASE)
_CLOSES = re.compile(r"</(script|style|title|textarea|iframe|noscript|noframes|xmp)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:/?(?:div|p|body|head|table|section|article|ul|h[1-6])\b|meta\b|link\b|script\b)", re.IGNORECASE
)
# `lines.py` marks breaks and links with these; where a page itself holds them they become spaces.
_MARKS = (b"\x01", b"\x02", b"\x03")


def parse(text: str) -> etree._Element:
    """The root element of the page.

    Raises:
        NotAPage: nothing in the text becomes an element.
    """
    if _has_long_stretch(text):
        text = _ATTRIBUTE_RUN.sub(r"\1", text)
    root, cut = _parse(text)
    if cut:
        root, _ = _parse(flatten(text))
    if root is None:
        raise NotAPage("Nothing in it can be read as HTML.")
    return root


def close_what_swallows(text: str) -> str:
    """The page with every script, style, title or frame that lost its end closed before the next markup.

    By the standard such an element swallows the rest of the page; where nothing was found, that is what happened.
    """
    pieces, at = [], 0
    for found in _SWALLOWS.finditer(text):
        if found.start() < at:
            continue
        again = _SWALLOWS.search(text, found.end())
        end = _CLOSES.search(text, found.end(), again.start() if again else len(text))
        if end and end[1].lower() == found[1].lower():
            pieces.append(text[at : end.end()])
            at = end.end()
            continue
        markup = _MARKUP.search(text, found.end())
        at_next = markup.start() if markup else len(text)
        pieces += [text[at:at_next], f"</{found[1]}>"]
        at = at_next
    return "".join([*pieces, text[at:]])


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether the parser stopped early because the page is nested too deep."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    data = text.encode("utf-8", "replace")
    for mark in _MARKS:
        if mark in data:
            data = data.replace(mark, b" ")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, any("depth" in entry.message for entry in parser.error_log)
    return root, any("depth" in entry.message for entry in parser.error_log)


def _has_long_stretch(text: str) -> bool:
    """Whether some `LONG_STRETCH` letters hold no tag: then an aligned half of it holds none either."""
    half = LONG_STRETCH // 2
    return any(text.find("<", at, at + half) < 0 for at in range(0, len(text) - half, half))


def flatten(text: str) -> str:
    """The page without formatting tags and without the containers nested deeper than `DEEPEST`; one pass."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        name = match[2].lower()
        if name in _FORMATTING:
            return ""
        if name in _VOID or name in _KEPT_IN_A_BOMB:
            return match[0]
        if match[1]:
            depth = max(0, depth - 1)
            return match[0] if depth < DEEPEST else " "
        depth += 1
        return match[0] if depth <= DEEPEST else " "

    return _CONTAINERS.sub(keep, text)
