"""Take in photographs and papers, describe them, note who agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.ground.directory.models import Person
from kentongan.ground.library.choices import Consent
from kentongan.ground.library.events import ConsentNoted, DocumentTaken, PhotographDescribed, PhotographsTaken
from kentongan.ground.library.models import Album, Appearance, Document, Photograph, Portrait, Rendition
from kentongan.ground.library.rules.pictures import Copy, Look
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit


@dataclass(frozen=True)
class Kept:
    """A file that lies in the store already: its name as it came, its path, its hash, its bytes."""

    name: str
    path: str
    sha256: str
    bytes: int


@transaction.atomic
def make_album(*, unit: Unit, level: str, title: str, taken_on: date | None, by: Actor, now: datetime) -> Album:
    """A place for the photographs of one occasion.

    Raises:
        Refusal: it has no title.
    """
    if not title.strip():
        raise Refusal(_("Say what the photographs show."))
    return Album.objects.create(unit=unit, level=level, title=title.strip(), taken_on=taken_on)


@transaction.atomic
def take_in_photographs(
    *, album: Album, files: Iterable[tuple[Kept, Look]], credit: str, photographer: str, by: Actor, now: datetime
) -> list[Photograph]:
    """Put originals that lie in the store into an album; one that is there already is left as it stands."""
    taken = []
    for kept, look in files:
        photograph, fresh = Photograph.objects.get_or_create(
            album=album,
            sha256=kept.sha256,
            defaults={
                "unit": album.unit,
                "level": album.level,
                "file": kept.path,
                "name": kept.name[-200:],
                "mime": look.mime,
                "bytes": kept.bytes,
                "width": look.width,
                "height": look.height,
                "taken_at": look.taken_at,
                "uploaded_at": now,
                "uploaded_by_id": by.as_person(),
                "photographer": photographer[:120],
                "credit": credit[:160],
            },
        )
        if fresh:
            taken.append(photograph)
    if taken:
        announce(PhotographsTaken(album_id=album.pk, count=len(taken)), by=by, now=now)
    return taken


@transaction.atomic
def describe_photograph(
    *, photograph: Photograph, caption: str, alt: str, credit: str, rights: str, by: Actor, now: datetime
) -> Photograph:
    """Caption, description for those who can't see it, credit and rights.

    Its copies are made anew, for the credit is written into them; versions keep what they froze.
    """
    photograph = Photograph.objects.select_for_update().get(pk=photograph.pk)
    if (photograph.caption, photograph.credit) != (caption, credit):
        photograph.renditions.all().delete()
    photograph.caption, photograph.alt, photograph.credit, photograph.rights = caption, alt, credit, rights
    photograph.save(update_fields=["caption", "alt", "credit", "rights"])
    announce(PhotographDescribed(photograph_id=photograph.pk), by=by, now=now)
    return photograph


@transaction.atomic
def note_appearance(
    *,
    photograph: Photograph,
    person: Person | None,
    described: str,
    minor: bool,
    consent: str,
    by: Actor,
    now: datetime,
) -> Appearance:
    """Say who is shown and whether he agreed; saying it again changes it.

    Raises:
        Refusal: nobody is named or described, or a child is called an official.
    """
    if person is None and not described.strip():
        raise Refusal(_("Name who is shown, or describe him: a child with a red scarf."))
    if minor and consent == Consent.OFFICIAL:
        raise Refusal(_("A child is no official; ask the parents and note their consent."))
    appearance, _fresh = Appearance.objects.update_or_create(
        photograph=photograph, person=person, described=described.strip(), defaults={"minor": minor, "consent": consent}
    )
    announce(ConsentNoted(photograph_id=photograph.pk, consent=consent), by=by, now=now)
    return appearance


@transaction.atomic
def keep_renditions(*, photograph: Photograph, made: Iterable[tuple[Kept, Copy]], now: datetime) -> list[Rendition]:
    """Note the copies that lie in the store; a size that was noted before is left as it is."""
    return [
        Rendition.objects.get_or_create(
            photograph=photograph,
            width=copy.width,
            format=copy.format,
            defaults={"height": copy.height, "file": kept.path, "sha256": kept.sha256, "bytes": kept.bytes},
        )[0]
        for kept, copy in made
    ]


@transaction.atomic
def take_in_document(*, unit: Unit, level: str, kept: Kept, mime: str, by: Actor, now: datetime) -> Document:
    """Note a paper that lies in the store."""
    document = Document.objects.create(
        unit=unit,
        level=level,
        file=kept.path,
        name=kept.name[-200:],
        sha256=kept.sha256,
        mime=mime,
        bytes=kept.bytes,
        uploaded_at=now,
        uploaded_by_id=by.as_person(),
    )
    announce(DocumentTaken(document_id=document.pk), by=by, now=now)
    return document


@transaction.atomic
def set_portrait(*, person: Person, photograph: Photograph, by: Actor, now: datetime) -> Portrait:
    """The photograph by which the public site shows a person.

    Raises:
        Refusal: it isn't public.
    """
    if photograph.level != "public":
        raise Refusal(_("A portrait is shown to everybody; make the photograph public first."))
    portrait, _fresh = Portrait.objects.update_or_create(person=person, defaults={"photograph": photograph})
    return portrait
