"""The PDF of an opened version: letterhead, number, text, sources, contact, QR and code; the same bytes twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

import segno

from kentongan.ground.ui.rules.typeset import typeset

from .document import MARKS, Document, Node, plain_of, speaker_of
from .render import Resolved, Source, runs, sources

_WORDS = {
    "id": {
        "kind": {
            "release": "SIARAN PERS",
            "statement": "PERNYATAAN",
            "clarification": "KLARIFIKASI",
            "speech": "SAMBUTAN",
        },
        "number": "Nomor",
        "corrected": "Koreksi",
        "sources": "Sumber angka dan kutipan",
        "contact": "Narahubung",
        "verify": "Pastikan keasliannya",
        "scan": "Pindai, atau buka",
        "code": "Kode",
        "hash": "Sidik SHA-256",
        "photo": "Foto",
    },
    "en": {
        "kind": {
            "release": "PRESS RELEASE",
            "statement": "STATEMENT",
            "clarification": "CLARIFICATION",
            "speech": "SPEECH",
        },
        "number": "Number",
        "corrected": "Correction",
        "sources": "Sources of figures and quotations",
        "contact": "Contact",
        "verify": "Make sure it is genuine",
        "scan": "Scan, or open",
        "code": "Code",
        "hash": "SHA-256",
        "photo": "Photo",
    },
}


@dataclass(frozen=True)
class Paper:
    """What stands on it besides the text; `date` is the dateline in words, `contact` one line each."""

    kind: str
    title: str
    number: str
    date: str
    place: str
    letterhead: Sequence[str]
    contact: Sequence[str]
    verify_url: str
    code: str
    text_hash: str
    opened_at: datetime
    correction_note: str = ""
    pictures: Mapping[int, bytes] = field(default_factory=dict)


def pdf(paper: Paper, document: Document, known: Resolved) -> bytes:
    """A4, tagged for readers of screens (PDF/UA-1); its only moment is the opening."""
    words = _WORDS.get(known.language, _WORDS["id"])
    listed = sources(document, known)
    numbers = _numbers(known, listed)
    data: dict[str, Any] = {
        "title": paper.title,
        "author": paper.letterhead[0] if paper.letterhead else "",
        "lang": known.language,
        "words": words,
        "kind": words["kind"].get(paper.kind, ""),  # type: ignore[attr-defined]
        "number": paper.number,
        "date": paper.date,
        "letterhead": list(paper.letterhead),
        "contact": list(paper.contact),
        "url": paper.verify_url,
        "code": paper.code,
        "hash": " ".join(paper.text_hash[at : at + 8] for at in range(0, len(paper.text_hash), 8)),
        "note": paper.correction_note,
        "blocks": [block for node in document["content"] if (block := _block(node, known, numbers, paper))],
        "sources": [{"number": one.number, "text": one.text} for one in listed],
    }
    files = {f"photo-{id_}.jpg": content for id_, content in paper.pictures.items()}
    files["qr.svg"] = _qr(paper.verify_url)
    return typeset(_BODY, data, made_at=paper.opened_at, files=files)


def _qr(url: str) -> bytes:
    drawn = BytesIO()
    # Level M bears a fold or a stain of 15 % (ISO/IEC 18004); the quiet zone of four modules is the standard's.
    segno.make(url, error="m", micro=False).save(drawn, kind="svg", border=4, xmldecl=False, svgns=True, nl=False)
    return drawn.getvalue()


def _numbers(known: Resolved, listed: Sequence[Source]) -> dict[int, int]:
    by_source = {(one.text, one.url): one.number for one in listed}
    return {
        id_: by_source[(fact.source, fact.url)]
        for id_, fact in known.facts.items()
        if (fact.source, fact.url) in by_source
    }


def _block(node: Node, known: Resolved, numbers: Mapping[int, int], paper: Paper) -> dict[str, Any] | None:
    kind = node["type"]
    if kind in ("paragraph", "heading"):
        pieces = _pieces(node, numbers)
        return {"kind": kind, "pieces": pieces, "level": node.get("attrs", {}).get("level", 0)} if pieces else None
    if kind == "quotation":
        said = [_pieces(inner, numbers) for inner in node["content"] if plain_of(inner).strip()]
        return {"kind": kind, "said": said, "speaker": speaker_of(node)} if said else None
    if kind == "bullet_list":
        items = [_pieces(item["content"][0], numbers) for item in node["content"]]
        return {"kind": kind, "items": [item for item in items if item]}
    if kind == "figures":
        cells = [known.facts[id_] for one in node["content"] if (id_ := one["attrs"]["fact"]) in known.facts]
        return {"kind": kind, "cells": [{"value": one.figure, "claim": one.claim} for one in cells]} if cells else None
    photo = known.photos.get(node["attrs"]["id"])
    if photo is None or photo.id not in paper.pictures:
        return None
    credit = f"{known.say('photo')}: {photo.credit}" if photo.credit else ""
    caption = " ".join(part for part in (photo.caption, credit) if part)
    return {"kind": kind, "file": f"photo-{photo.id}.jpg", "alt": photo.alt or photo.caption or "–", "caption": caption}


def _pieces(node: Node, numbers: Mapping[int, int]) -> list[dict[str, Any]]:
    """Runs with their look: the source's number stands behind the last run of its fact."""
    found: list[dict[str, Any]] = []
    for fact, run in runs(node.get("content", []), MARKS[0]):
        for piece in run:
            marks = {mark["type"] for mark in piece.get("marks", ())}
            found.append({"text": piece["text"], "strong": "strong" in marks, "em": "em" in marks, "number": 0})
        number = numbers.get(fact["attrs"]["id"]) if fact else None
        if number:
            found[-1]["number"] = number
    return found


