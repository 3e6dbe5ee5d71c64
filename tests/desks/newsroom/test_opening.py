"""Submit, approve, open: one hash, four eyes, the right number, never early."""

from datetime import timedelta

import pytest
from django.db import transaction

from kentongan.desks.newsroom import actions, queries
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Author, Manuscript, Revision, Version, VersionFact
from kentongan.ground.approval.models import Decision, Request
from kentongan.ground.directory.models import Person
from kentongan.ground.press.models import Change
from kentongan.ground.record.models import Entry, Hearing
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import NumberPattern, NumberSeries
from kentongan.ground.units.rules.codes import verify_code
from kentongan.ground.worklist.models import WorkItem

pytestmark = [pytest.mark.both, pytest.mark.django_db]
MACHINE = Actor.machine("newsroom")


def open_now(version, *, at):
    return actions.open_version(version=version, by=MACHINE, now=at, clock=lambda: at)


# ── submitting ──


def test_submitting_freezes_text_facts_and_two_hashes_and_asks_a_second_person(desk, hectares):
    version = desk.submitted(
        f"KENCANA – Airnya mengairi [1.284 hektare|fakta:{hectares.pk}] sawah.", audience={"lists": [3]}
    )
    assert version.text == "Pelatihan kehumasan dibuka\n\nKENCANA – Airnya mengairi 1.284 hektare sawah."
    (quoted,) = version.quoted.all()
    assert (quoted.fact, quoted.value, quoted.measure, quoted.source, quoted.revision) == (
        hectares, "1.284", "hektare", "Berita acara 611/88", 1,
    )  # fmt: skip
    assert queries.hashes_now(version) == (version.text_hash, version.approval_hash)
    request = desk.request(version)
    assert (request.approval_hash, request.barred) == (version.approval_hash, [desk.house.account("writer").pk])
    assert (version.number, version.code, version.slot, version.opened_at) == ("", "", None, None)


def test_audience_moment_and_caption_change_the_approval_hash_and_leave_the_text_hash(desk, now):
    plain = desk.submitted()
    listed = desk.submitted(audience={"lists": [3]})
    later = desk.submitted(opens_at=now + timedelta(hours=1))
    assert len({plain.text_hash, listed.text_hash, later.text_hash}) == 1
    assert len({plain.approval_hash, listed.approval_hash, later.approval_hash}) == 3


@pytest.mark.parametrize(
    "typed",
    [
        "KENCANA – Anggarannya Rp 120 juta.",
        "KENCANA – Dimulai Senin, 1 Desember 2026.",
        "KENCANA – Pelatihan.\n> “Ya.”",
        "",
    ],
)
def test_what_stops_a_text_is_said_and_nothing_is_frozen(desk, typed):
    manuscript = desk.started(typed)
    with pytest.raises(Refusal) as refused:
        desk.submit(manuscript)
    assert refused.value.then
    assert Version.objects.count() == Request.objects.count() == 0
    assert Manuscript.objects.get(pk=manuscript.pk).state == "draft"


def test_a_figure_without_a_source_does_not_stop(desk):
    assert desk.submitted("KENCANA – Sirene terdengar sampai 12 desa.").state == VersionState.SUBMITTED


def test_a_closed_level_a_passed_moment_and_a_second_submission_are_refused(desk, now):
    closed = desk.started(settings=actions.Settings(level="restricted"))
    passed = desk.started()
    twice = desk.submitted().manuscript
    for manuscript, opens_at in ((closed, None), (passed, now), (twice, None)):
        with pytest.raises(Refusal):
            desk.submit(manuscript, opens_at=opens_at)


def test_a_fact_of_another_units_closed_rows_is_not_quoted_by_its_number(desk, house, now, hectares):
    hectares.level, hectares.unit = "restricted", house.kominfo
    hectares.save()
    manuscript = desk.started(f"KENCANA – Airnya mengairi [1.284 hektare|fakta:{hectares.pk}] sawah.")
    with pytest.raises(Refusal):
        desk.submit(manuscript)
    assert VersionFact.objects.count() == 0


# ── four eyes ──


def test_author_co_author_last_editor_and_superuser_can_not_approve(desk, house):
    manuscript = desk.started()
    for role in ("approver", "chief"):
        desk.save(manuscript, f"KENCANA – Disunting {role} di Pendopo.", by=role)
    house.account("approver").is_superuser = True
    house.account("approver").save()
    # The unit's only approver wrote in it: approval has nobody to ask.
    with pytest.raises(Refusal):
        desk.submit(manuscript)
    assert Version.objects.count() == 0


