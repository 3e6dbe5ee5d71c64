"""An open text whose fact has changed is corrected, or left as it was with a reason that answers for that change alone."""

import hashlib

import pytest
from django.test import Client
from django.urls import reverse

from kentongan.desks.evaluation import queries as evaluation
from kentongan.desks.facts.actions import Claim, record_fact, withdraw_fact
from kentongan.desks.newsroom import actions, panels, queries
from kentongan.desks.newsroom.models import LeftAsItWas
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of
from kentongan.ground.worklist.models import WorkItem

pytestmark = [pytest.mark.both, pytest.mark.django_db]
WHY = "Kalimatnya tentang keadaan hari itu."


def waiting():
    return list(WorkItem.objects.filter(kind="correct-fact", done_at=None).values_list("detail", flat=True))


def leave(desk, version, fact, *, reason=WHY, revision=None, by=None):
    fact.refresh_from_db()
    return actions.leave_as_it_was(
        version=version,
        fact=fact,
        revision=fact.revision if revision is None else revision,
        reason=reason,
        by=by or desk.house.actor("writer"),
        now=desk.now,
    )


@pytest.fixture
def flagged(desk, hectares):
    """An open text that says what its fact no longer says."""
    version = desk.opened(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].")
    desk.change(hectares, "1.482")
    return version


def test_left_as_it_was_the_work_and_the_flag_end_and_the_text_stays(desk, flagged, hectares):
    text = flagged.text
    left = leave(desk, flagged, hectares, reason=f"  {WHY} ")
    flagged.refresh_from_db()
    assert (flagged.state, flagged.text, queries.hashes_now(flagged)[0]) == ("open", text, flagged.text_hash)
    assert (waiting(), list(queries.stale())) == ([], [])
    assert (left.reason, left.revision, left.value, left.by) == (WHY, 2, "1.482", desk.house.account("writer"))
    assert WorkItem.objects.get(kind="correct-fact").done_by == desk.house.account("writer")
    assert Entry.objects.get(event="FactLeft").data == {
        "version_id": flagged.pk,
        "fact_id": hectares.pk,
        "revision": 2,
        "reason_hash": hashlib.sha256(WHY.encode()).hexdigest(),
    }


def test_the_same_change_heard_again_flags_nothing_and_a_later_one_flags_again(desk, flagged, hectares):
    leave(desk, flagged, hectares)
    again = actions.flag_quoting_versions(fact_id=hectares.pk, by=Actor.machine("newsroom"), now=desk.now)
    assert (again, waiting()) == ([], [])
    desk.change(hectares, "1.490")
    assert list(queries.stale()) == [flagged]
    assert ["1.490" in detail for detail in waiting()] == [True]
    leave(desk, flagged, hectares)
    assert [one.revision for one in LeftAsItWas.objects.all()] == [3, 2]


def test_a_change_after_a_change_is_told_as_the_fact_stands_now(desk, flagged, hectares):
    desk.change(hectares, "1.490")
    assert [("1.490" in detail, "1.482" in detail) for detail in waiting()] == [(True, False)]
    withdrawn = actions.withdraw_version(version=flagged, reason="Salah.", by=desk.house.actor("chief"), now=desk.now)
    desk.change(hectares, "1.491")
    assert (withdrawn.state, waiting()) == ("withdrawn", [])


def test_of_two_changed_facts_the_other_keeps_its_alarm(desk, hectares, house, now):
    claim = Claim("figure", "Jumlah kelompok tani", "17", "kelompok", source_kind="letter", source_name="BA 611/89")
    groups = record_fact(
        unit=house.prokopim, level="public", owner=house.account("writer"), claim=claim, by=house.actor("writer"),
        now=now,
    )  # fmt: skip
    version = desk.opened(
        f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}] untuk [17 kelompok|fakta:{groups.pk}]."
    )
    desk.change(hectares, "1.482")
    desk.change(groups, "18")
    leave(desk, version, hectares)
    assert list(queries.stale()) == [version]
    assert [("18" in detail, "1.482" in detail) for detail in waiting()] == [(True, False)]
    leave(desk, version, groups)
    assert (waiting(), list(queries.stale())) == ([], [])


