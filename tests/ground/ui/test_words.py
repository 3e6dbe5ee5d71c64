"""Days, moments, numbers and cells."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.ui.rules import words
from kentongan.ground.ui.rules.export import CELL_LIMIT, STARTS, cell, csv_cell, text_cell
from kentongan.ground.ui.rules.refusal import Refusal

AT = datetime(2026, 11, 24, 2, 5, tzinfo=UTC)


def test_a_moment_is_written_in_the_offices_zone_and_language():
    jakarta = AT.astimezone(ZoneInfo("Asia/Jakarta"))
    assert words.moment(jakarta, "id") == "Selasa, 24\u00a0November\u00a02026, 09.05\u00a0WIB"
    assert words.moment(jakarta, "en") == "Tuesday, 24\u00a0November\u00a02026, 09:05\u00a0WIB"
    assert words.clock(AT.astimezone(ZoneInfo("Asia/Makassar"))) == "10.05\u00a0WITA"
    assert words.clock(AT.astimezone(ZoneInfo("Asia/Jayapura"))) == "11.05\u00a0WIT"


def test_a_moment_past_midnight_prints_on_its_own_day():
    late = datetime(2026, 11, 23, 17, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Jakarta"))
    assert words.moment(late) == "Selasa, 24\u00a0November\u00a02026, 00.30\u00a0WIB"


def test_a_short_day_names_its_year_only_where_it_isnt_this_one():
    assert words.short_day(date(2026, 8, 17), today=date(2026, 11, 24)) == "17\u00a0Agu"
    assert words.short_day(date(2025, 8, 17), today=date(2026, 11, 24)) == "17\u00a0Agu\u00a02025"


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1284, "1.284", "1,284"),
        (3.5, "3,5", "3.5"),
        (Decimal("12345678.90"), "12.345.678,9", "12,345,678.9"),
        (-3, "−3", "−3"),
        (0, "0", "0"),
        (1e16, "10.000.000.000.000.000", "10,000,000,000,000,000"),
        (float("nan"), "–", "–"),
    ],
)
def test_numbers_read_as_the_language_writes_them(value, indonesian, english):
    assert (words.number(value, "id"), words.number(value, "en")) == (indonesian, english)


def test_a_number_and_its_unit_never_part():
    assert words.measure(62, "%") == "62\u00a0%"
    assert words.size(240_400) == "240\u00a0kB"
    assert words.size(4_810_000) == "4,8\u00a0MB"


@pytest.mark.parametrize(
    "start", ["=1+1", "+62700", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "\x00=1"]
)
def test_no_text_becomes_a_formula(start):
    assert text_cell(start).startswith("'")


def test_plain_text_and_numbers_stay_what_they_are():
    assert text_cell("Kencana Pos") == "Kencana Pos"
    assert cell(-3) == -3
    assert csv_cell(-3) == "-3"
    assert csv_cell(date(2026, 11, 24)) == "2026-11-24"
    assert csv_cell(AT) == "2026-11-24 02:05"
    assert csv_cell(None) == ""


@given(st.text())
def test_whatever_is_typed_leaves_harmless_and_a_sheet_can_hold_it(typed):
    left = text_cell(typed)
    assert not left.startswith(STARTS)
    assert "\x00" not in left
    assert len(left) <= CELL_LIMIT


def test_a_refusal_speaks_when_it_is_shown():
    said = []

    class Later:
        def __str__(self):
            said.append(1)
            return "Belum dapat dikirim."

    refusal = Refusal(Later(), then="Nugroho dapat.")
    assert said == []
    assert (str(refusal), refusal.then, said) == ("Belum dapat dikirim.", "Nugroho dapat.", [1])
