"""What a page says of itself beside its text: title, moment, authors, section, outlet, picture, addresses."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from kentongan.desks.monitoring.rules.extraction import moments, phrases
from kentongan.desks.monitoring.rules.extraction.lines import Line, Reader
from kentongan.desks.monitoring.rules.extraction.linked_data import LinkedData
from kentongan.desks.monitoring.rules.extraction.paging import absolute, clean, next_pages

_SEPARATED = re.compile(r"\s+[-–—|:»·•~]{1,2}\s+|\s*\|\s*")
_PUBLISHED_NAMES = tuple(
    """
    article:published_time datepublished date.published publishdate publish-date pubdate publish_date
    published_time og:published_time content_publisheddate dtk:publishdate cxenseparse:recs:publishtime
    sailthru.date parsely-pub-date dc.date.issued dcterms.created dc.date dcterms.date article:published
    originalpublicationdate date
    """.split()  # noqa: SIM905 - in this order
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "content_author",
    "dtk:author",
    "parsely-author",
    "byl",
)
_SECTION_NAMES = ("article:section", "section", "content_category", "dtk:namakanal", "parsely-section", "category")
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@|\.(?:com|co\.id|id|net|org)\b|^(?:admin(?:istrator)?|redaksi|editor|tim\b.*|redaktur|webmaster|unknown|"
    r"anonym\w*|user|author|by|oleh|penulis)$|^(?:kontributor|koresponden|wartawan|reporter|pewarta|humas|prokopim|protokol|diskominfo|"
    r"kominfo|ppid|dinas|biro|bagian)\b|\b(?:PT|Tbk|Media|News|Cyber|Online|Newsroom)\b",
    re.IGNORECASE,
)
# A comma before a degree parts no names.
_LINKS = frozenset({"canonical", "next", "image_src"})
_PAGE_IN_TITLE = re.compile(
    r"\s*[-–|(]?\s*\b(?:halaman|page|hal\.?)\s+(?:\d{1,2}|all|semua)\)?(?=\s*(?:[-–|]|$))", re.IGNORECASE
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+")
_BETWEEN_NAMES = re.compile(
    r"\s*(?:[;/|&+]|\bdan\b|\band\b|\s-\s|,(?!\s*(?:[SMABD]\.|Ph\.?D|S[HE]\b|M[MHTA]\b)))\s*", re.IGNORECASE
)
_FROM_DATE_ON = re.compile(r"\W*(?:\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b\W|\d{1,2}[/ -])", re.IGNORECASE)
_HOME = re.compile(r"^(?:home|beranda|depan|index|news|berita|read|www|m|amp|artikel|article)$", re.IGNORECASE)


@dataclass
class About:
    """The page's own words about its article; empty where it has none."""

    title: str = ""
    lead: str = ""
    published: datetime | None = None
    declared_authors: list[str] = field(default_factory=list)
    section: str = ""
    outlet: str = ""
    image: str = ""
    canonical: str = ""
    next_pages: tuple[str, ...] = ()
    body: str = ""
    described: bool = False  # the page has JSON-LD for an article
    reasons: list[str] = field(default_factory=list)


class Head:
    """The declarations of one page: meta and link elements, JSON-LD, and the few visible elements that matter."""

    def __init__(self, root: etree._Element, reader: Reader) -> None:
        self.metas: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.linked_authors: list[str] = []
        self.headings: list[str] = []
        self.dates: list[str] = []
        self.stamps: list[str] = []
        self.bylines: list[str] = []
        self.title = ""
        scripts: list[str] = []
        for element in root.iter("meta", "link", "title", "script", "h1"):
            self._note(element, scripts)
        self.linked = LinkedData(scripts)
        for element in reader.noted:
            self._note_property(element)

    def _note(self, element: etree._Element, scripts: list[str]) -> None:
        tag = element.tag
        if tag == "meta":
            key = element.get("property") or element.get("name") or element.get("itemprop")
            value = element.get("content")
            if key and value and value.strip():
                self.metas.setdefault(key.strip().lower(), " ".join(value.split()))
        elif tag == "link":
            rel = element.get("rel", "").lower()
            if rel in _LINKS:
                self.links.setdefault(rel, element.get("href", ""))
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "title":
            self.title = self.title or _text(element)
        elif tag == "h1":
            self.headings.append(_text(element)[:400])

    def _note_property(self, element: etree._Element) -> None:
        prop = element.get("itemprop", "").lower()
        if prop == "datepublished":
            self.stamps.insert(0, element.get("content") or element.get("datetime") or _text(element)[:100])
        elif prop in ("author", "creator"):
            self.bylines.append(element.get("content") or _text(element)[:160])
        elif prop == "headline" and element.tag not in ("meta", "h1"):
            self.headings.insert(0, _text(element)[:400])
        elif element.tag == "time":
            self.stamps.append(element.get("datetime", ""))
            self.dates.append(_text(element)[:200])
        if element.get("rel") == "author":
            self.linked_authors.append(_text(element)[:160])

    def meta(self, *names: str) -> str:
        """The first of these that the page declares."""
        for name in names:
            if self.metas.get(name):
                return self.metas[name]
        return ""


