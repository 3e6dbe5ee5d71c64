"""How a sample was drawn, and what that does to its uncertainty.

Linearisation (Taylor) with strata, clusters in one or two stages, finite populations and calibrated weights, as in
Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992), chapters 4 and 6, and Lumley, Complex Surveys
(2010). Held to R `survey` 4.1-1 to eight digits (docs/develop/engines/opinion.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kentongan.ground.clock.rules.words import said

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Indices = NDArray[np.intp]

# A stage from which everybody was taken has no sampling variance; below this the fraction left over is rounding.
WHOLLY_TAKEN = 1e-7
# Raking stops when no margin is off by more than this share; iterative proportional fitting converges geometrically.
RAKING_TOLERANCE = 1e-13
RAKING_PASSES = 1000


class Unsound(ValueError):
    """The design contradicts itself or the answers; the message is a sentence."""


@dataclass(frozen=True)
class Stage:
    """One stage of selection: for each row its stratum, its cluster, and of how many clusters that was drawn.

    `population` is None where the finite population isn't corrected for.
    """

    strata: Codes
    clusters: Codes
    population: Floats | None
    drawn: Floats

    def part(self, rows: Indices) -> "Stage":
        """The same stage for some rows; how many were drawn stays what it was."""
        population = None if self.population is None else self.population[rows]
        return Stage(self.strata[rows], self.clusters[rows], population, self.drawn[rows])


@dataclass(frozen=True)
class Calibration:
    """Known totals to which the weights were drawn: indicator columns and the weights before."""

    columns: Floats
    before: Floats

    @cached_property
    def _solver(self) -> Floats:
        root = np.sqrt(self.before)
        return np.asarray(np.linalg.pinv(self.columns * root[:, None]), dtype=np.float64)

    def residual(self, influence: Floats) -> Floats:
        """What of an influence the known totals don't explain: only that still varies."""
        root = np.sqrt(self.before)
        return influence - self.columns @ (self._solver @ (influence * root[:, None]))


@dataclass(frozen=True)
class Sample:
    """The rows that answered, with weights and stages; `calibration` once the weights were drawn to known totals."""

    weights: Floats
    stages: tuple[Stage, ...]
    calibration: Calibration | None = None

    def __len__(self) -> int:
        return len(self.weights)

    @property
    def degrees(self) -> int:
        """Degrees of freedom: clusters less strata of the first stage."""
        first = self.stages[0]
        return len(np.unique(first.clusters)) - len(np.unique(first.strata))

    @property
    def kish(self) -> float:
        """Kish's effect of unequal weights, n Σw² / (Σw)²: how many times the variance grows by weighting alone."""
        return float(len(self) * np.sum(self.weights**2) / np.sum(self.weights) ** 2)

    def covariance(self, influence: Floats) -> Floats:
        """The covariance of weighted totals; `influence` has a row per answer (zero outside a domain), not weighted."""
        if self.calibration is not None:
            influence = self.calibration.residual(influence)
        return _variance(influence * self.weights[:, None], self.stages)


def codes(*columns: Sequence[str]) -> Codes:
    """A number for each combination of the columns' values."""
    if not columns:
        raise ValueError("codes of nothing")
    combined = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        _, inverse = np.unique(np.asarray(column, dtype=str), return_inverse=True)
        _, combined = np.unique(combined * (int(inverse.max(initial=0)) + 1) + inverse, return_inverse=True)
    return combined.astype(np.int64)


def stage(strata: Codes, clusters: Codes, population: Floats | None) -> Stage:
    """A stage; how many clusters were drawn in each stratum is counted. A population of at most 1 is a fraction.

    Raises:
        Unsound: fewer clusters exist than were drawn, or one stratum has two populations.
    """
    pairs = np.unique(np.column_stack((strata, clusters)), axis=0)
    counts = np.bincount(pairs[:, 0], minlength=int(strata.max(initial=0)) + 1)
    drawn = counts[strata].astype(np.float64)
    if population is None:
        return Stage(strata, clusters, None, drawn)
    if not np.all(population > 0):
        raise Unsound(said("a finite population must be greater than zero."))
    whole = drawn / population if population.max() <= 1 else population
    if np.any(whole < drawn - 1e-9):
        row = int(np.argmax(whole < drawn - 1e-9))
        raise Unsound(
            said(
                "in one stratum %(drawn)g were drawn out of %(size)g; the finite population is too small.",
                drawn=drawn[row],
                size=whole[row],
            )
        )
    first: dict[int, float] = {}
    for stratum, size in zip(strata.tolist(), whole.tolist(), strict=True):
        if abs(first.setdefault(stratum, size) - size) > 1e-9 * size:
            raise Unsound(
                said("one stratum has two finite populations, %(one)g and %(other)g.", one=first[stratum], other=size)
            )
    return Stage(strata, clusters, whole, drawn)


