"""Whoever writes must not be the one by whose hand the way to his approver was opened."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval import actions, queries, rules
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision, ReviewLink
from kentongan.ground.directory import actions as directory
from kentongan.ground.directory.models import FormerAddress, Person
from kentongan.ground.directory.queries import Importer
from kentongan.ground.directory.rules import importing
from kentongan.ground.mailroom.models import Message, Outgoing
from kentongan.ground.mailroom.tasks import send_waiting
from kentongan.ground.record.models import Entry, Hearing
from kentongan.ground.record.rules import Actor
from kentongan.ground.record.tasks import hear
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units import actions as units
from kentongan.ground.units.models import Account, Institution, Membership
from kentongan.ground.worklist.models import WorkItem

pytestmark = pytest.mark.both
PUBLIC = Actor.public()
HIS_OWN = "kotak.lain@penulis.example"
SHORTLY = timedelta(minutes=10)


@pytest.fixture
def mallory(house):
    """The administrator who also writes: his accounts are both roles'."""
    account = house.account("administrator")
    Membership.objects.create(account=account, unit=house.prokopim, role="writer")
    return Actor.person(account.pk)


@pytest.fixture
def begun(now):
    """When the text was begun: in the middle of the story."""
    return now


@pytest.fixture
def before(now):
    """Long before it."""
    return now - timedelta(days=30)


@pytest.fixture
def after(now):
    return now + SHORTLY


@pytest.fixture
def written(ask, mallory, begun, after):
    """His text, submitted."""

    def writing(**more):
        return ask(by="administrator", barred=[mallory.account_id], begun_at=begun, now=after, **more)

    return writing


@pytest.fixture
def to_sekda(house, sekda, before):
    """The path leads to the Sekda, who has no account; another administrator set it in peace."""
    by = house.actor("administrator", "KOMINFO")
    return actions.set_path(unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=by, now=before)


def listen(at):
    with time_machine.travel(at, tick=False):
        while waiting := Hearing.objects.filter(state=Hearing.WAITING).order_by("id").first():
            hear.call(waiting.entry_id, waiting.listener)


def readdress(person, email, by, now):
    person.refresh_from_db()
    return directory.shape_person(person=person, said={"email": email}, by=by, now=now)


def link_for(request, person, by, now):
    step = queries.open_steps(request)[0]
    return actions.make_review_link(request=request, step=step, person=person, by=by, now=now)


def code(link, now):
    actions.send_code(link=link, by=PUBLIC, now=now)
    return re.search(r"\b\d{6}\b", Message.objects.filter(kind="code").latest("pk").text)[0]


def approve_by_link(request, person, by, now):
    link, _token = link_for(request, person, by, now)
    actions.check_code(link=link, code_or_pin=code(link, now), by=PUBLIC, now=now)
    link.refresh_from_db()
    return actions.decide(
        request=request, step=link.step, kind="approved", approval_hash=HASH, link=link, by=PUBLIC, now=now
    )


def approve(request, account, now):
    step = queries.open_steps(request)[0]
    return actions.decide(
        request=request, step=step, kind="approved", approval_hash=HASH, account=account,
        by=Actor.person(account.pk), now=now,
    )  # fmt: skip


def opened(by, now, *, email="boneka@kencana.example", own_password=True, unit=None, role=None):
    """An account that somebody opened, with a password of its own or still with the first."""
    account = units.open_account(email=email, name="Boneka", password="sandi-pertama", by=by, now=now)
    if own_password:
        by_himself = Actor.person(account.pk)
        units.choose_password(account=account, password="sandi-sendiri", way="changed", by=by_himself, now=now)
    if role:
        units.give_role(account=account, unit=unit, role=role, by=by, now=now)
    return account


def newest(event):
    return Entry.objects.filter(event=event).latest("pk")


# ── the approver's registered address ──


def test_a_writer_who_changes_the_approvers_address_gets_no_link_and_no_code(to_sekda, written, sekda, mallory, after):
    request = written()
    standing, _token = link_for(request, sekda, mallory, after)
    readdress(sekda, HIS_OWN, mallory, after)
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match=r"changed the registered address of Dr\. H\. Wirya Adiguna"):
        link_for(request, sekda, mallory, after)
    with pytest.raises(Refusal, match="registered address"):
        actions.send_code(link=standing, by=PUBLIC, now=after)
    assert Outgoing.objects.filter(address=HIS_OWN).count() == 0


