"""Reading a release of a thousand words, and what stops in 600 real articles."""

import statistics
import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.numbers import articles, published_on
from kentongan.desks.newsroom.rules.proofread import proofread

WORDS = 1_000


def texts(most: int) -> Iterator[str]:
    """Articles put together to about a thousand words each."""
    held: list[str] = []
    for row in list(articles().values())[:most]:
        held.append(row["text"])
        if sum(len(text.split()) for text in held) >= WORDS:
            yield "\n\n".join(held)
            held = []


def run(*, quick: bool) -> Iterator[Figure]:
    """Time per thousand words; then each article by itself, by weight and rule."""
    most = 150 if quick else 600
    spent = []
    for text in texts(most):
        began = time.perf_counter()
        proofread(text)
        spent.append((time.perf_counter() - began) * 1000 * WORDS / len(text.split()))
    yield Figure("a release of 1,000 words, median", statistics.median(spent), "ms", target="<= 100")
    yield Figure("a release of 1,000 words, slowest of all", max(spent), "ms")
    rows = list(articles().values())[:most]
    marks = [mark for row in rows for mark in proofread(row["text"], published=published_on(row))]
    yield Figure("articles read", float(len(rows)), "articles")
    for severity in ("stop", "warn", "note"):
        yield Figure(f"findings, {severity}", sum(m.severity == severity for m in marks) / len(rows), "per article")
    for rule, count in Counter(mark.rule for mark in marks).most_common():
        yield Figure(f"findings of {rule}", float(count), "findings")
