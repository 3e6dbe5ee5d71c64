"""Pick-up: of every article, which release it carries; recall for each way of rewriting, precision, articles a second.

Releases and strangers are real articles of the half that nothing was tuned on, the copies are made of them by the six
rungs of `material/rungs.py`. Found: the release is among those whose share reaches the engine's floor. Precision: of
all (article, release) pairs claimed, those that are true; pairs of real articles that copy each other in life (twelve
words in a row) count neither way. Anchor: MinHash of five-word runs with LSH, Jaccard .4, as pipelines use it.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.figure import Figure
from benchmarks.material.corpora import Corpus, corpus
from benchmarks.material.rungs import RUNGS
from kentongan.ground.language.rules.reuse import Archive

INSTALL = "datasketch MinHashLSH (not installed: pip install datasketch)"
Found = list[set[int]]


def run(*, quick: bool) -> Iterator[Figure]:
    """Six recalls, precision, speed."""
    made = corpus(half="measure", seeds=1 if quick else 3)
    found, speed = _timed(made, _ours, passes=3)
    recall, precision = _scored(made, found)
    anchor = _anchor()
    name, (theirs, their_precision), their_speed = INSTALL, ({}, None), None
    if anchor is not None:
        small = made if quick else corpus(half="measure", seeds=1)
        other, their_speed = _timed(small, anchor, passes=1)
        name, (theirs, their_precision) = "datasketch MinHashLSH", _scored(small, other)
    for rung in RUNGS:
        yield Figure(f"recall, {rung}", recall[rung], "share", name, theirs.get(rung), ">= .98")
    yield Figure("precision", precision, "share", name, their_precision, ">= .98")
    yield Figure("articles a second, archive built and asked", speed, "docs/s", name, their_speed, ">= 5000")


def _ours(made: Corpus) -> Found:
    archive: Archive[int] = Archive()
    archive.add_many((n, original.text) for n, original in enumerate(made.originals))
    return [{near.id for near in answer} for answer in archive.sources([copy.text for copy in made.texts])]


def _anchor() -> Callable[[Corpus], Found] | None:
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return None

    def sketched(text: str) -> MinHash:
        words = text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[n : n + 5]).encode() for n in range(max(1, len(words) - 4))])
        return sketch

    def ask(made: Corpus) -> Found:
        index = MinHashLSH(threshold=0.4, num_perm=128)
        for n, original in enumerate(made.originals):
            index.insert(n, sketched(original.text))
        return [set(index.query(sketched(copy.text))) for copy in made.texts]

    return ask


def _timed(made: Corpus, ask: Callable[[Corpus], Found], *, passes: int) -> tuple[Found, float]:
    best, found = 0.0, []
    for _ in range(passes):
        start = time.perf_counter()
        found = ask(made)
        best = max(best, (len(made.texts) + len(made.originals)) / (time.perf_counter() - start))
    return found, best


def _scored(made: Corpus, found: Found) -> tuple[dict[str, float], float]:
    total, hit, right, wrong = Counter[str](), Counter[str](), 0, 0
    for copy, claimed in zip(made.texts, found, strict=True):
        total[copy.rung] += 1
        hit[copy.rung] += copy.origin in claimed
        parts = {copy.origin, copy.host} - {None}
        for release in claimed:
            if release == copy.origin:
                right += 1
            elif not any((part, release) in made.related for part in parts):
                wrong += 1
    return {rung: hit[rung] / total[rung] for rung in RUNGS}, right / max(1, right + wrong)
