"""Ask for approval, decide, make and open the way in without an account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kentongan.ground.approval import queries, rules
from kentongan.ground.approval.choices import DecisionKind, RequestState, Way
from kentongan.ground.approval.events import (
    ApprovalAsked,
    ApprovalDecided,
    ApprovalGiven,
    ApprovalLate,
    ApprovalReturned,
    ApprovalVoided,
    CodeSent,
    LinkLocked,
    PathChanged,
    PinSet,
    ReviewLinkMade,
)
from kentongan.ground.approval.models import Decision, Path, Request, ReviewLink, Step
from kentongan.ground.directory.models import Person
from kentongan.ground.mailroom.actions import post
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.actions import name_reader
from kentongan.ground.units.choices import Level, Role
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.units.rules.codes import fresh_code, fresh_token, hashed
from kentongan.ground.worklist.actions import finish, put

KIND = "approval.request"  # what worklist items and named readers call a request

# ── paths ──


@dataclass(frozen=True)
class NewStep:
    """One step of a path to be: a role of the unit, or a person with perhaps a deputy."""

    order: int = 1
    role: str = ""
    person: Person | None = None
    deputy: Person | None = None
    hours: int = 24


@transaction.atomic
def set_path(
    *,
    unit: Unit,
    name: str,
    steps: Sequence[NewStep],
    by: Actor,
    now: datetime,
    kind: str = "",
    level: str = "",
    replaces: Path | None = None,
) -> Path:
    """Make a path, or one that takes another's place; requests that stand on the old one finish on it.

    Raises:
        Refusal: no step (four eyes are the minimum), a step without anybody, a path for this kind and level is there.
    """
    if not steps:
        raise Refusal(_("A path needs at least one step: nobody approves his own words."))
    for step in steps:
        if bool(step.role) == bool(step.person):
            raise Refusal(_("Each step names either a role or a person."))
    if replaces is not None:
        Path.objects.filter(pk=replaces.pk).update(active=False)
    if Path.objects.filter(unit=unit, kind=kind, level=level, active=True).exists():
        raise Refusal(_("There is a path for this kind and level already; change that one."))
    path = Path.objects.create(unit=unit, kind=kind, level=level, name=name)
    Step.objects.bulk_create(
        [
            Step(path=path, order=s.order, role=s.role, person=s.person, deputy=s.deputy, hours=s.hours)
            for s in sorted(steps, key=lambda s: s.order)
        ]
    )
    announce(PathChanged(path_id=path.pk, replaces_id=replaces.pk if replaces else None), by=by, now=now)
    return path


@transaction.atomic
def default_path(*, unit: Unit, by: Actor, now: datetime) -> Path:
    """The unit's path for everything: one approver, which is four eyes. Made by `init`, or at the first request."""
    found = Path.objects.filter(unit=unit, kind="", level="", active=True).first()
    if found:
        return found
    Unit.objects.select_for_update().get(pk=unit.pk)  # two first requests make one path
    found = Path.objects.filter(unit=unit, kind="", level="", active=True).first()
    return found or set_path(unit=unit, name=_("Four eyes"), steps=[NewStep(role=Role.APPROVER)], by=by, now=now)


# ── asking ──


@transaction.atomic
def ask(
    *,
    thing_kind: str,
    thing_id: int,
    title: str,
    unit: Unit,
    level: str,
    approval_hash: str,
    by: Actor,
    now: datetime,
    barred: Sequence[int] = (),
    kind: str = "",
) -> Request:
    """Ask the first tier of the path for (unit, kind, level) to agree to exactly `approval_hash`.

    `kind` is the kind of statement that a path may name, `barred` the account ids of everybody who wrote in it.

    Raises:
        Refusal: it asks already, no person asks, or everybody whom the first tier names wrote it himself.
    """
    if not by.is_person:
        raise Refusal(_("Only a person can ask for approval."))
    if queries.open_request(thing_kind, thing_id):
        raise Refusal(_("This waits for approval already."))
    path = queries.path_for(unit, kind, level) or default_path(unit=unit, by=by, now=now)
    request = Request.objects.create(
        unit=unit,
        level=level,
        thing_kind=thing_kind,
        thing_id=thing_id,
        title=title[:240],
        kind=kind,
        approval_hash=approval_hash,
        path=path,
        barred=sorted({*barred, by.account_id}),
        asked_at=now,
        asked_by_id=by.account_id,
        tier_at=now,
    )
    for step in path.steps.all():
        if queries.nobody_for(step, request, now=now):
            raise Refusal(
                _("Nobody can approve this: for the step %(step)s there is only who wrote it himself, or no one.")
                % {"step": step},
                then=_("Ask the administrator for another approver, or for another path."),
            )
    _ask_tier(request, by=by, now=now)
    announce(ApprovalAsked(request_id=request.pk), by=by, now=now)
    return request


