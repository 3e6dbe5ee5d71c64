"""Brings persons, outlets, journalists or agencies from CSV: `import KIND FILE.csv [--dry-run]`."""

import argparse
import sys

from kentongan.cli import BadInput, django_ready
from kentongan.cli.inputs import read_bytes
from kentongan.ground.directory.rules import importing


def main(argv: list[str]) -> int:
    """Exit 2 where a row is bad, each named, and nothing is written unless --skip-bad says so."""
    parser = argparse.ArgumentParser(prog="kentongan import", description=__doc__)
    parser.add_argument("kind", choices=sorted(importing.KINDS))
    parser.add_argument("file", nargs="?", help="a CSV with a header")
    parser.add_argument("--template", action="store_true", help="print the header and an example row")
    parser.add_argument("--dry-run", action="store_true", help="only read and check")
    parser.add_argument("--skip-bad", action="store_true", help="take in the good rows all the same")
    parser.add_argument("--unit", help="code of the unit that owns journalists (default: the first)")
    options = parser.parse_args(argv)
    if options.template:
        sys.stdout.write(importing.template(options.kind))
        return 0
    if not options.file:
        raise BadInput("name the CSV file.")
    try:
        reading = importing.read(options.kind, read_bytes(options.file))
    except ValueError as error:
        raise BadInput(f"{options.file}: {error}.") from error
    for fault in reading.faults:
        where = f"{options.file}, line {fault.line}" + (f", {fault.column}" if fault.column else "")
        sys.stderr.write(f"{where}: {fault.why}.\n")
    sys.stdout.write(f"{len(reading.rows)} good rows, {len(reading.faults)} faults.\n")
    if options.dry_run or (reading.faults and not options.skip_bad):
        return 2 if reading.faults else 0
    django_ready()
    from django.utils import timezone

    from kentongan.ground.directory.actions import import_rows
    from kentongan.ground.record.rules import Actor
    from kentongan.ground.units.models import Unit

    units = Unit.objects.filter(code=options.unit) if options.unit else Unit.objects.order_by("pk")
    unit = units.first()
    if unit is None:
        raise BadInput(f"there is no unit '{options.unit or ''}'; run ./kentongan init first.")
    fresh, changed = import_rows(
        kind=options.kind, rows=reading.rows, unit=unit, by=Actor.machine("import"), now=timezone.now()
    )
    sys.stdout.write(f"{fresh} came in, {changed} changed.\n")
    return 2 if reading.faults else 0
