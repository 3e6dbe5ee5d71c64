"""The way to an approver was changed: tell him at his old address, tell another, and take their word for it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from kentongan.ground.approval import queries, rules
from kentongan.ground.approval.events import WayConfirmed
from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.actions import forget_former_address
from kentongan.ground.directory.models import FormerAddress, Person
from kentongan.ground.mailroom.actions import post
from kentongan.ground.record.actions import announce
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.units.queries import accounts_with, first_password_stands, institution
from kentongan.ground.worklist.actions import finish, put

ENTRY = "record.entry"  # what worklist items call a change on a way
ACCOUNT = "units.account"


@transaction.atomic
def confirm_way(*, entry: Entry, by: Actor, now: datetime) -> None:
    """Say that a change on the way to an approver is right: he is who he is, and is reached there.

    Who can: an account that didn't do it, in which whoever did it has no hand, and to which it isn't the way; the
    person himself where only his address changed and he signed in by an account that he had before.

    Raises:
        Refusal: somebody else must, he has already, or the entry says nothing of the kind.
    """
    openings = queries.openings_in(entry)
    if by.account_id is None or not openings:
        raise Refusal(_("There is nothing to confirm here."))
    Entry.objects.select_for_update().get(pk=entry.pk)  # of two at once the second sees the first
    if by.account_id in queries.confirmations([entry.pk])[entry.pk]:
        raise Refusal(_("You have confirmed this already."))
    since = now - rules.PEACE
    if by.account_id == entry.actor_account:
        raise Refusal(_("You did this yourself; somebody else confirms it."))
    if entry.actor_account in queries.hands_behind([by.account_id], since=since)[by.account_id]:
        raise Refusal(_("Your account was opened by who did this, a short time ago; somebody else confirms it."))
    for one in openings:
        if one.what == "password":
            raise Refusal(_("Its holder must choose a password of his own first."))
        person = Person.objects.filter(pk=one.person).first() if one.person else None
        mine = by.account_id in (one.account, person.account_id if person else None)
        if mine and not (one.what == "address" and not queries.is_freshly_joined(one.person, since=since)):
            raise Refusal(_("This opens the way to you; somebody else confirms it."))
    _confirmed(entry, "office", by=by, now=now)


@transaction.atomic
def confirm_by_address(*, token: str, by: Actor, now: datetime) -> None:
    """The person himself says so, by the link in the mail to the address where he was reached before.

    Raises:
        Refusal: the link is no link of ours, too old, or used.
    """
    entry = queries.entry_of(token)
    if entry is None:
        raise Refusal(_("This link doesn't hold any more."))
    if None in queries.confirmations([entry.pk])[entry.pk]:
        raise Refusal(_("You have confirmed this already."))
    _confirmed(entry, "address", by=by, now=now)


def _confirmed(entry: Entry, way: str, *, by: Actor, now: datetime) -> None:
    announce(WayConfirmed(entry_id=entry.pk, way=way), by=by, now=now)
    finish(kind="look-at-way", thing_kind=ENTRY, thing_id=entry.pk, by=by, now=now)


# ── telling ──


@transaction.atomic
def tell_old_address(*, entry: Entry, by: Actor, now: datetime) -> None:
    """Write to a person where he was reached before that he is reached elsewhere from now on, or by another account.

    He can confirm it from there, unless that address itself was registered by another a short time before.
    """
    person = Person.objects.filter(pk=entry["person_id"]).first()
    former = FormerAddress.objects.filter(entry=entry.pk).first()
    unit = Unit.objects.filter(active=True).order_by("pk").first()
    openings = queries.openings_in(entry)
    if person is None or unit is None or former is None or not openings:
        return  # nothing that opens a way, or he had no address before
    lines = [queries.said_of(openings[0])]
    if queries.is_settled_address(person, before=entry):
        url = f"{institution().base_url}/alamat/{queries.token_of(entry)}/"
        lines.append(_("If that is right, confirm it here:\n%(url)s") % {"url": url})
    lines.append(
        _("If you didn't want it, confirm nothing and tell the office: somebody may want to approve in your name.")
    )
    post(
        unit=unit,
        kind="way",
        subject=_("The way by which you approve was changed"),
        text="\n\n".join(lines),
        recipients=[(former.email, person.full_name)],
        by=by,
        now=now,
    )
    forget_former_address(former=former, by=by, now=now)


@transaction.atomic
def tell_holder(*, entry: Entry, by: Actor, now: datetime) -> None:
    """Write to an account's holder that its password was changed: whoever opened it could have done so before him."""
    finish(kind="choose-password", thing_kind=ACCOUNT, thing_id=entry["account_id"], by=by, now=now)
    account = Account.objects.filter(pk=entry["account_id"], is_active=True).first()
    unit = Unit.objects.filter(active=True).order_by("pk").first()
    if account is None or unit is None:
        return
    post(
        unit=unit,
        kind="way",
        subject=_("The password of your account was changed"),
        text=_(
            "Your account of the office has another password now. If it wasn't you who chose it, tell the office at "
            "once: somebody may want to approve in your name."
        ),
        recipients=[(account.email, account.name)],
        by=by,
        now=now,
    )


