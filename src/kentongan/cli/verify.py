"""Checks the diary: entries, seals, signatures, triggers; `--export FILE` writes what verifier.py reads."""

import argparse
from pathlib import Path

from kentongan.cli import django_ready
from kentongan.cli.migrate import ensure_moved_in


def main(argv: list[str]) -> int:
    """Exit 0 where all is whole, 1 with each fault as a sentence."""
    parser = argparse.ArgumentParser(prog="kentongan verify", description=__doc__)
    parser.add_argument("--export", metavar="FILE", help="also write the sealed diary, with verifier.py beside it")
    options = parser.parse_args(argv)
    django_ready()
    ensure_moved_in()
    from kentongan.ground.record import queries, verifier
    from kentongan.ground.record.models import Entry, Seal

    faults = list(queries.faults())
    if options.export:
        target = Path(options.export)
        target.write_text("".join(f"{line}\n" for line in queries.export()), encoding="utf-8")
        beside = target.with_name("verifier.py")
        beside.write_bytes(Path(verifier.__file__).read_bytes())
        print(f"Exported to {target}; check it anywhere with: python {beside.name} {target.name}")
    last = Seal.objects.order_by("number").last()
    unsealed = Entry.objects.filter(sealed__isnull=True).count()
    for fault in faults:
        print(fault)
    if not faults:
        print(f"The diary is whole: {Entry.objects.count()} entries, {unsealed} of them not sealed yet.")
        if last:
            print(f"Head of seal {last.number}: {last.head}")
    return 1 if faults else 0
