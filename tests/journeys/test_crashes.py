"""kill -9 in the middle of a listener, a letter and a print; the clock on the minute: real processes, a real line."""

from __future__ import annotations

import json
import socket
import sqlite3
import threading
from datetime import UTC, datetime, timedelta

import pytest
from aiosmtpd.controller import Controller
from tests.journeys.real_office import Office, kill, office, until
from tests.smtp_fixture import Post

pytestmark = pytest.mark.slow

# A release by the writer Dewi, approved by Nugroho; printed id. `opens` in seconds from now, or None.
RELEASE = """
from datetime import timedelta
from kentongan.demo.hands import Office
from kentongan.desks.newsroom import actions as newsroom
from kentongan.desks.newsroom.rules import plain
from kentongan.desks.newsroom.models import Version
from kentongan.desks.dispatch import actions as dispatch
from kentongan.ground.approval import actions as approval, queries as approvals
from kentongan.ground.directory.models import Journalist
unit = Unit.objects.get(code="PROKOPIM")
dewi, nugroho = (Account.objects.get(email=f"{{n}}@tirtakencana.example") for n in ("dewi", "nugroho"))
melati = Actor.person(Account.objects.get(email="melati@tirtakencana.example").pk)
one = dispatch.make_list(unit=unit, name="Semua {name}", level="internal", topics=[], by=melati, now=now)
for journalist in Journalist.objects.all():
    dispatch.add_recipient(press_list=one, journalist=journalist, by=melati, now=now)
by = Actor.person(dewi.pk)
text = newsroom.start_manuscript(unit=unit, title="", by=by, now=now)
newsroom.save_revision(manuscript=text, title="Siaran {name}", document=plain.parse("KENCANA – Warga {name} berkumpul di balai desa."),
    base=text.head, key="k-{name}", by=by, now=now)
text.refresh_from_db()
opens = None if {opens!r} is None else now + timedelta(seconds={opens!r})
version = newsroom.submit(manuscript=text, release=newsroom.Release(audience={{"lists": [one.pk]}}, opens_at=opens), by=by, now=now)
asked = approvals.open_request("newsroom.version", version.pk)
approval.decide(request=asked, step=approvals.open_steps(asked)[0], kind="approved", approval_hash=version.approval_hash,
    account=nugroho, by=Actor.person(nugroho.pk), now=timezone.now())
print(version.pk, version.opens_at.isoformat() if version.opens_at else "")
"""


@pytest.fixture
def real(tmp_path):
    with office(tmp_path) as made:
        yield made


def rows(real: Office, sql: str, *values) -> list[tuple]:
    """A question to the office's file from outside, as another process sees it."""
    with sqlite3.connect(real.home / "kentongan.sqlite3", timeout=20) as connection:
        return connection.execute(sql, values).fetchall()


def release(real: Office, name: str, opens: float | None = None) -> tuple[int, str]:
    """Write, submit and approve; the version's id and when it opens."""
    pk, _, at = real.run(RELEASE.format(name=name, opens=opens)).partition(" ")
    return int(pk), at


def ledger(real: Office) -> list[str]:
    """States of the outgoing letters, in order."""
    return [state for (state,) in rows(real, "SELECT state FROM mailroom_outgoing ORDER BY id")]


def unheard(real: Office) -> int:
    """Hearings that wait."""
    return rows(real, "SELECT count(*) FROM record_hearing WHERE state != 'heard'")[0][0]


def post_office(real: Office) -> tuple[Post, Controller]:
    """The office's mail server, in this process."""
    post = Post(port=real.smtp)
    controller = Controller(post, hostname="127.0.0.1", port=real.smtp)
    controller.start()
    return post, controller


def test_a_worker_killed_inside_a_listener_leaves_all_or_nothing_and_goes_on(real):
    release(real, "satu")
    waiting = unheard(real)
    assert waiting > 0
    # No waiting for the lock: SQLite's own wait sleeps for longer than a listener takes.
    holder = sqlite3.connect(real.home / "kentongan.sqlite3", timeout=0, isolation_level=None)
    worker = real.start("kentongan", "worker")

    def is_held_inside_a_listener():
        """Take the file's write lock; where the worker has a listener in hand that it can't commit now, keep it."""
        try:
            holder.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:  # the worker writes just now
            return None
        hands = holder.execute(
            "SELECT args_kwargs FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"
        ).fetchall()
        for (said,) in hands:
            entry, listener, *_ = (*json.loads(said)["args"], "")  # a file's task has one argument
            asked = "SELECT state FROM record_hearing WHERE entry_id = ? AND listener = ?"
            if holder.execute(asked, (entry, listener)).fetchall() == [("waiting",)]:
                return listener
        holder.execute("ROLLBACK")
        return None

    caught = until(is_held_inside_a_listener, seconds=30, every=0.0003)
    kill(worker)
    holder.execute("ROLLBACK")
    holder.close()
    assert caught.startswith("kentongan."), "the kill hit between two tasks; nothing was proved"
    assert 0 < unheard(real) <= waiting
    assert rows(real, "PRAGMA integrity_check") == [("ok",)]

    post, controller = post_office(real)
    try:
        real.start("kentongan", "worker")
        until(lambda: unheard(real) == 0, seconds=40)
        until(lambda: ledger(real) and set(ledger(real)) == {"sent"}, seconds=40)
    finally:
        controller.stop()
    assert rows(real, "SELECT state FROM newsroom_version") == [("open",)]
    # Heard again, done once: one number, one delivery and one letter for each.
    assert rows(real, "SELECT count(*), count(DISTINCT recipient_key) FROM dispatch_delivery")[0] == (
        len(post.taken),
        len(post.taken),
    )
    assert len(set(post.recipients())) == len(post.taken) > 1
    assert rows(real, "SELECT count(*) FROM record_entry WHERE event = 'VersionOpened'") == [(1,)]


