"""By whose hand the way to an approver was opened, and who has said that it is right: read from the diary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.core import signing
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kentongan.ground.approval import rules
from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.models import Person
from kentongan.ground.record.models import Entry
from kentongan.ground.ui.rules.words import plain_day
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Unit

WAYS_SHOWN = 100
WAYS = (
    "AccountOpened", "AccountTurned", "MembershipGiven", "ReachRegistered", "ReachChanged", "InstitutionShaped",
    "PathChanged",
)  # fmt: skip


def is_writers_own(address: str, barred: Iterable[int]) -> bool:
    """Whether a writer signs in with this address, or is himself reached by it."""
    writers = list(barred)
    return (
        Account.objects.filter(email__iexact=address, pk__in=writers).exists()
        or Person.objects.filter(email__iexact=address, account__in=writers).exists()
    )


def hands_behind(accounts: Iterable[int], *, since: datetime, but: Iterable[int] = ()) -> dict[int, set[int]]:
    """Account → itself and whoever could act as it: who opened it, and knows its password or did until after `since`.

    Whoever opened the opener stands behind both. The openings of the entries `but` don't count.
    """
    behind = {one: {one} for one in accounts}
    known = fresh = set(behind)
    while fresh:
        found = [one for one in _first_passwords(fresh) if one.is_fresh(since) and one.entry not in set(but)]
        for one in found:
            for hands in behind.values():
                if one.account in hands:
                    hands.add(one.by)
        fresh = {one.by for one in found} - known
        known = known | fresh
    return behind


def openings_to(
    step: Step, *, unit_id: int, account: Account | None, person: Person | None, by_link: bool, since: datetime
) -> list[rules.Opening]:
    """What others did since to the way by which somebody decides a step, confirmed or not.

    In the office that is his account, and its role or its place on the person whom the step names; by a link his
    registered address too.
    """
    found: list[rules.Opening] = []
    if account is not None:
        found += [one for one in _first_passwords([account.pk]) if one.is_fresh(since)]
        turned = _entries(("AccountTurned", "MembershipGiven"), since, data__account_id=account.pk)
        found += [one for one in turned if one.what == "reopened" or (one.unit, one.role) == (unit_id, step.role)]
    if person is not None and (by_link or not step.role):
        found += [one for one in _reached(person.pk, since) if by_link or one.what != "address"]
    if by_link:
        found += _entries(("InstitutionShaped",), since)
    himself = account.pk if account is not None else None
    return [one for one in found if one.by != himself]


def why_open(
    openings: Iterable[rules.Opening], *, account: Account | None, barred: Iterable[int], since: datetime
) -> str:
    """Empty, or the sentence that says which writer opened the way to this approver, when, and who can confirm it."""
    writers, openings = set(barred), list(openings)
    behind = hands_behind(writers | {one.by for one in openings}, since=since)
    hands = {hand for one in writers for hand in behind[one]}
    if account is not None and account.pk in hands - writers and _wrote_by_another(account, writers, since=since):
        return _("You opened the account of somebody who wrote this, and could have written it yourself.") + _confirm()
    his = [one for one in openings if behind[one.by] & hands]
    his = [one for one in his if one.entry not in _confirmed(his, not_by=hands, since=since)]
    if not his:
        return ""
    said = " ".join(words for _one, words in said_of_all(his))
    return said + " " + _("Whoever did that had a hand in this text, or could have written it.") + _confirm()


def _wrote_by_another(account: Account, writers: set[int], *, since: datetime) -> bool:
    """Whether an account is behind a writer's by openings that nobody else confirmed."""
    known = {hand for hands in hands_behind(writers, since=since).values() for hand in hands}
    opened = [one for one in _first_passwords(known) if one.is_fresh(since)]
    behind = hands_behind(writers, since=since, but=_confirmed(opened, not_by={account.pk}, since=since))
    return any(account.pk in hands for hands in behind.values())


