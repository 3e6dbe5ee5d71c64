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
    parser.add_argument("file", nargs="?", help="a CSV with a header; comma or semicolon, UTF-8 or Windows-1252")
    parser.add_argument("--template", action="store_true", help="print the header and an example row")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be new and changed")
    parser.add_argument("--skip-bad", action="store_true", help="take in the good rows all the same")
    parser.add_argument("--unit", help="code of the unit that owns new journalists (default: the first)")
    options = parser.parse_args(argv)
    if options.template:
        sys.stdout.write(importing.template(options.kind))
        return 0
    if not options.file:
        raise BadInput("name the CSV file.")
    content = read_bytes(options.file)
    django_ready()
    from django.db import DatabaseError

    try:
        return bring(options, content)
    except DatabaseError as error:
        raise BadInput("the database isn't there yet; run ./kentongan init first.") from error


def bring(options: argparse.Namespace, content: bytes) -> int:
    """Look, tell, and write where nothing is bad."""
    from django.utils import timezone

    from kentongan.ground.directory import actions, queries
    from kentongan.ground.record.rules import Actor
    from kentongan.ground.ui.rules.refusal import Refusal
    from kentongan.ground.units.models import Unit

    now = timezone.now()
    units = Unit.objects.filter(code=options.unit) if options.unit else Unit.objects.order_by("pk")
    unit = units.first()
    if unit is None:
        raise BadInput(f"there is no unit '{options.unit}'." if options.unit else "run ./kentongan init first.")
    try:
        reading = importing.read(options.kind, content, today=timezone.localdate(now))
    except ValueError as error:
        raise BadInput(f"{options.file}: {error}.") from error
    importer = queries.Importer(unit=unit)
    plan = queries.plan(kind=options.kind, rows=reading.rows, importer=importer)
    faults = sorted([*reading.faults, *plan.faults], key=lambda fault: fault.line)
    for fault in faults:
        where = f"{options.file}, line {fault.line}" + (f", {fault.column}" if fault.column else "")
        sys.stderr.write(f"{where}: {fault.why}.\n")
    writes = not options.dry_run and (options.skip_bad or not faults)
    if writes:
        try:
            plan = actions.import_rows(
                kind=options.kind, rows=reading.rows, importer=importer, by=Actor.machine("import"), now=now
            )
        except Refusal as refusal:
            raise BadInput(str(refusal)) from refusal
    told = ", ".join(f"{len(plan.of(outcome))} {outcome}" for outcome in ("new", "changed", "same"))
    bad = len({fault.line for fault in faults})
    sys.stdout.write(f"{told}, {bad} bad. {'Taken in.' if writes else 'Nothing was written.'}\n")
    return 2 if faults else 0