def about(root: etree._Element, reader: Reader, url: str | None) -> About:
    """Everything but the text; dates and bylines are looked for in the page's lines when nothing declares them."""
    head, lines = Head(root, reader), reader.lines
    found = About(described=head.linked.found)
    base = url or absolute(head.links.get("canonical", "") or head.meta("og:url"), None) or None
    found.canonical = _canonical(head, url)
    found.outlet = _outlet(head, found.canonical or url or "")
    found.title = _title(head, found)
    found.lead = head.meta("og:description", "description", "twitter:description") or head.linked.text("description")
    found.section = _section(head, found)
    found.image = _image(head, base)
    found.body = head.linked.text("articleBody")
    found.next_pages = next_pages(_with_rel_next(head, reader), url or found.canonical)
    stamps = [head.linked.text("datePublished"), *(head.metas.get(name, "") for name in _PUBLISHED_NAMES)]
    shown = _shown_dates(head, lines, found.title)
    # A bare <time> may be another article's: the first alone counts, after what is declared.
    stamps += head.stamps[:1]
    found.published, why = moments.settle([stamp for stamp in stamps if stamp], shown, found.canonical or url or "")
    found.reasons += why
    found.declared_authors = declared_authors(head) or _shown_bylines(lines, found.title)
    return found


def authors(head_names: list[str], bylines: list[str], outlet: str) -> tuple[str, ...]:
    """Names of people who wrote it, in order, once each; outlets, addresses and desks ("Redaksi") are no people."""
    names: dict[str, str] = {}
    for text in [*head_names, *bylines]:
        text = text[:600]  # noqa: PLW2901
        text = phrases.REPORT_BY.sub("", text)  # noqa: PLW2901
        byline = phrases.byline(text)
        if byline:
            role = " ".join(byline["role"].lower().split())
            if role not in phrases.WRITES and role not in phrases.WRITES_PHRASES:
                continue
            text = re.split(r"\W(?:editor|redaktur|red)\b", byline["names"], maxsplit=1, flags=re.IGNORECASE)[0]  # noqa: PLW2901
        if "://" in text:
            continue
        text = _FROM_DATE_ON.split(text)[0]  # noqa: PLW2901
        for name in _BETWEEN_NAMES.split(text):
            name = re.sub(r"\s*\(.*?\)|^\W+|[^\w.]+$", "", " ".join(name.split()))  # noqa: PLW2901
            if (
                3 <= len(name) <= 60
                and len(name.split()) <= 6
                and not _NO_AUTHOR.search(name)
                and not _SLUG.fullmatch(name)
                and not any(map(str.isdigit, name))
                and name.casefold() not in outlet.casefold()
            ):
                names.setdefault(name.casefold(), name)
    return tuple(names.values())[:6]


def declared_authors(head: Head) -> list[str]:
    """Names as the page declares them, best source first; the first source that gives a name wins."""
    sources = [
        head.linked.texts("author") or head.linked.texts("creator"),
        [head.metas[name] for name in _AUTHOR_NAMES if name in head.metas],
        head.bylines,
        head.linked_authors[:5],
    ]
    return next((names for names in sources if authors(names, [], "")), [])


def _title(head: Head, found: About) -> str:
    """The headline: a heading that the page's title repeats, else the declared one without the outlet's name."""
    declared = [head.linked.text("headline"), head.meta("og:title", "twitter:title", "dc.title"), head.title]
    everywhere = " ".join(declared).casefold()
    for heading in head.headings:
        if len(heading) >= 12 and " ".join(heading.split()).casefold() in everywhere:
            return heading
    for title in declared:
        if title:
            return without_outlet(title, found.outlet)
    return max(head.headings, key=len, default="")