def test_an_authors_decision_opens_nothing_even_if_it_was_let_through(desk, house):
    version = desk.submitted()
    desk.decide(version)
    # Whatever let it happen (a superuser at the database): the approver's name stands among the authors afterwards.
    Author.objects.create(manuscript=version.manuscript, account=house.account("approver"))
    with pytest.raises(Refusal, match=r"second person|orang kedua"):
        actions.mark_approved(version_id=version.pk, approval_hash=version.approval_hash, by=MACHINE, now=desk.now)
    version.refresh_from_db()
    assert (version.state, version.number) == (VersionState.SUBMITTED, "")


def test_a_frozen_text_changed_at_the_database_is_not_opened(desk):
    version = desk.submitted()
    desk.decide(version)
    Version.objects.filter(pk=version.pk).update(title="Judul lain")
    with pytest.raises(Refusal):
        actions.mark_approved(version_id=version.pk, approval_hash=version.approval_hash, by=MACHINE, now=desk.now)


def test_an_approval_of_another_hash_is_refused(desk):
    version = desk.submitted()
    desk.decide(version)
    with pytest.raises(Refusal):
        actions.mark_approved(version_id=version.pk, approval_hash="0" * 64, by=MACHINE, now=desk.now)


def test_without_an_approval_nothing_opens(desk):
    version = desk.submitted()
    Version.objects.filter(pk=version.pk).update(state=VersionState.APPROVED)
    with pytest.raises(Refusal):
        open_now(version, at=desk.now)


# ── opening ──


def test_an_approved_version_opens_with_number_code_address_and_a_wanted_print(desk, house):
    NumberPattern.objects.create(unit=house.prokopim, kind="release", classification="480")
    version = desk.opened()
    assert version.state == VersionState.OPEN
    assert version.number == "480/1/PROKOPIM/2026"
    assert version.code == verify_code(version.text_hash)
    assert (version.slug, version.slot) == ("pelatihan-kehumasan-dibuka", 1)
    assert list(Change.objects.values_list("kind", "thing_id")) == [("newsroom.version", version.pk)]
    assert Entry.objects.filter(event="VersionOpened").count() == 1
    assert queries.hashes_now(version) == (version.text_hash, version.approval_hash)


def test_a_replayed_approval_opens_once(desk):
    version = desk.opened()
    for _ in range(2):
        actions.mark_approved(version_id=version.pk, approval_hash=version.approval_hash, by=MACHINE, now=desk.now)
        open_now(version, at=desk.now)
    assert Entry.objects.filter(event="VersionOpened").count() == 1
    assert NumberSeries.objects.get().last == 1


def test_a_rolled_back_opening_leaves_no_number_no_print_and_no_entry(desk):
    version = desk.submitted()
    desk.decide(version)
    entries = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        actions.mark_approved(version_id=version.pk, approval_hash=version.approval_hash, by=MACHINE, now=desk.now)
        1 / 0  # noqa: B018
    assert (Entry.objects.count(), NumberSeries.objects.count(), Change.objects.count()) == (entries, 0, 0)


def test_a_scheduled_version_is_opened_by_the_clock_read_inside_the_lock_and_never_before(desk, now):
    at = now + timedelta(hours=2)
    version = desk.approved(desk.submitted(opens_at=at))
    assert version.state == VersionState.APPROVED
    early = at - timedelta(microseconds=1)
    # The duty began at the right second by its own clock, yet the clock inside the lock says it is early.
    assert actions.open_due(by=MACHINE, now=at, clock=lambda: early) == []
    version.refresh_from_db()
    assert version.opened_at is None
    assert actions.open_due(by=MACHINE, now=early, clock=lambda: at) == []
    (opened,) = actions.open_due(by=MACHINE, now=at, clock=lambda: at)
    assert (opened.pk, opened.opened_at) == (version.pk, at)


def test_the_moment_may_pass_while_it_waits_and_it_opens_when_approved(desk, now):
    version = desk.submitted(opens_at=now + timedelta(minutes=5))
    assert desk.approved(version, at=now + timedelta(hours=1)).state == VersionState.OPEN


def test_two_versions_get_two_numbers_and_two_places(desk):
    first, second = desk.opened(), desk.opened(title="Pelatihan kedua dibuka")
    assert {first.number, second.number} == {"1/PROKOPIM/2026", "2/PROKOPIM/2026"}
    assert (first.slot, second.slot) == (1, 2)


# ── returned, taken back, rescheduled ──


def test_a_returned_version_keeps_its_ordinal_and_its_writers_read_the_reason(desk):
    version = desk.submitted()
    desk.decide(version, kind="returned", reason="Nama Bupati salah.")
    desk.listen()
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    item = WorkItem.objects.get(kind="rework", done_at=None)
    assert (item.account, item.detail) == (desk.house.account("writer"), "Nama Bupati salah.")
    again = desk.submit(Manuscript.objects.get(pk=version.manuscript_id))
    assert (again.ordinal, again.line) == (2, version)
    assert WorkItem.objects.filter(kind="rework", done_at=None).count() == 0


