"""The newsroom's work on the clock and in the queue."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone, translation
from django_tasks import task

from kentongan.desks.newsroom import actions, queries
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import paper, render
from kentongan.ground.clock.registry import every
from kentongan.ground.library import store
from kentongan.ground.library.tasks import ensure_renditions
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules import words
from kentongan.ground.units.queries import institution, zone

MACHINE = Actor.machine("newsroom")


@every(timedelta(seconds=1))
def open_due_versions(*, now: datetime) -> None:
    """Open what is approved and due; the clock is read again inside each version's lock."""
    actions.open_due(by=MACHINE, now=now, clock=timezone.now)


@every(timedelta(seconds=30))
def make_missing_files(*, now: datetime) -> None:
    """A worker that died between the opening and its files leaves none missing for long."""
    # The queue is quicker; what it has in hand isn't done twice.
    failed: list[Exception] = []
    for version in queries.without_files().filter(opened_at__lt=now - timedelta(seconds=20))[:20]:
        try:
            freeze_files(version.pk, now=now)
        except Exception as error:  # noqa: BLE001 one that can't be typeset keeps no other from its files
            failed.append(error)
    if failed:
        raise failed[0]


@task()
def make_files(version_id: int) -> None:
    """The PDF and the plain text of an opened version."""
    freeze_files(version_id, now=timezone.now())


def freeze_files(version_id: int, *, now: datetime) -> None:
    """Make, keep and note the files that aren't there; never call it inside a transaction, a compile takes its time."""
    version = queries.with_parts(Version.objects.filter(opened_at__isnull=False)).get(pk=version_id)
    known = queries.resolved_version(version)
    standing = {file.kind for file in version.files.all()}
    with translation.override(version.language), timezone.override(zone()):
        makers = {
            "pdf": lambda: paper.pdf(_paper(version, now=now), version.document, known),
            "text": lambda: render.to_plain(version.title, version.document, known).encode(),
        }
        made = {kind: make() for kind, make in makers.items() if kind not in standing}
    for kind, content in made.items():
        path, sha256 = store.keep(content)
        file = actions.Kept(kind=kind, path=path, sha256=sha256, size=len(content))
        actions.freeze_file(version=version, file=file, by=MACHINE, now=now)


def _paper(version: Version, *, now: datetime) -> paper.Paper:
    unit, house, opened_at = version.unit, institution(), version.opened_at
    if opened_at is None:
        raise ValueError("only an opened version has a paper")
    letterhead = [line.strip() for line in unit.letterhead.splitlines() if line.strip()] or [house.name, unit.name]
    letterhead += [line for line in (unit.address or house.address).splitlines()[:1] if line]
    contact = []
    if version.contact:
        contact.append(", ".join(part for part in (version.contact.name, version.contact.position) if part))
        reached = [part for part in (version.contact.phone or unit.phone, unit.email or version.contact.email) if part]
        contact.append(" · ".join(reached))
    place = house.place.capitalize()
    return paper.Paper(
        kind=version.kind,
        title=version.title,
        number=version.number,
        date=f"{place}, {words.moment(opened_at.astimezone(zone()), version.language)}",
        place=place,
        letterhead=letterhead,
        contact=[line for line in contact if line],
        verify_url=queries.verify_url(version),
        code=version.code,
        text_hash=version.text_hash,
        opened_at=opened_at,
        correction_note=version.correction_note,
        pictures=_pictures(version, now=now),
    )


# Two thirds of A4's measure at 150 dots an inch: sharp on an office printer, small in the file.
PRINT_WIDTH = 800


def _pictures(version: Version, *, now: datetime) -> dict[int, bytes]:
    """JPEG bytes of the photographs at print width: the library's copies, without position and with their credit."""
    found = {}
    for photo in version.photos.all():
        copies = [one for one in ensure_renditions(photo.photograph, now=now) if one.format in ("jpeg", "jpg")]
        if copies:
            wide = [one for one in copies if one.width >= PRINT_WIDTH]
            chosen = min(wide, key=lambda one: one.width) if wide else max(copies, key=lambda one: one.width)
            found[photo.photograph_id] = store.read(chosen.file)
    return found
