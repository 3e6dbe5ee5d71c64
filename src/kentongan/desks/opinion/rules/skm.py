"""The citizens' satisfaction survey (SKM) and its index (IKM) by PermenPANRB 14/2017.

Exact fractions to the end, one rounding, then the grade: with the weight 1/9 written as 0.11 the same answers give
90.56 instead of 91.48, and nobody could reach 100.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kentongan.ground.clock.rules.law import Source
from kentongan.ground.clock.rules.words import said

SOURCE = Source(
    "PermenPANRB 14/2017 (Survei Kepuasan Masyarakat)",
    "Lampiran",
    date(2017, 5, 12),
    evidence=said(
        "formula and bands read in two agencies' reports; the order of elements 8 and 9 differs between forms"
    ),
)

# The nine elements in the order of most forms; an office whose form swaps the last two passes its own names.
ELEMENTS: Mapping[str, str] = {
    "U1": "Persyaratan",
    "U2": "Sistem, mekanisme, dan prosedur",
    "U3": "Waktu penyelesaian",
    "U4": "Biaya/tarif",
    "U5": "Produk spesifikasi jenis pelayanan",
    "U6": "Kompetensi pelaksana",
    "U7": "Perilaku pelaksana",
    "U8": "Penanganan pengaduan, saran, dan masukan",
    "U9": "Sarana dan prasarana",
}
# The questionnaire printed by many offices asks for the facilities before the complaints.
FORM_ORDER: Mapping[str, str] = {**ELEMENTS, "U8": ELEMENTS["U9"], "U9": ELEMENTS["U8"]}
LOWEST, HIGHEST = 1, 4
# The index of 1 to 4 is told on a scale of 25 to 100.
FACTOR = 25


@dataclass(frozen=True)
class Band:
    """From `lowest` (included) up to the next band."""

    grade: str
    meaning: str
    lowest: Decimal


# One printed report has 76.66 for the top of C: a misprint, for B begins at 76.61.
BANDS = (
    Band("A", "Sangat baik", Decimal("88.31")),
    Band("B", "Baik", Decimal("76.61")),
    Band("C", "Kurang baik", Decimal("65.00")),
    Band("D", "Tidak baik", Decimal("25.00")),
)


@dataclass(frozen=True)
class Element:
    """One question: how many answered it and the sum of their scores."""

    id: str
    answered: int
    total: int
    weight: Fraction

    @property
    def mean(self) -> Fraction:
        """The element's mean (NRR), exact. Defined only where somebody answered."""
        return Fraction(self.total, self.answered)


@dataclass(frozen=True)
class Satisfaction:
    """The index, rounded once; `elements` keep the exact parts. `unusable` counts answers outside the scale."""

    index: Decimal
    band: Band
    elements: tuple[Element, ...]
    respondents: int
    unusable: int


class NoIndex(ValueError):
    """The index can't be told; the message is a sentence."""


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """Half up, once, from the exact value."""
    scaled = value * 10**places
    whole = (abs(scaled.numerator) * 2 + scaled.denominator) // (2 * scaled.denominator)
    return (Decimal(whole) * (-1 if value < 0 else 1)).scaleb(-places)


def band_of(index: Decimal) -> Band:
    """The grade of an index; the bands are printed with two decimals and leave gaps, so it is rounded first.

    Raises:
        NoIndex: it lies outside 25 to 100.
    """
    value = index.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    if not Decimal(25) <= value <= Decimal(100):
        raise NoIndex(said("an index of %(value)s isn't between 25 and 100.", value=value))
    return next(band for band in BANDS if value >= band.lowest)


def read_score(text: str) -> int | None:
    """A score of 1 to 4; None for a blank. `3.0` and `3,0`, as spreadsheets write them, are 3.

    Raises:
        ValueError: there is something, but no score of the scale. It isn't an answer and never a zero.
    """
    text = text.strip()
    if not text:
        return None
    whole, _, rest = text.replace(",", ".").partition(".")
    if whole.isascii() and whole.isdigit() and len(whole) == 1 and not rest.strip("0"):
        score = int(whole)
        if LOWEST <= score <= HIGHEST:
            return score
    raise ValueError(f"'{text[:20]}' is no score from {LOWEST} to {HIGHEST}.")


def satisfaction(
    answers: Iterable[Mapping[str, str]],
    elements: Sequence[str] = tuple(ELEMENTS),
    weights: Mapping[str, Fraction] | None = None,
) -> Satisfaction:
    """The index of these answers: each a mapping from element to what was written.

    Weights are equal unless given; given ones must sum to one. A blank or a value outside the scale isn't an answer.

    Raises:
        NoIndex: no one answered one of the elements, or the weights don't sum to one.
    """
    counts = dict.fromkeys(elements, 0)
    sums = dict.fromkeys(elements, 0)
    respondents = unusable = 0
    for row in answers:
        scores: list[int] = []
        for element in elements:
            try:
                score = read_score(row.get(element, ""))
            except ValueError:
                unusable += 1
                continue
            if score is not None:
                counts[element] += 1
                sums[element] += score
                scores.append(score)
        respondents += bool(scores)
    return index_of(sums, counts, weights=weights, respondents=respondents, unusable=unusable)


def index_of(
    sums: Mapping[str, int],
    counts: Mapping[str, int],
    *,
    weights: Mapping[str, Fraction] | None = None,
    respondents: int,
    unusable: int = 0,
) -> Satisfaction:
    """The index from the sums of scores and the numbers of answers per element.

    Raises:
        NoIndex: as `satisfaction`.
    """
    shares = _shares(list(sums), weights)
    silent = [element for element in sums if not counts[element]]
    if silent:
        raise NoIndex(
            said("nobody answered %(elements)s; leave the column out or wait for answers.", elements=", ".join(silent))
        )
    parts = tuple(Element(element, counts[element], sums[element], shares[element]) for element in sums)
    exact = sum((part.mean * part.weight for part in parts), Fraction(0)) * FACTOR
    index = rounded(exact)
    return Satisfaction(index, band_of(index), parts, respondents, unusable)


def _shares(elements: list[str], weights: Mapping[str, Fraction] | None) -> Mapping[str, Fraction]:
    if not elements:
        raise NoIndex(said("there is no element to score."))
    if weights is None:
        return dict.fromkeys(elements, Fraction(1, len(elements)))
    if set(weights) != set(elements):
        raise NoIndex(
            said(
                "weights are given for %(given)s, but the elements are %(elements)s.",
                given=", ".join(weights),
                elements=", ".join(elements),
            )
        )
    if sum(weights.values()) != 1 or min(weights.values()) < 0:
        total = f"{float(sum(weights.values())):g}"
        raise NoIndex(said("the weights sum to %(total)s; they must sum to 1 and none be negative.", total=total))
    return weights
