"""The diary read back: as lines, as a chain, as an export that a stranger can check."""

import json
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from django.conf import settings
from django.db import connection

from kentongan.ground.record.models import Entry, Hearing, Seal, Sealed
from kentongan.ground.record.rules import GENESIS, digest_of, entry_line, keys, seal_digest

GUARDED = ("record_entry", "record_seal", "record_sealed")


def as_line(entry: Entry) -> str:
    """The entry's canonical line, as sealed and exported."""
    return entry_line(
        {
            "id": entry.pk,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "event": entry.event,
            "actor_kind": entry.actor_kind,
            "actor_account": entry.actor_account,
            "actor_desk": entry.actor_desk,
            "caused_by": entry.caused_by,
            "data": entry.data,
        }
    )


def faults() -> Iterator[str]:
    """Every place where the diary no longer agrees with its seals, as a sentence; nothing where all is whole."""
    missing = missing_triggers()
    if missing:
        yield f"The triggers that keep the diary append-only are missing: {', '.join(sorted(missing))}."
    own = keys.public_hex(keys.signing_key(Path(settings.KEYS)))
    previous, number = GENESIS, 0
    for one in Seal.objects.order_by("number"):
        number += 1
        if one.number != number:
            yield f"Seal {number} is missing."
            number = one.number
        if one.previous != previous:
            yield f"Seal {one.number} doesn't follow the head of the seal before it."
        rows = list(Sealed.objects.filter(seal=one).select_related("entry").order_by("position"))
        if len(rows) != one.count:
            yield f"Seal {one.number} holds {len(rows)} entries and was made over {one.count}."
        for row in rows:
            if digest_of(as_line(row.entry)) != row.digest:
                yield f"Entry {row.entry_id} was changed after seal {one.number}."
        if seal_digest(one.previous, [row.digest for row in rows]) != one.head:
            yield f"The head of seal {one.number} doesn't match its entries."
        if one.key != own:
            yield f"Seal {one.number} was signed by another key."
        if not keys.is_signed(one.head, one.signature, one.key):
            yield f"The signature of seal {one.number} is wrong."
        previous = one.head


def missing_triggers() -> set[str]:
    """Names of the guarding triggers that the database doesn't hold."""
    wanted = {f"{table}_no_{verb}" for table in GUARDED for verb in ("update", "delete")}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            wanted |= {f"{table}_no_truncate" for table in GUARDED}
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return wanted - {name for (name,) in cursor.fetchall()}


def export() -> Iterator[str]:
    """The sealed diary as JSON lines, entries before the seal that holds them: what `verifier.py` reads."""
    for one in Seal.objects.order_by("number"):
        for row in Sealed.objects.filter(seal=one).select_related("entry").order_by("position"):
            yield as_line(row.entry)
        yield json.dumps(
            {
                "seal": one.number,
                "at": one.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "previous": one.previous,
                "head": one.head,
                "count": one.count,
                "signature": one.signature,
                "key": one.key,
            },
            sort_keys=True,
            separators=(",", ":"),
        )


def unheard() -> int:
    """How many hearings gave up: each is an alarm."""
    return Hearing.objects.filter(state=Hearing.FAILED).count()


__all__ = ["as_line", "export", "faults", "keys", "missing_triggers", "unheard"]
