"""Set up the institution, its units and accounts; give numbers."""

from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units import queries
from kentongan.ground.units.events import (
    AccountOpened,
    AccountTurned,
    CalendarRenewed,
    InstitutionShaped,
    MembershipGiven,
    NumberGiven,
    PasswordChosen,
    UnitShaped,
)
from kentongan.ground.units.models import (
    LANGUAGES,
    Account,
    Institution,
    Membership,
    Named,
    NumberPattern,
    NumberSeries,
    Unit,
)
from kentongan.ground.units.rules.codes import fresh_token
from kentongan.ground.units.rules.founding import Founding
from kentongan.ground.units.rules.numbering import register_number

# The kinds of statements that carry a register number.
NUMBERED = ("release", "statement", "clarification", "speech")


@transaction.atomic
def found_institution(*, founding: Founding, passwords: dict[str, str], by: Actor, now: datetime) -> Institution:
    """Move an institution in: its units with their numbers, its first persons with their roles.

    Raises:
        Refusal: somebody lives here already.
    """
    if Institution.objects.exists():
        raise Refusal(_("This house has an institution; another one needs a house (KENTONGAN_HOME) of its own."))
    institution = Institution.objects.create(**founding.institution)
    units = {}
    for first in founding.units:
        units[first.code] = unit = Unit.objects.create(
            code=first.code, short=first.short, name=first.name, letterhead="\n".join(first.letterhead)
        )
        for kind in NUMBERED:
            NumberPattern.objects.create(
                unit=unit, kind=kind, pattern=first.pattern, classification=first.classification
            )
    for person in founding.persons:
        account = open_account(
            email=person.email,
            name=person.name,
            password=passwords.get(person.email),
            position=person.position,
            by=by,
            now=now,
        )
        for role in person.roles:
            give_role(account=account, unit=units[person.unit], role=role, by=by, now=now)
    return institution


@transaction.atomic
def open_account(*, email: str, name: str, password: str | None, by: Actor, now: datetime, **more: object) -> Account:
    """A new account.

    Raises:
        Refusal: the address already has one.
    """
    if Account.objects.filter(email=email.lower()).exists():
        raise Refusal(_("%(email)s already has an account.") % {"email": email})
    account = Account.objects.create_user(email, name, password, **more)
    announce(AccountOpened(account_id=account.pk), by=by, now=now)
    return account


@transaction.atomic
def open_account_with_role(
    *, email: str, name: str, position: str, password: str, unit: Unit, role: str, by: Actor, now: datetime
) -> Account:
    """An account that has something to do from its first login.

    Raises:
        Refusal: the address already has one.
    """
    account = open_account(email=email, name=name, password=password, position=position, by=by, now=now)
    give_role(account=account, unit=unit, role=role, by=by, now=now)
    return account


@transaction.atomic
def choose_password(*, account: Account, password: str, way: str, by: Actor, now: datetime) -> Account:
    """Its holder's own password from now on; `way` is `changed` (signed in) or `reset` (by a mail to himself).

    What was added to the door while another knew the first password ends with it: apps, passkeys, further addresses
    by which a password could be reset.
    """
    first = queries.first_password_stands(account)
    if first:
        Authenticator.objects.filter(user=account).delete()
        EmailAddress.objects.filter(user=account).exclude(email__iexact=account.email).delete()
    account.set_password(password)
    account.save(update_fields=["password"])
    announce(PasswordChosen(account_id=account.pk, way=way, first=first), by=by, now=now)
    return account


@transaction.atomic
def turn_account(*, account: Account, active: bool, by: Actor, now: datetime) -> Account:
    """Close an account or open it again; what it did stays, and its sessions end with the next request.

    Raises:
        Refusal: somebody closes his own, or the last administrator's.
    """
    if account.pk == by.account_id:
        raise Refusal(_("Nobody closes his own account; another administrator does."))
    account.is_active = active
    account.save(update_fields=["is_active"])
    announce(AccountTurned(account_id=account.pk, active=active), by=by, now=now)
    return account


@transaction.atomic
def choose_language(*, account: Account, language: str, by: Actor, now: datetime) -> Account:
    """Speak this language to the account from now on; an unknown one changes nothing."""
    if language in dict(LANGUAGES):
        account.language = language
        account.save(update_fields=["language"])
    return account


@transaction.atomic
def shape_unit(*, unit: Unit | None, said: dict[str, Any], by: Actor, now: datetime) -> Unit:
    """Found a unit, or change what it says of itself; `pattern` and `classification` hold for all its numbers.

    Raises:
        Refusal: another unit has that code.
    """
    pattern, classification = said.pop("pattern"), said.pop("classification")
    shaped = unit or Unit()
    if Unit.objects.filter(code=said["code"]).exclude(pk=shaped.pk).exists():
        raise Refusal(
            _("Another unit has the code %(code)s; numbers would be taken for its own.") % {"code": said["code"]}
        )
    for name, value in said.items():
        setattr(shaped, name, value)
    shaped.save()
    for kind in NUMBERED:
        NumberPattern.objects.update_or_create(
            unit=shaped, kind=kind, defaults={"pattern": pattern, "classification": classification}
        )
    announce(UnitShaped(unit_id=shaped.pk), by=by, now=now)
    return shaped


@transaction.atomic
def shape_institution(*, said: dict[str, Any], by: Actor, now: datetime) -> Institution:
    """Change what every page says of the house; the whole site is printed anew."""
    institution = Institution.objects.get()
    before = institution.base_url
    for name, value in said.items():
        setattr(institution, name, value)
    institution.save()
    moved = institution.base_url != before
    announce(InstitutionShaped(institution_id=institution.pk, moved=moved), by=by, now=now)
    return institution


@transaction.atomic
def give_role(*, account: Account, unit: Unit, role: str, by: Actor, now: datetime) -> Membership:
    """Let an account do a role's work in a unit; giving it twice changes nothing."""
    held, fresh = Membership.objects.get_or_create(account=account, unit=unit, role=role)
    if fresh:
        announce(MembershipGiven(account_id=account.pk, unit_id=unit.pk, role=role), by=by, now=now)
    return held


@transaction.atomic
def renew_calendar_token(*, account: Account, by: Actor, now: datetime) -> Account:
    """A new secret address for the account's calendar; whoever knew the old one reads nothing any more."""
    account.calendar_token = fresh_token()
    account.save(update_fields=["calendar_token"])
    announce(CalendarRenewed(account_id=account.pk), by=by, now=now)
    return account


def name_reader(*, kind: str, thing_id: int, account: Account, by: Actor, now: datetime) -> Named:
    """Name an account for one row, so that it sees it though the row is restricted or secret."""
    return Named.objects.get_or_create(kind=kind, thing_id=thing_id, account=account)[0]


@transaction.atomic
def next_number(*, unit: Unit, kind: str, on: date, by: Actor, now: datetime) -> str:
    """The next register number of a unit, under the series' lock and inside the caller's transaction.

    Rolled back with the caller, so no number is lost or given twice; a void number stays void.
    """
    NumberSeries.objects.get_or_create(unit=unit, kind=kind, year=on.year)
    series = NumberSeries.objects.select_for_update().get(unit=unit, kind=kind, year=on.year)
    series.last += 1
    series.save(update_fields=["last"])
    pattern = NumberPattern.objects.filter(unit=unit, kind=kind).first() or NumberPattern(unit=unit, kind=kind)
    announce(NumberGiven(unit_id=unit.pk, kind=kind, year=on.year, number=series.last), by=by, now=now)
    return register_number(
        pattern.pattern, number=series.last, unit=unit.code, on=on, classification=pattern.classification
    ).lstrip("/")
