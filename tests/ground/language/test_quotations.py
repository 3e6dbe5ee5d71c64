"""A quotation has its words, its speaker and its verb; one that was never closed is seen."""

import pytest

from kentongan.ground.language.rules.quotations import find_quotations


def read(text):
    return [(q.text, q.speaker, q.verb, q.closed) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "verb"),
    [
        ('"Sudah selesai," kata Budi Santoso, Rabu (5/9).', "Sudah selesai,", "Budi Santoso", "kata"),
        ("“Sudah selesai,” ujar Bupati Kencana, Hasan Basri, di pendopo.", "Sudah selesai,", None, "ujar"),
        ('"Sudah selesai," tutur dr. Sari saat ditemui.', "Sudah selesai,", "dr. Sari", "tutur"),
        ('"Sudah," tegas Kepala Dinas Kesehatan (Dinkes) Ahmad Yani.', "Sudah,", None, "tegas"),
        ('Hasan Basri mengatakan, "Kami sudah siap."', "Kami sudah siap.", "Hasan Basri", "mengatakan"),
        ('Dalam sambutannya, Hasan menegaskan: "Kami siap kerja."', "Kami siap kerja.", "Hasan", "menegaskan"),
        ('Menurut Hasan, "ini sudah selesai."', "ini sudah selesai.", "Hasan", "menurut"),
    ],
)
def test_the_speaker_before_or_behind_is_named(text, words, speaker, verb):
    (found,) = find_quotations(text)
    assert (found.text, found.verb, found.closed, found.spoken) == (words, verb, True, True)
    if speaker is not None:
        assert (found.speaker, found.speaker_span.of(text)) == (speaker, speaker)


def test_a_role_and_the_name_behind_its_comma_are_one_speaker():
    (found,) = find_quotations('"Sudah," ujar Bupati Kencana, Hasan Basri, di pendopo.')
    assert found.speaker == "Bupati Kencana, Hasan Basri"


def test_a_speaker_is_carried_through_katanya_and_dia():
    text = '"Satu hal," kata Hasan. Rapat usai. "Dua hal," katanya. Ia menambahkan, "Tiga hal lagi menyusul." "Empat," ujar dia.'
    assert [(speaker, verb) for _, speaker, verb, _ in read(text)] == [
        *(("Hasan", "kata"), ("Hasan", "kata"), ("Hasan", "menambahkan"), ("Hasan", "ujar")),
    ]


def test_the_last_one_named_without_a_quotation_is_carried_too():
    text = 'Hasan menjelaskan rencana itu. "Kami mulai besok," ujarnya.'
    assert read(text) == [("Kami mulai besok,", "Hasan", "ujar", True)]


def test_a_quotation_with_no_one_named_has_no_speaker():
    assert read('Rapat usai. "Kami sudah mulai bekerja." Hujan turun.') == [
        ("Kami sudah mulai bekerja.", None, None, True)
    ]


def test_a_quotation_never_closed_is_seen():
    assert read('"Kami mulai besok, kata Hasan.\nHujan turun.\n"Baik," katanya.')[0][3] is False


def test_paragraphs_that_each_open_with_a_mark_go_on():
    first, second = find_quotations('"Kami mulai besok.\n"Lalu kami selesai," kata Hasan.')
    assert (first.closed, first.goes_on, second.closed) == (False, True, True)


def test_a_closing_mark_without_its_opening_is_seen():
    (found,) = find_quotations('Ini tugas humas." Ungkapnya.')
    assert (found.opened, found.text) == (False, "Ini tugas humas.")


def test_inches_are_no_quotation():
    assert find_quotations('Pendopo kini bertelevisi 43" dari dinas.') == []


def test_a_term_in_marks_is_no_speech():
    (found,) = find_quotations('Humas disebut "Hubungan Publik" di sini.')
    assert (found.spoken, found.speaker) == (False, None)


def test_a_quotation_inside_another_is_found_and_speaks_for_nobody():
    outer, inner = find_quotations('"Dia bilang "iya" kepada saya," kata Hasan.')
    assert (outer.speaker, inner.text, inner.speaker) == ("Hasan", "iya", None)


@pytest.mark.real_data
def test_the_article_of_2018_has_a_quotation_over_four_paragraphs_and_a_mark_without_its_opening(data):
    text = (data / "coverage" / "kabarakyatsumsel-2018-09-05.txt").read_text("utf-8")
    spoken = [q for q in find_quotations(text) if q.spoken]
    assert [(q.verb, q.closed, q.opened) for q in spoken] == [
        *(("kata", True, True), ("ungkap", True, True), ("ungkap", True, False)),
    ]
