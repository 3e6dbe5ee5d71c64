"""Which path holds, whose turn it is, who may decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kentongan.ground.approval import rules
from kentongan.ground.approval.choices import RequestState
from kentongan.ground.approval.models import Path, Request, ReviewLink, Step
from kentongan.ground.directory.models import Person
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Reader
from kentongan.ground.ui.rules.words import plain_day
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.units.queries import accounts_with, roles_of
from kentongan.ground.units.rules.codes import hashed


def path_for(unit: Unit, kind: str, level: str) -> Path | None:
    """The unit's most exact active path; None where it has none yet (`actions.ask` then makes the default one)."""
    return rules.best_path(  # type: ignore[return-value]
        Path.objects.filter(unit=unit, active=True).prefetch_related("steps").order_by("pk"), kind=kind, level=level
    )


def open_steps(request: Request) -> list[Step]:
    """The steps that are asked now; none once the request is settled."""
    if request.state != RequestState.OPEN:
        return []
    steps = {step.pk: step for step in request.path.steps.all()}
    tiers = [rules.Tier(step.pk, step.order, step.hours) for step in steps.values()]
    decided = [decision.step_id for decision in request.decisions.all()]
    return [steps[tier.id] for tier in rules.open_tiers(tiers, decided)]


def open_request(thing_kind: str, thing_id: int) -> Request | None:
    """The request that waits for this thing."""
    return Request.objects.filter(thing_kind=thing_kind, thing_id=thing_id, state=RequestState.OPEN).first()


def requests_of(thing_kind: str, thing_id: int) -> QuerySet[Request]:
    """Every request a thing ever made, the newest first, with its decisions."""
    return Request.objects.filter(thing_kind=thing_kind, thing_id=thing_id).prefetch_related(
        "decisions__account", "decisions__person", "decisions__step"
    )


def step_for(request: Request, *, account: Account | None = None, person: Person | None = None, now: datetime) -> Step:
    """The open step that this account or person may decide; a sentence (`LookupError`) where there is none."""
    why = why_not(request, account=account, person=person, now=now)
    if why:
        raise LookupError(why)
    return next(
        step
        for step in open_steps(request)
        if _fits(step, request, account, person, now)
        and not why_not(request, account=account, person=person, step=step, now=now)
    )


def may_decide(request: Request, account: Account, *, now: datetime) -> bool:
    """Whether the account may decide one of the steps that are asked now."""
    return not why_not(request, account=account, now=now)


def why_not(
    request: Request, *, account: Account | None = None, person: Person | None = None, step: Step | None = None,
    by_link: bool = False, now: datetime,
) -> str:  # fmt: skip
    """Empty where he may decide (that step, or one of those asked now), else the rule and who can, as a sentence.

    An account and the person who holds it are one pair of eyes. Being a superuser opens nothing. Nor does a way to him
    that a writer of the thing opened; by a link that is his registered address too.
    """
    account, person = _both(account, person)
    return _why_not_his(request, account, person, step, now) or _why_open(
        request, account, person, step, by_link=by_link, now=now
    )


def _why_not_his(
    request: Request, account: Account | None, person: Person | None, step: Step | None, now: datetime
) -> str:
    if request.state != RequestState.OPEN:
        return _("This has been settled already: %(state)s.") % {"state": request.get_state_display().lower()}
    if account is not None and account.pk in request.barred:
        return _("You can't approve a text that you wrote yourself. %(who)s can.") % {"who": whose_turn(request)}
    if account is not None and not account.is_active:
        return _("This account is closed.")
    if any(
        (account and decision.account_id == account.pk) or (person and decision.person_id == person.pk)
        for decision in request.decisions.all()
    ):
        return _("You have decided on this already; the next step is somebody else's.")
    asked = open_steps(request)
    if step is not None and step.pk not in {one.pk for one in asked}:
        return _("It isn't this step's turn. Asked now: %(who)s.") % {"who": whose_turn(request)}
    if not any(_fits(one, request, account, person, now) for one in asked if step is None or one.pk == step.pk):
        return _("This is decided by: %(who)s.") % {"who": whose_turn(request)}
    return ""


def whose_turn(request: Request) -> str:
    """Who is asked now, in words."""
    return ", ".join(str(step) for step in open_steps(request)) or _("nobody")


def asked_accounts(step: Step, request: Request, *, now: datetime) -> list[Account]:
    """Active accounts that may decide a step: the person's and the deputy's, or the role's in the unit; no author."""
    if step.role:
        found = list(accounts_with(step.role, unit=request.unit, on=now.date()))
    else:
        found = [one.account for one in (step.person, step.deputy) if one is not None and one.account is not None]
    return [account for account in found if account.pk not in request.barred and account.is_active]


def nobody_for(step: Step, request: Request, *, now: datetime) -> bool:
    """Whether a step could never be decided: its only holders wrote the thing, or it has none."""
    if asked_accounts(step, request, now=now):
        return False
    named = [one for one in (step.person, step.deputy) if one is not None and one.active]
    return all(one.account_id is not None for one in named)


def waiting_for(account: Account, roles: set[tuple[int, str]], reader: Reader) -> QuerySet[Request]:
    """Requests that wait and that the reader may see, the soonest due first."""
    return (
        Request.objects.visible_to(reader)
        .filter(state=RequestState.OPEN)
        .select_related("unit", "asked_by", "path")
        .prefetch_related("path__steps__person", "path__steps__deputy", "decisions")
        .order_by("due_at", "id")
    )


