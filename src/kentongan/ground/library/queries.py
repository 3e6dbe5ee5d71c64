"""Photographs and papers read; copies made where they are missing."""

from __future__ import annotations

from django.db.models import Count, OuterRef, QuerySet, Subquery

from kentongan.ground.library.choices import Consent, Rights
from kentongan.ground.library.models import Album, Photograph
from kentongan.ground.record.rules import Reader


def albums(*, reader: Reader) -> QuerySet:
    """Albums with how many photographs they hold and the first one's id."""
    first = Photograph.objects.filter(album=OuterRef("pk")).order_by("taken_at", "id").values("pk")[:1]
    return (
        Album.objects.visible_to(reader)
        .select_related("unit")
        .annotate(count=Count("photographs"), cover=Subquery(first))
    )


def photographs_of(album: Album, *, reader: Reader) -> QuerySet[Photograph]:
    """An album's photographs in the order in which they were taken."""
    return Photograph.objects.visible_to(reader).filter(album=album).prefetch_related("appearances__person")


def why_not_public(photograph: Photograph) -> str:
    """Why a photograph may not be published: a word for the screen's sentence, empty where nothing stands against it.

    `rights` somebody else's; `refused` who is shown refused; `minor` a child without consent.
    """
    if photograph.rights == Rights.THIRD:
        return "rights"
    for shown in photograph.appearances.all():
        if shown.consent == Consent.REFUSED:
            return "refused"
        if shown.minor and shown.consent != Consent.GIVEN:
            return "minor"
    return ""
