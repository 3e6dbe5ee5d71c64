"""Two texts beside each other: each word that isn't the same stands out, at a cost that is linear."""

from hypothesis import given
from hypothesis import strategies as st

from kentongan.desks.monitoring.rules.marking import marked, reworded
from kentongan.ground.language.rules.alignment import compare

OURS = (
    "KENCANA – Pemerintah Kabupaten Tirta Kencana menyerahkan 12,5 ton benih padi kepada petani di Balai Desa.\n\n"
    "“Benih harus ditanam sebelum Desember,” kata Sekar kepada petani yang hadir di balai desa itu."
)


def said(paragraphs, kind):
    return [stretch.text for paragraph in paragraphs for stretch in paragraph if stretch.kind == kind]


def test_a_reworded_quotation_inside_a_passage_stands_out_on_both_sides():
    theirs = OURS.replace("sebelum Desember", "besok pagi").replace("12,5 ton", "15,2 ton")
    left, right = marked(OURS, theirs, compare(OURS, theirs))
    assert (said(left, "changed"), said(right, "changed")) == (["12,5 ton"], ["15,2 ton"])
    assert (said(left, "cut"), said(right, "added")) == (["sebelum Desember"], ["besok pagi"])


def test_nothing_stands_out_where_nothing_differs():
    left, right = marked(OURS, OURS, compare(OURS, OURS))
    assert said(left, "cut") + said(right, "added") + said(left, "changed") == []


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_what_is_left_on_both_sides_is_the_same_words_in_the_same_order(left, right):
    ours, theirs = " ".join(left), " ".join(right)
    lost, gained = reworded(ours, (0, len(ours)), theirs, (0, len(theirs)))

    def without(text, spans):
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        return text.split()

    assert without(ours, lost) == without(theirs, gained)
