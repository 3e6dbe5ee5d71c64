"""Commands: a line of help each, and no Django where no database is needed; the door that runs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kentongan.cli import commands

NEED_A_DATABASE = {
    "backup", "clockhand", "demo", "import", "init", "migrate", "print", "restore", "serve", "verify", "web", "worker", "words",
}  # fmt: skip


def test_every_command_has_a_line_of_help():
    assert [name for name, line in commands().items() if not line.strip()] == []


@pytest.mark.parametrize("name", sorted(set(commands()) - NEED_A_DATABASE))
def test_a_command_that_needs_no_database_imports_no_django(name):
    code = (
        "import sys, kentongan.cli as cli\n"
        "try: cli.run([sys.argv[1], '--help'])\n"
        "except SystemExit: pass\n"
        "print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path) -> Path:
    """The door with a .venv of its own that lacks nothing, over a source of one command."""
    folder = tmp_path / "a checkout"  # with a space, as folders have
    cli = folder / "src" / "kentongan" / "cli"
    cli.mkdir(parents=True)
    shutil.copy(ROOT / "kentongan", folder)
    for name in ("__init__.py", "__main__.py", "cli/__init__.py", "cli/due.py"):
        shutil.copy(ROOT / "src" / "kentongan" / name, folder / "src" / "kentongan" / name)
    (folder / "requirements").mkdir()
    (folder / "requirements" / "run.txt").touch()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / ".venv")], check=True)
    (folder / ".venv" / ".installed-run").touch()
    return folder


def finds_us(checkout) -> str:
    """Where a tool of the .venv that is called by itself finds our source; empty where it doesn't."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(checkout / ".venv" / "bin" / "python"), "-c", "import kentongan; print(kentongan.__file__)"],
        env=plain, cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.strip()


def knock(checkout) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("KENTONGAN_", "PYTHONPATH"))}
    done = subprocess.run([str(checkout / "kentongan"), "help"], env=plain, capture_output=True, text=True, check=False)
    assert (done.returncode, "due" in done.stdout) == (0, True), done.stderr


def test_the_door_lets_every_tool_of_its_venv_find_the_source(checkout):
    assert finds_us(checkout) == ""
    knock(checkout)
    assert finds_us(checkout) == str(checkout / "src" / "kentongan" / "__init__.py")
    moved = checkout.rename(checkout.with_name("moved"))
    knock(moved)
    assert finds_us(moved) == str(moved / "src" / "kentongan" / "__init__.py")


def test_in_a_venv_that_checkouts_share_the_door_leads_to_none(checkout):
    (checkout / ".venv").rename(checkout.with_name("shared"))
    (checkout / ".venv").symlink_to(checkout.with_name("shared"))
    knock(checkout)
    assert finds_us(checkout) == ""


def test_an_unknown_command_is_a_sentence_and_exit_2():
    done = subprocess.run([sys.executable, "-m", "kentongan", "drum"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "There is no command 'drum'. './kentongan help' lists them.\n")
