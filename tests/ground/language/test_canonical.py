"""The canonical text is one form and one hash; a text pasted from WhatsApp is still recognised."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.language.rules.canonical import canonical_text, normalise_pasted, pasted_equal, text_hash


def test_blocks_stand_in_order_with_an_empty_line_between():
    assert (
        canonical_text([" Bupati\tHasan\u00a0hadir.\r\n", " ", "\ufeffRapat  usai."])
        == "Bupati Hasan hadir.\n\nRapat usai."
    )


def test_composed_and_decomposed_letters_are_one_text():
    assert canonical_text([unicodedata.normalize("NFD", "Café")]) == "Café"


@given(st.lists(st.text()))
def test_the_canonical_text_of_its_own_blocks_is_itself(blocks):
    once = canonical_text(blocks)
    assert canonical_text(once.split("\n\n")) == once


def test_the_hash_is_pinned_for_this_version_of_the_form():
    # A change of this value breaks every QR code in print: make a new CANONICAL_VERSION instead.
    assert text_hash("Bupati Hasan hadir.") == "62a97881304b7290618ea6cf0308d2e8b4a338e8e47e48ebee3d99c4b4923767"


def test_the_hash_binds_text_facts_and_files_and_not_their_order():
    whole = text_hash("a", facts=["1", "2"], files=["x"])
    assert whole == text_hash("a", facts=["2", "1", "1"], files=["x"])
    others = {text_hash("a", facts=["1", "2"]), text_hash("a", facts=["12"], files=["x"]), text_hash("b")}
    assert len(others | {whole, text_hash("a", facts=["1"], files=["2", "x"])}) == 5


CANONICAL = "Bupati Hasan: “Kami siap—segera.”\n\nDana Rp 1,2 miliar turun.\n\nRapat usai."


@pytest.mark.parametrize(
    "pasted",
    [
        '*Bupati Hasan:* "Kami siap - segera."\n\n\n- Dana _Rp 1,2 miliar_ turun.\nRapat usai.',
        "[27/5 14.30] Humas Kencana: Bupati Hasan: “Kami siap–segera.” Dana Rp\u00a01,2 miliar turun. Rapat usai.",
        "\u200e27/05/26 14.30 - Humas: Bupati Hasan: “Kami siap—segera.”\r\n• Dana Rp 1,2 mil\u00adiar turun.\r\n~Rapat usai.~",
    ],
)
def test_a_text_passed_on_by_hand_is_recognised(pasted):
    assert pasted_equal(pasted, CANONICAL)


@pytest.mark.parametrize("changed", ["Rp 1,3 miliar", "Rp 12 miliar", "Rp 1,2 juta", "Rp 1,2 Miliar"])
def test_a_changed_figure_or_letter_is_not_the_same_text(changed):
    assert not pasted_equal(CANONICAL.replace("Rp 1,2 miliar", changed), CANONICAL)


def test_stars_and_underscores_inside_words_stay():
    assert normalise_pasted("2*3*4 nama_file_baru") == "2*3*4 nama_file_baru"


@given(st.text(st.characters(codec="utf-8", exclude_characters="*_~`-–—−‐‑‒―•·▪◦‣●○>[]0123456789"), min_size=1))
def test_bold_and_zero_width_marks_change_nothing(words):
    clean = canonical_text([words])
    pasted = "\n\n\n".join(f"\u200e*{block}*\u200b" for block in clean.split("\n\n") if block)
    assert pasted_equal(pasted, clean)
