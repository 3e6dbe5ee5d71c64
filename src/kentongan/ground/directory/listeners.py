"""What happens to an account matters to the person behind it."""

from datetime import datetime

from kentongan.ground.directory import actions
from kentongan.ground.record.models import Entry
from kentongan.ground.record.registry import listens_to
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.events import PasswordChosen


@listens_to(PasswordChosen)
def end_pin_of_lost_account(entry: Entry, *, now: datetime) -> None:
    """Whoever resets a password may have lost it to somebody, who may have chosen a PIN."""
    if entry["way"] == "reset" or entry["first"]:
        actions.end_pin(account_id=entry["account_id"], by=Actor.machine("directory", caused_by=entry.pk), now=now)
