"""Two processes at once: each opening has its own number, each save its own revision."""

import threading

import pytest
from django.db import connection

from kentongan.desks.newsroom import actions
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Revision, Version
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.models import NumberSeries

pytestmark = [pytest.mark.both, pytest.mark.django_db(transaction=True)]


def at_once(*calls):
    """Run the calls in threads that start together; what each returned or raised."""
    gate, told = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        gate.wait()
        try:
            told[place] = call()
        except Exception as error:  # noqa: BLE001 the test looks at it
            told[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return told


def approve(version, now):
    return lambda: actions.mark_approved(
        version_id=version.pk, approval_hash=version.approval_hash, by=Actor.machine("newsroom"), now=now
    )


def test_two_openings_at_once_get_two_numbers_and_two_places(desk, now):
    first, second = desk.submitted(), desk.submitted(title="Pelatihan kedua dibuka")
    for version in (first, second):
        desk.decide(version)
    told = at_once(approve(first, now), approve(second, now))
    assert [one for one in told if isinstance(one, Exception)] == []
    assert {one.number for one in told} == {"1/PROKOPIM/2026", "2/PROKOPIM/2026"}
    assert {one.slot for one in told} == {1, 2}


def test_one_version_opened_twice_at_once_is_opened_once(desk, now):
    version = desk.submitted()
    desk.decide(version)
    told = at_once(approve(version, now), approve(version, now), approve(version, now))
    assert [one for one in told if isinstance(one, Exception)] == []
    assert {one.number for one in told} == {"1/PROKOPIM/2026"}
    assert NumberSeries.objects.get().last == 1
    assert Entry.objects.filter(event="VersionOpened").count() == 1
    assert Version.objects.get(pk=version.pk).state == VersionState.OPEN


def test_of_two_saves_at_once_one_stands_and_the_other_is_told(desk, house, now):
    made = desk.started()

    def save(role, key):
        return lambda: actions.save_revision(
            manuscript=made,
            title="Judul",
            document=plain.parse(f"KENCANA – Milik {role}."),
            base=2,
            key=key,
            by=house.actor(role),
            now=now,
        )

    told = at_once(save("writer", "a"), save("protocol", "b"))
    stood = [one for one in told if isinstance(one, Revision)]
    stale = [one for one in told if isinstance(one, actions.StaleSave)]
    assert (len(stood), len(stale)) == (1, 1)
    assert stale[0].theirs.pk == stood[0].pk
    assert Revision.objects.filter(manuscript=made).count() == 3
