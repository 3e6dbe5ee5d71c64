"""What leaves for programs; the gate is asked about every row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kentongan.desks.agenda import queries as agenda
from kentongan.desks.agenda.models import Activity
from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.queries import in_force
from kentongan.desks.newsroom.rules import render
from kentongan.faces.wire.rules.feeds import Entry
from kentongan.faces.wire.rules.sitemaps import News
from kentongan.ground.clock.rules.calendar import midnight
from kentongan.ground.record.registry import CALENDAR, FEED
from kentongan.ground.record.rules import Level, Reader, may_leave
from kentongan.ground.units.queries import zone

PUBLIC = Reader()
# A feed reader asks for the newest; what came before is in the archive.
NEWEST = 20
# A calendar on a telephone needs no older ones.
BACK = timedelta(days=31)


def may_go(version: Version, *, as_of: datetime) -> bool:
    """Whether the feed may carry it."""
    return may_leave(newsroom.thing(version), reader=PUBLIC, exit=FEED, now=as_of)


def changed_at(version: Version) -> datetime:
    """When its readers last had something new to read."""
    moments = [moment for moment in (version.opened_at, version.withdrawn_at) if moment]
    return max(moments)


def entries(as_of: datetime, *, base_url: str) -> list[Entry]:
    """The newest releases, whole; photographs are in the page, not in the feed."""
    found = in_force(as_of).prefetch_related("quoted", "photos__photograph", "topics")
    made = []
    for version in found[:NEWEST]:
        if not may_go(version, as_of=as_of):
            continue
        known = newsroom.resolved_version(version, photos={})
        words = render.Resolved(facts=known.facts, photos={}, language=known.language)
        made.append(
            Entry(
                url=f"{base_url}/{newsroom.line_path(version)}",
                title=version.title,
                summary=render.first_paragraph(version.document),
                html=render.to_html(version.document, words),
                published=(version.line or version).opened_at or as_of,
                updated=changed_at(version),
                number=version.number,
                version=version.edition or 1,
                language=version.language,
                topics=tuple(topic.name for topic in version.topics.all()),
                withdrawn=version.withdrawn_reason if version.state == VersionState.WITHDRAWN else "",
            )
        )
    return made


def addresses(as_of: datetime, *, base_url: str, slots: tuple[int, int]) -> Iterator[tuple[str, datetime]]:
    """Each line's address and its last change, by place; both shells."""
    found = in_force(as_of).filter(slot__range=slots).order_by("slot").defer("document", "text")
    for version in found:
        if may_go(version, as_of=as_of):
            path = newsroom.line_path(version)
            yield f"{base_url}/{path}", changed_at(version)
            yield f"{base_url}/en/{path}", changed_at(version)


def last_slot(as_of: datetime) -> int:
    """The newest place in the archive; 0 while it is empty."""
    return in_force(as_of).values_list("slot", flat=True).first() or 0


def slot_of(version_id: int) -> int | None:
    """The place of a version's line."""
    return Version.objects.filter(pk=version_id).values_list("slot", flat=True).first()


def news(as_of: datetime, *, base_url: str) -> list[News]:
    """What came yesterday and today: never more than two days, and the same all day long."""
    here = zone()
    since = midnight(as_of.astimezone(here).date() - timedelta(days=1), here)
    found = in_force(as_of).filter(line__opened_at__gte=since).exclude(state=VersionState.WITHDRAWN)
    return [
        News(
            url=f"{base_url}/{newsroom.line_path(version)}",
            title=version.title,
            published=(version.line or version).opened_at or as_of,
            language=version.language,
        )
        for version in found.defer("document", "text")[:1000]
        if may_go(version, as_of=as_of)
    ]


def activities(as_of: datetime) -> list[Activity]:
    """The public agenda of the last month and everything to come."""
    here = zone()
    since = midnight(as_of.astimezone(here).date() - BACK, here)
    found = Activity.objects.filter(level=Level.PUBLIC, ends_at__gte=since).exclude(public_title="")
    return [
        activity
        for activity in found.order_by("starts_at", "pk")
        if may_leave(agenda.thing(activity), reader=PUBLIC, exit=CALENDAR, now=as_of)
    ]
