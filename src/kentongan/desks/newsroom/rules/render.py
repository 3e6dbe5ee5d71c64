"""What becomes of a document: canonical text, HTML of the page, WhatsApp text, plain text. Plain values in, words out.

A document holds ids; what they stand for (`Quoted`, `Shown`) is handed in, from the version's frozen rows or, while it
is being written, from the facts as they are now. What is missing is said as missing, never left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from kentongan.ground.language.rules.canonical import canonical_text

from .document import MARKS, Document, Mark, Node, fact_ids, plain_of, speaker_of, text_blocks
from .flags import FLAG

_NESTED = (FLAG, *MARKS)
# A figure with its unit stays on one line; longer claims may break, or they would leave a phone's page.
SHORT = 18
_QUOTED = tuple("“\"„«'‘")
_WORDS = {
    "id": {
        "source": "Sumber {n}",
        "photo": "Foto",
        "sources": "Sumber",
        "code": "Kode periksa",
        "missing": "fakta tidak ada",
    },
    "en": {
        "source": "Source {n}",
        "photo": "Photo",
        "sources": "Sources",
        "code": "Verify code",
        "missing": "missing fact",
    },
}


@dataclass(frozen=True)
class Quoted:
    """A fact as the text quotes it. `source` is how the public reads where it comes from; empty: nobody knows."""

    id: int
    claim: str
    value: str
    measure: str = ""
    source: str = ""
    url: str = ""
    kind: str = ""
    revision: int = 1

    @property
    def figure(self) -> str:
        """Value and unit, which never part."""
        return f"{self.value}\u00a0{self.measure}".strip("\u00a0") if self.measure else self.value


@dataclass(frozen=True)
class Shown:
    """A photograph as the text shows it; `src` empty: words alone."""

    id: int
    caption: str = ""
    alt: str = ""
    credit: str = ""
    src: str = ""
    srcset: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Source:
    """One source and the claims that rest on it; `number` is what stands behind the words."""

    number: int
    text: str
    url: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Resolved:
    """What the ids of a document stand for, and the language of its own few words."""

    facts: Mapping[int, Quoted] = field(default_factory=dict)
    photos: Mapping[int, Shown] = field(default_factory=dict)
    language: str = "id"

    def say(self, name: str) -> str:
        """A word of ours in the text's own language."""
        return _WORDS.get(self.language, _WORDS["id"])[name]


def sources(document: Document, known: Resolved) -> list[Source]:
    """The sources in the order of their first place; facts that rest on one source share its number."""
    claims: dict[tuple[str, str], list[str]] = {}
    for id_ in fact_ids(document):
        fact = known.facts.get(id_)
        if fact is not None and fact.source:
            claims.setdefault((fact.source, fact.url), []).append(fact.figure)
    return [
        Source(number, text, url, tuple(dict.fromkeys(held)))
        for number, ((text, url), held) in enumerate(claims.items(), start=1)
    ]


def _numbers(document: Document, known: Resolved) -> dict[int, int]:
    """Fact id -> number of its source; facts without a source have none."""
    by_source = {(one.text, one.url): one.number for one in sources(document, known)}
    return {
        id_: by_source[(fact.source, fact.url)]
        for id_ in fact_ids(document)
        if (fact := known.facts.get(id_)) is not None and fact.source
    }


def unsourced(document: Document, known: Resolved) -> list[Quoted]:
    """Facts quoted whose source nobody gave; listed to the approver."""
    return [fact for id_ in fact_ids(document) if (fact := known.facts.get(id_)) is not None and not fact.source]


# ---- Canonical text -----------------------------------------------------------------------------


def to_text(title: str, document: Document, known: Resolved) -> str:
    """The canonical text: headline, then blocks in order, speakers and figures resolved, photographs left out."""
    return canonical_text([title, *blocks_of(document, known)])


def blocks_of(document: Document, known: Resolved) -> list[str]:
    """The text of each block in reading order; a quotation with its speaker, a figure with its claim."""
    found: list[str] = []
    for node in document["content"]:
        kind = node["type"]
        if kind in ("paragraph", "heading"):
            found.append(plain_of(node))
        elif kind == "quotation":
            said = [words for inner in node["content"] if (words := plain_of(inner)).strip()] or [""]
            speaker = speaker_of(node)
            said[0] = _opened(said[0])
            said[-1] = _closed(said[-1])
            if speaker:
                said[-1] = f"{said[-1]} — {speaker}"
            found.extend(said)
        elif kind == "bullet_list":
            found.extend(plain_of(item["content"][0]) for item in node["content"])
        elif kind == "figures":
            found.extend(_figure_line(figure, known) for figure in node["content"])
    return [block for block in found if block.strip()]


