"""What approval and the facts say, the versions follow."""

from datetime import datetime

from django.utils import timezone

from kentongan.desks.facts.events import FactChanged, FactWithdrawn
from kentongan.desks.newsroom import actions, tasks
from kentongan.desks.newsroom.events import VersionCorrected, VersionOpened
from kentongan.desks.newsroom.queries import KIND
from kentongan.ground.approval.events import ApprovalGiven, ApprovalReturned
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor


def machine(entry: Entry) -> Actor:
    """The newsroom's own machine, set off by this entry."""
    return Actor.machine("newsroom", caused_by=entry.pk)


@listens_to(ApprovalGiven)
def take_approval(entry: Entry, *, now: datetime) -> None:
    """Approved: open it if its moment has come."""
    if entry["thing_kind"] == KIND:
        actions.mark_approved(
            version_id=entry["thing_id"],
            approval_hash=entry["approval_hash"],
            by=machine(entry),
            now=now,
            clock=timezone.now,
        )


@listens_to(ApprovalReturned)
def take_return(entry: Entry, *, now: datetime) -> None:
    """Returned: the writers get it again."""
    if entry["thing_kind"] == KIND:
        actions.return_version(version_id=entry["thing_id"], request_id=entry["request_id"], by=machine(entry), now=now)


@listens_to(FactChanged)
def fact_changed(entry: Entry, *, now: datetime) -> None:
    """Flag, hold, tell."""
    actions.flag_quoting_versions(fact_id=entry["fact_id"], by=machine(entry), now=now)


@listens_to(FactWithdrawn)
def fact_withdrawn(entry: Entry, *, now: datetime) -> None:
    """The same for a claim that doesn't hold."""
    actions.flag_quoting_versions(fact_id=entry["fact_id"], by=machine(entry), now=now)


@listens_to(VersionOpened)
def make_files(entry: Entry, *, now: datetime) -> None:
    """PDF and plain text are made outside any transaction."""
    tasks.make_files.enqueue(entry["version_id"])


@listens_to(VersionCorrected)
def make_corrected_files(entry: Entry, *, now: datetime) -> None:
    """The same for a correction."""
    tasks.make_files.enqueue(entry["version_id"])
