"""The document of a manuscript: one strict JSON schema from the first day, read and checked in plain Python.

    doc{schema}
      paragraph > text*
      heading{level 2|3} > text*
      quotation{person, name, title} > paragraph+        the speaker's name and title are frozen words
      photo{id}
      bullet_list > list_item > paragraph
      figures > figure{fact}                             one to four figures that stand in the text

Marks, in the order in which they nest and are written: fact{id}, not_claim{reason}, link{href}, strong, em. A fact
isn't at the same time no claim. The shape is ProseMirror's own, so that the editor's JSON is this JSON.

Canonical means: one way to write one document (no unknown key, no empty list, marks in order, neighbours with the same
marks joined, Unicode NFC). Otherwise two saves of one text would have two hashes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kentongan.ground.language.rules.text import Span

Document = dict[str, Any]
Node = dict[str, Any]
Mark = dict[str, Any]
Path = tuple[int, ...]

SCHEMA = 1
MARKS = ("fact", "not_claim", "link", "strong", "em")
BLOCKS = ("paragraph", "heading", "quotation", "photo", "bullet_list", "figures")
LEVELS = (2, 3)  # the headline is the page's h1

# A long release has 30 blocks and 6,000 letters; a speech of an hour 60,000. More is a slip or an attack.
MOST_BLOCKS = 2_000
MOST_LETTERS = 200_000
MOST_FIGURES = 4  # DESIGN-LANGUAGE `.figures`: two to four; one is allowed while writing
LONGEST_REASON = 240
LONGEST_NAME = 160
LONGEST_LINK = 2_000

_BROKEN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_LINK = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"@]+@[^\s<>\"@]+)\Z")


class BadDocument(ValueError):
    """The JSON isn't of the schema; the sentence names the place. Only a foreign client sends such a thing."""


@dataclass(frozen=True)
class Block:
    """A block of running text where it stands: `path` counts from 0, `within` is the outermost block's type."""

    path: Path
    node: Node
    within: str
    speaker: str = ""

    @property
    def text(self) -> str:
        """The words without marks."""
        return plain_of(self.node)


def empty() -> Document:
    """A document in which nothing is written yet."""
    return {"type": "doc", "attrs": {"schema": SCHEMA}, "content": [{"type": "paragraph"}]}


def text_blocks(document: Document) -> Iterator[Block]:
    """Every block that holds running text, in reading order."""
    for place, node in enumerate(document["content"]):
        kind = node["type"]
        if kind in ("paragraph", "heading"):
            yield Block((place,), node, kind)
        elif kind == "quotation":
            for inner, paragraph in enumerate(node["content"]):
                yield Block((place, inner), paragraph, kind, speaker_of(node))
        elif kind == "bullet_list":
            for inner, item in enumerate(node["content"]):
                yield Block((place, inner, 0), item["content"][0], kind)


def speaker_of(quotation: Node) -> str:
    """`Wirya Adiguna, Bupati Tirta Kencana`, or nothing where nobody is named."""
    attrs = quotation["attrs"]
    return ", ".join(part for part in (attrs["name"].strip(), attrs["title"].strip()) if part)


def plain_of(node: Node) -> str:
    """The words of one text block."""
    return "".join(piece["text"] for piece in node.get("content", ()))


def mark_of(piece: Node, name: str) -> Mark | None:
    """The mark of that name on a piece of text."""
    return next((mark for mark in piece.get("marks", ()) if mark["type"] == name), None)


def marked_spans(node: Node, name: str) -> Iterator[tuple[int, int, Mark]]:
    """Code points `[start, end)` that carry a mark; neighbours under the same mark are one span."""
    at, start, held = 0, 0, None
    for piece in node.get("content", ()):
        mark = mark_of(piece, name)
        if mark != held:
            if held is not None:
                yield start, at, held
            start, held = at, mark
        at += len(piece["text"])
    if held is not None:
        yield start, at, held


def fact_ids(document: Document) -> list[int]:
    """The facts quoted, in the order of their first place."""
    found: dict[int, None] = {}
    for node in document["content"]:
        if node["type"] == "figures":
            found.update(dict.fromkeys(figure["attrs"]["fact"] for figure in node["content"]))
            continue
        for block in text_blocks({"content": [node]}):
            found.update(dict.fromkeys(mark["attrs"]["id"] for _, _, mark in marked_spans(block.node, "fact")))
    return list(found)


def photo_ids(document: Document) -> list[int]:
    """The photographs shown, in order."""
    return list(dict.fromkeys(node["attrs"]["id"] for node in document["content"] if node["type"] == "photo"))


def person_ids(document: Document) -> list[int]:
    """The persons quoted, in order; those without a row in the directory aren't among them."""
    said = (node["attrs"]["person"] for node in document["content"] if node["type"] == "quotation")
    return list(dict.fromkeys(person for person in said if person is not None))