def _ask_tier(request: Request, *, by: Actor, now: datetime) -> None:
    """Put the tier that is asked now before its people: by role to the role, by name to the person's account."""
    steps = queries.open_steps(request)
    request.tier_at, request.late_at = now, None
    request.due_at = rules.due_at([rules.Tier(s.pk, s.order, s.hours) for s in steps], asked_at=now)
    request.save(update_fields=["tier_at", "due_at", "late_at"])
    finish(kind="approve", thing_kind=KIND, thing_id=request.pk, by=by, now=now)
    for step in steps:
        asked = queries.asked_accounts(step, request, now=now)
        if request.level in (Level.RESTRICTED, Level.SECRET):
            for account in asked:
                name_reader(kind=KIND, thing_id=request.pk, account=account, by=by, now=now)
                name_reader(kind=request.thing_kind, thing_id=request.thing_id, account=account, by=by, now=now)
        if step.role:
            _put(request, by=by, now=now, role=step.role, barred=_role_barred(request))
        elif step.person and step.person.account in asked:
            _put(request, by=by, now=now, account=step.person.account)
        elif step.deputy and step.deputy.account in asked:
            _put(request, by=by, now=now, account=step.deputy.account)


def _role_barred(request: Request) -> list[int]:
    """Who may not decide though he holds the role: who wrote it, and who decided a tier already."""
    decided = [one.account_id for one in request.decisions.all() if one.account_id]
    return list(Account.objects.filter(pk__in=[*request.barred, *decided]).values_list("pk", flat=True))


def _put(request: Request, *, by: Actor, now: datetime, **whom: object) -> None:
    put(
        kind="approve",
        title=request.title,
        url=f"{settings.OFFICE_PREFIX}persetujuan/{request.pk}/",
        thing_kind=KIND,
        thing_id=request.pk,
        unit=request.unit,
        level=request.level,
        due_at=request.due_at,
        verb="Read and decide",
        by=by,
        now=now,
        **whom,  # type: ignore[arg-type]
    )


@transaction.atomic
def void(*, thing_kind: str, thing_id: int, by: Actor, now: datetime) -> Request | None:
    """The thing or its moment changed: what was asked no longer holds, and its links are closed. None if none asked."""
    request = (
        Request.objects.select_for_update()
        .filter(thing_kind=thing_kind, thing_id=thing_id, state=RequestState.OPEN)
        .first()
    )
    if request is None:
        return None
    _settle(request, RequestState.VOID, by=by, now=now)
    announce(ApprovalVoided(thing_kind=thing_kind, thing_id=thing_id, request_id=request.pk), by=by, now=now)
    return request


def _settle(request: Request, state: str, *, by: Actor, now: datetime) -> None:
    request.state, request.settled_at = state, now
    request.save(update_fields=["state", "settled_at"])
    request.links.filter(closed_at__isnull=True).update(closed_at=now, code_hash="")
    finish(kind="approve", thing_kind=KIND, thing_id=request.pk, by=by, now=now)


# ── deciding ──


@transaction.atomic
def decide(
    *,
    request: Request,
    step: Step,
    kind: str,
    approval_hash: str,
    by: Actor,
    now: datetime,
    reason: str = "",
    account: Account | None = None,
    link: ReviewLink | None = None,
) -> Decision:
    """Decide one step, in the office (`account`) or by a link whose code was right (`link`).

    One return settles the request; when the last step agreed, it is approved. `approval_hash` is what the decider
    read: the decision binds that and nothing else.

    Raises:
        Refusal: an author, somebody whom the step doesn't ask, a second decision by the same eyes, a settled or
            changed thing, a return without a reason.
    """
    request = Request.objects.select_for_update(of=("self",)).select_related("unit", "path").get(pk=request.pk)
    person, way = None, Way.OFFICE
    if link is not None:
        person, way, account = _by_link(link, request, step, now=now)
    elif account is None or not by.is_person or by.account_id != account.pk:
        raise Refusal(_("Only a person can decide, and only for himself."))
    else:
        person = Person.objects.filter(account=account).first()
    if why := queries.why_not(request, account=account, person=person, step=step, now=now):
        raise Refusal(why)
    if approval_hash != request.approval_hash:
        raise Refusal(
            _("The text or its moment has changed since you opened this page."), then=_("Read it again, then decide.")
        )
    if kind == DecisionKind.RETURNED and not reason.strip():
        raise Refusal(_("Write at least one sentence, so that the writer knows what to change."))
    decision = Decision.objects.create(
        request=request,
        step=step,
        kind=DecisionKind(kind),
        reason=reason.strip(),
        at=now,
        account=account,
        person=person,
        way=way,
        approval_hash=approval_hash,
    )
    _go_on(request, decision, by=by, now=now)
    return decision


