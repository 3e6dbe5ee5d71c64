"""What happened to accounts and numbers."""

from kentongan.ground.record.events import event


@event
class AccountOpened:
    """Somebody can log in; whoever opened it knows the first password. Heard by: approval (asks for another)."""

    account_id: int


@event
class PasswordChosen:
    """Somebody chose his own password, signed in (`changed`) or by a mail to himself (`reset`).

    Heard by: directory (a PIN from before a reset ends), approval (tells the holder by mail).
    """

    account_id: int
    way: str
    first: bool


@event
class MembershipGiven:
    """An account got a role in a unit. Heard by: approval (puts it before somebody else)."""

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


@event
class AccountTurned:
    """An account was closed or opened again. Heard by: nobody."""

    account_id: int
    active: bool


@event
class UnitShaped:
    """A unit was founded or says something else of itself. Heard by: frontdesk (prints everything anew)."""

    unit_id: int


@event
class InstitutionShaped:
    """The house has another name, address or domain. Heard by: frontdesk (prints everything anew)."""

    institution_id: int
    moved: bool  # to another domain, to which every link of ours leads from now on
