"""The ledger says what a real server received, no more and no less."""

from datetime import timedelta

import pytest
from tests.smtp_fixture import free_port, run

from kentongan.ground.mailroom import actions, queries, tasks
from kentongan.ground.mailroom.models import MailLine, Message, Outgoing, Suppression
from kentongan.ground.mailroom.rules import RETRY_AFTER
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal

pytestmark = pytest.mark.both
BY = Actor.machine("dispatch")


@pytest.fixture
def post(house, now):
    def posting(*addresses, kind="release", bulk=True, **more):
        words = {"subject": "Bendungan Way Kencana mulai diisi", "text": "Isi siaran.", **more}
        return actions.post(
            unit=house.prokopim, kind=kind, recipients=[(a, f"Redaksi {a[:1].upper()}") for a in addresses],
            bulk=bulk, by=BY, now=now, **words,
        )  # fmt: skip

    return posting


def states(message) -> dict[str, str]:
    return dict(queries.ledger(message).values_list("address", "state"))


def test_the_ledger_equals_what_the_server_received_over_one_connection(post, smtp_server, now):
    message = post("a@kp.example", "b@kp.example", "A@KP.example", "c@kp.example")
    tasks.send_waiting(now=now)
    sent = queries.ledger(message).filter(state="sent")
    assert smtp_server.recipients() == sorted(sent.values_list("address", flat=True))
    assert [t.mail["Message-ID"] for t in smtp_server.taken] == list(sent.values_list("header_id", flat=True))
    assert {t.mail["To"] for t in smtp_server.taken} == {f"Redaksi {x} <{x.lower()}@kp.example>" for x in "ABC"}
    assert (smtp_server.connections, sent.count()) == (1, 3)
    first = smtp_server.taken[0].mail
    assert first["From"] == "Prokopim Kabupaten Tirta Kencana <humas@tirtakencana.example>"
    assert first["Reply-To"] == "prokopim@tirtakencana.example"
    token = Outgoing.objects.get(address="a@kp.example").unsubscribe_token
    assert first["List-Unsubscribe"] == f"<https://tirtakencana.example/berhenti/{token}/>"
    assert len({t.mail["List-Unsubscribe"] for t in smtp_server.taken}) == 3


def test_a_second_round_sends_nothing_twice(post, smtp_server, now):
    post("a@kp.example")
    for minute in range(3):
        tasks.send_waiting(now=now + timedelta(minutes=minute))
    assert smtp_server.recipients() == ["a@kp.example"]


def test_refused_greylisted_and_full_are_told_apart(post, smtp_server, now):
    smtp_server.at_rcpt["salah@kp.example"] = ["550 5.1.1 no such user"]
    smtp_server.at_rcpt["abu@kp.example"] = ["451 4.7.1 greylisted, come again"]
    smtp_server.at_data["penuh@kp.example"] = ["452 4.2.2 mailbox full"]
    smtp_server.at_data["sampah@kp.example"] = ["554 5.7.1 looks like spam"]
    message = post("abu@kp.example", "penuh@kp.example", "salah@kp.example", "sampah@kp.example", "x@kp.example")
    tasks.send_waiting(now=now)
    assert states(message) == {
        "abu@kp.example": "waiting",
        "penuh@kp.example": "waiting",
        "salah@kp.example": "refused",
        "sampah@kp.example": "refused",
        "x@kp.example": "sent",
    }
    tasks.send_waiting(now=now + RETRY_AFTER[0] - timedelta(seconds=1))
    assert smtp_server.recipients() == ["x@kp.example"]
    tasks.send_waiting(now=now + RETRY_AFTER[0])
    assert smtp_server.recipients() == ["abu@kp.example", "penuh@kp.example", "x@kp.example"]
    wrong = Outgoing.objects.get(address="salah@kp.example")
    assert (wrong.code, wrong.answer) == (550, "5.1.1 no such user")
    # The address that doesn't exist isn't written to in bulk again; the one taken for spam is.
    assert queries.suppressed(["salah@kp.example", "sampah@kp.example"]) == {"salah@kp.example"}


