"""An approver on a phone: nothing before the code, the text and two answers after it, nothing left behind."""

import re

import pytest
from tests.desks.newsroom.conftest import Desk

from kentongan.ground.approval import actions, queries
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Decision
from kentongan.ground.directory.models import Person
from kentongan.ground.mailroom.models import Message

pytestmark = pytest.mark.django_db
SECRET = "Sawah terairi 1.284 hektare di Kencana."


@pytest.fixture(autouse=True)
def _quick(settings, fresh_limits):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def now():
    """These pages read the real clock."""
    from django.utils import timezone

    return timezone.now()


@pytest.fixture
def version(house, now):
    sekda = Person.objects.create(name="Wirya Adiguna", front="Dr. H.", slug="wirya", email="sekda@kencana.example")
    by = house.actor("administrator")
    actions.set_path(unit=house.prokopim, name="Sekda", steps=[NewStep(person=sekda)], by=by, now=now)
    return Desk(house, now).submitted(f"KENCANA – {SECRET}", title="Pelatihan kehumasan dibuka")


@pytest.fixture
def home(house, version, now):
    request = queries.open_request("newsroom.version", version.pk)
    step = queries.open_steps(request)[0]
    _link, token = actions.make_review_link(
        request=request, step=step, person=step.person, by=house.actor("writer"), now=now
    )
    return f"/tinjau/{token}/"


def code():
    return re.search(r"\b\d{6}\b", Message.objects.latest("pk").text)[0]


def enter(client, home):
    client.post(f"{home}kirim/")
    return client.post(f"{home}kode/", {"code": code()})


def test_before_the_code_nothing_of_the_text_is_shown(client, home, version):
    for page in (client.get(home), client.post(f"{home}kirim/"), client.post(f"{home}kode/", {"code": "1"})):
        body = page.content.decode()
        assert SECRET not in body
        assert version.title not in body
        assert "sekda@kencana.example" not in body
        assert "s•••••@kencana.example" in body
        assert page["Cache-Control"] == "no-store, private"
        assert page["Referrer-Policy"] == "same-origin"
    for way in ("setujui/", "kembalikan/", "pin/"):
        assert client.post(f"{home}{way}", {"approval_hash": version.approval_hash, "reason": "x"}).url == home
    assert Decision.objects.count() == 0


def test_the_code_opens_the_text_for_this_link_and_this_browser_alone(client, home, version):
    answer = enter(client, home)
    cookie = answer.cookies["tinjau"]
    assert (answer.status_code, cookie["path"], cookie["httponly"], cookie["samesite"]) == (302, home, True, "Lax")
    body = client.get(home).content.decode()
    assert SECRET in body
    assert body.count('class="decide"') == 1
    assert version.approval_hash in body
    from django.test import Client

    assert SECRET not in Client().get(home).content.decode()


def test_approved_on_the_phone(client, home, version):
    enter(client, home)
    stale = client.post(f"{home}setujui/", {"approval_hash": "0" * 64})
    assert stale.status_code == 409
    assert client.post(f"{home}setujui/", {"approval_hash": version.approval_hash}).status_code == 200
    kept = Decision.objects.get()
    assert (kept.kind, kept.way, kept.person.name) == ("approved", "code", "Wirya Adiguna")
    after = client.get(home)
    assert after.status_code == 410
    assert SECRET not in after.content.decode()


def test_a_refused_return_keeps_what_was_typed(client, home, version):
    enter(client, home)
    empty = client.post(f"{home}kembalikan/", {"reason": "", "approval_hash": version.approval_hash})
    assert empty.status_code == 422
    stale = client.post(f"{home}kembalikan/", {"reason": "Luas tanpa sumber.", "approval_hash": "0" * 64})
    assert (stale.status_code, "Luas tanpa sumber." in stale.content.decode()) == (409, True)
    client.post(f"{home}kembalikan/", {"reason": "Luas tanpa sumber.", "approval_hash": version.approval_hash})
    assert Decision.objects.values_list("kind", "reason").get() == ("returned", "Luas tanpa sumber.")


def test_five_wrong_codes_close_the_link(client, home):
    client.post(f"{home}kirim/")
    right = code()
    wrong = "000000" if right != "000000" else "000001"
    got = [client.post(f"{home}kode/", {"code": wrong}).status_code for _ in range(5)]
    assert got == [409, 409, 409, 409, 410]
    assert client.post(f"{home}kode/", {"code": right}).status_code == 410
    assert "tinjau" not in client.cookies


def test_unknown_tokens_are_not_found_and_knocking_is_limited(client):
    got = [client.get("/tinjau/tidak-ada/").status_code for _ in range(61)]
    assert (set(got[:60]), got[60]) == ({404}, 429)


def test_the_pages_post_only_with_their_own_token(home):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(f"{home}kirim/").status_code == 403


def test_a_pin_is_chosen_after_the_code(client, home):
    enter(client, home)
    weak = client.post(f"{home}pin/", {"pin": "123456", "again": "123456"})
    assert (weak.status_code, Person.objects.get(slug="wirya").pin) == (409, "")
    assert client.post(f"{home}pin/", {"pin": "481916", "again": "481916"}).status_code == 200
    assert Person.objects.get(slug="wirya").pin
