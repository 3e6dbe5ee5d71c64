"""What happens to accounts, persons and paths may open a way to an approver: others hear of it."""

from datetime import datetime

from kentongan.ground.approval import actions
from kentongan.ground.approval.events import PathChanged
from kentongan.ground.directory.events import ReachChanged
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.events import AccountOpened, MembershipGiven, PasswordChosen


@listens_to(ReachChanged)
def tell_old_address(entry: Entry, *, now: datetime) -> None:
    """To where he was reached before."""
    actions.tell_old_address(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)


@listens_to(ReachChanged)
def show_reach(entry: Entry, *, now: datetime) -> None:
    """Before somebody else of the unit."""
    actions.tell_of_way(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)


@listens_to(MembershipGiven)
def show_role(entry: Entry, *, now: datetime) -> None:
    """Before somebody else of the unit."""
    actions.tell_of_way(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)


@listens_to(PathChanged)
def show_path(entry: Entry, *, now: datetime) -> None:
    """Before somebody else of the unit."""
    actions.tell_of_way(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)


@listens_to(AccountOpened)
def ask_for_password(entry: Entry, *, now: datetime) -> None:
    """Of whom another opened an account."""
    actions.ask_for_password(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)


@listens_to(PasswordChosen)
def tell_holder(entry: Entry, *, now: datetime) -> None:
    """To the account's own address."""
    actions.tell_holder(entry=entry, by=Actor.machine("approval", caused_by=entry.pk), now=now)