def test_a_row_that_is_put_off_for_ever_fails_in_the_end(post, smtp_server, now):
    smtp_server.at_rcpt["abu@kp.example"] = ["451 4.7.1 no"] * 50
    message = post("abu@kp.example")
    at = now
    for wait in [*RETRY_AFTER, timedelta(hours=9)]:
        tasks.send_waiting(now=at)
        at += wait
    assert states(message) == {"abu@kp.example": "failed"}
    assert Outgoing.objects.get().attempts == len(RETRY_AFTER) + 1


def test_a_line_that_dies_before_the_answer_is_unknown_for_press_mail_and_waits_for_a_person(
    house, post, smtp_server, now
):
    smtp_server.at_data["a@kp.example"] = ["take and hang up"]
    message = post("a@kp.example", "b@kp.example")
    tasks.send_waiting(now=now)
    assert states(message) == {"a@kp.example": "unknown", "b@kp.example": "sent"}
    tasks.send_waiting(now=now + timedelta(days=1))
    assert smtp_server.recipients() == ["a@kp.example", "b@kp.example"]
    row = queries.unknown_press().get()
    with pytest.raises(Refusal, match="Only a person"):
        actions.decide_unknown(outgoing=row, again=True, by=BY, now=now)
    actions.decide_unknown(outgoing=row, again=True, by=house.actor("dispatcher"), now=now)
    with pytest.raises(Refusal, match="decided about this mail already"):
        actions.decide_unknown(outgoing=row, again=True, by=house.actor("dispatcher"), now=now)
    tasks.send_waiting(now=now)
    ids = [t.mail["Message-ID"] for t in smtp_server.taken if t.recipient == "a@kp.example"]
    assert ids == [row.header_id] * 2
    assert states(message)["a@kp.example"] == "sent"


def test_an_unknown_one_that_is_let_be_stays_unknown_and_stops_asking(house, post, smtp_server, now):
    smtp_server.at_data["a@kp.example"] = ["take and hang up"]
    post("a@kp.example")
    tasks.send_waiting(now=now)
    actions.decide_unknown(outgoing=queries.unknown_press().get(), again=False, by=house.actor("dispatcher"), now=now)
    row = Outgoing.objects.get()
    assert (row.state, row.closed_by, queries.unknown_press().count()) == ("unknown", house.account("dispatcher"), 0)


def test_a_code_of_unknown_fate_is_sent_again_by_itself_and_its_text_is_emptied(post, smtp_server, now):
    smtp_server.at_data["sekda@kp.example"] = ["take and hang up"]
    message = post("sekda@kp.example", kind="code", bulk=False, text="Kode: 481916")
    tasks.send_waiting(now=now)
    assert Message.objects.get().text == "Kode: 481916"
    tasks.send_waiting(now=now + RETRY_AFTER[0])
    assert states(message) == {"sekda@kp.example": "sent"}
    assert [t.mail.get_content().strip() for t in smtp_server.taken] == ["Kode: 481916"] * 2
    assert len({t.mail["Message-ID"] for t in smtp_server.taken}) == 1
    assert Message.objects.get().text == ""


def test_a_dead_server_leaves_every_row_waiting_and_says_since_when(post, settings, smtp_server, now):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    message = post("a@kp.example")
    tasks.send_waiting(now=now)
    tasks.send_waiting(now=now + timedelta(seconds=1))  # left alone for two seconds
    line = MailLine.objects.get()
    assert (line.failures, line.down_since, line.error.startswith("ConnectionRefusedError")) == (1, now, True)
    assert (states(message), Outgoing.objects.get().attempts) == ({"a@kp.example": "waiting"}, 0)
    settings.EMAIL_PORT = port
    tasks.send_waiting(now=now + timedelta(seconds=2))
    line.refresh_from_db()
    assert (line.failures, line.down_since, states(message)) == (0, None, {"a@kp.example": "sent"})


