"""Order of precedence."""

from kentongan.ground.directory.rules.posts import LEVELS, POSTS, Level, Post, find_post
from kentongan.ground.directory.rules.precedence import (
    ARTICLES,
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