def test_a_worker_killed_after_the_final_dot_leaves_one_letter_unknown_and_sends_none_twice(real):
    release(real, "dua")
    post, controller = post_office(real)
    held, free = threading.Event(), threading.Event()

    def hold(address):
        """The server has the text and says nothing: the sender waits for its answer."""
        if not held.is_set():
            held.set()
            free.wait(30)

    post.when_taken = hold
    try:
        worker = real.start("kentongan", "worker")
        assert held.wait(40)
        assert len(post.taken) == 1
        assert ledger(real).count("sending") == 1, "the kill must hit while a letter is given"
        kill(worker)
        free.set()
        post.when_taken = None
        assert ledger(real).count("sending") == 1
        real.start("kentongan", "worker")
        until(lambda: not set(ledger(real)) & {"waiting", "sending"}, seconds=60)
    finally:
        free.set()
        controller.stop()
    states = ledger(real)
    assert (states.count("unknown"), states.count("sent")) == (1, len(states) - 1)
    assert len(post.taken) == len(states), "each letter was taken once, the unknown one too"
    assert sorted(set(post.recipients())) == post.recipients()


def printed(real: Office) -> tuple[int, int, str]:
    """(wanted, printed, root) of the press as the database says."""
    return rows(real, "SELECT wanted, printed, root FROM press_press")[0]


def test_a_clockhand_killed_inside_a_print_leaves_the_folder_whole_and_catches_up(real):
    before = (real.home / "site" / "current").readlink()
    real.run(
        "from kentongan.ground.press.actions import want_print\nwant_print(reason='x', by=Actor.machine('t'), now=now)"
    )
    clockhand = real.start("kentongan", "clockhand")

    def is_printing():
        return rows(real, "SELECT count(*) FROM press_print WHERE finished_at IS NULL")[0][0]

    until(is_printing, seconds=30, every=0.001)
    kill(clockhand)
    assert is_printing() == 1, "the kill must hit between the print's beginning and its end"
    check = "from kentongan.ground.press import queries\nprint(queries.store().verify())"
    assert real.run(check) == "[]"
    shown = (real.home / "site" / "current").readlink()
    wanted, done, _root = printed(real)
    assert done < wanted
    assert shown == before or shown.name == rows(real, "SELECT root FROM press_print ORDER BY id DESC LIMIT 1")[0][0]

    began = datetime.now(UTC)
    real.start("kentongan", "clockhand")
    until(lambda: printed(real)[0] == printed(real)[1], seconds=20)
    # Ten seconds from the restart, in which Python and Django start too.
    assert datetime.now(UTC) - began < timedelta(seconds=10)
    until(lambda: (real.home / "site" / "current").readlink().name == printed(real)[2], seconds=2)
    assert real.run(check) == "[]"
    assert rows(real, "SELECT count(*) FROM press_print WHERE finished_at IS NULL") == [(0,)]


def test_a_scheduled_release_opens_on_the_moment_by_the_real_clockhand(real):
    with socket.socket() as closed:  # no mail server: an opening needs none
        closed.bind(("127.0.0.1", real.smtp))
        real.start("kentongan", "worker")
        real.start("kentongan", "clockhand")
        until(lambda: rows(real, "SELECT count(*) FROM clock_heartbeat")[0][0] == 2, seconds=30)
        pk, at = release(real, "tepat", opens=9.0)
        due = datetime.fromisoformat(at)

        def is_open():
            return rows(real, "SELECT opened_at FROM newsroom_version WHERE id = ? AND state = 'open'", pk)

        seen_early = False
        while datetime.now(UTC) < due - timedelta(milliseconds=50):
            seen_early = seen_early or bool(is_open()) or "Siaran tepat" in real.shown("index.html")
            threading.Event().wait(0.1)
        assert not seen_early
        opened = datetime.fromisoformat(until(is_open, seconds=15)[0][0]).replace(tzinfo=UTC)
        until(lambda: "Siaran tepat" in real.shown("index.html"), seconds=15)
        public = datetime.now(UTC)
    assert timedelta(0) <= opened - due < timedelta(seconds=4)
    assert public - due < timedelta(seconds=10)