def test_a_withdrawn_fact_can_be_left_too(desk, hectares):
    version = desk.opened(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].")
    withdraw_fact(fact=hectares, reason="Salah ukur.", by=desk.house.actor("writer"), now=desk.now)
    desk.listen()
    assert list(queries.stale()) == [version]
    assert leave(desk, version, hectares).value == ""
    assert (waiting(), list(queries.stale())) == ([], [])


@pytest.mark.parametrize(
    ("reason", "revision", "by"),
    [(" ", None, None), (WHY, 1, None), (WHY, None, Actor.machine("newsroom")), (WHY, None, Actor.public())],
)
def test_without_reason_person_or_what_the_fact_says_now_nothing_is_left(desk, flagged, hectares, reason, revision, by):
    with pytest.raises(Refusal):
        leave(desk, flagged, hectares, reason=reason, revision=revision, by=by)
    assert (LeftAsItWas.objects.count(), len(waiting()), list(queries.stale())) == (0, 1, [flagged])


def test_what_is_answered_or_no_longer_in_force_can_not_be_left(desk, flagged, hectares):
    leave(desk, flagged, hectares)
    with pytest.raises(Refusal):
        leave(desk, flagged, hectares)
    desk.change(hectares, "1.490")
    actions.withdraw_version(version=flagged, reason="Salah.", by=desk.house.actor("chief"), now=desk.now)
    with pytest.raises(Refusal):
        leave(desk, flagged, hectares)
    assert LeftAsItWas.objects.count() == 1


# ── the screen ──


def browser(house, role="writer", unit="PROKOPIM") -> Client:
    made = Client()
    made.force_login(house.account(role, unit))
    return made


def screen(version):
    return reverse("newsroom:leave", args=[version.pk])


@pytest.mark.parametrize("role", ["writer", "approver", "chief"])
def test_who_may_correct_leaves_it_on_its_screen_and_the_reason_stands_beside_the_version(
    desk, house, flagged, hectares, role, rf
):
    client = browser(house, role)
    way = f"{screen(flagged)}?fakta={hectares.pk}:2"
    assert way in client.get(flagged.get_absolute_url()).content.decode()
    assert "1.482" in client.get(way).content.decode()
    answer = client.post(way, {"changed": f"{hectares.pk}:2", "reason": WHY})
    assert (answer.status_code, answer["Location"]) == (302, flagged.get_absolute_url())
    page = client.get(flagged.get_absolute_url()).content.decode()
    assert (WHY in page, screen(flagged) in page, waiting()) == (True, False, [])
    request = rf.get("/kantor/")
    request.reader = reader_of(house.account(role), now=desk.now)
    assert panels.stale_facts(request) == []


def test_a_refused_form_keeps_what_was_typed(desk, house, flagged, hectares):
    client = browser(house)
    page = client.post(screen(flagged), {"reason": WHY})
    assert (page.status_code, WHY in page.content.decode()) == (422, True)
    desk.change(hectares, "1.490")  # while he wrote
    page = client.post(screen(flagged), {"changed": f"{hectares.pk}:2", "reason": WHY})
    assert (page.status_code, WHY in page.content.decode(), "1.490" in page.content.decode()) == (422, True, True)
    assert (LeftAsItWas.objects.count(), len(waiting())) == (0, 1)


@pytest.mark.parametrize(
    ("role", "unit"), [("writer", "KOMINFO"), ("archivist", "PROKOPIM"), ("dispatcher", "PROKOPIM")]
)
def test_who_may_not_correct_is_shown_no_button_and_leaves_nothing(desk, house, flagged, hectares, role, unit):
    client = browser(house, role, unit)
    assert screen(flagged) not in client.get(flagged.get_absolute_url()).content.decode()
    answer = client.post(screen(flagged), {"changed": f"{hectares.pk}:2", "reason": WHY})
    assert (answer.status_code, LeftAsItWas.objects.count(), len(waiting())) == (403, 0, 1)


def test_the_thread_tells_what_was_left_and_why(desk, house, hectares, training):
    version = desk.opened(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].", activity=training)
    desk.change(hectares, "1.482")
    leave(desk, version, hectares)
    steps = evaluation.thread(training, reader=reader_of(house.account("writer"), now=desk.now))
    told = [row for step in steps for row in step.rows if WHY in row.note]
    assert [("Sawah terairi" in row.what, row.when, row.url) for row in told] == [
        (True, desk.now, version.get_absolute_url())
    ]
