"""The directory read: holders on a day, who handles what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import slugify

from kentongan.ground.clock.rules.words import said
from kentongan.ground.directory.models import Agency, Beat, Journalist, Matter, Outlet, Person, Post, Tenure
from kentongan.ground.directory.rules.importing import KEY, Fault, Row, key_of, lines, listed
from kentongan.ground.language.rules.stem import index_terms
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Reader
from kentongan.ground.units.models import Unit


def on(day: date) -> Q:
    """Tenures that hold on a day, `[from, until)`."""
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def persons(*, day: date) -> QuerySet[Person]:
    """Persons with what they hold that day, in two queries."""
    held = Prefetch("tenures", Tenure.objects.filter(on(day)).select_related("post"), to_attr="held")
    return Person.objects.prefetch_related(held).order_by("name")


def posts(*, day: date) -> QuerySet[Post]:
    """Posts with who holds them that day."""
    held = Prefetch("tenures", Tenure.objects.filter(on(day)).select_related("person"), to_attr="held")
    return Post.objects.select_related("agency").prefetch_related(held)


def agencies() -> QuerySet:
    """Agencies with how many matters they handle."""
    return Agency.objects.annotate(handles=Count("matters")).order_by("name")


def outlets(*, reader: Reader) -> QuerySet:
    """Outlets with how many of their journalists the reader may see: a count tells of rows too."""
    seen = Q(journalists__in=Journalist.objects.visible_to(reader))
    return Outlet.objects.annotate(known=Count("journalists", filter=seen)).order_by("name")


def beats(*, reader: Reader) -> QuerySet:
    """Topics with how many journalists, of those the reader may see, cover them."""
    seen = Q(journalists__in=Journalist.objects.visible_to(reader))
    return Beat.objects.annotate(known=Count("journalists", filter=seen)).order_by("name")


def journalists(*, reader: Reader) -> QuerySet:
    """Journalists that the reader may see, with beats."""
    return Journalist.objects.visible_to(reader).select_related("outlet", "unit").prefetch_related("beats")


def free_slug(model: type, words: str, *, taken: set[str] | None = None) -> str:
    """An address that nothing else has: `bagas-pranoto`, `bagas-pranoto-2`.

    With `taken` (every address given, for many rows at once) nothing is asked, and the new one joins them.
    """
    base = slugify(words)[:50] or "x"
    if taken is None:
        rows: Any = model
        taken = set(rows.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


def who_handles(words: str) -> list[tuple[Agency, list[str]]]:
    """*Siapa mengurus apa*: agencies by how much of the question their matters, tasks and name answer; the best first.

    A matter in the citizen's own words counts most; a word that every agency has counts least.
    """
    asked = set(index_terms(words))
    if not asked:
        return []
    ranked = []
    rows = Agency.objects.filter(active=True).prefetch_related(Prefetch("matters", Matter.objects.order_by("words")))
    for agency in rows:
        matching = [(len(asked & set(index_terms(matter.words))), matter.words) for matter in agency.matters.all()]
        best = max((count for count, _words in matching), default=0)
        about = len(asked & set(index_terms(f"{agency.name} {agency.short}")))
        task = len(asked & set(index_terms(f"{agency.tasks} {agency.functions}")))
        score = 10 * best + 4 * about + task
        if score:
            hits = [said for count, said in sorted(matching, reverse=True) if count][:5]
            ranked.append((-score, agency.name, agency, hits))
    return [(agency, hits) for _score, _name, agency, hits in sorted(ranked, key=lambda row: row[:2])]


# ---- What a file would bring ----

CHUNK = 500  # rows looked up at a time; far under SQLite's 32,766 values in one question
LONGEST_MATTER = 160  # as the column is
MODELS: dict[str, Any] = {"persons": Person, "outlets": Outlet, "journalists": Journalist, "agencies": Agency}


@dataclass(frozen=True)
class Importer:
    """Who imports: `unit` owns new journalists, those of `keeps` may be changed (None: all), `registers` may change
    where codes reach a person."""

    unit: Unit
    keeps: frozenset[int] | None = None
    registers: bool = True


@dataclass
class Planned:
    """One good row beside what stands; `row` holds the new values and isn't saved."""

    line: int
    row: Any
    fresh: bool
    changes: list[tuple[str, Any, Any]] = field(default_factory=list)  # column, what it was, what it will be
    more: list[Any] | None = None  # a journalist's topics where they change, an agency's further matters

    @property
    def outcome(self) -> str:
        """`new`, `changed` or `same`."""
        if self.fresh:
            return "new"
        return "changed" if self.changes else "same"


