"""A survey's design as it is written down (a TOML document), and the answers to what it asks.

The same plan serves the command and the desk: `read_plan` checks the words, `sample_of` joins them with the answers,
`answer` gives each figure with its uncertainty, or without it and the reason why.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np

from kentongan.desks.opinion.rules import design, estimates
from kentongan.desks.opinion.rules.design import Floats, Sample, Unsound
from kentongan.desks.opinion.rules.disclosure import SMALLEST, Kind, hidden_cells, why_no_margin
from kentongan.desks.opinion.rules.estimates import Estimate, Independence
from kentongan.ground.clock.rules.words import said

STATISTICS = ("mean", "total", "ratio", "proportion", "quantile", "independence")
_KEYS = {"kind", "weight", "strata", "clusters", "population", "missing", "confidence", "smallest", "totals", "ask"}
_ASK_KEYS = {"name", "statistic", "of", "per", "value", "at", "by", "with"}
# An answer table beyond this isn't a survey.
MOST_GROUPS = 1000
# Beyond this a double no longer tells one person from the next.
LARGEST = 1e15

Columns = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Ask:
    """One question to the answers."""

    statistic: str
    of: str
    name: str = ""
    per: str = ""
    value: str | None = None
    at: tuple[float, ...] = (0.5,)
    by: str = ""
    against: str = ""


@dataclass(frozen=True)
class Plan:
    """How the sample was drawn, to which totals it is weighted, and what is asked of it."""

    kind: Kind
    asks: tuple[Ask, ...]
    weight: str = ""
    strata: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    population: tuple[str, ...] = ()
    missing: tuple[str, ...] = ("", "NA")
    confidence: float = 0.95
    smallest: int = SMALLEST
    totals: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    disclosure: Mapping[str, object] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the plan names, once."""
        asked = [name for ask in self.asks for name in (ask.of, ask.per, ask.by, ask.against)]
        named = [self.weight, *self.strata, *self.clusters, *self.population, *self.totals, *asked]
        return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True)
class Figure:
    """One figure of the answer; `why` says why it, or its margin, isn't told."""

    ask: Ask
    group: str | None
    part: str | None
    answers: int
    estimate: float | None = None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    deff: float | None = None
    suppressed: bool = False
    why: str | None = None
    test: Independence | None = None


def read_plan(document: Mapping[str, Any]) -> Plan:
    """The plan of a document.

    Raises:
        Unsound: a key isn't known, a value has the wrong form, or what is needed is missing.
    """
    unknown = sorted(set(document) - _KEYS - {"disclosure"})
    if unknown:
        raise Unsound(f"the key '{unknown[0]}' isn't known; there are: {', '.join(sorted(_KEYS | {'disclosure'}))}.")
    try:
        kind = Kind(document.get("kind", ""))
    except ValueError as error:
        raise Unsound(f"'kind' must be one of: {', '.join(Kind)}; it decides what may be said.") from error
    asks = document.get("ask", [])
    if not isinstance(asks, list) or not asks:
        raise Unsound("nothing is asked; add at least one [[ask]].")
    plan = Plan(
        kind,
        tuple(_ask(place, ask) for place, ask in enumerate(asks, start=1)),
        weight=_text(document, "weight"),
        strata=_list(document, "strata"),
        clusters=_list(document, "clusters"),
        population=_list(document, "population"),
        missing=_list(document, "missing") or ("", "NA"),
        confidence=_number(document, "confidence", 0.95, low=0.5, high=0.999),
        smallest=int(_number(document, "smallest", SMALLEST, low=1, high=1000)),
        totals=_totals(document.get("totals", {})),
        disclosure=document.get("disclosure", {}) if isinstance(document.get("disclosure", {}), dict) else {},
    )
    stages = max(len(plan.clusters), 1)
    if len(plan.population) not in (0, stages):
        raise Unsound(f"'population' names {len(plan.population)} columns for {stages} stages of selection.")
    if plan.kind is Kind.PROBABILITY and not plan.weight and not plan.population:
        raise Unsound("a probability sample needs 'weight', or 'population' for each stage.")
    return plan


def _ask(place: int, ask: object) -> Ask:
    if not isinstance(ask, dict):
        raise Unsound(f"ask {place} isn't a table.")
    unknown = sorted(set(ask) - _ASK_KEYS)
    if unknown:
        raise Unsound(f"ask {place}: the key '{unknown[0]}' isn't known; there are: {', '.join(sorted(_ASK_KEYS))}.")
    statistic, of = _text(ask, "statistic"), _text(ask, "of")
    if statistic not in STATISTICS:
        raise Unsound(f"ask {place}: 'statistic' must be one of: {', '.join(STATISTICS)}.")
    if not of:
        raise Unsound(f"ask {place}: 'of' names no column.")
    for statistic_, key in (("ratio", "per"), ("independence", "with")):
        if statistic == statistic_ and not _text(ask, key):
            raise Unsound(f"ask {place}: a {statistic} needs '{key}', the other column.")
    at = ask.get("at", [0.5])
    at = at if isinstance(at, list) else [at]
    if not all(isinstance(p, int | float) and not isinstance(p, bool) and 0 < p < 1 for p in at):
        raise Unsound(f"ask {place}: 'at' holds shares between 0 and 1, such as [0.25, 0.5, 0.75].")
    value = ask.get("value")
    return Ask(
        statistic,
        of,
        name=_text(ask, "name"),
        per=_text(ask, "per"),
        value=None if value is None else str(value),
        at=tuple(float(p) for p in at),
        by=_text(ask, "by"),
        against=_text(ask, "with"),
    )


