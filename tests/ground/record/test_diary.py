"""The diary: announced with its listeners or not at all, heard once, changed by nobody unseen."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from kentongan.ground.record import actions, queries, registry, tasks, verifier
from kentongan.ground.record.events import event
from kentongan.ground.record.models import Entry, Hearing, Seal
from kentongan.ground.record.rules import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.both]

HEARD: list[int] = []


@event
class DrumStruck:
    """Only for these tests. Heard by: `remember`."""

    beats: int


@registry.listens_to(DrumStruck)
def remember(entry: Entry, *, now) -> None:
    if entry["beats"] == 13:
        raise RuntimeError("thirteen")
    HEARD.append(entry["beats"])


@pytest.fixture(autouse=True)
def silence():
    HEARD.clear()


def strike(beats: int, now) -> Entry:
    return actions.announce(DrumStruck(beats=beats), by=Actor.machine("record"), now=now)


def queued() -> list[tuple]:
    from django_tasks_db.models import DBTaskResult

    return [(row.task_path, row.args_kwargs["args"]) for row in DBTaskResult.objects.order_by("enqueued_at")]


def test_an_announcement_writes_one_entry_and_one_queue_row_per_listener(now):
    entry = strike(3, now)

    assert Entry.objects.values_list("event", "data").get() == ("DrumStruck", {"beats": 3})
    assert list(Hearing.objects.values_list("entry_id", "state")) == [(entry.pk, "waiting")]
    assert [args for _, args in queued()] == [[entry.pk, f"{__name__}.remember"]]


def test_a_rollback_leaves_neither_entry_nor_queue_row(now):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        strike(3, now)
        raise ZeroDivisionError

    assert (Entry.objects.count(), Hearing.objects.count(), queued()) == (0, 0, [])


def test_a_replay_has_no_effect_twice(now):
    entry = strike(5, now)
    listener = f"{__name__}.remember"
    tasks.hear.call(entry.pk, listener)
    tasks.hear.call(entry.pk, listener)

    assert HEARD == [5]
    assert Hearing.objects.values_list("state", "attempts").get() == ("heard", 1)


def test_a_listener_that_fails_is_tried_again_and_then_shown(now):
    entry = strike(13, now)
    for _ in range(4):
        with pytest.raises(RuntimeError):
            tasks.hear.call(entry.pk, f"{__name__}.remember")

    assert Hearing.objects.values_list("state", "attempts", "error").get() == ("failed", 4, "RuntimeError")
    assert queries.unheard() == 1


@pytest.mark.parametrize("words", ["Dewi Anggraini", "dewi@kencana.example", "kalimat bebas."])
def test_an_event_with_free_text_is_refused(now, words):
    with pytest.raises((TypeError, ValueError)):
        strike(words, now)


@pytest.mark.parametrize("statement", ["UPDATE record_entry SET event='x'", "DELETE FROM record_entry"])
def test_an_entry_can_be_neither_changed_nor_removed(now, statement):
    strike(1, now)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Entry.objects.get().event == "DrumStruck"


def test_the_triggers_are_there_after_migration():
    assert queries.missing_triggers() == set()


def test_truncate_is_refused_on_postgresql(now):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    strike(1, now)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the pending foreign keys refuse it first
        cursor.execute("TRUNCATE record_entry CASCADE")


def test_seals_chain_every_entry_and_a_second_seal_has_nothing_to_do(now):
    for beats in (1, 2, 3):
        strike(beats, now)
    first = actions.seal(by=Actor.machine("record"), now=now)
    nothing = actions.seal(by=Actor.machine("record"), now=now)
    strike(4, now)
    second = actions.seal(by=Actor.machine("record"), now=now)

    assert (first.count, nothing, second.count, second.previous) == (3, None, 1, first.head)
    assert list(queries.faults()) == []


def test_a_changed_entry_and_a_lifted_trigger_are_both_named(now):
    entry = strike(7, now)
    actions.seal(by=Actor.machine("record"), now=now)
    with connection.cursor() as cursor:
        on = " ON record_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER record_entry_no_update{on}")
        cursor.execute("UPDATE record_entry SET actor_desk = 'nobody'")

    assert list(queries.faults()) == [
        "The triggers that keep the diary append-only are missing: record_entry_no_update.",
        f"Entry {entry.pk} was changed after seal 1.",
    ]


def test_the_export_is_checked_without_django_and_every_altered_line_is_found(now):
    for beats in range(5):
        strike(beats, now)
        if beats in (1, 4):
            actions.seal(by=Actor.machine("record"), now=now)
    lines = list(queries.export())
    assert list(verifier.check(lines)) == []
    assert list(verifier.check(lines, Seal.objects.last().head)) == []

    for at in range(len(lines)):
        row = json.loads(lines[at])
        field = "count" if "seal" in row else "event"
        row[field] = row[field] * 2
        altered = lines[:at] + [json.dumps(row, sort_keys=True, separators=(",", ":"))] + lines[at + 1 :]
        assert list(verifier.check(altered)) != [], at
        assert list(verifier.check(lines[:at] + lines[at + 1 :], Seal.objects.last().head)) != [], at


def test_the_verifier_stands_alone_in_150_lines():
    from pathlib import Path

    text = Path(verifier.__file__).read_text()
    assert len(text.splitlines()) <= 150
    assert [line for line in text.splitlines() if line.startswith(("import ", "from "))] == [
        "import hashlib",
        "import json",
        "import sys",
    ]
