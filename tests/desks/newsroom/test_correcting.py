"""Corrections keep number and place; withdrawals keep the text; emergencies stay red until somebody has looked."""

from datetime import timedelta

import pytest

from kentongan.desks.newsroom import actions, queries
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.ground.press.models import Change
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units import actions as units
from kentongan.ground.units.models import Membership
from kentongan.ground.worklist.models import WorkItem

pytestmark = [pytest.mark.both, pytest.mark.django_db]


def test_a_correction_keeps_number_and_place_and_says_what_it_replaces(desk):
    first = desk.opened("KENCANA – Airnya mengairi sawah di tiga kecamatan.")
    second = desk.approved(desk.correction(first, "KENCANA – Airnya mengairi sawah di empat kecamatan."))
    assert (second.number, second.slug, second.slot) == (first.number, first.slug, first.slot)
    assert (second.line, second.replaces, second.ordinal) == (first, first, 2)
    assert second.code != first.code
    assert Entry.objects.get(event="VersionCorrected").data == {
        "version_id": second.pk, "replaces_id": first.pk, "text_hash": second.text_hash,
    }  # fmt: skip
    assert list(queries.open_versions()) == [second]
    assert list(queries.corrections()) == [second]
    assert list(queries.archive(1, 10)) == [second]
    assert {change.thing_id for change in Change.objects.all()} == {first.pk, second.pk}


def test_the_page_of_each_version_tells_its_line_and_the_difference(desk):
    first = desk.opened("KENCANA – Airnya mengairi sawah di tiga kecamatan.")
    second = desk.approved(desk.correction(first, "KENCANA – Airnya mengairi sawah di empat kecamatan."))
    old, new = queries.version_page_data(first), queries.version_page_data(second)
    assert (old.version.edition, old.in_force, old.newest) == (1, False, second)
    assert (new.version.edition, new.in_force) == (2, True)
    (row,) = new.line[1].changed
    assert [piece for piece in row.pieces if piece[0] != "same"] == [("del", "tiga"), ("ins", "empat")]
    assert queries.line_path(second) == queries.line_path(first) == f"siaran/1-{first.slug}/"
    assert queries.public_path(second) == f"siaran/1-{first.slug}/versi-2/"


def test_a_correction_needs_a_note_and_another_text(desk):
    first = desk.opened()
    with pytest.raises(Refusal, match=r"note|catatan|corrected|dikoreksi"):
        desk.correction(first, "KENCANA – Teks lain di Pendopo.", note=" ")


def test_the_same_text_is_no_correction(desk):
    first = desk.opened("KENCANA – Airnya mengairi sawah.")
    with pytest.raises(Refusal):
        desk.correction(first, "KENCANA – Airnya mengairi sawah.")
    assert Version.objects.count() == 1


def test_one_correction_is_written_at_a_time_and_only_of_what_is_in_force(desk, now):
    first = desk.opened()
    waiting = desk.correction(first, "KENCANA – Teks kedua di Pendopo.")
    by = desk.house.actor("writer")
    with pytest.raises(Refusal):
        actions.begin_correction(version=first, by=by, now=now)
    second = desk.approved(waiting)
    with pytest.raises(Refusal):
        actions.begin_correction(version=first, by=by, now=now)
    third = desk.approved(desk.correction(second, "KENCANA – Teks ketiga di Pendopo."))
    assert [one.pk for one in queries.opened_of_line(third)] == [first.pk, second.pk, third.pk]
    assert third.edition == 3


def test_a_returned_correction_leaves_no_gap_in_what_the_public_counts(desk):
    first = desk.opened()
    returned = desk.correction(first, "KENCANA – Teks kedua di Pendopo.")
    desk.decide(returned, kind="returned", reason="Belum tepat.")
    desk.listen()
    returned.manuscript.refresh_from_db()
    second = desk.approved(desk.submit(returned.manuscript, note="Satu kata."))
    assert (second.ordinal, second.edition) == (3, 2)


def test_a_release_that_was_returned_first_has_its_place_and_address_all_the_same(desk):
    returned = desk.submitted("KENCANA – Teks pertama di Pendopo.")
    desk.decide(returned, kind="returned", reason="Belum tepat.")
    desk.listen()
    returned.manuscript.refresh_from_db()
    first = desk.approved(desk.submit(returned.manuscript))
    second = desk.approved(desk.correction(first, "KENCANA – Teks kedua di Pendopo."))
    assert (first.ordinal, first.edition, first.slot) == (2, 1, 1)
    assert (second.ordinal, second.edition, second.slot, second.slug) == (3, 2, 1, first.slug)
    assert queries.public_path(second) == f"siaran/1-{first.slug}/versi-2/"
    assert list(queries.archive(1, 1)) == [second]
    assert {one.line for one in (second, Version.objects.get(pk=returned.pk), first)} == {first}


def test_withdrawing_needs_a_person_and_a_reason_and_keeps_the_text(desk, now):
    version = desk.opened()
    for by, reason in ((Actor.machine("newsroom"), "x"), (desk.house.actor("approver"), "  ")):
        with pytest.raises(Refusal):
            actions.withdraw_version(version=version, reason=reason, by=by, now=now)
    withdrawn = actions.withdraw_version(
        version=version, reason="Kegiatan tidak pernah terjadi.", by=desk.house.actor("approver"), now=now
    )
    assert (withdrawn.state, withdrawn.text, withdrawn.slot) == (VersionState.WITHDRAWN, version.text, 1)
    assert queries.version_page_data(withdrawn).withdrawn
    told = Entry.objects.get(event="VersionWithdrawn").data
    assert "tidak pernah" not in str(told)
    assert list(queries.open_versions()) == [withdrawn]
    with pytest.raises(Refusal):
        actions.withdraw_version(version=version, reason="Lagi.", by=desk.house.actor("approver"), now=now)


