"""Measures one claim and prints JSON lines: `bench NAME [--quick]`."""

import argparse
import importlib
import sys
from pathlib import Path

from kentongan.cli import BadInput

FOLDER = Path(__file__).resolve().parents[3] / "benchmarks"


def main(argv: list[str]) -> int:
    """Run one benchmark; exit 0 whatever the figures say, for a figure isn't a test."""
    names = sorted(file.stem for file in FOLDER.glob("*.py") if file.stem not in ("__init__", "figure"))
    parser = argparse.ArgumentParser(prog="kentongan bench", description=__doc__)
    parser.add_argument("name", help="one of: " + ", ".join(names))
    parser.add_argument("--quick", action="store_true", help="within 50 s instead of five minutes")
    options = parser.parse_args(argv)
    if options.name not in names:
        raise BadInput(f"there is no benchmark '{options.name}'; there are: {', '.join(names)}.")
    sys.path.insert(0, str(FOLDER.parent))
    for figure in importlib.import_module(f"benchmarks.{options.name}").run(quick=options.quick):
        print(figure.line(), flush=True)
    return 0
