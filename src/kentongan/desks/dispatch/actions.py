"""Queue what goes out, follow what became of it, shape the lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from kentongan.desks.dispatch import queries
from kentongan.desks.dispatch.choices import Channel, DeliveryState
from kentongan.desks.dispatch.events import DeliveriesLookedAfter, DeliveriesQueued, DeliveryTicked, PressListShaped
from kentongan.desks.dispatch.models import Delivery, PressList, Recipient
from kentongan.desks.dispatch.rules.letters import letter_html, letter_text
from kentongan.desks.dispatch.rules.receipts import Reader, Receipt, owed_a_word, readers_of
from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.mailroom import actions as mailroom
from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.record.actions import announce
from kentongan.ground.record.registry import MAIL, WHATSAPP
from kentongan.ground.record.rules import Actor, Thing, may_leave
from kentongan.ground.record.rules import Reader as GateReader
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit


@transaction.atomic
def queue_release(*, version_id: int, by: Actor, now: datetime) -> int:
    """Give an opened version to everybody on the lists it was approved for, once each. Returns how many.

    The journalists' beats are asked; a replay finds its deliveries there and queues nothing twice.
    """
    version = _leaving(version_id, now=now)
    if version is None or version.replaces_id:
        return 0  # a correction has its own readers
    approved = version
    newest = newsroom.opened_of_line(version)[-1]
    if newest.pk != version.pk:
        # Heard late: nobody gets for a first time what is corrected by now.
        version = _leaving(newest.pk, now=now)
        if version is None:
            return 0
    topics = frozenset(approved.topics.values_list("pk", flat=True))
    readers = readers_of(queries.places_on(approved.audience.get("lists", [])), topics=topics)
    return _queue(version, readers, because="release", opening="", by=by, now=now)


@transaction.atomic
def queue_correction(*, version_id: int, replaces_id: int, by: Actor, now: datetime) -> int:
    """A correction goes to exactly those who may hold a version before it, and to nobody else."""
    version = _leaving(version_id, now=now)
    if version is None:
        return 0
    with translation.override(version.language):
        opening = _("CORRECTION. %(note)s") % {"note": version.correction_note}
    # Before what still waits is stopped: who was to get the old version gets the new one alone.
    owed = owed_a_word(queries.receipts_of_line(version), version_ids=_before(version))
    _stop(_before(version), by=by, now=now)
    return _queue(version, _as_readers(owed), because="correction", opening=opening, by=by, now=now)


@transaction.atomic
def queue_withdrawal(*, version_id: int, by: Actor, now: datetime) -> int:
    """Whoever may hold any version of it hears that it was withdrawn, and why."""
    version = Version.objects.get(pk=version_id)
    if version.withdrawn_at is None:
        return 0
    with translation.override(version.language):
        opening = _("WITHDRAWN. %(reason)s") % {"reason": version.withdrawn_reason}
    _stop({version.pk, *_before(version)}, by=by, now=now)
    receipts = queries.receipts_of_line(version)
    owed = owed_a_word(receipts, version_ids={receipt.version_id for receipt in receipts})
    return _queue(version, _as_readers(owed), because="withdrawal", opening=opening, by=by, now=now)


@transaction.atomic
def follow_ledger(*, outgoing_ids: Iterable[int], now: datetime) -> int:
    """Bring deliveries into line with what the ledger says of their letters. Returns how many changed."""
    changed = 0
    rows = (
        Delivery.objects.filter(outgoing_id__in=list(outgoing_ids))
        .select_related("outgoing")
        .select_for_update(of=("self",))
    )
    for delivery in rows:
        state = queries.FROM_LEDGER.get(delivery.outgoing.state) if delivery.outgoing else None
        if state and state != delivery.state:
            delivery.state, delivery.settled_at, delivery.looked_after_at = state, now, None
            delivery.save(update_fields=["state", "settled_at", "looked_after_at"])
            changed += 1
    return changed


@transaction.atomic
def tick_group(*, delivery: Delivery, by: Actor, now: datetime) -> Delivery:
    """A person says that he shared the text with a group; it can be said once.

    Raises:
        Refusal: it isn't a WhatsApp delivery, or somebody said so before.
    """
    delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if delivery.channel != Channel.WHATSAPP:
        raise Refusal(_("Only what is passed on by hand is ticked; mail answers for itself."))
    if delivery.state == DeliveryState.SHARED:
        raise Refusal(_("%(who)s said so before.") % {"who": delivery.ticked_by})
    delivery.state, delivery.settled_at, delivery.ticked_by_id = DeliveryState.SHARED, now, by.as_person()
    delivery.save(update_fields=["state", "settled_at", "ticked_by"])
    announce(DeliveryTicked(delivery_id=delivery.pk, account_id=by.as_person()), by=by, now=now)
    return delivery


@transaction.atomic
def look_after(*, version: Version, by: Actor, now: datetime) -> int:
    """A person has reached those newsrooms by another way: the alarm ends, the ledger stays as it is.

    Raises:
        Refusal: there is nothing to look after.
    """
    troubled = Delivery.objects.filter(version=version, state__in=queries.TROUBLE, looked_after_at__isnull=True)
    count = troubled.update(looked_after_at=now)
    if not count:
        raise Refusal(_("Every newsroom of this version was reached or looked after."))
    announce(DeliveriesLookedAfter(version_id=version.pk, count=count, account_id=by.as_person()), by=by, now=now)
    return count


@transaction.atomic
def make_list(
    *,
    unit: Unit,
    name: str,
    level: str,
    topics: Iterable[Beat],
    press_list: PressList | None = None,
    by: Actor,
    now: datetime,
) -> PressList:
    """A list of whom a unit writes to; given one, its name and topics change.

    Raises:
        Refusal: the unit has a list of that name.
    """
    twins = PressList.objects.filter(unit=unit, name=name)
    if (twins.exclude(pk=press_list.pk) if press_list else twins).exists():
        raise Refusal(_("%(unit)s has a list called “%(name)s”.") % {"unit": unit, "name": name})
    made = press_list or PressList(unit=unit)
    made.name, made.level = name, level
    made.save()
    made.topics.set(topics)
    announce(PressListShaped(press_list_id=made.pk), by=by, now=now)
    return made


@transaction.atomic
def add_recipient(
    *,
    press_list: PressList,
    journalist: Journalist | None = None,
    outlet: Outlet | None = None,
    group: str = "",
    by: Actor,
    now: datetime,
) -> Recipient:
    """One more place on a list.

    Raises:
        Refusal: nobody or two were named, a journalist hasn't consented, an outlet has no address, or it is there.
    """
    named = [one for one in (journalist, outlet, group.strip()) if one]
    if len(named) != 1:
        raise Refusal(_("Name one: a journalist, an outlet's desk, or a WhatsApp group."))
    if journalist and journalist.consent_on is None:
        raise Refusal(_("%(who)s hasn't consented to be written to; note his consent first.") % {"who": journalist})
    if (journalist and not journalist.email) or (outlet and not outlet.email):
        raise Refusal(_("There is no e-mail address of %(who)s in the directory.") % {"who": named[0]})
    channel = Channel.WHATSAPP if group.strip() else Channel.MAIL
    if press_list.recipients.filter(journalist=journalist, outlet=outlet, group=group.strip()).exists():
        raise Refusal(_("%(who)s is on this list.") % {"who": named[0]})
    made = Recipient.objects.create(
        press_list=press_list, channel=channel, journalist=journalist, outlet=outlet, group=group.strip()
    )
    announce(PressListShaped(press_list_id=press_list.pk), by=by, now=now)
    return made


@transaction.atomic
def drop_recipient(*, recipient: Recipient, by: Actor, now: datetime) -> None:
    """Take a place off its list; what was sent to it stays."""
    press_list_id = recipient.press_list_id
    recipient.delete()
    announce(PressListShaped(press_list_id=press_list_id), by=by, now=now)


@transaction.atomic
def stop_for_journalist(*, journalist_id: int, until: datetime, by: Actor, now: datetime) -> int:
    """Keep back what was queued for a journalist until he withdrew his consent; how many letters.

    What was queued since belongs to a consent that he gave again.
    """
    return _stop_waiting(_of_journalist(journalist_id).filter(at__lte=until), by=by, now=now)


@transaction.atomic
def forget_journalist(*, journalist_id: int, by: Actor, now: datetime) -> int:
    """Keep back what waits for an erased journalist, and take his name and address out of what was sent; how many.

    The rows stay, so that counts hold; a correction of what he had isn't sent to him any more.
    """
    his = _of_journalist(journalist_id)
    _stop_waiting(his, by=by, now=now)
    sent = list(his.filter(outgoing__isnull=False).values_list("outgoing_id", flat=True))
    mailroom.forget(outgoing_ids=sent, by=by, now=now)
    # Whether the one on the line arrived nobody asks him any more: no alarm.
    his.filter(outgoing__state=OutgoingState.UNKNOWN).update(
        state=DeliveryState.UNKNOWN, settled_at=now, looked_after_at=now
    )
    return his.update(name=queries.FORGOTTEN)


def _of_journalist(journalist_id: int) -> QuerySet[Delivery]:
    return Delivery.objects.filter(recipient_key=f"journalist:{journalist_id}")


def _leaving(version_id: int, *, now: datetime) -> Version | None:
    """The version, if the gate lets it out by mail and by hand at this moment."""
    version = Version.objects.select_for_update().get(pk=version_id)
    thing = Thing(
        "newsroom.version",
        version.pk,
        version.level,
        version.unit_id,
        opened_at=version.opened_at,
        issued_at=version.issued_at,
    )
    # Newsrooms are readers of whom the house knows nothing: what leaves to them is what is open to everybody.
    passes = all(may_leave(thing, reader=GateReader(), exit=exit_, now=now) for exit_ in (MAIL, WHATSAPP))
    return version if passes and version.withdrawn_at is None else None


def _stop(version_ids: Iterable[int], *, by: Actor, now: datetime) -> None:
    """Keep back the letters of replaced or withdrawn versions that haven't left."""
    _stop_waiting(Delivery.objects.filter(version_id__in=list(version_ids)), by=by, now=now)


