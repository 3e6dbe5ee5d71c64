"""Who gets it, once; who must hear of what became of it."""

from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.dispatch.rules.letters import LONGEST_SHARED, Letter, Words, letter_text, shared_text
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
    words = Words(
        "Nomor", "Halaman", "PDF", "Pastikan keasliannya", "Foto", "Narahubung", "Sumber", "Hentikan dengan satu klik."
    )
    letter = Letter(
        "Judul",
        "480/1",
        "Isi.",
        "https://x.example/1/",
        "https://x.example/cek/A",
        "A",
        opening="KOREKSI. Luas tertukar.",
    )
    assert letter_text(letter, words) == (
        "KOREKSI. Luas tertukar.\n\nJudul\n\nNomor 480/1\n\nIsi.\n\nHalaman: https://x.example/1/\n"
        "Pastikan keasliannya: https://x.example/cek/A (A)\n\nHentikan dengan satu klik."
    )


def test_a_long_text_is_cut_at_a_paragraph_and_keeps_link_and_code():
    text = "\n\n".join(["kalimat " * 50] * 20)
    short = shared_text(text, link="https://x.example/1/", code_line="Kode: AAAA-BBBB")
    assert len(short) <= LONGEST_SHARED
    assert short.endswith("…\n\nhttps://x.example/1/\nKode: AAAA-BBBB")
    assert shared_text("pendek", link="l", code_line="c") == "pendek"
