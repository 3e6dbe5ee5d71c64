"""The documents: lists them; `--check` holds them against the program, `--shots` takes their pictures anew."""

import argparse
import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kentongan.cli import BadInput, commands

ROOT = Path(__file__).resolve().parents[3]
HOUSE = ROOT / "src" / "kentongan"
FRONT = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
PICTURES = (".webp", ".png", ".jpg", ".svg")
LARGEST_PICTURE, LARGEST_ALL = 80_000, 2_000_000

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
VARIABLE = re.compile(r"\bKENTONGAN_[A-Z]+(?:_[A-Z]+)*\b")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
# What a writer leaves for later; a page that says it isn't finished isn't kept.
UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|lorem ipsum|coming soon", re.IGNORECASE)


def main(argv: list[str]) -> int:
    """Exit 1 where a document and the program differ, each difference a sentence."""
    parser = argparse.ArgumentParser(prog="kentongan docs", description=__doc__)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--check", action="store_true", help="say what is missing, stale or leads nowhere")
    how.add_argument("--shots", action="store_true", help="take the pictures of docs/office anew (needs Chromium)")
    options = parser.parse_args(argv)
    if options.shots:
        return take_pictures()
    pages = documents(ROOT)
    if not options.check:
        for page in pages:
            print(f"{page.relative_to(ROOT)!s:<40} {title(page)}")
        return 0
    found = list(faults(ROOT))
    print("\n".join(found) or f"{len(pages)} documents say what the program does.")
    return 1 if found else 0


def take_pictures() -> int:
    """Run the script beside the pictures; it starts a demo of its own."""
    if importlib.util.find_spec("playwright") is None:
        raise BadInput("pictures need what the tests need; './kentongan check' installs it.")
    environment = {**os.environ, "PYTHONPATH": str(HOUSE.parent)}
    script = ROOT / "docs" / "office" / "shots.py"
    return subprocess.run([sys.executable, str(script)], cwd=ROOT, env=environment, check=False).returncode


def documents(root: Path) -> list[Path]:
    """Every page that people read."""
    return [*(root / name for name in FRONT if (root / name).exists()), *sorted((root / "docs").rglob("*.md"))]


def title(page: Path) -> str:
    """Its first heading."""
    found = HEADING.search(page.read_text(encoding="utf-8"))
    return found[1] if found else ""


def faults(root: Path) -> Iterator[str]:
    """Everything in which documents and program differ, a sentence each."""
    pages = documents(root)
    for name in FRONT:
        if not (root / name).exists():
            yield f"{name} isn't there."
    named: set[Path] = set()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        yield from unfinished(page.relative_to(root), text)
        yield from links(root, page, text, named)
        yield from tests_named(root, page.relative_to(root), text)
    yield from pictures(root, named)
    yield from told_commands(root)
    yield from told_settings(root)
    yield from told_rooms(root)
    yield from told_file_names(root)


def unfinished(where: Path, text: str) -> Iterator[str]:
    """Words that stand for words."""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := UNFINISHED.search(line):
            yield f"{where}:{number}: '{found[0]}' is a promise, not a document."


def links(root: Path, page: Path, text: str, named: set[Path]) -> Iterator[str]:
    """Relative links that lead nowhere; `named` gathers what is linked to."""
    where = page.relative_to(root)
    for target in LINK.findall(FENCE.sub("", text)):
        if re.match(r"[a-z]+:", target) or target.startswith("/"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        named.add(file)
        if not file.exists():
            yield f"{where}: the link {target} leads nowhere."
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            yield f"{where}: {path or where.name} has no heading '{anchor}'."


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings are linked to, as forges make them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in HEADING.findall(text)}


def tests_named(root: Path, where: Path, text: str) -> Iterator[str]:
    """Tests by which a page proves something, and that aren't there."""
    for path, name in TEST.findall(text):
        file = root / path
        if not file.exists() or name not in functions(file):
            yield f"{where}: there is no test {path}::{name}."


