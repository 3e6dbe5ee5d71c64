"""Names come apart into titles, name and degrees; known names are found fast and nowhere inside a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.language.rules.names import NameIndex, find_agencies, find_names, parse_name, same_person


@pytest.mark.parametrize(
    ("written", "front", "name", "behind", "acting"),
    [
        ("Dr. Ir. H. Hasan Basri, S.Sos., M.Si.", ("Dr.", "Ir.", "H."), "Hasan Basri", ("S.Sos.", "M.Si."), None),
        ("Ir. H. Hasanudin, MSi", ("Ir.", "H."), "Hasanudin", ("M.Si.",), None),
        ("Plt. Drs. Ahmad Yani", ("Drs.",), "Ahmad Yani", (), "Plt."),
        ("drg. Siti Aminah", ("drg.",), "Siti Aminah", (), None),
        ("dr Sari", ("dr.",), "Sari", (), None),
        ("Dr. Sari", ("Dr.",), "Sari", (), None),
        ("KH Ma'ruf", ("K.H.",), "Ma'ruf", (), None),
        ("Prof.Dr.Budi Santoso,M.Sc.,Ph.D", ("Prof.", "Dr."), "Budi Santoso", ("M.Sc.", "Ph.D."), None),
        ("Hj. Dewi S.E M.M", ("Hj.",), "Dewi", ("S.E.", "M.M."), None),
        ("R. A. Kartini", (), "R. A. Kartini", (), None),
        ("Hidayat", (), "Hidayat", (), None),
        ("", (), "", (), None),
    ],
)
def test_a_name_comes_apart(written, front, name, behind, acting):
    parsed = parse_name(written)
    assert (parsed.front, parsed.name, parsed.behind, parsed.acting) == (front, name, behind, acting)


def test_a_full_name_read_again_is_the_same():
    parsed = parse_name("Drs H. Hasan Basri S.Sos, M.Si")
    assert parsed.full() == "Drs. H. Hasan Basri, S.Sos., M.Si."
    assert parse_name(parsed.full()) == parsed


@pytest.mark.parametrize(
    ("text", "whole", "name", "acting"),
    [
        (
            "Bupati Kencana Dr. H. Hasan Basri, S.Sos., M.Si. tiba.",
            "Dr. H. Hasan Basri, S.Sos., M.Si.",
            "Hasan Basri",
            None,
        ),
        ("dibuka Plt. Camat Siti Aminah kemarin", "Siti Aminah", "Siti Aminah", "Plt."),
        ("kata Imam Besar Masjid Raya, Ahmad Yani, di sini", "Ahmad Yani", "Ahmad Yani", None),
        ("seorang warga, Iyus (64), pulang", "Iyus", "Iyus", None),
        ("Budi Santoso mengatakan hal itu", "Budi Santoso", "Budi Santoso", None),
    ],
)
def test_a_name_that_the_text_marks_is_found(text, whole, name, acting):
    assert [(found.text, found.name.name, found.name.acting) for found in find_names(text)] == [(whole, name, acting)]


def test_agencies_and_days_are_no_persons():
    assert find_names("Dinas Pekerjaan Umum Kabupaten Kencana, Rabu (5/9), membuka Rumah Sakit Umum.") == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Drs. H. Hasan Basri", "Hasan Basri, M.Si.", True),
        ("Moh. Yusuf", "Muhamad Jusuf", True),
        ("M. Yusuf", "Muhammad Yusuf", True),
        ("Soekarno", "Sukarno", True),
        ("Hasan Basri", "Hasan", True),
        ("A. B. Cahyo", "Agus Budi Cahyo", True),
        ("Ahmad Yani", "Ahmad Yusuf", False),
        ("Budi", "Budiman", False),
        ("", "Hasan", False),
    ],
)
def test_variants_of_one_name_are_told_from_two_names(a, b, same):
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_an_agency_brings_its_abbreviation():
    found = find_agencies("oleh Dinas Pekerjaan Umum dan Penataan Ruang (PUPR) serta Badan Pusat Statistik (BPS).")
    assert [(agency.name, agency.abbreviation) for agency in found] == [
        ("Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR"),
        ("Badan Pusat Statistik", "BPS"),
    ]


def mentions(names, text):
    return [(text[one.start : one.end], one.number) for one in NameIndex(names).scan(text)]


def test_names_are_found_at_word_boundaries_and_before_enclitics_only():
    text = "Hasanlah Hasan Basri di Bangkalan, Bangkanya, bangka, Muara Enim-nya, Hasanah, xHasan."
    names = ["Hasan", "Hasan Basri", "Bangka", "Muara Enim"]
    assert mentions(names, text) == [("Hasan", 0), ("Hasan Basri", 1), ("Bangka", 2), ("Muara Enim", 3)]


def test_a_longer_name_that_ends_inside_a_word_hides_no_shorter_one():
    assert mentions(["Hasan", "Hasan Bas"], "Hasan Basri") == [("Hasan", 0)]


def test_a_name_without_a_letter_is_refused_by_its_place():
    with pytest.raises(ValueError, match="name 1 has no letter"):
        NameIndex(["Hasan", " - "])


@given(
    st.lists(st.text("ab n", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=8, unique=True),
    st.text("ab n-yla.", max_size=40),
)
def test_the_scan_finds_what_a_plain_search_finds(names, text):
    enclitics = ("nya", "lah", "kah", "pun", "ku", "mu")

    def bounded(start, end):
        rest = text[end:].removeprefix("-") if text[end : end + 1] == "-" else text[end:]
        before = start and text[start - 1].isalnum()
        tail = any(rest.startswith(one) and not rest[len(one) : len(one) + 1].isalnum() for one in enclitics)
        return not before and (not text[end : end + 1].isalnum() or tail)

    expected, taken = [], 0
    for start in range(len(text)):
        fits = [n for n in names if text.startswith(n, start) and bounded(start, start + len(n))]
        if start >= taken and fits:
            best = max(fits, key=len)
            expected.append((best, names.index(best)))
            taken = start + len(best)
    assert mentions(names, text) == expected
