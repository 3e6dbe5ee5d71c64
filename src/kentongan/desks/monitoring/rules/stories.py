"""Stories: which articles are one text in many papers, who had it first, who copied whom.

A cluster is a tree: every article has at most one parent, the earlier article of which most of it is made. Joining
whatever shares a passage would run through roundups and quoting articles and make one story of a whole week
(measured: precision falls to .81); a roundup with one parent joins one story and carries nothing on.

The result is made from the set of articles alone, so that arriving one by one and all at once give the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from kentongan.ground.language.rules.alignment_blocks import blocks
from kentongan.ground.language.rules.reuse import WIDTH, Work, rarity, spread
from kentongan.ground.language.rules.reuse_words import Numbers, Places, read_words, runs_of_many

Shares = NDArray[np.float64]

# A quarter of all runs is enough to weigh a share (B³ F1 is the same as with half); the run itself chooses which.
ONE_IN = 4
# A pair that shares fewer runs of the sample is no pair: names and formulas.
FEWEST_SHARED = 3
# From here on one text is made of the other without a closer look; below `UNSURE` it isn't; between, word by word.
SURE, UNSURE = 0.16, 0.09
# Word by word: so many words and this share; nearest pair of real articles that doesn't copy: 20 words, .12.
ALIGNED_WORDS, ALIGNED_SHARE = 28, 0.14
# At least half of it stands elsewhere: a copy. Less: an own text that quotes.
COPY = 0.5
# A change of one word in twenty changes three runs in twenty; above this share there's nothing left to count.
PLAIN_COPY = 0.97
# Parents that give nearly the same share: the earliest of them is the source.
AS_GOOD = 0.03
# A run in more articles than this is followed to the earliest of them only: a story with a thousand copies then costs
# a thousand times this number, not a million (B³ F1 is the same as with 64 and 16).
CROWD, ELDERS = 8, 4
# Packed into one number, because sorting numbers is several times as fast as sorting places: 40 bits of a run and 24 of
# an article; then 24 bits each of two articles and 8 of a weight.
_DOC_BITS = 24
_DOC_MASK = np.uint64((1 << _DOC_BITS) - 1)
_WEIGHT_BITS, _FULL_WEIGHT = np.uint64(8), 255
_LATER_BITS = np.uint64(_DOC_BITS + 8)


@dataclass(frozen=True)
class Article:
    """One article as monitoring has it; `published` may be missing, a moment without zone counts as UTC."""

    key: str
    outlet: str | None
    published: datetime | None
    text: str


@dataclass(frozen=True)
class Member:
    """One article of a story: made of which earlier one, and what share of its words stands there (0..1)."""

    key: str
    outlet: str | None
    published: datetime | None
    parent: str | None
    share: float
    copy: bool


@dataclass(frozen=True)
class Story:
    """Articles that are one text, earliest first; the tree of copying is drawn when it is asked for."""

    articles: tuple[Article, ...]
    parents: tuple[int | None, ...]
    shares: tuple[float, ...]

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Each article with its parent; shares are counted word by word, unless nearly every run is the same."""
        return tuple(self._member(n) for n in range(len(self.articles)))

    def _member(self, n: int) -> Member:
        article, parent, share = self.articles[n], self.parents[n], self.shares[n]
        if parent is not None and share < PLAIN_COPY:
            share = max(share, words_from(self.articles[parent].text, article.text))
        key = None if parent is None else self.articles[parent].key
        return Member(article.key, article.outlet, article.published, key, min(1.0, share), share >= COPY)

    @property
    def copies(self) -> int:
        """Articles of which at least half stands in an earlier one."""
        return sum(member.copy for member in self.members)

    @property
    def independent(self) -> int:
        """Texts of their own: what no one before them had printed."""
        return len(self.members) - self.copies

    @property
    def first(self) -> Article:
        """The earliest article."""
        return self.articles[0]

    @property
    def spread_hours(self) -> float | None:
        """Hours from the first to the last printing; None with fewer than two dates."""
        moments = [_instant(article.published) for article in self.articles if article.published]
        return (max(moments) - min(moments)).total_seconds() / 3600 if len(moments) > 1 else None


@dataclass(frozen=True)
class _Edges:
    """Pairs of articles (places in the order of time): `low` is the earlier; shares of each in the other."""

    low: Places
    high: Places
    of_low: Shares
    of_high: Shares