def test_a_change_between_code_and_decision_refuses_the_decision(to_sekda, written, sekda, mallory, after):
    request = written()
    link, _token = link_for(request, sekda, mallory, after)
    actions.check_code(link=link, code_or_pin=code(link, after), by=PUBLIC, now=after)
    readdress(sekda, HIS_OWN, mallory, after)
    link.refresh_from_db()
    with pytest.raises(Refusal, match="registered address"):
        actions.decide(
            request=request, step=link.step, kind="approved", approval_hash=HASH, link=link, by=PUBLIC, now=after
        )
    assert Decision.objects.count() == 0


def test_a_code_that_went_out_before_the_change_isnt_taken_after_it(to_sekda, written, sekda, mallory, after):
    link, _token = link_for(written(), sekda, mallory, after)
    right = code(link, after)
    readdress(sekda, HIS_OWN, mallory, after)
    with pytest.raises(Refusal, match="registered address"):
        actions.check_code(link=link, code_or_pin=right, by=PUBLIC, now=after)
    assert ReviewLink.objects.get().attempts == 0


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_change_shortly_before_the_text_was_begun_is_no_better(to_sekda, written, sekda, mallory, begun, after, days):
    readdress(sekda, HIS_OWN, mallory, begun - timedelta(days=days))
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match="registered address"):
        link_for(written(), sekda, mallory, after)


def test_the_first_registration_during_the_text_is_no_better(to_sekda, written, sekda, mallory, after):
    Person.objects.filter(pk=sekda.pk).update(email="")
    request = written()
    readdress(sekda, HIS_OWN, mallory, after)
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match="registered address"):
        link_for(request, sekda, mallory, after)


def test_a_co_author_and_whoever_submitted_it_are_barred_from_it_too(to_sekda, ask, house, sekda, begun, after):
    readdress(sekda, HIS_OWN, house.actor("administrator"), after)
    sekda.refresh_from_db()
    request = ask(barred=[house.account("administrator").pk], begun_at=begun, now=after)
    with pytest.raises(Refusal, match="Administrator Prokopim changed"):
        link_for(request, sekda, house.actor("writer"), after)


def test_an_administrator_who_had_no_hand_in_the_text_changes_what_he_must(
    to_sekda, written, sekda, house, mallory, after
):
    request = written()
    readdress(sekda, "sekda.baru@kencana.example", house.actor("administrator", "KOMINFO"), after)
    sekda.refresh_from_db()
    assert approve_by_link(request, sekda, mallory, after).way == "code"


def test_an_import_is_a_hand_too(to_sekda, written, sekda, house, mallory, after):
    request = written()
    content = f"nama,surel\nWirya Adiguna,{HIS_OWN}\nOrang Baru,baru@kencana.example\n".encode()
    directory.import_rows(
        kind="persons", rows=importing.read("persons", content, today=after.date()).rows,
        importer=Importer(unit=house.prokopim), by=mallory, now=after,
    )  # fmt: skip
    sekda.refresh_from_db()
    assert sekda.email == HIS_OWN
    with pytest.raises(Refusal, match="registered address"):
        link_for(request, sekda, mallory, after)
    fresh = Person.objects.get(name="Orang Baru")
    assert newest("ReachRegistered").data == {"person_ids": [fresh.pk]}


def test_a_writers_mailbox_in_the_directory_is_his_own_too(to_sekda, written, house, sekda, mallory, after):
    Person.objects.create(name="M", slug="m", email=HIS_OWN, account_id=mallory.account_id)
    Person.objects.filter(pk=sekda.pk).update(email=HIS_OWN.upper())
    sekda.refresh_from_db()
    with pytest.raises(Refusal, match="wrong eyes"):
        link_for(written(), sekda, mallory, after)


def test_another_domain_takes_no_codes_for_who_moved_the_house_there(to_sekda, written, sekda, mallory, after):
    request = written()
    units.shape_institution(said={"phone": "0700"}, by=mallory, now=after)
    link_for(request, sekda, mallory, after)
    units.shape_institution(said={"domain": "penulis.example"}, by=mallory, now=after)
    with pytest.raises(Refusal, match="another domain"):
        link_for(request, sekda, mallory, after)
    assert Institution.objects.get().domain == "penulis.example"


# ── his account, his PIN ──


