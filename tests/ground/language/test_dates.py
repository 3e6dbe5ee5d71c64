"""Dates are resolved against the day of publication, and a wrong weekday is seen only where it is wrong."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.language.rules.dates import find_dates

THURSDAY = date(2026, 5, 28)
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


def read(text, published=THURSDAY):
    return [(found.text, found.on) for found in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("text", "words", "on"),
    [
        ("di pendopo, Rabu (5/9/2018).", "Rabu (5/9/2018)", date(2018, 9, 5)),
        ("pada 5 September 2018 lalu", "5 September 2018", date(2018, 9, 5)),
        ("pada Selasa (12/5) malam", "Selasa (12/5)", date(2026, 5, 12)),
        ("kemarin hujan", "kemarin", date(2026, 5, 27)),
        ("besok pagi rapat", "besok pagi", date(2026, 5, 29)),
        ("Senin pekan lalu", "Senin pekan lalu", date(2026, 5, 18)),
        ("Senin lalu", "Senin lalu", date(2026, 5, 25)),
        ("Senin mendatang", "Senin mendatang", date(2026, 6, 1)),
        ("tiga hari lalu", "tiga hari lalu", date(2026, 5, 25)),
        ("pada 28 Mei - 2 Juni 2026", "28 Mei - 2 Juni 2026", date(2026, 5, 28)),
        ("tanggal 2018-09-05", "2018-09-05", date(2018, 9, 5)),
        ("sejak November 2025", "November 2025", None),
        ("Kamis dini hari (28/5/2026)", "Kamis dini hari (28/5/2026)", THURSDAY),
        ("31 Februari 2026", "31 Februari 2026", None),
    ],
)
def test_a_date_is_read_with_its_span_and_day(text, words, on):
    assert read(text) == [(words, on)]


@pytest.mark.parametrize(
    "text",
    ["tahun 2026", "1/3 bagian", "setiap Senin", "UU 5/2018", "pekan kemarin", "Minggu lalu, ia pulang.", "skor 3-1"],
)
def test_what_names_no_day_is_left(text):
    assert read(text) == []


def test_a_date_without_a_year_takes_the_nearest_to_publication():
    assert read("Rabu (31/12)", date(2026, 1, 2)) == [("Rabu (31/12)", date(2025, 12, 31))]


def test_without_a_publication_day_nothing_is_guessed():
    assert read("kemarin, Selasa (12/5)", None) == [("kemarin", None), ("Selasa (12/5)", None)]


def test_a_run_of_days_has_its_last_day():
    (found,) = find_dates("Sabtu-Minggu (30-31/5/2026)")
    assert (found.on, found.until, found.weekday_ok) == (date(2026, 5, 30), date(2026, 5, 31), True)


@pytest.mark.parametrize("text", ["malam Jumat (28/5/2026)", "malam Jumat (29/5/2026)", "Senin (25-26/5/2026)"])
def test_a_weekday_that_may_be_right_is_never_called_wrong(text):
    assert [found.weekday_ok for found in find_dates(text)] != [False]


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_right_exactly_when_the_calendar_says_so(day, said):
    for written in (
        f"{DAYS[said]} ({day.day}/{day.month}/{day.year})",
        f"{DAYS[said]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    ):
        (found,) = find_dates(f"Rapat digelar {written}.")
        assert (found.on, found.weekday_said, found.weekday_ok) == (day, said, day.weekday() == said)
        assert found.text == written


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)), st.integers(-180, 180))
def test_day_and_month_with_their_weekday_find_their_year(published, gap):
    day = published + timedelta(days=gap)
    (found,) = find_dates(f"{DAYS[day.weekday()]} ({day.day}/{day.month})", published=published)
    assert (found.on, found.weekday_ok) == (day, True)


@pytest.mark.real_data
def test_the_weekday_check_flags_in_600_articles_only_what_the_calendar_denies(data):
    lines = (data / "articles" / "detik-2026-05.jsonl").read_text("utf-8").splitlines()
    wrong = [found for line in lines for found in find_dates(json.loads(line)["text"]) if found.weekday_ok is False]
    assert [found for found in wrong if found.on.weekday() == found.weekday_said] == []
    assert len(wrong) < 20
    (right,) = [
        found
        for found in find_dates((data / "coverage" / "kabarakyatsumsel-2018-09-05.txt").read_text("utf-8"))
        if found.weekday_said is not None
    ]
    assert right.weekday_ok is True