def _confirmed(openings: Sequence[rules.Opening], *, not_by: set[int], since: datetime) -> set[int]:
    """The entries that somebody confirmed in whom neither one of `not_by` nor who did it has a hand.

    Nobody's word settles that another knows a password.
    """
    said = confirmations(one.entry for one in openings) if openings else {}
    accounts = {by for some in said.values() for by in some if by is not None}
    behind = hands_behind(accounts, since=since) if accounts else {}
    return {
        one.entry
        for one in openings
        if one.what != "password"
        and any(by is None or not behind[by] & (not_by | {one.by}) for by in said.get(one.entry, ()))
    }


def why_no_second(
    account: Account, *, unit_id: int, roles: Iterable[str], barred: Iterable[int], begun_at: datetime
) -> str:
    """Empty where an account is a second pair of eyes for a thing that isn't asked by a path; else why it isn't."""
    since, writers = begun_at - rules.PEACE, list(barred)
    found = [
        one
        for role in roles
        for one in openings_to(
            Step(role=role), unit_id=unit_id, account=account, person=None, by_link=False, since=since
        )
    ]
    return why_open(dict.fromkeys(found), account=account, barred=writers, since=since)


def why_path_open(unit: Unit, kind: str, level: str, *, barred: Iterable[int], begun_at: datetime) -> str:
    """Empty, or the sentence that says which writer changed the path that this goes, or took away the one it went."""
    since = begun_at - rules.PEACE
    changed = _entries(("PathChanged",), since)
    paths = Path.objects.filter(unit=unit, kind__in=["", kind], level__in=["", level])
    mine = set(paths.values_list("pk", flat=True)) if changed else set()
    return why_open(
        [one for one in changed if mine & {one.path, one.replaces}], account=None, barred=barred, since=since
    )


def said_of(one: rules.Opening) -> str:
    """What was done by whom, as a sentence."""
    return said_of_all([one])[0][1]


def said_of_all(openings: Iterable[rules.Opening]) -> list[tuple[rules.Opening, str]]:
    """Each with its sentence, in three questions for all of them."""
    found = list(openings)
    accounts = {one.by for one in found} | {one.account for one in found if one.account}
    names = names_of(accounts)
    persons = Person.objects.in_bulk({one.person for one in found if one.person})
    paths = Path.objects.select_related("unit").in_bulk({one.path for one in found if one.path})
    said = {
        "password": _("%(by)s opened the account of %(who)s and knows its first password still."),
        "account": _("%(by)s opened the account of %(who)s, which has a password of its own since %(day)s."),
        "reopened": _("%(by)s opened the account of %(who)s again on %(day)s."),
        "role": _("%(by)s gave %(who)s the role %(role)s on %(day)s."),
        "registered": _("%(by)s entered %(who)s in the directory on %(day)s."),
        "address": _("%(by)s changed the registered address of %(who)s on %(day)s."),
        "link": _("%(by)s joined %(who)s with another account on %(day)s."),
        "domain": _("%(by)s moved the house to another domain on %(day)s; links lead there."),
        "path": _("%(by)s changed the approval path %(path)s on %(day)s."),
    }

    def words(one: rules.Opening) -> dict[str, str]:
        person, path = persons.get(one.person or 0), paths.get(one.path or 0)
        return {
            "who": person.full_name if person else names.get(one.account or 0, ""),
            "by": names.get(one.by, "?"),
            "day": plain_day(timezone.localdate(one.at), get_language() or "en"),
            "role": role_name(one.role).lower() if one.role else "",
            "path": f"{path.name} · {path.unit.short}" if path else "",
        }

    return [(one, said[one.what] % words(one)) for one in found]


def names_of(accounts: Iterable[int]) -> dict[int, str]:
    """Account → name."""
    return dict(Account.objects.filter(pk__in=set(accounts)).values_list("pk", "name"))


def _confirm() -> str:
    return " " + _("Somebody who had none must confirm that first: Approval, Ways to approvers.")


def waiting_ways(*, now: datetime) -> list[rules.Opening]:
    """What persons did lately to the ways to others, the newest first, confirmed or not."""
    since = now - rules.ADDRESS_HOLDS
    opened = Entry.objects.filter(event="AccountOpened", actor_account__isnull=False).order_by("-pk")
    accounts = opened.values_list("data__account_id", flat=True)[:WAYS_SHOWN]
    later = tuple(name for name in WAYS if name != "AccountOpened")
    found = [*(one for one in _first_passwords(list(accounts)) if one.is_fresh(since)), *_entries(later, since)]
    return sorted(found, key=lambda one: one.entry, reverse=True)[:WAYS_SHOWN]