def test_a_writer_who_joins_the_approver_with_another_account_doesnt_decide_by_it(
    to_sekda, written, sekda, mallory, house, after
):
    request = written()
    helper = house.account("archivist")
    directory.shape_person(person=sekda, said={"account": helper}, by=mallory, now=after)
    with pytest.raises(Refusal, match=r"joined Dr\. H\. Wirya Adiguna with another account"):
        approve(request, helper, after)


def test_whoever_had_the_way_for_a_while_leaves_no_pin_behind(to_sekda, sekda, mallory, house, before):
    helper = house.account("archivist")
    directory.shape_person(person=sekda, said={"account": helper}, by=mallory, now=before)
    sekda.refresh_from_db()
    directory.choose_pin(person=sekda, pin="481916", by=Actor.person(helper.pk), now=before)
    directory.shape_person(person=sekda, said={"account": None}, by=mallory, now=before)
    sekda.refresh_from_db()
    assert sekda.pin == ""


def test_his_own_change_of_address_keeps_his_pin(house, now):
    own = house.account("administrator")
    person = Person.objects.create(name="A", slug="a", email="a@kencana.example", account=own)
    directory.choose_pin(person=person, pin="481916", by=Actor.person(own.pk), now=now)
    person = readdress(person, "b@kencana.example", Actor.person(own.pk), now)
    assert person.pin


def test_a_pin_isnt_set_while_another_knows_the_password(house, mallory, before):
    account = opened(mallory, before, own_password=False)
    person = Person.objects.create(name="B", slug="b", account=account)
    himself = Actor.person(account.pk)
    with pytest.raises(Refusal, match="still knows your password"):
        directory.choose_pin(person=person, pin="481916", by=himself, now=before)
    units.choose_password(account=account, password="sandi-sendiri", way="changed", by=himself, now=before)
    directory.choose_pin(person=person, pin="481916", by=himself, now=before)
    person.refresh_from_db()
    assert person.pin


def test_a_password_that_was_reset_ends_the_pin(house, mallory, now):
    account = house.account("approver")
    person = Person.objects.create(name="B", slug="b", account=account)
    directory.choose_pin(person=person, pin="481916", by=Actor.person(account.pk), now=now)
    units.choose_password(account=account, password="baru", way="reset", by=PUBLIC, now=now)
    listen(now)
    person.refresh_from_db()
    assert person.pin == ""


# ── a second account ──


@pytest.mark.parametrize("own_password", [True, False])
def test_an_account_that_the_writer_opened_is_no_second_person(written, house, mallory, after, own_password):
    request = written()
    puppet = opened(mallory, after, unit=house.prokopim, role="approver", own_password=own_password)
    with pytest.raises(Refusal, match=r"Administrator Prokopim (opened the account of|gave) Boneka"):
        approve(request, puppet, after)
    assert Decision.objects.count() == 0


def test_an_account_opened_minutes_before_the_text_is_no_better(written, house, mallory, begun, after):
    puppet = opened(mallory, begun - SHORTLY, unit=house.prokopim, role="approver")
    with pytest.raises(Refusal, match="Administrator Prokopim"):
        approve(written(), puppet, after)


def test_an_old_account_that_gets_the_role_during_the_text_doesnt_decide(written, house, mallory, before, after):
    request = written()
    puppet = opened(mallory, before)
    units.give_role(account=puppet, unit=house.prokopim, role="approver", by=mallory, now=after)
    with pytest.raises(Refusal, match="gave Boneka the role approver"):
        approve(request, puppet, after)


def test_a_colleague_of_whom_the_writer_makes_an_approver_doesnt_decide(written, house, mallory, after):
    request = written()
    units.give_role(account=house.account("archivist"), unit=house.prokopim, role="approver", by=mallory, now=after)
    with pytest.raises(Refusal, match="gave Archivist Prokopim the role"):
        approve(request, house.account("archivist"), after)


def test_a_closed_account_that_the_writer_opens_again_doesnt_decide(written, house, mallory, after):
    request = written()
    approver = house.account("approver")
    units.turn_account(account=approver, active=False, by=mallory, now=after)
    units.turn_account(account=approver, active=True, by=mallory, now=after)
    with pytest.raises(Refusal, match="opened the account of Approver Prokopim again"):
        approve(request, approver, after)


