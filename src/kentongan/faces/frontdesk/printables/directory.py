"""Agencies and who handles what; leaders, their public agenda and what was said about them."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from kentongan.desks.agenda import queries as desk
from kentongan.desks.newsroom import queries as newsroom
from kentongan.faces.frontdesk import queries
from kentongan.faces.frontdesk.printables.releases import paths_of, shot_of
from kentongan.faces.frontdesk.printables.shell import Shell, neither, shell
from kentongan.faces.frontdesk.rules import addresses
from kentongan.ground.directory.models import Agency, Person
from kentongan.ground.press.registry import Changes, Pages, printable

LATEST = 5


@printable("frontdesk.directory")
def directory(as_of: datetime) -> Pages:
    """The list of matters, a page for each agency, the list of leaders, a page for each of them."""
    around = shell(as_of)
    yield from _matters(around)
    for agency in queries.agencies():
        yield from _agency(agency, around)
    yield from _leaders(around)
    for person in queries.leader_rows():
        yield from _leader(person, around)


@directory.changed_by(newsroom.KIND)
def release_changed(version_id: int, as_of: datetime) -> Changes:
    """The agencies and leaders that it is, or was, about."""
    line = queries.line_of(version_id, as_of=as_of)
    if line is None:
        return
    around = shell(as_of)
    about = {each.key for each in queries.collections_of(line)}
    for agency in queries.agencies():
        if ("agencies", agency.pk) in about:
            yield from _agency(agency, around)
    for person in queries.leader_rows():
        if ("officials", person.pk) in about:
            yield from _leader(person, around)


@directory.changed_by("agenda.activity")
def activity_changed(activity_id: int, as_of: datetime) -> Changes:
    """Every leader: nobody remembers who was to go before it was changed."""
    around = shell(as_of)
    for person in queries.leader_rows():
        yield from _leader(person, around)


@directory.changed_by("agency")
def agency_changed(agency_id: int, as_of: datetime) -> Changes:
    """Its page and the list of matters."""
    around = shell(as_of)
    yield from _matters(around)
    for agency in Agency.objects.filter(pk=agency_id):
        yield from _agency(agency, around) if agency.active else neither(f"dinas/{agency.slug}/")


@directory.changed_by("person")
def person_changed(person_id: int, as_of: datetime) -> Changes:
    """The person's page and wherever the name stands: the list of leaders, the agencies that are led."""
    around = shell(as_of)
    yield from _leaders(around)
    yield from _leader_or_none(person_id, around)
    for agency in queries.agencies():
        if any(holder.person_id == person_id for holder in queries.heads_of(agency, on=around.today)):
            yield from _agency(agency, around)


@directory.changed_by("post")
def post_changed(post_id: int, as_of: datetime) -> Changes:
    """The list of leaders; whoever held it; leaders who meet its holder; all agencies, for nobody remembers whose post
    it was."""
    around = shell(as_of)
    yield from _leaders(around)
    told = {person.pk for person in queries.persons_in(post_id)}
    for person in queries.leader_rows():
        if queries.with_post(queries.agenda_of(person, as_of=as_of), post_id).exists():
            told.add(person.pk)
    for person_id in sorted(told):
        yield from _leader_or_none(person_id, around)
    for agency in queries.agencies():
        yield from _agency(agency, around)


def _matters(around: Shell) -> Pages:
    matters, agencies = queries.matters(), queries.agencies()
    letters = [(letter, list(some)) for letter, some in groupby(matters, key=lambda matter: matter.words[:1].upper())]

    def context(language: str) -> dict[str, Any]:
        return {"here": "agencies", "title": _("Who handles what"), "letters": letters, "agencies": agencies}

    yield from around.both("agencies.html", "dinas/", context)


def _agency(agency: Agency, around: Shell) -> Pages:
    collection = queries.of_agency(agency)
    latest = collection.newest(LATEST, as_of=around.as_of)
    holders = queries.heads_of(agency, on=around.today)
    leaders = set(queries.leader_rows().values_list("pk", flat=True))

    def context(language: str) -> dict[str, Any]:
        return {
            "here": "agencies",
            "title": agency.name,
            "agency": agency,
            "functions": [line.strip() for line in agency.functions.splitlines() if line.strip()],
            "holders": [(holder, holder.person_id in leaders) for holder in holders],
            "latest": latest,
            "more": collection.base,
            "crumbs": [(_("Who handles what"), addresses.address("dinas/", language)), (agency.short, "")],
        }

    yield from around.both("agency.html", f"dinas/{agency.slug}/", context)


def _leaders(around: Shell) -> Pages:
    active = set(queries.leader_rows().values_list("pk", flat=True))
    posts = [
        (post, tenure if tenure and tenure.person_id in active else None)
        for post, tenure in desk.leaders(on=around.today)
    ]

    def context(language: str) -> dict[str, Any]:
        return {"here": "leaders", "title": _("Leaders"), "posts": posts}

    yield from around.both("leaders.html", "pimpinan/", context)


def _leader(person: Person, around: Shell) -> Pages:
    photograph = queries.portrait_of(person)
    shot = None
    if photograph and queries.may_be_shown(photograph, opened_at=photograph.uploaded_at, as_of=around.as_of):
        shot = shot_of(photograph, folder=f"pimpinan/{person.slug}/")
    if shot:
        yield from shot.files
    collection = queries.of_leader(person)
    latest = collection.newest(LATEST, as_of=around.as_of)
    tenures = queries.tenures_of(person)
    held = [each for each in tenures if each.from_on <= around.today and not _over(each.until_on, around)]

    def context(language: str) -> dict[str, Any]:
        coming = queries.items(
            queries.agenda_of(person, as_of=around.as_of), as_of=around.as_of, mewakili=_("representing")
        )
        return {
            "here": "leaders",
            "title": person.full_name,
            "person": person,
            "held": held,
            "tenures": tenures,
            "shot": shot.picture if shot else None,
            "photo": photograph,
            "agenda": coming,
            "latest": latest,
            "more": collection.base,
            "crumbs": [(_("Leaders"), addresses.address("pimpinan/", language)), (person.name, "")],
        }

    yield from around.both("leader.html", f"pimpinan/{person.slug}/", context)


def _leader_or_none(person_id: int, around: Shell) -> Changes:
    """A leader's page, or that there is none (any more)."""
    if person := queries.leader_rows().filter(pk=person_id).first():
        yield from _leader(person, around)
        return
    for person in Person.objects.filter(pk=person_id):
        folder = f"pimpinan/{person.slug}/"
        yield from neither(folder)
        if photograph := queries.portrait_of(person):
            yield from ((path, None) for path in paths_of(photograph, folder=folder))


def _over(until: Any, around: Shell) -> bool:
    return until is not None and until <= around.today
