"""Remove any desk, with what stands on it, and the floors below go on as if it had never been there.

The tree is copied, the desks and the faces are cut off from the top down, and a quick choice of the lower floors'
tests runs in a process of its own against what is left.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
# From the top; removing one removes all before it too, and the faces and the demo that show them.
DESKS = ["evaluation", "monitoring", "dispatch", "newsroom", "facts", "agenda"]
GROUND = ["ground/record", "ground/units", "ground/press/test_printing.py", "ground/worklist", "ground/clock"]
# They ask the faces, which are cut off with the desks.
OF_FACES = (
    "tests/ground/worklist/test_worklist.py::test_today_and_the_list_show_it",
    "tests/desks/agenda/test_screens.py::test_the_private_calendar_follows_its_holders_level_and_ends_with_a_new_address",
    "tests/desks/dispatch/test_sending.py::test_only_those_who_send_for_its_unit_are_asked_to_share_a_release",
)
# The tests that say of each desk that it still works.
OF_DESK = {
    "agenda": "desks/agenda",
    "facts": "desks/facts",
    "newsroom": "desks/newsroom/test_opening.py",
    "dispatch": "desks/dispatch",
    "monitoring": "desks/monitoring",
}


def cut(folder: Path, gone: list[str]) -> None:
    """What is left of the house without these desks."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml",):
        shutil.copy(ROOT / file, folder / file)
    for more in ("requirements", "benchmarks"):
        shutil.copytree(ROOT / more, folder / more, ignore=shutil.ignore_patterns("__pycache__"))
    house = folder / "src" / "kentongan"
    for path in (*(house / "desks" / one for one in gone), house / "faces", house / "demo"):
        shutil.rmtree(path)
    (house / "faces").mkdir()
    (house / "faces" / "__init__.py").touch()


def below(gone: list[str]) -> list[str]:
    """The tests of the floors that stand."""
    standing = [OF_DESK[one] for one in DESKS if one not in gone]
    return [f"tests/{path}" for path in (*GROUND, *standing[:1])]  # the desk that was directly below the cut


@pytest.mark.parametrize("gone", [DESKS[: n + 1] for n in range(len(DESKS))], ids=DESKS)
def test_the_floors_below_a_removed_desk_pass(gone, tmp_path):
    cut(tmp_path, gone)
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "KENTONGAN"))}
    environ |= {"PYTHONPATH": str(tmp_path / "src"), "KENTONGAN_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:randomly",
            "-m",
            "not browser and not slow",
            *(f"--deselect={one}" for one in OF_FACES),
            *below(gone),
        ],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert (
        f"{tmp_path}"
        in subprocess.run(
            [sys.executable, "-c", "import kentongan; print(kentongan.__file__)"],
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
