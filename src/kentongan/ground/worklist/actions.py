"""Put work before somebody; take it away when it is done."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from kentongan.ground.record.rules import Actor
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.worklist.models import WorkItem


class More(TypedDict, total=False):
    """What an item may carry besides: `barred` are account ids that hold the role and may not do this one thing."""

    level: str
    account: Account | None
    role: str
    due_at: datetime | None
    detail: str
    verb: str
    barred: list[int]


@transaction.atomic
def put(
    *,
    kind: str,
    title: str,
    url: str,
    thing_kind: str,
    thing_id: int,
    unit: Unit,
    by: Actor,
    now: datetime,
    **more: Unpack[More],
) -> WorkItem:
    """One open item per thing and account (or role in the unit); putting it again brings its words up to date."""
    account, role = more.get("account"), more.get("role", "")
    if account is None and not role:
        raise ValueError("work waits for an account or for a role")
    words = {
        "unit": unit,
        "title": title[:240],
        "url": url,
        "level": more.get("level", Level.INTERNAL),
        "detail": more.get("detail", "")[:240],
        "verb": more.get("verb", ""),
        "due_at": more.get("due_at"),
    }
    item, _fresh = WorkItem.objects.update_or_create(
        kind=kind,
        thing_kind=thing_kind,
        thing_id=thing_id,
        account=account,
        role="" if account else role,
        done_at=None,
        **({} if account else {"unit": unit}),
        defaults=words,
        create_defaults={**words, "created_at": now},
    )
    item.barred.set(more.get("barred", []))
    return item


@transaction.atomic
def finish(*, thing_kind: str, thing_id: int, by: Actor, now: datetime, kind: str | None = None) -> int:
    """Close every open item of a thing (of one kind, or of all); how many were open. A second call closes none."""
    found = WorkItem.objects.filter(thing_kind=thing_kind, thing_id=thing_id, done_at__isnull=True)
    if kind is not None:
        found = found.filter(kind=kind)
    return found.update(done_at=now, done_by_id=by.account_id)