def _by_link(link: ReviewLink, request: Request, step: Step, *, now: datetime) -> tuple[Person, str, Account | None]:
    """Who stands behind a link, after everything that could be wrong with it."""
    link = ReviewLink.objects.select_related("request__path", "person__account", "step").get(pk=link.pk)
    if link.request_id != request.pk or link.step_id != step.pk:
        raise Refusal(_("This link was made for another text."))
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    if link.proved_at is None or now >= link.proved_at + rules.PASS_HOLDS:
        raise Refusal(_("Give the code again, then decide."))
    return link.person, link.proved_by, link.person.account


def _go_on(request: Request, decision: Decision, *, by: Actor, now: datetime) -> None:
    """Announce the decision and what follows: the next tier, the approval, the return."""
    announce(
        ApprovalDecided(
            request_id=request.pk,
            step_id=decision.step_id,
            kind=str(decision.kind),
            way=str(decision.way),
            approval_hash=decision.approval_hash,
            account_id=decision.account_id,
            person_id=decision.person_id,
        ),
        by=by,
        now=now,
    )
    thing = {"thing_kind": request.thing_kind, "thing_id": request.thing_id}
    if decision.kind == DecisionKind.RETURNED:
        _settle(request, RequestState.RETURNED, by=by, now=now)
        announce(ApprovalReturned(**thing, request_id=request.pk), by=by, now=now)
        return
    request.links.filter(step=decision.step, closed_at__isnull=True).update(closed_at=now, code_hash="")
    left = queries.open_steps(request)
    if not left:
        _settle(request, RequestState.APPROVED, by=by, now=now)
        announce(ApprovalGiven(**thing, approval_hash=request.approval_hash), by=by, now=now)
    else:
        _ask_tier(request, by=by, now=now)


@transaction.atomic
def mark_late(*, request: Request, by: Actor, now: datetime) -> bool:
    """A tier's hour passed: say so once, and put it before the deputies; False where it isn't late after all."""
    request = Request.objects.select_for_update(of=("self",)).select_related("unit", "path").get(pk=request.pk)
    if request.state != RequestState.OPEN or request.late_at or not request.due_at or request.due_at >= now:
        return False
    request.late_at = now
    request.save(update_fields=["late_at"])
    for step in queries.open_steps(request):
        if step.deputy and step.deputy.account in queries.asked_accounts(step, request, now=now):
            _put(request, by=by, now=now, account=step.deputy.account)
    announce(ApprovalLate(request_id=request.pk), by=by, now=now)
    return True


# ── the way in without an account ──


@transaction.atomic
def make_review_link(
    *, request: Request, step: Step, person: Person, by: Actor, now: datetime
) -> tuple[ReviewLink, str]:
    """A link for one person and one step: (row, token). The token is told once and kept only as a hash.

    A new link for the same person closes the older one. Who makes it may pass it on by any channel; the code goes
    to the registered address alone, so a link in wrong hands shows nothing.

    Raises:
        Refusal: it isn't this person's to decide, he wrote it, or no address and no PIN of his is registered.
    """
    if not by.is_person:
        raise Refusal(_("Only a person can make a review link."))
    if why := queries.why_not(request, person=person, step=step, now=now):
        raise Refusal(why)
    if not person.email and not person.pin:
        raise Refusal(
            _("No e-mail address is registered for %(name)s, so no code can reach him.") % {"name": person.full_name},
            then=_("Enter it in the directory first."),
        )
    if person.email and Account.objects.filter(pk__in=request.barred, email__iexact=person.email).exists():
        raise Refusal(
            _("The address registered for %(name)s is a writer's own; the code would reach the wrong eyes.")
            % {"name": person.full_name}
        )
    request.links.filter(person=person, step=step, closed_at__isnull=True).update(closed_at=now, code_hash="")
    token = fresh_token()
    link = ReviewLink.objects.create(
        request=request,
        step=step,
        person=person,
        token_hash=hashed(token, salt="review"),
        made_at=now,
        made_by_id=by.account_id,
        expires_at=now + rules.LINK_HOLDS,
    )
    announce(ReviewLinkMade(request_id=request.pk, link_id=link.pk, person_id=person.pk), by=by, now=now)
    return link, token


