"""The order of precedence: what the articles say, told by their letters."""

from datetime import date

import pytest

from kentongan.ground.directory import rules as directory
from kentongan.ground.directory.rules import Level

DAY = date(2026, 11, 24)


def in_order(level, *posts):
    return sorted(posts, key=lambda post: directory.standing(post, level, DAY).rank)


def test_each_list_keeps_the_order_of_its_article_at_its_own_events():
    for article in directory.ARTICLES:
        own = [post for group in article.groups for post in group.posts if directory.POSTS[post].home is article.level]
        assert in_order(article.level, *reversed(own)) == own


def test_letters_run_without_a_gap_as_in_the_articles():
    letters = {a.number: "".join(group.letter for group in a.groups) for a in directory.ARTICLES}
    assert letters == {9: "abcdefghijklmnopq", 10: "abcdefghijklmnopq", 11: "abcdefghijklm"}


def test_officials_of_the_nation_and_the_province_go_before_the_regent_in_his_own_regency():
    guests = ("regent", "provincial-division-head", "governor", "vice-minister", "minister", "village-head")
    assert in_order(Level.REGENCY, *guests) == [
        "minister", "governor", "vice-minister", "provincial-division-head", "regent", "village-head",
    ]  # fmt: skip


def test_the_regent_stands_in_article_ten_at_the_governors_event_and_in_nine_at_the_presidents():
    assert directory.standing("regent", Level.PROVINCE, DAY).why == "article 10 (1) j"
    assert directory.standing("regent", Level.NATIONAL, DAY).why == "article 9 (1) p"
    assert directory.standing("regent", Level.REGENCY, DAY).letter == "a"


def test_a_regent_from_elsewhere_is_a_guest_and_goes_before_the_one_at_home():
    assert in_order(Level.REGENCY, "regent", "visiting-regent", "council-chair", "visiting-council-chair") == [
        "visiting-regent", "visiting-council-chair", "regent", "council-chair",
    ]  # fmt: skip
    assert in_order(Level.PROVINCE, "governor", "visiting-regent", "regent") == [
        "governor",
        "regent",
        "visiting-regent",
    ]


def test_a_post_that_the_events_article_does_not_name_follows_the_named_ones():
    guests = ("district-head", "provincial-echelon-3", "council-member", "former-regent")
    assert in_order(Level.PROVINCE, *guests) == [
        "council-member", "provincial-echelon-3", "former-regent", "district-head",
    ]  # fmt: skip
    assert "article 10 doesn't name the post" in directory.standing("district-head", Level.PROVINCE, DAY).why


@pytest.mark.parametrize(
    ("text", "post"),
    [("Sekda", "secretary"), ("BUPATI", "regent"), ("wakil  bupati", "deputy-regent"), ("Wali Kota", "regent"),
     ("council-chair", "council-chair"), ("Ketua DPRD", "council-chair"), ("kapolres", "police-chief")],
)  # fmt: skip
def test_a_post_is_found_by_id_title_or_usual_word(text, post):
    assert directory.find_post(text).id == post


def test_an_unknown_post_is_not_guessed():
    assert directory.find_post("Ketua RT") is None
    assert directory.standing(None, Level.REGENCY, DAY).rank > directory.standing("echelon-4", Level.REGENCY, DAY).rank


def test_no_order_is_in_force_before_the_law():
    with pytest.raises(LookupError, match="in force on 2009-01-01"):
        directory.standing("regent", Level.REGENCY, date(2009, 1, 1))


def test_no_two_posts_share_a_name_that_a_list_may_use():
    names = [(name, post.id) for post in directory.POSTS.values() for name in (post.title, *post.also)]
    assert [(name, post) for name, post in names if directory.find_post(name).id != post] == []