def test_a_first_password_that_still_stands_is_the_openers_after_years(written, house, mallory, before, after):
    account = opened(mallory, before, unit=house.prokopim, role="approver", own_password=False)
    request = written()
    with pytest.raises(Refusal, match="knows its first password still"):
        approve(request, account, after)
    # Nor does he make it his by choosing another in its name now.
    units.choose_password(account=account, password="x-lain", way="changed", by=Actor.person(account.pk), now=after)
    with pytest.raises(Refusal, match="a password of its own since"):
        approve(request, account, after)


def test_through_an_account_that_opens_another_it_is_the_same_hand(written, house, mallory, after):
    request = written()
    first = opened(mallory, after, email="satu@kencana.example", unit=house.prokopim, role="administrator")
    second = opened(Actor.person(first.pk), after, unit=house.prokopim, role="approver")
    with pytest.raises(Refusal, match="Boneka"):
        approve(request, second, after)


def test_no_chain_of_accounts_is_too_long(written, house, mallory, after):
    request, by = written(), mallory
    for n in range(12):
        last = opened(by, after, email=f"rantai{n}@kencana.example", unit=house.prokopim, role="approver")
        by = Actor.person(last.pk)
    with pytest.raises(Refusal, match="Boneka"):
        approve(request, last, after)


def test_an_approver_who_opened_the_writers_account_could_have_written_it(ask, house, begun, after):
    approver = house.account("approver")
    writer = opened(Actor.person(approver.pk), begun, unit=house.prokopim, role="writer")
    request = ask(barred=[writer.pk], begun_at=begun, now=after)
    with pytest.raises(Refusal, match="could have written it yourself"):
        approve(request, approver, after)


def test_two_accounts_of_one_hand_are_no_two_persons(ask, house, begun, after):
    hand = house.actor("administrator")
    writer = opened(hand, begun, email="satu@kencana.example", unit=house.prokopim, role="writer")
    approver = opened(hand, begun, email="dua@kencana.example", unit=house.prokopim, role="approver")
    units.give_role(account=approver, unit=house.prokopim, role="approver", by=hand, now=begun)
    request = ask(barred=[writer.pk], begun_at=begun, now=after, by="archivist")
    with pytest.raises(Refusal, match="Administrator Prokopim"):
        approve(request, approver, after)


def test_a_superuser_has_no_other_hands(written, house, mallory, after):
    Account.objects.filter(pk=mallory.account_id).update(is_superuser=True)
    request = written()
    puppet = opened(mallory, after, unit=house.prokopim, role="approver")
    Account.objects.filter(pk=puppet.pk).update(is_superuser=True)
    puppet.refresh_from_db()
    with pytest.raises(Refusal, match="Boneka"):
        approve(request, puppet, after)


# ── the path ──


def test_a_writer_who_set_the_path_during_his_text_asks_nobody_by_it(written, house, mallory, begun, asisten):
    actions.set_path(unit=house.prokopim, name="Pendek", steps=[NewStep(person=asisten)], by=mallory, now=begun)
    with pytest.raises(Refusal, match="changed the approval path Pendek"):
        written()


def test_a_path_that_is_led_elsewhere_falls_back_on_no_shorter_one(written, house, mallory, before, begun, sekda):
    other = house.actor("administrator", "KOMINFO")
    steps = [NewStep(order=1, role="approver"), NewStep(order=2, person=sekda)]
    long = actions.set_path(unit=house.prokopim, name="Dua", kind="speech", steps=steps, by=other, now=before)
    actions.set_path(unit=house.prokopim, name="Lain", kind="other", steps=steps, replaces=long, by=mallory, now=begun)
    with pytest.raises(Refusal, match="changed the approval path Lain"):
        written(kind="speech")
    assert written(kind="release").state == "open"


def test_a_running_request_stays_on_the_path_it_was_asked_on(to_sekda, written, house, mallory, after, asisten):
    request = written()
    actions.set_path(
        unit=house.prokopim, name="Pendek", steps=[NewStep(role="approver")], replaces=to_sekda, by=mallory, now=after
    )
    request.refresh_from_db()
    assert request.path_id == to_sekda.pk
    with pytest.raises(Refusal, match=r"decided by: Dr\. H\. Wirya Adiguna"):
        approve(request, house.account("approver"), after)


def test_the_minimum_is_the_houses_own_path_and_no_writers(written, house, after):
    first = written(thing_id=1)
    second = written(thing_id=2)
    assert first.path_id == second.path_id
    assert newest("PathChanged").actor_account is None
    assert approve(first, house.account("approver"), after).kind == "approved"


# ── another's word ──


