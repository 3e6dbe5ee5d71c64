"""What may be said of a survey: no margin of error for who came by himself, no cell that points at a person."""

from collections.abc import Mapping
from enum import StrEnum

from kentongan.ground.clock.rules.words import said


class Kind(StrEnum):
    """How people came to be asked; it decides which statement is allowed."""

    PROBABILITY = "probability"
    CENSUS = "census"
    QUOTA = "quota"
    OPT_IN = "opt-in"


# AAPOR: a margin of sampling error for an opt-in poll is misleading, for it is built on chances that nobody knows.
_NO_MARGIN = {
    Kind.OPT_IN: said(
        "People chose themselves whether to answer, so nobody knows each one's chance of being in the sample; a margin "
        "of error would be misleading (AAPOR, Opt-In Surveys and Margin of Error). The figures describe those who "
        "answered."
    ),
    Kind.QUOTA: said(
        "Interviewers filled quotas, so nobody knows each one's chance of being in the sample; a margin of error would "
        "be misleading (AAPOR). The figures describe those who answered, weighted as stated."
    ),
    Kind.CENSUS: said("Everybody was asked; there is no sampling error. Who didn't answer may still differ."),
}

# A threshold rule for tables of persons; offices of statistics use 3 to 10 (Hundepool et al., Statistical Disclosure
# Control, 2012). A setting of the office, not a law.
SMALLEST = 5

# AAPOR's disclosure checklist: what a reader needs before he can judge a figure.
DISCLOSURE = ("sponsor", "conducted_by", "population", "selection", "mode", "dates", "wording", "weighting", "contact")


def why_no_margin(kind: Kind) -> str | None:
    """The reason why no margin of error may stand beside the figures; None where one may."""
    return _NO_MARGIN.get(kind)


def hidden_cells(counts: Mapping[str, int], smallest: int = SMALLEST) -> frozenset[str]:
    """The cells of one table whose figures stay back when the table's total is shown.

    Every cell with fewer than `smallest` persons (an empty cell hides nobody), and, when what stays back adds up to
    fewer than that or is one cell alone, the next smallest too: otherwise the total gives it away by subtraction.
    """
    hidden = {cell for cell, count in counts.items() if 0 < count < smallest}
    rest = sorted((count, cell) for cell, count in counts.items() if count and cell not in hidden)
    while hidden and rest and (len(hidden) == 1 or sum(counts[cell] for cell in hidden) < smallest):
        hidden.add(rest.pop(0)[1])
    return frozenset(hidden)


def missing_disclosure(told: Mapping[str, object]) -> list[str]:
    """Which points of the checklist aren't told yet, in its order."""
    return [point for point in DISCLOSURE if not str(told.get(point, "")).strip()]
