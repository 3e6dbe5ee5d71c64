"""The whole way from a page's bytes to its article, and several pages of one article joined."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from kentongan.desks.monitoring.rules.extraction import metadata, second_opinion
from kentongan.desks.monitoring.rules.extraction.body import USUAL, Body, Weights, choose
from kentongan.desks.monitoring.rules.extraction.decoding import decode
from kentongan.desks.monitoring.rules.extraction.lines import Reader
from kentongan.desks.monitoring.rules.extraction.metadata import About
from kentongan.desks.monitoring.rules.extraction.page import Extracted, NotAPage
from kentongan.desks.monitoring.rules.extraction.paging import article_key, page_number
from kentongan.desks.monitoring.rules.extraction.tree import close_what_swallows, flatten, parse

# Below this the other extractors are asked, and a person should look.
UNSURE = 0.5
# Control characters (a terminal obeys them), zero-width and direction marks, soft hyphens: invisible on the page and a
# trap for every later comparison.
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# The shortest real article of the Indonesian pages at hand has 96 words, a flash ("Gempa M 5,1 …") about 35.
SHORT = 200


def extract(html: bytes, *, url: str | None = None, weights: Weights = USUAL) -> Extracted:
    """The article of one page; `url` is where the page was fetched, it makes relative addresses absolute.

    A page without an article gives empty paragraphs and a confidence near 0, with the reasons. Work is linear in the
    page's length up to 64 MB, whatever its markup.

    Raises:
        NotAPage: what was given is no HTML page.
    """
    text, charset = decode(html)
    about, body = _read(text, url, weights)
    if not body.paragraphs and "<script" in text.lower():
        about, body = _read(close_what_swallows(text), url, weights)
    confidence, reasons = judge(body, about)
    paragraphs = body.paragraphs
    if confidence < UNSURE or about.body:
        paragraphs, confidence = _reconsidered(text, body, about, confidence, reasons)
    if charset != "utf-8":
        reasons.append(f"the page was read as {charset}")
    authors = metadata.authors(about.declared_authors, body.bylines, about.outlet)
    return Extracted(
        title=_plain(about.title),
        paragraphs=tuple(filter(None, map(_plain, paragraphs))),
        published=about.published,
        authors=tuple(map(_plain, authors)),
        section=_plain(about.section),
        outlet=_plain(about.outlet),
        image=about.image,
        canonical_url=about.canonical,
        next_pages=about.next_pages,
        confidence=round(confidence, 2),
        reasons=(*reasons, *about.reasons),
    )


def _read(text: str, url: str | None, weights: Weights) -> tuple[About, Body]:
    root = parse(text)
    reader = Reader()
    try:
        reader.read(root)
    except RecursionError:  # up to 256 levels of three calls, on top of whatever stack called us
        root = parse(flatten(text))
        reader = Reader()
        reader.read(root)
    about = metadata.about(root, reader, url)
    return about, choose(reader.blocks, reader.lines, title=about.title, lead=about.lead, weights=weights)


def _reconsidered(
    text: str, body: Body, about: About, confidence: float, reasons: list[str]
) -> tuple[list[str], float]:
    """The text after what the page's own data and the other extractors say; adds to `reasons` why it changed."""
    more = second_opinion.plain(about.body)
    if second_opinion.holds_more(more, body.paragraphs):
        reasons.append("the page's own data holds more of the text than its markup shows; that was taken")
        return more, confidence
    opinion = second_opinion.ask(text, body.paragraphs, about.body) if confidence < UNSURE else None
    if not opinion:
        return body.paragraphs, confidence
    paragraphs, whose = opinion
    reasons.append(f"our own rules were unsure; the text is that of {whose}, on which most agree")
    return paragraphs, max(confidence, min(UNSURE, confidence + 0.2))


def judge(body: Body, about: About) -> tuple[float, list[str]]:
    """How sure the own rules are, 0 to 1, and why; each doubt is a sentence."""
    if not body.paragraphs:
        return 0.0, ["no text that reads as an article was found"]
    sure, reasons = 1.0, []
    if body.prose < SHORT:
        sure -= 0.4
        reasons.append(f"the text is short ({body.prose} letters of prose)")
    share = body.prose / max(1, body.prose_all)
    if share < 0.4:
        sure -= 0.35 if share > 0.15 else 0.6
        reasons.append(f"only {share:.0%} of the page's prose lies in the chosen block")
    if body.purity < 0.4:
        sure -= 0.25
        reasons.append(f"{1 - body.purity:.0%} of the chosen block is something else")
    if not body.named:
        sure -= 0.1
        reasons.append("no block of the page calls itself the article")
    if not about.title:
        sure -= 0.2
        reasons.append("no title was found")
    if not (about.described or about.published):
        sure -= 0.15
        reasons.append("the page doesn't say that it is an article, nor when it was published")
    if len(about.body) >= SHORT:
        said = second_opinion.plain(about.body)
        same = second_opinion.agreement("\n".join(body.paragraphs), "\n".join(said))
        if same < 0.6 and not second_opinion.holds_more(said, body.paragraphs):
            sure -= 0.3
            reasons.append(f"the page's own data holds another text (agreement {same:.0%})")
    return max(0.05, sure), reasons


def join(pages: Sequence[Extracted]) -> Extracted:
    """One article from several of its pages, in the order of their page numbers; a page that shows all comes alone.

    Paragraphs that a later page repeats are kept once. What one page lacks (authors, picture) another gives.

    Raises:
        NotAPage: there is no page, or two of them are pages of different articles.
    """
    if not pages:
        raise NotAPage("There is no page to join.")
    keys = {article_key(page.canonical_url) for page in pages if page.canonical_url}
    titles = {page.title.casefold(): page.title for page in pages if page.title}
    if len(keys) > 1 and len(titles) > 1:
        raise NotAPage("The pages belong to different articles: " + "; ".join(sorted(titles.values())) + ".")
    ordered = sorted(pages, key=_page_order)
    whole = next((page for page in ordered if page_number(page.canonical_url) == "all"), None)
    taken = [whole] if whole else ordered
    paragraphs: dict[str, None] = {}
    for page in taken:
        paragraphs.update(dict.fromkeys(page.paragraphs))
    first = ordered[0]
    missing = () if whole else _missing(ordered)
    return replace(
        first,
        paragraphs=tuple(paragraphs),
        published=next((page.published for page in ordered if page.published), None),
        authors=next((page.authors for page in ordered if page.authors), ()),
        section=next((page.section for page in ordered if page.section), ""),
        image=next((page.image for page in ordered if page.image), ""),
        next_pages=missing,
        confidence=min(page.confidence for page in taken),
        reasons=tuple(dict.fromkeys(reason for page in taken for reason in page.reasons)),
    )


def _missing(pages: Sequence[Extracted]) -> tuple[str, ...]:
    """Next pages that the given ones name and that aren't among them."""
    have = {page_number(page.canonical_url) for page in pages} | {"all"}
    named = dict.fromkeys(address for page in pages for address in page.next_pages)
    return tuple(address for address in named if page_number(address) not in have)


def _page_order(page: Extracted) -> int:
    number = page_number(page.canonical_url)
    return 0 if number == "all" else int(number)


def _plain(text: str) -> str:
    """NFC and without what can't be seen."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).strip()