def test_somebody_who_had_no_hand_in_it_confirms_and_it_counts(written, house, mallory, after):
    request = written()
    puppet = opened(mallory, after, unit=house.prokopim, role="approver")
    for event in ("AccountOpened", "MembershipGiven"):
        actions.confirm_way(entry=newest(event), by=house.actor("chief"), now=after)
    assert approve(request, puppet, after).kind == "approved"


def test_neither_who_did_it_nor_whom_it_opens_nor_his_puppet_confirms(written, house, mallory, after):
    puppet = opened(mallory, after, unit=house.prokopim, role="approver")
    entry = newest("MembershipGiven")
    other = opened(mallory, after, email="dua@kencana.example", unit=house.prokopim, role="chief")
    for by, why in (
        (mallory, "did this yourself"),
        (Actor.person(puppet.pk), "a short time ago"),
        (Actor.person(other.pk), "a short time ago"),
    ):
        with pytest.raises(Refusal, match=why):
            actions.confirm_way(entry=entry, by=by, now=after)
    units.give_role(account=house.account("archivist"), unit=house.prokopim, role="approver", by=mallory, now=after)
    with pytest.raises(Refusal, match="opens the way to you"):
        actions.confirm_way(entry=newest("MembershipGiven"), by=house.actor("archivist"), now=after)
    assert not Entry.objects.filter(event="WayConfirmed").exists()


def test_a_co_authors_word_counts_for_nothing_and_hinders_no_other(ask, house, mallory, begun, after):
    puppet = opened(mallory, after, unit=house.prokopim, role="approver")
    entries = [newest("AccountOpened"), newest("MembershipGiven")]
    co_author = house.account("dispatcher")
    request = ask(by="administrator", barred=[mallory.account_id, co_author.pk], begun_at=begun, now=after)
    for entry in entries:
        actions.confirm_way(entry=entry, by=Actor.person(co_author.pk), now=after)
    with pytest.raises(Refusal, match="Boneka"):
        approve(request, puppet, after)
    for entry in entries:
        actions.confirm_way(entry=entry, by=house.actor("chief"), now=after)
    assert approve(request, puppet, after).kind == "approved"


def test_the_word_of_an_account_that_the_writer_opened_since_the_text_began_counts_for_nothing(
    ask, house, mallory, begun
):
    helper = opened(mallory, begun, email="saksi@kencana.example", unit=house.prokopim, role="chief")
    puppet = opened(mallory, begun, unit=house.prokopim, role="approver")
    later = begun + timedelta(days=5)  # by then nobody sees any more that the witness is new
    for entry in Entry.objects.filter(event__in=("AccountOpened", "MembershipGiven"), data__account_id=puppet.pk):
        actions.confirm_way(entry=entry, by=Actor.person(helper.pk), now=later)
    request = ask(by="administrator", barred=[mallory.account_id], begun_at=begun, now=later)
    with pytest.raises(Refusal, match="Boneka"):
        approve(request, puppet, later)


def test_another_who_knows_the_writer_is_heard_for_him(ask, house, begun, after):
    approver = house.account("approver")
    writer = opened(Actor.person(approver.pk), begun, unit=house.prokopim, role="writer")
    request = ask(barred=[writer.pk], begun_at=begun, now=after, by="archivist")
    entry = newest("AccountOpened")
    with pytest.raises(Refusal, match="did this yourself"):
        actions.confirm_way(entry=entry, by=Actor.person(approver.pk), now=after)
    helper = opened(Actor.person(approver.pk), begun, email="dua@kencana.example", unit=house.prokopim, role="chief")
    with pytest.raises(Refusal, match="a short time ago"):
        actions.confirm_way(entry=entry, by=Actor.person(helper.pk), now=after)
    with pytest.raises(Refusal, match="could have written it yourself"):
        approve(request, approver, after)
    actions.confirm_way(entry=entry, by=house.actor("dispatcher"), now=after)
    assert approve(request, approver, after).kind == "approved"


def test_a_password_that_another_knows_isnt_confirmed_away(house, mallory, after):
    opened(mallory, after, own_password=False)
    with pytest.raises(Refusal, match="password of his own first"):
        actions.confirm_way(entry=newest("AccountOpened"), by=house.actor("chief"), now=after)


