"""Figures are found with their exact spans, values and units; what only looks like one isn't."""

from decimal import Decimal

import pytest
from benchmarks import numbers as gold
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.language.rules.numbers import find_figures, in_words, parse_number


def read(text):
    return [(f.text, f.value, f.upper, f.unit, f.kind) for f in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "words", "value", "upper", "unit", "kind"),
    [
        ("dana dua ratus lima puluh juta", "dua ratus lima puluh juta", 250_000_000, None, None, "number"),
        ("senilai Rp1,2 miliar.", "Rp1,2 miliar", 1_200_000_000, None, "IDR", "money"),
        ("senilai Rp 1,2 M.", "Rp 1,2 M", 1_200_000_000, None, "IDR", "money"),
        ("naik 10,5 persen", "10,5 persen", "10.5", None, "percent", "percent"),
        ("dihadiri 2.400 orang", "2.400 orang", 2400, None, "person", "count"),
        ("seluas 1,284 hektare", "1,284 hektare", "1.284", None, "hectare", "measure"),
        ("naik 5-10 persen", "5-10 persen", 5, 10, "percent", "percent"),
        ("biaya Rp 1 juta-Rp 2 juta", "Rp 1 juta-Rp 2 juta", 1_000_000, 2_000_000, "IDR", "money"),
        ("biaya 5-10 juta rupiah", "5-10 juta rupiah", 5_000_000, 10_000_000, "IDR", "money"),
        ("antara 5 dan 10 persen", "5 dan 10 persen", 5, 10, "percent", "percent"),
        ("selama dua-tiga hari", "dua-tiga hari", 2, 3, "day", "duration"),
        ("Budi (64) hadir", "64", 64, None, "year", "age"),
        ("berusia 17 tahun", "17 tahun", 17, None, "year", "age"),
        ("dana 2 juta 500 ribu rupiah", "2 juta 500 ribu rupiah", 2_500_000, None, "IDR", "money"),
        ("sebanyak 250 (dua ratus lima puluh) orang", "250 (dua ratus lima puluh) orang", 250, None, "person", "count"),
        ("seharga $1,299", "$1,299", 1299, None, "USD", "money"),
        ("baterai 5.000mAh", "5.000mAh", 5000, None, "milliampere-hour", "measure"),
        ("diabetes tipe 2 hingga 49 persen", "49 persen", 49, None, "percent", "percent"),
        ("laba Rp 1,2 jutaan", "Rp 1,2 jutaan", 1_200_000, None, "IDR", "money"),
        ("satu setengah jam", "satu setengah jam", "1.5", None, "hour", "duration"),
    ],
)
def test_a_figure_is_read_with_its_span_value_and_unit(text, words, value, upper, unit, kind):
    upper = None if upper is None else Decimal(upper)
    assert read(text) == [(words, Decimal(value), upper, unit, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "UU Nomor 14 Tahun 2008 Pasal 5 ayat (2) huruf b",
        "menang dengan skor 2-1",
        "hubungi 0812-3456-7890 atau (0711) 123456",
        "Rabu (5/9/2018) pukul 09.00 WIB sampai 12.30 WIB",
        "pada tahun 2026, musim 2025/2026",
        "NIK 1607010101010001",
        "iPhone 17 dan Liga 1, G20, Covid-19, 5G",
        "salah satu warga, nomor satu, satu-satunya, kedua",
        "peringkat 5, kelas 10, babak 16 besar",
        "juara ke-3",
        "Dua Lipa bernyanyi",
        "Instruksi Presiden No. 8 Tahun 2025",
        "kendaraan roda dua, ajang dua tahunan, di satu sisi",
        "Pasal 64, 65, 66 dan 67",
        "Rabu, 13 Mei 2026 13.00 : Kencana lawan Melati",
        "1. Siapkan 2. Isi 3. Kirim",
        "jarak menjadi 17-19",
    ],
)
def test_what_only_looks_like_a_figure_is_left(text):
    assert read(text) == []


def test_the_words_before_a_figure_say_how_exact_it_is():
    marks = [f.approximate for f in find_figures("lebih dari 200 warga, sekitar Rp 5 juta, 20-an orang, tepat 7 unit")]
    assert marks == ["more", "about", "about", None]


@pytest.mark.parametrize(
    ("written", "value"),
    [("2.400", "2400"), ("6.8", "6.8"), ("1.234.567,89", "1234567.89"), ("1,234,567", "1234567"), ("0.125", "0.125")],
)
def test_digits_are_read_the_indonesian_way_where_they_can_be(written, value):
    assert parse_number(written) == Decimal(value)


def test_a_number_is_spelt_out():
    spelt = [in_words(n) for n in (0, 11, 21, 1_100, 250_000, 10**9)]
    assert spelt == ["nol", "sebelas", "dua puluh satu", "seribu seratus", "dua ratus lima puluh ribu", "satu miliar"]


@given(st.integers(1, 10**15 - 1))
def test_a_number_spelt_out_is_read_back(number):
    spelt = in_words(number)
    assert [(f.text, f.value) for f in find_figures(f"sebesar {spelt}.")] == [(spelt, Decimal(number))]


@given(st.integers(1, 10**12), st.integers(0, 99), st.sampled_from(["Rp ", "Rp", "sebanyak "]))
def test_digits_written_the_indonesian_way_are_read_back(whole, cents, before):
    written = f"{whole:,}".replace(",", ".") + (f",{cents:02}" if cents else "")
    (found,) = find_figures(f"dana {before}{written} lalu")
    assert found.number.of(f"dana {before}{written} lalu") == written
    assert found.value == Decimal(whole) + Decimal(cents) / 100


@pytest.mark.real_data
@pytest.mark.parametrize("labels", ["SEEN", "FRESH"])
def test_the_gold_sentences_hold_the_floor(data, labels):
    tally = gold.judge(getattr(gold, labels))
    assert tally["right"] / tally["found"] >= 0.98
    assert tally["right"] / tally["labelled"] >= 0.98
    assert tally["on_right"] / tally["dates"] >= 0.97
