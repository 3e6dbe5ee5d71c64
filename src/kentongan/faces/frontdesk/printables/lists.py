"""Home, the archive, lists by topic, agency and leader, the list of corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.choices import StatementKind
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import render
from kentongan.faces.frontdesk import queries
from kentongan.faces.frontdesk.printables.releases import shots_of
from kentongan.faces.frontdesk.printables.shell import Shell, neither, shell
from kentongan.faces.frontdesk.queries import Card, Collection, Line
from kentongan.faces.frontdesk.rules import addresses
from kentongan.faces.frontdesk.rules.body import excerpt
from kentongan.ground.directory.models import Agency, Beat, Person
from kentongan.ground.press.registry import Changes, Pages, printable

# As many headlines as fit beside one photograph; a clarification leads as long as a chain letter runs.
HEADLINES = 6
CLARIFIED_FOR = timedelta(days=3)


@printable("frontdesk.lists")
def lists(as_of: datetime) -> Pages:
    """Everything that only lists."""
    around = shell(as_of)
    yield from _home(around)
    yield from _newest(around)
    for page in range(1, addresses.archive_pages(queries.last_slot(as_of)) + 1):
        yield from _archive(page, around)
    for each in queries.collections(as_of):
        yield from _collection(each, each.months(as_of), around)
    for year in [None, *_years(as_of)]:
        yield from _corrections(year, around)


@lists.changed_by(newsroom.KIND)
def release_changed(version_id: int, as_of: datetime) -> Changes:
    """Home, the newest, one page of the archive, one month of each list that the release belongs or belonged to."""
    around = shell(as_of)
    yield from _home(around)
    yield from _newest(around)
    line = queries.line_of(version_id, as_of=as_of)
    if line is None:
        return
    page = addresses.archive_page(line.slot)
    yield from _archive(page, around)
    if addresses.archive_pages(queries.last_slot(as_of)) > page:
        yield from _archive(page + 1, around)
    month = queries.local_day(line.versions[0].opened_at or as_of).replace(day=1)
    for each in queries.collections_of(line):
        months = each.months(as_of)
        yield from _collection(each, [month] if month in months else [], around)
        if month not in months:
            yield from neither(addresses.month_path(each.base, month))
        if not months:
            yield from neither(each.base)
    for year in [None, *_years_of(line)]:
        yield from _corrections(year, around)


@lists.changed_by("agenda.activity")
def activity_changed(activity_id: int, as_of: datetime) -> Changes:
    """The front page tells today's agenda."""
    yield from _home(shell(as_of))


@lists.changed_by("beat")
def topic_changed(topic_id: int, as_of: datetime) -> Changes:
    """Its list, and the page that leads to all lists."""
    around = shell(as_of)
    yield from _newest(around)
    for topic in Beat.objects.filter(pk=topic_id):
        yield from _list_of(queries.of_topic(topic), around)


@lists.changed_by("agency")
def agency_changed(agency_id: int, as_of: datetime) -> Changes:
    """The same; an agency that works no longer has none."""
    around = shell(as_of)
    yield from _newest(around)
    for agency in Agency.objects.filter(pk=agency_id):
        yield from _list_of(queries.of_agency(agency), around, stands=agency.active)


@lists.changed_by("person")
def person_changed(person_id: int, as_of: datetime) -> Changes:
    """The same for a leader; whoever is none, or no longer, has none."""
    around = shell(as_of)
    yield from _newest(around)
    leads = queries.leader_rows().filter(pk=person_id).exists()
    for person in Person.objects.filter(pk=person_id):
        yield from _list_of(queries.of_leader(person), around, stands=leads)


@lists.changed_by("post")
def post_changed(post_id: int, as_of: datetime) -> Changes:
    """The front page where it tells of the post today; lists of those who are leaders by this post alone, or were."""
    around = shell(as_of)
    today = queries.activities_of_days(around.today, around.today, as_of=as_of)
    if queries.with_post(today, post_id).exists():
        yield from _home(around)
    yield from _newest(around)
    leaders = set(queries.leader_rows().values_list("pk", flat=True))
    for person in queries.persons_in(post_id):
        if not queries.leads_by_another(person, post_id=post_id):
            yield from _list_of(queries.of_leader(person), around, stands=person.pk in leaders)


