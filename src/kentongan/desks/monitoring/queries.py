"""Coverage read: which version an article follows, what the press says, what still carries an old figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kentongan.desks.monitoring.models import Clip, Pickup
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Outlet
from kentongan.ground.language.rules.alignment import Trace, compare
from kentongan.ground.language.rules.reuse import Archive
from kentongan.ground.record.rules import Reader

# A release is carried within days (pick-up curve, docs/develop/engines/reuse.md); a quarter catches every late one.
OPEN_BEFORE = timedelta(days=92)
# An outlet in another zone, or a page with a date and no time, may seem to print before we opened.
GRACE = timedelta(days=1)
RECENT = timedelta(days=21)


def outlets_by_domain() -> dict[str, int]:
    """Outlet ids by host and by name, in small letters."""
    known = {}
    for pk, name, domain in Outlet.objects.values_list("pk", "name", "domain"):
        known[name.lower()] = pk
        if domain:
            known[domain.lower().removeprefix("www.")] = pk
    return known


def outlet_of(url: str, name: str, known: dict[str, int]) -> int | None:
    """The outlet by the link's host (a subdomain too) or by name; None where the directory hasn't it."""
    host = name_of_host(url).lower()
    while "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return known.get(name.lower())


def name_of_host(url: str) -> str:
    """The host of a link without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@dataclass
class Candidates:
    """The versions that a batch of clips may follow, joined once by their runs of words."""

    versions: dict[int, Version]
    archive: Archive[int]

    @classmethod
    def around(cls, clips: Iterable[Clip]) -> Candidates:
        """Versions opened in the quarter before the clips were printed."""
        moments = [clip.published_at or clip.captured_at for clip in clips]
        opened: QuerySet[Version] = Version.objects.none()
        if moments:
            opened = Version.objects.filter(
                opened_at__gte=min(moments) - OPEN_BEFORE, opened_at__lte=max(moments) + GRACE
            )
        versions = {version.pk: version for version in opened.only("pk", "text", "opened_at", "line_id", "unit_id")}
        archive: Archive[int] = Archive()
        archive.add_many((pk, version.text) for pk, version in versions.items())
        return cls(versions, archive)

    def of(self, clip: Clip) -> tuple[Version, Trace] | None:
        """The version that a clip follows and how: the one of which most stands there, then the one with fewer changed
        claims, then the later one, as `which_version` ranks them."""
        moment = clip.published_at or clip.captured_at
        best: tuple[tuple[float, int, datetime], Version, Trace] | None = None
        for near in self.archive.near(clip.text, least=0.005, fewest=2):
            version = self.versions[near.id]
            if version.opened_at is None or not moment - OPEN_BEFORE <= version.opened_at <= moment + GRACE:
                continue
            trace = trace_against(version, clip)
            if not trace.carried:
                continue
            rank = (round(trace.ours, 3), -len(trace.changes), version.opened_at)
            if best is None or rank > best[0]:
                best = (rank, version, trace)
        return None if best is None else (best[1], best[2])


def trace_against(earlier: Version | Clip, clip: Clip) -> Trace:
    """One clip held against the version, or the earlier article, that it follows."""
    return compare(earlier.text, clip.text, published=clip.published_at.date() if clip.published_at else None)


def recent_clips(*, now: datetime) -> QuerySet[Clip]:
    """Clips young enough to belong to a running story."""
    return Clip.objects.filter(captured_at__gte=now - RECENT).order_by("pk")


def clips(*, reader: Reader) -> QuerySet:
    """Clips with what a list shows; `behind` where the version it follows was corrected since."""
    later = Version.objects.filter(replaces_id=OuterRef("pickup__version_id"), opened_at__isnull=False)
    return (
        Clip.objects.visible_to(reader)
        .select_related("outlet", "pickup__version", "story", "tone_by")
        .annotate(behind=Exists(later))
    )


def pickups_of(version: Version, *, reader: Reader) -> QuerySet[Pickup]:
    """Who carried any version of the same release, most of it first."""
    line = version.line_id or version.pk
    seen = Clip.objects.visible_to(reader)
    carried = Pickup.objects.filter(Q(version__line_id=line) | Q(version_id=line), clip__in=seen)
    return carried.select_related("clip__outlet", "version").order_by("-kept", "clip__published_at")


def copies_of(clip: Clip, *, reader: Reader) -> QuerySet[Clip]:
    """The other clips of its story, earliest first."""
    if clip.story_id is None:
        return Clip.objects.none()
    return (
        Clip.objects.visible_to(reader)
        .filter(story_id=clip.story_id)
        .exclude(pk=clip.pk)
        .select_related("outlet")
        .order_by("published_at", "pk")
    )


def earliest_of(clip: Clip, *, reader: Reader) -> Clip | None:
    """The article that its story begins with, as far as the reader sees it; None where that is the clip itself."""
    if clip.copied_from_id is None:
        return None
    first = copies_of(clip, reader=reader).filter(published_at__isnull=False).first()
    if first is None or first.published_at is None or clip.published_at is None:
        return None
    return first if first.published_at <= clip.published_at else None


def stories(*, reader: Reader) -> QuerySet:
    """Stories with how many clips and how many texts of their own they hold."""
    from kentongan.desks.monitoring.models import Story

    return Story.objects.visible_to(reader).annotate(
        count=Count("clips"), independent=Count("clips", filter=Q(clips__copied_from__isnull=True))
    )


def findings_of(clip: Clip) -> list[tuple[str, str, str]]:
    """(kind, word, tone) of what a clip shows at a glance; `kind` is the change or `behind`."""
    found = []
    pickup = getattr(clip, "pickup", None)
    if getattr(clip, "behind", False):
        found.append(("behind", "", "soga"))
    if pickup:
        found += [(change["kind"], f"{change['was']} → {change['is']}", "mengkudu") for change in pickup.changes]
    return found
