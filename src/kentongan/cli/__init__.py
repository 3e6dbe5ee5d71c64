"""The commands: one file each, `main(argv) -> exit code`; the first line of its docstring is its help.

A command that needs a database calls `django_ready()` inside `main`; every other imports no Django
(`tests/house/test_commands.py` asserts it). Exit codes: 0 done, 1 the answer is no, 2 bad input.
"""

import ast
import importlib
import os
import sys
from builtins import print as say  # the command `print` takes its name in this package once it was run
from pathlib import Path

HERE = Path(__file__).parent


class BadInput(Exception):
    """What was given can't be used; the message is a sentence that names the file and line."""


def commands() -> dict[str, str]:
    """Every command and its one-line help, read from the files without importing them."""
    found = {}
    for file in sorted(HERE.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
            found[file.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def run(argv: list[str]) -> int:
    """Run one command; a `BadInput` becomes a sentence on standard error and exit code 2."""
    name, *rest = argv or ["help"]
    known = commands()
    if name in ("help", "-h", "--help"):
        width = max(map(len, known))
        say("./kentongan COMMAND [options]     (COMMAND --help tells more)\n")
        say("\n".join(f"  {name:<{width}}  {line}" for name, line in known.items()))
        return 0
    if name not in known:
        say(f"There is no command '{name}'. './kentongan help' lists them.", file=sys.stderr)
        return 2
    try:
        return importlib.import_module(f"kentongan.cli.{name}").main(rest)
    except BadInput as error:
        say(f"{name}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # `kentongan stories … | head` closes our output early; that is no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def django_ready() -> None:
    """Set Django up; only commands that need the database call it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kentongan.settings")
    import django

    django.setup()
