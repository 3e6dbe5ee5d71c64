"""The floors hold, and each kind of sin against them is refused by name."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).parent / "lint-imports"

SINS = {
    "a desk that looks up": (
        "desks/facts/queries.py",
        "from kentongan.desks.newsroom.models import Version\n",
        "A desk knows only the desks below it",
    ),
    "neighbours that meet": (
        "desks/dispatch/queries.py",
        "from kentongan.desks.monitoring.models import Clip\n",
        "A desk knows only the desks below it",
    ),
    "the ground that looks at a desk": (
        "ground/mailroom/queries.py",
        "from kentongan.desks.newsroom.models import Version\n",
        "Faces stand on desks, desks stand on the ground",
    ),
    "the ground out of order": (
        "ground/units/queries.py",
        "from kentongan.ground.directory.models import Person\n",
        "The ground has an order too",
    ),
    "a junk drawer in a desk": ("desks/facts/utils.py", "", "Inside a room"),
    "a junk drawer beside the floors": ("common/__init__.py", "", "Faces stand on desks"),
    "a desk without a storey": ("desks/hospitality/__init__.py", "", "A desk knows only the desks below it"),
    "a noun that knows its verbs": (
        "ground/units/models.py",
        "def late():\n    from kentongan.ground.units import actions\n",
        "Inside a room",
    ),
    "Django in the law": ("ground/clock/rules/sin.py", "from django.utils import timezone\n", "Rules are plain Python"),
    "a socket in the law": ("ground/record/rules/sin.py", "import socket\n", "never talk to the outside"),
    "a subprocess in a verb": ("desks/facts/actions.py", "import subprocess\n", "never talk to the outside"),
    "a face that looks at a face": (
        "faces/wire/feeds.py",
        "from kentongan.faces.counter import counter\n",
        "Faces never look at each other",
    ),
}


def lint(source: Path) -> str:
    """Run the contracts over a source folder with the project's own configuration; what was broken."""
    done = subprocess.run(
        [str(LINT), "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=source.parent,
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    # Rich wraps its lines at 80 columns; a contract's name may stand on two of them.
    said = re.sub(r"\s+", " ", done.stdout + done.stderr)
    return "" if done.returncode == 0 else said


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    source = tmp_path_factory.mktemp("house") / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__", "static", "locale"))
    return source


def test_the_house_as_it_stands_breaks_no_contract():
    assert lint(ROOT / "src") == ""


@pytest.mark.parametrize("sin", list(SINS))
def test_a_planted_sin_is_refused_by_name(copy, sin):
    place, line, contract = SINS[sin]
    file = copy / "kentongan" / place
    before = file.read_text() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh_package = before is None and not (file.parent / "__init__.py").exists()
    if fresh_package:
        (file.parent / "__init__.py").touch()
    try:
        file.write_text((before or "") + "\n" + line)
        said = lint(copy)
    finally:
        if before is None:
            shutil.rmtree(file.parent) if fresh_package or file.name == "__init__.py" else file.unlink()
        else:
            file.write_text(before)
    assert re.search(rf"{re.escape(contract)}[^.]*BROKEN|{re.escape(contract)}", said), said[-1500:]
    assert "BROKEN" in said or "broken" in said