@dataclass
class Stories:
    """Articles come in; stories come out whenever they are asked for."""

    work: Work = field(default_factory=Work)
    _articles: list[Article] = field(default_factory=list)
    _runs: list[Numbers] = field(default_factory=list)
    _owners: list[Places] = field(default_factory=list)
    _made: list[Story] | None = None

    def add(self, article: Article) -> None:
        """Take one article in."""
        self.add_many([article])

    def add_many(self, articles: Iterable[Article]) -> None:
        """Take many in; the same address twice is two articles."""
        articles = list(articles)
        runs, owners = runs_of_many([article.text for article in articles], WIDTH, one_in=ONE_IN)
        self._runs.append(runs)
        self._owners.append(owners + len(self._articles))
        self._articles.extend(articles)
        self._made = None

    def stories(self) -> list[Story]:
        """Every story, single articles too: the largest first, then the earliest."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> list[Story]:
        if not self._articles:
            return []
        order = sorted(range(len(self._articles)), key=lambda n: _in_time(self._articles[n]))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        articles = [self._articles[n] for n in order]
        edges = _edges(np.concatenate(self._runs), place[np.concatenate(self._owners)], self.work)
        labels = _labels(articles, edges)
        return _told(articles, labels, edges)


def _edges(runs: Numbers, owners: Places, work: Work) -> _Edges:
    """Every pair of articles that shares enough runs, with the weighted shares, from one sorted list of runs."""
    count = int(owners.max()) + 1 if len(owners) else 0
    met = _met_again(runs)
    packed = _distinct(np.sort((runs[met] & ~_DOC_MASK) | owners[met].astype(np.uint64)))
    if not len(packed):
        return _Edges(owners[:0], owners[:0], np.zeros(0), np.zeros(0))
    texts = packed & _DOC_MASK
    starts = np.flatnonzero(np.concatenate(([True], (packed[1:] ^ packed[:-1]) > _DOC_MASK)))
    sizes = np.diff(np.concatenate((starts, [len(packed)])))
    weight = np.round(rarity(sizes, count) * _FULL_WEIGHT).astype(np.uint64)
    alone = np.bincount(owners[~met], minlength=count) * float(_FULL_WEIGHT)
    totals = alone + np.bincount(texts.astype(np.int64), weights=np.repeat(weight, sizes), minlength=count)
    common = np.flatnonzero(np.repeat(sizes > 1, sizes))
    sizes_of, starts_of = np.repeat(sizes, sizes)[common], np.repeat(starts, sizes)[common]
    rank = common - starts_of
    elders = np.where(sizes_of > CROWD, np.minimum(rank, ELDERS), rank)
    work.followed += int(elders.sum())
    later = (texts[common] << _WEIGHT_BITS) | np.repeat(weight, sizes)[common]
    code = np.sort((texts[spread(starts_of, elders)] << _LATER_BITS) | np.repeat(later, elders))
    return _weighed(code, totals)


def _met_again(runs: Numbers) -> NDArray[np.bool_]:
    """Which runs may stand in two texts, told by a table of their bits: the others need no sorting."""
    size = 1 << max(10, (4 * len(runs)).bit_length())
    bits = ((runs >> np.uint64(_DOC_BITS)) & np.uint64(size - 1)).astype(np.int64)
    return np.bincount(bits, minlength=size)[bits] > 1


def _distinct(ordered: Numbers) -> Numbers:
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def _weighed(code: Numbers, totals: NDArray[Any]) -> _Edges:
    """Sum up the sorted list of (earlier, later, weight), packed in one number each."""
    pairs = code >> _WEIGHT_BITS
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))) if len(pairs) else np.zeros(0, np.int64)
    starts_enough = np.diff(np.concatenate((starts, [len(pairs)]))) >= FEWEST_SHARED
    if not starts_enough.any():
        return _Edges(starts[:0], starts[:0], np.zeros(0), np.zeros(0))
    shared = np.add.reduceat(code & np.uint64(_FULL_WEIGHT), starts)[starts_enough]
    found = pairs[starts[starts_enough]]
    low = (found >> np.uint64(_DOC_BITS)).astype(np.int64)
    high = (found & _DOC_MASK).astype(np.int64)
    return _Edges(low, high, shared / totals[low], shared / totals[high])


def words_from(source: str, text: str) -> float:
    """What share of the words of `text` stands in `source`, word by word (0..1)."""
    first, second = read_words(source), read_words(text)
    return sum(len(block.theirs) for block in blocks(first.numbers, second.numbers)) / max(1, len(second))


def _labels(articles: Sequence[Article], edges: _Edges) -> Places:
    """The number of its story for each article: copies first, then what only quotes or was rewritten."""
    copied = (edges.of_high >= COPY) | ((edges.of_low >= COPY) & (edges.of_high >= COPY / 2))
    labels = _components(len(articles), edges.low[copied], edges.high[copied])
    share = np.maximum(edges.of_low, edges.of_high)
    for sure in (True, False):
        alone = np.bincount(labels, minlength=len(labels))[labels] == 1
        near = (share >= SURE) if sure else (share >= UNSURE) & (share < SURE)
        low, high = _nearest(edges, share, near, alone)
        if not sure:
            kept = [
                n
                for n, (a, b) in enumerate(zip(low.tolist(), high.tolist(), strict=True))
                if _aligned(articles[a].text, articles[b].text)
            ]
            low, high = low[kept], high[kept]
        labels = _components(len(labels), labels[low], labels[high])[labels]
    return labels


def _components(count: int, low: Places, high: Places) -> Places:
    grid = coo_matrix((np.ones(len(low), dtype=np.bool_), (low, high)), shape=(count, count))
    return connected_components(grid, directed=False)[1].astype(np.int64)


def _nearest(edges: _Edges, share: Shares, near: NDArray[np.bool_], alone: NDArray[np.bool_]) -> tuple[Places, Places]:
    """For each article that stands alone its nearest neighbour, earlier or later.

    Earlier or later, because the dates of the press aren't the order of copying.
    """
    ends = np.concatenate((edges.low[near], edges.high[near]))
    others = np.concatenate((edges.high[near], edges.low[near]))
    shares = np.concatenate((share[near], share[near]))
    ends, others, shares = ends[alone[ends]], others[alone[ends]], shares[alone[ends]]
    order = np.lexsort((others, -shares, ends))
    ends, others = ends[order], others[order]
    first = np.ones(len(ends), dtype=np.bool_)
    first[1:] = ends[1:] != ends[:-1]
    return ends[first], others[first]


def _aligned(one: str, other: str) -> bool:
    first, second = read_words(one), read_words(other)
    found = blocks(first.numbers, second.numbers)
    words = min(len({place for block in found for place in block.ours}), sum(len(block.theirs) for block in found))
    return words >= ALIGNED_WORDS and words >= ALIGNED_SHARE * min(len(first), len(second))


def _told(articles: Sequence[Article], labels: Places, edges: _Edges) -> list[Story]:
    """The stories, each with its tree: a parent is the earlier article of the same story that holds most of a text."""
    same = labels[edges.low] == labels[edges.high]
    parents: list[int | None] = [None] * len(articles)
    shares = [0.0] * len(articles)
    pairs = zip(edges.low[same].tolist(), edges.high[same].tolist(), edges.of_high[same].tolist(), strict=True)
    for low, high, share in pairs:  # in the order of `low`: the earlier wins where a later one is hardly better
        if parents[high] is None or share > shares[high] + AS_GOOD:
            parents[high], shares[high] = low, share
    groups: dict[int, list[int]] = {}
    for n, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(n)
    return [_story(articles, group, parents, shares) for group in sorted(groups.values(), key=lambda g: -len(g))]


def _story(articles: Sequence[Article], group: list[int], parents: list[int | None], shares: list[float]) -> Story:
    place = {n: at for at, n in enumerate(group)}
    return Story(
        tuple(articles[n] for n in group),
        tuple(None if (source := parents[n]) is None else place[source] for n in group),
        tuple(shares[n] for n in group),
    )


def _in_time(article: Article) -> tuple[bool, datetime, str, str, str]:
    """Earliest first, undated last; the rest only makes the order independent of arrival."""
    moment = _instant(article.published) if article.published else datetime.max.replace(tzinfo=UTC)
    return article.published is None, moment, article.key, article.outlet or "", article.text


def _instant(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