# ── home ──


def _home(around: Shell) -> Pages:
    as_of = around.as_of
    newest = queries.cards(newsroom.in_force(as_of)[: HEADLINES + 1], as_of=as_of)
    standing = [card for card in newest if not card.withdrawn]
    # What was withdrawn doesn't lead; it stays in its place among the headlines.
    lead = standing[0] if standing else None
    line = next(queries.lines(as_of, slots=[lead.version.slot or 0]), None) if lead else None
    shots = shots_of(line, as_of) if line else {}
    photo = next((one for one in line.newest.photos.all() if one.photograph_id in shots), None) if line else None

    def context(language: str) -> dict[str, Any]:
        today = queries.activities_of_days(around.today, around.today, as_of=as_of)
        agenda = queries.items(today, as_of=as_of, mewakili=_("representing"))
        return {
            "here": "home",
            "title": around.sites[language].name,
            "today": around.today,
            "lead": lead,
            "deck": render.first_paragraph(lead.version.document) if lead else "",
            "shot": shots[photo.photograph_id].picture if photo else None,
            "photo": photo,
            "newest": [card for card in newest if card is not lead][:HEADLINES],
            "clarifications": _clarifications(newest, around),
            "agenda": agenda,
            "as_of": _changed(newest, [item.activity.changed_at for item in agenda]),
        }

    yield from around.both("home.html", "", context)


def _clarifications(newest: Sequence[Card], around: Shell) -> list[dict[str, Any]]:
    """The true sentence over everything else, while the rumour runs; counted in whole days, as pages are printed."""
    since = around.today - CLARIFIED_FOR
    return [
        {"card": card, "deck": render.first_paragraph(card.version.document)}
        for card in newest
        if card.version.kind == StatementKind.CLARIFICATION
        and not card.withdrawn
        and card.at.astimezone(around.here).date() > since
    ][:1]


def _changed(cards: Iterable[Card], others: Iterable[datetime] = ()) -> datetime | None:
    """When something on a page last changed: what its foot says, so that the same data make the same page."""
    moments = [*others]
    for card in cards:
        moments += [moment for moment in (card.version.opened_at, card.version.withdrawn_at) if moment]
    return max(moments, default=None)


# ── archive ──


def _newest(around: Shell) -> Pages:
    as_of = around.as_of
    cards = queries.cards(newsroom.in_force(as_of)[: addresses.NEWEST], as_of=as_of)
    by_kind: dict[str, list[Collection]] = {"topics": [], "agencies": [], "officials": []}
    for each in queries.collections(as_of):
        by_kind[each.kind].append(each)
    pages = addresses.archive_pages(queries.last_slot(as_of))

    def context(language: str) -> dict[str, Any]:
        return {
            "here": "releases",
            "title": _("Press releases"),
            "entries": [(card, render.first_paragraph(card.version.document)) for card in cards],
            "pages": [(page, addresses.archive_path(page)) for page in range(pages, 0, -1)],
            "groups": [
                (_("By topic"), by_kind["topics"]),
                (_("By agency"), by_kind["agencies"]),
                (_("By leader"), by_kind["officials"]),
            ],
            "as_of": _changed(cards),
        }

    yield from around.both("releases.html", "siaran/", context)


def _archive(page: int, around: Shell) -> Pages:
    slots = addresses.archive_slots(page)
    cards = queries.archive(slots, as_of=around.as_of)
    full = queries.last_slot(around.as_of) >= slots[1]

    def context(language: str) -> dict[str, Any]:
        return {
            "here": "releases",
            "title": _("Archive, page %(page)s") % {"page": page},
            "cards": cards,
            "first": slots[0],
            "last": slots[1],
            "older": addresses.archive_path(page - 1) if page > 1 else "",
            "newer": addresses.archive_path(page + 1) if full else "",
            "as_of": _changed(cards),
            "crumbs": [
                (_("Press releases"), addresses.address("siaran/", language)),
                (_("Archive, page %(page)s") % {"page": page}, ""),
            ],
        }

    yield from around.both("archive.html", addresses.archive_path(page), context)


# ── by topic, agency, leader ──