@dataclass
class Plan:
    """What a file would bring, and the rows that the directory itself refuses."""

    rows: list[Planned] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of(self, outcome: str) -> list[Planned]:
        """The rows that are new, change something, or say what stands."""
        return [planned for planned in self.rows if planned.outcome == outcome]


def plan(*, kind: str, rows: Sequence[Row], importer: Importer) -> Plan:
    """Each row beside what stands, in a constant number of questions per chunk; nothing is written.

    A blank cell takes nothing away. An outlet or topic that isn't in the directory is a fault, never a new one: a
    slip of the pen would stand on the public site.
    """
    made = Plan()
    around = _Around(kind, importer)
    for chunk in chunks(rows):
        around.look(chunk)
        for row in chunk:
            faults, planned = around.beside(row)
            made.faults += faults
            if planned is not None and not faults:
                made.rows.append(planned)
    return made


def chunks(rows: Sequence[Any], size: int = CHUNK) -> Iterator[Sequence[Any]]:
    """In pieces, so that no question grows with the file."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


class _Around:
    """What stands around the rows of one file."""

    def __init__(self, kind: str, importer: Importer) -> None:
        self.kind, self.importer, self.model = kind, importer, MODELS[kind]
        self.standing: dict[str, list[Any]] = {}
        self.withdrawn: dict[int, date] = {}
        slugged = kind in ("persons", "agencies")
        self.slugs = set(self.model.objects.values_list("slug", flat=True)) if slugged else set()
        press = kind == "journalists"
        self.outlets = {outlet.name.lower(): outlet for outlet in Outlet.objects.all()} if press else {}
        self.beats = {beat.name.lower(): beat for beat in Beat.objects.all()} if press else {}

    def look(self, chunk: Sequence[Row]) -> None:
        """Find what the rows of a chunk are called by, capitals or not."""
        by, names = KEY[self.kind], [str(row.values[KEY[self.kind]]) for row in chunk]
        lower = [name.lower() for name in names]
        # SQLite lowers ASCII alone: what begins with É is found as it is written.
        found = self.model.objects.annotate(key=Lower(by)).filter(Q(key__in=lower) | Q(**{f"{by}__in": names}))
        if self.kind == "journalists":
            found = found.select_related("outlet").prefetch_related("beats")
        if self.kind == "agencies":
            found = found.prefetch_related("matters")
        rows = defaultdict(list)
        for row in found:
            rows[getattr(row, by).lower()].append(row)
        self.standing = dict(rows)
        if self.kind == "journalists":
            self.withdrawn = withdrawals([row.pk for some in rows.values() for row in some if not row.consent_on])

    def beside(self, row: Row) -> tuple[list[Fault], Planned | None]:
        """The row beside what stands, or why it can't come in."""
        some = self.standing.get(key_of(self.kind, row.values), [])
        if len(some) > 1:
            return [Fault(row.line, KEY[self.kind], said("more than one of that name stands in the directory"))], None
        values, faults, more = self._values(row, some[0] if some else None)
        if faults:
            return faults, None
        if not some:
            planned = Planned(row.line, self._new(values), fresh=True)
        else:
            changes = [
                (name, getattr(some[0], name), value)
                for name, value in values.items()
                if value not in ("", None) and value != getattr(some[0], name)
            ]
            for name, _was, value in changes:
                setattr(some[0], name, value)
            planned = Planned(row.line, some[0], fresh=False, changes=changes)
        self._more(planned, more)
        return [], planned

    def _new(self, values: dict[str, Any]) -> Any:
        if self.kind in ("persons", "agencies"):
            named = values["name"] if self.kind == "persons" else values["short"]
            return self.model(**values, slug=free_slug(self.model, named, taken=self.slugs))
        if self.kind == "journalists":
            return self.model(**values, unit=self.importer.unit)
        return self.model(**{**values, "kind": values["kind"] or "online"})

    def _values(self, row: Row, standing: Any) -> tuple[dict[str, Any], list[Fault], list[Any]]:
        """The row's values as the table wants them, what is wrong with them here, and what hangs on it."""
        values: dict[str, Any] = dict(row.values)
        if self.kind == "persons":
            return values, self._reach(row, standing), []
        if self.kind == "agencies":
            matters = lines(values.pop("matters"))
            long = [words for words in matters if len(words) > LONGEST_MATTER]
            why = said("a matter is longer than %(most)s characters", most=LONGEST_MATTER)
            return values, [Fault(row.line, "matters", why)] if long else [], matters
        if self.kind == "outlets":
            return values, [], []
        faults, wanted = [], []
        if standing and self.importer.keeps is not None and standing.unit_id not in self.importer.keeps:
            faults.append(Fault(row.line, "email", said("another unit keeps the journalist with this address")))
        outlet = values.pop("outlet")
        values["outlet"] = self.outlets.get(outlet.lower())
        if outlet and not values["outlet"]:
            faults.append(Fault(row.line, "outlet", said("'%(name)s' isn't among the outlets", name=outlet[:60])))
        for name in listed(values.pop("beats")):
            if beat := self.beats.get(name.lower()):
                wanted.append(beat)
            else:
                faults.append(Fault(row.line, "beats", said("'%(name)s' isn't among the topics", name=name[:60])))
        if standing:
            faults += self._consent(row, standing, values)
        return values, faults, wanted

    def _reach(self, row: Row, standing: Any) -> list[Fault]:
        if standing is None or self.importer.registers:
            return []
        why = said("only the administrator changes where codes reach a person")
        named = ((name, row.values[name]) for name in ("email", "phone"))
        return [Fault(row.line, name, why) for name, value in named if value and value != getattr(standing, name)]

    def _consent(self, row: Row, standing: Any, values: dict[str, Any]) -> list[Fault]:
        """An old file gives back no consent that was withdrawn since, and takes no newer one away."""
        on, withdrawn = values["consent_on"], self.withdrawn.get(standing.pk)
        if on and withdrawn and on <= withdrawn:
            return [Fault(row.line, "consent_on", said("the consent was withdrawn on %(day)s", day=withdrawn))]
        if on and standing.consent_on and on <= standing.consent_on:
            del values["consent_on"], values["consent_how"]
        return []

    def _more(self, planned: Planned, more: list[Any]) -> None:
        if self.kind == "journalists" and more:
            had = set(planned.row.beats.all()) if not planned.fresh else set()
            if had != set(more):
                planned.more = more
                if not planned.fresh:
                    was, will = (", ".join(sorted(beat.name for beat in beats)) for beats in (had, more))
                    planned.changes.append(("beats", was, will))
        if self.kind == "agencies":
            had = {matter.words for matter in planned.row.matters.all()} if not planned.fresh else set()
            planned.more = [words for words in more if words not in had]
            if planned.more and not planned.fresh:
                planned.changes.append(("matters", "", ", ".join(planned.more)))


def withdrawals(journalists: Sequence[int]) -> dict[int, date]:
    """The day on which each of them last withdrew his consent, as the diary has it."""
    if not journalists:
        return {}
    entries = Entry.objects.filter(event="ConsentWithdrawn", data__journalist_id__in=list(journalists)).order_by("at")
    return {entry.data["journalist_id"]: timezone.localdate(entry.at) for entry in entries}
