"""Four eyes, tiers, one hash, and nobody his own."""

from datetime import timedelta

import pytest
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval import actions, queries
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision, Path
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Account, Membership
from kentongan.ground.units.queries import reader_of, roles_of
from kentongan.ground.worklist import queries as worklist

pytestmark = pytest.mark.both


def office(house, request, role, now, *, kind="approved", unit="PROKOPIM", step=None, approval_hash=HASH, **more):
    account = house.account(role, unit)
    return actions.decide(
        request=request,
        step=step or queries.open_steps(request)[0],
        kind=kind,
        approval_hash=approval_hash,
        account=account,
        by=Actor.person(account.pk),
        now=now,
        **more,
    )


def waits(account, now):
    found = worklist.waiting_for(account, roles_of(account, on=now.date()), reader_of(account, now=now))
    return [item.title for item in found]


def test_without_a_path_one_approver_is_the_minimum_and_the_default_becomes_a_row(house, ask, now):
    request = ask()
    assert [(p.kind, p.level, [s.role for s in p.steps.all()]) for p in Path.objects.all()] == [("", "", ["approver"])]
    office(house, request, "approver", now)
    request.refresh_from_db()
    assert (request.state, request.settled_at) == ("approved", now)
    given = Entry.objects.get(event="ApprovalGiven")
    assert given.data == {"thing_kind": "newsroom.version", "thing_id": 7, "approval_hash": HASH}


@pytest.mark.parametrize("role", ["writer", "protocol"])
def test_author_and_co_author_are_refused_even_as_approver_and_superuser(house, ask, now, role):
    request, author = ask(), house.account(role)
    Membership.objects.create(account=author, unit=house.prokopim, role="approver")
    Account.objects.filter(pk=author.pk).update(is_superuser=True)
    with pytest.raises(Refusal, match="yourself"):
        office(house, request, role, now)
    assert waits(author, now) == []
    assert Decision.objects.count() == 0


def test_being_a_superuser_opens_nothing(house, ask, now):
    request = ask()
    Account.objects.filter(pk=house.account("administrator").pk).update(is_superuser=True)
    with pytest.raises(Refusal, match="decided by"):
        office(house, request, "administrator", now)
    with pytest.raises(Refusal, match="decided by"):
        office(house, request, "approver", now, unit="KOMINFO")


def test_a_machine_or_another_in_ones_name_never_decides(house, ask, now):
    request = ask()
    step = queries.open_steps(request)[0]
    for by in (Actor.machine("newsroom"), Actor.public(), house.actor("writer")):
        with pytest.raises(Refusal, match="Only a person"):
            actions.decide(
                request=request, step=step, kind="approved", approval_hash=HASH,
                account=house.account("approver"), by=by, now=now,
            )  # fmt: skip


def test_a_changed_text_is_refused_with_a_sentence(house, ask, now):
    request = ask()
    with pytest.raises(Refusal, match="has changed"):
        office(house, request, "approver", now, approval_hash="0" * 64)
    request.refresh_from_db()
    assert request.state == "open"


def test_a_return_needs_a_reason_and_settles_the_request(house, ask, now):
    request = ask()
    with pytest.raises(Refusal, match="at least one sentence"):
        office(house, request, "approver", now, kind="returned", reason="  ")
    office(house, request, "approver", now, kind="returned", reason="Luas sawah tanpa sumber.")
    request.refresh_from_db()
    assert request.state == "returned"
    assert Entry.objects.get(event="ApprovalReturned").data["request_id"] == request.pk
    assert "sawah" not in str(list(Entry.objects.values_list("data", flat=True)))  # free text stays out of the diary
    with pytest.raises(Refusal, match="settled already"):
        office(house, request, "chief", now, step=request.path.steps.get())


def test_tiers_are_asked_one_after_the_other_and_parallel_steps_all_agree(house, ask, now):
    actions.set_path(
        unit=house.prokopim, name="Paraf berjenjang", by=house.actor("administrator"), now=now,
        steps=[NewStep(1, role="chief"), NewStep(2, role="approver"), NewStep(2, role="archivist", hours=2)],
    )  # fmt: skip
    request = ask()
    chief, approver, archivist = (house.account(role) for role in ("chief", "approver", "archivist"))
    later = request.path.steps.get(role="approver")
    with pytest.raises(Refusal, match="isn't this step's turn"):
        office(house, request, "approver", now, step=later)
    assert [waits(a, now) for a in (chief, approver, archivist)] == [[request.title], [], []]

    office(house, request, "chief", now)
    request.refresh_from_db()
    assert request.due_at == now + timedelta(hours=2)
    assert [waits(a, now) for a in (chief, approver, archivist)] == [[], [request.title], [request.title]]

    office(house, request, "archivist", now, step=request.path.steps.get(role="archivist"))
    request.refresh_from_db()
    assert request.state == "open"
    assert [waits(a, now) for a in (chief, approver, archivist)] == [[], [request.title], []]
    office(house, request, "approver", now, step=later)
    request.refresh_from_db()
    assert request.state == "approved"
    assert waits(approver, now) == []
    assert Entry.objects.filter(event="ApprovalGiven").count() == 1


