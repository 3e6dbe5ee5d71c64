"""What happened to accounts and numbers."""

from kentongan.ground.record.events import event


@event
class AccountOpened:
    """Somebody can log in. Heard by: nobody yet."""

    account_id: int


@event
class MembershipGiven:
    """An account got a role in a unit. Heard by: nobody yet."""

    account_id: int
    unit_id: int
    role: str


@event
class CalendarRenewed:
    """An account's private calendar has a new address. Heard by: nobody."""

    account_id: int


@event
class NumberGiven:
    """A register number was used up. Heard by: nobody; the diary shows gaps."""

    unit_id: int
    kind: str
    year: int
    number: int
