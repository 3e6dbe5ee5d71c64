"""What the newsroom opens is sent; what the ledger says is followed."""

from datetime import datetime

from kentongan.desks.dispatch import actions
from kentongan.desks.newsroom.events import VersionCorrected, VersionOpened, VersionWithdrawn
from kentongan.ground.directory.events import ConsentWithdrawn, JournalistErased
from kentongan.ground.mailroom.events import MailDecided, MailSettled
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor


@listens_to(VersionOpened)
def send_release(entry: Entry, *, now: datetime) -> None:
    """To the lists it was approved for."""
    actions.queue_release(version_id=entry["version_id"], by=Actor.machine("dispatch", caused_by=entry.pk), now=now)


@listens_to(VersionCorrected)
def send_correction(entry: Entry, *, now: datetime) -> None:
    """To exactly those who had the version before."""
    by = Actor.machine("dispatch", caused_by=entry.pk)
    actions.queue_correction(version_id=entry["version_id"], replaces_id=entry["replaces_id"], by=by, now=now)


@listens_to(VersionWithdrawn)
def send_withdrawal(entry: Entry, *, now: datetime) -> None:
    """To everybody who may hold it."""
    actions.queue_withdrawal(version_id=entry["version_id"], by=Actor.machine("dispatch", caused_by=entry.pk), now=now)


@listens_to(MailSettled)
def follow_letters(entry: Entry, *, now: datetime) -> None:
    """What became of the letters."""
    actions.follow_ledger(outgoing_ids=entry["outgoing_ids"], now=now)


@listens_to(MailDecided)
def follow_decision(entry: Entry, *, now: datetime) -> None:
    """What a person decided about an unknown one."""
    actions.follow_ledger(outgoing_ids=[entry["outgoing_id"]], now=now)


@listens_to(ConsentWithdrawn)
def stop_for_withdrawn(entry: Entry, *, now: datetime) -> None:
    """What still waits for a journalist who doesn't want it any more."""
    by = Actor.machine("dispatch", caused_by=entry.pk)
    actions.stop_for_journalist(journalist_id=entry["journalist_id"], until=entry.at, by=by, now=now)


@listens_to(JournalistErased)
def forget_erased(entry: Entry, *, now: datetime) -> None:
    """His name and address in what was sent to him."""
    by = Actor.machine("dispatch", caused_by=entry.pk)
    actions.forget_journalist(journalist_id=entry["journalist_id"], by=by, now=now)
