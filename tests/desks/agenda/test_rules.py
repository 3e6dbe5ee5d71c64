"""Clashes and the sheet."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.agenda.rules.clashes import Clash, Commitment, clashes
from kentongan.desks.agenda.rules.sheet import Line, sheet_text

DAY = datetime(2026, 11, 24, tzinfo=UTC)


def bound(activity: int, start: float, end: float, person: int = 1) -> Commitment:
    return Commitment(person, activity, DAY + timedelta(hours=start), DAY + timedelta(hours=end))


def test_one_leader_in_two_places_clashes_and_two_leaders_do_not():
    assert clashes([bound(1, 9, 11), bound(2, 10, 12)]) == [Clash(1, 1, 2)]
    assert clashes([bound(1, 9, 11), bound(2, 10, 12, person=2)]) == []


def test_touching_is_not_clashing():
    assert clashes([bound(1, 9, 11), bound(2, 11, 12)]) == []


def test_midnight_is_no_border():
    assert clashes([bound(1, 22, 25), bound(2, 24.5, 26)]) == [Clash(1, 1, 2)]
    assert clashes([bound(1, 22, 24), bound(2, 24, 26)]) == []


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 40), st.integers(1, 12)), max_size=25))
def test_the_sweep_finds_what_comparing_all_pairs_finds(rows):
    all_ = [bound(i, start, start + long, person) for i, (person, start, long) in enumerate(rows)]
    pairs = set()
    for a in all_:
        for b in all_:
            if (
                a.person_id == b.person_id
                and (a.starts, a.activity_id) < (b.starts, b.activity_id)
                and b.starts < a.ends
            ):
                pairs.add(Clash(a.person_id, a.activity_id, b.activity_id))
    assert clashes(all_) == sorted(pairs)


def test_the_sheet_reads_in_whatsapp():
    at = datetime(2026, 11, 24, 8, 0)
    lines = [
        Line(
            at, at.replace(hour=10), "Pelatihan kehumasan", "Pendopo",
            who=("Sekretaris Daerah, mewakili Bupati",), speaks=("Sekretaris Daerah, mewakili Bupati",), dress="Batik",
        ),
        Line(at.replace(hour=13), at.replace(hour=14), "Rapat anggaran", "Setda", cancelled=True),
    ]  # fmt: skip
    as_of = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)

    assert sheet_text("Agenda pimpinan", date(2026, 11, 24), lines, as_of=as_of) == (
        "*Agenda pimpinan*\nSelasa, 24 November 2026\n\n"
        "*08.00–10.00* Pelatihan kehumasan\nTempat: Pendopo\nHadir: Sekretaris Daerah, mewakili Bupati\n"
        "Sambutan: Sekretaris Daerah, mewakili Bupati\nPakaian: Batik\n\n"
        "~13.00 Rapat anggaran~ BATAL\nTempat: Setda\n\n"
        "_Keadaan 23.05 UTC+00.00_"
    )
    assert "Tidak ada kegiatan." in sheet_text("Agenda", date(2026, 11, 24), [], as_of=as_of)
