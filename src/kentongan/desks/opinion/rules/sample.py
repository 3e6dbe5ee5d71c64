"""How many must answer: the table of Krejcie and Morgan (1970), which PermenPANRB 14/2017 prints as its annex."""

from bisect import bisect_left
from fractions import Fraction

# R. V. Krejcie, D. W. Morgan, Determining Sample Size for Research Activities, Educational and Psychological
# Measurement 30 (1970), table 1: population, sample.
TABLE = dict(
    zip(
        [
            *range(10, 100, 5), *range(100, 300, 10), *range(300, 500, 20), *range(500, 1000, 50),
            *range(1000, 2000, 100), *range(2000, 3000, 200), *range(3000, 5000, 500), *range(5000, 10_000, 1000),
            10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 1_000_000,
        ],
        [
            10, 14, 19, 24, 28, 32, 36, 40, 44, 48, 52, 56, 59, 63, 66, 70, 73, 76,
            80, 86, 92, 97, 103, 108, 113, 118, 123, 127, 132, 136, 140, 144, 148, 152, 155, 159, 162, 165,
            169, 175, 181, 186, 191, 196, 201, 205, 210, 214,
            217, 226, 234, 242, 248, 254, 260, 265, 269, 274,
            278, 285, 291, 297, 302, 306, 310, 313, 317, 320,
            322, 327, 331, 335, 338, 341, 346, 351, 354, 357, 361, 364, 367, 368,
            370, 375, 377, 379, 380, 381, 382, 384,
        ],
        strict=True,
    )
)  # fmt: skip

_POPULATIONS = list(TABLE)

# Their formula: chi-square of one degree at 95 %, a proportion of one half, a margin of five points.
CHI_SQUARE, PROPORTION, MARGIN = Fraction(3841, 1000), Fraction(1, 2), Fraction(1, 20)


def by_formula(population: int) -> int:
    """Their formula, rounded half up; one less than the table in a few rows, so the table goes first."""
    spread = CHI_SQUARE * PROPORTION * (1 - PROPORTION)
    needed = spread * population / (MARGIN**2 * (population - 1) + spread)
    return int(needed + Fraction(1, 2))


def required(population: int) -> int:
    """How many of the population must answer.

    A row of the table where there is one; between two rows their formula, kept between the two; below ten everybody.
    The table is made for a proportion at ±5 points, not for a mean: it is the regulation's rule and no promise of
    precision.

    Raises:
        ValueError: the population is negative.
    """
    if population < 0:
        raise ValueError("a population can't be negative.")
    if population < _POPULATIONS[0]:
        return population
    if population in TABLE:
        return TABLE[population]
    above = bisect_left(_POPULATIONS, population)
    if above == len(_POPULATIONS):
        return max(TABLE[_POPULATIONS[-1]], by_formula(population))
    low, high = TABLE[_POPULATIONS[above - 1]], TABLE[_POPULATIONS[above]]
    return min(max(by_formula(population), low), high)
