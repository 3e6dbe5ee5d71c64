"""Addresses: absolute, without trackers, and which links lead to the rest of the same article."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from kentongan.desks.monitoring.rules.extraction.names import words

_TRACKERS = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|_ga|ref|source|from|amp|outputType)$", re.IGNORECASE
)
_NEXT_WORDS = re.compile(
    r"^\W{0,3}(?:(?:halaman|laman|hal|page)\s*)?(?:selanjutnya|berikutnya|berikut|next(?:\s+page)?|lanjut(?:kan)?|"
    r"\d{1,2}|»|›|>{1,2})\W{0,3}$|^\W{0,3}(?:halaman|laman|page)\s+(?:selanjutnya|berikutnya|\d{1,2})\b",
    re.IGNORECASE,
)
_ALL_WORDS = re.compile(
    r"(?:tampilkan|lihat|baca|show|view|read|muat)\s+(?:semua|seluruh(?:nya)?|all|full)|semua\s+halaman|single\s+page|selengkapnya",
    re.IGNORECASE,
)
_ALL = "all"
_PAGE_KEYS = words("page hal halaman pg paged pages single singlepage showpage")
_LAST_PATH_NUMBER = re.compile(r"^(?:(?:page|hal|halaman)[-_/]?)?(\d{1,2}|all)$", re.IGNORECASE)
_LAST_DASHED = re.compile(r"[-_](?:page|hal|halaman)[-_]?(\d{1,2}|all)(?=\.\w{2,5}$|$)", re.IGNORECASE)
# `/berita/12` and `/berita/13` are two articles: a bare number is a page's only behind an article's name or `/page`.
_SLUG = re.compile(r"-.+-|\.s?html?$|\d{5}|^(?:page|hal|halaman)$", re.IGNORECASE)
# No article met is longer than 30 pages; a higher number is an archive's.
MOST_PAGES = 40


def absolute(address: str, base: str | None) -> str:
    """An http(s) address joined to its page's; empty for all else (`javascript:`, `data:`, relative without base)."""
    address = "".join(address.split())[:2000]
    if not address:
        return ""
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        return urlunsplit(parts)
    except ValueError:
        return ""


def clean(address: str) -> str:
    """Without fragment and trackers; what is left in the query keeps its order."""
    if "#" not in address and "?" not in address:
        return address
    parts = urlsplit(address)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKERS.match(k)])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def article_key(address: str) -> str:
    """The same for every page of one article: host without `www.` or `m.`, path and query without page numbers."""
    return _split_page(address)[0]


def page_number(address: str) -> str:
    """Which page of its article an address shows: "1", "2", … or "all"."""
    return _split_page(address)[1]


def _split_page(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return address, "1"
    number, rest = "1", []
    for key, value in pairs:
        if key.lower() in _PAGE_KEYS and (value.isdigit() or value.lower() in (_ALL, "true")):
            number = (
                _ALL if value.lower() in (_ALL, "true") or key.lower().startswith("single") else str(int(value[:4]))
            )
        elif not _TRACKERS.match(key):
            rest.append((key, value))
    steps = [step for step in parts.path.split("/") if step]
    if len(steps) > 1 and _LAST_PATH_NUMBER.match(steps[-1]) and _SLUG.search(steps[-2]):
        number = _LAST_PATH_NUMBER.match(steps.pop())[1].lower()  # type: ignore[index]
        if steps[-1].lower() in ("page", "hal", "halaman"):
            steps.pop()
    elif steps and _LAST_DASHED.search(steps[-1]):
        number = _LAST_DASHED.search(steps[-1])[1].lower()  # type: ignore[index]
        steps[-1] = _LAST_DASHED.sub("", steps[-1])
    host = re.sub(r"^(?:www|m|amp|mobile)\.", "", (parts.hostname or ""))
    key = f"{host}/{'/'.join(steps)}"
    return f"{key}?{urlencode(rest)}" if rest else key, number


def next_pages(links: list[tuple[str, str, str]], own: str | None) -> tuple[str, ...]:
    """Addresses of the same article's other pages: the one that shows all first, then the later ones in order.

    `links` are (address as written, text, rel). A link belongs to the article when its address differs from the
    page's own in the page number alone; without an own address the words of the link must say so.
    """
    key, here = _split_page(own) if own else ("", "1")
    found: dict[str, str] = {}
    seen: set[str] = set()
    slug = key.partition("?")[0].rpartition("/")[2].partition(".")[0]
    for address, text, rel in links:
        if own and (address in seen or (slug not in address and address[0] != "?")):
            continue
        seen.add(address)
        target = absolute(address, own)
        if not target and not own and (rel == "next" or _NEXT_WORDS.match(text) or _ALL_WORDS.search(text)):
            target = "".join(address.split())[:2000]
            if target.startswith(("#", "javascript:", "mailto:", "tel:")):
                target = ""
        if not target:
            continue
        other, number = _split_page(target)
        if own and other != key:
            continue
        if not own and not (rel == "next" or number != "1"):
            continue
        if number != here and number not in ("0", "1") and _later(number, here):
            found.setdefault(number, clean(target))
    order = sorted(found, key=lambda number: -1 if number == _ALL else int(number))
    return tuple(found[number] for number in order)


def _later(number: str, here: str) -> bool:
    if here == _ALL:
        return False
    return number == _ALL or int(here) < int(number) <= MOST_PAGES