def _collection(each: Collection, months: list[date], around: Shell) -> Pages:
    """The list's first page, and these of its months."""
    every = each.months(around.as_of)
    if not every:
        return
    cards = each.newest(addresses.NEWEST, as_of=around.as_of)

    def first(language: str) -> dict[str, Any]:
        return {
            "here": "releases",
            "title": _("Releases: %(name)s") % {"name": each.name},
            "cards": cards,
            "months": [(month, addresses.month_path(each.base, month)) for month in every],
            "as_of": _changed(cards),
            "crumbs": [(_("Press releases"), addresses.address("siaran/", language)), (each.name, "")],
        }

    yield from around.both("collection.html", each.base, first)
    for month in months:
        yield from _month(each, month, around)


def _list_of(each: Collection, around: Shell, *, stands: bool = True) -> Changes:
    """All pages of a list, or that they are no more."""
    months = each.months(around.as_of)
    if stands and months:
        yield from _collection(each, months, around)
        return
    yield from neither(each.base)
    for month in months:
        yield from neither(addresses.month_path(each.base, month))


def _month(each: Collection, month: date, around: Shell) -> Pages:
    cards = each.of_month(month, as_of=around.as_of)

    def context(language: str) -> dict[str, Any]:
        return {
            "here": "releases",
            "title": each.name,
            "month": month,
            "cards": cards,
            "as_of": _changed(cards),
            "crumbs": [
                (_("Press releases"), addresses.address("siaran/", language)),
                (each.name, addresses.address(each.base, language)),
            ],
        }

    yield from around.both("collection.html", addresses.month_path(each.base, month), context)


# ── corrections ──


def _years(as_of: datetime) -> list[int]:
    """Years in which something was corrected or withdrawn, the newest first."""
    moments = queries.corrected(as_of).values_list("opened_at", "replaces", "withdrawn_at")
    found: set[int] = set()
    for opened_at, replaces, withdrawn_at in moments:
        if replaces and opened_at:
            found.add(queries.local_day(opened_at).year)
        if withdrawn_at:
            found.add(queries.local_day(withdrawn_at).year)
    return sorted(found, reverse=True)


def _years_of(line: Line) -> list[int]:
    moments = [version.opened_at for version in line.versions[1:]] + [each.withdrawn_at for each in line.versions]
    return sorted({queries.local_day(moment).year for moment in moments if moment})


def _corrections(year: int | None, around: Shell) -> Pages:
    """What was corrected and withdrawn: all of a year, or the newest of all."""
    rows = _mended(around.as_of)
    years = list(dict.fromkeys(row["at"].astimezone(around.here).year for row in rows))
    if year is None:
        rows = rows[: addresses.PER_PAGE]
    else:
        rows = [row for row in rows if row["at"].astimezone(around.here).year == year]

    def context(language: str) -> dict[str, Any]:
        crumbs = [(_("Corrections and withdrawals"), addresses.address("koreksi/", language)), (str(year), "")]
        return {
            "here": "corrections",
            "title": _("Corrections and withdrawals"),
            "year": year,
            "rows": rows,
            "years": [(each, f"koreksi/{each}/") for each in years],
            "as_of": max((row["at"] for row in rows), default=None),
            "crumbs": crumbs if year else [],
        }

    yield from around.both("corrections.html", f"koreksi/{year}/" if year else "koreksi/", context)


def _mended(as_of: datetime) -> list[dict[str, Any]]:
    """One row for each correction and each withdrawal, the newest first."""
    versions: list[Version] = [
        each for each in queries.corrected(as_of).select_related("replaces") if queries.may_go(each, as_of=as_of)
    ]
    rows = []
    for version in versions:
        told = {"version": version, "path": newsroom.line_path(version)}
        if version.replaces and version.opened_at:
            changed = [row for row in newsroom.difference(version.replaces, version) if row.kind != "same"]
            beside = {"what": "corrected", "at": version.opened_at, "beside": f"{newsroom.public_path(version)}beda/"}
            rows.append(told | beside | {"pieces": excerpt(changed[0].pieces) if changed else []})
        if version.withdrawn_at:
            rows.append(told | {"what": "withdrawn", "at": version.withdrawn_at, "pieces": []})
    return sorted(rows, key=lambda row: (row["at"], row["version"].pk), reverse=True)
