"""Two decide at once: one decision per step, one approval, whatever the order."""

import threading

import pytest
from django.db import connection
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval import actions, queries
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Membership

pytestmark = [pytest.mark.both, pytest.mark.django_db(transaction=True)]


def at_once(*works):
    """Run them side by side, each with its own connection; what each came to: 'done' or the refusal's sentence."""
    start, came = threading.Barrier(len(works)), [""] * len(works)

    def run(place, work):
        start.wait()
        try:
            work()
            came[place] = "done"
        except Refusal as refusal:
            came[place] = str(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n, work)) for n, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def decision(house, request, role, now, *, kind="approved", step=None):
    account, step = house.account(role), step or queries.open_steps(request)[0]
    return lambda: actions.decide(
        request=request, step=step, kind=kind, approval_hash=HASH, reason="Luas tanpa sumber.", account=account,
        by=Actor.person(account.pk), now=now,
    )  # fmt: skip


def test_two_approvers_of_one_step_make_one_decision(house, ask, now):
    Membership.objects.create(account=house.account("chief"), unit=house.prokopim, role="approver")
    request = ask()
    came = at_once(decision(house, request, "approver", now), decision(house, request, "chief", now, kind="returned"))
    assert sorted(one == "done" for one in came) == [False, True]
    assert Decision.objects.count() == 1
    settled = Entry.objects.filter(event__in=["ApprovalGiven", "ApprovalReturned"])
    request.refresh_from_db()
    assert (settled.count(), request.state) == (1, Decision.objects.get().kind)


def test_two_parallel_steps_decided_at_once_give_one_approval(house, ask, now):
    actions.set_path(
        unit=house.prokopim, name="Sejajar", by=house.actor("administrator"), now=now,
        steps=[NewStep(1, role="approver"), NewStep(1, role="chief")],
    )  # fmt: skip
    request = ask()
    steps = {step.role: step for step in queries.open_steps(request)}
    works = [decision(house, request, role, now, step=step) for role, step in steps.items()]
    assert at_once(*works) == ["done", "done"]
    assert Entry.objects.filter(event="ApprovalGiven").count() == 1
    request.refresh_from_db()
    assert request.state == "approved"


def test_a_void_and_a_decision_at_once_leave_one_of_the_two(house, ask, now):
    request = ask()
    by = house.actor("writer")
    came = at_once(
        decision(house, request, "approver", now),
        lambda: actions.void(thing_kind="newsroom.version", thing_id=7, by=by, now=now),
    )
    request.refresh_from_db()
    given = Entry.objects.filter(event="ApprovalGiven").count()
    voided = Entry.objects.filter(event="ApprovalVoided").count()
    assert (given, voided) == ((1, 0) if request.state == "approved" else (0, 1))
    assert came[1] == "done"  # a void that comes too late finds nothing open


def test_two_first_requests_make_one_default_path(house, ask, now):
    from kentongan.ground.approval.models import Path

    assert at_once(lambda: ask(thing_id=1), lambda: ask(thing_id=2)) == ["done", "done"]
    assert Path.objects.count() == 1


def test_wrong_codes_at_once_get_no_trial_for_nothing(house, ask, now, sekda):
    actions.set_path(
        unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=house.actor("administrator"), now=now
    )
    request = ask()
    link, _token = actions.make_review_link(
        request=request, step=queries.open_steps(request)[0], person=sekda, by=house.actor("writer"), now=now
    )
    actions.send_code(link=link, by=Actor.public(), now=now)
    works = [lambda: actions.check_code(link=link, code_or_pin="000000", by=Actor.public(), now=now) for _ in range(8)]
    came = at_once(*works)
    link.refresh_from_db()
    assert (link.attempts, "done" in came) == (5, False)
    assert link.closed_at == now