def openings_in(entry: Entry) -> list[rules.Opening]:
    """What an entry says was done, to each whom it concerns; nothing where a machine did it or nobody is concerned."""
    if entry.actor_account is None:
        return []
    data, by = entry.data, entry.actor_account
    made = partial(rules.Opening, entry.pk, entry.at, by)
    if entry.event == "AccountOpened":
        return [one for one in _first_passwords([data["account_id"]]) if one.entry == entry.pk]
    if entry.event == "AccountTurned":
        return [made("reopened", account=data["account_id"])] if data["active"] else []
    if entry.event == "MembershipGiven":
        return [made("role", account=data["account_id"], role=data["role"], unit=data["unit_id"])]
    if entry.event == "ReachRegistered":
        return [made("registered", person=one) for one in data["person_ids"]]
    if entry.event == "ReachChanged":
        what = data.get("what", "email").split("+")
        named = "link" if "account" in what else "address" if "email" in what else ""
        return [made(named, person=data["person_id"])] if named else []
    if entry.event == "InstitutionShaped":
        return [made("domain")] if data.get("moved") else []
    return [made("path", path=data["path_id"], replaces=data["replaces_id"])] if entry.event == "PathChanged" else []


def is_freshly_joined(person_id: int | None, *, since: datetime) -> bool:
    """Whether another joined the person with an account since: then that account can't speak for him."""
    return any(one.what in ("link", "registered") for one in _reached(person_id, since))


def is_settled_address(person: Person, *, before: Entry) -> bool:
    """Whether the address that a person had before an entry wasn't itself put there by another shortly before."""
    found = _reached(person.pk, before.at - rules.PEACE)
    return not [one for one in found if one.entry < before.pk and one.what != "link"]


def confirmations(entries: Iterable[int]) -> dict[int, set[int | None]]:
    """Entry → the accounts that said it is right; None is the person himself, from his old address."""
    found: dict[int, set[int | None]] = defaultdict(set)
    said = Entry.objects.filter(event="WayConfirmed", data__entry_id__in=list(entries))
    for entry_id, by in said.values_list("data__entry_id", "actor_account"):
        found[entry_id].add(by)
    return found


def _reached(person_id: int | None, since: datetime) -> list[rules.Opening]:
    return [
        *_entries(("ReachChanged",), since, data__person_id=person_id),
        *(one for one in _entries(("ReachRegistered",), since) if one.person == person_id),
    ]


def addresses_in(entry: Entry) -> list[str]:
    """Where the person whom a change concerns is reached by now, for whoever is asked whether that is right."""
    persons = [one.person for one in openings_in(entry) if one.person]
    return list(Person.objects.filter(pk__in=persons).exclude(email="").values_list("email", flat=True)[:5])


def token_of(entry: Entry) -> str:
    """What the link in the mail to an old address holds: the change's number, signed and dated."""
    return signing.dumps(entry.pk, salt="approval.way")


def entry_of(token: str) -> Entry | None:
    """The change that such a link confirms; None where it is none of ours or too old."""
    try:
        said = signing.loads(token, salt="approval.way", max_age=rules.ADDRESS_HOLDS)
    except signing.BadSignature:
        return None
    return Entry.objects.filter(pk=said, event="ReachChanged").first()


def _entries(events: Iterable[str], since: datetime, **about: Any) -> list[rules.Opening]:
    entries = Entry.objects.filter(event__in=list(events), at__gt=since, actor_account__isnull=False, **about)
    return [one for entry in entries.order_by("pk") for one in openings_in(entry)]


def _first_passwords(accounts: Iterable[int]) -> list[rules.Opening]:
    said = Entry.objects.filter(event__in=("AccountOpened", "PasswordChosen"), data__account_id__in=list(accounts))
    rows = said.order_by("pk").values_list("pk", "at", "event", "actor_account", "data__account_id")
    return rules.first_passwords(rows)


def role_name(role: str) -> str:
    """The role as the screens call it."""
    return str(Role(role).label)
