"""The checks beside the text: what stops, what is amber, what is left alone."""

from datetime import date

import pytest
from django.utils.translation import gettext, override

from kentongan.desks.newsroom.rules import fixes, plain
from kentongan.desks.newsroom.rules.checks import Material, examine, stops
from kentongan.desks.newsroom.rules.document import check
from kentongan.desks.newsroom.rules.render import Quoted, Shown
from kentongan.desks.newsroom.rules.titles import Known

FACTS = {
    1: Quoted(1, "Luas sawah terairi", "1.284", "hektare", source="Berita acara 611/88", kind="figure"),
    2: Quoted(2, "Tanggal pelatihan", "Selasa (24/11/2026)", source="Agenda", kind="date"),
    3: Quoted(3, "Anggaran pelatihan", "Rp 120 juta", kind="budget"),
    4: Quoted(4, "Peserta", "60 orang", kind="figure"),
}
PEOPLE = (
    Known(1, "Bagas Pranoto", "Bagas Pranoto, S.Sos., M.Si.", ("Sekretaris Daerah",)),
    Known(2, "Wirya Adiguna", "Dr. H. Wirya Adiguna", ("Bupati Tirta Kencana", "Bupati")),
    Known(3, "Ratna Dewi", "Ratna Dewi, S.I.Kom.", ("Plt. Kepala Bagian Protokol",)),
)
LEAD = "KENCANA – Pelatihan kehumasan dibuka di Pendopo.\n"


def found(typed, *, title="Pelatihan dibuka", material=None):
    material = material or Material(
        facts=FACTS, offered=tuple(FACTS.values()), people=PEOPLE, published=date(2026, 11, 24)
    )
    return examine(title, check(plain.parse(typed)), material)


def told(typed, **more):
    return [(one.rule, one.severity) for one in found(typed, **more)]


def test_a_figure_without_a_fact_is_amber_and_its_fact_is_offered():
    (one,) = found(LEAD + "Airnya mengairi 1.284 hektare sawah.")
    assert (one.rule, one.severity, one.path, one.start, one.end) == ("figure-unsourced", "warn", (1,), 16, 29)
    assert [(fix.do, fix.fact) for fix in one.fixes] == [("mark", 1), ("not_claim", 0)]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Anggarannya Rp 120 juta.", "figure-budget"),
        ("Sebanyak 12 orang meninggal dunia.", "figure-casualty"),
        ("Dasarnya Undang-Undang Nomor 14 Tahun 2008.", "figure-law"),
        ("Hal itu diatur Pasal 22 ayat (7).", "figure-law"),
    ],
)
def test_budget_casualty_and_law_figures_without_a_source_stop(words, rule):
    assert (rule, "stop") in told(LEAD + words)


def test_goods_and_another_sentences_people_are_no_victims():
    assert ("figure-casualty", "stop") not in told(LEAD + "Bantuan 120 paket diserahkan. Korban sudah pulang.")
    assert ("figure-casualty", "stop") not in told(LEAD + "Sebanyak 30 orang membantu. Korban sudah pulang.")
    assert ("figure-casualty", "stop") in told(LEAD + "Korban luka 30 orang.")


def test_a_figure_with_its_fact_or_a_reason_is_left_alone():
    assert told(LEAD + "Airnya mengairi [1.284 hektare|fakta:1] di [12 desa|bukan klaim: contoh].") == []


def test_a_fact_without_a_source_stops_only_where_it_must():
    assert told(LEAD + "Biayanya [Rp 120 juta|fakta:3] untuk [60 orang|fakta:4].") == [
        ("fact-unsourced", "stop"),
        ("fact-unsourced", "warn"),
    ]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("1.482 hektare", "stop"),
        ("lebih dari 1.200 hektare", ""),
        ("lebih dari 1.300 hektare", "stop"),
        ("sekitar 1.300 hektare", ""),
        ("seribu dua ratus delapan puluh empat hektare", ""),
        ("1.284", ""),
    ],
)
def test_marked_words_must_say_what_the_fact_says(words, severity):
    drift = [one.severity for one in found(LEAD + f"Airnya mengairi [{words}|fakta:1].") if one.rule == "fact-drift"]
    assert drift == ([severity] if severity else [])


def test_another_day_than_the_facts_stops_and_the_same_day_written_out_does_not():
    assert ("fact-drift", "stop") in told(LEAD + "Dibuka [Rabu (25/11/2026)|fakta:2].")
    assert told(LEAD + "Dibuka [Selasa, 24 November 2026|fakta:2].") == []


def test_a_withdrawn_fact_stops():
    material = Material(facts=FACTS, withdrawn=frozenset({1}))
    assert told(LEAD + "Airnya mengairi [1.284 hektare|fakta:1].", material=material) == [("fact-gone", "stop")]


def test_a_large_figure_keeps_the_same_rules_as_words_in_the_text():
    material = Material(facts=FACTS, withdrawn=frozenset({2}), closed=frozenset({1}))
    assert told(LEAD + "![angka:1,2,3,4]", material=material) == [
        ("fact-closed", "stop"),
        ("fact-gone", "stop"),
        ("fact-unsourced", "stop"),
        ("fact-unsourced", "warn"),
    ]
    assert told(LEAD + "Luasnya [1.284 hektare|fakta:1].", material=material) == [("fact-closed", "stop")]


