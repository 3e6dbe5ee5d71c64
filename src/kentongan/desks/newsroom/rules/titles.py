"""Names and titles in a text against the directory, which is given as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from kentongan.ground.language.rules.names import Mention, NameIndex, find_names, same_person

from .document import Block, Document
from .findings import NOTE, WARN, Finding, Fix, at, gettext_noop

# Titles in front of a name stand between the post and the name: "Bupati Dr. H. Wirya Adiguna".
_FRONT = re.compile(r"(?:(?:[A-Z][a-z]{0,4}\.|[A-Z]\.(?:[A-Z]\.)*|[Dd]rs?g?\.|Prof\.)\s)+\Z")
_NAME_AFTER = re.compile(r",?\s+(?:(?:[A-Z][a-z]{0,4}\.|[A-Z]\.)\s)*(?P<name>[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){1,3})")
_ACTING = re.compile(r"(?:Plt|Plh|Pj|Pjs)\.\s\Z")
# One letter wrong in eight is a slip of the finger; two in eight may be another person.
_SLIP = 0.8

WRONG, WHY_WRONG = (
    gettext_noop("%(name)s is %(right)s, not %(said)s."),
    gettext_noop("The directory says what each person held on that day."),
)
UNKNOWN, WHY_UNKNOWN = (
    gettext_noop("%(words)s isn't in the directory."),
    gettext_noop("Ask how the name is written, then add the person."),
)


@dataclass(frozen=True)
class Known:
    """A person of the directory: the bare name, the full one with degrees, the titles held on the day of the text."""

    id: int
    name: str
    full: str
    titles: tuple[str, ...] = ()


def names(document: Document, blocks: Sequence[Block], people: Sequence[Known]) -> Iterator[Finding]:
    """Wrong titles, slips in names of people whom the directory knows, and names that it doesn't know."""
    if not people:
        return
    index = _Index(tuple(people))
    for block in blocks:
        yield from _in_block(block, index)
    for place, node in enumerate(document["content"]):
        if node["type"] == "quotation" and node["attrs"]["name"]:
            yield from _speaker(place, node["attrs"], index)


class _Index:
    def __init__(self, people: tuple[Known, ...]) -> None:
        self.people = people
        self.by_id = {person.id: person for person in people}
        self.by_name = {person.name: person for person in people if re.search(r"\w", person.name)}
        self.names = _scanner(tuple(self.by_name))
        titles = {title: None for person in people for title in person.titles if re.search(r"\w", title)}
        self.titles = _scanner(tuple(titles))

    def known(self, name: str) -> bool:
        return any(same_person(name, person.name) for person in self.people)


@lru_cache(maxsize=8)
def _scanner(words: tuple[str, ...]) -> NameIndex:
    """Building costs more than scanning; the directory is the same for many texts."""
    return NameIndex(words or ("\u0001a",))


def _in_block(block: Block, index: _Index) -> Iterator[Finding]:
    text = block.text
    titles = index.titles.scan(text)
    ends = {mention.end: mention for mention in titles}
    mentions = index.names.scan(text)
    for mention in mentions:
        yield from _title_before(block, mention, ends, index)
    seen = [(mention.start, mention.end) for mention in mentions]
    for title in titles:
        after = _NAME_AFTER.match(text, title.end)
        if after is None or any(a < after.end("name") and after.start("name") < b for a, b in seen):
            continue
        person = _slip(after["name"], index.people)
        if person is None:
            continue
        seen.append(after.span("name"))
        start = after.start("name")
        end = start + len(_same_length(after["name"], person.name))
        yield at(
            block,
            (start, end),
            rule="name-slip",
            severity=WARN,
            message=gettext_noop("“%(words)s”: the directory writes %(name)s."),
            why=gettext_noop("A name spelt wrongly is the first complaint of the day."),
            fixes=(
                Fix(
                    gettext_noop("Write %(name)s"), "replace", start, end, put=person.name, values={"name": person.name}
                ),
            ),
            name=person.name,
        )
    yield from _unknown(block, index, seen, titles)


def _title_before(block: Block, mention: Mention, ends: dict[int, Mention], index: _Index) -> Iterator[Finding]:
    person = index.by_name[index.names.names[mention.number]]
    head = _FRONT.sub("", block.text[: mention.start]).rstrip()
    head = head[:-1].rstrip() if head.endswith(",") else head
    title = ends.get(len(head))
    if title is None or not person.titles:
        return
    acting = _ACTING.search(block.text[: title.start])
    said = f"{acting[0].strip() if acting else ''} {index.titles.names[title.number]}".strip()
    if any(_holds(said, held) for held in person.titles):
        return
    start, right = title.start - (len(acting[0]) if acting else 0), person.titles[0]
    yield at(
        block,
        (start, mention.end),
        rule="title-wrong",
        severity=WARN,
        message=WRONG,
        why=WHY_WRONG,
        fixes=(Fix(gettext_noop("Write %(right)s"), "replace", start, title.end, put=right, values={"right": right}),),
        name=person.name,
        right=right,
        said=said,
    )


def _holds(said: str, title: str) -> bool:
    """A shorter form of the same post is right: "Bupati" for "Bupati Tirta Kencana"; "Plt." may not fall out."""
    said, title = said.casefold(), title.casefold()
    return title == said or title.startswith(f"{said} ")


def _slip(name: str, people: Sequence[Known]) -> Known | None:
    for person in people:
        mine = _same_length(name, person.name)
        if not same_person(mine, person.name) and DamerauLevenshtein.normalized_similarity(mine, person.name) >= _SLIP:
            return person
    return None


def _same_length(name: str, other: str) -> str:
    return " ".join(name.split()[: len(other.split())])


def _unknown(block: Block, index: _Index, seen: list[tuple[int, int]], titles: Sequence[Mention]) -> Iterator[Finding]:
    taken = [*seen, *((title.start, title.end) for title in titles)]
    for one in find_names(block.text):
        inside = any(a < one.end and one.start < b for a, b in taken)
        if not inside and len(one.name.name.split()) > 1 and not index.known(one.name.name):
            yield at(block, (one.start, one.end), rule="name-unknown", severity=NOTE, message=UNKNOWN, why=WHY_UNKNOWN)


def _speaker(place: int, attrs: dict[str, Any], index: _Index) -> Iterator[Finding]:
    person = index.by_id.get(attrs["person"]) if attrs["person"] else None
    person = person or next((one for one in index.people if same_person(attrs["name"], one.name)), None)
    if person is None:
        words = {"words": attrs["name"]}
        yield Finding("name-unknown", NOTE, UNKNOWN, WHY_UNKNOWN, path=(place, 0), values=words)
    elif attrs["title"] and person.titles and not any(_fits(attrs["title"], held) for held in person.titles):
        said = {"name": person.name, "right": person.titles[0], "said": attrs["title"]}
        yield Finding("title-wrong", WARN, WRONG, WHY_WRONG, path=(place, 0), values=said)


def _fits(said: str, title: str) -> bool:
    return _holds(said, title) or _holds(title, said)
