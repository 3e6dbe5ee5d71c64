"""What an answer means; what goes onto the wire."""

import email
from datetime import timedelta
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kentongan.ground.mailroom.rules import (
    RETRY_AFTER,
    Answer,
    Letter,
    Outcome,
    distinct,
    line_again_after,
    on_the_wire,
    outcome,
)


@pytest.mark.parametrize(
    ("answer", "attempts", "came"),
    [
        (Answer(250, "2.0.0 queued", given=True), 1, Outcome("sent")),
        (Answer(250, "sender ok"), 1, Outcome("waiting", again_after=RETRY_AFTER[0])),  # never reached the dot
        (Answer(0, given=True), 1, Outcome("unknown")),
        (Answer(0), 1, Outcome("waiting", again_after=RETRY_AFTER[0])),
        (Answer(451, "4.7.1 greylisted"), 2, Outcome("waiting", again_after=RETRY_AFTER[1])),
        (Answer(452, "4.2.2 full", given=True), 1, Outcome("waiting", again_after=RETRY_AFTER[0])),
        (Answer(451, "4.7.1 greylisted"), len(RETRY_AFTER) + 1, Outcome("failed")),
        (Answer(550, "5.1.1 no such user"), 1, Outcome("refused", bounced=True)),
        (Answer(550, "5.7.1 spam"), 1, Outcome("refused")),
        (Answer(554, "5.7.1 content", given=True), 1, Outcome("refused")),
    ],
)
def test_an_answer_has_one_outcome(answer, attempts, came):
    assert outcome(answer, attempts=attempts) == came


def test_a_dead_line_is_left_alone_longer_and_longer_up_to_five_minutes():
    assert [line_again_after(n) for n in (1, 2, 6, 60)] == [
        timedelta(seconds=2),
        timedelta(seconds=5),
        timedelta(minutes=5),
        timedelta(minutes=5),
    ]


def test_one_mailbox_is_one_row():
    assert distinct([("Red@KP.example", "Kencana Pos"), (" red@kp.example ", "Arif"), ("", "nobody")]) == [
        ("red@kp.example", "Kencana Pos")
    ]


def letter(**more) -> Letter:
    base = {
        "header_id": "<one@tirtakencana.example>",
        "sender": "humas@tirtakencana.example",
        "sender_name": "Prokopim Kabupaten Tirta Kencana",
        "address": "redaksi@kencanapos.example",
        "name": "Redaksi, Kencana Pos",
        "subject": "Siaran pers",
        "text": "Isi.\n.titik di awal\nSelesai.",
    }
    return Letter(**{**base, **more})


def test_bulk_mail_carries_one_click_and_other_mail_does_not():
    bulk = email.message_from_bytes(
        on_the_wire(
            letter(
                unsubscribe_url="https://h.example/berhenti/T/",
                list_id="prokopim.h.example",
                foot="Berhenti:",
                html="<html><body><p>Isi</p></body></html>",
            )
        ),
        policy=default,
    )
    assert bulk["List-Unsubscribe"] == "<https://h.example/berhenti/T/>"
    assert bulk["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert bulk["List-Id"] == "<prokopim.h.example>"
    assert bulk.get_body(("plain",)).get_content().splitlines()[-3:] == [
        "-- ",
        "Berhenti:",
        "https://h.example/berhenti/T/",
    ]
    html = bulk.get_body(("html",)).get_content()
    assert html.index("https://h.example/berhenti/T/") < html.index("</body>")
    plain = email.message_from_bytes(on_the_wire(letter()), policy=default)
    assert [plain[h] for h in ("List-Unsubscribe", "List-Unsubscribe-Post", "Precedence")] == [None, None, None]


def test_a_title_with_line_ends_adds_no_header():
    mail = email.message_from_bytes(
        on_the_wire(letter(subject="Judul\r\nBcc: semua@x.example", name="A\nB")), policy=default
    )
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Judul Bcc: semua@x.example"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(max_size=80))
def test_whatever_is_written_arrives_as_seven_bit_lines_under_a_thousand(text, subject):
    text = text.encode("utf-8", "ignore").decode()
    subject = subject.encode("utf-8", "ignore").decode()
    wire = on_the_wire(letter(text=text, subject=subject))
    assert wire.isascii()
    assert max(len(line) for line in wire.split(b"\r\n")) <= 998
    assert b"\n" not in wire.replace(b"\r\n", b"")
