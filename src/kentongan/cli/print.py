"""Prints the public site as the database wants it; `--check` compares every byte, `--back` shows an earlier print."""

import argparse
from typing import TYPE_CHECKING

from kentongan.cli import BadInput, django_ready
from kentongan.cli.migrate import ensure_moved_in

if TYPE_CHECKING:
    from kentongan.ground.press.models import Print


def main(argv: list[str]) -> int:
    """Exit 0 when the folder holds what it should, 1 with each difference as a sentence."""
    parser = argparse.ArgumentParser(prog="kentongan print", description=__doc__)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--anew", action="store_true", help="make every page again, changed or not")
    how.add_argument("--check", action="store_true", help="print nothing: read every byte, compare with a full print")
    how.add_argument("--list", action="store_true", help="the prints that are kept, the newest first")
    how.add_argument("--back", metavar="ROOT", help="show this earlier print, by the first digits of its root hash")
    options = parser.parse_args(argv)
    django_ready()
    ensure_moved_in()
    if options.check:
        return check()
    if options.list:
        return list_kept()
    from django.utils import timezone

    from kentongan.ground.press import actions
    from kentongan.ground.record.rules import Actor

    by, now = Actor.machine("console"), timezone.now()
    if options.back:
        press = actions.roll_back(to=chosen(options.back), by=by, now=now)
        print(f"Readers see the print {press.root[:12]} again, until the next change is printed.")
        return 0
    press = actions.print_wanted(by=by, now=now, anew=options.anew)
    print(
        f"Readers see generation {press.printed}, print {press.root[:12]}, as of {press.printed_at:%Y-%m-%d %H:%M:%S}."
    )
    return 0


def check() -> int:
    """The folder against its own hashes, and against what would be printed now."""
    from django.utils import timezone

    from kentongan.ground.press import queries
    from kentongan.ground.press.store import NotKept

    try:
        faults = queries.store().verify()
    except NotKept as error:
        print(error)
        return 1
    faults += [f"{path} isn't what would be printed now." for path in queries.unlike_a_full_print(as_of=timezone.now())]
    print("\n".join(faults) or "The printed site is whole and up to date.")
    return 1 if faults else 0


def list_kept() -> int:
    """One line per print that one may go back to."""
    from kentongan.ground.press import queries

    head = queries.store().head()
    for each in queries.kept_prints():
        shown = "  shown" if each.root == head else ""
        print(f"{each.root[:12]}  {each.as_of:%Y-%m-%d %H:%M:%S}  {each.files:>6} files  {each.reason}{shown}")
    return 0


def chosen(start: str) -> "Print":
    """The one kept print whose root begins so."""
    from kentongan.ground.press import queries

    found = {each.root: each for each in queries.kept_prints() if each.root.startswith(start)}
    if len(found) != 1:
        raise BadInput(f"{len(found)} kept prints begin with '{start}'; './kentongan print --list' shows them.")
    return next(iter(found.values()))
