r"""The plain text form of a document: what an officer types without script, light marks for what a line can't say.

    ## Subjudul                                    ### a smaller one
    > “Kami mengisi bendungan ini dengan sabar.”
    > — Wirya Adiguna, Bupati Tirta Kencana [orang:12]
    - butir
    ![foto:5]                                      ![angka:12,15]   figures that stand in the text
    Airnya mengairi [1.284 hektare|fakta:12], lihat [laman ini|https://…], *tebal*, _miring_.
    [Pasal 3|bukan klaim: nomor pasal]

A line is a paragraph: press texts arrive with one break between paragraphs as often as with two and never
hard-wrapped. A backslash before a mark's sign makes it a plain sign. What isn't a known mark stays text, so that
nothing typed is ever lost: only the signs of marks, control characters and empty lines go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from .document import (
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_REASON,
    MARKS,
    MOST_FIGURES,
    SCHEMA,
    Document,
    Mark,
    Node,
    empty,
    is_link,
    join,
    paragraph,
    text,
)

_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_PHOTO = re.compile(r"!\[foto:([1-9]\d{0,17})\]\s*\Z")
_FIGURES = re.compile(r"!\[angka:([1-9]\d{0,17}(?:, ?[1-9]\d{0,17}){0,%d})\]\s*\Z" % (MOST_FIGURES - 1))  # noqa: UP031 a regex is full of braces
_SPEAKER = re.compile(r"[—–]\s(?P<who>.+)\Z|--\s(?P<also>.+)\Z")
# "> “…” — Bagas Pranoto, Sekretaris Daerah": on the same line only behind a closing quotation mark.
_SPEAKER_BEHIND = re.compile(r"(?P<words>.*[”\"])\s(?:[—–]|--)\s(?P<who>[^”\"]+)\Z")
_PERSON = re.compile(r"\s*\[orang:([1-9]\d{0,17})\]\s*\Z")
# A degree behind a name: "S.Sos.", "M.Si", "MSi", "Ph.D": letters with a point or capitals inside, no blank.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.)+(?:[A-Z][A-Za-z]{0,5}\.?)?\Z|[A-Z]{1,2}[a-z]{0,3}[A-Z][A-Za-z]{0,3}\Z")
_FACT = re.compile(r"fakta:([1-9]\d{0,17})\Z")
_NOT_CLAIM = re.compile(r"bukan klaim:\s?(.+)\Z")
_NAMED = {"tebal": "strong", "miring": "em"}
_SIGNS = "\\[]|*_—–-"
_ESCAPED = re.compile(r"\\([\\\[\]|*_—–-])")
_AT_START = re.compile(r"#{2,3}\s|>|[-•]\s|!\[")
# Twice the longest link, for every letter of it may be escaped: what is longer can't be a mark's target.
_LONGEST_TARGET = 2 * LONGEST_LINK + 20
# Deeper brackets than there are marks can't be marks.
_DEEPEST = len(MARKS)


# ---- Reading ------------------------------------------------------------------------------------


def parse(typed: str) -> Document:
    """The document that a plain text says; never refuses, whatever was typed or pasted."""
    blocks: list[Node] = []
    quoted: list[str] = []
    bullets: list[Node] = []

    def close() -> None:
        if quoted:
            blocks.append(_quotation(quoted))
            quoted.clear()
        if bullets:
            blocks.append({"type": "bullet_list", "content": list(bullets)})
            bullets.clear()

    for line in _lines(typed):
        if line.startswith(">"):
            if bullets:
                close()
            quoted.append(line[2:] if line.startswith("> ") else line[1:])
            continue
        if line[:2] in ("- ", "• ") and line[2:].strip():
            if quoted:
                close()
            bullets.append({"type": "list_item", "content": [paragraph(inline(line[2:]))]})
            continue
        close()
        if line.strip():
            blocks.append(_block(line))
    close()
    return {"type": "doc", "attrs": {"schema": SCHEMA}, "content": blocks} if blocks else empty()


def _lines(typed: str) -> list[str]:
    return [_CONTROL.sub("", line.replace("\t", " ")) for line in _BREAK.split(typed)]


def _block(line: str) -> Node:
    if found := _PHOTO.match(line):
        return {"type": "photo", "attrs": {"id": int(found[1])}}
    if found := _FIGURES.match(line):
        ids = [int(part) for part in found[1].replace(" ", "").split(",")]
        return {"type": "figures", "content": [{"type": "figure", "attrs": {"fact": one}} for one in ids]}
    for level, sign in ((3, "### "), (2, "## ")):
        if line.startswith(sign) and line[len(sign) :].strip():
            node: Node = {"type": "heading", "attrs": {"level": level}}
            content = join(inline(line[len(sign) :]))
            return {**node, "content": content} if content else node
    return paragraph(inline(line))


def _quotation(lines: list[str]) -> Node:
    said = [line for line in lines if line.strip()]
    attrs: dict[str, object] = {"person": None, "name": "", "title": ""}
    if said and (found := _SPEAKER.match(said[-1])):
        attrs = _speaker(found["who"] or found["also"])
        said.pop()
    elif said and (found := _SPEAKER_BEHIND.match(said[-1])):
        attrs = _speaker(found["who"])
        said[-1] = found["words"]
    content = [paragraph(inline(line)) for line in said] or [{"type": "paragraph"}]
    return {"type": "quotation", "attrs": attrs, "content": content}


def _speaker(words: str) -> dict[str, object]:
    """Name and title of "Dr. H. Wirya Adiguna, S.Sos., M.Si., Bupati Tirta Kencana [orang:12]"."""
    person = None
    if found := _PERSON.search(words):
        person, words = int(found[1]), words[: found.start()]
    words = unicodedata.normalize("NFC", words)
    name, bar, title = words.partition(" | ")
    if not bar:
        parts = words.split(", ")
        count = 1
        while count < len(parts) and _DEGREE.match(parts[count].strip()):
            count += 1
        name, title = ", ".join(parts[:count]), ", ".join(parts[count:])
    return {"person": person, "name": _bare(name)[:LONGEST_NAME], "title": _bare(title)[:LONGEST_NAME]}


def _bare(words: str) -> str:
    return _ESCAPED.sub(r"\1", words).strip()


def inline(line: str) -> list[Node]:
    """The pieces of one line with their marks; brackets and stars that embrace nothing known stay as they are."""
    return _Inline(line).read()


class _Inline:
    """One pass over a line. Brackets are paired first (a stack, so any depth costs one look); then stars within."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.escaped = _escapes(line)
        self.pairs = self._pairs()

    def read(self) -> list[Node]:
        pieces: list[Node] = []
        self._walk(0, len(self.line), {}, pieces)
        return join(pieces)

    def _pairs(self) -> dict[int, tuple[int, int, Mark]]:
        """Opening bracket -> (bar, closing bracket, mark) for those that hold a known mark."""
        found: dict[int, tuple[int, int, Mark]] = {}
        opened: list[tuple[int, int]] = []  # (bracket, its last bar)
        for at, sign in enumerate(self.line):
            if at in self.escaped:
                continue
            if sign == "[":
                opened.append((at, -1))
            elif sign == "|" and opened:
                opened[-1] = (opened[-1][0], at)
            elif sign == "]" and opened:
                start, bar = opened.pop()
                near = start + 1 < bar and at - bar <= _LONGEST_TARGET
                if near and (mark := _mark(self.line[bar + 1 : at])):
                    found[start] = (bar, at, mark)
        return found

    def _walk(self, start: int, end: int, held: dict[str, Mark], pieces: list[Node]) -> None:
        at = plain = start
        stars = _stars(self.line, start, end, self.escaped, self.pairs)
        while at < end:
            if at in self.pairs and self._fits(self.pairs[at][2], held) and self.pairs[at][1] < end:
                bar, close, mark = self.pairs[at]
                self._plain(plain, at, held, pieces)
                self._walk(at + 1, bar, {**held, mark["type"]: mark}, pieces)
                at = plain = close + 1
            elif at in stars and self._fits(stars[at][1], held):
                close, mark = stars[at]
                self._plain(plain, at, held, pieces)
                self._walk(at + 1, close, {**held, mark["type"]: mark}, pieces)
                at = plain = close + 1
            else:
                at += 1
        self._plain(plain, end, held, pieces)

    def _fits(self, mark: Mark, held: dict[str, Mark]) -> bool:
        name = mark["type"]
        if name in held or len(held) >= _DEEPEST:
            return False
        return {name, *held} & {"fact", "not_claim"} != {"fact", "not_claim"}

    def _plain(self, start: int, end: int, held: dict[str, Mark], pieces: list[Node]) -> None:
        words = "".join(
            self.line[at]
            for at in range(start, end)
            if not (self.line[at] == "\\" and at + 1 in self.escaped and at not in self.escaped)
        )
        if words:
            pieces.append(text(words, *held.values()))


