"""Today, the diary, accounts: what each role meets first."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kentongan.ground.record import actions as record
from kentongan.ground.record import verifier
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.models import Account, NumberPattern, Unit
from kentongan.ground.worklist import actions as worklist

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "role",
    ["writer", "approver", "dispatcher", "protocol", "archivist", "liaison", "chief", "auditor", "administrator"],
)
def test_every_role_has_a_first_screen_in_both_languages(client, house, role):
    account = house.account(role)
    for language in ("id", "en"):
        account.language = language
        account.save()
        client.force_login(account)
        answer = client.get(reverse("office:today"))
        assert (answer.status_code, answer.headers["Content-Language"]) == (200, language)


def test_today_says_first_how_much_waits_and_how_much_of_it_is_late(client, house, now):
    by, account = Actor.machine("approval"), house.account("writer")
    said = {"unit": house.prokopim, "level": "internal", "account": account, "thing_kind": "x", "by": by, "now": now}
    for number, due in enumerate((timezone.now() - timedelta(hours=1), timezone.now() + timedelta(hours=1), None)):
        worklist.put(kind="x", title=f"Kerja {number}", url="/kantor/", thing_id=number, due_at=due, **said)
    client.force_login(account)
    page = client.get(reverse("office:today")).content.decode()
    assert "3 pekerjaan menunggu Anda; 1 sudah lewat waktunya." in page
    assert '<span class="n">3<' in page
    client.force_login(house.account("auditor"))
    quiet = client.get(reverse("office:today")).content.decode()
    assert "menunggu Anda;" not in quiet
    assert '<span class="n">' not in quiet


def test_a_dead_clockhand_is_a_red_band_and_an_ill_health(client, house):
    client.force_login(house.account("chief"))
    house.account("chief").language = "en"
    house.account("chief").save()
    assert "The clockhand is dead" in client.get(reverse("office:today")).content.decode()
    assert client.get("/healthz").status_code == 503


def test_the_diary_is_for_those_who_answer_for_it_and_its_export_can_be_checked(client, house, now):
    from kentongan.ground.units.actions import give_role

    give_role(account=house.account("writer"), unit=house.kominfo, role="liaison", by=Actor.machine("init"), now=now)
    record.seal(by=Actor.machine("record"), now=now)
    client.force_login(house.account("writer"))
    client.force_login(house.account("auditor"))
    assert client.get(reverse("office:diary")).status_code == 200
    lines = client.get(reverse("office:diary-export")).content.decode().splitlines()
    assert list(verifier.check(lines)) == []
    client.force_login(house.account("dispatcher"))
    assert client.get(reverse("office:diary")).status_code == 403


def test_only_an_administrator_opens_accounts_and_nobody_closes_his_own(client, house):
    said = {
        "name": "Sari",
        "email": "sari@tirtakencana.example",
        "unit": house.prokopim.pk,
        "role": "writer",
        "password": "kata-sandi-panjang-7",
    }
    client.force_login(house.account("chief"))
    assert client.post(reverse("units:open"), said).status_code == 403
    client.force_login(house.account("administrator"))
    client.post(reverse("units:open"), said)
    made = Account.objects.get(email="sari@tirtakencana.example")
    assert [m.role for m in made.memberships.all()] == ["writer"]
    own = reverse("units:turn", args=[house.account("administrator").pk])
    assert client.post(own).status_code == 409
    client.post(reverse("units:turn", args=[made.pk]))
    made.refresh_from_db()
    assert made.is_active is False


def test_a_unit_with_a_wrong_pattern_is_refused_and_a_right_one_numbers_every_kind(client, house):
    client.force_login(house.account("administrator"))
    said = {
        "name": "Dinas Kesehatan",
        "short": "Dinkes",
        "code": "DINKES",
        "pattern": "{class}/{unit}",
        "classification": "440",
    }
    assert client.post(reverse("units:found"), said).status_code == 422
    client.post(reverse("units:found"), {**said, "pattern": "{class}/{number}/{unit}/{year}"})
    unit = Unit.objects.get(code="DINKES")
    assert NumberPattern.objects.filter(unit=unit, classification="440").count() == 4


def test_the_language_is_changed_by_post_and_leads_nowhere_else(client, house):
    client.force_login(house.account("writer"))
    assert client.get(reverse("units:language")).status_code == 405
    answer = client.post(reverse("units:language"), {"language": "en", "next": "https://evil.example/"})
    assert answer.headers["Location"] == reverse("office:today")
    assert Account.objects.get(pk=house.account("writer").pk).language == "en"
