"""Who gets a version, and who must hear of what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """One place on a list: where it is written to and what it covers; `topics` empty means everything."""

    key: str  # journalist:7, outlet:3, group:…: the same person on two lists has one key
    name: str
    channel: str
    address: str = ""
    topics: frozenset[int] = frozenset()
    consents: bool = True


@dataclass(frozen=True)
class Receipt:
    """One reader who was given one version by one channel."""

    key: str
    name: str
    channel: str
    version_id: int


def readers_of(lists: Iterable[Reader], *, topics: frozenset[int]) -> list[Reader]:
    """Everybody on the lists once per channel: journalists who consented and whose beat it is, desks and groups.

    A release without a topic goes to every beat; a journalist without a beat gets everything.
    """
    chosen: dict[tuple[str, str], Reader] = {}
    for reader in lists:
        on_his_beat = not topics or not reader.topics or bool(topics & reader.topics)
        reachable = reader.channel != "mail" or bool(reader.address)
        if reader.consents and on_his_beat and reachable:
            # Two names with one mailbox are one letter.
            where = reader.address.lower() if reader.channel == "mail" else reader.key
            chosen.setdefault((where, reader.channel), reader)
    return list(chosen.values())


def owed_a_word(receipts: Iterable[Receipt], *, version_ids: Iterable[int]) -> list[Receipt]:
    """Everyone who may hold one of these versions, unanswered deliveries too: silence isn't proof of absence.

    One receipt per recipient and channel, in the order of sending (DESIGN guarantee 4).
    """
    wanted = frozenset(version_ids)
    held: dict[tuple[str, str], Receipt] = {}
    for receipt in receipts:
        if receipt.version_id in wanted:
            held.setdefault((receipt.key, receipt.channel), receipt)
    return list(held.values())
