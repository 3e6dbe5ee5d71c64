"""Who gets an account, and who doesn't."""

import re

import pytest
from allauth.account.models import EmailAddress

from kentongan.ground.units.models import Account

pytestmark = pytest.mark.both


def test_nobody_signs_himself_up(client, house):
    before = Account.objects.count()
    form = client.get("/masuk/signup/").content.decode()
    assert 'name="password1"' not in form
    answer = client.post("/masuk/signup/", {"email": "tamu@lain.example", "password1": "Kjhgf-1234-zz"})
    assert (answer.status_code, Account.objects.count()) == (200, before)
    assert client.get("/kantor/").status_code == 302


def test_nobody_gives_his_account_another_address(client, house):
    """An address is the way back in; the sign-in's own page would add one and leave no entry in the diary."""
    account = house.account("writer")
    client.force_login(account)
    for path in ("/masuk/email/", "/masuk/confirm-email/", "/masuk/confirm-email/MQ:1abc:kunci/"):
        for data in (
            {"action_add": "", "email": "lain@tirtakencana.example"},
            {"action_primary": "", "email": account.email},
        ):
            assert (path, client.get(path).status_code, client.post(path, data).status_code) == (path, 404, 404)
    account.refresh_from_db()
    assert (account.email, EmailAddress.objects.exclude(email=account.email).count()) == (
        house.account("writer").email,
        0,
    )
    for path in ("/kantor/", "/masuk/2fa/", "/masuk/password/change/", "/masuk/logout/"):
        linked = re.findall(r'(?:href|action)="(/masuk/(?:confirm-)?email[^"]*)"', client.get(path).content.decode())
        assert (path, linked) == (path, [])
