"""Put mail into the ledger, claim it for sending, write down what became of it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from kentongan.ground.mailroom import queries, rules
from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.mailroom.events import MailPosted
from kentongan.ground.mailroom.models import Message, Outgoing
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.models import Unit
from kentongan.ground.units.rules.codes import fresh_token

# One announcement and one transaction take so many rows.
CHUNK = 200


@transaction.atomic
def post(
    *,
    unit: Unit,
    kind: str,
    subject: str,
    text: str,
    recipients: list[tuple[str, str]],
    by: Actor,
    now: datetime,
    html: str = "",
    bulk: bool = False,
    reply_to: str = "",
) -> Message:
    """One message and a waiting ledger row per mailbox; in bulk, who unsubscribed gets a held row instead.

    Nothing is sent here: the worker does, after this transaction. Addresses that differ in case are one mailbox.
    """
    message = Message.objects.create(
        unit=unit,
        kind=kind,
        subject=" ".join(subject.split())[:240],
        text=text,
        html=html,
        reply_to=reply_to,
        bulk=bulk,
        created_at=now,
    )
    found = rules.distinct(recipients)
    silent = queries.suppressed(address for address, _name in found) if bulk else set()
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    rows = [
        Outgoing(
            message=message,
            address=address,
            name=name[:120],
            header_id=f"<{fresh_token()}@{host}>",
            unsubscribe_token=fresh_token() if bulk else "",
            state=OutgoingState.HELD if address in silent else OutgoingState.WAITING,
            next_at=None if address in silent else now,
            settled_at=now if address in silent else None,
        )
        for address, name in found
    ]
    Outgoing.objects.bulk_create(rows, batch_size=500)
    announce(MailPosted(message_id=message.pk, count=len(rows)), by=by, now=now)
    return message
