"""Who gets it, once; who must hear of what became of it."""

from dataclasses import replace
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.dispatch.rules.letters import (
    LONGEST_ADDRESS,
    LONGEST_SHARED,
    Letter,
    Words,
    letter_html,
    letter_text,
    share_address,
    shared_text,
)
from kentongan.desks.dispatch.rules.receipts import Reader, Receipt, owed_a_word, readers_of


def place(key, *, topics=(), address=None, channel="mail", consents=True) -> Reader:
    return Reader(
        key,
        key,
        channel,
        f"{key.replace(':', '')}@x.example" if address is None else address,
        frozenset(topics),
        consents,
    )


def test_a_journalist_gets_his_beats_and_one_without_beats_gets_everything():
    on, off, every = place("journalist:1", topics={1}), place("journalist:2", topics={2}), place("journalist:3")
    assert readers_of([on, off, every], topics=frozenset({1})) == [on, every]
    assert readers_of([on, off, every], topics=frozenset()) == [on, off, every]


def test_nobody_is_written_to_twice_or_without_consent_or_address():
    one = place("journalist:1", address="Meja@pos.example")
    twin = place("outlet:9", address="meja@POS.example")
    silent, lost = place("journalist:2", consents=False), place("outlet:3", address="")
    group = place("group:a", channel="whatsapp", address="")
    assert readers_of([one, twin, silent, lost, group, one], topics=frozenset()) == [one, group]


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["mail", "whatsapp"]), st.integers(1, 3))))
def test_a_correction_is_owed_once_to_everybody_who_had_a_version_before_and_to_nobody_else(rows):
    receipts = [Receipt(f"outlet:{who}", f"{who}", channel, version) for who, channel, version in rows]
    owed = owed_a_word(receipts, version_ids={1, 2})
    assert {(r.key, r.channel) for r in owed} == {(r.key, r.channel) for r in receipts if r.version_id in (1, 2)}
    assert len(owed) == len({(r.key, r.channel) for r in owed})


def test_a_letter_says_first_what_changed_and_last_how_to_check_it():
    words = Words("Nomor", "Halaman", "Pastikan keasliannya", "Foto", "Narahubung", "Sumber")
    letter = Letter(
        "Judul",
        "480/1",
        "Isi.",
        "https://x.example/1/",
        "https://x.example/cek/A",
        "A",
        sources=("Dinas Pertanian – 11,5 ton",),
        opening="KOREKSI. Luas tertukar.",
    )
    assert letter_text(letter, words) == (
        "KOREKSI. Luas tertukar.\n\nJudul\n\nNomor 480/1\n\nIsi.\n\nSumber\n1. Dinas Pertanian – 11,5 ton\n\n"
        "Halaman: https://x.example/1/\n"
        "Pastikan keasliannya: https://x.example/cek/A (A)"
    )


def test_a_long_text_is_cut_at_a_paragraph_and_keeps_link_and_code():
    text = "\n\n".join(["kalimat " * 50] * 20)
    short = shared_text(text, link="https://x.example/1/", code_line="Kode: AAAA-BBBB")
    assert len(short) <= LONGEST_SHARED
    assert short.endswith("…\n\nhttps://x.example/1/\nKode: AAAA-BBBB")
    assert shared_text("pendek", link="l", code_line="c") == "pendek"


@given(st.text(max_size=3000), st.text(max_size=200), st.text(max_size=20_000))
def test_what_is_shared_always_fits_into_an_address_and_keeps_link_and_code(text, title, lead):
    text, title, lead = (t.encode("utf-8", "ignore").decode() for t in (text, title, lead))
    link, code = "https://tirtakencana.example/siaran/7-a/", "Kode: 7F4K-29QD"
    address = share_address(f"{text}\n\n{link}\n{code}", title=title[:60], lead=lead, link=link, code_line=code)
    assert unquote(address).endswith(f"{link}\n{code}")
    assert len(address) <= LONGEST_ADDRESS


def test_ten_megabytes_of_one_word_are_left_to_the_link():
    word = "a" * 10_000_000
    address = share_address(word, title="Judul", lead=word, link="https://x.example/", code_line="K")
    assert unquote(address) == "https://wa.me/?text=*Judul*\n\n…\n\nhttps://x.example/\nK"


def test_nothing_of_a_letter_becomes_markup():
    words = Words("Nomor", "Halaman", "Periksa", "Foto", "Narahubung", "Sumber")
    letter = Letter("<script>x</script>", "1", "", "https://x/?a&b", "https://y/", "A", opening="KOREKSI <b>")
    html = letter_html(replace(letter, sources=("<i>Dinas</i>",)), words, body="<p>Isi</p>")
    assert '<li id="s1">&lt;i&gt;Dinas&lt;/i&gt;</li>' in html
    assert "<script>" not in html
    assert "KOREKSI &lt;b&gt;" in html
    assert 'href="https://x/?a&amp;b"' in html
