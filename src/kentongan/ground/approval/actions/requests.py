"""Ask for approval, decide, void."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from kentongan.ground.approval import queries, rules
from kentongan.ground.approval.actions.paths import default_path
from kentongan.ground.approval.choices import DecisionKind, RequestState, Way
from kentongan.ground.approval.events import (
    ApprovalAsked,
    ApprovalDecided,
    ApprovalGiven,
    ApprovalLate,
    ApprovalReturned,
    ApprovalVoided,
)
from kentongan.ground.approval.models import Decision, Request, ReviewLink, Step
from kentongan.ground.directory.models import Person
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.actions import name_reader
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.worklist.actions import finish, put

KIND = "approval.request"  # what worklist items and named readers call a request


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
    begun_at: datetime | None = None,
) -> Request:
    """Ask the first tier of the path for (unit, kind, level) to agree to exactly `approval_hash`.

    `kind` is the kind of statement that a path may name, `barred` the account ids of everybody who wrote in it,
    `begun_at` when they began: what they did since to the path, or to the way to an approver, needs another's word.

    Raises:
        Refusal: it asks already, no person asks, everybody whom the first tier names wrote it himself, or one of the
            writers changed the path.
    """
    if by.account_id is None:
        raise Refusal(_("Only a person can ask for approval."))
    if queries.open_request(thing_kind, thing_id):
        raise Refusal(_("This waits for approval already."))
    writers = sorted({*barred, by.account_id})
    if why := queries.why_path_open(unit, kind, level, barred=writers, begun_at=begun_at or now):
        raise Refusal(why)
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
        barred=writers,
        asked_at=now,
        begun_at=begun_at or now,
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
        verb=gettext_noop("Read and decide"),
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
        Refusal: an author, somebody whom the step doesn't ask or to whom an author opened the way, a second decision
            by the same eyes, a settled or changed thing, a return without a reason.
    """
    request = Request.objects.select_for_update(of=("self",)).select_related("unit", "path").get(pk=request.pk)
    person: Person | None
    way: str = Way.OFFICE
    if link is not None:
        person, way, account = _by_link(link, request, step, now=now)
    elif account is None or not by.is_person or by.account_id != account.pk:
        raise Refusal(_("Only a person can decide, and only for himself."))
    else:
        person = Person.objects.filter(account=account).first()
    by_link = link is not None
    if why := queries.why_not(request, account=account, person=person, step=step, by_link=by_link, now=now):
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
    kind, thing_id = request.thing_kind, request.thing_id
    if decision.kind == DecisionKind.RETURNED:
        _settle(request, RequestState.RETURNED, by=by, now=now)
        announce(ApprovalReturned(thing_kind=kind, thing_id=thing_id, request_id=request.pk), by=by, now=now)
        return
    request.links.filter(step=decision.step, closed_at__isnull=True).update(closed_at=now, code_hash="")
    left = queries.open_steps(request)
    if not left:
        _settle(request, RequestState.APPROVED, by=by, now=now)
        announce(ApprovalGiven(thing_kind=kind, thing_id=thing_id, approval_hash=request.approval_hash), by=by, now=now)
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
