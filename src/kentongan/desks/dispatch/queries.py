"""Lists, their readers, and what became of each delivery."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from kentongan.desks.dispatch.choices import Because, Channel, DeliveryState
from kentongan.desks.dispatch.models import Delivery, PressList, Recipient
from kentongan.desks.dispatch.rules.letters import Letter, Words, share_address, shared_text
from kentongan.desks.dispatch.rules.receipts import Reader as Place
from kentongan.desks.dispatch.rules.receipts import Receipt
from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import render
from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.record.rules import Reader

# What the ledger's states mean to a press officer.
FROM_LEDGER: dict[str, DeliveryState] = {
    OutgoingState.WAITING: DeliveryState.WAITING,
    OutgoingState.SENDING: DeliveryState.WAITING,
    OutgoingState.SENT: DeliveryState.SENT,
    OutgoingState.REFUSED: DeliveryState.FAILED,
    OutgoingState.FAILED: DeliveryState.FAILED,
    OutgoingState.UNKNOWN: DeliveryState.UNKNOWN,
    OutgoingState.HELD: DeliveryState.HELD,
    OutgoingState.STOPPED: DeliveryState.STOPPED,
}
# What became of a delivery after which its reader can't have the version: the server said no, or it never left.
NEVER_HAD = (DeliveryState.FAILED, DeliveryState.HELD, DeliveryState.STOPPED)

# In place of the name of who was erased.
FORGOTTEN = "–"

# What somebody must act on.
TROUBLE = (DeliveryState.FAILED, DeliveryState.UNKNOWN)


def lists_of(*, reader: Reader, unit_ids: Iterable[int] | None = None) -> QuerySet:
    """Lists with how many places they have by channel."""
    seen = PressList.objects.visible_to(reader).filter(active=True)
    if unit_ids is not None:
        seen = seen.filter(unit_id__in=unit_ids)
    return seen.annotate(
        by_mail=Count("recipients", filter=Q(recipients__channel=Channel.MAIL)),
        by_whatsapp=Count("recipients", filter=Q(recipients__channel=Channel.WHATSAPP)),
    ).select_related("unit")


def places_on(list_ids: Iterable[int]) -> list[Place]:
    """Everybody on these lists, with address, beats and consent; the same queries for any number of lists."""
    rows = (
        Recipient.objects.filter(press_list_id__in=list_ids, press_list__active=True)
        .select_related("journalist__outlet", "outlet")
        .prefetch_related("journalist__beats")
        .order_by("id")
    )
    return [place_of(row) for row in rows]


def place_of(row: Recipient) -> Place:
    """One place as the rules read it."""
    if row.journalist:
        person = row.journalist
        return Place(
            key=f"journalist:{person.pk}",
            name=str(person),
            channel=row.channel,
            address=person.email,
            topics=frozenset(beat.pk for beat in person.beats.all()),
            consents=person.active and person.consent_on is not None,
        )
    if row.outlet:
        return Place(
            f"outlet:{row.outlet.pk}", row.outlet.name, row.channel, row.outlet.email, consents=row.outlet.active
        )
    name = hashlib.sha256(row.group.casefold().encode()).hexdigest()[:16]
    return Place(f"group:{name}", row.group, Channel.WHATSAPP)  # the same group on two lists is one


def receipts_of_line(version: Version) -> list[Receipt]:
    """Everything that was sent of the same release and may have arrived, in the order of sending."""
    line = version.line_id or version.pk
    sent = Delivery.objects.filter(Q(version__line_id=line) | Q(version_id=line)).exclude(state__in=NEVER_HAD)
    return [
        Receipt(key, name, channel, version_id)
        for key, name, channel, version_id in sent.order_by("id").values_list(
            "recipient_key", "name", "channel", "version_id"
        )
    ]


def letter_of(version: Version, *, opening: str = "") -> Letter:
    """The letter of an opened version in its own language; a withdrawn one's text isn't sent once more."""
    known = newsroom.resolved_version(version)
    contact = version.contact
    gone = version.withdrawn_at is not None
    return Letter(
        title=version.title,
        number=version.number,
        text="" if gone else "\n\n".join(render.blocks_of(version.document, known)),
        page=newsroom.public_url(version),
        check=newsroom.verify_url(version),
        code=version.code,
        contact=", ".join(filter(None, (contact.name, contact.phone, contact.email))) if contact else "",
        photos=version.photos.count(),
        sources=() if gone else tuple(source_line(one) for one in render.sources(version.document, known)),
        opening=opening,
    )


def source_line(source: render.Source) -> str:
    """A source with what rests on it: `Dinas Pertanian – 11,5 ton`."""
    return f"{source.text} – {', '.join(source.claims)}" if source.claims else source.text


def html_of(version: Version) -> str:
    """The text as the newsroom's rules escape it; empty for a withdrawn one."""
    if version.withdrawn_at is not None:
        return ""
    return render.to_html(version.document, newsroom.resolved_version(version))


