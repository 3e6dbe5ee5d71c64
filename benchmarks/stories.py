"""Stories: B³ F1 of the clusters and articles a second, on real articles, their copies and strangers.

Gold: a copy belongs to its original; an article into which a piece was set belongs to the piece's original (its host
isn't in the corpus). Originals and strangers that copy each other in life are left out. Moments are drawn at random.
Anchor: gaoya's MinHash index, three-word runs, Jaccard .4 as for single texts, pairs joined.
"""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from benchmarks.figure import Figure
from benchmarks.material.articles import real_articles
from benchmarks.material.corpora import related_pairs
from benchmarks.material.rungs import RUNGS, mutated
from kentongan.desks.monitoring.rules.stories import Article, Stories

INSTALL = "gaoya MinHashStringIndex (not installed: pip install gaoya)"
START = datetime(2026, 1, 1, tzinfo=UTC)


def run(*, quick: bool) -> Iterator[Figure]:
    """F1, precision and recall, speed of grouping, speed with every tree drawn."""
    texts, gold = _made(seeds=1 if quick else 3)
    rng = random.Random("moments")
    articles = [
        Article(str(n), f"outlet {n % 40}", START + timedelta(minutes=rng.randrange(60 * 24 * 14)), text)
        for n, text in enumerate(texts)
    ]
    (labels, speed), anchor = _timed(lambda: _ours(articles), len(articles), passes=4), _anchor(texts)
    name, theirs, their_speed = INSTALL, None, None
    if anchor is not None:
        their_labels, their_speed = _timed(anchor, len(articles), passes=2)
        name, theirs = "gaoya MinHashStringIndex", _b_cubed(their_labels, gold)
    precision, recall, f1 = _b_cubed(labels, gold)
    yield Figure("B³ F1", f1, "F1", name, theirs and theirs[2], ">= .97")
    yield Figure("B³ precision", precision, "share", name, theirs and theirs[0])
    yield Figure("B³ recall", recall, "share", name, theirs and theirs[1])
    yield Figure("articles a second, grouped", speed, "docs/s", name, their_speed, ">= 15000")
    _, drawn = _timed(lambda: _drawn(articles), len(articles), passes=2)
    yield Figure("articles a second, with every tree of copying", drawn, "docs/s")


def _made(*, seeds: int, half: str = "measure") -> tuple[list[str], list[int]]:
    """Texts and their gold; no host serves twice, for two articles with one host do belong together."""
    every = real_articles(half=half)
    random.Random("order").shuffle(every)
    hosts, rest = every[: len(every) // 3], every[len(every) // 3 :]
    related = related_pairs([article.text for article in (*rest, *hosts)])
    kept: list[int] = []
    for n in range(len(rest)):
        if not any((n, other) in related for other in (*kept, *range(len(rest), len(every)))):
            kept.append(n)
    pool = sorted({word for article in every for word in article.text.split()})
    texts, gold = [], []
    for place, n in enumerate(kept):
        texts.append(rest[n].text)
        gold.append(place)
        if place % 2 or not hosts:
            continue
        host = hosts.pop().text
        for seed in range(seeds):
            for rung in RUNGS[: len(RUNGS) if seed == 0 else -1]:
                texts.append(mutated(rest[n].text, rung, pool=pool, host=host, seed=f"{rest[n].url}/{seed}"))
                gold.append(place)
    return texts, gold


def _ours(articles: Sequence[Article]) -> list[int]:
    stories = Stories()
    stories.add_many(articles)
    labels = [0] * len(articles)
    for n, story in enumerate(stories.stories()):
        for article in story.articles:
            labels[int(article.key)] = n
    return labels


def _drawn(articles: Sequence[Article]) -> int:
    stories = Stories()
    stories.add_many(articles)
    return sum(story.copies for story in stories.stories())


def _anchor(texts: list[str]) -> Callable[[], list[int]] | None:
    try:
        from gaoya.minhash import MinHashStringIndex
    except ImportError:
        return None

    def group() -> list[int]:
        index = MinHashStringIndex(
            hash_size=32, jaccard_threshold=0.4, num_bands=42, band_size=3, lowercase=True, ngram_range=(3, 3)
        )
        index.par_bulk_insert_docs(list(range(len(texts))), texts)
        root = list(range(len(texts)))

        def top(n: int) -> int:
            while root[n] != n:
                root[n] = n = root[root[n]]
            return n

        for n, near in enumerate(index.par_bulk_query(texts)):
            for other in near:
                root[top(other)] = top(n)
        return [top(n) for n in range(len(texts))]

    return group


def _timed(work: Callable[[], list[int] | int], count: int, *, passes: int) -> tuple[list[int], float]:
    best, made = 0.0, None
    for _ in range(passes):
        start = time.perf_counter()
        made = work()
        best = max(best, count / (time.perf_counter() - start))
    return made, best


def _b_cubed(labels: Sequence[int], gold: Sequence[int]) -> tuple[float, float, float]:
    """Bagga and Baldwin 1998: precision and recall of each article's own group, averaged."""
    ours, true = defaultdict(set), defaultdict(set)
    for n, (label, origin) in enumerate(zip(labels, gold, strict=True)):
        ours[label].add(n)
        true[origin].add(n)
    precision = recall = 0.0
    for label, origin in zip(labels, gold, strict=True):
        both = len(ours[label] & true[origin])
        precision += both / len(ours[label]) / len(labels)
        recall += both / len(true[origin]) / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)
