"""Writes database, library and keys into one file: `backup FILE.tar`."""

import argparse
import hashlib
import json
import sqlite3
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kentongan import __version__
from kentongan.cli import BadInput, django_ready

MANIFEST = "manifest.json"


def main(argv: list[str]) -> int:
    """The office may go on working: SQLite is copied by its own online backup, PostgreSQL by pg_dump."""
    parser = argparse.ArgumentParser(prog="kentongan backup", description=__doc__)
    parser.add_argument("file", help="where to; must not exist yet")
    options = parser.parse_args(argv)
    target = Path(options.file)
    if target.exists():
        raise BadInput(f"{target} exists; a backup never writes over another.")
    django_ready()
    from django.conf import settings

    from kentongan.cli.migrate import ensure_moved_in

    ensure_moved_in()

    with tempfile.TemporaryDirectory(dir=target.parent if target.parent.is_dir() else None) as folder:
        database = dump(Path(folder))
        rows = counts()
        parts = [(database, f"database/{database.name}")]
        for root, name in ((Path(settings.LIBRARY), "library"), (Path(settings.KEYS), "keys")):
            parts += [(file, f"{name}/{file.relative_to(root)}") for file in sorted(root.rglob("*")) if file.is_file()]
        manifest = {
            "kentongan": __version__,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "rows": rows,
            "files": {name: digest(file) for file, name in parts},
        }
        unfinished = target.with_name(target.name + ".part")
        with tarfile.open(unfinished, "w") as archive:
            said = Path(folder) / MANIFEST
            said.write_text(json.dumps(manifest, indent=1))
            archive.add(said, MANIFEST)
            for number, (file, name) in enumerate(parts, start=1):
                archive.add(file, name)
                if number % 500 == 0:
                    print(f"{number} of {len(parts)} files …", flush=True)
        unfinished.chmod(0o600)
        unfinished.rename(target)
    print(f"{target}: {sum(rows.values())} rows, {len(parts)} files.")
    print("It holds keys and personal data: keep it locked away.")
    return 0


def dump(folder: Path, *, name: str = "kentongan.sqlite3") -> Path:
    """The database as one consistent file in `folder`; `name` is that of an SQLite file."""
    from django.db import connection

    given = connection.settings_dict
    if connection.vendor == "sqlite":
        copy = folder / name
        source, target = sqlite3.connect(given["NAME"]), sqlite3.connect(copy)
        with source, target:
            source.backup(target)
        source.close()
        target.close()
        return copy
    copy = folder / "kentongan.pgdump"
    run_pg(["pg_dump", "--format=custom", "--no-owner", f"--file={copy}"], given)
    return copy


def run_pg(command: list[str], given: dict) -> None:
    """One of PostgreSQL's own programs against our database; the password goes by environment, never by argument."""
    import os

    places = {"-h": given["HOST"], "-p": str(given["PORT"]), "-U": given["USER"]}
    options = [word for pair in places.items() if pair[1] for word in pair]
    environment = {**os.environ, "PGPASSWORD": given["PASSWORD"] or ""}
    try:
        subprocess.run([*command, *options, "-d", given["NAME"]], env=environment, check=True)
    except FileNotFoundError as error:
        raise BadInput(f"{command[0]} isn't installed (Debian: apt-get install postgresql-client).") from error


def counts() -> dict[str, int]:
    """Rows per table of ours; both ends of a restore must agree on them.

    A table that only `migrate` will make isn't there to be counted: either program can make the backup.
    """
    from django.apps import apps
    from django.db import connection

    there = set(connection.introspection.table_names())
    return {
        model._meta.label: model._default_manager.count()
        for config in apps.get_app_configs()
        if config.name.startswith("kentongan.")
        for model in config.get_models()
        if model._meta.db_table in there
    }


def digest(file: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