def words_of(version: Version) -> Words:
    """The letter's fixed words in the version's language."""
    with translation.override(version.language):
        return Words(
            number=_("Number"),
            page=_("Page with files and photographs"),
            check=_("Make sure it is ours"),
            photos=_("Photographs"),
            contact=_("Contact"),
            sources=_("Sources"),
        )


def whatsapp_text(version: Version) -> str:
    """The text that is passed on by hand: bold, breaks, one link, the verify code; of a withdrawn one why, not what."""
    known = newsroom.resolved_version(version)
    link = newsroom.public_url(version)
    if version.withdrawn_at is not None:
        return f"*{_withdrawn(version)}*\n\n{version.title}\n\n{link}\n{known.say('code')}: {version.code}"
    text = render.to_whatsapp(version.title, version.document, known, link=link, code=version.code)
    return shared_text(text, link=link, code_line=f"{known.say('code')}: {version.code}")


def share_url(version: Version) -> str:
    """The address that opens WhatsApp with the text, shortened where an address can't carry it."""
    known = newsroom.resolved_version(version)
    gone = version.withdrawn_at is not None
    return share_address(
        whatsapp_text(version),
        title=_withdrawn(version) if gone else version.title,
        lead=version.title if gone else render.first_paragraph(version.document),
        link=newsroom.public_url(version),
        code_line=f"{known.say('code')}: {version.code}",
    )


def _withdrawn(version: Version) -> str:
    """The first words of a withdrawal, as its letters begin; a star in the reason would end the bold."""
    with translation.override(version.language):
        return " ".join((_("WITHDRAWN. %(reason)s") % {"reason": version.withdrawn_reason}).replace("*", "").split())


def is_corrected(version: Version) -> bool:
    """Whether a later version is open: its text is passed on, not this one's."""
    return Version.objects.filter(replaces_id=version.pk, opened_at__isnull=False).exists()


def deliveries_of(version: Version) -> QuerySet[Delivery]:
    """What was sent of one version, with the ledger's answer."""
    return version.deliveries.select_related("outgoing", "ticked_by").order_by("id")


def tally(version: Version) -> dict[str, int]:
    """Deliveries of a version by state."""
    return dict(version.deliveries.order_by().values_list("state").annotate(count=Count("pk")))


def tally_in_words(counts: dict[str, int]) -> str:
    """`31 accepted, 4 waiting, 3 failed`: counts, never a spinner."""
    names = {state.value: str(state.label).lower() for state in DeliveryState}
    return ", ".join(f"{counts[state]} {names[state]}" for state in names if counts.get(state))


def deliveries(*, reader: Reader) -> QuerySet[Delivery]:
    """Every delivery of a version that the reader may see."""
    seen = Version.objects.visible_to(reader)
    return Delivery.objects.filter(version__in=seen).select_related("version", "outgoing", "ticked_by")


def troubled(*, reader: Reader) -> list[Any]:
    """Versions with deliveries that failed or are unknown, newest first: each is an alarm until somebody acts."""
    bad = Delivery.objects.filter(
        state__in=TROUBLE, looked_after_at__isnull=True, version__in=Version.objects.visible_to(reader)
    )
    counts = dict(bad.order_by().values_list("version_id").annotate(n=Count("pk")).order_by("-version_id")[:5])
    if not counts:
        return []
    versions = Version.objects.filter(pk__in=counts).select_related("unit").annotate(all=Count("deliveries"))
    found = list(versions.only("number", "title", "unit__short").order_by("-pk"))
    for version in found:
        version.bad = counts[version.pk]  # type: ignore[attr-defined]
    return found


def groups_waiting(*, reader: Reader) -> QuerySet[Delivery]:
    """WhatsApp groups nobody has shared with yet; what was corrected or withdrawn since isn't passed on."""
    waiting = deliveries(reader=reader).filter(channel=Channel.WHATSAPP, state=DeliveryState.WAITING)
    corrected = Version.objects.filter(replaces_id=OuterRef("version_id"), opened_at__isnull=False)
    outdated = Q(version__withdrawn_at__isnull=False) & ~Q(because=Because.WITHDRAWAL)
    return waiting.exclude(Exists(corrected)).exclude(outdated).order_by("id")
