"""Means, totals, ratios, proportions, quantiles and tests of independence, each with its uncertainty by the design."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtrit

from kentongan.desks.opinion.rules.design import Codes, Floats, Sample, Unsound
from kentongan.ground.clock.rules.words import said

CONFIDENCE = 0.95

Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class Estimate:
    """A figure, its standard error and interval, the design effect (None where it isn't defined) and answers used."""

    value: float
    se: float
    interval: tuple[float | None, float | None]
    answers: int
    deff: float | None = None


@dataclass(frozen=True)
class Independence:
    """Rao and Scott's second-order test: F, its two degrees of freedom, the probability under independence."""

    f: float
    degrees: tuple[float, float]
    p: float


def everyone(sample: Sample) -> Rows:
    """The domain of all rows."""
    return np.ones(len(sample), dtype=bool)


def mean(sample: Sample, values: Floats, rows: Rows, *, confidence: float = CONFIDENCE) -> Estimate:
    """The weighted mean over a domain; rows with NaN are left out like those outside the domain.

    Raises:
        Unsound: nobody is left.
    """
    rows = _used(values, rows)
    weights = np.where(rows, sample.weights, 0.0)
    size = weights.sum()
    clean = np.where(rows, values, 0.0)
    average = float(clean @ weights / size)
    influence = np.where(rows, (clean - average) / size, 0.0)
    se = _root(sample.covariance(influence[:, None])[0, 0])
    number = int(rows.sum())
    deff = _effect(se**2, _variance_of(clean, weights, rows), number, float(size), scale=1.0)
    return Estimate(average, se, _symmetric(sample, average, se, confidence), number, deff)


def total(sample: Sample, values: Floats, rows: Rows, *, confidence: float = CONFIDENCE) -> Estimate:
    """The weighted total over a domain."""
    rows = _used(values, rows)
    clean = np.where(rows, values, 0.0)
    weights = np.where(rows, sample.weights, 0.0)
    size = float(weights.sum())
    summed = float(clean @ weights)
    se = _root(sample.covariance(clean[:, None])[0, 0])
    number = int(rows.sum())
    deff = _effect(se**2, _variance_of(clean, weights, rows), number, size, scale=size)
    return Estimate(summed, se, _symmetric(sample, summed, se, confidence), number, deff)


def ratio(sample: Sample, above: Floats, below: Floats, rows: Rows, *, confidence: float = CONFIDENCE) -> Estimate:
    """The ratio of two weighted totals over a domain.

    Raises:
        Unsound: the total below is zero.
    """
    rows = _used(above + below, rows)
    weights = np.where(rows, sample.weights, 0.0)
    top, bottom = np.where(rows, above, 0.0), np.where(rows, below, 0.0)
    divisor = float(bottom @ weights)
    if divisor == 0:
        raise Unsound(said("the ratio has a total of zero below the line."))
    share = float(top @ weights) / divisor
    influence = (top - share * bottom) / divisor
    se = _root(sample.covariance(influence[:, None])[0, 0])
    return Estimate(share, se, _symmetric(sample, share, se, confidence), int(rows.sum()))


def proportion(sample: Sample, holds: Floats, rows: Rows, *, confidence: float = CONFIDENCE) -> Estimate:
    """The weighted share for which `holds` is 1 (NaN: no answer), with an interval on the logit scale.

    The logit keeps the interval inside 0 to 1; at exactly 0 or 1 there is no interval to tell.
    """
    plain = mean(sample, holds, rows, confidence=confidence)
    share = plain.value
    if not 0 < share < 1 or plain.se == 0:
        return Estimate(share, plain.se, (None, None), plain.answers, plain.deff)
    half = _t(sample, confidence) * plain.se / (share * (1 - share))
    middle = np.log(share / (1 - share))
    low, high = (float(1 / (1 + np.exp(-edge))) for edge in (middle - half, middle + half))
    return Estimate(share, plain.se, (low, high), plain.answers, plain.deff)


def quantile(sample: Sample, values: Floats, at: float, rows: Rows, *, confidence: float = CONFIDENCE) -> Estimate:
    """The weighted quantile with Woodruff's interval; the standard error is the interval's width over 2 t.

    Woodruff, Confidence Intervals for Medians and Other Position Measures, JASA 47 (1952): the interval of the share
    below the quantile, carried back through the distribution. An edge outside 0 to 1 has no quantile.
    """
    rows = _used(values, rows)
    order = np.argsort(values[rows], kind="stable")
    ordered, weights = values[rows][order], sample.weights[rows][order]
    found = _position(ordered, weights, at)
    below = mean(sample, np.where(rows, (values <= found).astype(float), 0.0), rows, confidence=confidence)
    half = _t(sample, confidence) * below.se
    edges = (below.value - half, below.value + half)
    low = _position(ordered, weights, edges[0]) if edges[0] >= 0 else None
    high = _position(ordered, weights, edges[1]) if edges[1] <= 1 else None
    se = (high - low) / (2 * _t(sample, confidence)) if low is not None and high is not None else float("nan")
    return Estimate(found, se, (low, high), int(rows.sum()))


def _position(ordered: Floats, weights: Floats, at: float) -> float:
    """The smallest value at which the weight below reaches the share (the mathematical definition)."""
    cumulative = np.cumsum(weights)
    goal = at * weights.sum()
    reached = int(np.searchsorted(cumulative, goal, side="right"))
    if reached and at == cumulative[reached - 1] / weights.sum():
        return float(ordered[reached - 1])
    return float(ordered[min(reached, len(ordered) - 1)])


def independence(sample: Sample, rows_code: Codes, columns_code: Codes, used: Rows) -> Independence:
    """Whether two classifications go together, with the design taken into account.

    Rao and Scott, On Chi-squared Tests for Multiway Contingency Tables, Annals of Statistics 12 (1984).

    Raises:
        Unsound: a classification has only one class.
    """
    _, first = np.unique(rows_code[used], return_inverse=True)
    _, second = np.unique(columns_code[used], return_inverse=True)
    high, wide = int(first.max(initial=0)) + 1, int(second.max(initial=0)) + 1
    if high < 2 or wide < 2:
        raise Unsound(said("a test of independence needs two classes on each side."))
    cell = np.full(len(sample), -1)
    cell[used] = second * high + first
    inside = np.where(used, sample.weights, 0.0)
    cells = (cell[:, None] == np.arange(high * wide)[None, :]).astype(float)
    shares = inside @ cells / inside.sum()
    influence = np.where(used[:, None], (cells - shares) / inside.sum(), 0.0)
    covariance = sample.covariance(influence)
    number = int(used.sum())
    inverse = np.where(shares > 0, 1 / np.where(shares > 0, shares, 1), 0)
    contrast = _interaction(high, wide)
    under = contrast.T @ (inverse[:, None] / number * contrast)
    seen = contrast.T @ (inverse[:, None] * covariance * inverse[None, :]) @ contrast
    delta = np.linalg.solve(under, seen)
    trace = float(np.trace(delta))
    freedom = trace**2 / float(np.trace(delta @ delta))
    table = shares.reshape(wide, high).T
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    pearson = number * float(np.sum((table - expected) ** 2 / expected))
    f, second_degrees = pearson / trace, freedom * sample.degrees
    return Independence(f, (freedom, second_degrees), float(fdtrc(freedom, second_degrees, f)))


def _interaction(high: int, wide: int) -> Floats:
    """The interaction contrasts of a table, cleared of the margins (cells in column order)."""
    row = np.tile(np.arange(high), wide)
    column = np.repeat(np.arange(wide), high)
    rows_ = (row[:, None] == np.arange(1, high)[None, :]).astype(float)
    columns_ = (column[:, None] == np.arange(1, wide)[None, :]).astype(float)
    margins = np.hstack([np.ones((high * wide, 1)), rows_, columns_])
    both = np.stack([rows_[:, i] * columns_[:, j] for j in range(wide - 1) for i in range(high - 1)], axis=1)
    cleared: Floats = both - margins @ np.linalg.lstsq(margins, both, rcond=None)[0]
    return cleared


def _used(values: Floats, rows: Rows) -> Rows:
    used: Rows = rows & ~np.isnan(values)
    if not used.any():
        raise Unsound(said("nobody is left who answered this."))
    return used


def _variance_of(clean: Floats, weights: Floats, rows: Rows) -> float:
    number, size = int(rows.sum()), weights.sum()
    if number < 2:
        return float("nan")
    centred = np.where(rows, clean - clean @ weights / size, 0.0)
    return float(centred**2 @ weights / size * number / (number - 1))


def _effect(variance: float, spread: float, number: int, size: float, *, scale: float) -> float | None:
    """Variance over that of a simple random sample of the same number without replacement."""
    simple = spread * scale**2 * (size - number) / (size * number)
    return variance / simple if simple > 0 else None


def _t(sample: Sample, confidence: float) -> float:
    if sample.degrees < 1:
        raise Unsound(said("there are no more clusters than strata; nothing can be said of the uncertainty."))
    return float(stdtrit(sample.degrees, 0.5 + confidence / 2))


def _symmetric(sample: Sample, value: float, se: float, confidence: float) -> tuple[float, float]:
    half = _t(sample, confidence) * se
    return value - half, value + half


def _root(variance: float) -> float:
    return float(np.sqrt(max(variance, 0.0)))
