"""Who withdrew his consent or was erased gets nothing that still waits and nothing later: through a real mail server."""

from datetime import timedelta

import pytest
from tests.desks.newsroom.conftest import LEAD, desk  # noqa: F401 (a fixture)

from kentongan.desks.dispatch import actions, queries
from kentongan.desks.dispatch.models import Delivery, Recipient
from kentongan.desks.newsroom import actions as newsroom
from kentongan.ground.directory import actions as directory
from kentongan.ground.directory.models import Journalist
from kentongan.ground.mailroom import actions as mail
from kentongan.ground.mailroom import tasks as mailroom
from kentongan.ground.mailroom.models import Outgoing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]
TWO = LEAD.replace("Pendopo Kencana", "Aula Kencana")
BIMA, CITRA = "bima@pos.example", "citra@info.example"


@pytest.fixture
def bima(house, now):
    return journalist(house, now, "Bima Aryasatya", BIMA)


@pytest.fixture
def citra(house, now):
    return journalist(house, now, "Citra Handayani", CITRA)


@pytest.fixture
def audience(house, bima, citra, now):
    by = house.actor("dispatcher")
    press_list = actions.make_list(unit=house.prokopim, name="Harian", level="internal", topics=[], by=by, now=now)
    for one in (bima, citra):
        actions.add_recipient(press_list=press_list, journalist=one, by=by, now=now)
    return {"lists": [press_list.pk]}


def journalist(house, now, name, email):
    return Journalist.objects.create(
        name=name, email=email, unit=house.prokopim, consent_on=now.date(), consent_how="Formulir"
    )


def withdraw(house, journalist, now):
    return directory.withdraw_consent(journalist=journalist, by=house.actor("dispatcher"), now=now)


def erase(house, journalist, now):
    return directory.erase_journalist(journalist=journalist, by=house.actor("dispatcher"), now=now)


def states(name="recipient_key"):
    return dict(Delivery.objects.order_by("id").values_list(name, "state"))


@pytest.mark.parametrize("leave", [withdraw, erase])
def test_what_still_waits_doesnt_leave(desk, house, audience, bima, citra, now, smtp_server, leave):  # noqa: F811
    key = f"journalist:{bima.pk}"
    desk.opened(LEAD, audience=audience)
    leave(house, bima, now)
    desk.listen()
    mailroom.send_waiting(now=now)
    desk.listen()
    assert smtp_server.recipients() == [CITRA]
    assert states() == {key: "stopped", f"journalist:{citra.pk}": "sent"}


@pytest.mark.parametrize("leave", [withdraw, erase])
def test_neither_correction_nor_withdrawal_follows_him(desk, house, audience, bima, now, smtp_server, leave):  # noqa: F811
    first = desk.opened(LEAD, audience=audience)
    mailroom.send_waiting(now=now)
    desk.listen()
    leave(house, bima, now)
    desk.listen()
    second = desk.approved(desk.correction(first, TWO))
    mailroom.send_waiting(now=now)
    newsroom.withdraw_version(version=second, reason="Tidak terjadi.", by=house.actor("approver"), now=now)
    desk.listen()
    mailroom.send_waiting(now=now)
    assert smtp_server.recipients() == [BIMA, CITRA, CITRA, CITRA]


@pytest.mark.parametrize("leave", [withdraw, erase])
def test_no_later_release_reaches_him(desk, house, audience, bima, now, smtp_server, leave):  # noqa: F811
    leave(house, bima, now)
    desk.opened(LEAD, audience=audience)
    mailroom.send_waiting(now=now)
    assert smtp_server.recipients() == [CITRA]


def test_a_consent_given_again_keeps_what_was_queued_by_it(desk, house, audience, bima, now, smtp_server):  # noqa: F811
    withdraw(house, bima, now - timedelta(hours=2))
    bima.refresh_from_db()
    directory.give_consent(journalist=bima, on=now.date(), how="Pesan", by=house.actor("dispatcher"), now=now)
    desk.opened(LEAD, audience=audience)  # the withdrawal is heard late, with what was queued since in the outbox
    mailroom.send_waiting(now=now)
    assert smtp_server.recipients() == [BIMA, CITRA]


def test_an_erased_journalists_ledger_keeps_a_mark(desk, house, audience, bima, citra, now, smtp_server):  # noqa: F811
    smtp_server.at_rcpt[BIMA] = [f"451 4.7.1 <{BIMA}> come again"]
    first = desk.opened(LEAD, audience=audience)
    mailroom.send_waiting(now=now)
    mailroom.send_waiting(now=now + timedelta(minutes=2))
    desk.listen()
    erase(house, bima, now)
    desk.listen()
    assert queries.tally(first) == {"sent": 2}
    told = str([*Outgoing.objects.values_list(), *Delivery.objects.values_list(), *Recipient.objects.values_list()])
    assert [word for word in (BIMA, "Bima", "bima") if word in told] == []
    assert CITRA in told
    gone = Outgoing.objects.exclude(address=CITRA).get()
    assert (gone.address, gone.name, gone.state) == (f"dihapus-{gone.pk}@dihapus.invalid", "", "sent")


def test_a_letter_on_the_line_is_tried_no_more_once_he_is_erased(desk, house, audience, bima, now, smtp_server):  # noqa: F811
    desk.opened(LEAD, audience=audience)
    row = mail.claim(claimed_by="mesin:1", by=house.actor("dispatcher"), now=now)
    assert row.address == BIMA
    erase(house, bima, now)
    desk.listen()
    answer = mail.rules.Answer(451, "4.7.1 come again")
    mail.settle(outgoing=row, answer=answer, by=house.actor("dispatcher"), now=now)
    mailroom.send_waiting(now=now + timedelta(hours=1))
    desk.listen()
    assert smtp_server.recipients() == [CITRA]
    forgotten = Delivery.objects.get(outgoing=row)
    assert (forgotten.state, forgotten.name) == ("unknown", "–")
    assert forgotten.looked_after_at is not None
    assert not Outgoing.objects.filter(address=BIMA).exists()
