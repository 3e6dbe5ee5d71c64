"""Which path holds, whose turn it is, who may decide."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kentongan.ground.approval import rules
from kentongan.ground.approval.choices import RequestState
from kentongan.ground.approval.models import Path, Request, ReviewLink, Step
from kentongan.ground.approval.queries.ways import openings_to, why_open
from kentongan.ground.directory.models import Person
from kentongan.ground.record.rules import Reader
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
