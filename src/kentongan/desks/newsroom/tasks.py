"""The newsroom's work on the clock and in the queue."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

from django.utils import timezone, translation
from django_tasks import task

from kentongan.desks.newsroom import actions, outside, queries
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import paper, render
from kentongan.ground.clock.registry import every
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
    for version in queries.without_files().filter(opened_at__lt=now - timedelta(seconds=20)):
        freeze_files(version.pk, now=now)


@task()
def make_files(version_id: int) -> None:
    """The PDF and the plain text of an opened version."""
    freeze_files(version_id, now=timezone.now())


def freeze_files(version_id: int, *, now: datetime) -> None:
    """Make, keep and note the files; never call it inside a transaction. A second run finds the first one's bytes."""
    version = queries.with_parts(Version.objects.filter(opened_at__isnull=False)).get(pk=version_id)
    known = queries.resolved_version(version)
    with translation.override(version.language), timezone.override(zone()):
        made = {
            "pdf": ("siaran.pdf", paper.pdf(_paper(version), version.document, known)),
            "text": ("siaran.txt", render.to_plain(version.title, version.document, known).encode()),
        }
    for kind, (name, content) in made.items():
        path, sha256 = outside.keep(version.pk, name, content)
        actions.freeze_file(
            version=version,
            kind=kind,
            file=path,
            sha256=sha256,
            size=len(outside.read(path)),
            by=MACHINE,
            now=now,
        )


def _paper(version: Version) -> paper.Paper:
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
        pictures=_pictures(version),
    )


def _pictures(version: Version) -> dict[int, bytes]:
    """JPEG bytes of the photographs at print width, where the library makes renditions."""
    if not find_spec("kentongan.ground.library.tasks"):
        return {}
    ensure = getattr(import_module("kentongan.ground.library.tasks"), "ensure_renditions", None)
    if ensure is None:
        return {}
    found = {}
    for photo in version.photos.all():
        ensure(photo.photograph)
        rendition = photo.photograph.renditions.filter(format="jpeg", width__gte=900).order_by("width").first()
        if rendition is not None:
            found[photo.photograph_id] = outside.read(rendition.file)
    return found
