"""A page's tree becomes its lines of text, each with where it stands and how much of it is link."""

import re
from dataclasses import dataclass

from lxml import etree

from kentongan.desks.monitoring.rules.extraction.names import BESIDE, TALK, named, words

# Elements whose text nobody reads on the page.
_UNSEEN = words(
    """
    script style noscript template svg math iframe object embed applet canvas audio video map select option optgroup
    button textarea input datalist progress meter head title meta link dialog frameset frame noframes rp img wbr
    """
)
# Two that are seen and never hold the text.
_UNSEEN |= {"nav", "footer"}
_FORMATTING = words("b strong i em u font small sup sub big")
_BLOCKS = words(
    """
    address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure form h1
    h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody tfoot
    thead td th tr ul amp-ad amp-embed
    """
)
# What these hold stands beside the text by their meaning.
_BESIDE_TAGS = words("aside figcaption menu amp-ad amp-embed search")
# Marks inside a running line; `tree.parse` takes these characters out of what the page itself says.
BREAK, LINK, END = "\x01", "\x02", "\x03"
_MARKS = f"{LINK}{END} "
_NO_MARKS = str.maketrans("", "", LINK + END)
_LINKED = re.compile(f"{LINK}([^{LINK}{END}]*)")
_CELLS = frozenset({"td", "th"})
# What one page's metadata needs is a handful; a bomb may hold millions.
MOST_NOTED = 2000
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?", '"', "”", "’", ")", ":", ";", END)


@dataclass(slots=True)
class Block:
    """A block element: its number in the document's order, its parent's, its tag and what its names say."""

    tag: str
    parent: int
    depth: int
    name: str
    named: int
    beside: bool


@dataclass(slots=True)
class Line:
    """A run of text that the page shows as one line or paragraph."""

    text: str
    block: int
    linked: int  # characters inside links


class Reader:
    """Walks a tree once; `blocks` and `lines` are its result, in the document's order.

    On the way it notes what the page's metadata is read from: `anchors` (address, text, rel) that may lead to another
    page of the article, and `noted`, the elements with an `itemprop` or `rel=author` and `<time>`.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.lines: list[Line] = []
        self.anchors: list[tuple[str, str, str]] = []
        self.noted: list[etree._Element] = []
        self._pieces: list[str] = []
        self._open = 0  # links around what is being read

    def read(self, root: etree._Element) -> None:
        """Read everything below `root`; the parser bounds its depth, so recursion is safe."""
        self._block(root, root.tag, "", -1, 0)

    def _block(self, element: etree._Element, tag: str, name: str, parent: int, depth: int) -> None:
        if self._pieces:
            self._end(parent)
        number = len(self.blocks)
        self.blocks.append(Block(tag, parent, depth, name, named(name) if name else 0, tag in _BESIDE_TAGS))
        self._inside(element, number, depth)
        if self._pieces:
            self._end(number)

    def _inside(self, element: etree._Element, block: int, depth: int) -> None:
        pieces = self._pieces
        text = element.text
        if text and (pieces or not text.isspace()):
            pieces.append(text)
        for child in element:
            tag = child.tag
            if tag == "a":
                self._anchor(child, block, depth)
            elif tag in _UNSEEN:
                pass
            elif tag == "br":
                if pieces:
                    pieces.append(BREAK)
            elif tag in _FORMATTING and not len(child):
                if child.text:
                    pieces.append(child.text)
            else:
                self._element(child, tag, block, depth)
            tail = child.tail
            if tail and (pieces or not tail.isspace()):
                pieces.append(tail)

    def _element(self, child: etree._Element, tag: str, block: int, depth: int) -> None:
        attributes = child.items()
        if not attributes:
            name = ""
        elif len(attributes) == 1 and attributes[0][0] == "class":
            name = attributes[0][1]  # most elements: spares them the call
        else:
            name, hidden = self._attributes(child, attributes)
            if hidden:
                return
        if tag in _CELLS and not _is_layout(child):
            self._pieces.append(" ")
            self._inside(child, block, depth)
        # <span class="caption"> and the like: a block by its name, so that its text is judged alone.
        elif tag in _BLOCKS or (name and named(name) & (BESIDE | TALK)):
            self._block(child, tag, name, block, depth + 1)
        else:
            if tag == "time" and len(self.noted) < MOST_NOTED:
                self.noted.append(child)
            self._inside(child, block, depth)

    def _anchor(self, child: etree._Element, block: int, depth: int) -> None:
        if len(child):
            self._pieces.append(LINK)
            self._open += 1
            self._inside(child, block, depth)
            self._open -= 1
            self._pieces.append(END)
        elif child.text:
            self._pieces.append(f"{LINK}{child.text}{END}")
        address = child.get("href")
        if address and may_page(address) and len(self.anchors) < MOST_NOTED:
            text = " ".join("".join(child.itertext()).split())
            self.anchors.append((address, text[:80], child.get("rel", "")))
        if (child.get("rel") == "author" or child.get("itemprop")) and len(self.noted) < MOST_NOTED:
            self.noted.append(child)

    def _attributes(self, element: etree._Element, attributes: list[tuple[str, str]]) -> tuple[str, bool]:
        """The element's class and id names together, and whether it is hidden."""
        name = ""
        for key, value in attributes:
            if key in ("class", "id"):
                name = f"{name} {value}" if name else value
            elif key == "style":
                if ("one" in value or "idden" in value) and _UNSEEN_STYLE.search(value):
                    return name, True
            elif key == "hidden":
                return name, True
            elif key == "itemprop":
                if value == "articleBody":
                    name += " itemprop-articlebody"
                if len(self.noted) < MOST_NOTED:
                    self.noted.append(element)
        return name, False

    def _end(self, block: int) -> None:
        """Close the running line; two breaks in a row, or one after a sentence's end, part it."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._open:
            self._pieces.append(LINK)  # a link around blocks links each of their lines
        parts = split_at_breaks(text) if BREAK in text else (" ".join(text.split()),)
        for part in parts:
            linked = 0
            if LINK in part or END in part:
                if part[0] == LINK and part.count(LINK) == 1 and part.find(END) in (-1, len(part) - 1):
                    part = part.strip(_MARKS)  # noqa: PLW2901
                    linked = len(part)
                else:
                    linked = sum(map(len, _LINKED.findall(part)))
                    part = " ".join(part.translate(_NO_MARKS).split())  # noqa: PLW2901
            if part:
                self.lines.append(Line(part, block, linked))


def may_page(address: str) -> bool:
    """Whether an address may be another page of the article: `?page=2`, `/halaman/2`, `/2`, `/all`."""
    last = address[-1] if address[-1] != "/" else address[-2:-1]
    return last.isdigit() or "page" in address or "hal" in address or address.endswith("/all")


def _is_layout(cell: etree._Element) -> bool:
    """Whether a table cell holds a part of the page; one that holds a word or two belongs to its row's line."""
    return len(cell) > 3 or any(child.tag == "br" or child.tag in _BLOCKS for child in cell)


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
