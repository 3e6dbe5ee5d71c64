"""The same by the browser: what an administrator who writes would click."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval import actions, queries
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision, ReviewLink
from kentongan.ground.directory import actions as directory
from kentongan.ground.mailroom.models import Message, Outgoing
from kentongan.ground.record.models import Entry, Hearing
from kentongan.ground.record.rules import Actor
from kentongan.ground.record.tasks import hear
from kentongan.ground.units.models import Account, Membership

pytestmark = pytest.mark.both
FIRST, OWN = "Sandi-pertama-2026", "Sandi-sendiri-2026"


@pytest.fixture
def now():
    """These pages read the real clock."""
    return timezone.now()


@pytest.fixture(autouse=True)
def _nobody_knocked_yet(fresh_limits):
    """Nor signed in."""


@pytest.fixture
def mallory(house):
    account = house.account("administrator")
    account.language = "en"
    account.save()
    Membership.objects.create(account=account, unit=house.prokopim, role="writer")
    return account


@pytest.fixture
def at_his_desk(mallory):
    client = Client()
    client.force_login(mallory)
    return client


@pytest.fixture
def asked(house, ask, mallory, sekda, now):
    by, before = house.actor("administrator", "KOMINFO"), now - timedelta(days=30)
    actions.set_path(unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=by, now=before)
    return ask(by="administrator", barred=[mallory.pk], thing_kind="other.thing", begun_at=now - timedelta(hours=1))


def listen():
    while waiting := Hearing.objects.filter(state=Hearing.WAITING).order_by("id").first():
        hear.call(waiting.entry_id, waiting.listener)


def readdressed(client, person, email):
    typed = {"name": person.name, "front": person.front, "active": "on", "email": email}
    answer = client.post(reverse("directory:person-change", args=[person.pk]), typed)
    person.refresh_from_db()
    assert (answer.status_code, person.email) == (302, email)


def test_the_code_for_the_approver_never_reaches_the_writer(at_his_desk, asked, sekda):
    readdressed(at_his_desk, sekda, "kotak@penulis.example")
    answer = at_his_desk.post(reverse("approval:link", args=[asked.pk]), {"person": sekda.pk})
    assert answer.status_code == 409
    assert "changed the registered address of Dr. H. Wirya Adiguna" in answer.content.decode()
    assert ReviewLink.objects.count() == 0


def test_a_link_that_was_made_before_shows_nothing_and_sends_nothing_after(at_his_desk, asked, sekda):
    page = at_his_desk.post(reverse("approval:link", args=[asked.pk]), {"person": sekda.pk}).content.decode()
    home = re.search(r"/tinjau/[^/\"]+/", page)[0]
    readdressed(at_his_desk, sekda, "kotak@penulis.example")
    phone = Client()
    assert [phone.get(home).status_code, phone.post(f"{home}kirim/").status_code] == [410, 410]
    for way in ("kode/", "setujui/", "kembalikan/", "pin/"):
        answer = phone.post(f"{home}{way}", {"code": "111111", "approval_hash": HASH, "reason": "x"})
        assert answer.status_code == 410
    assert (Decision.objects.count(), Outgoing.objects.filter(address="kotak@penulis.example").count()) == (0, 0)


def test_he_opens_an_approver_signs_in_as_him_chooses_his_password_and_approves_nothing(
    at_his_desk, house, ask, mallory, now
):
    asked = ask(by="administrator", barred=[mallory.pk], thing_kind="other.thing", begun_at=now - timedelta(hours=1))
    typed = {"name": "Orang Lain", "email": "lain@kencana.example", "unit": house.prokopim.pk, "role": "approver", "password": FIRST}  # fmt: skip
    assert at_his_desk.post(reverse("units:open"), typed).status_code == 302
    Account.objects.filter(email="lain@kencana.example").update(language="en")
    puppet = Client()
    assert puppet.post("/masuk/login/", {"login": "lain@kencana.example", "password": FIRST}).status_code == 302
    url = reverse("approval:approve", args=[asked.pk])
    refused = puppet.post(url, {"approval_hash": HASH})
    assert (refused.status_code, "knows its first password still" in refused.content.decode()) == (409, True)
    changed = {"oldpassword": FIRST, "password1": OWN, "password2": OWN}
    assert puppet.post("/masuk/password/change/", changed).status_code == 302
    chosen = Entry.objects.get(event="PasswordChosen")
    assert (chosen.data["way"], chosen.data["first"]) == ("changed", True)
    refused = puppet.post(url, {"approval_hash": HASH})
    assert (refused.status_code, "opened the account of Orang Lain" in refused.content.decode()) == (409, True)
    page = puppet.get(reverse("approval:review", args=[asked.pk])).content.decode()
    assert 'class="decide"' not in page
    assert Decision.objects.count() == 0


def test_the_chief_sees_it_and_his_word_opens_it(at_his_desk, house, asked, sekda, client):
    readdressed(at_his_desk, sekda, "sekda.baru@kencana.example")
    entry = Entry.objects.get(event="ReachChanged")
    chief = house.account("chief")
    chief.language = "en"
    chief.save()
    client.force_login(chief)
    page = client.get(reverse("approval:ways")).content.decode()
    assert "Administrator Prokopim changed the registered address of Dr. H. Wirya Adiguna" in page
    url = reverse("approval:way", args=[entry.pk])
    asking = client.get(url).content.decode()
    assert "s•••••@kencana.example" in asking
    assert "sekda.baru@" not in asking
    assert not Entry.objects.filter(event="WayConfirmed").exists()
    assert at_his_desk.post(url).status_code == 409
    assert client.post(url).status_code == 302
    assert "confirmed by Chief Prokopim" in client.get(reverse("approval:ways")).content.decode()
    answer = at_his_desk.post(reverse("approval:link", args=[asked.pk]), {"person": sekda.pk})
    assert (answer.status_code, ReviewLink.objects.count()) == (200, 1)


def test_the_old_address_confirms_by_one_button_and_a_scanner_by_none(at_his_desk, asked, sekda, client):
    readdressed(at_his_desk, sekda, "sekda.baru@kencana.example")
    listen()
    home = re.search(r"/alamat/[^/\s]+/", Message.objects.get(kind="way").text)[0]
    page = client.get(home)
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")
    assert "sekda.baru@kencana.example" in page.content.decode()
    assert not Entry.objects.filter(event="WayConfirmed").exists()
    assert client.post(home).status_code == 200
    assert client.post(home).status_code == 409
    assert Entry.objects.get(event="WayConfirmed").data["way"] == "address"
    assert client.get("/alamat/palsu/").status_code == 404


def test_whoever_works_in_no_unit_confirms_nothing_and_nobody_confirms_what_is_no_way(
    house, at_his_desk, asked, sekda, client
):
    readdressed(at_his_desk, sekda, "sekda.baru@kencana.example")
    entry = Entry.objects.get(event="ReachChanged")
    client.force_login(Account.objects.create(email="tamu@kencana.example", name="Tamu"))
    assert client.get(reverse("approval:ways")).status_code == 403
    assert client.post(reverse("approval:way", args=[entry.pk])).status_code == 403
    client.force_login(house.account("liaison"))
    other = Entry.objects.exclude(event__in=queries.WAYS).first()
    assert other is not None
    assert client.post(reverse("approval:way", args=[other.pk])).status_code == 404


def test_the_list_of_ways_costs_the_same_for_one_and_for_many(house, client, now):
    client.force_login(house.account("chief"))
    counted = []
    for n in range(1, 7):
        by = Actor.person(house.account("administrator").pk)
        person = directory.shape_person(person=None, said={"name": f"Orang {n}"}, by=by, now=now)
        directory.shape_person(person=person, said={"email": f"o{n}@kencana.example"}, by=by, now=now)
        actions.confirm_way(
            entry=Entry.objects.filter(event="ReachChanged").latest("pk"), by=house.actor("approver"), now=now
        )
        with CaptureQueriesContext(connection) as seen:
            page = client.get(reverse("approval:ways")).content.decode()
        counted.append((page.count('<li class="spread">'), len(seen)))
    assert [rows for rows, _ in counted] == [1, 2, 3, 4, 5, 6]
    assert len({cost for _, cost in counted}) == 1
