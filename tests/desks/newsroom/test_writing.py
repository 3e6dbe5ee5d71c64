"""Manuscripts begin with what the agenda knows; every save is kept and none overwrites another."""

import pytest

from kentongan.desks.newsroom import actions, queries
from kentongan.desks.newsroom.models import Manuscript, Revision
from kentongan.desks.newsroom.rules import plain, render
from kentongan.desks.newsroom.rules.document import fact_ids
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of

pytestmark = [pytest.mark.both, pytest.mark.django_db]


def test_a_manuscript_from_an_activity_names_place_day_and_officials_as_facts(house, now, training):
    made = actions.start_manuscript(unit=house.prokopim, activity=training, by=house.actor("writer"), now=now)
    facts = {fact.pk: fact for fact in training.facts.all()}
    assert render.first_paragraph(made.document) == (
        "KENCANA – Sekretaris Daerah Bagas Pranoto, S.Sos., M.Si. menghadiri Pelatihan kehumasan perangkat "
        "daerah di Pendopo Kencana pada Rabu (25/11/2026)."
    )
    assert [facts[id_].kind for id_ in fact_ids(made.document)] == ["official", "place", "date"]
    assert list(made.authors.values_list("account_id", flat=True)) == [house.account("writer").pk]
    assert made.revisions.get().number == made.head == 1


def test_of_an_internal_activity_only_its_public_line_goes_into_the_lead(house, now, training):
    training.level = "internal"
    training.save(update_fields=["level"])
    made = actions.start_manuscript(unit=house.prokopim, activity=training, by=house.actor("writer"), now=now)
    said = render.first_paragraph(made.document)
    assert ("menghadiri Pelatihan kehumasan di Pendopo" in said, "perangkat daerah" in said) == (True, False)


def test_every_save_is_a_revision_and_its_writer_an_author(desk, house):
    made = desk.started()
    desk.save(made, "KENCANA – Ditulis berdua.", by="protocol")
    assert list(made.revisions.order_by("number").values_list("number", "by__email")) == [
        (1, "writer.prokopim@tirtakencana.example"),
        (2, "writer.prokopim@tirtakencana.example"),
        (3, "protocol.prokopim@tirtakencana.example"),
    ]
    assert {one.account for one in made.authors.all()} == {house.account("writer"), house.account("protocol")}


def test_a_stale_save_is_refused_with_both_texts_and_writes_nothing(desk):
    made = desk.started()
    desk.save(made, "KENCANA – Milik rekan.", by="protocol", base=2)
    with pytest.raises(actions.StaleSave) as stale:
        desk.save(made, "KENCANA – Milik saya.", base=2)
    assert (stale.value.theirs.number, stale.value.base) == (3, 2)
    assert plain.write(stale.value.theirs.document) == "KENCANA – Milik rekan."
    assert Revision.objects.filter(manuscript=made).count() == 3
    assert plain.write(Manuscript.objects.get(pk=made.pk).document) == "KENCANA – Milik rekan."


def test_a_save_sent_again_with_its_key_is_the_same_save_and_no_conflict(desk):
    made = desk.started()
    first = desk.save(made, "KENCANA – Sekali.", base=2, key="k1")
    desk.save(made, "KENCANA – Lagi.", by="protocol", base=3)
    again = desk.save(made, "KENCANA – Sekali.", base=2, key="k1")
    assert again.pk == first.pk
    assert made.revisions.count() == 4


def test_a_broken_document_and_a_machine_are_refused(desk, now):
    made = desk.started()
    with pytest.raises(Refusal):
        actions.save_revision(
            manuscript=made,
            title="x",
            document={"type": "doc"},
            base=2,
            key="k",
            by=desk.house.actor("writer"),
            now=now,
        )
    with pytest.raises(Refusal):
        actions.save_revision(
            manuscript=made, title="x", document=made.document, base=2, key="k", by=Actor.machine("newsroom"), now=now
        )
    assert made.revisions.count() == 2


def test_a_submitted_text_is_frozen(desk):
    version = desk.submitted()
    with pytest.raises(Refusal, match=r"frozen|dibekukan"):
        desk.save(version.manuscript, "KENCANA – Sesudahnya.")


def test_the_diary_holds_no_word_of_a_text(desk, training):
    desk.opened("KENCANA – Rahasia Bendungan Way Kencana dibuka.", title="Judul yang tidak boleh bocor")
    told = " ".join(str(entry.data) for entry in Entry.objects.all())
    assert "Bendungan" not in told
    assert "Judul" not in told


@pytest.mark.real_data
def test_the_real_copy_of_an_offices_text_goes_through_as_a_manuscript(desk, data, now):
    from datetime import UTC, datetime

    lines = (data / "coverage/kabarakyatsumsel-2018-09-05.txt").read_text().splitlines()
    made = desk.started("\n".join(lines[1:]), title=lines[0])
    assert plain.write(made.document).split("\n\n") == [line for line in lines[1:] if line.strip()]
    material = queries.material_for(
        made,
        document=made.document,
        reader=reader_of(desk.house.account("writer"), now=now),
        day=queries.local_day(datetime(2018, 9, 5, 5, tzinfo=UTC)),
    )
    found = queries.findings_for(made, title=made.title, document=made.document, material=material)
    assert sum(one.rule == "paragraph-repeated" for one in found) == 4
    assert [one for one in found if one.rule == "weekday-wrong"] == []
    # Nothing in it stops: it is sent, approved and opened as the office would have.
    assert [one.rule for one in found if one.severity == "stop"] == []
    version = desk.approved(desk.submit(made))
    assert version.state == "open"
    assert queries.verify("\n".join(lines)).asked == version