def _escapes(line: str) -> frozenset[int]:
    """Places of signs that a backslash makes plain; a backslash before anything else is a backslash."""
    found, at = set(), line.find("\\")
    while 0 <= at < len(line) - 1:
        if line[at + 1] in _SIGNS or (at == 0 and line[1] in "#>•!"):
            found.add(at + 1)
            at += 1
        at = line.find("\\", at + 1)
    return frozenset(found)


def _mark(target: str) -> Mark | None:
    if found := _FACT.match(target):
        return {"type": "fact", "attrs": {"id": int(found[1])}}
    if found := _NOT_CLAIM.match(target):
        reason = unicodedata.normalize("NFC", _ESCAPED.sub(r"\1", found[1]))
        return {"type": "not_claim", "attrs": {"reason": reason}} if len(reason) <= LONGEST_REASON else None
    if target in _NAMED:
        return {"type": _NAMED[target]}
    href = unicodedata.normalize("NFC", _ESCAPED.sub(r"\1", target))
    return {"type": "link", "attrs": {"href": href}} if is_link(href) else None


def _stars(
    line: str, start: int, end: int, escaped: frozenset[int], pairs: dict[int, tuple[int, int, Mark]]
) -> dict[int, tuple[int, Mark]]:
    """Opening star -> (closing star, mark): WhatsApp's own signs, only where they embrace words (not in 2*3*4).

    A pair never crosses a bracket's border: both stars stand outside every known bracket of this stretch.
    """
    found: dict[int, tuple[int, Mark]] = {}
    for sign, name in (("*", "strong"), ("_", "em")):
        opened, at = -1, start
        while at < end:
            if at in pairs and pairs[at][1] < end:
                at = pairs[at][1] + 1
                continue
            if line[at] == sign and at not in escaped:
                before = line[at - 1] if at > start else " "
                after = line[at + 1] if at + 1 < end else " "
                if opened >= 0 and at > opened + 1 and not before.isspace() and not _joins(after):
                    found[opened] = (at, {"type": name})
                    opened = -1
                elif not _joins(before) and not after.isspace():
                    opened = at
            at += 1
    return _uncrossed(found)


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter in "*_"


