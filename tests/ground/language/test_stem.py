"""Words to roots: families come together, names and look-alikes stay apart."""

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks import stem as benchmark
from hypothesis import given
from hypothesis import strategies as st
from tests.counted import calls

from kentongan.ground.language.rules import stem as room
from kentongan.ground.language.rules import stem_roots
from kentongan.ground.language.rules.stem import index_terms, stem, stem_words

# Each line one family, its root first; written for this test. A form of one family must meet all of its own and none
# of the others.
FAMILIES = [
    line.split()
    for line in """
    baca membaca dibaca pembaca bacaan membacakan terbaca kubaca bacalah pembacaannya
    tulis menulis ditulis penulis tulisan penulisan tertulis menuliskan
    pukul memukul dipukul pemukul pukulan terpukul
    sapu menyapu disapu penyapu
    kirim mengirim dikirim pengirim kiriman pengiriman mengirimkan terkirim
    ajar belajar pelajar pelajaran mengajar pengajar pembelajaran mempelajari dipelajari terpelajar
    kerja bekerja pekerja pekerjaan mengerjakan dikerjakan mempekerjakan
    air pengairan mengairi perairan berair
    rencana berencana merencanakan perencanaan terencana direncanakan
    rasa terasa merasakan perasaan dirasakan
    ubah berubah mengubah perubahan diubah pengubahan
    kawal mengawal pengawal pengawalan dikawal
    awas mengawasi pengawas pengawasan diawasi
    sah mengesahkan pengesahan disahkan
    cat mengecat pengecatan dicat
    adil keadilan ketidakadilan berkeadilan
    lanjut berkelanjutan melanjutkan kelanjutan selanjutnya
    sesuai menyesuaikan penyesuaian disesuaikan kesesuaian
    tuju tujuan menuju tertuju bertujuan
    setuju menyetujui persetujuan disetujui menyetujuinya
    daya pemberdayaan diberdayakan berdaya
    pimpin memimpin pemimpin pimpinan kepemimpinan dipimpin
    tani petani pertanian bertani
    tanggungjawab pertanggungjawaban mempertanggungjawabkan
    anak anak-anak beranak anaknya
    tarik tarik-menarik menarik tarikan penarik tertarik
    sayur sayur-mayur sayuran
    kritik mengkritik dikritik kritikan
    transfer mentransfer ditransfer
    resmi meresmikan diresmikan peresmian
    jembatan menjembatani jembatannya
    sehat kesehatan menyehatkan penyehatan
    beruang beruangnya
    uang keuangan uangnya
    berita pemberitaan memberitakan diberitakan beritanya
    beri memberi pemberian diberikan berikan pemberi
    arah mengarah mengarahkan pengarahan diarahkan
    layan melayani pelayanan pelayan dilayani layanan
    kena mengenai dikenakan pengenaan
    nyanyi menyanyi penyanyi bernyanyi menyanyikan
    """.strip().splitlines()
]


def pairs(counts: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def test_families_come_together_and_stay_apart():
    found = [(family[0], stem(form)) for family in FAMILIES for form in family]
    right, wanted, made = (pairs(Counter(k)) for k in (found, (f for f, _ in found), (s for _, s in found)))
    assert 2 * right / (wanted + made) >= 0.99


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_a_root_is_its_own_stem(family):
    assert stem(family[0]) == family[0]


@pytest.mark.parametrize(
    "name",
    [
        "Kediri",
        "Pekalongan",
        "Pemalang",
        "Bekasi",
        "Kuningan",
        "Serang",
        "Sulastri",
        "Kendari",
        "Tirta",
        "Prabowo",
        "Perancis",
    ],
)
def test_names_stay_names(name):
    assert stem(name) == name.lower()
    assert stem(name.upper()) == name.lower()


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("materi", "materi"),
        ("demokrasi", "demokrasi"),
        ("menteri", "menteri"),
        ("seluruh", "seluruh"),
        ("dengan", "dengan"),
        ("perempuan", "perempuan"),
        ("sehingga", "sehingga"),
        ("kupu-kupu", "kupu-kupu"),
        ("lalu-lintas", "lalu-lintas"),
        ("laki-laki", "laki"),
        ("Jum'at", "jumat"),
        ("covid-19", "covid-19"),
        ("", ""),
        ("a", "a"),
        ("2026", "2026"),
        ("websitenya", "website"),
        ("Kenya", "kenya"),
        ("حكومة", "حكومة"),
        ("-", "-"),
        ("--", "--"),
    ],
)
def test_words_without_an_affix_are_left_alone(word, root):
    assert stem(word) == root


