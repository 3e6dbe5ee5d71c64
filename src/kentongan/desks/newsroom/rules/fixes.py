"""A finding's fix applied to a document: the same that the editor does by a transaction, for the way without script."""

from __future__ import annotations

import copy

from .document import Document, Mark, Node, join, text
from .findings import Finding, Fix


class NoSuchFix(LookupError):
    """The text changed meanwhile; the fix no longer fits."""


def apply(document: Document, finding: Finding, fix: Fix, *, reason: str = "") -> Document:
    """A new document with the fix done. `reason` is for `not_claim`.

    Raises:
        NoSuchFix: the place isn't there, or a reason is wanted and missing.
    """
    if fix.do == "delete":
        return _without(document, finding)
    changed = copy.deepcopy(document)
    node = _node_at(changed, finding)
    if not 0 <= fix.start <= fix.end <= sum(len(piece["text"]) for piece in node.get("content", [])):
        raise NoSuchFix(fix.do)
    if fix.do == "replace":
        _replace(node, fix.start, fix.end, fix.put)
    elif fix.do == "mark":
        _mark(node, fix.start, fix.end, {"type": "fact", "attrs": {"id": fix.fact}})
    elif fix.do == "not_claim" and reason.strip():
        _mark(node, fix.start, fix.end, {"type": "not_claim", "attrs": {"reason": reason.strip()}})
    else:
        raise NoSuchFix(fix.do)
    return changed


def _without(document: Document, finding: Finding) -> Document:
    """The document without the block, or without the item or paragraph where the block holds more than one."""
    if not finding.path or finding.path[0] >= len(document["content"]):
        raise NoSuchFix("delete")
    content = list(document["content"])
    outer = content[finding.path[0]]
    if len(finding.path) > 1 and len(outer["content"]) > 1:
        inner = [node for place, node in enumerate(outer["content"]) if place != finding.path[1]]
        content[finding.path[0]] = {**outer, "content": inner}
    else:
        del content[finding.path[0]]
    return {**document, "content": content or [{"type": "paragraph"}]}


def _node_at(document: Document, finding: Finding) -> Node:
    node: Node = document
    try:
        for place in finding.path:
            node = node["content"][place]
    except (IndexError, KeyError) as error:
        raise NoSuchFix(finding.key) from error
    if not finding.path:
        raise NoSuchFix(finding.key)
    return node


def _split(node: Node, at: int) -> tuple[list[Node], list[Node]]:
    left: list[Node] = []
    right: list[Node] = []
    for piece in node.get("content", []):
        words = piece["text"]
        if at >= len(words):
            left.append(piece)
        elif at <= 0:
            right.append(piece)
        else:
            left.append({**piece, "text": words[:at]})
            right.append({**piece, "text": words[at:]})
        at -= len(words)
    return left, right


def _replace(node: Node, start: int, end: int, put: str) -> None:
    left, rest = _split(node, start)
    middle, right = _split({"content": rest}, end - start)
    marks = middle[0].get("marks", []) if middle else []
    _set(node, [*left, text(put, *marks), *right])


def _mark(node: Node, start: int, end: int, mark: Mark) -> None:
    left, rest = _split(node, start)
    middle, right = _split({"content": rest}, end - start)
    # A fact isn't at once no claim: what stood there of the two gives way.
    marked = [
        text(piece["text"], mark, *(one for one in piece.get("marks", []) if one["type"] not in ("fact", "not_claim")))
        for piece in middle
    ]
    _set(node, [*left, *marked, *right])


def _set(node: Node, pieces: list[Node]) -> None:
    joined = join(pieces)
    node.pop("content", None)
    if joined:
        node["content"] = joined
