"""Moves a backup into an empty KENTONGAN_HOME: `restore FILE.tar`, then prints the site anew."""

import argparse
import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from kentongan.cli import BadInput, django_ready
from kentongan.cli.backup import MANIFEST, counts, digest, run_pg


def main(argv: list[str]) -> int:
    """Everything is checked before the first row is written; counts, hashes and the diary are compared at the end."""
    parser = argparse.ArgumentParser(prog="kentongan restore", description=__doc__)
    parser.add_argument("file")
    options = parser.parse_args(argv)
    source = Path(options.file)
    if not source.is_file():
        raise BadInput(f"{source} isn't there.")
    with tempfile.TemporaryDirectory() as unpacked:
        folder = Path(unpacked)
        manifest = unpack(source, folder)
        move_in(folder, manifest)
    from django.utils import timezone

    from kentongan.ground.press import actions
    from kentongan.ground.record import queries
    from kentongan.ground.record.rules import Actor

    here = counts()
    faults = [
        f"{label}: {rows} rows were saved, {here.get(label)} are here"
        for label, rows in manifest["rows"].items()
        if here.get(label) != rows
    ]
    faults += list(queries.faults())
    if faults:
        print("\n".join(faults))
        return 1
    actions.print_wanted(by=Actor.machine("press"), now=timezone.now(), anew=True)
    print(f"Restored {sum(here.values())} rows and {len(manifest['files'])} files.")
    print("The diary is whole, the site is printed.")
    return 0


def unpack(source: Path, folder: Path) -> dict:
    """The backup's files in `folder`, each compared with the manifest."""
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        manifest = json.loads((folder / MANIFEST).read_text())
    except tarfile.ReadError as error:  # its own words list four ways in which nobody packs a backup
        raise BadInput(f"{source} isn't a backup of Kentongan, or only a piece of one.") from error
    except (tarfile.TarError, OSError, ValueError, KeyError) as error:
        raise BadInput(f"{source} isn't a whole backup of Kentongan: {error}.") from error
    for name, sha256 in manifest["files"].items():
        file = folder / name
        if not file.is_file() or digest(file) != sha256:
            raise BadInput(f"{source}: {name} is missing or was changed; nothing was restored.")
    return manifest


def move_in(folder: Path, manifest: dict) -> None:
    """Library and keys into their places, then the database; refuses a house that isn't empty."""
    import os

    home = Path(os.environ.get("KENTONGAN_HOME", "var")).resolve()
    if any((home / name).exists() for name in ("kentongan.sqlite3", "library", "site")):
        raise BadInput(f"{home} isn't empty; restore into a fresh KENTONGAN_HOME.")
    home.mkdir(parents=True, exist_ok=True)
    for name in ("library", "keys"):
        if (folder / name).is_dir():
            # The secret key of this process was made when settings were read; the saved one takes its place.
            shutil.rmtree(home / name, ignore_errors=True)
            shutil.copytree(folder / name, home / name)
    (home / "keys").mkdir(mode=0o700, exist_ok=True)
    for file in (home / "keys").iterdir():
        file.chmod(0o600)
    saved = folder / "database" / "kentongan.sqlite3"
    dumped = folder / "database" / "kentongan.pgdump"
    if saved.exists() and not os.environ.get("KENTONGAN_DATABASE"):
        shutil.copy(saved, home / saved.name)
        django_ready()
    elif dumped.exists() and os.environ.get("KENTONGAN_DATABASE"):
        django_ready()
        from django.db import connection

        if connection.introspection.table_names():
            raise BadInput("the database isn't empty; restore into a fresh one.")
        connection.close()
        run_pg(["pg_restore", "--no-owner", "--exit-on-error", str(dumped)], connection.settings_dict)
    else:
        raise BadInput("the backup is of the other kind of database; set or unset KENTONGAN_DATABASE.")
    from django.core.management import call_command

    call_command("migrate", verbosity=0)  # a newer program on an older backup, and the diary's triggers again