def test_a_mail_larger_than_the_server_takes_is_refused_before_it_is_sent(post, settings, now):
    small, controller = run(size=2000)
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", small.port
    try:
        message = post("a@kp.example", text="kata " * 1000)
        tasks.send_waiting(now=now)
    finally:
        controller.stop()
    assert states(message) == {"a@kp.example": "refused"}
    assert Outgoing.objects.get().answer.startswith("5.3.4")
    assert small.taken == []


def test_a_password_never_travels_over_an_open_line(post, settings, smtp_server, now):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "humas", "rahasia-sekali"
    settings.EMAIL_HOST = "127.0.0.2"
    post("a@kp.example")
    smtp_server.taken.clear()
    tasks.send_waiting(now=now)
    assert "rahasia" not in MailLine.objects.get().error
    assert smtp_server.taken == []


def test_rows_of_a_dead_sender_become_unknown_and_those_of_a_living_one_stay(post, smtp_server, now):
    import os
    import platform

    from kentongan.ground.mailroom import outside

    message = post("a@kp.example", "b@kp.example", "c@kp.example")
    parent = f"{platform.node()} {os.getppid()} {outside._started(os.getppid())}"
    for mark in (f"{platform.node()} {os.getppid()} 1", parent, "another-host 7 99"):
        actions.claim(claimed_by=mark, by=BY, now=now)
    tasks.send_waiting(now=now)
    assert states(message) == {"a@kp.example": "unknown", "b@kp.example": "sending", "c@kp.example": "sending"}
    tasks.send_waiting(now=now + timedelta(minutes=11))
    assert states(message) == dict.fromkeys(("a@kp.example", "b@kp.example", "c@kp.example"), "unknown")
    assert smtp_server.taken == []


def test_settled_rows_are_announced_once_in_batches(post, smtp_server, now):
    message = post("a@kp.example", "b@kp.example")
    tasks.send_waiting(now=now)
    tasks.send_waiting(now=now + timedelta(seconds=1))
    ids = list(queries.ledger(message).values_list("pk", flat=True))
    assert [e.data for e in Entry.objects.filter(event="MailSettled")] == [
        {"message_id": message.pk, "outgoing_ids": ids}
    ]


def test_who_unsubscribed_is_held_at_once_and_ever_after_but_only_in_bulk(post, smtp_server, now):
    first = post("a@kp.example", "b@kp.example")
    token = Outgoing.objects.get(address="a@kp.example").unsubscribe_token
    assert actions.unsubscribe(token="no such token", by=Actor.public(), now=now) is None
    for _ in range(2):
        actions.unsubscribe(token=token, by=Actor.public(), now=now)
    second = post("A@kp.example", "b@kp.example", kind="correction")
    code = post("a@kp.example", kind="code", bulk=False)
    tasks.send_waiting(now=now)
    assert [states(m)["a@kp.example"] for m in (first, second, code)] == ["held", "held", "sent"]
    assert smtp_server.recipients() == ["a@kp.example", "b@kp.example", "b@kp.example"]
    assert "kp.example" not in str(list(Suppression.objects.values()))
    assert Entry.objects.filter(event="Unsubscribed").count() == 1


def test_what_has_not_left_can_be_stopped(post, smtp_server, now):
    message = post("a@kp.example", "b@kp.example")
    sent = actions.claim(claimed_by="another-host 7 99", by=BY, now=now)
    ids = list(queries.ledger(message).values_list("pk", flat=True))
    assert actions.stop(outgoing_ids=ids, by=BY, now=now) == [ids[1]]
    tasks.send_waiting(now=now)
    assert states(message) == {sent.address: "sending", "b@kp.example": "stopped"}
    assert smtp_server.taken == []
