"""Findings drawn into the text: the words underlined, the number behind them. Only for the screen; never saved."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from .document import Document, Node, Path
from .findings import Finding

FLAG = "flag"  # a mark of the screen, outermost; `check` refuses it in a document


def flagged(document: Document, findings: Sequence[Finding]) -> Document:
    """A copy whose pieces carry a `flag` mark with number and severity. Where two overlap, the weightier one shows."""
    marked = copy.deepcopy(document)
    for number, one in enumerate(findings, start=1):
        if one.path and one.end > one.start:
            _flag(marked, one.path, one.start, one.end, {"n": number, "severity": one.severity})
    return marked


def _flag(document: Document, path: Path, start: int, end: int, attrs: dict[str, object]) -> None:
    node: Node = document
    for place in path:
        if place >= len(node.get("content", ())):
            return
        node = node["content"][place]
    pieces: list[Node] = []
    at = 0
    for piece in node.get("content", []):
        words, marks = piece["text"], piece.get("marks", [])
        a, b = max(start - at, 0), min(end - at, len(words))
        at += len(words)
        if a >= b or any(mark["type"] == FLAG for mark in marks):
            pieces.append(piece)
            continue
        pieces += [{**piece, "text": words[:a]}] if a else []
        pieces.append({**piece, "text": words[a:b], "marks": [{"type": FLAG, "attrs": attrs}, *marks]})
        pieces += [{**piece, "text": words[b:]}] if b < len(words) else []
    node["content"] = pieces