def _figure_line(figure: Node, known: Resolved) -> str:
    fact = known.facts.get(figure["attrs"]["fact"])
    return f"{fact.claim}: {fact.figure}" if fact else f"[{known.say('missing')} {figure['attrs']['fact']}]"


def _opened(words: str) -> str:
    return words if not words or words.lstrip().startswith(_QUOTED) else f"“{words}"


def _closed(words: str) -> str:
    return words if not words or words.rstrip().endswith(("”", '"', "»", "'", "’")) else f"{words}”"


# ---- HTML ---------------------------------------------------------------------------------------


def to_html(document: Document, known: Resolved, *, prefix: str = "s") -> str:
    """The body as it prints: every letter escaped, facts as `.fact` with a numbered link to `#<prefix><number>`."""
    numbers = _numbers(document, known)
    writer = _Html(known, numbers, prefix)
    return "\n".join(html for node in document["content"] if (html := writer.block(node)))


class _Html:
    def __init__(self, known: Resolved, numbers: Mapping[int, int], prefix: str) -> None:
        self.known, self.numbers, self.prefix = known, numbers, prefix

    def block(self, node: Node) -> str:
        return {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "quotation": self._quotation,
            "photo": self._photo,
            "bullet_list": self._list,
            "figures": self._figures,
        }[node["type"]](node)

    def _paragraph(self, node: Node) -> str:
        inner = self.inline(node.get("content", []))
        return f"<p>{inner}</p>" if inner.strip() else ""

    def _heading(self, node: Node) -> str:
        level, inner = node["attrs"]["level"], self.inline(node.get("content", []))
        return f"<h{level}>{inner}</h{level}>" if inner.strip() else ""

    def _quotation(self, node: Node) -> str:
        said = [inner for inner in node["content"] if plain_of(inner).strip()]
        if not said:
            return ""
        lines = [self.inline(inner["content"]) for inner in said]
        first, last = plain_of(said[0]), plain_of(said[-1])
        if _opened(first) != first:
            lines[0] = f"“{lines[0]}"
        if _closed(last) != last:
            lines[-1] = f"{lines[-1]}”"
        speaker = speaker_of(node)
        footer = f"<footer>{escape(speaker)}</footer>" if speaker else ""
        return f"<blockquote>{''.join(f'<p>{line}</p>' for line in lines)}{footer}</blockquote>"

    def _list(self, node: Node) -> str:
        items = (self.inline(item["content"][0].get("content", [])) for item in node["content"])
        inner = "".join(f"<li>{item}</li>" for item in items if item.strip())
        return f"<ul>{inner}</ul>" if inner else ""

    def _figures(self, node: Node) -> str:
        cells = []
        for figure in node["content"]:
            id_ = figure["attrs"]["fact"]
            fact = self.known.facts.get(id_)
            if fact is None:
                cells.append(f"<div><dt>{escape(_figure_line(figure, self.known))}</dt><dd>–</dd></div>")
                continue
            # The unit stands with what is counted: a narrow column breaks a long one badly.
            counted = f"{fact.measure} · {fact.claim}" if fact.measure else fact.claim
            cells.append(f"<div><dt>{escape(counted)}{self._mark_of(id_)}</dt><dd>{escape(fact.value)}</dd></div>")
        return f'<dl class="figures">{"".join(cells)}</dl>'

    def _photo(self, node: Node) -> str:
        photo = self.known.photos.get(node["attrs"]["id"])
        if photo is None:
            return ""
        caption = escape(photo.caption)
        if photo.credit:
            credit = f"{self.known.say('photo')}: {escape(photo.credit)}"
            caption = f"{caption} {credit}" if caption else credit
        words = f"<figcaption>{caption}</figcaption>" if caption else ""
        if not photo.src:
            return f'<figure class="photo">{words}</figure>' if words else ""
        more = f' srcset="{escape(photo.srcset)}" sizes="(min-width: 62rem) 38rem, 100vw"' if photo.srcset else ""
        size = f' width="{photo.width}" height="{photo.height}"' if photo.width and photo.height else ""
        image = f'<img src="{escape(photo.src)}"{more}{size} alt="{escape(photo.alt)}">'
        return f'<figure class="photo">{image}{words}</figure>'

    def inline(self, pieces: list[Node], depth: int = 0) -> str:
        """Runs of pieces under one mark become one element, the schema's outermost mark first."""
        if depth == len(_NESTED):
            return escape("".join(piece["text"] for piece in pieces), quote=False)
        out: list[str] = []
        for mark, run in runs(pieces, _NESTED[depth]):
            inner = self.inline(run, depth + 1)
            out.append(self._wrapped(mark, inner) if mark else inner)
        return "".join(out)

    def _wrapped(self, mark: Mark, inner: str) -> str:
        name = mark["type"]
        if name == FLAG:
            return _flagged(mark, inner)
        if name == "fact":
            css = "fact fact--short" if len(inner) <= SHORT else "fact"
            return f'<span class="{css}">{inner}</span>{self._mark_of(mark["attrs"]["id"])}'
        if name == "link":
            return f'<a href="{escape(mark["attrs"]["href"])}">{inner}</a>'
        if name in ("strong", "em"):
            return f"<{name}>{inner}</{name}>"
        return inner  # that something is no claim is for the approver, not for the page

    def _mark_of(self, fact_id: int) -> str:
        number = self.numbers.get(fact_id)
        if number is None:
            return ""
        label = escape(self.known.say("source").format(n=number))
        return f'<a class="src" href="#{self.prefix}{number}" aria-label="{label}">{number}</a>'


