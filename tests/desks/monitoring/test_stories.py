"""Copies stand in one story under the article they were made of, whatever order they came in."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from tests.ground.language.fictional import OTHER, RELEASE
from tests.ground.language.test_reuse import NEWSROOM

from kentongan.desks.monitoring.rules.stories import Article, Stories

START = datetime(2026, 3, 2, 8, tzinfo=UTC)


def article(key, hours, text, outlet=None):
    return Article(key, outlet or f"Harian {key}", None if hours is None else START + timedelta(hours=hours), text)


ARTICLES = [
    article("office", 0, RELEASE),
    *(article(rung, 1 + n, text) for n, (rung, text) in enumerate(NEWSROOM.items())),
    article("panen", 2, OTHER),
    article("panen-ulang", 30, "KENCANA – " + OTHER),
    article("pasar", 3, "Pasar malam di alun-alun dibatalkan karena hujan lebat sejak sore hari. " * 2),
]


def told(articles):
    stories = Stories()
    stories.add_many(articles)
    return stories.stories()


def as_sets(stories):
    return {frozenset(article.key for article in story.articles) for story in stories}


def test_every_rung_of_rewriting_joins_the_story_of_its_release():
    own = {"office", "verbatim", "half", "light", "moved", "heavy"}
    sets = as_sets(told(ARTICLES))
    # The embedding article is more than half the harvest story, so it stands there.
    assert sets == {frozenset(own), frozenset({"panen", "panen-ulang", "embedded"}), frozenset({"pasar"})}


def test_an_embedding_article_whose_host_nobody_else_printed_joins_the_release():
    sets = as_sets(told([one for one in ARTICLES if not one.key.startswith("panen")]))
    assert {"office", "embedded"} <= max(sets, key=len)


@pytest.mark.parametrize("seed", range(6))
def test_one_by_one_in_any_order_gives_the_same_as_all_at_once(seed):
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    stories = Stories()
    for n, one in enumerate(shuffled):
        stories.add(one)
        if n % 2:
            stories.stories()
    assert stories.stories() == told(ARTICLES)
    assert [story.members for story in stories.stories()] == [story.members for story in told(ARTICLES)]


def test_a_story_tells_its_first_outlet_its_copies_and_its_spread():
    story = next(story for story in told(ARTICLES) if story.first.key == "office")
    assert (story.first.outlet, story.copies, story.independent, story.spread_hours) == ("Harian office", 5, 1, 5.0)


def test_the_tree_hangs_each_copy_under_the_earlier_text_it_was_made_of():
    second = RELEASE.replace("Rp1,2 miliar", "Rp2,1 miliar").replace("Pelatihan", "Lokakarya")
    third = second + " Panitia membagikan modul cetak kepada semua peserta yang hadir."
    story = told([article("a", 0, RELEASE), article("b", 1, second), article("c", 2, third)])[0]
    assert [(member.key, member.parent) for member in story.members] == [("a", None), ("b", "a"), ("c", "b")]


def test_nothing_is_dropped_as_a_duplicate():
    same = [article("x", 1, RELEASE), article("x", 1, RELEASE), article("y", None, RELEASE)]
    assert [len(story.articles) for story in told(same)] == [3]


def test_a_roundup_doesnt_make_one_story_of_two():
    other = OTHER + " Bupati meninjau panen itu dan berjanji menambah jaringan irigasi pada tahun anggaran berikutnya."
    roundup = RELEASE[:700] + " " + OTHER[:700] + " Demikian rangkuman berita daerah pekan ini dari redaksi kami."
    sets = as_sets(told([article("a", 0, RELEASE), article("a2", 1, RELEASE + " Selesai."), article("b", 0, other),
                         article("b2", 1, other + " Selesai."), article("r", 2, roundup)]))  # fmt: skip
    assert len(sets) == 2
    assert {frozenset({"a", "a2"}), frozenset({"b", "b2"})} & sets


def test_without_articles_there_are_no_stories():
    assert told([]) == []
    assert [len(story.articles) for story in told([article("empty", None, ""), article("nul", None, "\0")])] == [1, 1]


def test_a_story_with_very_many_copies_costs_no_pair_of_each():
    costs = []
    for size in (100, 200, 400):
        stories = Stories()
        stories.add_many(article(str(n).zfill(4), n, RELEASE) for n in range(size))
        assert [len(story.articles) for story in stories.stories()] == [size]
        costs.append(stories.work.followed)
    assert costs[2] < 2.2 * costs[1] < 5 * costs[0]
