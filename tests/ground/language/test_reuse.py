"""An archive finds what shares passages with a text, in whatever order it grew, at a cost that stays linear."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ground.language.fictional import OTHER, RELEASE

from kentongan.ground.language.rules.reuse import Archive
from kentongan.ground.language.rules.reuse_words import read_many, read_words, runs_of_many, shingles


def words_of(text):
    words = read_words(text)
    return [text[start:end] for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]


def test_words_are_runs_of_letters_or_of_digits_and_keep_their_place():
    assert words_of("Rp1,2 miliar, “Öl”\u00a0(5/9/2018) 1.284 hektare") == [
        "Rp", "1", "2", "miliar", "Öl", "5", "9", "2018", "1", "284", "hektare",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    ["KATA  bupati — “hadir”", "kata\u00adbupati hadir"[:4] + " bupati hadir", "ka\u200bta bu\u2060pati\u202e hadir"],
)
def test_case_marks_and_shapeless_letters_dont_make_another_word(other):
    assert read_words(other).numbers.tolist() == read_words("kata bupati hadir").numbers.tolist()


def test_digits_of_another_script_are_ours():
    assert read_words("٢٠١٨").numbers.tolist() == read_words("2018").numbers.tolist()


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_texts_read_together_give_the_words_of_each(texts):
    for text, words in zip(texts, read_many(texts), strict=True):
        alone = read_words(text)
        assert words.numbers.tolist() == alone.numbers.tolist()
        assert words.starts.tolist() == alone.starts.tolist()
        assert words.ends.tolist() == alone.ends.tolist()
    runs, owners = runs_of_many(texts, 3)
    assert runs.tolist() == [run for text in texts for run in shingles(read_words(text).numbers, 3).tolist()]
    assert owners.tolist() == sorted(owners.tolist())


def changed(text, share, seed):
    """Every so-many-th word gives way to another."""
    rng = random.Random(seed)
    return " ".join(rng.choice(("lantas", "kiranya", "agaknya")) if rng.random() < share else w for w in text.split())


NEWSROOM = {
    "verbatim": "KABAR DAERAH – " + RELEASE + " Ikuti kanal kami untuk berita terbaru setiap hari.",
    "half": RELEASE[: len(RELEASE) // 2],
    "light": changed(RELEASE, 0.08, 1),
    "moved": "\n".join(RELEASE.splitlines()[4:] + RELEASE.splitlines()[:3]),
    "heavy": changed(RELEASE, 0.33, 2),
    "embedded": OTHER + RELEASE.splitlines()[1] + RELEASE.splitlines()[2] + OTHER[:200],
}


@pytest.mark.parametrize("rung", NEWSROOM)
def test_each_rung_of_rewriting_finds_its_release_and_nothing_else(rung):
    archive = Archive()
    archive.add("ours", RELEASE)
    archive.add("unrelated", "Pameran gerabah dan tenun dibuka di balai desa oleh kelompok perajin muda. " * 3)
    assert [near.id for near in archive.near(NEWSROOM[rung])] == ["ours"]


def test_an_article_of_the_same_office_on_another_matter_is_not_near():
    archive = Archive()
    archive.add("ours", RELEASE)
    assert archive.near(OTHER) == []


def test_the_order_and_the_pace_of_arrival_change_no_answer():
    rows = [*NEWSROOM.items(), ("other", OTHER), ("ours", RELEASE)]
    at_once, one_by_one = Archive(), Archive()
    at_once.add_many(rows)
    for n, row in enumerate(reversed(rows)):
        one_by_one.add(*row)
        if n % 3 == 0:
            one_by_one.near(RELEASE)
    answers = [
        {(n.id, n.shared, round(n.of_query, 9), round(n.of_found, 9)) for n in a.near(RELEASE)}
        for a in (at_once, one_by_one)
    ]
    assert answers[0] == answers[1]
    assert len(answers[0]) == 7


def test_the_shares_say_how_much_of_either_text_stands_in_the_other():
    archive = Archive()
    archive.add("half", NEWSROOM["half"])
    (near,) = archive.near(RELEASE)
    assert near.of_found == pytest.approx(1.0, abs=0.01)
    assert near.of_query == pytest.approx(0.5, abs=0.03)


def test_a_banner_on_every_page_is_not_followed():
    banner = "Ikuti kanal resmi kami dan dapatkan kabar daerah setiap pagi langsung di telepon genggam Anda."
    archive = Archive()
    archive.add_many((n, f"{banner} {' '.join(spelled(n * 50 + k) for k in range(20))}") for n in range(600))
    (found,) = archive.sources([f"{banner} {' '.join(spelled(7 * 50 + k) for k in range(20))}"])
    assert [near.id for near in found] == [7]
    assert archive.work.followed < 100  # of 600 texts with a dozen runs of the banner each


def test_a_release_that_stands_in_most_of_an_archive_is_followed_to_all_of_it():
    archive = Archive()
    archive.add_many((n, RELEASE) for n in range(300))
    archive.add("other", OTHER)
    assert {near.id for near in archive.near(RELEASE)} == set(range(300))


def spelled(number):
    """A word of its own for each number, in letters only: digits would be words by themselves."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def test_work_grows_with_the_texts_and_not_with_their_pairs():
    costs = []
    for size in (200, 400, 800):
        archive = Archive()
        texts = [" ".join(spelled(n * 50 + k % 40) for k in range(60)) for n in range(size)]
        archive.add_many(enumerate(texts))
        archive.sources(texts)
        costs.append(archive.work.followed)
    assert costs == [costs[0], 2 * costs[0], 4 * costs[0]]


@pytest.mark.parametrize("odd", ["", "\0\0\0", "a", "kata " * 5000, "\u202e" * 100, "😀" * 50 + RELEASE])
def test_odd_texts_are_taken_in_and_asked_about(odd):
    archive = Archive()
    archive.add("odd", odd)
    archive.add("ours", RELEASE)
    assert len(archive.near(odd)) <= 2
    assert archive.near(RELEASE)[0].id == "ours" or odd.endswith(RELEASE)


def test_beside_its_main_source_a_phrase_in_common_makes_no_second_one():
    archive = Archive()
    sister = OTHER + RELEASE[:300]
    archive.add_many([("ours", RELEASE), ("sister", sister)])
    assert [near.id for near in archive.sources([RELEASE])[0]] == ["ours"]
    assert [near.id for near in archive.near(RELEASE)] == ["ours", "sister"]
    roundup = RELEASE + " " + OTHER
    assert {near.id for near in archive.sources([roundup])[0]} == {"ours", "sister"}
