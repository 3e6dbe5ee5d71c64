"""Through a real mail server: the ledger says what it received; corrections reach exactly those who had it before."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.desks.newsroom.conftest import LEAD, desk  # noqa: F401 (a fixture)

from kentongan.desks.dispatch import actions, queries
from kentongan.desks.dispatch.models import Delivery, PressList
from kentongan.desks.newsroom import actions as newsroom
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.mailroom import tasks as mailroom
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]
ONE, TWO = LEAD, LEAD.replace("Pendopo Kencana", "Aula Kencana")


@pytest.fixture
def lists(house, now):
    """Two lists of one unit, with one desk on both, and one list that could be written to by mistake."""
    by = house.actor("dispatcher")

    def made(name, *addresses, group=""):
        press_list = actions.make_list(unit=house.prokopim, name=name, level="internal", topics=[], by=by, now=now)
        for address in addresses:
            outlet, _ = Outlet.objects.get_or_create(name=address, defaults={"email": address})
            actions.add_recipient(press_list=press_list, outlet=outlet, by=by, now=now)
        if group:
            actions.add_recipient(press_list=press_list, group=group, by=by, now=now)
        return press_list

    return {
        "daily": made("Harian", "a@pos.example", "b@info.example", group="Wartawan Kencana"),
        "online": made("Daring", "b@info.example", "c@hulu.example"),
        "other": made("Radio", "z@radio.example"),
    }


def audience(*lists):
    return {"lists": sorted(one.pk for one in lists)}


def send(now):
    mailroom.send_waiting(now=now)


def test_the_ledger_equals_what_the_server_received_and_a_desk_on_two_lists_gets_one(desk, lists, now, smtp_server):  # noqa: F811
    version = desk.opened(ONE, audience=audience(lists["daily"], lists["online"]))
    send(now)
    desk.listen()

    assert smtp_server.recipients() == ["a@pos.example", "b@info.example", "c@hulu.example"]
    assert sorted(Outgoing.objects.filter(state="sent").values_list("address", flat=True)) == smtp_server.recipients()
    assert queries.tally(version) == {"sent": 3, "waiting": 1}
    mail = smtp_server.taken[0].mail
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert version.code in mail.get_body().get_content()


def test_a_correction_reaches_exactly_those_who_had_the_version_before(desk, lists, now, smtp_server):  # noqa: F811
    first = desk.opened(ONE, audience=audience(lists["daily"]))
    desk.opened(
        "KENCANA – Kabar lain yang tidak ada hubungannya sama sekali.",
        title="Kabar lain",
        audience=audience(lists["other"]),
    )
    second = desk.approved(desk.correction(first, TWO))
    send(now)

    assert smtp_server.recipients(f"KOREKSI: {second.title}") == ["a@pos.example", "b@info.example"]
    owed = Delivery.objects.filter(version=second)
    assert sorted(owed.values_list("name", "channel", "because")) == [
        ("Wartawan Kencana", "whatsapp", "correction"), ("a@pos.example", "mail", "correction"), ("b@info.example", "mail", "correction"),
    ]  # fmt: skip


def test_a_replay_writes_to_nobody_twice(desk, lists, now, smtp_server):  # noqa: F811
    version = desk.opened(ONE, audience=audience(lists["daily"]))
    for _ in range(2):
        actions.queue_release(version_id=version.pk, by=Actor.machine("dispatch"), now=now)
        send(now)
    assert smtp_server.recipients() == ["a@pos.example", "b@info.example"]


def test_whoever_may_hold_it_hears_that_it_was_withdrawn_and_why(desk, house, lists, now, smtp_server):  # noqa: F811
    smtp_server.at_rcpt["b@info.example"] = ["451 4.7.1 greylisted"]
    version = desk.opened(ONE, audience=audience(lists["daily"], lists["online"]))
    send(now)
    newsroom.withdraw_version(version=version, reason="Acara dibatalkan.", by=house.actor("chief"), now=now)
    desk.listen()
    send(now)
    desk.listen()
    letters = [t for t in smtp_server.taken if t.mail["Subject"].startswith("DITARIK")]
    assert [t.recipient for t in letters] == ["a@pos.example", "c@hulu.example"]
    text = letters[0].mail.get_body(("plain",)).get_content()
    assert "Acara dibatalkan." in text
    assert ONE not in text  # the withdrawn text isn't sent once more
    held_back = Delivery.objects.get(name="b@info.example")
    assert (held_back.because, held_back.state) == ("release", "stopped")


def test_a_correction_passes_by_who_never_had_it_and_takes_the_place_of_what_waits(desk, lists, now, smtp_server):  # noqa: F811
    smtp_server.at_rcpt["a@pos.example"] = ["550 5.7.1 no"]  # refused: he has nothing to correct
    smtp_server.at_rcpt["b@info.example"] = ["451 4.7.1 greylisted"]  # waits: gets the correction alone
    smtp_server.at_data["c@hulu.example"] = ["take and hang up"]  # unanswered: may hold it
    first = desk.opened(ONE, audience=audience(lists["daily"], lists["online"]))
    send(now)
    desk.listen()
    lists["online"].recipients.all().delete()  # who left the list still holds the wrong text
    second = desk.approved(desk.correction(first, TWO))
    for minute in (0, 5):
        send(now + timedelta(minutes=minute))
        desk.listen()
    assert smtp_server.recipients(first.title) == ["c@hulu.example"]
    assert smtp_server.recipients(f"KOREKSI: {second.title}") == ["b@info.example", "c@hulu.example"]
    states = Delivery.objects.filter(channel="mail").order_by("version_id", "name")
    assert list(states.values_list("version_id", "name", "state")) == [
        (first.pk, "a@pos.example", "failed"),
        (first.pk, "b@info.example", "stopped"),
        (first.pk, "c@hulu.example", "unknown"),
        (second.pk, "b@info.example", "sent"),
        (second.pk, "c@hulu.example", "sent"),
    ]


def test_a_release_heard_late_is_sent_as_it_stands_corrected(desk, lists, now, smtp_server):  # noqa: F811
    first = desk.opened(ONE, audience=audience(lists["other"]))
    second = desk.approved(desk.correction(first, TWO))
    Delivery.objects.all().delete()
    Outgoing.objects.all().delete()
    actions.queue_release(version_id=first.pk, by=Actor.machine("dispatch"), now=now)
    send(now)
    assert [t.mail.get_body(("plain",)).get_content().count("Aula Kencana") for t in smtp_server.taken] == [1]
    assert Delivery.objects.get(channel="mail").version == second


def test_a_version_that_is_not_open_yet_is_queued_for_nobody(desk, lists, now):  # noqa: F811
    version = desk.submitted(ONE, audience=audience(lists["daily"]))
    assert actions.queue_release(version_id=version.pk, by=Actor.machine("dispatch"), now=now) == 0
    assert Delivery.objects.count() == 0


def test_a_journalist_without_consent_is_refused_and_only_his_beat_reaches_him(house, lists, now, desk, smtp_server):  # noqa: F811
    health, roads = (
        Beat.objects.create(name="Kesehatan", slug="kesehatan"),
        Beat.objects.create(name="Jalan", slug="jalan"),
    )
    by = house.actor("dispatcher")
    silent = Journalist.objects.create(unit=house.prokopim, name="Bima", email="bima@x.example")
    with pytest.raises(Refusal, match="consented"):
        actions.add_recipient(press_list=lists["daily"], journalist=silent, by=by, now=now)
    for name, beat in (("Citra", health), ("Fajar", roads)):
        person = Journalist.objects.create(
            unit=house.prokopim, name=name, email=f"{name.lower()}@x.example", consent_on=now.date()
        )
        person.beats.add(beat)
        actions.add_recipient(press_list=lists["other"], journalist=person, by=by, now=now)
    version = desk.submitted(ONE, audience=audience(lists["other"]))
    version.topics.add(health)
    desk.approved(version)
    send(now)
    assert smtp_server.recipients() == ["citra@x.example", "z@radio.example"]


def test_a_refused_address_is_an_alarm_with_its_answer(client, house, desk, lists, now, smtp_server):  # noqa: F811
    smtp_server.at_rcpt["a@pos.example"] = ["550 no such mailbox"]
    version = desk.opened(ONE, audience=audience(lists["daily"]))
    send(now)
    desk.listen()
    assert queries.tally(version) == {"failed": 1, "sent": 1, "waiting": 1}
    reader = reader_of(house.account("chief"), now=now)
    assert [(v.bad, v.all) for v in queries.troubled(reader=reader)] == [(1, 3)]
    client.force_login(house.account("chief"))
    assert "no such mailbox" in client.get(reverse("newsroom:version", args=[version.pk])).content.decode()


def test_a_group_is_ticked_once_by_a_person(client, house, desk, lists, now):  # noqa: F811
    version = desk.opened(ONE, audience=audience(lists["daily"]))
    delivery = Delivery.objects.get(version=version, channel="whatsapp")
    client.force_login(house.account("dispatcher"))
    client.post(reverse("dispatch:tick", args=[delivery.pk]))
    again = client.post(reverse("dispatch:tick", args=[delivery.pk]))
    delivery.refresh_from_db()
    assert (delivery.state, delivery.ticked_by, again.status_code) == ("shared", house.account("dispatcher"), 409)


def test_only_those_who_send_for_its_unit_are_asked_to_share_a_release(client, house, desk, lists, now):  # noqa: F811
    desk.opened(ONE, audience=audience(lists["daily"]))
    shown = []
    for unit in ("PROKOPIM", "KOMINFO"):
        client.force_login(house.account("dispatcher", unit))
        shown.append("Wartawan Kencana" in client.get(reverse("office:today")).content.decode())
    assert shown == [True, False]


def test_a_group_is_never_asked_to_be_told_what_was_corrected_or_withdrawn_since(desk, house, lists, now):  # noqa: F811
    reader = reader_of(house.account("dispatcher"), now=now)
    first = desk.opened(ONE, audience=audience(lists["daily"]))
    second = desk.approved(desk.correction(first, TWO))
    assert list(queries.groups_waiting(reader=reader).values_list("version", "because")) == [(second.pk, "correction")]
    newsroom.withdraw_version(version=second, reason="Acara dibatalkan.", by=house.actor("chief"), now=now)
    desk.listen()
    assert list(queries.groups_waiting(reader=reader).values_list("version", "because")) == [(second.pk, "withdrawal")]


def test_the_whatsapp_text_has_a_bold_headline_one_link_and_the_code(desk, lists):  # noqa: F811
    version = desk.opened(ONE, audience=audience(lists["daily"]))
    text = queries.whatsapp_text(version)
    assert text.startswith("*Pelatihan kehumasan dibuka*\n\n")
    assert text.count("http") == 1
    assert version.code in text


def test_what_was_withdrawn_or_corrected_is_not_passed_on_by_hand(client, desk, house, lists, now):  # noqa: F811
    first = desk.opened(ONE, audience=audience(lists["daily"]))
    second = desk.approved(desk.correction(first, TWO))
    client.force_login(house.account("dispatcher"))
    page = client.get(reverse("newsroom:version", args=[first.pk])).content.decode()
    assert ("wa.me" in page, "teks itulah yang dibagikan" in page) == (False, True)
    newsroom.withdraw_version(version=second, reason="Acara *batal*.", by=house.actor("chief"), now=now)
    second.refresh_from_db()
    text = queries.whatsapp_text(second)
    assert text.startswith(f"*DITARIK. Acara batal.*\n\n{second.title}\n\nhttp")
    assert (TWO in text, second.code in text, TWO in unquote(queries.share_url(second))) == (False, True, False)


def test_lists_of_another_unit_are_seen_but_not_changed_and_restricted_ones_are_404(client, house, lists, now):
    hidden = actions.make_list(
        unit=house.prokopim, name="Tertutup", level="restricted", topics=[], by=house.actor("dispatcher"), now=now
    )
    client.force_login(house.account("dispatcher", "KOMINFO"))
    shown = lists["daily"]
    assert client.get(reverse("dispatch:list", args=[shown.pk])).status_code == 200
    assert client.post(reverse("dispatch:recipient-new", args=[shown.pk]), {"group": "Susupan"}).status_code == 403
    for name in ("list", "list-change", "recipient-new"):
        assert client.get(reverse(f"dispatch:{name}", args=[hidden.pk])).status_code == 404
    place = shown.recipients.first()
    assert client.post(reverse("dispatch:recipient-drop", args=[place.pk])).status_code == 403
    assert PressList.objects.get(pk=shown.pk).recipients.count() == 3


def test_the_list_of_deliveries_costs_the_same_with_one_and_three_releases(client, house, desk, lists):  # noqa: F811
    client.force_login(house.account("dispatcher"))
    costs = []
    for titles in (("Satu",), ("Dua", "Tiga")):
        for title in titles:
            desk.opened(f"{ONE} {title} kali dibuka.", title=f"Pelatihan {title}", audience=audience(lists["daily"]))
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("dispatch:deliveries"))
        costs.append(len(seen))
    assert costs[0] == costs[1]


def test_an_alarm_ends_when_a_person_has_looked_after_it(house, desk, lists, now, smtp_server):  # noqa: F811
    smtp_server.at_rcpt["a@pos.example"] = ["550 no such mailbox"]
    version = desk.opened(ONE, audience=audience(lists["daily"]))
    send(now)
    desk.listen()
    reader, by = reader_of(house.account("chief"), now=now), house.actor("dispatcher")
    assert actions.look_after(version=version, by=by, now=now) == 1
    assert queries.troubled(reader=reader) == []
    with pytest.raises(Refusal):
        actions.look_after(version=version, by=by, now=now)