def _uncrossed(found: dict[int, tuple[int, Mark]]) -> dict[int, tuple[int, Mark]]:
    """Without those that begin within another and end outside it: *a _b* c_ is bold, its underscores are signs."""
    kept: dict[int, tuple[int, Mark]] = {}
    open_until: list[int] = []
    for at in sorted(found):
        while open_until and open_until[-1] < at:
            open_until.pop()
        close = found[at][0]
        if not open_until or close < open_until[-1]:
            kept[at] = found[at]
            open_until.append(close)
    return kept


# ---- Writing ------------------------------------------------------------------------------------


def write(document: Document) -> str:
    """The plain text that parses to this document again; paragraphs without words fall out."""
    blocks = [_written(node) for node in document["content"]]
    return "\n\n".join(block for block in blocks if block)


def _written(node: Node) -> str:
    kind = node["type"]
    if kind == "photo":
        return f"![foto:{node['attrs']['id']}]"
    if kind == "figures":
        return f"![angka:{','.join(str(figure['attrs']['fact']) for figure in node['content'])}]"
    if kind == "heading":
        line = _line(node, _as_it_is)
        return f"{'#' * node['attrs']['level']} {line}" if line.strip() else ""
    if kind == "quotation":
        return _written_quotation(node)
    if kind == "bullet_list":
        items = [_line(item["content"][0], _as_it_is) for item in node["content"]]
        return "\n".join(f"- {item}" for item in items if item.strip())
    line = _line(node, _start_escaped)
    return line if line.strip() else ""


