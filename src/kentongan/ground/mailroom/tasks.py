"""Duties of the mailroom: send what waits, find what a dead sender left, tell what became of it."""

import time
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings

from kentongan.ground.clock.registry import WORKER, every
from kentongan.ground.mailroom import actions, outside, queries, rules
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.record.rules import Actor

BY = Actor.machine("mailroom")
# The worker beats between its duties and counts as dead after 30 s: a round ends well before.
ROUND_SECONDS = 10.0
ROUND_MAILS = 200


@every(timedelta(seconds=1), by=WORKER)
def send_waiting(*, now: datetime) -> None:
    """One round: over one connection, each row claimed and settled in its own short transactions."""
    find_lost(now=now)
    line = queries.line()
    if queries.is_due(now=now) and (line.next_at is None or line.next_at <= now):
        _round(now=now, was_down=line.failures > 0)
    for message_id in queries.untold():
        while actions.tell(message_id=message_id, by=BY, now=now):
            pass


def find_lost(*, now: datetime) -> None:
    """Rows whose sender is dead. We send one after the other, so what bears our own mark is lost too."""
    own = outside.own_mark()
    for row in queries.being_sent():
        too_long = row.claimed_at is None or now - row.claimed_at > rules.SENDING_AT_MOST
        if too_long or row.claimed_by == own or outside.is_dead(row.claimed_by):
            actions.lose(outgoing=row, by=BY, now=now)


def _round(*, now: datetime, was_down: bool) -> None:
    until = time.monotonic() + ROUND_SECONDS
    claim = partial(actions.claim, claimed_by=outside.own_mark(), by=BY, now=now)
    line = outside.Line(_server())
    try:
        line.open()
        if was_down:
            actions.note_line(error="", by=BY, now=now)
        for _ in range(ROUND_MAILS):
            if time.monotonic() > until or (row := claim()) is None:
                break
            actions.settle(outgoing=row, answer=_give(line, row), by=BY, now=now)
            if not line.alive:
                line.close()
                line.open()
    except outside.LineDown as down:
        actions.note_line(error=str(down), by=BY, now=now)
    finally:
        line.close()


def _give(line: outside.Line, row: Outgoing) -> rules.Answer:
    letter = queries.letter(row)
    try:
        wire = rules.on_the_wire(letter)
    except (ValueError, UnicodeError, IndexError) as error:  # an address that no header can hold
        return rules.Answer(553, f"5.1.3 {type(error).__name__}")
    return line.give(letter.sender, letter.address, wire)


def _server() -> outside.Server:
    return outside.Server(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        starttls=settings.EMAIL_USE_TLS,
        tls=settings.EMAIL_USE_SSL,
        timeout=settings.EMAIL_TIMEOUT,
    )
