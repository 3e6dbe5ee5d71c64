"""The ledger read: what waits, what is unknown, who must not be written to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.mailroom.models import MailLine, Message, Outgoing, Suppression
from kentongan.ground.mailroom.rules import PRESS, UNSUBSCRIBE_PATH, Letter, plain_address
from kentongan.ground.units.queries import institution
from kentongan.ground.units.rules.codes import hashed


def address_hash(address: str) -> str:
    """How a suppressed address is kept: findable by who knows it, unreadable for who doesn't."""
    return hashed(plain_address(address), salt="suppression")


def suppressed(addresses: Iterable[str]) -> set[str]:
    """Which of these addresses aren't written to in bulk."""
    by_hash = {address_hash(address): plain_address(address) for address in addresses}
    keys, found = list(by_hash), set()
    for start in range(0, len(keys), 500):
        part = Suppression.objects.filter(address_hash__in=keys[start : start + 500])
        found |= {by_hash[value] for value in part.values_list("address_hash", flat=True)}
    return found


def ledger(message: Message) -> QuerySet[Outgoing]:
    """Every row of a message, in the order of sending."""
    return Outgoing.objects.filter(message=message).order_by("id")


def counts(message: Message) -> dict[str, int]:
    """Rows per state."""
    found = ledger(message).order_by().values("state").annotate(n=Count("pk"))
    return {row["state"]: row["n"] for row in found}


def unknown_press(unit_ids: Iterable[int] | None = None) -> QuerySet[Outgoing]:
    """Press mail of which nobody knows whether it arrived: each waits for a person."""
    found = Outgoing.objects.filter(state=OutgoingState.UNKNOWN, settled_at__isnull=True, message__kind__in=PRESS)
    return found if unit_ids is None else found.filter(message__unit_id__in=list(unit_ids))


def is_due(*, now: datetime) -> bool:
    """Whether any row waits for the line."""
    return Outgoing.objects.filter(state=OutgoingState.WAITING, next_at__lte=now).exists()


def line() -> MailLine:
    """How the line to the mail server stands; an unsaved row where it never failed."""
    return MailLine.objects.first() or MailLine()


def untold() -> list[int]:
    """Messages that have rows whose state nobody was told yet."""
    ended = ~Q(state__in=[OutgoingState.WAITING, OutgoingState.SENDING])
    return list(Outgoing.objects.filter(ended, told=False).order_by().values_list("message_id", flat=True).distinct())


def being_sent() -> QuerySet[Outgoing]:
    """Rows that somebody claimed and hasn't settled."""
    return Outgoing.objects.filter(state=OutgoingState.SENDING)


def letter(outgoing: Outgoing) -> Letter:
    """The row as it goes onto the wire."""
    message, house = outgoing.message, institution()
    token = outgoing.unsubscribe_token
    return Letter(
        header_id=outgoing.header_id,
        sender=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        sender_name=f"{message.unit.short} {house.short}",
        address=outgoing.address,
        name=outgoing.name,
        subject=message.subject,
        text=message.text,
        html=message.html,
        reply_to=message.reply_to or message.unit.email,
        at=message.created_at,
        unsubscribe_url=f"{house.base_url}{UNSUBSCRIBE_PATH.format(token=token)}" if token else "",
        list_id=f"{message.unit.code.lower()}.{house.domain.partition(':')[0]}",
        foot=_("You receive this because you are on a press list of %(unit)s. To receive no more:")
        % {"unit": message.unit.name},
    )


def by_token(token: str) -> Outgoing | None:
    """The row whose unsubscribe link this is."""
    if not token:
        return None
    return Outgoing.objects.select_related("message__unit").filter(unsubscribe_token=token).first()
