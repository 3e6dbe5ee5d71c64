"""The proofreader: each rule finds its planted fault, a clean text stays clean, the real articles bear it out."""

import json
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.cli import run
from kentongan.desks.newsroom.rules.proofread import RULES, Person, proofread

LIST = [Person("Wirya Adiguna", "Dr. Wirya Adiguna, S.E., M.M.", ("Bupati Tirta Kencana",))]
CLEAN = """KENCANA – Bupati Tirta Kencana Wirya Adiguna membuka pelatihan kehumasan di Pendopo Kencana, Selasa \
(24/11/2026). Menurut daftar hadir, pelatihan itu diikuti 212 petugas.

“Warga berhak mendapat jawaban yang benar pada hari yang sama,” kata Wirya.

Pelatihan berlangsung tiga hari. Narahubung: Dewi Anggraini, humas@tirtakencana.example."""
# Rule, words that its finding begins with, a text with that one fault.
PLANTED = [
    ("repeated-paragraph", "Peserta menulis", "\n\n".join(["Peserta menulis siaran dan menjawab warga."] * 2)),
    ("repeated-sentence", "Peserta menulis", "Peserta menulis siaran dan berita di Pendopo Kencana. Mereka pulang. Peserta menulis siaran dan berita di Pendopo Kencana."),
    ("weekday-mismatch", "Rabu", "Pelatihan dibuka pada Rabu, 24 November 2026."),
    ("unclosed-quotation", "“Kami", "“Kami mengisi bendungan ini dengan sabar, kata Bupati."),
    ("quotation-without-speaker", "“Kami", "“Kami mengisi bendungan ini dengan sabar dan hati-hati sekali.”"),
    ("unsourced-figure", "212", "Pelatihan diikuti 212 petugas humas."),
    ("unsourced-superlative", "terbesar", "Bendungan ini terbesar di provinsi."),
    ("sums-dont-add", "30 orang", "Yang hadir 30 orang, terdiri atas 18 orang perempuan dan 11 orang laki-laki."),
    ("sums-dont-add", "40 persen", "Jawaban itu terdiri atas 40 persen puas, 35 persen cukup, dan 20 persen kecewa."),
    ("contradicting-figures", "217", "Ada 212 petugas humas perangkat daerah. Lalu 217 petugas humas perangkat daerah hadir."),
    ("name-variants", "Wirja", "Bupati Wirya Adiguna mengatakan itu. Bupati Wirja Adiguna meminta waktu."),
    ("wrong-title", "Ir. Wirya", "Bupati Ir. Wirya Adiguna, M.M. mengatakan itu."),
    ("personal-data", "1802145505900003", "NIK warga itu 1802145505900003."),
    ("promotion", "berkat kepemimpinan", "Jalan mulus berkat kepemimpinan Bupati."),
    ("unconfirmed-in-crisis", "Dikabarkan", "Banjir melanda desa. Dikabarkan lima rumah hanyut."),
    ("lead-too-long", "Bupati", "Bupati " + "dan wakilnya " * 30 + "datang."),
    ("lead-incomplete", "kegiatan", "kegiatan berlangsung dengan baik dan lancar.\n\nsemua senang."),
    ("missing-place-line", "", "Bupati membuka pelatihan.\n\nPelatihan tiga hari."),
    ("missing-contact", "", "Bupati datang.\n\nIa membuka pelatihan.\n\nIa pulang."),
    ("long-sentence", "Pelatihan", "Pelatihan " + "yang panjang " * 25 + "usai."),
    ("nominal-chain", "Pelaksanaan", "Pelaksanaan pengawasan peningkatan pelayanan kesehatan."),
    ("hard-to-read", "", " ".join(["Pelatihan " + "yang panjang " * 17 + "usai."] * 5)),
    ("di-spelling", "dirumah", "Warga menunggu dirumah masing-masing."),
    ("di-spelling", "di laksanakan", "Kegiatan di laksanakan besok."),
    ("nonstandard-word", "merubah", "Bupati merubah jadwal."),
    ("post-capital", "bupati", "Acara dibuka bupati Wirya Adiguna."),
    ("money-spelling", "Rp.", "Anggarannya Rp. 5.000.000,-."),
    ("ordinal-spelling", "ke 81", "Peringatan HUT ke 81 meriah."),
    ("numeral-spelling", "12000", "Bantuan diterima 12000 orang."),
    ("degree-spelling", "MSi", "Acara dibuka Bagas Pranoto, MSi."),
    ("repeated-word", "yang yang", "Warga yang yang menunggu sudah pulang."),
    ("name-misspelt", "Wirya Adikuna", "Acara dibuka Wirya Adikuna."),
    ("wrong-title", "Camat", "Acara dibuka Camat Wirya Adiguna."),
    ("unsourced-date", "pada tahun 1987", "Pasar itu didirikan pada tahun 1987."),
    ("sums-dont-add", "250 dari", "Sebanyak 250 dari 500 warga (60 persen) datang."),
    ("sums-dont-add", "120 peserta", "Dari 120 peserta, 70 orang lulus dan sisanya 60 orang mengulang."),
    ("personal-data", "0812-3456-7890", "Ia dapat dihubungi di nomor ponselnya 0812-3456-7890."),
    ("personal-data", "Jalan Melati No. 12", "Korban tinggal di Jalan Melati No. 12, RT 03/RW 05."),
    ("nonstandard-word", "praktek", "Mahasiswa itu praktek di desa."),
    ("name-variants", "Muaratirta", "Rapat di Muara Tirta usai. Warga Muaratirta pulang."),
]  # fmt: skip


