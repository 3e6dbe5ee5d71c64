"""An upgrade as an operator does it: another source over the same KENTONGAN_HOME."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.test_moving import TOML

SOURCE = Path(__file__).resolve().parents[2] / "src"


def run(source, home, *command):
    return subprocess.run(
        [sys.executable, "-m", "kentongan", *command],
        env={**os.environ, "PYTHONPATH": str(source), "KENTONGAN_HOME": str(home), "KENTONGAN_DATABASE": ""},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def moved_in(tmp_path_factory) -> Path:
    """A home into which an institution has moved."""
    folder = tmp_path_factory.mktemp("upgrade")
    (folder / "institution.toml").write_text(TOML)
    made = run(SOURCE, folder / "home", "init", "--file", str(folder / "institution.toml"), "--no-input")
    assert made.returncode == 0, made.stderr
    return folder / "home"


@pytest.fixture
def newer(tmp_path) -> Path:
    """A copy of the source, to be changed as a new release would."""
    ignored = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(SOURCE, tmp_path / "src", ignore=ignored)


def test_after_an_upgrade_no_printed_page_keeps_the_old_look(moved_in, newer):
    site = moved_in / "site" / "current"
    assert run(SOURCE, moved_in, "print").returncode == 0
    before = (site / "index.html").read_text()
    assert run(SOURCE, moved_in, "print").returncode == 0
    assert (site / "index.html").read_text() == before

    style = newer / "kentongan/ground/ui/static/ui/tokens.css"
    style.write_text(f"{style.read_text()}\n/* newer */\n")
    template = newer / "kentongan/faces/frontdesk/templates/frontdesk/missing.html"
    template.write_text(template.read_text().replace("<h1", '<h1 data-look="newer"', 1))
    assert run(newer, moved_in, "print").returncode == 0
    after = (site / "index.html").read_text()
    asked = re.compile(r"/statik/ui/tokens\.css\?v=(\w+)")
    assert asked.search(after)[1] != asked.search(before)[1]
    assert (site / "statik/ui/tokens.css").read_text().endswith("/* newer */\n")
    assert 'data-look="newer"' in (site / "404.html").read_text()
    assert run(newer, moved_in, "print", "--check").returncode == 0
