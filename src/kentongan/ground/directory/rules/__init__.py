"""Order of precedence."""

from kentongan.ground.directory.rules.posts import LEVELS, POSTS, Level, Post, find_post
from kentongan.ground.directory.rules.precedence import (
    ARTICLES,
    LEVEL_WORDS,
    Article,
    Group,
    Rank,
    Standing,
    article_on,
    standing,
)

__all__ = [
    "ARTICLES",
    "LEVELS",
    "LEVEL_WORDS",
    "POSTS",
    "Article",
    "Group",
    "Level",
    "Post",
    "Rank",
    "Standing",
    "article_on",
    "find_post",
    "standing",
]
