"""At the counter: is this from you, and where does it stand."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kentongan.faces.counter import queries
from kentongan.faces.counter.counter import checking

pytestmark = pytest.mark.django_db
OLD = "KENCANA – Airnya mengairi 1.482 hektare sawah di tiga kecamatan."
NEW = OLD.replace("1.482", "1.284")


@pytest.fixture(autouse=True)
def _nobody_knocked_yet(fresh_limits):
    """In this test's own file."""


@pytest.fixture
def corrected(town):
    first = town.release("Bendungan mulai diisi", OLD)
    return first, town.release("Bendungan mulai diisi", NEW, replaces=first, correction_note="Tertukar.")


def ask(client, typed, **more):
    return client.post("/verifikasi/", {"teks": typed, **more})


def verdict(client, typed):
    page = ask(client, typed, bahasa="en").content.decode()
    return [kind for kind in ("Genuine", "Old version", "Withdrawn", "Not from us") if f">{kind}</span>" in page]


def test_code_number_link_hash_and_text_of_what_holds_are_genuine(client, corrected):
    second = corrected[1]
    pasted = f"[24/11 09.05] Grup Warta: *{second.title}*\n\n{NEW}\n\nhttps://tirtakencana.example/siaran/1-x/\nKode periksa: {second.code}"
    for typed in (
        second.code, second.code.lower().replace("-", " "), f"Kode periksa: {second.code}", second.number,
        f"Nomor {second.number}", second.number.lower(), second.text_hash, pasted, NEW,
        "https://tirtakencana.example/siaran/1-pelatihan-kehumasan/",
        "https://tirtakencana.example/en/siaran/1-pelatihan-kehumasan/versi-2/",
        f"https://tirtakencana.example/cek/{second.code}",
    ):  # fmt: skip
        assert verdict(client, typed) == ["Genuine"], typed


def test_an_old_version_says_so_shows_what_was_corrected_and_leads_to_the_newest(client, corrected):
    first, _second = corrected
    for typed in (
        first.code,
        first.text_hash,
        OLD,
        "https://tirtakencana.example/siaran/1-pelatihan-kehumasan/versi-1/",
    ):
        assert verdict(client, typed) == ["Old version"], typed
    page = ask(client, OLD, bahasa="en").content.decode()
    assert 'href="/en/siaran/1-pelatihan-kehumasan/"' in page
    assert "1.284</ins>" in page


def test_a_withdrawn_release_is_withdrawn_by_every_name(client, town, corrected):
    first, second = corrected
    town.withdraw(second, reason="Tidak pernah terjadi.")
    for typed in (first.code, second.code, second.number, OLD, NEW):
        assert verdict(client, typed) == ["Withdrawn"], typed
    assert "Tidak pernah terjadi." in ask(client, OLD).content.decode()


def test_what_we_never_issued_is_not_from_us(client, corrected):
    for typed in (
        "7F4K-29QD", "480/999/PROKOPIM/2026", "f" * 64, OLD.replace("tiga", "lima"), "halo", "🚨", "\u202e" + "x" * 500,
        "https://tirtakencana.example/siaran/99-x/", "https://tirtakencana.example/siaran/1-pelatihan/versi-9/",
        "https://tirtakencana.example/", "http://[", "https://tirtakencana.example@palsu.example/cek/x",
    ):  # fmt: skip
        assert verdict(client, typed) == ["Not from us"], typed


def test_a_text_that_was_changed_leads_to_the_release_that_it_says_it_is(client, corrected):
    changed = NEW.replace("tiga", "lima")
    for tail in ("https://tirtakencana.example/siaran/1-x/versi-1/.", f"Kode periksa: {corrected[0].code}"):
        page = ask(client, f"{changed}\n\n{tail}", bahasa="en").content.decode()
        assert "Not from us</span>" in page
        assert f"our release {corrected[1].number}" in page
        assert 'href="/en/siaran/1-pelatihan-kehumasan/">Open what we wrote' in page
    for tail in ("", "https://palsu.example/siaran/1-x/", "https://tirtakencana.example/siaran/99-x/"):
        assert "Open what we wrote" not in ask(client, f"{changed}\n\n{tail}", bahasa="en").content.decode()


