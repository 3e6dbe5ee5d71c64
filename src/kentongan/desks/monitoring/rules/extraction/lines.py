"""A page's tree becomes its lines of text, each with where it stands and how much of it is link."""

import re
from dataclasses import dataclass

from lxml import etree

from kentongan.desks.monitoring.rules.extraction.names import BESIDE, TALK, named

# Elements whose text nobody reads on the page.
_UNSEEN = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video map select option optgroup "
    "button textarea input datalist progress meter head title meta link dialog frameset frame noframes rp".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot "
    "thead tr ul amp-ad amp-embed".split()
)
# What these hold stands beside the text by their meaning.
_BESIDE_TAGS = frozenset("nav aside footer figcaption menu amp-ad amp-embed search".split())
# Marks inside a running line; `tree.parse` takes these characters out of what the page itself says.
BREAK, LINK, END = "\x01", "\x02", "\x03"
_LINKED = re.compile(f"{LINK}([^{LINK}{END}]*)")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Zero-width and direction marks, soft hyphens: invisible on the page and a trap for every later comparison.
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)])
_SENTENCE_END = (".", "!", "?", '"', "”", "’", ")", ":", ";", END)


@dataclass(slots=True)
class Block:
    """A block element: its number in the document's order, its parent's, its tag and what its names say."""

    tag: str
    parent: int
    depth: int
    named: int
    beside: bool


@dataclass(slots=True)
class Line:
    """A run of text that the page shows as one line or paragraph."""

    text: str
    block: int
    linked: int  # characters inside links


class Reader:
    """Walks a tree once; `blocks` and `lines` are its result, in the document's order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.lines: list[Line] = []
        self._pieces: list[str] = []

    def read(self, root: etree._Element) -> None:
        """Read everything below `root`; the parser bounds its depth, so recursion is safe."""
        self._block(root, -1, 0)

    def _block(self, element: etree._Element, parent: int, depth: int) -> None:
        self._end(parent)
        tag = element.tag
        name = element.get("class", "")
        identity = element.get("id")
        if identity:
            name = f"{name} {identity}"
        prop = element.get("itemprop")
        if prop == "articleBody":
            name = f"{name} itemprop-articlebody"
        number = len(self.blocks)
        self.blocks.append(Block(tag, parent, depth, named(name) if name else 0, tag in _BESIDE_TAGS))
        self._inside(element, number, depth)
        self._end(number)

    def _inside(self, element: etree._Element, block: int, depth: int) -> None:
        if element.text:
            self._pieces.append(element.text)
        for child in element:
            tag = child.tag
            if tag == "br":
                self._pieces.append(BREAK)
            elif tag in _UNSEEN or _is_hidden(child):
                pass
            elif tag in _BLOCKS:
                self._block(child, block, depth + 1)
            else:
                self._inline(child, tag, block, depth)
            if child.tail:
                self._pieces.append(child.tail)

    def _inline(self, child: etree._Element, tag: str, block: int, depth: int) -> None:
        if tag == "a":
            self._pieces.append(LINK)
            self._inside(child, block, depth)
            self._pieces.append(END)
            return
        name = child.get("class")
        if name and named(name) & (BESIDE | TALK):
            # <span class="caption"> and the like: a block by its name, so that its text is judged alone.
            self._block(child, block, depth + 1)
            return
        if tag in ("td", "th"):
            self._pieces.append(" ")
        self._inside(child, block, depth)

    def _end(self, block: int) -> None:
        """Close the running line; two breaks in a row, or one after a sentence's end, part it."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces = []
        if not text.isascii():
            text = text.translate(_INVISIBLE)
        parts = split_at_breaks(text) if BREAK in text else (" ".join(text.split()),)
        for part in parts:
            linked = 0
            if LINK in part or END in part:
                # A link around blocks is closed elsewhere; what follows an opening mark in this line counts.
                linked = sum(len(inside) for inside in _LINKED.findall(part))
                part = " ".join(part.replace(LINK, "").replace(END, "").split())  # noqa: PLW2901
            if part:
                self.lines.append(Line(part, block, linked))


def split_at_breaks(text: str) -> list[str]:
    """The paragraphs of a text with breaks: a single break inside a sentence is only a wrapped line."""
    parts: list[str] = []
    after_gap = True
    for raw in text.split(BREAK):
        line = " ".join(raw.split())
        if not line:
            after_gap = True
            continue
        if after_gap or not parts or parts[-1].endswith(_SENTENCE_END) or len(parts[-1]) < 60:
            parts.append(line)
        else:
            parts[-1] = f"{parts[-1]} {line}"
        after_gap = False
    return parts


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _UNSEEN_STYLE.search(style) is not None