def _text(document: Mapping[str, Any], key: str) -> str:
    value = document.get(key, "")
    if not isinstance(value, str):
        raise Unsound(f"'{key}' must be text.")
    return value.strip()


def _list(document: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = document.get(key, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Unsound(f"'{key}' must be text or a list of texts.")
    return tuple(value)


def _number(document: Mapping[str, Any], key: str, default: float, *, low: float, high: float) -> float:
    value = document.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise Unsound(f"'{key}' must be a number from {low:g} to {high:g}.")
    return float(value)


def _totals(value: object) -> dict[str, dict[str, float]]:
    if not isinstance(value, dict) or not all(isinstance(margin, dict) and margin for margin in value.values()):
        raise Unsound("'totals' must hold a table of known totals per column, as [totals.sex].")
    for column, margin in value.items():
        for cell, number in margin.items():
            if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < float("inf"):
                raise Unsound(f"the known total of '{column}' = '{cell}' isn't a number greater than zero.")
    return {column: {cell: float(number) for cell, number in margin.items()} for column, margin in value.items()}


class BadCell(Unsound):
    """A cell of the answers can't be used; `row` counts from 0."""

    def __init__(self, row: int, sentence: str) -> None:
        super().__init__(sentence)
        self.row = row


def numbers(column: Sequence[str], name: str, missing: Sequence[str] = ("", "NA")) -> Floats:
    """A column as numbers, NaN where it is missing; a comma is taken for the point where there is no other.

    Raises:
        BadCell: a cell holds something else.
    """
    found = np.full(len(column), np.nan)
    gone = frozenset(missing)
    for row, cell in enumerate(column):
        if cell in gone:
            continue
        try:
            found[row] = float(cell if "." in cell else cell.replace(",", "."))
        except ValueError as error:
            raise BadCell(
                row, said("'%(cell)s' in the column '%(column)s' is no number.", cell=cell[:20], column=name)
            ) from error
        if not abs(found[row]) <= LARGEST:
            raise BadCell(
                row,
                said(
                    "'%(cell)s' in the column '%(column)s' is too large or no finite number.",
                    cell=cell[:20],
                    column=name,
                ),
            )
    return found


def _whole(column: Sequence[str], name: str, missing: Sequence[str]) -> Floats:
    found = numbers(column, name, missing)
    bad = np.flatnonzero(np.isnan(found) | (found <= 0))
    if len(bad):
        raise BadCell(
            int(bad[0]), said("the column '%(column)s' must hold a number greater than zero in every row.", column=name)
        )
    return found


def _filled(column: Sequence[str], name: str, missing: Sequence[str]) -> Sequence[str]:
    gone = frozenset(missing)
    for row, cell in enumerate(column):
        if cell in gone:
            raise BadCell(row, said("the column '%(column)s' of the design is empty here.", column=name))
    return column


def sample_of(plan: Plan, columns: Columns) -> Sample:
    """The sample: stages and weights from the columns, drawn to the known totals.

    Raises:
        Unsound: the design contradicts the answers (a `BadCell` where one row is to blame).
    """
    filled = {name: _filled(columns[name], name, plan.missing) for name in (*plan.strata, *plan.clusters, *plan.totals)}
    number = len(next(iter(columns.values())))
    if plan.kind is not Kind.PROBABILITY:
        # Nobody drew these people, so there are no stages: only weights, and no margin is told of them.
        each = np.arange(number)
        stages = [design.stage(np.zeros(number, dtype=np.int64), each, None)]
        weights = _whole(columns[plan.weight], plan.weight, plan.missing) if plan.weight else np.ones(number)
        return _drawn_to(plan, Sample(weights, tuple(stages)), filled)
    # The codes of a lower stage hold those above: household 1 of two villages is two households.
    above = [filled[name] for name in plan.strata]
    stages = []
    strata = design.codes(*above) if above else np.zeros(number, dtype=np.int64)
    for place in range(max(len(plan.clusters), 1)):
        if plan.clusters:
            above.append(filled[plan.clusters[place]])
            clusters = design.codes(*above)
        else:
            clusters = np.arange(number)
        size = (
            _whole(columns[plan.population[place]], plan.population[place], plan.missing) if plan.population else None
        )
        stages.append(design.stage(strata, clusters, size))
        strata = clusters
    weights = _whole(columns[plan.weight], plan.weight, plan.missing) if plan.weight else design.weights_of(stages)
    return _drawn_to(plan, Sample(weights, tuple(stages)), filled)


def _drawn_to(plan: Plan, sample: Sample, filled: Columns) -> Sample:
    margins = [design.margin(filled[name], totals, name=name) for name, totals in plan.totals.items()]
    return design.rake(sample, margins) if margins else sample


def answer(plan: Plan, sample: Sample, columns: Columns) -> Iterator[Figure]:
    """Each figure asked for, in order.

    A group with too few answers, and one more where a total would give it away, comes without its figure.

    Raises:
        Unsound: nobody answered, or a column of numbers holds something else.
    """
    for ask in plan.asks:
        everybody = np.ones(len(sample), dtype=bool)
        for part, measure, used in _parts(plan, sample, columns, ask):
            groups = _by(plan, columns, ask)
            counts = {group: int((used & rows).sum()) for group, rows in groups.items()}
            hidden = hidden_cells(counts, plan.smallest)
            for group, rows in groups.items() or [(None, everybody)]:
                count = int((used & rows).sum())
                few = group in hidden if group is not None else 0 < count < plan.smallest
                yield _told(plan, Figure(ask, group, part, count), few, partial(measure, rows))


def _by(plan: Plan, columns: Columns, ask: Ask) -> dict[str, Any]:
    if not ask.by:
        return {}
    values = np.asarray(columns[ask.by], dtype=str)
    names = [name for name in np.unique(values).tolist() if name not in plan.missing]
    if len(names) > MOST_GROUPS:
        raise Unsound(
            said(
                "'%(column)s' has %(count)s groups; it looks like a number, not a group.",
                column=ask.by,
                count=len(names),
            )
        )
    return {name: values == name for name in names}


def _told(plan: Plan, blank: Figure, few: bool, measure: Callable[[], Estimate | Independence]) -> Figure:
    if few:
        why = said(
            "fewer than %(smallest)s answers here, or it would give such a cell away by subtraction.",
            smallest=plan.smallest,
        )
        return replace(blank, suppressed=True, why=why)
    if blank.answers == 0:
        return replace(blank, why=said("nobody answered this here."))
    refused = why_no_margin(plan.kind)
    if refused and blank.ask.statistic == "independence":
        return replace(blank, why=refused)
    found = measure()
    if isinstance(found, Independence):
        return replace(blank, test=found)
    if refused:
        return replace(blank, estimate=found.value, why=refused)
    if blank.ask.statistic == "proportion" and found.value == 0:
        blank = replace(blank, why=said("no answer has this value."))
    se = found.se if np.isfinite(found.se) else None
    low, high = found.interval
    return replace(blank, estimate=found.value, se=se, low=low, high=high, deff=found.deff)


def _parts(plan: Plan, sample: Sample, columns: Columns, ask: Ask) -> Iterator[tuple[str | None, Any, Any]]:
    """For each part of an ask (a value, a quantile): its name, how to measure it over rows, and who answered."""
    sure = {"confidence": plan.confidence}
    texts = np.asarray(columns[ask.of], dtype=str)
    told = ~np.isin(texts, plan.missing)
    if ask.statistic == "independence":
        others = np.asarray(columns[ask.against], dtype=str)
        both = told & ~np.isin(others, plan.missing)
        first, second = design.codes(columns[ask.of]), design.codes(columns[ask.against])
        yield ask.against, lambda rows: estimates.independence(sample, first, second, both & rows), both
        return
    if ask.statistic == "proportion":
        values = [ask.value] if ask.value is not None else np.unique(texts[told]).tolist()
        if len(values) > MOST_GROUPS:
            raise Unsound(said("'%(column)s' has %(count)s values; ask for a mean.", column=ask.of, count=len(values)))
        for value in values:
            holds = np.where(told, (texts == value).astype(float), np.nan)
            yield value, lambda rows, holds=holds: estimates.proportion(sample, holds, rows, **sure), told
        return
    of = numbers(columns[ask.of], ask.of, plan.missing)
    answered = ~np.isnan(of)
    if ask.statistic == "quantile":
        for share in ask.at:
            yield f"{share:g}", lambda rows, share=share: estimates.quantile(sample, of, share, rows, **sure), answered
    elif ask.statistic == "ratio":
        per = numbers(columns[ask.per], ask.per, plan.missing)
        both = answered & ~np.isnan(per)
        yield ask.per, lambda rows: estimates.ratio(sample, of, per, rows, **sure), both
    else:
        measure = estimates.mean if ask.statistic == "mean" else estimates.total
        yield None, lambda rows: measure(sample, of, rows, **sure), answered
