"""The way in without an account: a link by any channel, a code to the registered address, or his own PIN."""

import re
from datetime import timedelta

import pytest
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval import actions, queries, rules
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision, ReviewLink
from kentongan.ground.directory.actions import choose_pin
from kentongan.ground.directory.models import Person
from kentongan.ground.mailroom.models import Message, Outgoing
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Account

pytestmark = pytest.mark.both
PUBLIC = Actor.public()


@pytest.fixture
def asked(house, ask, now, sekda):
    actions.set_path(
        unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=house.actor("administrator"), now=now
    )
    return ask()


@pytest.fixture
def link(house, asked, now, sekda):
    return make(house, asked, sekda, now)[0]


def make(house, request, person, now):
    step = queries.open_steps(request)[0]
    return actions.make_review_link(request=request, step=step, person=person, by=house.actor("writer"), now=now)


def sent_code(link, now):
    actions.send_code(link=link, by=PUBLIC, now=now)
    return re.search(r"\b\d{6}\b", Message.objects.latest("pk").text)[0]


def decide(link, now, **more):
    given = {"kind": "approved", "approval_hash": HASH, "link": link, "by": PUBLIC, "now": now}
    return actions.decide(**{**given, "request": link.request, "step": link.step, **more})


def test_a_link_and_a_code_approve_without_an_account(house, asked, now, sekda):
    link, token = make(house, asked, sekda, now)
    assert queries.link_of(token) == link
    assert queries.link_of(token[:-1]) is None
    code = sent_code(link, now)
    assert list(Outgoing.objects.values_list("address", "message__kind")) == [("sekda@kencana.example", "code")]
    secret = actions.check_code(link=link, code_or_pin=f" {code[:3]} {code[3:]}", by=PUBLIC, now=now)
    link.refresh_from_db()
    assert queries.passed(link, secret, now=now + timedelta(hours=1))
    assert not queries.passed(link, secret, now=now + timedelta(hours=2))
    assert not queries.passed(link, "another browser", now=now)
    decide(link, now)
    asked.refresh_from_db()
    kept = Decision.objects.get()
    assert (asked.state, kept.person, kept.account, kept.way) == ("approved", sekda, None, "code")
    link.refresh_from_db()
    assert link.closed_at == now


def test_neither_token_nor_code_is_kept_or_written_into_the_diary(house, asked, now, sekda):
    link, token = make(house, asked, sekda, now)
    code = sent_code(link, now)
    kept = str(list(ReviewLink.objects.values())) + str(list(Entry.objects.values_list("data", flat=True)))
    assert token not in kept
    assert not re.search(rf"\b{code}\b", kept)


def test_without_the_code_a_link_decides_nothing(link, now):
    with pytest.raises(Refusal, match="Give the code"):
        decide(link, now)
    assert Decision.objects.count() == 0


def test_wrong_codes_lock_the_link_and_a_right_one_comes_too_late(link, now):
    code = sent_code(link, now)
    wrong = "000000" if code != "000000" else "000001"
    said = []
    for _ in range(rules.TRIALS + 1):
        with pytest.raises(Refusal) as refused:
            actions.check_code(link=link, code_or_pin=wrong, by=PUBLIC, now=now)
        said.append(str(refused.value))
    assert [s.rsplit(" ", 1)[-1] for s in said[:4]] == ["4.", "3.", "2.", "1."]
    assert "locked" in said[4]
    with pytest.raises(Refusal, match="locked"):
        actions.check_code(link=link, code_or_pin=code, by=PUBLIC, now=now)
    assert Entry.objects.filter(event="LinkLocked").count() == 1


def test_ever_new_links_give_no_ever_new_trials(house, asked, now, sekda):
    refused = 0
    for _ in range(5):
        link, _token = make(house, asked, sekda, now)
        for _ in range(rules.TRIALS):
            with pytest.raises(Refusal) as why:
                actions.check_code(link=link, code_or_pin="111111", by=PUBLIC, now=now)
            refused += "in your name today" in str(why.value)
    assert refused == 2 * rules.TRIALS
    assert sum(ReviewLink.objects.values_list("attempts", flat=True)) == rules.TRIALS_A_DAY