def test_only_what_opens_a_way_is_confirmed(house, mallory, after):
    units.turn_account(account=house.account("approver"), active=False, by=mallory, now=after)
    with pytest.raises(Refusal, match="nothing to confirm"):
        actions.confirm_way(entry=newest("AccountTurned"), by=house.actor("chief"), now=after)


# ── the old address ──


def url_in(message):
    return re.search(r"/alamat/([^/\s]+)/", message.text)[1]


def test_the_old_address_hears_of_it_and_its_word_counts(to_sekda, written, sekda, mallory, after):
    request = written()
    readdress(sekda, "sekda.baru@kencana.example", mallory, after)
    listen(after)
    mail = Message.objects.get(kind="way")
    assert [o.address for o in mail.outgoing.all()] == ["sekda@kencana.example"]
    assert "Administrator Prokopim changed the registered address" in mail.text
    assert FormerAddress.objects.count() == 0
    with time_machine.travel(after, tick=False):
        actions.confirm_by_address(token=url_in(mail), by=PUBLIC, now=after)
    sekda.refresh_from_db()
    assert approve_by_link(request, sekda, mallory, after).way == "code"
    assert newest("WayConfirmed").actor_account is None


def test_a_second_change_asks_no_address_that_the_first_put_there(to_sekda, written, sekda, mallory, after):
    readdress(sekda, HIS_OWN, mallory, after)
    readdress(sekda, "kedua@penulis.example", mallory, after)
    listen(after)
    first, second = Message.objects.filter(kind="way").order_by("pk")
    assert [o.address for o in second.outgoing.all()] == [HIS_OWN]
    assert ("/alamat/" in first.text, "/alamat/" in second.text) == (True, False)


def test_where_he_had_no_address_before_no_mail_asks_the_new_one(to_sekda, written, sekda, mallory, after):
    Person.objects.filter(pk=sekda.pk).update(email="")
    readdress(sekda, HIS_OWN, mallory, after)
    listen(after)
    assert Outgoing.objects.count() == 0


def test_a_join_and_a_change_heard_together_ask_the_address_that_he_had_at_each(to_sekda, sekda, house, mallory, after):
    directory.shape_person(person=sekda, said={"account": house.account("archivist")}, by=mallory, now=after)
    readdress(sekda, HIS_OWN, mallory, after)
    listen(after)
    addresses = Outgoing.objects.filter(message__kind="way").values_list("address", flat=True)
    assert list(addresses) == ["sekda@kencana.example"] * 2


def test_a_link_of_the_mail_ends_and_a_forged_one_never_held(to_sekda, sekda, mallory, after):
    readdress(sekda, HIS_OWN, mallory, after)
    listen(after)
    token = url_in(Message.objects.get(kind="way"))
    for given, at in ((token, after + rules.ADDRESS_HOLDS + SHORTLY), (token[:-2] + "xx", after), ("1:x:y", after)):
        with time_machine.travel(at, tick=False), pytest.raises(Refusal, match="doesn't hold"):
            actions.confirm_by_address(token=given, by=PUBLIC, now=at)
    assert not Entry.objects.filter(event="WayConfirmed").exists()


def test_whoever_is_joined_with_another_account_hears_of_it_too(to_sekda, sekda, house, mallory, after):
    directory.shape_person(person=sekda, said={"account": house.account("archivist")}, by=mallory, now=after)
    listen(after)
    assert Outgoing.objects.filter(message__kind="way").get().address == "sekda@kencana.example"


def test_the_diary_holds_no_address(to_sekda, sekda, mallory, after):
    readdress(sekda, HIS_OWN, mallory, after)
    assert "@" not in str(list(Entry.objects.values_list("data", flat=True)))


def test_the_secret_of_the_mail_is_wiped_once_it_left(to_sekda, sekda, mallory, after, smtp_server):
    readdress(sekda, HIS_OWN, mallory, after)
    listen(after)
    send_waiting(now=after)
    (taken,) = smtp_server.taken
    assert (taken.recipient, "/alamat/" in taken.mail.get_content()) == ("sekda@kencana.example", True)
    assert Message.objects.get(kind="way").text == ""


# ── others hear of it ──


def test_a_change_is_put_before_somebody_else_of_the_unit_until_it_is_confirmed(to_sekda, sekda, house, mallory, after):
    readdress(sekda, HIS_OWN, mallory, after)
    listen(after)
    item = WorkItem.objects.get(kind="look-at-way", thing_id=newest("ReachChanged").pk)
    assert (item.role, item.unit, item.done_at) == ("chief", house.prokopim, None)
    assert "changed the registered address" in item.title
    actions.confirm_way(entry=newest("ReachChanged"), by=house.actor("chief"), now=after)
    item.refresh_from_db()
    assert item.done_at == after


