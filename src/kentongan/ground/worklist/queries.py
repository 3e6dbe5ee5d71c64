"""What waits for whom, the latest first to be late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When

from kentongan.ground.record.rules import Reader
from kentongan.ground.units.models import Account
from kentongan.ground.worklist.models import WorkItem


def waiting_for(account: Account, roles: Iterable[tuple[int, str]], reader: Reader) -> QuerySet[WorkItem]:
    """Open items for this account, or for a role it holds in the item's unit and from which it isn't barred.

    Level × unit holds besides: work on a secret row waits only for those named for it.
    """
    by_role = Q(pk__in=[])
    for unit_id, role in sorted(roles):
        by_role |= Q(account__isnull=True, unit_id=unit_id, role=role)
    mine = Q(account=account) | (by_role & ~Q(barred=account))
    return WorkItem.objects.visible_to(reader).filter(mine, done_at__isnull=True).select_related("unit").distinct()


def late(items: QuerySet[WorkItem], *, now: datetime) -> QuerySet[WorkItem]:
    """Those whose hour has passed."""
    return items.filter(due_at__lt=now)


def counts(account: Account, roles: Iterable[tuple[int, str]], reader: Reader, *, now: datetime) -> tuple[int, int]:
    """How many wait and how many of them are late, in one query."""
    found = waiting_for(account, roles, reader).aggregate(
        n=Count("pk", distinct=True), late=Count("pk", distinct=True, filter=Q(due_at__lt=now))
    )
    return found["n"], found["late"]


def marked_late(items: QuerySet[WorkItem], *, word: str, now: datetime) -> QuerySet[WorkItem]:
    """The items with `late_word`: the word where the hour has passed, empty where not."""
    return items.annotate(
        late_word=Case(When(due_at__lt=now, then=Value(word)), default=Value(""), output_field=CharField())
    )