def not_claims(document: Document) -> list[tuple[str, str]]:
    """(words, reason) of every number that the writer declared no claim; listed to the approver."""
    return [
        (block.text[start:end], mark["attrs"]["reason"])
        for block in text_blocks(document)
        for start, end, mark in marked_spans(block.node, "not_claim")
    ]


def letters(document: Document) -> int:
    """How many code points of running text stand in it."""
    return sum(len(block.text) for block in text_blocks(document))


# ---- Building, canonically ----------------------------------------------------------------------


def paragraph(pieces: list[Node]) -> Node:
    """A paragraph; an empty one has no `content` at all."""
    joined = join(pieces)
    return {"type": "paragraph", "content": joined} if joined else {"type": "paragraph"}


def text(words: str, *marks: Mark) -> Node:
    """A piece of text with its marks in the schema's order."""
    ordered = sorted(marks, key=lambda mark: MARKS.index(mark["type"]))
    return {"type": "text", "text": words, "marks": ordered} if ordered else {"type": "text", "text": words}


def join(pieces: list[Node]) -> list[Node]:
    """Neighbours with the same marks become one; what is empty falls out; each piece is NFC."""
    joined: list[Node] = []
    for piece in pieces:
        words = unicodedata.normalize("NFC", piece["text"])
        if not words:
            continue
        if joined and joined[-1].get("marks") == piece.get("marks"):
            both = unicodedata.normalize("NFC", joined[-1]["text"] + words)
            joined[-1] = {**joined[-1], "text": both}
        else:
            joined.append({**piece, "text": words})
    return joined


# ---- Checking -----------------------------------------------------------------------------------


def check(document: object) -> Document:
    """The document itself where it is of the schema and canonical.

    Raises:
        BadDocument: with a sentence that names the place, counted from 1 as people count.
    """
    doc = _object(document, "the document", {"type", "attrs", "content"})
    if doc["type"] != "doc":
        raise BadDocument("The document must be of type 'doc'.")
    attrs = _object(doc["attrs"], "the document's attrs", {"schema"})
    if attrs["schema"] != SCHEMA or isinstance(attrs["schema"], bool):
        raise BadDocument(f"The document is of schema {attrs['schema']!r}; this program reads {SCHEMA}.")
    content = _list(doc["content"], "The document")
    if len(content) > MOST_BLOCKS:
        raise BadDocument(f"The text has {len(content)} blocks; more than {MOST_BLOCKS} aren't taken.")
    for place, node in enumerate(content):
        _check_block(node, f"block {place + 1}")
    if letters(doc) > MOST_LETTERS:
        raise BadDocument(f"The text has more than {MOST_LETTERS} letters; such a text isn't taken.")
    return doc


def _check_block(node: object, where: str) -> None:
    kind = node.get("type") if isinstance(node, dict) else None
    if kind not in BLOCKS:
        raise BadDocument(f"In {where} stands {kind!r}, which isn't a block; there are {', '.join(BLOCKS)}.")
    {
        "paragraph": _check_paragraph,
        "heading": _check_heading,
        "quotation": _check_quotation,
        "photo": _check_photo,
        "bullet_list": _check_list,
        "figures": _check_figures,
    }[kind](node, where)


def _check_paragraph(node: object, where: str) -> None:
    inner = _object(node, where, {"type"}, {"content"})
    if inner["type"] != "paragraph":
        raise BadDocument(f"In {where} a paragraph is wanted, not {inner['type']!r}.")
    _check_content(inner, where)


def _check_heading(node: object, where: str) -> None:
    heading = _object(node, where, {"type", "attrs"}, {"content"})
    attrs = _object(heading["attrs"], where, {"level"})
    if attrs["level"] not in LEVELS or isinstance(attrs["level"], bool):
        raise BadDocument(f"The heading in {where} has level {attrs['level']!r}; there are 2 and 3.")
    _check_content(heading, where)


def _check_quotation(node: object, where: str) -> None:
    quotation = _object(node, where, {"type", "attrs", "content"})
    attrs = _object(quotation["attrs"], where, {"person", "name", "title"})
    if attrs["person"] is not None:
        _id(attrs["person"], f"the person in {where}")
    for name in ("name", "title"):
        _words(attrs[name], f"the speaker's {name} in {where}", LONGEST_NAME, may_be_empty=True)
        if attrs[name] != attrs[name].strip():
            raise BadDocument(f"The speaker's {name} in {where} begins or ends with a blank.")
    for place, inner in enumerate(_list(quotation["content"], f"The quotation in {where}")):
        _check_paragraph(inner, f"{where}, paragraph {place + 1}")


def _check_photo(node: object, where: str) -> None:
    photo = _object(node, where, {"type", "attrs"})
    _id(_object(photo["attrs"], where, {"id"})["id"], f"the photograph in {where}")


def _check_list(node: object, where: str) -> None:
    bullets = _object(node, where, {"type", "content"})
    for place, inner in enumerate(_list(bullets["content"], f"The list in {where}")):
        item = _object(inner, f"{where}, item {place + 1}", {"type", "content"})
        content = _list(item["content"], f"An item in {where}")
        if item["type"] != "list_item" or len(content) != 1:
            raise BadDocument(f"In {where}, item {place + 1}, one list_item with one paragraph is wanted.")
        _check_paragraph(content[0], f"{where}, item {place + 1}")


