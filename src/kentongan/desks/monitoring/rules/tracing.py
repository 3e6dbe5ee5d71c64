"""Tracing: who carried a text, which version of it they followed, and what they made of it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import numpy as np

from kentongan.ground.language.rules.alignment import Trace, compare
from kentongan.ground.language.rules.reuse import Archive, distinct_runs
from kentongan.ground.language.rules.reuse_words import Numbers

Key = TypeVar("Key", bound=Hashable)

# A run of ours in so many articles that don't carry the text is our formula (name of the office, how to reach us).
FORMULA_ARTICLES = 3
# An article that holds so little of ours may hold nothing but how we describe ourselves.
FAINT = 0.25
# Looked at word by word from this share of common runs; far below what any copy leaves (docs/develop/engines/reuse.md).
WORTH_A_LOOK, FEWEST_RUNS = 0.005, 2
# Of releases, which resemble each other, only those are looked at that share a little more.
FAINTLY_NEAR = 0.03
NOTHING = Trace(kept=0.0, ours=0.0, passages=(), cut=(), added=(), changes=(), carried=False)


@dataclass(frozen=True)
class Piece:
    """An article to be traced; `published` is its day, by which "kemarin" in it is read."""

    text: str
    published: date | None = None


def trace_all(release: str, articles: Sequence[Piece]) -> list[Trace]:
    """Hold every article against a release, in their order.

    What several articles share with the release without carrying it is taken for a formula and counts for nothing in
    any of them, and so is its closing paragraph where several hold hardly more than that: what an office says of itself
    doesn't make every article about it a copy. A quotation that several print is no formula.
    """
    archive: Archive[int] = Archive()
    archive.add_many(enumerate(article.text for article in articles))
    near = {found.id for found in archive.near(release, least=WORTH_A_LOOK, fewest=FEWEST_RUNS)}
    traces = {n: compare(release, articles[n].text, published=articles[n].published) for n in near}
    strangers = [articles[n].text for n in sorted(near) if not traces[n].carried]
    faint = [articles[n].text for n in sorted(near) if traces[n].kept <= FAINT]
    formula = np.union1d(_formulas(release, strangers), _formulas(_closing(release), faint))
    if len(formula):
        for n in near:
            again = compare(release, articles[n].text, boilerplate=formula, published=articles[n].published)
            traces[n] = again if traces[n].carried else traces[n]
    return [traces.get(n, NOTHING) for n in range(len(articles))]


def _formulas(release: str, others: Sequence[str]) -> Numbers:
    """Runs of the release in several of the other articles."""
    own, *theirs = distinct_runs([release, *others])
    if not theirs:
        return own[:0]
    runs, counts = np.unique(np.concatenate(theirs), return_counts=True)
    return own[np.isin(own, runs[counts >= FORMULA_ARTICLES])]


def _closing(release: str) -> str:
    """The end of a release, where an office says who it is; nobody speaks there."""
    spoken = max(release.rfind(mark) for mark in '"”»')
    return release[max(spoken + 1, len(release) * 3 // 4) :]


class Releases(Generic[Key]):
    """Our texts, asked of each article that comes in: which of them does it carry?"""

    def __init__(self) -> None:
        self._archive: Archive[Key] = Archive()
        self._texts: dict[Key, str] = {}

    def add(self, key: Key, text: str) -> None:
        """Take a release in; versions of one text are releases of their own (`which_version` tells them apart)."""
        if key in self._texts:
            raise ValueError(f"{key!r} is held already; a changed text is another version and needs its own key")
        self._archive.add(key, text)
        self._texts[key] = text

    def carried_by(self, article: Piece) -> list[tuple[Key, Trace]]:
        """Those that stand in the article, the one of which most stands there first.

        Found by runs in common, decided word by word: of copies in which every second word was changed the runs alone
        find four in five, the words all.
        """
        found = []
        for near in self._archive.near(article.text, least=FAINTLY_NEAR, fewest=FEWEST_RUNS):
            trace = compare(self._texts[near.id], article.text, published=article.published)
            if trace.carried:
                found.append((near.id, trace))
        return sorted(found, key=lambda pair: -pair[1].ours)


def which_version(versions: Sequence[str], article: str) -> int | None:
    """The place of the version that an article follows, None where it carries none.

    The one of which most stands there; where two do equally, the one with fewer changed claims, then the one of which
    less is missing, then the later one: a newsroom that got the correction prints from it.
    """
    best: tuple[float, int, float, int] | None = None
    for n, version in enumerate(versions):
        trace = compare(version, article)
        if trace.carried:
            rank = (round(trace.ours, 3), -len(trace.changes), round(trace.kept, 2), n)
            best = rank if best is None else max(best, rank)
    return None if best is None else best[-1]
