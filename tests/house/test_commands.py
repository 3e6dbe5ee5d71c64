"""Commands: a line of help each, and no Django where no database is needed."""

import subprocess
import sys

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


def test_an_unknown_command_is_a_sentence_and_exit_2():
    done = subprocess.run([sys.executable, "-m", "kentongan", "drum"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "There is no command 'drum'. './kentongan help' lists them.\n")