def without_outlet(title: str, outlet: str) -> str:
    """A title without the " - Outlet" or " | Outlet" that pages and search engines add to it."""
    title = _PAGE_IN_TITLE.sub("", " ".join(title.split()))
    if outlet and title.casefold().startswith(f"{outlet.casefold()}:"):
        title = title[len(outlet) + 1 :].strip()
    parts = _SEPARATED.split(title)
    if len(parts) < 2:
        return title
    longest = max(parts, key=len)
    words = {word for word in re.findall(r"\w{3,}", outlet.casefold()) if word not in ("com", "www")}
    kept = [
        part for part in parts if not (words and words & set(re.findall(r"\w{3,}", part.casefold())) and len(part) < 40)
    ]
    if kept and kept != parts and len(kept) < len(parts):
        start = title.find(kept[0])
        end = title.rfind(kept[-1]) + len(kept[-1])
        return title[start:end].strip()
    return longest.strip() if len(longest) >= 0.6 * len(title) else title


def _outlet(head: Head, address: str) -> str:
    named = head.meta("og:site_name", "application-name", "cre", "publisher") or head.linked.text("publisher")
    if named:
        return named
    host = urlsplit(address).hostname or ""
    if host:
        return re.sub(r"^(?:www|m|amp)\.", "", host)
    # "Title - Outlet" or "Outlet | Title": the short end that no heading repeats.
    parts = _SEPARATED.split(head.title)
    heading = " ".join(head.headings).casefold()
    for part in sorted((parts[-1], parts[0]), key=len)[:1] if len(parts) > 1 else ():
        if len(part) <= min(40, 0.7 * len(max(parts, key=len))) and part.casefold() not in heading:
            return part.strip()
    return head.meta("copyright")[:60]


def _section(head: Head, found: About) -> str:
    named = head.linked.text("articleSection") or head.meta(*_SECTION_NAMES)
    if named and not named.startswith("http"):
        return named.split(",")[0].strip()[:80]
    for crumb in reversed(head.linked.crumbs):
        if not _HOME.match(crumb) and crumb.casefold() not in found.title.casefold() and len(crumb) < 40:
            return crumb
    parts = urlsplit(found.canonical)
    host = (parts.hostname or "").split(".")
    if (len(host) >= 3 and not _HOME.match(host[0]) and host[-2:] != ["co", "id"]) or (
        len(host) >= 4 and not _HOME.match(host[0])
    ):
        return host[0]
    steps = [step for step in parts.path.split("/") if step]
    if len(steps) >= 2 and re.fullmatch(r"[a-z][a-z-]{2,24}", steps[0]) and not _HOME.match(steps[0]):
        return steps[0]
    return ""


def _canonical(head: Head, url: str | None) -> str:
    for address in (
        head.links.get("canonical"),
        head.meta("og:url"),
        head.linked.address("mainEntityOfPage", "url"),
        url,
    ):
        found = absolute(address or "", url)
        # A canonical that names the front page is a fault of the template and would join all articles into one.
        if found and urlsplit(found).path.strip("/"):
            return clean(found)
    return clean(absolute(url or "", None))


def _image(head: Head, base: str | None) -> str:
    for address in (
        head.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
        head.linked.address("image", "thumbnailUrl"),
        head.links.get("image_src", ""),
    ):
        found = absolute(address, base)
        if found:
            return found
    return ""


def _with_rel_next(head: Head, reader: Reader) -> list[tuple[str, str, str]]:
    following = head.links.get("next")
    return [*([(following, "", "next")] if following else []), *reader.anchors]


def _shown_dates(head: Head, lines: list[Line], title: str) -> list[str]:
    """Lines that show a date, the ones nearest the headline first."""
    at = next((number for number, line in enumerate(lines) if title and line.text == title), 0)
    near = lines[at : at + 25] + lines[max(0, at - 6) : at]
    return head.dates[:1] + [line.text for line in near if len(line.text) < 160 and any(map(str.isdigit, line.text))]


def _shown_bylines(lines: list[Line], title: str) -> list[str]:
    """Lines under the headline that read "Penulis: …" or "Oleh …"."""
    at = next((number for number, line in enumerate(lines) if title and line.text == title), 0)
    return [line.text for line in lines[at : at + 25] if len(line.text) < 120 and phrases.signs(line.text)]


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
