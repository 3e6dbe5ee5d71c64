"""The ledger on the screen, the two decisions, one-click unsubscribing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kentongan.ground.mailroom import actions
from kentongan.ground.mailroom.models import Outgoing, Suppression
from kentongan.ground.record.rules import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(house, now):
    def posting(*addresses, kind="release", unit=None, text="Isi siaran."):
        return actions.post(
            unit=unit or house.prokopim, kind=kind, subject="Bendungan mulai diisi", text=text,
            recipients=[(a, "") for a in addresses], bulk=kind == "release", by=Actor.machine("dispatch"), now=now,
        )  # fmt: skip

    return posting


@pytest.fixture(autouse=True)
def _clean(fresh_limits):
    """Nobody has knocked yet."""


def test_the_mail_program_unsubscribes_with_one_post_and_a_scanner_with_none(post):
    post("a@kp.example")
    token = Outgoing.objects.get().unsubscribe_token
    outside = Client(enforce_csrf_checks=True)
    page = outside.get(f"/berhenti/{token}/")
    assert (page.status_code, Suppression.objects.count()) == (200, 0)
    assert "a@kp.example" not in page.content.decode()
    answer = outside.post(f"/berhenti/{token}/", {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, Suppression.objects.count(), Outgoing.objects.get().state) == (200, 1, "held")
    assert outside.post("/berhenti/salah/").status_code == 404


def test_only_those_who_answer_for_the_unit_read_its_ledger(client, house, post):
    post("a@kp.example")
    post("rahasia@kp.example", unit=house.kominfo)
    client.force_login(house.account("writer"))
    assert client.get(reverse("mailroom:ledger")).status_code == 403
    client.force_login(house.account("dispatcher"))
    page = client.get(reverse("mailroom:ledger")).content.decode()
    assert "a@kp.example" in page
    assert "rahasia@kp.example" not in page
    other = Outgoing.objects.get(address="rahasia@kp.example")
    for name in ("outgoing", "again", "let-be"):
        assert client.get(reverse(f"mailroom:{name}", args=[other.pk])).status_code == 404
        assert client.post(reverse(f"mailroom:{name}", args=[other.pk])).status_code == 404


def test_a_code_is_never_on_the_ledger_screen(client, house, post):
    post("sekda@kp.example", kind="code", text="Kode: 481916")
    client.force_login(house.account("administrator"))
    page = client.get(reverse("mailroom:outgoing", args=[Outgoing.objects.get().pk])).content.decode()
    assert "481916" not in page


def test_an_unknown_mail_alarms_and_is_decided_on_its_page(client, house, post):
    post("a@kp.example", "b@kp.example")
    Outgoing.objects.update(state="unknown", next_at=None)
    first, second = Outgoing.objects.all()
    account = house.account("dispatcher")
    account.language = "en"
    account.save()
    client.force_login(account)
    assert "Of 2 press mails nobody knows" in client.get(reverse("mailroom:ledger")).content.decode()
    assert client.post(reverse("mailroom:again", args=[first.pk])).status_code == 302
    assert client.post(reverse("mailroom:let-be", args=[second.pk])).status_code == 302
    assert list(Outgoing.objects.values_list("state", "closed_by")) == [("waiting", None), ("unknown", account.pk)]
    assert "nobody knows whether" not in client.get(reverse("mailroom:ledger")).content.decode()


def test_the_ledger_costs_the_same_for_one_and_for_three(client, house, post):
    client.force_login(house.account("dispatcher"))
    counted = []
    for n in range(3):
        post(f"{n}@kp.example")
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("mailroom:ledger"))
        counted.append(len(seen))
    assert counted[0] == counted[2]
