"""Who is reading, in which units, as what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Reader
from kentongan.ground.ui.registry import Site, public_links
from kentongan.ground.units.models import Account, Institution, Membership, Named, Unit

_held: ContextVar[Institution | None] = ContextVar("institution", default=None)


@contextmanager
def one_institution() -> Iterator[None]:
    """Read the institution once for everything inside: a print of ten thousand pages asks for it on each, and all of
    them tell of one house."""
    before = _held.set(Institution.objects.first())
    try:
        yield
    finally:
        _held.reset(before)


def institution() -> Institution:
    """The one institution; a fresh database has none until `init` or `demo` wrote it."""
    return _held.get() or Institution.objects.get()


def zone() -> ZoneInfo:
    """The office's zone: Jakarta where nobody said otherwise yet."""
    held = _held.get()
    found = held.zone if held else Institution.objects.values_list("zone", flat=True).first()
    return ZoneInfo(found or "Asia/Jakarta")


def roles_of(account: Account, *, on: date) -> set[tuple[int, str]]:
    """(unit id, role) pairs that hold on a day."""
    held = Membership.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=on),
        Q(until_on__isnull=True) | Q(until_on__gt=on),
        account=account,
        unit__active=True,
    )
    return set(held.values_list("unit_id", "role"))


def reader_of(account: Account, *, now: datetime) -> Reader:
    """The account as the gate and the row policy see it."""
    return Reader(
        account_id=account.pk,
        unit_ids=frozenset(unit for unit, _ in roles_of(account, on=now.date())),
        named=frozenset(Named.objects.filter(account=account).values_list("kind", "thing_id")),
    )


def first_password_stands(account: Account) -> bool:
    """Whether another person opened the account and its holder hasn't chosen a password of his own since."""
    said = Entry.objects.filter(event__in=("AccountOpened", "PasswordChosen"), data__account_id=account.pk)
    last = said.order_by("-pk").values_list("event", "actor_account").first()
    return last is not None and last[0] == "AccountOpened" and last[1] not in (None, account.pk)


def units_of(account: Account, *, on: date, roles: set[str] | None = None) -> QuerySet[Unit]:
    """Units in which the account works, or works in one of `roles`."""
    ids = {unit for unit, role in roles_of(account, on=on) if roles is None or role in roles}
    return Unit.objects.filter(pk__in=ids)


def accounts_with(role: str, *, unit: Unit, on: date) -> QuerySet[Account]:
    """Active accounts that hold a role in a unit on a day."""
    held = Membership.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=on),
        Q(until_on__isnull=True) | Q(until_on__gt=on),
        unit=unit,
        role=role,
    )
    return Account.objects.filter(pk__in=held.values("account_id"), is_active=True)


def public_site(*, language: str = "id") -> Site:
    """The public shell's words in the active language; English pages lead to English pages.

    The foot names the unit that was founded first: `init` writes the office that speaks for the house before others.
    """
    house = institution()
    office = Unit.objects.filter(active=True).order_by("pk").first()
    prefix = "" if language == "id" else f"/{language}"
    address = (office.address if office else "") or house.address
    return Site(
        name=house.site_title,
        owner=house.name,
        office=office.name if office else house.name,
        home=f"{prefix}/",
        verify=public_links.url("verify", prefix=prefix),
        address=tuple(line.strip() for line in address.splitlines() if line.strip()),
        phone=(office.phone if office else "") or house.phone,
        hours=office.hours if office else "",
        search=public_links.url("search").partition("?")[0],
        nav=public_links.of("nav", prefix=prefix),
        citizens=public_links.of("citizens", prefix=prefix),
        newsrooms=public_links.of("newsrooms", prefix=prefix),
        about=public_links.of("about", prefix=prefix),
        language="" if language == "id" else language,
    )