def test_an_emergency_opens_at_once_and_stays_on_the_list_until_a_second_person_has_looked(desk, now, house):
    manuscript = desk.started("KENCANA – Warga di bantaran diminta mengungsi ke balai desa.")
    version = actions.open_emergency(
        manuscript=manuscript, release=actions.Release(), reason="Tanggul retak.", by=house.actor("writer"), now=now
    )
    assert (version.state, version.number, version.emergency) == (VersionState.OPEN, "1/PROKOPIM/2026", True)
    assert list(queries.emergencies()) == [version]
    item = WorkItem.objects.get(kind="look-after-emergency")
    assert (item.role, item.done_at) == ("approver", None)
    for by in (house.actor("writer"), Actor.machine("newsroom")):
        with pytest.raises(Refusal):
            actions.look_after(version=version, agrees=True, by=by, now=now)
    assert list(queries.emergencies()) == [version]
    actions.look_after(version=version, agrees=True, by=house.actor("approver"), now=now)
    item.refresh_from_db()
    assert list(queries.emergencies()) == []
    assert item.done_at == now
    with pytest.raises(Refusal):
        actions.look_after(version=version, agrees=True, by=house.actor("chief"), now=now)


def test_whoever_opens_an_emergency_makes_no_second_person_of_an_account_of_his(desk, now, house):
    writer = house.account("writer")
    Membership.objects.create(account=writer, unit=house.prokopim, role="administrator")
    mallory = house.actor("writer")
    manuscript = desk.started("KENCANA – Warga di bantaran diminta mengungsi ke balai desa.")
    version = actions.open_emergency(
        manuscript=manuscript, release=actions.Release(), reason="Tanggul retak.", by=mallory, now=now
    )
    puppet = units.open_account_with_role(
        email="boneka@kencana.example", name="Boneka", position="", password="x", unit=house.prokopim, role="approver",
        by=mallory, now=now,
    )  # fmt: skip
    himself = Actor.person(puppet.pk)
    units.choose_password(account=puppet, password="y", way="changed", by=himself, now=now)
    with pytest.raises(Refusal, match="opened the account of Boneka"):
        actions.look_after(version=version, agrees=True, by=himself, now=now)
    assert list(queries.emergencies()) == [version]


def test_a_request_knows_when_its_text_was_begun(desk, now, house):
    manuscript = desk.started("KENCANA – Pelatihan dibuka.")
    Manuscript.objects.filter(pk=manuscript.pk).update(created_at=now - timedelta(days=9))
    version = desk.submit(manuscript)
    request = desk.request(version)
    assert (request.begun_at, request.asked_at) == (now - timedelta(days=9), now)


def test_an_emergency_needs_its_reason_and_its_sources(desk, now, house):
    for typed, reason in (
        ("KENCANA – Warga diminta mengungsi.", " "),
        ("KENCANA – 12 orang meninggal dunia.", "Banjir."),
    ):
        with pytest.raises(Refusal):
            actions.open_emergency(
                manuscript=desk.started(typed),
                release=actions.Release(),
                reason=reason,
                by=house.actor("writer"),
                now=now,
            )
    assert Version.objects.count() == 0


# ── verify ──


def test_number_code_hash_link_and_exact_text_are_ours_and_nothing_else_is(desk):
    first = desk.opened("KENCANA – Airnya mengairi sawah di tiga kecamatan yang kering.")
    second = desk.approved(desk.correction(first, "KENCANA – Airnya mengairi sawah di empat kecamatan yang kering."))
    waiting = desk.submitted("KENCANA – Belum dibuka dan belum boleh diketahui siapa pun.")
    body = first.text.partition("\n\n")[2]
    for asked, version, kind in (
        (second.code, second, "genuine"),
        (second.code.lower().replace("-", " "), second, "genuine"),
        (f"https://tirtakencana.example/cek/{second.code}", second, "genuine"),
        (first.number, second, "genuine"),
        (first.code, first, "old"),
        (first.text_hash, first, "old"),
        (f"[24/11 09.05] Grup Warta: {body}", first, "old"),
        (f"*{first.title}*\n\n{body}\n\nhttps://tirtakencana.example/x\nKode periksa: {first.code}", first, "old"),
    ):
        found = queries.verify(asked)
        assert (found.asked, found.kind, found.newest) == (version, kind, second)
    for host in ("palsu.example", "tirtakencana.example.palsu.example", "tirtakencana.example:8443", "tirtakencana.example@palsu.example", "["):  # fmt: skip
        for said in (second.code, second.number, second.text_hash):
            assert queries.verify(f"https://{host}/cek/{said}") is None
    assert queries.verify(f"https://TirtaKencana.example/cek/{second.code}/?utm=x#a").asked == second
    for asked in ("", "  ", "7F4K-29QD", "halo", waiting.text, waiting.text_hash, body.replace("tiga", "lima")):
        assert queries.verify(asked) is None