def test_many_words_are_stemmed_as_one_is():
    words = [form for family in FAMILIES for form in family]
    assert stem_words(words) == [stem(word) for word in words]
    assert stem_words(iter(words[:3])) == stem_words(words[:3])


def test_index_terms_are_lowercase_stems_in_order():
    text = "Bupati meresmikan lalu-lintas baru; anak-anak bernyanyi di Kediri. Covid-19 menurun!"
    assert index_terms(text) == (
        ["bupati", "resmi", "lalu", "lintas", "baru", "anak", "nyanyi", "di", "kediri", "covid", "19", "turun"]
    )


def test_a_question_and_an_answer_meet_in_the_index():
    assert set(index_terms("pembangunan jembatan")) <= set(index_terms("Jembatan itu dibangun kembali."))


def test_the_list_is_sorted_lowercase_and_says_each_word_once():
    text = Path(stem_roots.__file__).with_name("stem_roots.txt").read_text(encoding="utf-8")
    roots = text.partition("[roots]")[2].partition("[names]")[0].split()
    names = text.partition("[names]")[2].partition("[settled]")[0].split()
    assert all(first < second for words in (roots, names) for first, second in pairwise(words))
    assert all(re.fullmatch("[a-z]{2,}", word) for word in roots + names)
    assert set(roots) & set(names) == set()


def test_every_settled_word_leads_to_a_root_that_stays():
    assert {word: stem(root) for word, root in stem_roots.override().items()} == stem_roots.override()


def test_ten_megabytes_of_one_word_are_returned_and_not_remembered():
    room.forget()
    long = "A" * 10_000_000
    assert index_terms(long) == [long.lower()]
    assert len(room._memory) == 0


def test_the_memory_never_grows_past_its_bound(monkeypatch):
    monkeypatch.setattr(room, "REMEMBERED", 100)
    room.forget()
    stem_words(f"kata{n}" for n in range(1000))
    assert len(room._memory) <= 100


def test_a_word_met_before_costs_no_call():
    stem("pembangunan")
    calls = []
    sys.setprofile(lambda frame, event, _: calls.append(frame.f_code.co_name) if event == "call" else None)
    try:
        stem_words(["pembangunan"] * 1000)
    finally:
        sys.setprofile(None)
    assert calls == ["stem_words"]


PIECES = re.findall(r"\S+", "me ber di ke se ter pe per an kan i nya lah ng ny a u t k s baca tulis - '")


@given(st.text(max_size=60))
def test_no_text_crashes_the_stemmer_and_a_stem_is_never_longer(text):
    assert len(stem(text)) <= len(text.lower())
    assert all(index_terms(text))


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    )
)
def test_any_pile_of_affixes_gives_one_word_in_bounded_steps(pieces):
    room.forget()
    steps = calls(lambda: stem("".join(pieces)), events=("call",))
    assert steps <= 6000


@pytest.mark.real_data
@pytest.mark.parametrize(("file", "floor"), [("csui-ud-test.conllu", 0.88), ("pud-ud-test.conllu", 0.97)])
def test_conflation_of_the_treebanks_keeps_its_floor(data, file, floor):
    lemmas = benchmark._lemmas(file)
    assert lemmas is not None
    assert benchmark._conflation(lemmas, stem) >= floor
