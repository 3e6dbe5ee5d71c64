"""Prints the public site: what is wanted, or with --all everything anew."""

import argparse

from kentongan.cli import django_ready


def main(argv: list[str]) -> int:
    """Idempotent; may be interrupted and run again."""
    parser = argparse.ArgumentParser(prog="kentongan print", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every page, not only what changed")
    options = parser.parse_args(argv)
    django_ready()
    from django.utils import timezone

    from kentongan.ground.press import actions, queries
    from kentongan.ground.record.rules import Actor

    press = actions.print_wanted(by=Actor.machine("press"), now=timezone.now(), anew=options.all)
    store = queries.store()
    files = len(store.files(press.root))
    print(f"Generation {press.printed} of {press.wanted} is shown, {files} files: {press.root[:16]}…")
    return 0 if press.printed == press.wanted else 1
