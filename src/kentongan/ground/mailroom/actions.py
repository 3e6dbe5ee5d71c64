"""Put mail into the ledger, claim it for sending, write down what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.ground.mailroom import queries, rules
from kentongan.ground.mailroom.choices import OutgoingState, Why
from kentongan.ground.mailroom.events import MailDecided, MailPosted, MailSettled, Unsubscribed
from kentongan.ground.mailroom.models import MailLine, Message, Outgoing, Suppression
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
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


# ── one trial ──


@transaction.atomic
def claim(*, claimed_by: str, by: Actor, now: datetime) -> Outgoing | None:
    """Take the next due row and write `sending` before its first byte leaves; None where nothing is due.

    Two senders never take the same row: on PostgreSQL a locked one is skipped, SQLite writes one after the other.
    """
    found = (
        Outgoing.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("message__unit")
        .filter(state=OutgoingState.WAITING, next_at__lte=now)
        .order_by("id")
        .first()
    )
    if found is not None:
        found.state, found.claimed_at, found.claimed_by = OutgoingState.SENDING, now, claimed_by[:120]
        found.attempts += 1
        found.save(update_fields=["state", "claimed_at", "claimed_by", "attempts"])
    return found


@transaction.atomic
def settle(*, outgoing: Outgoing, answer: rules.Answer, by: Actor, now: datetime) -> Outgoing:
    """Write down what one trial came to. An unknown end of anything but press mail is simply tried again."""
    row = Outgoing.objects.select_for_update(of=("self",)).select_related("message").get(pk=outgoing.pk)
    if row.state not in (OutgoingState.SENDING, OutgoingState.UNKNOWN) or row.claimed_by != outgoing.claimed_by:
        return row  # somebody else has it by now
    came = rules.outcome(answer, attempts=row.attempts)
    row.code, row.answer = answer.code or None, answer.text[:240]
    if came.state == rules.UNKNOWN and row.message.kind not in rules.PRESS:
        came = rules.outcome(rules.Answer(0), attempts=row.attempts)
    row.state, row.told = OutgoingState(came.state), False
    row.next_at = now + came.again_after if came.again_after else None
    ended = came.state in (rules.SENT, rules.REFUSED, rules.FAILED)
    row.settled_at = now if ended else None
    row.save(update_fields=["state", "told", "next_at", "settled_at", "code", "answer"])
    if came.bounced:
        _suppress(row.address, Why.BOUNCED, now=now)
    if ended and row.message.kind in rules.SECRET:
        Message.objects.filter(pk=row.message_id).update(text="", html="")
    return row


@transaction.atomic
def lose(*, outgoing: Outgoing, by: Actor, now: datetime) -> Outgoing:
    """Its sender died with the row in hand: nobody knows whether the server has it."""
    return settle(outgoing=outgoing, answer=rules.Answer(0, given=True), by=by, now=now)


@transaction.atomic
def tell(*, message_id: int, by: Actor, now: datetime) -> int:
    """Announce the rows of one message whose state is new, a chunk at a time; how many."""
    ended = [OutgoingState.WAITING, OutgoingState.SENDING]
    ids = list(
        Outgoing.objects.select_for_update(skip_locked=True)
        .filter(message_id=message_id, told=False)
        .exclude(state__in=ended)
        .order_by("id")
        .values_list("pk", flat=True)[:CHUNK]
    )
    if ids:
        Outgoing.objects.filter(pk__in=ids).update(told=True)
        announce(MailSettled(message_id=message_id, outgoing_ids=tuple(ids)), by=by, now=now)
    return len(ids)


@transaction.atomic
def note_line(*, error: str, by: Actor, now: datetime) -> MailLine:
    """How a trial to reach the mail server went: empty where it was reached, else why not; sets the next trial."""
    line = MailLine.objects.select_for_update().get_or_create(only=True)[0]
    if error:
        line.failures += 1
        line.down_since = line.down_since or now
        line.next_at, line.error = now + rules.line_again_after(line.failures), error[:200]
    else:
        line.failures, line.down_since, line.next_at, line.error = 0, None, None, ""
    line.save()
    return line


# ── what people decide ──


@transaction.atomic
def decide_unknown(*, outgoing: Outgoing, again: bool, by: Actor, now: datetime) -> Outgoing:
    """A person decides about press mail of which nobody knows whether it arrived: send it again, or let it be.

    Sent again it has the same Message-ID, so most mailboxes show it once.

    Raises:
        Refusal: no person, or its fate is known by now.
    """
    if not by.is_person:
        raise Refusal(_("Only a person can decide about mail whose fate is unknown."))
    row = Outgoing.objects.select_for_update(of=("self",)).get(pk=outgoing.pk)
    if row.state != OutgoingState.UNKNOWN or row.settled_at is not None:
        raise Refusal(
            _("Somebody has decided about this mail already: %(state)s.") % {"state": row.get_state_display()}
        )
    if again:
        row.state, row.next_at = OutgoingState.WAITING, now
    else:
        row.settled_at, row.closed_by_id = now, by.account_id
    row.save(update_fields=["state", "next_at", "settled_at", "closed_by"])
    announce(MailDecided(outgoing_id=row.pk, state=str(row.state)), by=by, now=now)
    return row


@transaction.atomic
def stop(*, outgoing_ids: Iterable[int], by: Actor, now: datetime) -> list[int]:
    """Keep back what hasn't left yet; the ids that were stopped. What is being sent just now isn't among them."""
    waiting = Outgoing.objects.select_for_update().filter(pk__in=list(outgoing_ids), state=OutgoingState.WAITING)
    ids = list(waiting.values_list("pk", flat=True))
    Outgoing.objects.filter(pk__in=ids).update(state=OutgoingState.STOPPED, next_at=None, settled_at=now, told=False)
    return ids


@transaction.atomic
def forget(*, outgoing_ids: Iterable[int], by: Actor, now: datetime) -> int:
    """Put a mark in place of name and address on rows of the ledger; how many. Counts and answers' codes stay.

    What waits is kept back; of what is being sent just now or has no known end nobody asks any more.
    """
    rows = list(Outgoing.objects.select_for_update().filter(pk__in=list(outgoing_ids)))
    for row in rows:
        mark = rules.mark_of(row.pk)
        if row.state == OutgoingState.WAITING:
            row.state, row.told = OutgoingState.STOPPED, False
        elif row.state == OutgoingState.SENDING:
            # Its sender finds another's mark on the row and writes down nothing more.
            row.state, row.claimed_by, row.told = OutgoingState.UNKNOWN, "", False
        row.next_at, row.settled_at = None, row.settled_at or now
        row.address, row.name, row.answer = mark, "", ""
        row.save(update_fields=["state", "claimed_by", "told", "next_at", "settled_at", "address", "name", "answer"])
    return len(rows)


@transaction.atomic
def unsubscribe(*, token: str, by: Actor, now: datetime) -> Outgoing | None:
    """Write no more in bulk to the address behind a token; None where no mail has it. Twice changes nothing."""
    row = queries.by_token(token)
    if row is None:
        return None
    if _suppress(row.address, Why.UNSUBSCRIBED, now=now):
        held = Outgoing.objects.filter(address=row.address, state=OutgoingState.WAITING, message__bulk=True)
        held.update(state=OutgoingState.HELD, next_at=None, settled_at=now, told=False)
        announce(Unsubscribed(outgoing_id=row.pk), by=by, now=now)
    return row


def _suppress(address: str, why: str, *, now: datetime) -> bool:
    """Whether it is new. Who unsubscribed stays so, though his address bounces later."""
    found, fresh = Suppression.objects.get_or_create(
        address_hash=queries.address_hash(address), defaults={"reason": why, "at": now}
    )
    if not fresh and why == Why.UNSUBSCRIBED and found.reason != why:
        found.reason = why
        found.save(update_fields=["reason"])
        return True
    return fresh