def test_every_rule_has_its_planted_fault():
    assert {rule.id for rule in RULES} == {rule for rule, _words, _text in PLANTED}
    assert len(RULES) >= 20


@pytest.mark.parametrize(("rule", "words", "text"), PLANTED, ids=[f"{rule}: {words}" for rule, words, _ in PLANTED])
def test_a_rule_finds_its_fault_at_its_place(rule, words, text):
    found = [mark for mark in proofread(text, published=date(2026, 11, 24), known=LIST) if mark.rule == rule]
    assert found, rule
    assert any(text[one.start : one.end].startswith(words) for one in found)
    assert all(one.why and one.suggestion and one.source for one in found)


def test_a_clean_release_is_left_alone():
    assert proofread(CLEAN, published=date(2026, 11, 24), known=LIST) == []


@pytest.mark.parametrize(
    "text",
    [
        "Data BPS menyebut 212 petugas.",  # a source stands in the paragraph
        "Warga menunggu di rumah; kepada mereka dikatakan: dilaksanakan di dalam.",
        "Hubungi posko 0812-3456-7890 untuk informasi.",  # an office's number is meant to be known
        "Adik Budi Putra dan Budi Putri datang.",  # two people, not two spellings
        "Hari itu menurut catatan ke 3 desa ia pergi.",
    ],
)
def test_what_looks_like_a_fault_and_is_none(text):
    heavy = {"weekday-mismatch", "personal-data", "di-spelling", "prefix-spelling", "nonstandard-word", "name-variants"}
    assert [
        mark.rule for mark in proofread(text) if mark.rule in heavy | {"ordinal-spelling", "unsourced-figure"}
    ] == []


@given(st.text(alphabet="abc Rp.,-–“”\"'\n1239%ke di Senin()/:@+", max_size=300), st.text(max_size=60))
def test_no_text_breaks_it_and_every_span_lies_within(left, right):
    text = left + right
    for mark in proofread(text):
        assert 0 <= mark.span[0] <= mark.span[1] <= len(text)


@pytest.mark.real_data
def test_what_stops_in_600_articles_is_what_the_calendar_denies(data):
    stopped = []
    for line in (data / "articles" / "detik-2026-05.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        if (text := article.get("text") or article.get("body")) is None:
            raise AssertionError(sorted(article))
        stopped += [mark for mark in proofread(text) if mark.severity == "stop"]
    assert {mark.rule for mark in stopped} == {"weekday-mismatch", "repeated-sentence"}
    assert len(stopped) <= 23


def test_a_long_text_costs_in_proportion_to_its_length():
    words = ["Bupati", "Wirya", "datang", "ke", "pasar", "“", "”", "12", "Senin,", "di", "pe", "nan", "."]
    draw = random.Random(24)
    text = " ".join(draw.choice(words) for _ in range(20_000))
    assert isinstance(proofread(text), list)


def test_the_command_prints_places_stops_with_one_and_lists_its_rules(tmp_path, capsys):
    file = tmp_path / "rilis.txt"
    file.write_text("KENCANA – Pelatihan dibuka pada Rabu, 24 November 2026.", encoding="utf-8")
    assert run(["proofread", str(file), "--json"]) == 1
    (stop,) = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "stop"]
    assert set(stop) == {"rule", "span", "why", "suggestion", "severity", "source"}
    assert (stop["rule"], stop["span"]) == ("weekday-mismatch", [32, 54])
    assert "Selasa" in stop["why"]
    assert run(["proofread", str(file)]) == 1
    assert "rilis.txt:1  WAJIB" in capsys.readouterr().out
    assert run(["proofread", "--rules"]) == 0
    listed = capsys.readouterr().out
    assert all(f"{rule.id} " in listed for rule in RULES)
    file.write_text(CLEAN, encoding="utf-8")
    assert run(["proofread", str(file), "--published", "2026-11-24"]) == 0
    assert "Tidak ada temuan." in capsys.readouterr().out


def test_bad_input_gets_a_sentence(tmp_path, capsys):
    assert run(["proofread"]) == 2
    assert "name the text" in capsys.readouterr().err
    assert run(["proofread", str(tmp_path / "tiada.txt")]) == 2
