"""Corpora of real articles and copies made of them; a plain rule tells which originals copy each other."""

import random
from collections import defaultdict
from dataclasses import dataclass

from benchmarks.material.articles import Article, real_articles
from benchmarks.material.rungs import RUNGS, mutated

# Originals that share so many words in a row do copy each other (templates, follow-ups of one desk): neither right nor
# wrong to link, so no figure counts such a pair. Found by plain sets of words, with no part of the engine.
SAME_WORDS_IN_A_ROW = 12


@dataclass(frozen=True)
class Copy:
    """A text, the original it was made of (None: of none), and how."""

    text: str
    origin: int | None
    rung: str
    host: int | None = None


@dataclass(frozen=True)
class Corpus:
    """Originals, texts made of them and of others, and the pairs of articles that copy each other in life."""

    originals: list[Article]
    texts: list[Copy]
    related: set[tuple[int, int]]


def corpus(*, half: str, seeds: int) -> Corpus:
    """Half of the articles as originals, changed by every rung `seeds` times; the rest as hosts and as strangers.

    Places above the originals' count are strangers: `texts` names them in `host`.
    """
    articles = real_articles(half=half)
    random.Random("order").shuffle(articles)
    count = len(articles) // 2
    pool = sorted({word for article in articles for word in article.text.split()})
    texts = [Copy(article.text, None, "stranger", count + n) for n, article in enumerate(articles[count:])]
    for n, article in enumerate(articles[:count]):
        for seed in range(seeds):
            host = count + (n * 7 + seed) % (len(articles) - count)
            for rung in RUNGS:
                changed = mutated(article.text, rung, pool=pool, host=articles[host].text, seed=f"{article.url}/{seed}")
                texts.append(Copy(changed, n, rung, host if rung == "embedded" else None))
    return Corpus(articles[:count], texts, related_pairs([article.text for article in articles]))


def related_pairs(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs of places (both orders) whose texts share a long run of words."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, text in enumerate(texts):
        words = text.lower().split()
        for start in range(len(words) - SAME_WORDS_IN_A_ROW + 1):
            holders[tuple(words[start : start + SAME_WORDS_IN_A_ROW])].add(n)
    found = set()
    for group in holders.values():
        found.update((a, b) for a in group for b in group if a != b)
    return found