def test_a_genuine_code_behind_somebody_elses_address_is_not_from_us(client, corrected):
    _first, second = corrected
    for host in ("palsu.example", "tirtakencana.example.palsu.example", "tirtakencana.example:8443", "x@palsu.example"):
        for path in (f"cek/{second.code}", "siaran/1-pelatihan-kehumasan/", second.code):
            assert verdict(client, f"https://{host}/{path}") == ["Not from us"]


def test_a_link_added_to_a_genuine_text_is_named_as_foreign(client, corrected):
    _first, second = corrected
    typed = f"{NEW}\n\nhttps://tirtakencana.example/siaran/1-x/\nhttps://palsu.example/daftar"
    answer = queries.check(typed, now=second.opened_at + timedelta(hours=1))
    assert (answer.kind, answer.foreign_links) == ("genuine", ("https://palsu.example/daftar",))
    page = ask(client, typed, bahasa="en").content.decode()
    assert "https://palsu.example/daftar" in page
    assert 'href="https://palsu.example' not in page


def test_the_answer_says_what_it_is_not_and_no_reader_is_known(client, corrected):
    response = ask(client, corrected[1].code, bahasa="en")
    assert "certified electronic signature" in response.content.decode()
    assert (response.cookies, response["Cache-Control"]) == ({}, "private, no-store")


def test_what_is_typed_is_shown_as_text_and_what_is_too_long_is_said(client, town):
    page = ask(client, "</textarea><script>x()</script>").content.decode()
    assert "<script>x()" not in page
    assert "longer than anything" in ask(client, "x" * 200_001, bahasa="en").content.decode()
    assert "Type or paste first" in ask(client, " \n\x00 ", bahasa="en").content.decode()


def test_one_address_is_refused_after_too_many_questions_and_another_is_not(client, town):
    for _ in range(checking.PER_MINUTE):
        assert client.get("/verifikasi/?teks=7F4K-29QD", REMOTE_ADDR="192.0.2.7").status_code == 200
    refused = client.get("/verifikasi/?teks=7F4K-29QD", REMOTE_ADDR="192.0.2.7")
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert client.get("/verifikasi/", REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get("/verifikasi/?teks=x", REMOTE_ADDR="192.0.2.8").status_code == 200


# ── search ──


def titles(client, q, **more):
    from lxml import html as lxml_html

    page = lxml_html.fromstring(client.get("/cari/", {"q": q, **more}).content)
    return [each.text_content().strip() for each in page.xpath("//main//h3/a")]


def test_a_word_is_found_by_its_root_whatever_was_typed(client, town):
    town.release("Warga menulis surat", "KENCANA – Petani mengirim benih kepada tetangganya.")
    town.release("Jalan diperbaiki", "KENCANA – Aspal baru dihampar.")
    for q in ("tulis", "tulisan", "kirim benih", "pengiriman", "tetangga"):
        assert titles(client, q) == ["Warga menulis surat"], q
    assert titles(client, "480/2/prokopim/2026") == ["Jalan diperbaiki"]
    assert titles(client, "tulis aspal") == titles(client, "%") == titles(client, "_") == titles(client, "") == []


def test_a_release_is_found_once_as_it_is_now_and_the_title_counts_more(client, town, corrected):
    town.release("Sawah", "KENCANA – Panen raya.")
    assert titles(client, "sawah") == ["Sawah", "Bendungan mulai diisi"]
    assert titles(client, "1.482") == []


def test_matters_agencies_and_the_coming_agenda_are_found_too(client, town):
    town.activity("Lomba perahu")
    for q, words in (
        ("jalan lubang", "jalan berlubang"),
        ("irigasi", "Dinas Pekerjaan Umum"),
        ("perahu", "Lomba perahu"),
    ):
        assert words in client.get("/cari/", {"q": q}).content.decode(), q


def test_a_search_asks_as_often_for_three_releases_as_for_one(client, town):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            client.get("/cari/", {"q": "bendungan"})
        return len(questions)

    town.release("Bendungan 1", "KENCANA – Satu.")
    one = asked()
    town.release("Bendungan 2", "KENCANA – Dua.")
    town.release("Bendungan 3", "KENCANA – Tiga.")
    assert asked() == one


def test_what_is_found_is_escaped_and_marked(client, town):
    town.release("Judul <b>tebal</b>", "KENCANA – Kata <script>x()</script> sebelum bendungan yang kokoh.")
    page = client.get("/cari/", {"q": "bendungan"}).content.decode()
    assert "<mark>bendungan</mark>" in page
    assert "<script>x()" not in page
    assert "<b>tebal" not in page