def late_requests(*, now: datetime) -> QuerySet[Request]:
    """Those whose tier is past its hour and not marked yet."""
    return Request.objects.filter(state=RequestState.OPEN, late_at__isnull=True, due_at__lt=now)


def link_of(token: str) -> ReviewLink | None:
    """The link a token opens, whatever its state."""
    return (
        ReviewLink.objects.select_related("request__unit", "request__path", "step", "person__account")
        .filter(token_hash=hashed(token, salt="review"))
        .first()
    )


def why_closed(link: ReviewLink, *, now: datetime) -> str:
    """Empty where the link still opens, else why it doesn't and what to do, as a sentence."""
    ask = _("Ask the office for a new link.")
    if link.request.state != RequestState.OPEN:
        return _("This has been settled already: %(state)s.") % {"state": link.request.get_state_display().lower()}
    if link.attempts >= rules.TRIALS:
        return _("The code was wrong too often; this link is locked.") + " " + ask
    if link.closed_at is not None:
        return _("This link has been used or taken back.") + " " + ask
    if now >= link.expires_at:
        return _("This link has run out.") + " " + ask
    return why_not(link.request, person=link.person, step=link.step, by_link=True, now=now)


def trials_today(person: Person, *, now: datetime) -> int:
    """Wrong and right codes that were tried on all of a person's links in the last day."""
    made = ReviewLink.objects.filter(person=person, made_at__gt=now - timedelta(days=1))
    return sum(made.values_list("attempts", flat=True))


def passed(link: ReviewLink, secret: str, *, now: datetime) -> bool:
    """Whether this browser gave the right code for the link a while ago."""
    return bool(
        secret
        and link.pass_hash
        and link.proved_at is not None
        and now < link.proved_at + rules.PASS_HOLDS
        and hashed(secret, salt="pass") == link.pass_hash
    )


def linkable_persons(step: Step, request: Request, *, now: datetime) -> list[Person]:
    """Persons to whom a link for this step may be made: named in it, or holding its role by their account."""
    if step.role:
        accounts = accounts_with(step.role, unit=request.unit, on=now.date())
        found = list(Person.objects.filter(account__in=accounts, active=True).select_related("account"))
    else:
        found = [one for one in (step.person, step.deputy) if one is not None and one.active]
    return [person for person in found if not _why_not_his(request, person.account, person, step, now)]


def _both(account: Account | None, person: Person | None) -> tuple[Account | None, Person | None]:
    """The account and the person behind it, whichever was given."""
    if account is None and person is not None:
        account = person.account
    if person is None and account is not None:
        person = Person.objects.filter(account=account).first()
    return account, person


def _fits(step: Step, request: Request, account: Account | None, person: Person | None, now: datetime) -> bool:
    """Whether the step is this person's or account's to decide."""
    account, person = _both(account, person)
    if step.role:
        return account is not None and (request.unit_id, step.role) in roles_of(account, on=now.date())
    return person is not None and person.pk in (step.person_id, step.deputy_id)


# ── by whose hand the way to somebody was opened ──

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


def hands_behind(accounts: Iterable[int], *, since: datetime) -> dict[int, set[int]]:
    """Account → itself and whoever could act as it: who opened it, and knows its password or did until after `since`.

    Whoever opened the opener stands behind both. An opening that somebody else confirmed counts no longer.
    """
    behind = {one: {one} for one in accounts}
    known = fresh = set(behind)
    for _round in range(rules.HANDS):
        found = _unconfirmed([one for one in _first_passwords(fresh) if one.is_fresh(since)])
        for one in found:
            for hands in behind.values():
                if one.account in hands:
                    hands.add(one.by)
        fresh = {one.by for one in found} - known
        if not fresh:
            break
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
    if account is not None and account.pk in hands - writers:
        return _("You opened the account of somebody who wrote this, and could have written it yourself.") + _confirm()
    his = [one for one in _unconfirmed(openings, not_by=hands) if behind[one.by] & hands]
    if not his:
        return ""
    said = " ".join(words for _one, words in said_of_all(his))
    return said + " " + _("Whoever did that had a hand in this text, or could have written it.") + _confirm()


def _why_open(
    request: Request, account: Account | None, person: Person | None, step: Step | None, *, by_link: bool, now: datetime
) -> str:
    since = (request.begun_at or request.asked_at) - rules.PEACE
    steps = [step] if step else [one for one in open_steps(request) if _fits(one, request, account, person, now)]
    why = ""
    for one in steps:
        found = openings_to(one, unit_id=request.unit_id, account=account, person=person, by_link=by_link, since=since)
        why = why_open(found, account=account, barred=request.barred, since=since)
        if not why:
            return ""
    return why


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
    return any(one.what in ("link", "registered") for one in _unconfirmed(_reached(person_id, since)))


def is_settled_address(person: Person, *, before: Entry) -> bool:
    """Whether the address that a person had before an entry wasn't itself put there by another shortly before."""
    found = _reached(person.pk, before.at - rules.PEACE)
    return not _unconfirmed([one for one in found if one.entry < before.pk and one.what != "link"])


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


def _unconfirmed(openings: Sequence[rules.Opening], *, not_by: Iterable[int] = ()) -> list[rules.Opening]:
    """Those that nobody confirmed; the word of one of `not_by` counts for nothing, nobody's for a known password."""
    if not openings:
        return []
    said = confirmations(one.entry for one in openings)
    hands = set(not_by)
    return [one for one in openings if one.what == "password" or not said[one.entry] - hands]


def role_name(role: str) -> str:
    """The role as the screens call it."""
    return str(Role(role).label)