def _check_figures(node: object, where: str) -> None:
    figures = _object(node, where, {"type", "content"})
    content = _list(figures["content"], f"The figures in {where}")
    if len(content) > MOST_FIGURES:
        raise BadDocument(f"In {where} stand {len(content)} figures; more than {MOST_FIGURES} nobody reads.")
    for inner in content:
        figure = _object(inner, where, {"type", "attrs"})
        if figure["type"] != "figure":
            raise BadDocument(f"In {where} a figure is wanted, not {figure['type']!r}.")
        _id(_object(figure["attrs"], where, {"fact"})["fact"], f"the fact in {where}")


def _check_content(node: Node, where: str) -> None:
    if "content" not in node:
        return
    before: object = object()
    for piece in _list(node["content"], f"The text in {where}"):
        inner = _object(piece, where, {"type", "text"}, {"marks"})
        if inner["type"] != "text":
            raise BadDocument(f"In {where} only text may stand, not {inner['type']!r}.")
        _words(inner["text"], f"a piece of text in {where}", MOST_LETTERS)
        marks = inner.get("marks")
        if marks is not None:
            _check_marks(_list(marks, f"The marks in {where}"), where)
        if marks == before:
            raise BadDocument(f"In {where} two pieces with the same marks stand side by side; they must be one.")
        before = marks


def _check_marks(marks: list[Any], where: str) -> None:
    names = [mark.get("type") if isinstance(mark, dict) else None for mark in marks]
    for name in names:
        if name not in MARKS:
            raise BadDocument(f"In {where} stands the mark {name!r}; there are {', '.join(MARKS)}.")
    places = [MARKS.index(str(name)) for name in names]
    if places != sorted(set(places)):
        raise BadDocument(f"The marks in {where} must stand once each and in the order {', '.join(MARKS)}.")
    if "fact" in names and "not_claim" in names:
        raise BadDocument(f"In {where} something is a fact and no claim at once.")
    for mark in marks:
        _check_mark(mark, where)


def _check_mark(mark: Mark, where: str) -> None:
    if mark["type"] in ("strong", "em"):
        _object(mark, where, {"type"})
        return
    attrs = _object(mark, where, {"type", "attrs"})["attrs"]
    if mark["type"] == "fact":
        _id(_object(attrs, where, {"id"})["id"], f"the fact in {where}")
    elif mark["type"] == "not_claim":
        _words(_object(attrs, where, {"reason"})["reason"], f"the reason in {where}", LONGEST_REASON)
    else:
        href = _object(attrs, where, {"href"})["href"]
        _words(href, f"the link in {where}", LONGEST_LINK)
        if not is_link(href):
            raise BadDocument(f"The link in {where} must begin with https://, http:// or mailto:.")


def is_link(href: str) -> bool:
    """Whether an address may stand in a text: the web and mail, nothing that runs."""
    return len(href) <= LONGEST_LINK and _LINK.match(href) is not None


def _object(value: object, where: str, wanted: set[str], optional: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    if not isinstance(value, dict):
        raise BadDocument(f"In {where} an object is wanted.")
    keys = set(value)
    if missing := wanted - keys:
        raise BadDocument(f"In {where} is missing: {', '.join(sorted(missing))}.")
    if unknown := keys - wanted - optional:
        raise BadDocument(f"In {where} stands something unknown: {', '.join(sorted(map(str, unknown)))}.")
    return value


def _list(value: object, where: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise BadDocument(f"{where} must be a list with something in it.")
    return value


def _id(value: object, where: str) -> None:
    # True is an int in Python, and 2**63 is more than a database keeps.
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
        raise BadDocument(f"The number of {where} isn't one.")


def _words(value: object, where: str, most: int, *, may_be_empty: bool = False) -> None:
    if not isinstance(value, str) or not (value or may_be_empty):
        raise BadDocument(f"The words of {where} are missing.")
    if len(value) > most:
        raise BadDocument(f"The words of {where} are longer than {most} letters.")
    if _BROKEN.search(value):
        raise BadDocument(f"In {where} stands a line break or a letter that can't be printed.")
    if not unicodedata.is_normalized("NFC", value):
        raise BadDocument(f"The words of {where} aren't in Unicode's composed form (NFC).")


class Joined:
    """Several blocks as one text, a line each, and the way back from a place in it to its block."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.starts: list[int] = []
        at = 0
        for block in blocks:
            self.starts.append(at)
            at += len(block.text) + 1
        self.text = "\n".join(block.text for block in blocks)

    def place(self, span: Span) -> tuple[Block, int, int]:
        """The block in which a span begins, and where in it; what reaches into the next block ends with the first."""
        number = bisect_right(self.starts, span.start) - 1
        block, base = self.blocks[number], self.starts[number]
        return block, span.start - base, min(span.end - base, len(block.text))