def test_a_wrong_weekday_stops_and_its_fix_writes_the_right_one():
    typed = LEAD + "Pengisian dimulai Senin, 1 Desember 2026, pagi."
    (one,) = found(typed)
    assert (one.rule, one.severity) == ("weekday-wrong", "stop")
    mended = fixes.apply(plain.parse(typed), one, one.fixes[0])
    assert "Selasa, 1 Desember 2026" in plain.write(mended)
    assert told(plain.write(mended)) == []


def test_a_quotation_block_without_a_speaker_stops_and_one_with_its_speaker_is_left_alone():
    assert told(LEAD + "> “Kami mengisi dengan sabar.”") == [("quotation-no-speaker", "stop")]
    assert told(LEAD + "> “Kami mengisi dengan sabar.”\n> — Bagas Pranoto, Sekretaris Daerah") == []


def test_words_in_marks_without_a_speaker_are_amber():
    assert ("quotation-no-speaker", "warn") in told(LEAD + "“Kami mengisi bendungan ini dengan sabar sekali.”")
    assert told(LEAD + "“Kami mengisi bendungan ini dengan sabar,” kata Sekretaris Daerah Bagas Pranoto.") == []


def test_a_repeated_paragraph_is_found_and_taken_out():
    again = "Petugas kecamatan akan berkeliling sehari sebelumnya untuk memberi tahu warga."
    typed = f"{LEAD}{again}\nWarga dapat melapor kepada kepala dusun.\n{again}"
    (one,) = found(typed)
    assert (one.rule, one.path) == ("paragraph-repeated", (3,))
    assert plain.write(fixes.apply(plain.parse(typed), one, one.fixes[0])).count("Petugas kecamatan") == 1


def test_a_wrong_title_and_a_slip_in_a_name_are_amber_with_the_right_one():
    (wrong,) = found(LEAD + "Hadir Bupati Bagas Pranoto.")
    assert (wrong.rule, wrong.values["right"]) == ("title-wrong", "Sekretaris Daerah")
    (slip,) = found(LEAD + "Hadir Sekretaris Daerah Bagus Pranoto.")
    assert (slip.rule, slip.values["name"]) == ("name-slip", "Bagas Pranoto")
    mended = fixes.apply(plain.parse(LEAD + "Hadir Sekretaris Daerah Bagus Pranoto."), slip, slip.fixes[0])
    assert "Sekretaris Daerah Bagas Pranoto." in plain.write(mended)


def test_a_shorter_title_is_right_and_an_acting_holder_is_called_so():
    assert told(LEAD + "Hadir Bupati Wirya Adiguna dan Sekretaris Daerah Bagas Pranoto.") == []
    assert told(LEAD + "Hadir Plt. Kepala Bagian Protokol Ratna Dewi.") == []


def test_headline_and_lead_must_be_there():
    assert [one.rule for one in stops(found("", title=" "))] == ["headline-missing", "lead-missing"]


def test_photographs_are_checked_for_consent_description_and_credit():
    material = Material(photos={5: Shown(5, alt="Peserta", credit="Galih"), 6: Shown(6)}, refused_photos={5: "refused"})
    assert told(LEAD + "![foto:5]\n![foto:6]\n![foto:7]", material=material) == [
        ("photo-refused", "stop"),
        ("photo-gone", "stop"),
        ("photo-alt", "warn"),
        ("photo-credit", "warn"),
    ]


@pytest.mark.real_data
def test_the_real_copy_of_an_offices_text_has_four_repeated_paragraphs_and_a_right_weekday(data):
    lines = (data / "coverage/kabarakyatsumsel-2018-09-05.txt").read_text().splitlines()
    findings = examine(lines[0], check(plain.parse("\n".join(lines[1:]))), Material(published=date(2018, 9, 5)))
    assert sum(one.rule == "paragraph-repeated" for one in findings) == 4
    assert [one for one in findings if one.rule == "weekday-wrong"] == []


def test_a_hostile_text_is_examined_in_one_pass():
    for typed in ("a" * 200_000, "1 " * 20_000, "“" * 20_000, "Senin " * 10_000, "\u202e1.284\u202c \u0000 hektare"):
        assert isinstance(found(typed), list)


def test_the_proofreader_speaks_beside_the_text_at_its_block_and_mends_it():
    typed = LEAD + "Peserta merubah jadwal.\n"
    (one,) = found(typed)
    assert (one.rule, one.severity, one.path, one.start, one.end) == ("nonstandard-word", "warn", (1,), 8, 15)
    assert one.message % one.values == "“merubah” takes its prefix against the rule."
    assert [(fix.do, fix.put) for fix in one.fixes] == [("replace", "mengubah")]


def test_the_proofreader_is_translated_as_the_reader_asks():
    (one,) = found(LEAD + "Peserta merubah jadwal.\n")
    with override("id"):
        assert gettext(one.message) % one.values == "“merubah” salah awalannya."
        assert gettext(one.fixes[0].label) % one.fixes[0].values == "Tulis “mengubah”"


def test_a_sum_that_doesnt_add_is_listed_and_a_number_of_identity_stops():
    parts = "Yang hadir [30 orang|bukan klaim: contoh], terdiri atas [18 orang|bukan klaim: contoh] perempuan dan "
    assert told(LEAD + parts + "[11 orang|bukan klaim: contoh] laki-laki.") == [("sums-dont-add", "warn")]
    assert ("personal-data", "stop") in told(LEAD + "Korban ber-NIK 3201014507900003 sudah pulang.")