def test_the_holder_of_an_account_is_asked_for_a_password_of_his_own_until_he_has_one(house, mallory, after):
    account = opened(mallory, after, own_password=False)
    listen(after)
    item = WorkItem.objects.get(kind="choose-password")
    assert (item.account, item.url, item.done_at) == (account, "/masuk/password/change/", None)
    by = Actor.person(account.pk)
    units.choose_password(account=account, password="sandi-sendiri", way="changed", by=by, now=after)
    listen(after)
    item.refresh_from_db()
    assert item.done_at == after
    assert Outgoing.objects.get(message__kind="way").address == account.email


def test_what_was_added_while_another_knew_the_password_ends_with_it(house, mallory, after):
    account = opened(mallory, after, own_password=False)
    Authenticator.objects.create(user=account, type="webauthn", data={})
    EmailAddress.objects.create(user=account, email=account.email, primary=True)
    EmailAddress.objects.create(user=account, email=HIS_OWN)
    by = Actor.person(account.pk)
    units.choose_password(account=account, password="sandi-sendiri", way="changed", by=by, now=after)
    assert Authenticator.objects.count() == 0
    assert list(EmailAddress.objects.values_list("email", flat=True)) == [account.email]
    Authenticator.objects.create(user=account, type="totp", data={})
    units.choose_password(account=account, password="sandi-ketiga", way="changed", by=by, now=after)
    assert Authenticator.objects.count() == 1


def test_what_the_machine_sets_up_waits_for_nobody(house, before):
    by = Actor.machine("init")
    units.open_account_with_role(
        email="baru@kencana.example", name="Baru", position="", password="x", unit=house.prokopim, role="approver",
        by=by, now=before,
    )  # fmt: skip
    listen(before)
    assert WorkItem.objects.count() == 0


# ── an office of two ──


@pytest.fixture
def two(house, mallory, before):
    """One writes and administers; the chief, whom he registered in peace, approves: on his phone or in the office."""
    for account in Account.objects.exclude(pk=mallory.account_id):
        account.delete()
    chief = opened(mallory, before, email="kepala@kencana.example", unit=house.prokopim, role="approver")
    person = directory.shape_person(
        person=None,
        said={"name": "Kepala", "email": "kepala@kencana.example", "account": chief},
        by=mallory,
        now=before,
    )
    return chief, person


def test_an_office_of_two_works_in_the_office_and_by_a_link(two, written, mallory, after):
    chief, person = two
    listen(after)
    assert approve(written(thing_id=1), chief, after).way == "office"
    assert approve_by_link(written(thing_id=2), person, mallory, after).way == "code"


def test_in_an_office_of_two_the_chief_signed_in_decides_and_confirms_his_new_address_himself(
    two, written, mallory, after
):
    chief, person = two
    request = written()
    readdress(person, "kepala.baru@kencana.example", mallory, after)
    person.refresh_from_db()
    with pytest.raises(Refusal, match="registered address"):
        link_for(request, person, mallory, after)
    actions.confirm_way(entry=newest("ReachChanged"), by=Actor.person(chief.pk), now=after)
    assert approve_by_link(request, person, mallory, after).way == "code"


def test_in_an_office_of_two_the_old_address_confirms(two, written, mallory, after):
    _chief, person = two
    request = written()
    readdress(person, "kepala.baru@kencana.example", mallory, after)
    listen(after)
    mail = Message.objects.filter(kind="way", subject__contains="way by which").get()
    assert [o.address for o in mail.outgoing.all()] == ["kepala@kencana.example"]
    with time_machine.travel(after, tick=False):
        actions.confirm_by_address(token=url_in(mail), by=PUBLIC, now=after)
    person.refresh_from_db()
    assert approve_by_link(request, person, mallory, after).way == "code"


def test_in_an_office_of_two_the_next_text_needs_only_patience(two, ask, mallory, after):
    _chief, person = two
    readdress(person, "kepala.baru@kencana.example", mallory, after)
    person.refresh_from_db()
    later = after + rules.PEACE + SHORTLY
    request = ask(by="administrator", barred=[mallory.account_id], begun_at=later, now=later)
    assert approve_by_link(request, person, mallory, later).way == "code"
