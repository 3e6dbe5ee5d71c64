"""What the public site shows, asked in a constant number of questions per page; the gate is asked about every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Max, Model, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth

from kentongan.desks.agenda import queries as agenda
from kentongan.desks.agenda.choices import ActivityState, Attendance
from kentongan.desks.agenda.models import Activity
from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.queries import in_force, opened
from kentongan.ground.clock.rules.calendar import midnight
from kentongan.ground.directory.models import Agency, Beat, Matter, Person, Tenure
from kentongan.ground.library.models import Photograph, Rendition
from kentongan.ground.library.queries import why_not_public
from kentongan.ground.record.registry import FILE, PAGE
from kentongan.ground.record.rules import Exit, Level, Reader, Thing, may_leave
from kentongan.ground.units.queries import zone

PUBLIC = Reader()
# Lines are printed in pieces of this many, so that a full print of twenty thousand needs no more memory than one page.
CHUNK = 100


def local_day(moment: datetime) -> date:
    """The day of a moment on the office's clock."""
    return moment.astimezone(zone()).date()


# ── releases ──


@dataclass(frozen=True)
class Line:
    """A release with all its opened versions, the first first; what the public counts are its places here."""

    versions: tuple[Version, ...]
    related: tuple[Card, ...] = ()
    # The newest version that each of its codes leads to; another line's where two have the same text.
    by_code: Mapping[str, int] = field(default_factory=dict)

    @property
    def newest(self) -> Version:
        """The version in force."""
        return self.versions[-1]

    @property
    def withdrawn(self) -> bool:
        """Whether the version in force no longer holds."""
        return self.newest.state == VersionState.WITHDRAWN

    @property
    def slot(self) -> int:
        """Its place in the archive."""
        return self.newest.slot or 0

    @property
    def path(self) -> str:
        """Where the version in force always is."""
        return newsroom.line_path(self.newest)

    def changed_at(self) -> datetime:
        """When the public last read something new here."""
        moments = [one.opened_at for one in self.versions] + [one.withdrawn_at for one in self.versions]
        return max(moment for moment in moments if moment)


@dataclass(frozen=True)
class Card:
    """A release in a list: the version in force, where it is, when it first came."""

    version: Version
    path: str
    at: datetime
    withdrawn: bool


def may_go(version: Version, *, exit: Exit = PAGE, as_of: datetime) -> bool:  # noqa: A002 - the gate's word
    """Whether the public may have this version through this exit."""
    return may_leave(newsroom.thing(version), reader=PUBLIC, exit=exit, now=as_of)


def cards(versions: Iterable[Version], *, as_of: datetime) -> list[Card]:
    """Versions of `in_force` as lists show them; what the gate keeps isn't among them."""
    return [
        Card(
            version=version,
            path=newsroom.line_path(version),
            at=(version.line or version).opened_at or version.opened_at,  # type: ignore[arg-type] # both are open
            withdrawn=version.state == VersionState.WITHDRAWN,
        )
        for version in versions
        if may_go(version, as_of=as_of)
    ]


def short(versions: QuerySet[Version]) -> QuerySet[Version]:
    """For lists that show no lead: fifty documents aren't read for fifty headlines."""
    heavy = ("document", "text", "audience")
    return versions.defer(*heavy, *(f"line__{name}" for name in heavy))


def archive(page_slots: tuple[int, int], *, as_of: datetime) -> list[Card]:
    """The releases in these places, the newest first."""
    found = short(in_force(as_of)).filter(slot__range=page_slots)
    return cards(found, as_of=as_of)


def last_slot(as_of: datetime) -> int:
    """The newest place that the public sees; 0 before the first release."""
    return opened(as_of).order_by("-slot").values_list("slot", flat=True).first() or 0


