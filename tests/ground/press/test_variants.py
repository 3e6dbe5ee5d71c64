"""Text gets compressed siblings whose bytes don't change from one print to the next."""

import gzip

import brotli

from kentongan.ground.press.rules.variants import is_sibling, siblings_of

PAGE = b"<p>Bupati Tirta Kencana membuka pelatihan.</p>" * 40


def test_text_gets_both_siblings_and_they_hold_the_same_text():
    made = siblings_of("siaran/1/index.html", PAGE)
    assert gzip.decompress(made["siaran/1/index.html.gz"]) == PAGE
    assert brotli.decompress(made["siaran/1/index.html.br"]) == PAGE


def test_the_same_page_has_the_same_siblings_at_any_time(time_machine):
    time_machine.move_to("2026-01-01")
    new_year = siblings_of("a.html", PAGE)
    time_machine.move_to("2026-07-01")
    assert siblings_of("a.html", PAGE) == new_year


def test_a_tiny_page_has_none_and_an_old_one_is_removed():
    assert siblings_of("a.txt", b"Ada.") == {"a.txt.br": None, "a.txt.gz": None}


def test_a_photo_has_none():
    assert siblings_of("foto.jpg", PAGE) == {}
    assert siblings_of("jpg", PAGE) == {}


def test_only_what_the_press_makes_itself_counts_as_a_sibling():
    assert is_sibling("a/index.html.gz")
    assert is_sibling("a/index.html.br")
    assert not is_sibling("a/arsip.tar.gz")
    assert not is_sibling("a/index.html")
