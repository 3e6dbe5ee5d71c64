"""What a newsroom changed is found, what it only wrote otherwise isn't, wherever it moved the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ground.language import fictional
from tests.ground.language.fictional import RELEASE

from kentongan.ground.language.rules.alignment import compare
from kentongan.ground.language.rules.reuse import distinct_runs


def replaced(was: str, now: str) -> str:
    assert was in RELEASE, was
    return RELEASE.replace(was, now, 1)


@pytest.mark.parametrize(("was", "now", "kind"), fictional.CHANGED)
def test_a_changed_claim_is_found_with_its_kind_and_place(was, now, kind):
    article = replaced(was, now)
    trace = compare(RELEASE, article)
    assert [change.kind for change in trace.changes] == [kind]
    change = trace.changes[0]
    start = RELEASE.index(was)
    assert article[slice(*change.where)] == change.now
    assert RELEASE[slice(*change.was_at)] == change.was
    assert change.where[0] <= start + len(now)
    assert start <= change.where[1]


@pytest.mark.parametrize(("was", "now"), fictional.REDRESSED)
def test_a_difference_of_form_is_no_change(was, now):
    assert compare(RELEASE, replaced(was, now)).changes == ()


def moved(text: str) -> str:
    """The paragraphs in another order, as no plain difference follows them."""
    parts = text.splitlines()
    return "\n".join(parts[4:] + parts[:4])


@pytest.mark.parametrize(("was", "now", "kind"), fictional.CHANGED)
def test_a_changed_claim_is_found_in_a_text_that_was_moved_cut_and_wrapped(was, now, kind):
    lines = moved(replaced(was, now)).splitlines()
    kept = [line for line in lines if now in line or "telinga" in line or len(line) > 150]
    article = "\n".join([*fictional.OTHER.splitlines()[:3], *kept, *fictional.OTHER.splitlines()[3:]])
    trace = compare(RELEASE, article)
    assert [change.kind for change in trace.changes] == [kind]
    assert article[slice(*trace.changes[0].where)] == trace.changes[0].now


def test_moved_paragraphs_are_kept_and_nothing_is_called_cut_or_changed():
    trace = compare(RELEASE, moved(RELEASE))
    assert (trace.kept, trace.ours, trace.cut, trace.added, trace.changes) == (1.0, 1.0, (), (), ())


def test_paragraphs_printed_twice_are_ours_both_times():
    lines = RELEASE.splitlines()
    twice = "\n".join([*lines[:3], lines[2], *lines[3:5], lines[4], *lines[5:]])
    trace = compare(RELEASE, twice)
    assert (trace.kept, trace.ours, trace.added, trace.changes) == (1.0, 1.0, (), ())


def test_the_shares_count_words_of_both_texts():
    lines = RELEASE.splitlines()
    half = "\n".join(lines[:4])
    trace = compare(RELEASE, half)
    assert trace.ours == 1.0
    assert trace.kept == pytest.approx(len(half.split()) / len(RELEASE.split()), abs=0.02)
    assert RELEASE[slice(*trace.cut[-1])].startswith("Kami tidak akan")


def test_passages_tell_the_same_words_at_both_offsets():
    article = fictional.OTHER + moved(RELEASE)
    trace = compare(RELEASE, article)
    assert sum(passage.words for passage in trace.passages) >= len(RELEASE.split())
    for passage in trace.passages:
        ours, theirs = RELEASE[slice(*passage.ours)], article[slice(*passage.theirs)]
        assert ours.split()[1:3] == theirs.split()[1:3]


def test_an_article_on_another_matter_of_the_same_office_carries_nothing():
    trace = compare(RELEASE, fictional.OTHER)
    assert (trace.carried, trace.changes) == (False, ())
    assert trace.kept < 0.02


def test_a_formula_counts_for_nothing_but_is_shown():
    about = "\nKabupaten Tirta Kencana terletak di kaki Gunung Sekar dan dihuni oleh petani, nelayan, serta perajin gerabah."
    article = fictional.OTHER + about
    plain = compare(RELEASE + about, article)
    known = compare(RELEASE + about, article, boilerplate=distinct_runs([about])[0])
    assert plain.kept > 0
    assert (known.kept, known.ours, known.carried) == (0.0, 0.0, False)
    assert [passage.formula for passage in known.passages] == [True]


def test_a_quotation_of_which_a_whole_sentence_was_cut_is_not_called_changed():
    article = replaced("Humas bukan juru foto pejabat. Humas adalah telinga", "Humas adalah telinga")
    assert compare(RELEASE, article).changes == ()


def test_several_changes_in_one_sentence_are_each_told():
    article = replaced("32 dari 41 perangkat daerah sudah mengirim", "23 dari 14 perangkat daerah belum mengirim")
    assert [change.kind for change in compare(RELEASE, article).changes] == ["figure", "figure", "negation"]


@pytest.mark.parametrize("one", ["", " ", "\0", "\u202e\u200f", "kata " * 50, "a", "𝒜𝒷𝒸 " * 9, "مرحبا بالعالم " * 9])
@pytest.mark.parametrize("other", ["", RELEASE, "kata " * 50, "\u200b".join(RELEASE)])
def test_odd_texts_are_held_against_each_other_without_a_fault(one, other):
    for ours, theirs in ((one, other), (other, one)):
        trace = compare(ours, theirs)
        assert 0 <= trace.kept <= 1
        assert 0 <= trace.ours <= 1


def test_marks_without_a_shape_are_looked_through():
    trace = compare(RELEASE, RELEASE.replace("e", "e\u200b"))
    assert (trace.kept, trace.ours) == (1.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(RELEASE.split()), max_size=80), st.lists(st.sampled_from(RELEASE.split()), max_size=80))
def test_any_two_runs_of_words_give_spans_inside_their_texts(ours, theirs):
    release, article = " ".join(ours), " ".join(theirs)
    trace = compare(release, article)
    for passage in trace.passages:
        assert 0 <= passage.ours[0] < passage.ours[1] <= len(release)
        assert 0 <= passage.theirs[0] < passage.theirs[1] <= len(article)
    for change in trace.changes:
        assert article[slice(*change.where)] == change.now
    assert trace.carried or not trace.changes


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_are_compared(ours, theirs):
    assert compare(ours, theirs).kept <= 1


REWRITTEN = """Pelatihan Humas Habiskan Dana Daerah