def _stop_waiting(deliveries: QuerySet[Delivery], *, by: Actor, now: datetime) -> int:
    waiting = deliveries.filter(state=DeliveryState.WAITING, outgoing__isnull=False)
    stopped = mailroom.stop(outgoing_ids=waiting.values_list("outgoing_id", flat=True), by=by, now=now)
    return Delivery.objects.filter(outgoing_id__in=stopped).update(state=DeliveryState.STOPPED, settled_at=now)


def _before(version: Version) -> set[int]:
    """The versions of the same release that were opened before."""
    line = version.line_id or version.pk
    opened = Version.objects.filter(opened_at__isnull=False).exclude(pk=version.pk)
    return set(opened.filter(line_id=line).values_list("pk", flat=True)) | ({line} - {version.pk})


def _as_readers(receipts: Iterable[Receipt]) -> list[Reader]:
    """Those who got something, at the address they have today; an outlet that is gone from the directory keeps its own.

    A journalist is written to by his consent alone: who withdrew it or was erased hears nothing more of it.
    """
    receipts = list(receipts)
    ids = {
        kind: [int(r.key.split(":")[1]) for r in receipts if r.key.startswith(f"{kind}:")]
        for kind in ("journalist", "outlet")
    }
    addresses = {
        f"journalist:{pk}": email
        for pk, email in Journalist.objects.filter(pk__in=ids["journalist"], consent_on__isnull=False).values_list(
            "pk", "email"
        )
    }
    receipts = [r for r in receipts if not r.key.startswith("journalist:") or r.key in addresses]
    addresses |= {
        f"outlet:{pk}": email for pk, email in Outlet.objects.filter(pk__in=ids["outlet"]).values_list("pk", "email")
    }
    gone = [r.key for r in receipts if r.channel == Channel.MAIL and not addresses.get(r.key)]
    for key, address in Delivery.objects.filter(recipient_key__in=gone, outgoing__isnull=False).values_list(
        "recipient_key", "outgoing__address"
    ):
        addresses.setdefault(key, address)
    return [Reader(r.key, r.name, r.channel, addresses.get(r.key, "")) for r in receipts]


