"""What is asked at the counter: is this from you, and where does it stand. A constant number of questions each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from kentongan.desks.agenda import queries as agenda
from kentongan.desks.agenda.models import Activity
from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules.difference import Row
from kentongan.faces.counter.rules import asked as asking
from kentongan.faces.counter.rules import finding
from kentongan.faces.counter.rules.asked import Asked
from kentongan.faces.counter.rules.finding import Piece
from kentongan.ground.clock.rules.calendar import midnight
from kentongan.ground.directory.models import Agency, Matter
from kentongan.ground.record.registry import SEARCH, VERIFY
from kentongan.ground.record.rules import Level, Reader, may_leave
from kentongan.ground.units.queries import institution, zone

PUBLIC = Reader()
# Read and ranked for one search; of more that contain the letters, the older ones aren't looked at.
MOST_READ = 150
MOST_SHOWN = 20
MOST_ACTIVITIES = 500


# ── is this from you? ──


@dataclass(frozen=True)
class Answer:
    """`kind`: genuine, old, withdrawn or not (ours). `version` is what was asked for, `newest` what holds now.

    Of a text that isn't ours as it stands, `newest` is the release that it says it is: to be compared with.
    """

    kind: str
    asked: Asked
    version: Version | None = None
    newest: Version | None = None
    changes: tuple[Row, ...] = ()
    foreign_links: tuple[str, ...] = ()


def check(typed: str, *, now: datetime) -> Answer:
    """The answer about a code, number, link, hash or whole text. What isn't open was never issued, whatever it is."""
    domain = institution().domain
    asked = asking.read(typed, domain=domain)
    found = _found(asked, now=now)
    if found is None:
        said = asking.named(typed, domain=domain) if asked.kind == "text" else None
        _version, newest = (_found(said, now=now) if said else None) or (None, None)
        return Answer("not", asked, newest=newest)
    version, newest = found
    kind = "withdrawn" if newest.withdrawn_at else "genuine" if version.pk == newest.pk else "old"
    changes = [row for row in newsroom.difference(version, newest) if row.kind != "same"] if kind == "old" else []
    foreign = asking.foreign_links(typed, domain=domain, known=str(version.document)) if asked.kind == "text" else []
    return Answer(kind, asked, version, newest, tuple(changes[:2]), tuple(foreign[:5]))


def _found(asked: Asked, *, now: datetime) -> tuple[Version, Version] | None:
    """The version that was asked for and the one in force, both through the gate."""
    version = _by_place(asked, now=now)
    if version is None and asked.kind != "link":
        verified = newsroom.verify(asked.words)
        version = verified.asked if verified else None
    if version is None or not _may_leave(version, now=now):
        return None
    newest = newsroom.opened(now).filter(slot=version.slot).order_by("-edition").first()
    return (version, newest) if newest and _may_leave(newest, now=now) else None


def _by_place(asked: Asked, *, now: datetime) -> Version | None:
    if not asked.slot:
        return None
    found = newsroom.opened(now).filter(slot=asked.slot)
    return (found.filter(edition=asked.edition) if asked.edition else found.order_by("-edition")).first()


def _may_leave(version: Version, *, now: datetime) -> bool:
    return may_leave(newsroom.thing(version), reader=PUBLIC, exit=VERIFY, now=now)


# ── where does it stand? ──


@dataclass(frozen=True)
class Hit:
    """A release that was found, and the words around the place."""

    version: Version
    path: str
    at: datetime
    pieces: list[Piece]


@dataclass(frozen=True)
class Found:
    """Everything that a search found."""

    terms: list[str]
    releases: list[Hit] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.releases or self.matters or self.agencies or self.activities)


def search(typed: str, *, now: datetime) -> Found:
    """Open releases, matters and agencies, and coming public activities, by the roots of the words."""
    terms = finding.terms_of(typed)
    if not terms:
        return Found(terms)
    matters, agencies = _matters(terms), _agencies(terms)
    return Found(terms, _releases(typed, terms, now=now), matters, agencies, _activities(terms, now=now))


def _releases(typed: str, terms: list[str], *, now: datetime) -> list[Hit]:
    contains = Q()
    for term in terms:
        said = Q()
        for trace in finding.traces(term):
            said |= Q(text__icontains=trace)
        contains &= said
    found = newsroom.in_force(now).filter(contains | Q(number__iexact=typed.strip())).defer("document")
    ranked = []
    for version in found[:MOST_READ]:
        if may_leave(newsroom.thing(version), reader=PUBLIC, exit=SEARCH, now=now):
            exact = 1000 if version.number.casefold() == typed.strip().casefold() else 0
            ranked.append((exact or finding.score(terms, title=version.title, text=version.text), version))
    best = sorted((each for each in ranked if each[0]), key=lambda each: (-each[0], -(each[1].slot or 0)))
    return [_hit(version, terms) for _, version in best[:MOST_SHOWN]]


def _hit(version: Version, terms: list[str]) -> Hit:
    body = version.text.partition("\n\n")[2].replace("\n\n", " ")
    at = (version.line or version).opened_at or version.submitted_at
    return Hit(version, newsroom.line_path(version), at, finding.snippet(terms, body))


def _matters(terms: list[str]) -> list[Matter]:
    rows = Matter.objects.filter(agency__active=True).select_related("agency").order_by("words", "pk")
    return [row for row in rows if finding.has_all(terms, (row.words, row.how))][:MOST_SHOWN]


def _agencies(terms: list[str]) -> list[Agency]:
    rows = Agency.objects.filter(active=True).order_by("name", "pk")
    said = ((row, (row.name, row.short, row.tasks, row.functions)) for row in rows)
    return [row for row, words in said if finding.has_all(terms, words)][:MOST_SHOWN]


def _activities(terms: list[str], *, now: datetime) -> list[Activity]:
    here = zone()
    rows = Activity.objects.filter(level=Level.PUBLIC, starts_at__gte=midnight(now.astimezone(here).date(), here))
    found = []
    for row in rows.exclude(public_title="").order_by("starts_at", "pk")[:MOST_ACTIVITIES]:
        may = may_leave(agenda.thing(row), reader=PUBLIC, exit=SEARCH, now=now)
        if may and finding.has_all(terms, (row.public_title, row.place)):
            found.append(row)
    return found[:MOST_SHOWN]