Wakil Bupati Tirta Kencana Raden Wirasena membuka pelatihan kehumasan yang diikuti 250 pranata humas di Pendopo \
Kabupaten Tirta Kencana, Kamis (6/9/2018).

Kegiatan yang digelar selama tiga hari itu menghabiskan dana Rp1,5 miliar dari APBD Kabupaten Tirta Kencana 2018. \
Tercatat ada 28 kecamatan yang mengirimkan petugasnya. Dari jumlah itu, 75 persen belum pernah ikut pelatihan serupa.

"Humas bukan juru foto pejabat. Humas adalah telinga pemerintah yang mendengar keluhan warga sebelum keluhan itu \
menjadi amarah," ucap Wirasena.

Sementara itu, Kadiskominfo Laksmi Padmarini menuturkan, peserta bakal belajar menulis siaran pers, memotret kegiatan, \
serta menjawab pertanyaan wartawan dalam waktu kurang dari 2 jam.

"Kami akan menutup data apa pun yang menjadi hak publik, dan setiap angka yang kami sebut harus ada sumbernya," ucap dia.

Pemkab juga menyiapkan lahan 4,5 hektare di Kecamatan Sendang Rejo guna membangun gedung pusat layanan informasi. \
Pembangunannya dimulai 12 Maret 2019 dan ditargetkan rampung dalam 14 bulan.

Sekda Bramantyo Adikusuma meminta semua perangkat daerah menunjuk seorang juru bicara paling lambat akhir bulan ini. \
Menurutnya, sebanyak 32 dari 41 perangkat daerah telah mengirim nama.

Hadir dalam acara itu Kapolres Tirta Kencana AKBP Surya Manggala, Ketua DPRD Ratih Kinasih, dan perwakilan media dari \
Kota Banyu Asri. Baca juga: Harga Cabai Naik.
"""


def test_in_a_rewritten_article_only_what_was_changed_is_told():
    trace = compare(RELEASE, REWRITTEN)
    assert [(change.kind, change.now) for change in trace.changes] == [
        ("title", "Wakil Bupati"),
        ("date", "Kamis (6/9/2018)"),
        ("figure", "Rp1,5 miliar"),
        ("figure", "28 kecamatan"),
        ("negation", "akan"),
    ]
    assert trace.kept == pytest.approx(0.7, abs=0.05)


@pytest.mark.parametrize("period", [1, 2, 20, 300])
def test_a_text_that_repeats_itself_makes_no_more_tiles_than_words(period):
    from kentongan.ground.language.rules.alignment_blocks import MOST_SEEDS_OF_A_RUN, _tiles
    from kentongan.ground.language.rules.reuse_words import read_words

    words = [f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyzabcd'[n // 100]}" for n in range(period)]
    for times in (4, 40, 400):
        numbers = read_words(" ".join(words * times)).numbers
        assert len(_tiles(numbers, numbers)) <= MOST_SEEDS_OF_A_RUN * max(1, period) * 2


def test_a_decimal_comma_that_became_a_point_changes_the_figure():
    release = RELEASE.replace("4,5 hektare", "1,284 hektare")
    article = release.replace("1,284 hektare", "1.284 hektare")
    assert [(change.kind, change.was, change.now) for change in compare(release, article).changes] == [
        ("figure", "1,284 hektare", "1.284 hektare")
    ]
