"""Who goes before whom at an official event: UU 9/2010 articles 9 to 11, as dated rows.

Each article lists groups (`a`, `b`, …) for one kind of place; within a group the law names posts one after the other
and that order is kept. Officials of the nation and of the province who come to a regency's event go first (article
11 (2), likewise 10 (2) in a province). A post has a home, so that the regent of this regency isn't taken for a guest
because article 9 knows regents too.
"""

from dataclasses import dataclass
from datetime import date

from kentongan.ground.clock.rules.law import Source
from kentongan.ground.clock.rules.words import said
from kentongan.ground.directory.rules.posts import (
    LEVELS,
    NATIONAL_POSTS,
    POSTS,
    PROVINCE_POSTS,
    REGENCY_POSTS,
    Level,
)


@dataclass(frozen=True)
class Group:
    """One letter of an article: posts of equal group in the order in which the law names them."""

    letter: str
    posts: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """One article: the order of places at the events of one level, in one period of validity."""

    number: int
    level: Level
    source: Source
    groups: tuple[Group, ...]


@dataclass(frozen=True, order=True)
class Rank:
    """A place in the order: smaller goes first. `(article rank, group, place in the group)`."""

    tier: int
    group: int
    place: int


@dataclass(frozen=True)
class Standing:
    """The rank of a post at an event, and why: which article and letter; no letter where no list names the post."""

    rank: Rank
    article: int | None
    letter: str
    why: str


# UU 9/2010 was enacted and took effect on 19 November 2010.
_FROM = date(2010, 11, 19)
_UU = "UU 9/2010 (Keprotokolan)"


def _groups(table: dict[str, dict[str, str]]) -> tuple[Group, ...]:
    return tuple(Group(letter, tuple(posts)) for letter, posts in table.items())


LEVEL_WORDS = {
    Level.NATIONAL: said("national"),
    Level.PROVINCE: said("provincial"),
    Level.REGENCY: said("regency"),
}

ARTICLES: tuple[Article, ...] = (
    Article(
        9,
        Level.NATIONAL,
        Source(
            _UU,
            "Pasal 9 ayat (1)",
            _FROM,
            evidence=said("a to m read in a province's protocol handbook, n to q from general knowledge"),
        ),
        _groups(NATIONAL_POSTS),
    ),
    Article(
        10,
        Level.PROVINCE,
        Source(_UU, "Pasal 10", _FROM, verified=True, evidence=said("text of the article")),
        _groups(PROVINCE_POSTS),
    ),
    Article(
        11,
        Level.REGENCY,
        Source(_UU, "Pasal 11", _FROM, verified=True, evidence=said("text of the article")),
        _groups(REGENCY_POSTS),
    ),
)


def article_on(level: Level, day: date, articles: tuple[Article, ...] = ARTICLES) -> Article:
    """The article for events of this level that is in force on the day.

    Raises:
        LookupError: none is.
    """
    for article in articles:
        if article.level is level and article.source.binds_on(day):
            return article
    raise LookupError(
        said("no order of places for a %(level)s event is in force on %(day)s.", level=LEVEL_WORDS[level], day=day)
    )


def standing(post_id: str | None, level: Level, day: date, articles: tuple[Article, ...] = ARTICLES) -> Standing:
    """Where a post stands at an event of this level: smaller rank goes first.

    Guests of a higher level go first by their own article; then the event's own list; then lower lists; then guests
    whom no list names.
    """
    post = POSTS.get(post_id or "")
    if post is None:
        return Standing(Rank(9, 0, 0), None, "", said("no list names this guest; after the officials"))
    own = LEVELS.index(level)
    above = LEVELS.index(post.home) < own
    # A governor at a regency stands in article 9 (m) and 10 (a); the higher list orders him among the higher guests.
    order = LEVELS if above else (level, *LEVELS[own + 1 :])
    for tier, listed in enumerate(order):
        article = article_on(listed, day, articles)
        place = _place(article, post.id)
        if place is not None:
            group, letter, inside = place
            rank = Rank(tier if above else 3 + tier, group, inside)
            return Standing(rank, article.number, letter, _why(article, letter, level, above=above))
    return Standing(Rank(9, 0, 0), None, "", said("no list names this post at such an event; after the officials"))


def _place(article: Article, post_id: str) -> tuple[int, str, int] | None:
    for index, group in enumerate(article.groups):
        if post_id in group.posts:
            return index, group.letter, group.posts.index(post_id)
    return None


def _why(article: Article, letter: str, level: Level, *, above: bool) -> str:
    own = {Level.NATIONAL: 9, Level.PROVINCE: 10, Level.REGENCY: 11}[level]
    named = said("article %(number)s (1) %(letter)s", number=article.number, letter=letter)
    if above:
        return said("%(named)s; goes first by article %(own)s (2)", named=named, own=own)
    if article.level is level:
        return named
    return said("%(named)s; article %(own)s doesn't name the post, so after its list", named=named, own=own)