def test_a_code_runs_out_and_a_younger_one_replaces_it(link, now):
    first = sent_code(link, now)
    with pytest.raises(Refusal, match="less than a minute"):
        actions.send_code(link=link, by=PUBLIC, now=now + timedelta(seconds=59))
    later = now + timedelta(minutes=2)
    second = sent_code(link, later)
    if first != second:
        with pytest.raises(Refusal, match="isn't right"):
            actions.check_code(link=link, code_or_pin=first, by=PUBLIC, now=later)
    with pytest.raises(Refusal, match="run out"):
        actions.check_code(link=link, code_or_pin=second, by=PUBLIC, now=later + rules.CODE_HOLDS)
    assert actions.check_code(link=link, code_or_pin=second, by=PUBLIC, now=later)


def test_a_code_opens_once(link, now):
    code = sent_code(link, now)
    actions.check_code(link=link, code_or_pin=code, by=PUBLIC, now=now)
    with pytest.raises(Refusal, match="isn't right"):
        actions.check_code(link=link, code_or_pin=code, by=PUBLIC, now=now)


def test_a_pin_is_set_after_a_code_and_opens_the_next_link_alone(house, asked, link, now, sekda):
    with pytest.raises(Refusal, match="by the person himself"):
        actions.choose_pin_by_link(link=link, pin="481916", by=PUBLIC, now=now)
    with pytest.raises(Refusal, match="by the person himself"):
        choose_pin(person=sekda, pin="481916", by=house.actor("administrator"), now=now)
    actions.check_code(link=link, code_or_pin=sent_code(link, now), by=PUBLIC, now=now)
    link.refresh_from_db()
    with pytest.raises(Refusal, match="a run"):
        actions.choose_pin_by_link(link=link, pin="123456", by=PUBLIC, now=now)
    actions.choose_pin_by_link(link=link, pin="481916", by=PUBLIC, now=now)
    sekda.refresh_from_db()
    assert "481916" not in sekda.pin
    second, _token = make(house, asked, sekda, now)
    actions.check_code(link=second, code_or_pin="481916", by=PUBLIC, now=now)
    second.refresh_from_db()
    with pytest.raises(Refusal, match="by the person himself"):  # a PIN doesn't change the PIN
        actions.choose_pin_by_link(link=second, pin="730284", by=PUBLIC, now=now)
    decide(second, now)
    assert Decision.objects.get().way == "pin"


def test_a_link_runs_out_and_a_new_one_closes_the_old(house, asked, link, now, sekda):
    assert "run out" in queries.why_closed(link, now=now + rules.LINK_HOLDS)
    make(house, asked, sekda, now)
    link.refresh_from_db()
    assert "used or taken back" in queries.why_closed(link, now=now)


def test_a_link_is_made_for_nobody_else_than_the_step_asks(house, asked, now, asisten):
    with pytest.raises(Refusal, match="decided by"):
        make(house, asked, asisten, now)


def test_an_author_gets_no_link_not_as_superuser_and_not_by_his_own_mailbox(house, ask, now, sekda):
    author = house.account("protocol")  # the co-author
    Account.objects.filter(pk=author.pk).update(is_superuser=True)
    person = Person.objects.create(name="Bima", slug="bima", email="bima@kencana.example", account=author)
    actions.set_path(
        unit=house.prokopim, name="Dua orang", by=house.actor("administrator"), now=now,
        steps=[NewStep(person=sekda, deputy=person)],
    )  # fmt: skip
    request = ask()
    with pytest.raises(Refusal, match="yourself"):
        make(house, request, person, now)
    Person.objects.filter(pk=sekda.pk).update(email=house.account("writer").email.upper())
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match="wrong eyes"):
        make(house, request, sekda, now)
    Person.objects.filter(pk=sekda.pk).update(email="")
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match="No e-mail address"):
        make(house, request, sekda, now)


def test_a_role_step_gives_links_to_those_who_hold_the_role(house, ask, now, sekda):
    request = ask()
    step = queries.open_steps(request)[0]
    assert queries.linkable_persons(step, request, now=now) == []
    sekda.account = house.account("approver")
    sekda.save()
    assert queries.linkable_persons(step, request, now=now) == [sekda]
    link, _token = make(house, request, sekda, now)
    actions.check_code(link=link, code_or_pin=sent_code(link, now), by=PUBLIC, now=now)
    link.refresh_from_db()
    decide(link, now)
    assert Decision.objects.values_list("account", "person").get() == (sekda.account_id, sekda.pk)


def test_a_void_between_code_and_decision_refuses(house, link, now):
    actions.check_code(link=link, code_or_pin=sent_code(link, now), by=PUBLIC, now=now)
    actions.void(thing_kind="newsroom.version", thing_id=7, by=house.actor("writer"), now=now)
    link.refresh_from_db()
    with pytest.raises(Refusal, match="settled already"):
        decide(link, now)
