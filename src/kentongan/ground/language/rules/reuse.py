"""Which texts of an archive share passages with a text: one vectorised join of shingles, nothing deleted, all linked.

A shingle is a run of three words. Three, not eight: of a text in which every third word was changed, one in four of
its three-word runs survives but only one in thirty of its eight-word runs, while two articles on one topic that don't
copy share two in a hundred (measured: docs/develop/engines/reuse.md).
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from kentongan.ground.language.rules.reuse_words import Numbers, Places, runs_of_many

Mask = NDArray[np.bool_]
Key = TypeVar("Key", bound=Hashable)

WIDTH = 3
# A runs-of-words weight falls with the number of texts that hold it; below a thousand texts a count says little about
# how common a run is in the language, so that an archive of forty copies of one release doesn't call it boilerplate.
SMALLEST_ARCHIVE = 1000
# A run in more texts than this (and in more than one of fifty) is layout or a formula; it isn't followed, so that one
# banner on every page costs nothing.
COMMON, COMMON_SHARE = 200, 0.02
# Of 327 real articles the nearest that doesn't copy shares .02 (median) to .06 of the smaller text, follow-ups of one
# desk that share half sentences .10 to .17; of a text with every third word changed .17 is left at the least, .21 in 99
# of 100. Measured on the half for developing; docs/develop/engines/reuse.md says how to move it.
NEAR_SHARE = 0.12
# Fewer shared runs than this are a name and a formula, whatever share of a short text they are.
NEAR_RUNS = 6
# Made of one text by half; a second source that shares less than a quarter must bring runs of its own.
MAIN_SHARE, SIDE_SHARE, EXPLAINED = 0.5, 0.25, 0.7
QUERIES_AT_ONCE = 256


@dataclass(frozen=True)
class Near(Generic[Key]):
    """One text of the archive that shares runs of words with the one asked about.

    `shared` counts common runs; `of_query` and `of_found` are the shares, 0..1, of the text asked about and of the text
    found, in which common runs count less.
    """

    id: Key
    shared: int
    of_query: float
    of_found: float

    @property
    def share(self) -> float:
        """The larger share: how much of either text stands in the other."""
        return max(self.of_query, self.of_found)


@dataclass
class Work:
    """How much was looked at: tests hold the growth of work to this, not to a clock."""

    followed: int = 0


@dataclass
class _Segment:
    keys: Numbers
    texts: Places

    def span(self, keys: Numbers) -> tuple[Places, Places]:
        return np.searchsorted(self.keys, keys, "left"), np.searchsorted(self.keys, keys, "right")


@dataclass
class Archive(Generic[Key]):
    """An index that grows text by text; the order of arrival changes no answer."""

    ids: list[Key] = field(default_factory=list)
    work: Work = field(default_factory=Work)
    _sizes: list[int] = field(default_factory=list)
    _segments: list[_Segment] = field(default_factory=list)
    _fresh: list[Numbers] = field(default_factory=list)
    _seen: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(1 << 16, dtype=np.bool_))

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, key: Key, text: str) -> None:
        """Take one text in; the same text twice is two texts."""
        self.add_many([(key, text)])

    def add_many(self, rows: Iterable[tuple[Key, str]]) -> None:
        """Take many texts in, faster than one by one and with the same result."""
        rows = list(rows)
        for (key, _), runs in zip(rows, distinct_runs([text for _, text in rows]), strict=True):
            self.ids.append(key)
            self._sizes.append(len(runs))
            self._fresh.append(runs)

    def near(self, text: str, *, least: float = NEAR_SHARE, fewest: int = NEAR_RUNS) -> list[Near[Key]]:
        """The texts that share at least this part and so many runs with `text`, nearest first; ties by arrival.

        Complete: a text that stands in very many others is followed to all of them, where `sources` takes what is that
        common for a formula.
        """
        self._settle()
        return next(self._near_batch(distinct_runs([text]), Asked(least, fewest, complete=True)))

    def sources(
        self, texts: Sequence[str], *, least: float = NEAR_SHARE, fewest: int = NEAR_RUNS
    ) -> list[list[Near[Key]]]:
        """For each text, of which texts of the archive it is made; joined many at a time.

        Beside a text of which most of it is made, one that shares a little and only what that one holds too is no
        source: two releases of one office have phrases in common.
        """
        self._settle()
        queries = distinct_runs(texts)
        found: list[list[Near[Key]]] = []
        for start in range(0, len(queries), QUERIES_AT_ONCE):
            found.extend(self._near_batch(queries[start : start + QUERIES_AT_ONCE], Asked(least, fewest)))
        return found

    def _near_batch(self, queries: list[Numbers], wanted: "Asked") -> Iterator[list[Near[Key]]]:
        asked = Join.of(queries)
        weights = np.ones(len(asked.keys))
        places = np.flatnonzero(self._seen[(asked.keys & np.uint64(len(self._seen) - 1)).astype(np.int64)])
        pairs = self._follow(asked.keys[places], asked.texts[places], complete=wanted.complete)
        weights[places] = pairs.weights
        totals = np.bincount(asked.texts, weights=weights, minlength=len(queries))
        size = max(1, len(self.ids))
        code, where = np.unique(pairs.queries * size + pairs.found, return_inverse=True)
        counts = np.bincount(where, minlength=len(code))
        shared = np.bincount(where, weights=pairs.of_each, minlength=len(code))
        query, text = code // size, code % size
        of_query = shared / np.maximum(totals[query], 1e-9)
        of_found = np.minimum(shared / np.maximum(np.asarray([*self._sizes, 1], dtype=np.float64)[text], 1.0), 1.0)
        share = np.maximum(of_query, of_found)
        good = (counts >= wanted.fewest) & (share >= wanted.least)
        if not wanted.complete:
            good &= ~_explained(pairs, where, counts, share, query)
        answers: list[list[Near[Key]]] = [[] for _ in queries]
        for i in np.flatnonzero(good).tolist():
            near = Near(self.ids[text[i]], int(counts[i]), float(of_query[i]), float(of_found[i]))
            answers[int(query[i])].append(near)
        for answer in answers:
            answer.sort(key=lambda near: -near.share)
            yield answer

    def _follow(self, keys: Numbers, owners: Places, *, complete: bool) -> "_Pairs":
        """Every (query, text) that a shingle joins, with the shingle's weight; formulas aren't followed."""
        spans = [
            (np.searchsorted(s.keys, keys, "left"), np.searchsorted(s.keys, keys, "right")) for s in self._segments
        ]
        texts_with = sum((right - left for left, right in spans), np.zeros(len(keys), dtype=np.int64))
        weights = rarity(texts_with, len(self.ids))
        followed = np.flatnonzero(texts_with <= (len(self.ids) if complete else most_common(len(self.ids))))
        queries, found, of_each, runs = [], [], [], []
        for segment, (left, right) in zip(self._segments, spans, strict=True):
            times = (right - left)[followed]
            self.work.followed += int(times.sum())
            queries.append(np.repeat(owners[followed], times))
            of_each.append(np.repeat(weights[followed], times))
            found.append(segment.texts[spread(left[followed], times)])
            runs.append(np.repeat(followed, times))
        whose, texts, which = (_joined(part, np.int64) for part in (queries, found, runs))
        return _Pairs(weights, whose, texts, which, _joined(of_each, np.float64))

    def _settle(self) -> None:
        """Sort what arrived into a segment; segments of like size are merged, so that adding stays n log n."""
        if not self._fresh:
            return
        first = len(self.ids) - len(self._fresh)
        join = Join.of(self._fresh, first=first)
        self._fresh = []
        self._segments.append(_sorted(join.keys, join.texts))
        while len(self._segments) > 1 and len(self._segments[-2].keys) < 2 * len(self._segments[-1].keys):
            last, before = self._segments.pop(), self._segments.pop()
            merged = np.concatenate((before.keys, last.keys)), np.concatenate((before.texts, last.texts))
            self._segments.append(_sorted(*merged))
        self._note(join.keys)

    def _note(self, keys: Numbers) -> None:
        """Keep a table of which low bits occur: most runs of a new text occur nowhere, and end here."""
        held = sum(len(segment.keys) for segment in self._segments)
        if held * 4 > len(self._seen):
            self._seen = np.zeros(1 << int(held * 8).bit_length(), dtype=np.bool_)
            keys = np.concatenate([segment.keys for segment in self._segments])
        self._seen[(keys & np.uint64(len(self._seen) - 1)).astype(np.int64)] = True


@dataclass(frozen=True)
class Join:
    """The runs of several texts, one under the other, each with the number of its text."""

    keys: Numbers
    texts: Places

    @classmethod
    def of(cls, runs: Sequence[Numbers], *, first: int = 0) -> "Join":
        """Number the texts from `first`."""
        texts = np.repeat(np.arange(first, first + len(runs), dtype=np.int64), [len(each) for each in runs])
        return cls(_joined(runs, np.uint64), texts)


@dataclass(frozen=True)
class Asked:
    """What counts as near, and whether formulas are followed too."""

    least: float
    fewest: int
    complete: bool = False


@dataclass(frozen=True)
class _Pairs:
    """Query, text found and place of the run, for every meeting; `weights` are those of the runs asked for."""

    weights: NDArray[np.float64]
    queries: Places
    found: Places
    runs: Places
    of_each: NDArray[np.float64]


def _explained(pairs: _Pairs, where: Places, counts: Places, share: NDArray[np.float64], query: Places) -> Mask:
    """Which (query, text) share a little, and hardly a run that the query's main source doesn't hold."""
    order = np.lexsort((-share, query))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = query[order][1:] != query[order][:-1]
    main = np.zeros(len(share), dtype=np.bool_)
    main[order[first]] = share[order[first]] >= MAIN_SHARE
    held = np.zeros(len(pairs.weights), dtype=np.bool_)
    held[pairs.runs[main[where]]] = True
    explained = np.bincount(where, weights=held[pairs.runs], minlength=len(share))
    return ~main & (share < SIDE_SHARE) & (explained >= EXPLAINED * counts)


def distinct_runs(texts: Sequence[str]) -> list[Numbers]:
    """The different runs of each text, sorted."""
    keys, owners = runs_of_many(texts, WIDTH)
    cuts = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
    found = []
    for low, high in pairwise(cuts):
        runs = np.sort(keys[low:high])
        found.append(runs[_first_of_each(runs)])
    return found


def rarity(texts_with: Places, texts: int) -> NDArray[np.float64]:
    """The weight, .05 to 1, of a run that stands in so many of so many texts."""
    scale = np.log(max(texts, SMALLEST_ARCHIVE))
    return np.maximum(0.05, 1.0 - np.log(np.maximum(texts_with, 1)) / scale)


def most_common(texts: int) -> int:
    """In how many texts a run may stand before it is a formula."""
    return max(COMMON, int(texts * COMMON_SHARE))


def spread(starts: Places, times: Places) -> Places:
    """`starts[i], starts[i] + 1, …` for `times[i]` places each, one after the other."""
    ends = np.cumsum(times)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) + np.repeat(starts - ends + times, times)


def _first_of_each(ordered: Numbers) -> NDArray[np.bool_]:
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def _joined(parts: Sequence[NDArray], kind: type) -> NDArray:  # type: ignore[type-arg]
    return np.concatenate(parts) if len(parts) else np.zeros(0, dtype=kind)


def _sorted(keys: Numbers, texts: Places) -> _Segment:
    order = np.argsort(keys, kind="stable")
    return _Segment(keys[order], texts[order])