def test_another_moment_voids_the_approval_and_asks_anew(desk, now):
    version = desk.approved(desk.submitted(opens_at=now + timedelta(hours=2)))
    later = actions.Release(opens_at=now + timedelta(hours=3))
    moved = actions.reschedule(version=version, release=later, by=desk.house.actor("writer"), now=now)
    version.refresh_from_db()
    assert (version.state, moved.state, moved.ordinal) == (VersionState.VOID, VersionState.SUBMITTED, 2)
    assert moved.text_hash == version.text_hash
    assert moved.approval_hash != version.approval_hash
    assert actions.open_due(by=MACHINE, now=now + timedelta(hours=5), clock=lambda: now + timedelta(hours=5)) == []


def test_an_open_version_can_not_be_taken_back(desk, now):
    with pytest.raises(Refusal):
        actions.take_back(version=desk.opened(), by=desk.house.actor("writer"), now=now)


# ── facts ──


def test_a_fact_changed_before_the_opening_holds_the_version_and_tells_its_writer(desk, hectares, now):
    at = now + timedelta(hours=1)
    version = desk.approved(desk.submitted(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].", opens_at=at))
    desk.change(hectares, "1.482")
    version.refresh_from_db()
    assert version.state == VersionState.HELD
    assert "1.482" in version.held_reason
    assert version.quoted.get().stale_at is not None
    assert WorkItem.objects.get(kind="held").account == desk.house.account("writer")
    assert actions.open_due(by=MACHINE, now=at, clock=lambda: at) == []


def test_opening_checks_the_facts_again_inside_its_lock(desk, hectares, now):
    at = now + timedelta(hours=1)
    version = desk.approved(desk.submitted(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].", opens_at=at))
    # The fact changes and its announcement hasn't been delivered yet.
    hectares.revision, hectares.value = 2, "1.482"
    hectares.save()
    assert actions.open_due(by=MACHINE, now=at, clock=lambda: at) == []
    version.refresh_from_db()
    assert (version.state, version.number) == (VersionState.HELD, "")


def test_a_fact_changed_after_the_opening_alarms_the_owner_and_leaves_the_text(desk, hectares):
    version = desk.opened(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].")
    text = version.text
    desk.change(hectares, "1.482")
    desk.change(hectares, "1.483")
    version.refresh_from_db()
    assert (version.state, version.text) == (VersionState.OPEN, text)
    assert [item.account for item in WorkItem.objects.filter(kind="correct-fact")] == [desk.house.account("writer")]
    assert list(queries.stale()) == [version]
    desk.approved(desk.correction(version, f"KENCANA – Airnya [1.483 hektare|fakta:{hectares.pk}]."))
    assert not WorkItem.objects.filter(kind="correct-fact", done_at=None).exists()


def test_revisions_of_a_version_stay_when_its_manuscript_is_written_on(desk):
    version = desk.opened()
    assert Revision.objects.filter(manuscript=version.manuscript).count() == 2
    assert Decision.objects.count() == 1


def test_an_approval_heard_after_a_hold_changes_nothing(desk, hectares):
    version = desk.submitted(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].")
    desk.decide(version)  # announced, not heard yet
    actions.flag_quoting_versions(fact_id=_changed(hectares).pk, by=MACHINE, now=desk.now)
    desk.listen()
    version.refresh_from_db()
    assert (version.state, version.number) == (VersionState.HELD, "")
    assert Hearing.objects.exclude(state=Hearing.HEARD).count() == 0


def _changed(fact):
    fact.revision, fact.value = 2, "1.482"
    fact.save()
    return fact


def test_leaders_named_in_a_text_are_its_officials_and_others_are_not(desk, sekda):
    other = Person.objects.create(name="Ratna Puspita", slug="ratna-puspita")
    version = desk.submitted("KENCANA – Sekretaris Daerah Bagas Pranoto membuka pelatihan bersama Ratna Puspita.")
    assert list(version.officials.all()) == [sekda]
    quoting = desk.submitted(
        f"KENCANA – Pelatihan dibuka.\n> “Mari belajar.”\n> — Ratna Puspita, Ketua [orang:{other.pk}]"
    )
    assert list(quoting.officials.all()) == [other]


def test_a_version_that_fails_keeps_no_other_from_opening_and_the_duty_says_so(desk, now):
    at = now + timedelta(hours=1)
    broken = desk.approved(desk.submitted(opens_at=at, title="Yang rusak"))
    whole = desk.approved(desk.submitted(opens_at=at + timedelta(seconds=1), title="Yang utuh"))
    Version.objects.filter(pk=broken.pk).update(document={"type": "doc"})  # torn at the database
    with pytest.raises(KeyError):
        actions.open_due(by=MACHINE, now=at + timedelta(minutes=1), clock=lambda: at + timedelta(minutes=1))
    whole.refresh_from_db()
    broken.refresh_from_db()
    assert (whole.state, broken.state) == (VersionState.OPEN, VersionState.APPROVED)
