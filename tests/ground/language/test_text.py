"""Texts are cut where a reader would cut them."""

import pytest

from kentongan.ground.language.rules.text import (
    dateline,
    paragraphs,
    repeated_paragraphs,
    repeated_sentences,
    sentences,
    tokens,
)


def cut(text):
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Drs. H. Hasan Basri, S.Sos., M.Si. membuka rapat.",
        "Kantor Kab. Kencana di Jl. Melati No. 5 tutup.",
        "Dr. A. Rahman hadir.",
        "Dana Rp. 5 juta turun.",
        "Luas 2.400 hektare dan 1,5 km.",
        "Alamat kencana.go.id dibuka.",
        '"Sudah selesai." kata Bupati.',
        '"Kegiatan ini penting."Katanya.',
        '"Benarkah?" tanya warga.',
        "KENCANA, PROKOPIM – Bupati membuka rapat.",
        "Ia berkata... lalu pergi.",
    ],
)
def test_one_sentence_stays_whole(whole):
    assert cut(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Umurnya 64. Ia pulang.", ["Umurnya 64.", "Ia pulang."]),
        ('"Saya datang. Saya lihat," katanya.', ['"Saya datang.', 'Saya lihat," katanya.']),
        ("Ia minum vitamin C. Selain itu, madu.", ["Ia minum vitamin C.", "Selain itu, madu."]),
        ("Rapat ditutup.Bupati pulang.", ["Rapat ditutup.", "Bupati pulang."]),
        ('Ia bilang "Ya." Lalu ia pergi.', ['Ia bilang "Ya."', "Lalu ia pergi."]),
        ("Hadir Hasan, M.Si. Kegiatan lalu dimulai.", ["Hadir Hasan, M.Si.", "Kegiatan lalu dimulai."]),
        ("1. Siapkan berkas. 2. Isi.", ["1. Siapkan berkas.", "2. Isi."]),
        ("Judul tanpa titik\nKalimat pertama.", ["Judul tanpa titik", "Kalimat pertama."]),
        ("Mengapa? Entah!", ["Mengapa?", "Entah!"]),
    ],
)
def test_sentences_are_cut_at_their_ends(text, parts):
    assert cut(text) == parts


def test_paragraphs_are_lines_without_their_blanks():
    text = "  Satu.\r\n\r\nDua. \u2028 Tiga.\n\n"
    assert [span.of(text) for span in paragraphs(text)] == ["Satu.", "Dua.", "Tiga."]


def test_tokens_keep_hyphens_enclitics_degrees_and_separators():
    words = [token.text for token in tokens("Anak-anaknya beli Rp1,2 miliar; S.Sos. 2.400 ke-3 era 1950-an, Jum'at.")]
    assert words == [
        *("Anak-anaknya", "beli", "Rp", "1,2", "miliar", ";", "S.Sos.", "2.400", "ke-3", "era", "1950-an", ","),
        *("Jum'at", "."),
    ]


@pytest.mark.parametrize(
    ("text", "place", "source", "end"),
    [
        ("KENCANA, PROKOPIM – Bupati", "KENCANA", "PROKOPIM", 20),
        ("Kencana - Bupati", "Kencana", None, 10),
        ("Tirta Kencana, Kabar.com-Sekretaris", "Tirta Kencana", "Kabar.com", 25),
    ],
)
def test_the_place_line_is_found(text, place, source, end):
    line = dateline(text)
    assert (line.place, line.source, line.end) == (place, source, end)


def test_a_sentence_without_a_place_line_has_none():
    assert dateline("Bupati Kencana membuka rapat kerja - tahunan.") is None


def test_a_paragraph_printed_twice_is_found_in_spite_of_marks_and_a_slip():
    first = "Bupati Kencana membuka pelatihan humas bagi seluruh dinas di pendopo kabupaten pada pagi yang cerah itu."
    again = "Bupati  Kencana membuka pelatihan HUMAS bagi seluruh dinas, di pendopo kabupaten pada pagi yang cerah itu"
    text = f"{first}\nLain sekali isinya dan tidak ada yang sama dengan itu.\n{again}"
    assert [(a.of(text), b.of(text)) for a, b in repeated_paragraphs(text)] == [(first, again)]


def test_rows_that_differ_in_a_figure_are_no_repetition():
    row = "Di kecamatan itu tercatat sebanyak {} warga menerima bantuan pangan dari pemerintah kabupaten."
    assert repeated_sentences(f"{row.format(12)} {row.format(15)}") == []


@pytest.mark.real_data
def test_the_article_of_2018_prints_four_paragraphs_twice(data):
    text = (data / "coverage" / "kabarakyatsumsel-2018-09-05.txt").read_text("utf-8")
    assert [(a.start, b.start) for a, b in repeated_paragraphs(text)] == [
        *((979, 1238), (1914, 2081), (3118, 3544), (3416, 3842)),
    ]