_BODY = r"""
#set page(footer: context [
  #line(length: 100%, stroke: 0.5pt + rgb("#d8cfc2"))
  #set text(size: 8pt, fill: rgb("#5b5148"))
  #d.number #h(1fr) #counter(page).display("1 / 1", both: true)
])
#let mark(body) = text(font: "Plus Jakarta Sans", fill: rgb("#7a4a12"), body)
#let note(body) = block(width: 100%, inset: 8pt, stroke: (left: 2.5pt + rgb("#7a4a12")), fill: rgb("#f6efe4"), body)
#let sub(level, body) = {
  let words = text(font: "Plus Jakarta Sans", size: (14 - level) * 1pt, body)
  block(above: 1.6em, below: 0.9em, sticky: true, heading(level: level, words))
}
#let said(pieces) = {
  for p in pieces {
    let t = text(p.text)
    if p.strong { t = strong(t) }
    if p.em { t = emph(t) }
    t
    if p.number > 0 { super(typographic: false, size: 0.62em, mark(str(p.number))) }
  }
}
#align(center)[
  #for (place, row) in d.letterhead.enumerate() {
    if place == 0 { text(size: 13pt, weight: 700, row) } else { text(size: 9.5pt, row) }
    linebreak()
  }
]
#v(-2mm)
#line(length: 100%, stroke: 1.6pt)
#v(2mm)
#grid(columns: (1fr, auto), text(weight: 700, tracking: 0.06em, d.kind), text([#d.words.number #d.number]))
#v(1mm)
#heading(level: 1, text(font: serif, size: 19pt, weight: 600, d.title))
#v(1mm)
#quiet(d.date)
#v(2mm)
#if d.note != "" [
  #note[*#d.words.corrected.* #d.note]
]
#set text(font: serif, size: 11pt)
#set par(leading: 0.72em, spacing: 1.05em, justify: false)
#for b in d.blocks {
  if b.kind == "paragraph" { block(spacing: 1.2em, said(b.pieces)) }
  else if b.kind == "heading" { sub(b.level, said(b.pieces)) }
  else if b.kind == "quotation" {
    block(spacing: 1.4em, inset: (left: 12pt, y: 2pt), stroke: (left: 1.5pt + rgb("#5b5148")))[
      #for one in b.said { block(below: 0.8em, emph(said(one))) }
      #if b.speaker != "" { text(font: "Plus Jakarta Sans", size: 9pt, b.speaker) }
    ]
  }
  else if b.kind == "bullet_list" { block(spacing: 1.2em, list(spacing: 0.8em, ..b.items.map(said))) }
  else if b.kind == "figures" {
    block(spacing: 1.4em, grid(columns: (1fr,) * b.cells.len(), gutter: 10pt, ..b.cells.map(c => [
      #text(size: 15pt, weight: 600, c.value) #linebreak() #text(font: "Plus Jakarta Sans", size: 8.5pt, c.claim)
    ])))
  }
  else if b.kind == "photo" {
    block(breakable: false)[
      #image(b.file, width: 100%, height: 72mm, fit: "contain", alt: b.alt)
      #text(font: "Plus Jakarta Sans", size: 8.5pt, b.caption)
    ]
  }
}
#set text(font: "Plus Jakarta Sans", size: 9pt)
#set par(leading: 0.6em, spacing: 0.7em)
#if d.sources.len() > 0 [
  #heading(level: 2, text(size: 9.5pt, d.words.sources))
  #for one in d.sources { par([#str(one.number). #one.text]) }
]
#v(3mm)
#block(breakable: false, width: 100%)[
  #line(length: 100%, stroke: 1.2pt)
  #v(1mm)
  #grid(columns: (1fr, 30mm), gutter: 8mm,
    [
      #if d.contact.len() > 0 [
        #text(weight: 700, d.words.contact) #linebreak()
        #for row in d.contact { row; linebreak() }
        #v(2mm)
      ]
      #text(weight: 700, d.words.verify) #linebreak()
      #d.words.scan #d.url #linebreak()
      #d.words.code *#d.code* #linebreak()
      #text(size: 7.5pt, fill: rgb("#5b5148"), [#d.words.hash: #d.hash])
    ],
    image("qr.svg", width: 30mm, alt: d.words.verify + ": " + d.url),
  )
]
"""