def _whole(versions: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with everything their pages show."""
    copies = Prefetch("photos__photograph__renditions", Rendition.objects.order_by("width", "format"))
    going = Prefetch("activity__assignments", agenda.people())
    return (
        newsroom.with_parts(versions)
        .prefetch_related(copies, "photos__photograph__appearances", going)
        .order_by("slot", "edition")
    )


def lines(as_of: datetime, *, slots: Iterable[int] | None = None) -> Iterator[Line]:
    """Lines with every opened version, from the oldest; all of them, or those in some places."""
    wanted = sorted(set(slots)) if slots is not None else range(1, last_slot(as_of) + 1)
    for start in range(0, len(wanted), CHUNK):
        piece = wanted[start : start + CHUNK]
        found: dict[int, list[Version]] = {}
        for version in _whole(opened(as_of).filter(slot__in=list(piece))):
            if may_go(version, as_of=as_of):
                found.setdefault(version.slot or 0, []).append(version)
        if found:
            related, by_code = _related(found.values(), as_of=as_of), _by_code(found.values(), as_of=as_of)
            for slot, versions in found.items():
                yield Line(tuple(versions), tuple(related.get(slot, ())), by_code)


def _related(lines: Iterable[list[Version]], *, as_of: datetime) -> dict[int, list[Card]]:
    """By place: other releases about the activity of the version in force, the newest five."""
    about = {versions[-1].slot or 0: versions[-1].activity_id for versions in lines if versions[-1].activity_id}
    told: dict[int, list[Version]] = {}
    for version in short(in_force(as_of)).filter(activity__in=set(about.values())) if about else ():
        told.setdefault(version.activity_id or 0, []).append(version)
    return {
        slot: cards([each for each in told.get(activity, ()) if each.slot != slot][:5], as_of=as_of)
        for slot, activity in about.items()
    }


def _by_code(lines: Iterable[list[Version]], *, as_of: datetime) -> dict[str, int]:
    """The newest version of each code in these lines: its page tells of that one."""
    codes = {version.code for versions in lines for version in versions}
    newest = opened(as_of).filter(code__in=codes).order_by().values_list("code").annotate(newest=Max("pk"))
    return dict(newest)


def line_of(version_id: int, *, as_of: datetime) -> Line | None:
    """The line of a version, or None where nothing of it is open."""
    slot = opened(as_of).filter(pk=version_id).values_list("slot", flat=True).first()
    return next(lines(as_of, slots=[slot]), None) if slot else None


def slots_about(activity_id: int, *, as_of: datetime) -> list[int]:
    """Places of the releases about an activity."""
    found = opened(as_of).filter(activity=activity_id).values_list("slot", flat=True).distinct()
    return [slot for slot in found if slot]


def slots_with(kind: str, thing_id: int, *, as_of: datetime) -> list[int]:
    """Places of the releases that name this one of their `topics` or `agencies` in any version."""
    found = opened(as_of).filter(**{kind: thing_id}).values_list("slot", flat=True).distinct()
    return [slot for slot in found if slot]


def shown_by_code(code: str, *, as_of: datetime) -> Version | None:
    """The version that a code leads to. Two with one text have one code: the newest speaks for both."""
    return opened(as_of).filter(code=code).order_by("-pk").first()


def corrected(as_of: datetime) -> QuerySet[Version]:
    """Opened corrections and withdrawals, the newest first."""
    found = opened(as_of).filter(Q(replaces__isnull=False) | Q(withdrawn_at__isnull=False))
    return found.select_related("line", "unit").order_by("-opened_at", "-pk")


# ── lists by topic, agency, leader ──


@dataclass(frozen=True)
class Collection:
    """Releases that share a topic, an agency or an official; `base` is the folder of their pages."""

    kind: str
    of: Model
    name: str
    base: str

    @property
    def key(self) -> tuple[str, int]:
        """What makes two of them the same."""
        return self.kind, self.of.pk

    def versions(self, as_of: datetime) -> QuerySet[Version]:
        """The versions in force that belong here."""
        return in_force(as_of).filter(**{self.kind: self.of.pk})

    def months(self, as_of: datetime) -> list[date]:
        """Months in which one of these first came, the newest first."""
        month = TruncMonth("line__opened_at", tzinfo=zone())
        found = self.versions(as_of).annotate(month=month).order_by("-month").values_list("month", flat=True)
        return list(dict.fromkeys(each.astimezone(zone()).date() for each in found.distinct()))

    def of_month(self, month: date, *, as_of: datetime) -> list[Card]:
        """What came in a month, the newest first."""
        following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
        bounds = {
            "line__opened_at__gte": midnight(month, zone()),
            "line__opened_at__lt": midnight(following, zone()),
        }
        return cards(short(self.versions(as_of)).filter(**bounds), as_of=as_of)

    def newest(self, count: int, *, as_of: datetime) -> list[Card]:
        """The newest releases here."""
        return cards(short(self.versions(as_of))[:count], as_of=as_of)


def of_topic(topic: Beat) -> Collection:
    """Releases about a topic."""
    return Collection("topics", topic, topic.name, f"topik/{topic.slug}/")


def of_agency(agency: Agency) -> Collection:
    """Releases about an agency."""
    return Collection("agencies", agency, agency.name, f"dinas/{agency.slug}/siaran/")


def of_leader(person: Person) -> Collection:
    """Releases in which a leader speaks or is spoken of."""
    return Collection("officials", person, person.full_name, f"pimpinan/{person.slug}/siaran/")


def collections(as_of: datetime) -> list[Collection]:
    """Every list that has a release, in the order in which they are shown."""
    held = opened(as_of)
    topics = Beat.objects.filter(pk__in=held.values("topics")).order_by("name")
    agencies = agency_rows().filter(pk__in=held.values("agencies"))
    persons = leader_rows().filter(pk__in=held.values("officials"))
    return [*map(of_topic, topics), *map(of_agency, agencies), *map(of_leader, persons)]


def collections_of(line: Line) -> list[Collection]:
    """The lists that any version of a line belongs to, or belonged to."""
    leaders = set(leader_rows().values_list("pk", flat=True))
    found: dict[tuple[str, int], Collection] = {}
    for version in line.versions:
        for each in (
            *map(of_topic, version.topics.all()),
            *(of_agency(agency) for agency in version.agencies.all() if agency.active),
            *(of_leader(person) for person in version.officials.all() if person.pk in leaders),
        ):
            found[each.key] = each
    return [found[key] for key in sorted(found)]


# ── photographs ──


def may_be_shown(photograph: Photograph, *, opened_at: datetime | None, as_of: datetime) -> bool:
    """Whether copies of a photograph may leave with what shows it.

    A photograph is internal by default and may be told of, as a fact may; restricted and secret ones stay, and so do
    those whose rights are another's, or on which somebody refused or a child has no consent.
    """
    level = Level.PUBLIC if photograph.level == Level.INTERNAL else photograph.level
    thing = Thing("library.photograph", photograph.pk, level, photograph.unit_id, opened_at)
    return not why_not_public(photograph) and may_leave(thing, reader=PUBLIC, exit=FILE, now=as_of)


# ── the public agenda ──


@dataclass(frozen=True)
class Item:
    """One line of the public agenda, on the office's clock."""

    activity: Activity
    at: datetime
    until: datetime
    what: str
    where: str
    who: str
    state: str
    url: str

    @property
    def off(self) -> bool:
        """Whether it won't be held."""
        return self.state == ActivityState.CANCELLED


def public_activities(as_of: datetime) -> QuerySet[Activity]:
    """Activities that the public agenda tells."""
    return Activity.objects.filter(level=Level.PUBLIC, created_at__lte=as_of).exclude(public_title="")


def items(activities: QuerySet[Activity], *, as_of: datetime, mewakili: str) -> list[Item]:
    """Lines of the agenda for activities that pass the gate, in the order of their beginning."""
    found = agenda.with_people(activities).order_by("starts_at", "pk")
    return [item for each in found if (item := _item(each, as_of=as_of, mewakili=mewakili))]


def item_of(activity: Activity, *, as_of: datetime, mewakili: str) -> Item | None:
    """The line of one activity whose people are read; None where the public agenda doesn't tell it."""
    told = activity.level == Level.PUBLIC and activity.created_at <= as_of and activity.public_title
    return _item(activity, as_of=as_of, mewakili=mewakili) if told else None


def _item(activity: Activity, *, as_of: datetime, mewakili: str) -> Item | None:
    """Of those who go, leaders alone are named."""
    if not may_leave(agenda.thing(activity), reader=PUBLIC, exit=PAGE, now=as_of):
        return None
    here = zone()
    going = [
        agenda.reads(each, mewakili=mewakili)
        for each in activity.assignments.all()
        if each.attendance == Attendance.ATTENDS and each.post and (each.post.is_leader or each.represents)
    ]
    return Item(
        activity=activity,
        at=activity.starts_at.astimezone(here),
        until=activity.ends_at.astimezone(here),
        what=activity.public_title,
        where=activity.place,
        who="; ".join(going),
        state=activity.state,
        url=f"/agenda/kegiatan-{activity.pk}.ics",
    )


def with_post(activities: QuerySet[Activity], post_id: int) -> QuerySet[Activity]:
    """Those to which somebody goes as, or for, the holder of a post."""
    return activities.filter(Q(assignments__post=post_id) | Q(assignments__represents=post_id)).distinct()


def activities_of_days(first: date, last: date, *, as_of: datetime) -> QuerySet[Activity]:
    """What begins on these days; one past midnight stands on the day on which it begins."""
    here = zone()
    return public_activities(as_of).filter(
        starts_at__gte=midnight(first, here), starts_at__lt=midnight(last + timedelta(days=1), here)
    )


def agenda_days(as_of: datetime) -> tuple[date, date] | None:
    """The first and the last day on which the public agenda has something."""
    starts = public_activities(as_of).order_by("starts_at").values_list("starts_at", flat=True)
    first, last = starts.first(), starts.last()
    return (local_day(first), local_day(last)) if first and last else None


# ── agencies and leaders ──


def agency_rows() -> QuerySet[Agency]:
    """Agencies that work, by name."""
    return Agency.objects.filter(active=True).order_by("name", "pk")


def agencies() -> list[Agency]:
    """The same with their matters."""
    return list(agency_rows().prefetch_related(Prefetch("matters", Matter.objects.order_by("words", "pk"))))


def matters() -> list[Matter]:
    """Every matter with the agency that handles it, in the order of the alphabet."""
    found = Matter.objects.filter(agency__active=True).select_related("agency")
    return sorted(found, key=lambda matter: (matter.words.casefold(), matter.pk))


def heads_of(agency: Agency, *, on: date) -> list[Tenure]:
    """Who holds the agency's posts on a day, in the posts' order."""
    held = Tenure.objects.filter(post__agency=agency, from_on__lte=on).exclude(until_on__lte=on)
    return list(held.select_related("post", "person").order_by("post__order", "post__title", "from_on"))


def leader_rows() -> QuerySet[Person]:
    """Everybody who holds or held a post whose agenda is kept."""
    return Person.objects.filter(active=True, tenures__post__is_leader=True).distinct().order_by("name", "pk")


def persons_in(post_id: int) -> list[Person]:
    """Everybody who holds, held or will hold a post."""
    return list(Person.objects.filter(tenures__post=post_id).distinct().order_by("pk"))


def leads_by_another(person: Person, *, post_id: int) -> bool:
    """Whether somebody would be among the leaders without this post too."""
    return person.tenures.filter(post__is_leader=True).exclude(post=post_id).exists()


def tenures_of(person: Person) -> list[Tenure]:
    """The posts of a person, the newest first."""
    return list(person.tenures.select_related("post").order_by("-from_on", "pk"))


def agenda_of(person: Person, *, as_of: datetime) -> QuerySet[Activity]:
    """What a leader attends from today on."""
    today = midnight(local_day(as_of), zone())
    attends = {"assignments__person": person, "assignments__attendance": Attendance.ATTENDS}
    return public_activities(as_of).filter(starts_at__gte=today, **attends)


def portrait_of(person: Person) -> Photograph | None:
    """The photograph that shows a person on the public site, with its copies."""
    copies = Prefetch("renditions", Rendition.objects.order_by("width", "format"))
    return Photograph.objects.filter(portraits__person=person).prefetch_related(copies, "appearances").first()
