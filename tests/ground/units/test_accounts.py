"""Who gets an account, and who doesn't."""

import pytest

from kentongan.ground.units.models import Account

pytestmark = pytest.mark.both


def test_nobody_signs_himself_up(client, house):
    before = Account.objects.count()
    form = client.get("/masuk/signup/").content.decode()
    assert 'name="password1"' not in form
    answer = client.post("/masuk/signup/", {"email": "tamu@lain.example", "password1": "Kjhgf-1234-zz"})
    assert (answer.status_code, Account.objects.count()) == (200, before)
    assert client.get("/kantor/").status_code == 302
