"""Nothing leaves the house past the gate: read from the source, so that what is written tomorrow is asked too.

A way out is a function that makes a page of the public site, a file or feed that a browser takes, or a letter. Each
must reach `may_leave` by its own calls, or stand in `NO_THING` with the reason why it carries no row that has a level.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kentongan.ground.record import registry

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kentongan"
GATE = "may_leave"
ANSWERS = {"FileResponse", "StreamingHttpResponse"}
ROOMS = ("desks", "faces", "ground")

# Ways out that ask no gate, each with its reason.
NO_THING = {
    "kentongan.desks.dispatch.actions._post": "a withdrawal goes to who has the text; the rest is asked (see below)",
    "kentongan.faces.frontdesk.printables.assets.assets": "our own style sheets and letters",
    "kentongan.faces.frontdesk.printables.pages.pages": "the house's own words: accessibility, privacy, about",
    "kentongan.faces.office.office.DiaryExport": "ids, choices and hashes; asks for a role",
    "kentongan.faces.office.office.Verifier": "a program of ours, as it stands in the repository",
    "kentongan.ground.approval.actions.links.send_code": "six digits and no word of the text",
    "kentongan.ground.approval.actions.ways.tell_holder": "that a password was changed; names no text",
    "kentongan.ground.approval.actions.ways.tell_old_address": "that an address was changed; names no text",
    "kentongan.ground.directory.office.importing.Template": "an empty table",
    "kentongan.ground.ui.office.lists.ListScreen": "rows that the row policy gave to its reader; see test_rows",
}


@dataclass
class Source:
    """The functions of the rooms, what each calls, and which of them are ways out."""

    calls: dict[str, set[str]] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    exits: list[tuple[str, str]] = field(default_factory=list)  # (where, name) of each exit given to the gate
    made: list[str] = field(default_factory=list)  # where an Exit is made by hand

    def read(self, module: str, text: str) -> None:
        """One module's functions and classes."""
        tree = ast.parse(text)
        names = dict(imported(tree, module))
        own = {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                where = f"{module}.{node.name}"
                self.calls[where] = {resolved(said, names, own, module) for said in mentioned(node)}
                self._note(where, node, names)

    def _note(self, where: str, node: ast.AST, names: dict[str, str]) -> None:
        if isinstance(node, ast.FunctionDef) and any("printable" in ast.unparse(d) for d in node.decorator_list):
            self.ways[where] = "prints pages"
        for call in (n for n in ast.walk(node) if isinstance(n, ast.Call)):
            said = ast.unparse(call.func)
            if said in ANSWERS or (said == "HttpResponse" and any(k.arg == "content_type" for k in call.keywords)):
                self.ways[where] = "hands a file over"
            if names.get(said.split(".")[0], "").startswith("kentongan.ground.mailroom") and said.endswith("post"):
                self.ways[where] = "writes a letter"
            if said.split(".")[-1] == GATE:
                self.exits += [(where, ast.unparse(k.value)) for k in call.keywords if k.arg == "exit"]
            if said in ("Exit", "rules.Exit") and not where.startswith("kentongan.ground.record.registry"):
                self.made.append(where)

    def asks(self, where: str, seen: set[str] | None = None) -> bool:
        """Whether a function reaches the gate by its own calls."""
        seen = seen if seen is not None else set()
        if where in seen:
            return False
        seen.add(where)
        return any(called.rpartition(".")[2] == GATE or self.asks(called, seen) for called in self.calls.get(where, ()))

    def guarded(self, where: str, seen: tuple = ()) -> bool:
        """Whether it asks, or is only ever called by what asks."""
        if self.asks(where):
            return True
        callers = [one for one, called in self.calls.items() if where in called and one != where]
        return bool(callers) and all(one not in seen and self.guarded(one, (*seen, where)) for one in callers)


def imported(tree: ast.AST, module: str) -> Iterator[tuple[str, str]]:
    """(name here, full name) of what a module imports from us."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: -node.level]
                base = ".".join([*above, base]).strip(".")
            for one in node.names:
                yield one.asname or one.name, f"{base}.{one.name}"


def mentioned(node: ast.AST) -> set[str]:
    """Every name and dotted name of a function or class: called, passed on, or looped over."""
    found = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Name):
            found.add(one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            found.add(f"{one.value.id}.{one.attr}")
    return found


def resolved(said: str, names: dict[str, str], own: set[str], module: str) -> str:
    """The full name of what is said in a module."""
    first, dot, rest = said.partition(".")
    if first in own:
        return f"{module}.{first}"
    return names[first] + dot + rest if first in names else said


def read_rooms() -> Source:
    """Every module of the rooms; packages are followed to where a name is made."""
    source = Source()
    for file in sorted(file for room in ROOMS for file in (SOURCE / room).rglob("*.py")):
        if "migrations" in file.parts:
            continue
        module = "kentongan." + ".".join(file.relative_to(SOURCE).with_suffix("").parts)
        source.read(module.removesuffix(".__init__") if file.name != "__init__.py" else module, file.read_text())
        if file.name == "__init__.py":  # what a package hands on
            package = module.removesuffix(".__init__")
            for name, full in imported(ast.parse(file.read_text()), module):
                source.calls.setdefault(f"{package}.{name}", set()).add(full)
    return source


@pytest.fixture(scope="module")
def source() -> Source:
    return read_rooms()


def test_each_way_out_asks_the_gate_or_says_why_it_need_not(source):
    past = {w: what for w, what in source.ways.items() if w not in NO_THING and not source.guarded(w)}
    assert past == {}, "these let something out and never ask may_leave"


def test_releases_and_corrections_ask_before_a_letter_is_written(source):
    desk = "kentongan.desks.dispatch.actions"
    assert [verb for verb in ("queue_release", "queue_correction") if not source.asks(f"{desk}.{verb}")] == []


def test_what_stands_in_the_list_is_still_a_way_out_that_does_not_ask(source):
    assert [w for w in NO_THING if w not in source.ways or source.guarded(w)] == []


def test_the_reading_finds_the_ways_we_know(source):
    assert {"prints pages", "hands a file over", "writes a letter"} == set(source.ways.values())
    assert len([1 for what in source.ways.values() if what == "prints pages"]) >= 7


def test_each_exit_given_to_the_gate_is_registered(source):
    registered = {name for name, value in vars(registry).items() if value in registry.EXITS.values()}
    unknown = [(w, n) for w, n in source.exits if n.rpartition(".")[2] not in registered | {"exit", "exit_"}]
    assert (unknown, source.made) == ([], [])
    assert {n for _, n in source.exits} >= {"OFFICE", "FEED", "VERIFY", "SEARCH", "CALENDAR", "PRIVATE_CALENDAR"}


def test_each_registered_exit_is_used(source):
    text = "\n".join(f.read_text() for room in ROOMS for f in (SOURCE / room).rglob("*.py") if f.name != "registry.py")
    assert [n for n, e in vars(registry).items() if e in registry.EXITS.values() and f" {n}" not in text] == []


PLANTED = """
from django.http import FileResponse
from kentongan.ground.record.rules import Exit, may_leave

def page(thing, reader, now):
    return may_leave(thing, reader=reader, exit=BACKDOOR, now=now)

def handed(path):
    return FileResponse(path.open("rb"))

def made():
    return Exit("backdoor", public=True)
"""


def test_a_planted_exit_a_planted_file_and_a_home_made_exit_are_seen():
    planted = Source()
    planted.read("kentongan.desks.planted.office", PLANTED)
    assert planted.exits == [("kentongan.desks.planted.office.page", "BACKDOOR")]
    assert "BACKDOOR" not in vars(registry)
    assert planted.made == ["kentongan.desks.planted.office.made"]
    assert planted.ways == {"kentongan.desks.planted.office.handed": "hands a file over"}
    assert (
        planted.asks("kentongan.desks.planted.office.handed"),
        planted.asks("kentongan.desks.planted.office.page"),
    ) == (
        False,
        True,
    )
