"""Brings the database to what this program needs; copies an SQLite file first, and may be run again at any time."""

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kentongan.cli import BadInput, django_ready

NOBODY = "nobody has moved in yet: ./kentongan init founds an institution, ./kentongan demo a fictional one."


@dataclass(frozen=True)
class Standing:
    """A database beside this program: what it waits for, and what a newer program did to it."""

    empty: bool
    pending: list[str]
    ahead: list[str]

    def refusal(self) -> str:
        """Why no process may work on it, naming the command that helps; empty where nothing is in the way."""
        if self.empty:
            return NOBODY
        if self.ahead:
            return (
                f"a newer program wrote this database ({', '.join(self.ahead)}); start that one, or restore a backup "
                "into a fresh KENTONGAN_HOME."
            )
        if self.pending:
            return f"the database is older than the program ({len(self.pending)} migrations); run ./kentongan migrate"
        return ""


def main(argv: list[str]) -> int:
    """Exit 0 when nothing is pending any more; with --check 1 where something is, and nothing is written."""
    parser = argparse.ArgumentParser(prog="kentongan migrate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is pending; exit 1 where anything is")
    parser.add_argument("--no-copy", action="store_true", help="don't copy the SQLite file first")
    options = parser.parse_args(argv)
    django_ready()
    from django.core.management import call_command

    found = standing()
    if options.check:
        print("\n".join([*found.pending, found.refusal() or "The database is what the program needs."]))
        return 1 if found.refusal() else 0
    if found.ahead:
        raise BadInput(found.refusal())
    copy = None if options.no_copy or found.empty or not found.pending else copy_first()
    for name in found.pending:
        print(f"  {name}")
    try:
        # Where nothing is pending too: the diary's triggers are made again, and asserted by `verify`.
        call_command("migrate", verbosity=0)
    except Exception:
        print(f"Failed. The database from before is {copy}." if copy else "Failed.", flush=True)
        raise
    print(f"{len(found.pending)} migrations done; the database is what the program needs.")
    if found.empty:
        print(f"But {NOBODY}")
    return 0


def standing() -> Standing:
    """Ask the database what was done to it."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    # An SQLite file would come into being by being asked, and `restore` wants none.
    missing = connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists()
    executor = MigrationExecutor(None if missing else connection)
    loader = executor.loader
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    known = {*loader.disk_migrations, *(old for each in loader.disk_migrations.values() for old in each.replaces)}
    # What stands in the list of a room that was taken out of the program isn't from the future.
    ahead = [key for key in loader.applied_migrations if key not in known and key[0] in loader.migrated_apps]
    return Standing(
        empty=not loader.applied_migrations,
        pending=[f"{each.app_label} {each.name}" for each, _backwards in plan],
        ahead=[" ".join(key) for key in sorted(ahead)],
    )


def copy_first() -> Path | None:
    """The SQLite file as it is now, beside it and readable by its owner alone; None on PostgreSQL."""
    from django.conf import settings
    from django.db import connection

    from kentongan.cli.backup import dump

    if connection.vendor != "sqlite":
        print("PostgreSQL isn't copied here; './kentongan backup FILE.tar' does it.", flush=True)
        return None
    copy = Path(settings.HOME) / f"before-migrate-{datetime.now(UTC):%Y%m%dT%H%M%S}.sqlite3"
    copy.touch(mode=0o600, exist_ok=False)
    made = dump(Path(settings.HOME), name=f"{copy.name}.part")
    made.chmod(0o600)
    made.replace(copy)
    print(f"The database from before is kept as {copy} ({copy.stat().st_size / 1e6:.1f} MB).", flush=True)
    return copy


def ensure_migrated() -> None:
    """Refuse to work on a database that isn't this program's; one that doesn't answer yet is waited for as ever.

    Raises:
        BadInput: with the command that helps.
    """
    from django.db import OperationalError

    try:
        refusal = standing().refusal()
    except OperationalError:
        return
    if refusal:
        raise BadInput(refusal)


def ensure_moved_in() -> None:
    """Refuse where no database is yet; one that merely waits for `migrate` may be saved and looked at.

    Raises:
        BadInput: with the command that helps.
    """
    if standing().empty:
        raise BadInput(NOBODY)
