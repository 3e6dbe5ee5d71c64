"""What a version's two hashes are made of, and the words that begin a manuscript."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kentongan.ground.language.rules.canonical import normalise_pasted
from kentongan.ground.language.rules.canonical import text_hash as canonical_hash

from .document import Document, Node, paragraph, text


@dataclass(frozen=True)
class Binding:
    """What an approver agrees to besides the text: who gets it, who may see it, when it opens, what the public reads
    about a correction, and the words under the photographs (the photographs themselves are in the text's hash)."""

    text_hash: str
    kind: str
    level: str
    audience: Mapping[str, Any]
    opens_at: datetime | None
    correction_note: str = ""
    captions: tuple[tuple[int, str, str, str], ...] = ()  # photograph, caption, alt, credit


def text_hash(canonical: str, *, facts: Iterable[tuple[int, int]], photographs: Iterable[str]) -> str:
    """SHA-256 over the canonical text, (fact, revision) pairs and the originals' own hashes."""
    return canonical_hash(canonical, facts=(f"{fact}:{revision}" for fact, revision in facts), files=photographs)


def pasted_hash(words: str) -> str:
    """SHA-256 of a text as it is when passed on by hand: a pasted text is found without reading every version."""
    return hashlib.sha256(normalise_pasted(words).encode("utf-8", "surrogatepass")).hexdigest()


def approval_hash(binding: Binding) -> str:
    """SHA-256 over the binding as JSON with sorted keys; moments in UTC, so that no zone makes another hash."""
    values = {
        "text": binding.text_hash,
        "kind": binding.kind,
        "level": binding.level,
        "audience": binding.audience,
        "opens_at": binding.opens_at.astimezone(UTC).isoformat() if binding.opens_at else None,
        "correction_note": binding.correction_note,
        "captions": [list(one) for one in binding.captions],
    }
    said = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Given:
    """A fact that an activity gives: `key` names the field (`date`, `place`, `official-7`)."""

    id: int
    key: str
    value: str


def lead(*, dateline: str, title: str, given: Iterable[Given], language: str = "id") -> Document:
    """A first paragraph from what the agenda knows: who is at what, where and when, each claim marked as its fact."""
    by_key = {one.key: one for one in given}
    officials = [one for key, one in by_key.items() if key.startswith("official")]
    pieces = [text(dateline, {"type": "strong"}), text(" – ")]
    for place, official in enumerate(officials):
        if place:
            last = place == len(officials) - 1
            pieces.append(text({"id": " dan ", "en": " and "}.get(language, ", ") if last else ", "))
        pieces.append(_marked(official))
    if officials:
        pieces.append(text({"id": " menghadiri ", "en": " attended "}.get(language, " – ")))
    pieces.append(text(title))
    if not officials:
        pieces.append(text({"id": " diselenggarakan", "en": " was held"}.get(language, "")))
    for key, word in (("place", {"id": " di ", "en": " at "}), ("date", {"id": " pada ", "en": " on "})):
        if key in by_key:
            pieces += [text(word.get(language, ", ")), _marked(by_key[key])]
    pieces.append(text("."))
    return {"type": "doc", "attrs": {"schema": 1}, "content": [paragraph(pieces)]}


def _marked(fact: Given) -> Node:
    return text(fact.value, {"type": "fact", "attrs": {"id": fact.id}})
