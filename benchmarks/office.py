"""The office with 20,000 releases on SQLite: queries of each screen, how long the slowest in twenty takes, and what
printing costs.

The same screens are asked in a house of 200 releases first: a screen's queries must not follow the number of rows.
Requests go through the whole stack by Django's client in this process, logged in as a writer; times are wall time.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figure import Figure

SMALL = 200
TARGET = "<= 300"


def run(*, quick: bool) -> Iterator[Figure]:
    """Each screen's queries with many rows beside its queries with 200, then its 95th percentile in ms."""
    many, rounds = (4_000, 20) if quick else (20_000, 60)
    home = Path(tempfile.mkdtemp(prefix="kentongan-bench-"))
    os.environ.update(KENTONGAN_HOME=str(home), KENTONGAN_DATABASE="", DJANGO_SETTINGS_MODULE="kentongan.settings")
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
    try:
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        house = House()
        house.grow(SMALL)
        few = {name: house.queries(ask) for name, ask in house.screens().items()}
        house.grow(many)
        for name, ask in house.screens().items():
            counted = house.queries(ask)
            yield Figure(
                f"{name}: queries with {many} releases", counted, "queries", f"with {SMALL}", few[name], "<= 1.0x"
            )
            yield Figure(f"{name}: p95 with {many} releases", p95(ask, rounds), "ms", target=TARGET)
        yield from house.prints()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def p95(ask: Callable[[], None], rounds: int) -> float:
    """Milliseconds under which nineteen of twenty answers stay."""
    ask()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    return round(sorted(taken)[int(len(taken) * 0.95)], 1)


class House:
    """The fictional regency with as many releases as asked for, by its own tables."""

    def __init__(self) -> None:
        from django.test import Client
        from django.utils import timezone

        from kentongan.demo import people
        from kentongan.ground.units.models import Account, Unit

        self.now = timezone.now()
        people.settle(domain="localhost", now=self.now)
        self.unit = Unit.objects.get(code="PROKOPIM")
        self.writer = Account.objects.get(email="dewi@tirtakencana.example")
        self.client = Client()
        self.client.force_login(self.writer)
        self.count, self.saves = 0, 0

    def grow(self, to: int) -> None:
        """Manuscripts, each with a revision and an opened version of a line of its own."""
        from datetime import timedelta

        from kentongan.desks.newsroom.models import Author, Manuscript, Revision, Version
        from kentongan.desks.newsroom.rules import plain

        shared = {"unit": self.unit, "level": "public"}
        numbers = range(self.count + 1, to + 1)
        at = {n: self.now - timedelta(hours=2 * n) for n in numbers}
        document = plain.parse("KENTONGAN – Warga berkumpul di balai desa.\n\n" + "Mereka membahas irigasi. " * 60)
        manuscripts = Manuscript.objects.bulk_create(
            [
                Manuscript(
                    title=f"Warga desa {n} membahas irigasi", document=document, head=1, state="submitted",
                    created_by=self.writer, created_at=at[n], changed_at=at[n], **shared,
                )
                for n in numbers
            ],
            batch_size=500,
        )  # fmt: skip
        Revision.objects.bulk_create(
            [
                Revision(
                    manuscript=one, number=1, title=one.title, document=document, by=self.writer, at=one.created_at,
                    key="k",
                )
                for one in manuscripts
            ],
            batch_size=500,
        )  # fmt: skip
        Author.objects.bulk_create([Author(manuscript=one, account=self.writer) for one in manuscripts], batch_size=500)
        Version.objects.bulk_create(
            [
                Version(
                    manuscript=one, kind="release", ordinal=1, title=one.title, document=document, canonical=1,
                    text=one.title, text_hash=f"{n:064x}", pasted_hash=f"{n:064x}", pasted_body_hash=f"{n:064x}",
                    approval_hash=f"{n:064x}", dateline_on=at[n].date(), submitted_by=self.writer, submitted_at=at[n],
                    state="open", issued_at=at[n], opened_at=at[n], number=f"480/{n}/PROKOPIM/2026", code=f"{n:09}",
                    slug=f"warga-{n}", slot=n, edition=1, **shared,
                )
                for n, one in zip(numbers, manuscripts, strict=True)
            ],
            batch_size=500,
        )  # fmt: skip
        from django.db import connection
        from django.db.models import F

        Version.objects.filter(line__isnull=True).update(line_id=F("pk"))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.count = to

    def screens(self) -> dict[str, Callable[[], None]]:
        """Name → ask once; each answer's status is checked."""
        from django.urls import reverse

        from kentongan.desks.newsroom import actions
        from kentongan.ground.record.rules import Actor

        by = Actor.person(self.writer.pk)
        mine = actions.start_manuscript(unit=self.unit, title="Warga berlatih", by=by, now=self.now)
        write = reverse("newsroom:write", args=[mine.pk])

        def get(path: str) -> Callable[[], None]:
            def ask() -> None:
                if (answer := self.client.get(path)).status_code != 200:
                    raise RuntimeError(f"{path} answers {answer.status_code}")

            return ask

        def save() -> None:
            mine.refresh_from_db()
            self.saves += 1
            said = {
                "title": "Warga berlatih", "base": mine.head, "key": f"bench-{self.saves}",
                "text": f"KENCANA – Warga berlatih menulis, kali ke-{self.saves}.",
            }  # fmt: skip
            if (answer := self.client.post(write, said)).status_code not in (200, 302):
                raise RuntimeError(f"saving answers {answer.status_code}")
            kept = mine.head
            mine.refresh_from_db()
            if mine.head != kept + 1:
                raise RuntimeError("nothing was saved")

        return {
            "Today": get(reverse("office:today")),
            "list of manuscripts": get(reverse("newsroom:manuscripts")),
            "list of versions": get(reverse("newsroom:versions")),
            "list of versions, last page": get(reverse("newsroom:versions") + "?page=9999"),
            "write screen": get(write),
            "save": save,
        }

    def prints(self, lines: int = 500) -> Iterator[Figure]:
        """What one release costs a print of the whole site, in both languages, with its check page and QR code."""
        from kentongan.faces.frontdesk import queries
        from kentongan.faces.frontdesk.printables import releases
        from kentongan.faces.frontdesk.printables.shell import shell
        from kentongan.ground.units.queries import one_institution

        spent, pages = [], 0
        for _turn in range(2):
            start, pages = time.process_time(), 0
            with one_institution():
                around = shell(self.now)
                for line in queries.lines(self.now, slots=range(1, lines + 1)):
                    pages += sum(1 for _page in releases.of_line(line, around))
            spent.append(round((time.process_time() - start) * 1000 / lines, 2))
        yield Figure("printing one release: pages", pages / lines, "pages")
        yield Figure("printing one release: first print of a process", spent[0], "ms CPU")
        yield Figure("printing one release: each later one", spent[1], "ms CPU")

    def queries(self, ask: Callable[[], None]) -> int:
        """How often one answer asks the database, once everything is warm."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        ask()
        with CaptureQueriesContext(connection) as captured:
            ask()
        return len(captured)
