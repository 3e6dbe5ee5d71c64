"""What imports can't say: verbs take `by` and `now`, nobody reads the clock below the screens, words.md knows every noun."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "kentongan"
ROOMS = [config.name for config in apps.get_app_configs() if config.name.startswith("kentongan.")]


def modules(*names: str) -> list[Path]:
    """Every file of these layers, packages too."""
    found = []
    for name in names:
        found += [*HOUSE.glob(f"*/*/{name}.py"), *HOUSE.glob(f"*/*/{name}/**/*.py")]
    return sorted(found)


def verbs() -> list:
    """Every public function of every `actions` module."""
    found = []
    for file in modules("actions"):
        name = ".".join(file.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        found += [
            function
            for _, function in inspect.getmembers(module, inspect.isfunction)
            if function.__module__ == module.__name__ and not function.__name__.startswith("_")
        ]
    return found


@pytest.mark.parametrize("verb", verbs(), ids=lambda verb: f"{verb.__module__}.{verb.__name__}")
def test_a_verb_is_called_by_name_with_by_and_now(verb):
    parameters = inspect.signature(verb).parameters
    first = [p.name for p in parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
    # `announce` takes the event as its one positional: it reads as a sentence.
    assert first in ([], ["happened"], ["looks"], ["duty", "tick"]), first
    assert "now" in parameters
    assert len([p for p in parameters.values() if p.kind is not p.VAR_KEYWORD]) <= 11


def test_nobody_below_the_screens_reads_the_clock():
    reading = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|datetime\.today\(|time\.time\(|utcnow\(")
    guilty = [
        f"{file.relative_to(HOUSE)}:{number}"
        for file in modules("rules", "actions", "queries", "policies", "models", "events", "forms", "listeners")
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if reading.search(line)
    ]
    assert guilty == []


def test_every_noun_stands_in_words_md():
    known = (ROOT / "docs" / "words.md").read_text().lower().replace("-", "").replace(" ", "")
    missing = [
        model.__name__
        for room in ROOMS
        for model in apps.get_app_config(
            room.rpartition(".")[2] if ".faces." not in room else f"faces_{room.rpartition('.')[2]}"
        ).get_models()
        if model.__name__.lower() not in known
    ]
    assert missing == []


def test_every_event_says_who_hears_it():
    from kentongan.ground.record.events import REGISTERED

    silent = [
        name
        for name, event in REGISTERED.items()
        if event.__module__.startswith("kentongan.") and "Heard by" not in (event.__doc__ or "")
    ]
    assert silent == []


def test_no_file_is_a_junk_drawer_and_few_are_long():
    refused = {"utils.py", "helpers.py", "services.py", "common.py", "core.py", "lib.py", "base.py", "manager.py"}
    assert [str(file.relative_to(HOUSE)) for file in HOUSE.rglob("*.py") if file.name in refused] == []
    assert [
        str(file.relative_to(HOUSE)) for file in HOUSE.rglob("*.py") if len(file.read_text().splitlines()) > 500
    ] == []


def test_every_public_function_of_a_rule_has_a_docstring():
    bare = []
    for file in modules("rules"):
        for node in ast.parse(file.read_text()).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                bare.append(f"{file.relative_to(HOUSE)}:{node.name}")
    assert bare == []