def _as_it_is(line: str) -> str:
    return line


def _start_escaped(line: str) -> str:
    return f"\\{line}" if _AT_START.match(line) else line


def _written_quotation(node: Node) -> str:
    lines = [_line(inner, _speaker_escaped) for inner in node["content"]]
    lines = [line for line in lines if line.strip()]
    attrs = node["attrs"]
    if attrs["name"] or attrs["title"] or attrs["person"] is not None:
        lines.append(f"— {_written_speaker(attrs)}")
    return "\n".join(f"> {line}" for line in lines)


def _speaker_escaped(line: str) -> str:
    """A line of a quotation that would read as its speaker, made plain."""
    if _SPEAKER.match(line):
        return f"\\{line}"
    if found := _SPEAKER_BEHIND.match(line):
        at = found.end("words") + 1
        return f"{line[:at]}\\{line[at:]}"
    return line


def _written_speaker(attrs: dict[str, object]) -> str:
    name, title, person = str(attrs["name"]), str(attrs["title"]), attrs["person"]
    behind = f" [orang:{person}]" if person is not None else ""
    plain = f"{name}, {title}{behind}" if title else f"{name}{behind}"
    if _speaker(plain) == attrs:
        return plain
    return f"{_escape(name)} | {_escape(title)}{behind}"


def _line(node: Node, at_start: Callable[[str], str]) -> str:
    """One line of a text block: light signs where they read back the same, brackets and escapes where they don't."""
    content = node.get("content", [])
    light = at_start(_nested(content, 0, _light, _as_it_is))
    if inline(light) == content:
        return light
    return at_start(_nested(content, 0, _bracketed, _escape))


def _escape(words: str) -> str:
    return re.sub(r"([\\\[\]|*_])", r"\\\1", words)


def _target(words: str) -> str:
    """Behind the bar stars say nothing, so an address stays readable."""
    return re.sub(r"([\\\[\]|])", r"\\\1", words)


def _nested(pieces: list[Node], depth: int, wrap: Callable[[Mark, str], str], plain: Callable[[str], str]) -> str:
    """Marks around runs of pieces that share them, the outermost of the schema's order first."""
    if depth == len(MARKS):
        return "".join(plain(piece["text"]) for piece in pieces)
    out: list[str] = []
    run: list[Node] = []
    held: Mark | None = None

    def close() -> None:
        if run:
            inner = _nested(list(run), depth + 1, wrap, plain)
            out.append(wrap(held, inner) if held is not None else inner)
            run.clear()

    for piece in pieces:
        mark = next((m for m in piece.get("marks", ()) if m["type"] == MARKS[depth]), None)
        if mark != held:
            close()
            held = mark
        run.append(piece)
    close()
    return "".join(out)


def _light(mark: Mark, inner: str) -> str:
    if mark["type"] == "strong":
        return f"*{inner}*"
    if mark["type"] == "em":
        return f"_{inner}_"
    return _bracketed(mark, inner)


def _bracketed(mark: Mark, inner: str) -> str:
    name = mark["type"]
    if name == "fact":
        return f"[{inner}|fakta:{mark['attrs']['id']}]"
    if name == "not_claim":
        return f"[{inner}|bukan klaim: {_target(mark['attrs']['reason'])}]"
    if name == "link":
        return f"[{inner}|{_target(mark['attrs']['href'])}]"
    return f"[{inner}|{'tebal' if name == 'strong' else 'miring'}]"
