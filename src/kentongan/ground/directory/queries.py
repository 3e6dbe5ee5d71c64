"""The directory read: holders on a day, who handles what."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.text import slugify

from kentongan.ground.directory.models import Agency, Beat, Journalist, Matter, Outlet, Person, Post, Tenure
from kentongan.ground.language.rules.stem import index_terms
from kentongan.ground.record.rules import Reader


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