@transaction.atomic
def ask_for_password(*, entry: Entry, by: Actor, now: datetime) -> None:
    """Put before an account's holder that whoever opened it knows his password: until he chose his own, he counts as
    that other person wherever both had a hand in something."""
    account = Account.objects.filter(pk=entry["account_id"], is_active=True).first()
    unit = Unit.objects.filter(active=True).order_by("pk").first()
    if account is None or unit is None or not first_password_stands(account):
        return
    put(
        kind="choose-password",
        title=_("Whoever opened your account knows your first password"),
        url=reverse("account_change_password"),
        thing_kind=ACCOUNT,
        thing_id=account.pk,
        unit=unit,
        account=account,
        verb=gettext_noop("Choose my own"),
        by=by,
        now=now,
    )


@transaction.atomic
def tell_of_way(*, entry: Entry, by: Actor, now: datetime) -> None:
    """Put a change on the way to approvers before somebody else of the unit, who sees whether it is right."""
    for one in queries.openings_in(entry):
        for unit in _concerned(one):
            role = _another(one, unit, now=now)
            if role:
                put(
                    kind="look-at-way",
                    title=queries.said_of(one),
                    url=f"{settings.OFFICE_PREFIX}persetujuan/pintu/{entry.pk}/",
                    thing_kind=ENTRY,
                    thing_id=entry.pk,
                    unit=unit,
                    role=role,
                    barred=_not_his(one),
                    verb=gettext_noop("Look and confirm"),
                    by=by,
                    now=now,
                )


def _concerned(one: rules.Opening) -> list[Unit]:
    """The units in whose paths it opens something."""
    if one.what == "domain":
        return []
    if one.what == "path":
        return list(Unit.objects.filter(paths=one.path))
    steps = Step.objects.filter(path__active=True)
    if one.what == "role":
        asked = one.role == Role.APPROVER or steps.filter(path__unit=one.unit, role=one.role).exists()
        return list(Unit.objects.filter(pk=one.unit or 0)) if asked else []
    named = Path.objects.filter(
        active=True, steps__in=steps.filter(person=one.person) | steps.filter(deputy=one.person)
    )
    held = Account.objects.filter(person=one.person, memberships__role=Role.APPROVER)
    units = Unit.objects.filter(paths__in=named) | Unit.objects.filter(memberships__account__in=held)
    return list(units.distinct())


def _not_his(one: rules.Opening) -> list[int]:
    return list(Account.objects.filter(pk__in=[one.by, one.account or 0]).values_list("pk", flat=True))


def _another(one: rules.Opening, unit: Unit, *, now: datetime) -> str:
    """The role that can look: the first that somebody holds who neither did it nor is opened by it."""
    for role in (Role.CHIEF, Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR, *Role):
        if accounts_with(role, unit=unit, on=now.date()).exclude(pk__in=_not_his(one)).exists():
            return role
    return ""