def _queue(version: Version, readers: list[Reader], *, because: str, opening: str, by: Actor, now: datetime) -> int:
    """One delivery per reader and channel, one message for all who are written to."""
    known = set(Delivery.objects.filter(version=version, because=because).values_list("recipient_key", "channel"))
    fresh = [reader for reader in readers if (reader.key, reader.channel) not in known]
    if not fresh:
        return 0
    letters = _post(
        version, [reader for reader in fresh if reader.channel == Channel.MAIL], because, opening, by=by, now=now
    )
    Delivery.objects.bulk_create(
        [
            Delivery(
                version=version,
                recipient_key=reader.key,
                name=reader.name[:160],
                channel=reader.channel,
                journalist_id=_id(reader, "journalist"),
                outlet_id=_id(reader, "outlet"),
                outgoing=letters.get(reader.address.lower()),
                because=because,
                state=_first_state(reader, letters),
                at=now,
            )
            for reader in fresh
        ],
        batch_size=500,
    )
    announce(DeliveriesQueued(version_id=version.pk, count=len(fresh), because=because), by=by, now=now)
    return len(fresh)


def _post(
    version: Version, readers: list[Reader], because: str, opening: str, *, by: Actor, now: datetime
) -> dict[str, Outgoing]:
    if not readers:
        return {}
    letter, words = queries.letter_of(version, opening=opening), queries.words_of(version)
    prefix = {"correction": "KOREKSI: ", "withdrawal": "DITARIK: "}.get(because, "")
    message = mailroom.post(
        unit=version.unit,
        kind=because,
        subject=f"{prefix}{version.title}",
        text=letter_text(letter, words),
        html=letter_html(letter, words, body=queries.html_of(version)),
        recipients=[(reader.address, reader.name) for reader in readers if reader.address],
        bulk=True,
        reply_to=version.contact.email if version.contact else version.unit.email,
        by=by,
        now=now,
    )
    return {outgoing.address.lower(): outgoing for outgoing in message.outgoing.all()}


def _first_state(reader: Reader, letters: dict[str, Outgoing]) -> str:
    if reader.channel == Channel.WHATSAPP:
        return DeliveryState.WAITING
    outgoing = letters.get(reader.address.lower())
    if outgoing is None:
        return DeliveryState.FAILED
    return queries.FROM_LEDGER.get(outgoing.state, DeliveryState.WAITING)


def _id(reader: Reader, kind: str) -> int | None:
    found, _colon, number = reader.key.partition(":")
    return int(number) if found == kind else None
