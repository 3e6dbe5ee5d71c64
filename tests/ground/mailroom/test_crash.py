"""A sender killed between the server's 250 and our commit: nobody knows, nothing is lost, nothing doubles unseen."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings as real
from django.db import connection, transaction
from django.utils import timezone

from kentongan.ground.mailroom import actions, queries, tasks
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.record.rules import Actor

pytestmark = [pytest.mark.slow, pytest.mark.both, pytest.mark.django_db(transaction=True)]

SENDER = """
import sys, django
django.setup()
from django.conf import settings
from django.db import connection
from django.utils import timezone
connection.settings_dict["NAME"] = sys.argv[1]
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[2])
settings.DEFAULT_FROM_EMAIL = "humas@tirtakencana.example"
from kentongan.ground.mailroom.tasks import send_waiting
print("sending", flush=True)
send_waiting(now=timezone.now())
"""


def test_killed_between_the_servers_yes_and_our_commit(house, smtp_server):
    now = timezone.now()  # the sender is a process of its own and reads the real clock
    message = actions.post(
        unit=house.prokopim, kind="release", subject="Bendungan mulai diisi", text="Isi siaran.", bulk=True,
        recipients=[("a@kp.example", "A"), ("b@kp.example", "B"), ("c@kp.example", "C")],
        by=Actor.machine("dispatch"), now=now,
    )  # fmt: skip
    second = queries.ledger(message)[1]
    taken = threading.Event()
    held, killed = threading.Event(), threading.Event()

    def hold_the_row():
        """Keep the sender from writing down the answer: its commit waits for our lock."""
        taken.wait(20)
        with transaction.atomic():
            Outgoing.objects.select_for_update().get(pk=second.pk)
            held.set()
            killed.wait(20)
        connection.close()

    # The server's own thread must not answer before the lock is held, or the commit could slip through.
    smtp_server.when_taken = lambda address: (taken.set(), held.wait(20)) if address == "b@kp.example" else None
    holder = threading.Thread(target=hold_the_row)
    holder.start()
    sender = subprocess.Popen(
        [sys.executable, "-c", SENDER, str(connection.settings_dict["NAME"]), str(smtp_server.port)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kentongan.settings", "PYTHONPATH": str(real.SOURCE.parent)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert held.wait(20)
        time.sleep(0.5)  # the 250 has crossed the loopback long since; the sender hangs in its commit
        assert sender.poll() is None
        os.kill(sender.pid, signal.SIGKILL)
        assert sender.wait(10) == -signal.SIGKILL
    finally:
        killed.set()
        holder.join()
        sender.kill()
        sender.stdout.close()

    smtp_server.when_taken = None
    # The kill hit in the middle: the server has it, our row still says that it is being sent.
    assert [row.state for row in queries.ledger(message)] == ["sent", "sending", "waiting"]
    assert smtp_server.recipients() == ["a@kp.example", "b@kp.example"]

    tasks.send_waiting(now=now)
    assert [row.state for row in queries.ledger(message)] == ["sent", "unknown", "sent"]
    assert smtp_server.recipients() == ["a@kp.example", "b@kp.example", "c@kp.example"]

    actions.decide_unknown(outgoing=second, again=True, by=house.actor("dispatcher"), now=now)
    tasks.send_waiting(now=now)
    ids = [one.mail["Message-ID"] for one in smtp_server.taken if one.recipient == "b@kp.example"]
    assert ids == [second.header_id] * 2
    assert {row.state for row in queries.ledger(message)} == {"sent"}
