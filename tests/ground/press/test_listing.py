"""A listing has one byte form, and no path leaves the folder."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.press.rules.listing import Leaf, Unprintable, branch_of, decode, encode, hash_of, parts_of


def test_the_same_listing_has_the_same_bytes_whatever_the_order():
    one = {"index.html": Leaf("a" * 64, 3), "siaran": "b" * 64, "gambar-é.svg": Leaf("c" * 64, 0)}
    other = dict(reversed(one.items()))
    assert encode(one) == encode(other)
    assert json.loads(encode(one)) == {
        "index.html": ["f", "a" * 64, 3],
        "siaran": ["d", "b" * 64],
        "gambar-é.svg": ["f", "c" * 64, 0],
    }
    assert decode(encode(one)) == one
    assert len(hash_of(encode(one))) == 64


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/index.html",
        "a//b",
        "a/",
        "../x",
        "a/./b",
        "a/../b",
        "a\0b",
        "a\\b",
        "a\nb",
        "a\ud800",
        "x" * 251,
        "a/" * 500 + "b",
    ],
)
def test_a_path_that_could_leave_the_folder_or_that_no_disk_can_name_is_refused(path):
    with pytest.raises(Unprintable):
        parts_of(path)


@given(st.text(max_size=30))
def test_any_text_is_either_refused_or_stays_below_the_folder(path):
    try:
        parts = parts_of(path)
    except Unprintable:
        return
    assert "/".join(parts) == path
    assert not {"", ".", ".."} & set(parts)


def test_changes_become_a_tree_and_the_later_one_holds():
    leaf = Leaf("a" * 64, 1)
    top = branch_of([("a/b/c.txt", leaf), ("a/d.txt", None), ("a/d.txt", leaf), ("e", None)])
    assert top.files == {"e": None}
    assert top.branches["a"].files == {"d.txt": leaf}
    assert top.branches["a"].branches["b"].files == {"c.txt": leaf}
