"""An upgrade as an operator does it: another source over the same KENTONGAN_HOME."""

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.test_moving import TOML

SOURCE = Path(__file__).resolve().parents[2] / "src"


def run(source, home, *command):
    return subprocess.run(
        [sys.executable, "-m", "kentongan", *command],
        env={**os.environ, "PYTHONPATH": str(source), "KENTONGAN_HOME": str(home), "KENTONGAN_DATABASE": ""},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def moved_in(tmp_path_factory) -> Path:
    """A home into which an institution has moved."""
    folder = tmp_path_factory.mktemp("upgrade")
    (folder / "institution.toml").write_text(TOML)
    made = run(SOURCE, folder / "home", "init", "--file", str(folder / "institution.toml"), "--no-input")
    assert made.returncode == 0, made.stderr
    return folder / "home"


@pytest.fixture
def newer(tmp_path) -> Path:
    """A copy of the source, to be changed as a new release would."""
    ignored = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(SOURCE, tmp_path / "src", ignore=ignored)


@pytest.mark.slow
def test_after_an_upgrade_no_printed_page_keeps_the_old_look(moved_in, newer):
    site = moved_in / "site" / "current"
    assert run(SOURCE, moved_in, "print").returncode == 0
    before = (site / "index.html").read_text()
    assert run(SOURCE, moved_in, "print").returncode == 0
    assert (site / "index.html").read_text() == before

    style = newer / "kentongan/ground/ui/static/ui/tokens.css"
    style.write_text(f"{style.read_text()}\n/* newer */\n")
    template = newer / "kentongan/faces/frontdesk/templates/frontdesk/missing.html"
    template.write_text(template.read_text().replace("<h1", '<h1 data-look="newer"', 1))
    assert run(newer, moved_in, "print").returncode == 0
    after = (site / "index.html").read_text()
    asked = re.compile(r"/statik/ui/tokens\.css\?v=(\w+)")
    assert asked.search(after)[1] != asked.search(before)[1]
    assert (site / "statik/ui/tokens.css").read_text().endswith("/* newer */\n")
    assert 'data-look="newer"' in (site / "404.html").read_text()
    assert run(newer, moved_in, "print", "--check").returncode == 0


MIGRATION = """
from django.db import migrations, models
class Migration(migrations.Migration):
    dependencies = [("press", "0002_program")]
    operations = [migrations.AddField("print", "colour", models.CharField(max_length=9, default="teal"))]
"""


def add_migration(source):
    (source / "kentongan/ground/press/migrations/0003_colour.py").write_text(MIGRATION)


def columns(file) -> set[str]:
    with sqlite3.connect(f"file:{file}?immutable=1", uri=True) as raw:  # reading leaves nothing beside it
        return {row[1] for row in raw.execute("PRAGMA table_info(press_print)")}


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def home(moved_in, tmp_path) -> Path:
    """A copy of the home, for a test that migrates it."""
    return shutil.copytree(moved_in, tmp_path / "home", symlinks=True)


def test_nothing_starts_on_an_older_database_and_each_names_the_command(home, newer):
    add_migration(newer)
    said = "the database is older than the program (1 migrations); run ./kentongan migrate\n"
    for command in (["serve", "--port", free_port()], ["web", "--port", free_port()], ["clockhand"], ["worker"]):
        refused = run(newer, home, *command)
        assert (refused.returncode, refused.stderr) == (2, f"{command[0]}: {said}")
    asked = run(newer, home, "migrate", "--check")
    assert (asked.returncode, asked.stdout) == (1, f"press 0003_colour\n{said}")
    assert "colour" not in columns(home / "kentongan.sqlite3")


def test_migrate_copies_says_what_it_does_and_may_run_again(home, newer):
    add_migration(newer)
    done = run(newer, home, "migrate")
    assert done.returncode == 0, done.stderr
    (copy,) = home.glob("before-migrate-*")
    assert done.stdout.splitlines()[1:] == [
        "  press 0003_colour", "1 migrations done; the database is what the program needs."
    ]  # fmt: skip
    assert str(copy) in done.stdout
    assert "colour" not in columns(copy)
    assert "colour" in columns(home / "kentongan.sqlite3")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert run(newer, home, "verify").returncode == 0

    again = run(newer, home, "migrate")
    assert again.stdout == "0 migrations done; the database is what the program needs.\n"
    assert list(home.glob("before-migrate-*")) == [copy]
    assert run(newer, home, "migrate", "--check").returncode == 0

    # The old program on the new database: nothing is written, and the newer migration is named.
    refused = run(SOURCE, home, "migrate")
    assert refused.returncode == 2
    assert "a newer program wrote this database (press 0003_colour)" in refused.stderr
    assert run(SOURCE, home, "serve", "--port", free_port()).stderr.startswith("serve: a newer program wrote")


@pytest.mark.slow
def test_a_migration_that_fails_leaves_the_copy_and_names_it(home, newer):
    add_migration(newer)
    file = newer / "kentongan/ground/press/migrations/0003_colour.py"
    file.write_text(file.read_text().replace('"print"', '"nothing"'))
    failed = run(newer, home, "migrate")
    (copy,) = home.glob("before-migrate-*")
    assert failed.returncode == 1
    assert f"Failed. The database from before is {copy}." in failed.stdout
    assert columns(copy) == columns(home / "kentongan.sqlite3")


def test_on_an_empty_home_nothing_starts_and_nothing_is_left_behind(tmp_path):
    for command in (["serve", "--port", free_port()], ["clockhand"]):
        refused = run(SOURCE, tmp_path / "home", *command)
        assert refused.returncode == 2
        assert "nobody has moved in yet: ./kentongan init founds an institution" in refused.stderr
    assert not (tmp_path / "home" / "kentongan.sqlite3").exists()


def test_the_newer_program_saves_what_it_has_not_migrated_yet(home, tmp_path):
    with sqlite3.connect(home / "kentongan.sqlite3") as raw:  # as the program before that table left it
        raw.execute("DROP TABLE newsroom_leftasitwas")
        raw.execute("DELETE FROM django_migrations WHERE app = 'newsroom' AND name = '0002_left_as_it_was'")
    raw.close()
    saved = run(SOURCE, home, "backup", str(tmp_path / "office.tar"))
    assert saved.returncode == 0, saved.stderr
    restored = run(SOURCE, tmp_path / "other", "restore", str(tmp_path / "office.tar"))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert run(SOURCE, tmp_path / "other", "migrate", "--check").returncode == 0
