"""What differs between two texts, by block and word."""

from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.newsroom.rules.difference import changes, difference, words

BLOCKS = st.lists(st.text("ab 12.,", min_size=1, max_size=30), max_size=8)


def test_a_changed_figure_is_one_word_of_one_block():
    rows = difference(
        ["Judul", "Airnya mengairi 1.482 hektare sawah."], ["Judul", "Airnya mengairi 1.284 hektare sawah."]
    )
    assert [row.kind for row in rows] == ["same", "changed"]
    assert rows[1].pieces == (
        ("same", "Airnya mengairi "),
        ("del", "1.482"),
        ("ins", "1.284"),
        ("same", " hektare sawah."),
    )
    assert changes(rows) == 1


def test_a_new_block_between_changed_ones_is_said_as_new():
    before = ["Petugas berkeliling memberi tahu warga desa.", "Sirene berbunyi tiga menit."]
    after = ["Petugas berkeliling memberi tahu semua warga.", "Nomor darurat 112.", "Sirene berbunyi tiga menit penuh."]
    assert [row.kind for row in difference(before, after)] == ["changed", "added", "changed"]


@given(BLOCKS, BLOCKS)
def test_the_difference_reads_back_both_texts(before, after):
    rows = difference(before, after)
    left = ["".join(text for op, text in row.pieces if op != "ins") for row in rows if row.kind != "added"]
    right = ["".join(text for op, text in row.pieces if op != "del") for row in rows if row.kind != "removed"]
    assert left == before
    assert right == after


def test_a_block_longer_than_a_speech_is_replaced_whole():
    assert [op for op, _ in words("a " * 5_000, "b " * 5_000)] == ["del", "ins"]