def _flagged(mark: Mark, inner: str) -> str:
    number, severity = mark["attrs"]["n"], mark["attrs"]["severity"]
    tone = "" if severity == "stop" else " flag--kunyit"
    return f'<span class="flag{tone}" id="f{number}">{inner}<a class="pin" href="#p{number}">{number}</a></span>'


def runs(pieces: list[Node], name: str) -> list[tuple[Mark | None, list[Node]]]:
    """Neighbouring pieces that share (or all lack) the mark `name`, in order."""
    found: list[tuple[Mark | None, list[Node]]] = []
    for piece in pieces:
        mark = next((one for one in piece.get("marks", ()) if one["type"] == name), None)
        if found and found[-1][0] == mark:
            found[-1][1].append(piece)
        else:
            found.append((mark, [piece]))
    return found


# ---- WhatsApp and plain text --------------------------------------------------------------------


def to_whatsapp(title: str, document: Document, known: Resolved, *, link: str, code: str) -> str:
    """The text as it is passed on by hand: bold by stars, empty lines between blocks, one link, the verify code."""
    lines = [f"*{_one_line(title).replace('*', '')}*"]
    for node in document["content"]:
        kind = node["type"]
        if kind == "heading":
            lines.append(f"*{plain_of(node).strip().replace('*', '')}*")
        elif kind == "paragraph":
            lines.append(_starred(node))
        elif kind == "bullet_list":
            lines.append("\n".join(f"- {_starred(item['content'][0])}" for item in node["content"]))
        else:
            lines.extend(blocks_of({"content": [node]}, known))
    lines.append(f"{link}\n{known.say('code')}: {code}")
    return "\n\n".join(line for line in lines if line.strip())


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _starred(node: Node) -> str:
    """One block with *bold* and _italic_ where WhatsApp will show them: around whole words, blanks outside."""
    out = ""
    content = node.get("content", [])
    for place, piece in enumerate(content):
        marks = {mark["type"] for mark in piece.get("marks", ())}
        words = piece["text"]
        bare = words.strip()
        sign = "*" if "strong" in marks else "_" if "em" in marks else ""
        before = out[-1:] if words[:1] == bare[:1] else " "
        after = content[place + 1]["text"][:1] if place + 1 < len(content) and words[-1:] == bare[-1:] else " "
        if not sign or not bare or sign in bare or before.isalnum() or after.isalnum():
            out += words
            continue
        at = words.index(bare)
        out += f"{words[:at]}{sign}{bare}{sign}{words[at + len(bare) :]}"
    return out.strip()


def to_plain(title: str, document: Document, known: Resolved) -> str:
    """The text for any program: headline, blocks with empty lines between, sources numbered at the end."""
    numbers = _numbers(document, known)
    lines = [_one_line(title)]
    for node in document["content"]:
        kind = node["type"]
        if kind == "bullet_list":
            lines.append("\n".join(f"- {_numbered(item['content'][0], numbers)}" for item in node["content"]))
        elif kind in ("paragraph", "heading"):
            lines.append(_numbered(node, numbers))
        elif kind == "photo":
            photo = known.photos.get(node["attrs"]["id"])
            if photo and (photo.caption or photo.credit):
                credit = f" ({photo.credit})" if photo.credit else ""
                lines.append(f"[{known.say('photo')}: {_one_line(photo.caption)}{credit}]")
        else:
            lines.extend(blocks_of({"content": [node]}, known))
    listed = [f"[{one.number}] {one.text}{f' {one.url}' if one.url else ''}" for one in sources(document, known)]
    if listed:
        lines.append("\n".join([f"{known.say('sources')}:", *listed]))
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def _numbered(node: Node, numbers: Mapping[int, int]) -> str:
    out = ""
    for mark, run in runs(node.get("content", []), "fact"):
        out += "".join(piece["text"] for piece in run)
        number = numbers.get(mark["attrs"]["id"]) if mark else None
        if number is not None:
            out += f" [{number}]"
    return out.strip()


def first_paragraph(document: Document) -> str:
    """The lead as words: what lists, feeds and search results show."""
    return next(
        (block.text for block in text_blocks(document) if block.within == "paragraph" and block.text.strip()), ""
    )
