"""Every check that isn't a test: style, types, floors, migrations, translations, documents."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TOOLS = Path(sys.executable).parent


def checks() -> dict[str, list[str]]:
    """Name and command of each check; a room adds its own in `tests/house` instead."""
    python = sys.executable
    templates = sorted(str(file) for file in (ROOT / "src").rglob("templates/**/*.html"))
    found = {
        "style": [str(TOOLS / "ruff"), "check", "."],
        "format": [str(TOOLS / "ruff"), "format", "--check", "."],
        "floors": [str(TOOLS / "lint-imports"), "--no-cache"],
        "types": [str(TOOLS / "mypy")],
        "django": [python, "-m", "django", "check", "--fail-level", "WARNING"],
        "migrations": [python, "-m", "django", "makemigrations", "--check", "--dry-run"],
        "translations": [python, "-m", "kentongan", "words", "--check"],
        "documents": [python, "-m", "kentongan", "docs", "--check"],
    }
    if templates:
        found["templates"] = [str(TOOLS / "djade"), "--check", "--target-version", "5.2", *templates]
    return found


def main(argv: list[str]) -> int:
    """Run all, or those named; exit 1 where one fails, with its output."""
    known = checks()
    parser = argparse.ArgumentParser(prog="kentongan check", description=__doc__)
    parser.add_argument("names", nargs="*", help="which: " + ", ".join(known))
    names = parser.parse_args(argv).names or list(known)
    failed = []
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "KENTONGAN_HOME": home,
            "DJANGO_SETTINGS_MODULE": "kentongan.settings",
            "PYTHONPATH": str(ROOT / "src"),
        }
        for name in names:
            done = subprocess.run(known[name], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
            print(f"{name:<13} {'holds' if done.returncode == 0 else 'FAILS'}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout[-6000:] + done.stderr[-3000:])
    return 1 if failed else 0