def weights_of(stages: Sequence[Stage]) -> Floats:
    """The weights that the stages imply: the product of population over drawn.

    Raises:
        Unsound: a stage doesn't tell its population.
    """
    weights = np.ones(len(stages[0].drawn))
    for one in stages:
        if one.population is None:
            raise Unsound(said("without a weight column each stage must tell its finite population."))
        weights = weights * one.population / one.drawn
    return weights


def _groups(codes_: Codes) -> list[Indices]:
    """The places of each code, by one sort: looking for each code anew would be quadratic in a design of households."""
    order = np.argsort(codes_, kind="stable")
    edges = np.flatnonzero(np.diff(codes_[order])) + 1
    return list(np.split(order, edges)) if len(order) else []


def _variance(weighted: Floats, stages: Sequence[Stage]) -> Floats:
    first, rest = stages[0], stages[1:]
    total = np.zeros((weighted.shape[1], weighted.shape[1]))
    for rows in _groups(first.strata):
        total += _one_stratum(weighted[rows], first.part(rows))
    if not rest or first.population is None or any(one.population is None for one in rest):
        return total
    for rows in _groups(first.clusters):
        share = first.drawn[rows[0]] / first.population[rows[0]]
        total += share * _variance(weighted[rows], [one.part(rows) for one in rest])
    return total


def _one_stratum(weighted: Floats, stage_: Stage) -> Floats:
    drawn = float(stage_.drawn[0])
    left = 1.0
    if stage_.population is not None:
        size = float(stage_.population[0])
        left = (size - drawn) / size
    if left < WHOLLY_TAKEN:
        return np.zeros((weighted.shape[1], weighted.shape[1]))
    if drawn < 2:
        raise Unsound(
            said("a stratum has only one cluster, so its variance can't be told; join it with a neighbouring stratum.")
        )
    # Every cluster drawn keeps its row of zeros when a domain or a missing answer leaves it empty.
    sums = np.zeros((int(drawn), weighted.shape[1]))
    np.add.at(sums, np.unique(stage_.clusters, return_inverse=True)[1], weighted)
    sums -= sums.mean(axis=0)
    spread: Floats = sums.T @ sums * (left * drawn / (drawn - 1))
    return spread


def rake(sample: Sample, margins: Sequence[tuple[Codes, Floats]]) -> Sample:
    """Draw the weights to the known totals of several margins, one after the other until all hold (raking).

    Each margin is a code per row and the total of each code. One margin is post-stratification, exact in one pass.

    Raises:
        Unsound: a code without an answer has a total, or the margins can't all hold (their sums differ).
    """
    for group, totals in margins:
        seen = np.bincount(group, weights=sample.weights, minlength=len(totals))
        if np.any((seen == 0) & (totals > 0)):
            raise Unsound(said("a group with a known total has no answer; join it with another group."))
    sums = [float(totals.sum()) for _, totals in margins]
    if max(sums) - min(sums) > 1e-9 * max(sums):
        raise Unsound(
            said(
                "the known totals of the margins sum to different populations: %(sums)s.",
                sums=", ".join(f"{total:g}" for total in sums),
            )
        )
    weights = sample.weights.copy()
    # A sum of n doubles is off by up to n epsilon; to ask for more would never settle with a hundred thousand answers.
    enough = max(RAKING_TOLERANCE, len(sample) * float(np.finfo(np.float64).eps))
    for _ in range(RAKING_PASSES):
        for group, totals in margins:
            weights *= (totals / np.bincount(group, weights=weights, minlength=len(totals)))[group]
        worst = max(
            float(np.max(np.abs(np.bincount(group, weights=weights, minlength=len(totals)) / totals - 1)))
            for group, totals in margins
        )
        if worst < enough:
            break
    else:
        raise Unsound(said("raking doesn't settle; some combination of groups has no answer."))
    columns = np.hstack([np.eye(len(totals))[group] for group, totals in margins])
    return replace(sample, weights=weights, calibration=Calibration(columns, sample.weights))


def margin(column: Sequence[str], totals: Mapping[str, float], *, name: str) -> tuple[Codes, Floats]:
    """A margin from a column and the known totals by value.

    Raises:
        Unsound: a value in the answers has no total, or a total isn't positive.
    """
    order = list(totals)
    missing = sorted(set(column) - set(order))
    if missing:
        raise Unsound(
            said(
                "'%(column)s' has answers with '%(value)s', for which no total is known.",
                column=name,
                value=missing[0],
            )
        )
    if any(total <= 0 for total in totals.values()):
        raise Unsound(said("a known total of '%(column)s' isn't greater than zero.", column=name))
    place = {value: index for index, value in enumerate(order)}
    group = np.fromiter((place[value] for value in column), dtype=np.int64, count=len(column))
    return group, np.array([float(totals[value]) for value in order])
