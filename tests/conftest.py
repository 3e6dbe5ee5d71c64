"""What every test may ask for: the real data's folder, a migrated database, a small house, a sentence where something is missing."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KENTONGAN_DATA", ROOT.parent / "shared" / "data"))
os.environ["PYTHONPATH"] = str(ROOT / "src")  # for the processes that tests start
HOME = Path(os.environ["KENTONGAN_HOME"])  # tests/settings.py makes one where nobody named it


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="crash harness and throttled journeys too")


def pytest_collection_modifyitems(config, items):
    no_data = pytest.mark.skip(reason=f"the real data isn't at {DATA}; set KENTONGAN_DATA")
    no_browser = pytest.mark.skip(reason="no Chromium found; install Debian's package 'chromium'")
    slow = pytest.mark.skip(reason="runs with ./kentongan test --all")
    for item in items:
        if "real_data" in item.keywords and not DATA.is_dir():
            item.add_marker(no_data)
        if "browser" in item.keywords and not (shutil.which("chromium") or shutil.which("google-chrome")):
            item.add_marker(no_browser)
        if "slow" in item.keywords and not config.getoption("--all"):
            item.add_marker(slow)


def pytest_terminal_summary(terminalreporter, config):
    """How many real-data tests ran: CI reads that none was skipped."""
    ran = {
        report.nodeid
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if "real_data" in getattr(report, "keywords", {}) and report.when == "call"
    }
    left = [r for r in terminalreporter.stats.get("skipped", []) if "real_data" in getattr(r, "keywords", {})]
    terminalreporter.write_line(f"real-data tests: {len(ran)} ran, {len(left)} skipped")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real input; tests that use it carry the marker `real_data`."""
    return DATA


# ── the database: migrated once per set of migrations, copied for each process ──


def migrated_template() -> Path:
    """A migrated SQLite file, made by the first process that needs it and kept for the next run."""
    from django.core.management import call_command
    from django.db import connections

    said = hashlib.sha256()
    for file in sorted((ROOT / "src").rglob("migrations/*.py")):
        said.update(file.read_bytes())
    said.update((ROOT / "requirements" / "run.txt").read_bytes())
    said.update((ROOT / "src/kentongan/ground/record/apps.py").read_bytes())
    folder = Path(tempfile.gettempdir()) / f"kentongan-templates-{os.getuid()}"
    folder.mkdir(exist_ok=True, mode=0o700)
    made = folder / f"{said.hexdigest()[:16]}.sqlite3"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            connection = connections["default"]
            connection.close()
            kept = connection.settings_dict["NAME"]
            fresh = made.with_suffix(".new")
            fresh.unlink(missing_ok=True)
            connection.settings_dict["NAME"] = str(fresh)
            call_command("migrate", verbosity=0)
            connection.close()
            connection.settings_dict["NAME"] = kept
            with sqlite3.connect(fresh) as raw:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            fresh.rename(made)
    return made


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """SQLite: a copy of the migrated file. PostgreSQL: Django's own way, once per process."""
    from django.db import connection

    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            copy = HOME / f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}.sqlite3"
            shutil.copy(migrated_template(), copy)
            connection.close()
            connection.settings_dict["NAME"] = str(copy)
            yield
            connection.close()
        else:
            from django.test.utils import setup_databases, teardown_databases
            from pytest_django.fixtures import _set_suffix_to_test_databases

            if worker := os.environ.get("PYTEST_XDIST_WORKER"):
                _set_suffix_to_test_databases(suffix=worker)
            made = setup_databases(verbosity=0, interactive=False)
            yield
            teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True, scope="session")
def _flush_past_the_triggers():
    """A transactional test is emptied by Django's flush, which the diary's triggers rightly refuse: lift, flush, set."""
    from django.db import connection
    from django.test import TransactionTestCase

    from kentongan.ground.record.apps import guard
    from kentongan.ground.record.queries import GUARDED

    plain = TransactionTestCase._fixture_teardown

    def lifted(self):
        with connection.cursor() as cursor:
            for table in GUARDED:
                for verb in ("update", "delete", "truncate"):
                    on = f" ON {table}" if connection.vendor == "postgresql" else ""
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")
        plain(self)
        guard(using="default")

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = plain


@pytest.fixture(autouse=True, scope="session")
def _own_limits():
    """Processes that test side by side don't count each other's knocks."""
    from django.conf import settings

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    settings.KNOCKS = HOME / f"knocks-{worker}"
    settings.CACHES["default"]["LOCATION"] = HOME / f"cache-{worker}"


@pytest.fixture
def fresh_limits(settings, tmp_path):
    """Nobody has knocked or signed in yet."""
    from django.core.cache import cache

    settings.KNOCKS = tmp_path / "knocks"
    cache.clear()
    yield
    if find_spec("kentongan.faces.counter"):  # a house of which the faces were cut off has no public door
        import_module("kentongan.faces.counter.counter.limits").knocks.cache_clear()


@pytest.fixture(autouse=True)
def _english():
    """Verbs speak English in tests; screens speak the account's language, as in the office."""
    from django.utils import translation

    with translation.override("en"):
        yield


# ── a small house ──


@pytest.fixture
def now() -> datetime:
    """Tuesday, 24 November 2026, 09.05 in Jakarta."""
    return datetime(2026, 11, 24, 2, 5, tzinfo=UTC)


@pytest.fixture
def house(db):
    """An institution with two units and an account for every role in both: see `tests/house_fixture.py`."""
    from tests.house_fixture import build

    return build()


@pytest.fixture
def smtp_server(settings):
    """A real mail server on loopback that our settings point to: see `tests/smtp_fixture.py`."""
    from tests.smtp_fixture import run

    post, controller = run()
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", post.port, 5
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "humas@tirtakencana.example"
    yield post
    controller.stop()
