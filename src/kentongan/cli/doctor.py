"""Says what is present, what is missing, and the line that installs it."""

import argparse
import importlib.util
import os
import shutil
import sqlite3
import sys
from pathlib import Path

PROGRAMS = (
    ("chromium", "browser tests and screenshots", "apt-get install chromium"),
    ("initdb", "tests on PostgreSQL", "apt-get install postgresql"),
    ("wrk", "the benchmark public_page", "apt-get install wrk"),
    ("nginx", "its anchor", "apt-get install nginx-light"),
    ("msgfmt", "nothing at run time; translators use it", "apt-get install gettext"),
)
ANCHORS = (
    ("ahocorasick", "pyahocorasick", "bench mentions"),
    ("datasketch", "datasketch", "bench pickup"),
    ("gaoya", "gaoya", "bench stories"),
    ("snowballstemmer", "snowballstemmer", "bench stem"),
    ("nlp_id", "nlp-id", "bench stem"),
)


def main(argv: list[str]) -> int:
    """Exit 0 where everything the program itself needs is there, 1 otherwise."""
    argparse.ArgumentParser(prog="kentongan doctor", description=__doc__).parse_args(argv)
    home = Path(os.environ.get("KENTONGAN_HOME", "var")).resolve()
    needed = [
        ("Python ≥ 3.11", sys.version_info >= (3, 11), "install Python 3.11 or newer"),
        ("SQLite with FTS5", has_fts5(), "a Python whose SQLite has FTS5"),
        ("parts of requirements/run.txt", has_parts(), "./kentongan demo installs them"),
        (f"a folder for data: {home}", is_writable(home), "set KENTONGAN_HOME to a folder that you may write in"),
    ]
    for name, there, remedy in needed:
        print(f"{'present' if there else 'MISSING'}  {name}{'' if there else f'  →  {remedy}'}")
    for program, use, line in PROGRAMS:
        where = shutil.which(program) or next(iter(Path("/usr/lib/postgresql").glob(f"*/bin/{program}")), None)
        print(f"{'present' if where else 'absent '}  {program} ({use}){'' if where else f'  →  {line}'}")
    for module, package, use in ANCHORS:
        there = importlib.util.find_spec(module) is not None
        remedy = f"  →  .venv/bin/uv pip install {package}"
        print(f"{'present' if there else 'absent '}  {package} ({use}){'' if there else remedy}")
    return 0 if all(there for _, there, _ in needed) else 1


def has_fts5() -> bool:
    """Whether full-text search is compiled in."""
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except sqlite3.OperationalError:
        return False
    return True


def has_parts() -> bool:
    """Whether the large ones are there."""
    return all(importlib.util.find_spec(name) for name in ("django", "granian", "numpy", "rapidfuzz", "PIL", "typst"))


def is_writable(folder: Path) -> bool:
    """Whether data can be kept there; looks upward, makes nothing."""
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return os.access(nearest, os.W_OK)