@transaction.atomic
def send_code(*, link: ReviewLink, by: Actor, now: datetime) -> str:
    """Send a fresh code to the person's registered address; the masked address. The older code no longer holds.

    Raises:
        Refusal: the link is closed, no address is registered, the last code is younger than a minute.
    """
    link = ReviewLink.objects.select_for_update(of=("self",)).select_related("request__unit", "person").get(pk=link.pk)
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    if not link.person.email:
        raise Refusal(_("No e-mail address of yours is registered. Use your PIN, or ask the office."))
    if link.code_sent_at and now < link.code_sent_at + rules.CODE_AGAIN_AFTER:
        raise Refusal(_("A code was sent less than a minute ago. Look into your mailbox first."))
    if link.codes_sent >= rules.CODES_PER_LINK:
        raise Refusal(_("No more codes are sent for this link. Ask the office for a new one."))
    code = fresh_code()
    link.code_hash, link.code_sent_at = make_password(code), now
    link.codes_sent += 1
    link.save(update_fields=["code_hash", "code_sent_at", "codes_sent"])
    words = {"code": code, "minutes": int(rules.CODE_HOLDS.total_seconds() // 60)}
    post(
        unit=link.request.unit,
        kind="code",
        subject=_("Your code for the text that waits for your approval"),
        text=_(
            "Your code: %(code)s\n\nIt holds for %(minutes)s minutes and only on the page of the link that you "
            "received. Give it to nobody, not to the office either. If you asked for none, do nothing."
        )
        % words,
        recipients=[(link.person.email, link.person.full_name)],
        by=by,
        now=now,
    )
    announce(CodeSent(link_id=link.pk), by=by, now=now)
    return rules.masked(link.person.email)


def check_code(*, link: ReviewLink, code_or_pin: str, by: Actor, now: datetime) -> str:
    """Try a code or a PIN; the secret that lets this browser in for two hours, kept only as a hash.

    The trial is counted and committed before anything is compared, so neither a refusal nor two at once give one
    away for nothing. Don't call this inside a transaction that you may roll back.

    Raises:
        Refusal: wrong, run out, or too often.
    """
    _count_trial(link=link, now=now)
    return _let_in(link=link, given="".join(code_or_pin.split()), by=by, now=now)


@transaction.atomic
def _count_trial(*, link: ReviewLink, now: datetime) -> None:
    link = (
        ReviewLink.objects.select_for_update(of=("self",))
        .select_related("request__path", "person__account", "step")
        .get(pk=link.pk)
    )
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    if queries.trials_today(link.person, now=now) >= rules.TRIALS_A_DAY:
        raise Refusal(_("Too many codes were tried in your name today. Ask the office, or try again tomorrow."))
    ReviewLink.objects.filter(pk=link.pk).update(attempts=F("attempts") + 1)


def _let_in(*, link: ReviewLink, given: str, by: Actor, now: datetime) -> str:
    link = ReviewLink.objects.select_related("person").get(pk=link.pk)
    fresh = link.code_sent_at is not None and now < link.code_sent_at + rules.CODE_HOLDS
    way = ""
    if given and fresh and link.code_hash and check_password(given, link.code_hash):
        way = Way.CODE
    elif given and link.person.pin and check_password(given, link.person.pin):
        way = Way.PIN
    if way:
        secret = fresh_token()
        ReviewLink.objects.filter(pk=link.pk).update(
            pass_hash=hashed(secret, salt="pass"), proved_at=now, proved_by=way, code_hash="", attempts=0
        )
        return secret
    left = rules.TRIALS - link.attempts
    if left <= 0:
        _lock(link=link, by=by, now=now)
        raise Refusal(
            _("The code was wrong too often; this link is locked.") + " " + _("Ask the office for a new link.")
        )
    if link.code_hash and not fresh and given:
        raise Refusal(_("This code has run out. Have a new one sent."))
    raise Refusal(_("The code isn't right. Trials left: %(left)s.") % {"left": left})


@transaction.atomic
def _lock(*, link: ReviewLink, by: Actor, now: datetime) -> None:
    ReviewLink.objects.filter(pk=link.pk).update(closed_at=now, code_hash="", pass_hash="")
    announce(LinkLocked(link_id=link.pk), by=by, now=now)


@transaction.atomic
def set_pin(*, person: Person, pin: str, by: Actor, now: datetime, link: ReviewLink | None = None) -> None:
    """Choose the PIN that stands for a code: only the person himself, logged in or past his own code on a link.

    Raises:
        Refusal: somebody else, or a PIN that is guessed first.
    """
    himself = by.is_person and person.account_id is not None and person.account_id == by.account_id
    past_code = (
        link is not None
        and link.person_id == person.pk
        and link.proved_by == Way.CODE
        and link.proved_at is not None
        and now < link.proved_at + rules.PASS_HOLDS
    )
    if not (himself or past_code):
        raise Refusal(_("A PIN is set by the person himself: logged in, or after a code sent to him."))
    if rules.weak_pin(pin):
        raise Refusal(
            _("Choose at least %(n)s digits that aren't a run, one digit repeated or a date.") % {"n": rules.PIN_DIGITS}
        )
    Person.objects.filter(pk=person.pk).update(pin=make_password(pin))
    announce(PinSet(person_id=person.pk), by=by, now=now)
