"""Announce what happened; seal what was announced."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kentongan.ground.record import events, registry
from kentongan.ground.record.models import AccessLog, Entry, Hearing, Seal, Sealed
from kentongan.ground.record.queries import as_line, keys
from kentongan.ground.record.rules import GENESIS, Actor, digest_of, seal_digest

# A seal of more would keep the writer's lock too long on SQLite; the next tick takes the rest.
SEAL_AT_MOST = 5000


@transaction.atomic
def announce(happened: object, *, by: Actor, now: datetime) -> Entry:
    """Write one diary entry and one queue row per listener, in the caller's transaction: both or neither.

    Raises:
        TypeError, ValueError: the event isn't registered, or a field could carry a name or free text.
    """
    data = events.payload(happened)
    entry = Entry.objects.create(
        at=now.astimezone(UTC),
        event=type(happened).__name__,
        actor_kind=by.kind,
        actor_account=by.account_id,
        actor_desk=by.desk,
        caused_by=by.caused_by,
        data=data,
    )
    listeners = registry.LISTENERS.get(entry.event, [])
    Hearing.objects.bulk_create([Hearing(entry=entry, listener=name) for name in listeners])
    for name in listeners:
        if registry.carry is None:
            raise RuntimeError("the queue isn't wired: kentongan.ground.record isn't in INSTALLED_APPS")
        registry.carry(entry.pk, name)
    return entry


@transaction.atomic
def seal(*, by: Actor, now: datetime) -> Seal | None:
    """Chain every entry that isn't sealed yet and sign the new head; None where there was nothing to seal.

    The order is the sealer's own (by id among those not sealed); a slow transaction's entry joins the next seal.
    """
    last = Seal.objects.select_for_update().order_by("-number").first()
    fresh = list(Entry.objects.filter(sealed__isnull=True).order_by("id")[:SEAL_AT_MOST])
    if not fresh:
        return None
    digests = [digest_of(as_line(entry)) for entry in fresh]
    previous = last.head if last else GENESIS
    head = seal_digest(previous, digests)
    private = keys.signing_key(Path(settings.KEYS))
    made = Seal.objects.create(
        number=last.number + 1 if last else 1,
        at=now,
        previous=previous,
        head=head,
        count=len(fresh),
        signature=private.sign(head.encode("ascii")).hex(),
        key=keys.public_hex(private),
    )
    Sealed.objects.bulk_create(
        [
            Sealed(entry=entry, seal=made, position=position, digest=digest)
            for position, (entry, digest) in enumerate(zip(fresh, digests, strict=True))
        ],
        batch_size=500,
    )
    return made


def note_access(looks: list[tuple[str, int, str]], *, by: Actor, now: datetime) -> None:
    """Keep who looked at which personal or embargoed rows (kind, id, exit); called after the response."""
    AccessLog.objects.bulk_create(
        [
            AccessLog(at=now, account_id=by.account_id, kind=kind, thing_id=thing_id, exit=exit_)
            for kind, thing_id, exit_ in looks
        ]
    )