def functions(file: Path) -> set[str]:
    """The names of a file's functions."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def pictures(root: Path, named: set[Path]) -> Iterator[str]:
    """Pictures that nobody shows, and those too heavy for a slow line."""
    kept = [file for file in sorted((root / "docs").rglob("*")) if file.suffix in PICTURES]
    for file in kept:
        if file.resolve() not in named:
            yield f"{file.relative_to(root)}: no page shows it."
        if file.stat().st_size > LARGEST_PICTURE:
            yield f"{file.relative_to(root)}: {file.stat().st_size // 1000} kB; at most {LARGEST_PICTURE // 1000}."
    whole = sum(file.stat().st_size for file in kept)
    if whole > LARGEST_ALL:
        yield f"docs: pictures of {whole / 1e6:.1f} MB; at most {LARGEST_ALL / 1e6:.0f}."


def told_commands(root: Path) -> Iterator[str]:
    """Each command has its heading in docs/operate/commands.md and each of its options a word below it; none else."""
    where = "docs/operate/commands.md"
    parts = re.split(r"^## ([a-z]+)$", page_text(root, where), flags=re.MULTILINE)
    told, known = dict(zip(parts[1::2], parts[2::2], strict=True)), set(commands())
    yield from (f"{where}: the command '{name}' has no heading." for name in sorted(known - set(told)))
    yield from (f"{where}: there is no command '{name}'." for name in sorted(set(told) - known))
    for name in sorted(known & set(told)):
        said, has = set(OPTION.findall(LINK.sub("", told[name]))), options_of(HOUSE / "cli" / f"{name}.py")
        yield from (f"{where}: '{name}' has {option}, and nothing says so." for option in sorted(has - said))
        yield from (f"{where}: '{name}' has no {option}." for option in sorted(said - has))


def options_of(file: Path) -> set[str]:
    """The long options that a command's file adds to a parser, or looks for among its words itself."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found: set[object] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument":
            found |= {each.value for each in node.args if isinstance(each, ast.Constant)}
        elif isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):  # "--all" in argv
            found.add(node.left.value)
    return {each for each in found if isinstance(each, str) and OPTION.fullmatch(each)}


def told_settings(root: Path) -> Iterator[str]:
    """Each variable that anything reads has its row in docs/operate/settings.md, and no row names another."""
    read: set[str] = set()
    places = [root / "kentongan", root / "tests" / "conftest.py", *(root / "src").rglob("*.py")]
    for file in [*places, *(root / "benchmarks").rglob("*.py")]:
        if file.exists():
            read |= set(VARIABLE.findall(file.read_text(encoding="utf-8")))
    told = set(re.findall(r"^\| `(KENTONGAN_[A-Z_]+)`", page_text(root, "docs/operate/settings.md"), re.MULTILINE))
    yield from (f"docs/operate/settings.md: {name} is read and has no row." for name in sorted(read - told))
    yield from (f"docs/operate/settings.md: nothing reads {name}." for name in sorted(told - read))


def told_rooms(root: Path) -> Iterator[str]:
    """Each room has its row in docs/develop/house.md; each address of the office its page in docs/office."""
    house = page_text(root, "docs/develop/house.md")
    office = "".join(page.read_text(encoding="utf-8") for page in sorted((root / "docs" / "office").glob("*.md")))
    for floor in ("faces", "desks", "ground"):
        for room in sorted((root / "src" / "kentongan" / floor).glob("*/__init__.py")):
            name = f"{floor}/{room.parent.name}"
            if f"`{name}`" not in house:
                yield f"docs/develop/house.md: {name} isn't told."
            urls = room.with_name("urls.py")
            found = re.search(r'^prefix = "([\w-]+)"', urls.read_text(), re.MULTILINE) if urls.exists() else None
            if found and f"/kantor/{found[1]}/" not in office:
                yield f"docs/office: no page tells of /kantor/{found[1]}/ ({name})."


def told_file_names(root: Path) -> Iterator[str]:
    """Each name of the closed list in pyproject.toml has its reason in docs/develop/house.md."""
    house = page_text(root, "docs/develop/house.md")
    with (root / "pyproject.toml").open("rb") as opened:
        contracts = tomllib.load(opened)["tool"]["importlinter"]["contracts"]
    inside = next(contract for contract in contracts if contract["name"].startswith("Inside a room"))
    for name in re.findall(r"\w+", " ".join(inside["layers"])):
        if not re.search(rf"^\| [^|]*`{name}`", house, re.MULTILINE):
            yield f"docs/develop/house.md: the file name '{name}' has no reason."


def page_text(root: Path, name: str) -> str:
    """A page's text, empty where it is missing: then everything that it should tell is missing."""
    file = root / name
    return file.read_text(encoding="utf-8") if file.exists() else ""