def test_one_pair_of_eyes_counts_once(house, ask, now):
    actions.set_path(
        unit=house.prokopim, name="Dua tingkat", by=house.actor("administrator"), now=now,
        steps=[NewStep(1, role="approver"), NewStep(2, role="chief")],
    )  # fmt: skip
    Membership.objects.create(account=house.account("approver"), unit=house.prokopim, role="chief")
    request = ask()
    office(house, request, "approver", now)
    with pytest.raises(Refusal, match="decided on this already"):
        office(house, request, "approver", now, step=request.path.steps.get(role="chief"))
    assert waits(house.account("approver"), now) == []


def test_nobody_but_the_writer_could_approve_so_asking_is_refused(house, ask, now):
    with pytest.raises(Refusal, match="Nobody can approve this"):
        ask(barred=[house.account("approver").pk])
    assert Entry.objects.filter(event="ApprovalAsked").count() == 0


def test_a_changed_path_leaves_open_requests_on_the_old_one(house, ask, now):
    request = ask()
    old = request.path
    fresh = actions.set_path(
        unit=house.prokopim, name="Lewat kepala", steps=[NewStep(role="chief")], replaces=old,
        by=house.actor("administrator"), now=now,
    )  # fmt: skip
    office(house, request, "approver", now)
    request.refresh_from_db()
    assert (request.state, request.path_id) == ("approved", old.pk)
    assert queries.path_for(house.prokopim, "release", "public") == fresh
    with pytest.raises(Refusal, match="already"):
        actions.set_path(
            unit=house.prokopim, name="Lagi", steps=[NewStep(role="chief")], by=house.actor("administrator"), now=now
        )
    with pytest.raises(Refusal, match="at least one step"):
        actions.set_path(unit=house.kominfo, name="Kosong", steps=[], by=house.actor("administrator"), now=now)


def test_void_closes_the_request_its_links_and_its_work(house, ask, now, sekda):
    actions.set_path(
        unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=house.actor("administrator"), now=now
    )
    request = ask()
    link, _token = actions.make_review_link(
        request=request, step=queries.open_steps(request)[0], person=sekda, by=house.actor("writer"), now=now
    )
    voided = actions.void(thing_kind="newsroom.version", thing_id=7, by=house.actor("writer"), now=now)
    link.refresh_from_db()
    assert (voided, voided.state, link.closed_at) == (request, "void", now)
    assert actions.void(thing_kind="newsroom.version", thing_id=7, by=house.actor("writer"), now=now) is None
    again = ask(approval_hash="1" * 64)
    assert again.pk != request.pk


def test_late_is_said_once_and_reaches_the_deputy(house, ask, now, sekda, asisten):
    asisten.account = house.account("chief")
    asisten.save()
    actions.set_path(
        unit=house.prokopim, name="Sekda", by=house.actor("administrator"), now=now,
        steps=[NewStep(person=sekda, deputy=asisten, hours=3)],
    )  # fmt: skip
    sekda.account = house.account("approver")
    sekda.save()
    request = ask()
    by = Actor.machine("approval")
    assert waits(house.account("chief"), now) == []
    assert not actions.mark_late(request=request, by=by, now=now + timedelta(hours=3))
    assert actions.mark_late(request=request, by=by, now=now + timedelta(hours=3, seconds=1))
    assert not actions.mark_late(request=request, by=by, now=now + timedelta(hours=4))
    assert Entry.objects.filter(event="ApprovalLate").count() == 1
    assert waits(house.account("chief"), now) == [request.title]
    office(house, request, "chief", now + timedelta(hours=5))
    request.refresh_from_db()
    assert request.state == "approved"


def test_a_secret_request_is_seen_by_those_asked_and_by_nobody_else(house, ask, now):
    from kentongan.ground.approval.models import Request

    ask(level="secret", thing_id=8, title="Mutasi pejabat")
    sees = {
        key: Request.objects.visible_to(reader_of(account, now=now)).count() for key, account in house.accounts.items()
    }
    assert {key for key, n in sees.items() if n} == {("PROKOPIM", "approver")}
