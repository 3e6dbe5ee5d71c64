"""Estimates with their uncertainty from a survey: `estimate DESIGN.toml ANSWERS.csv [--json]`."""

import argparse
import json
import tomllib

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_csv, read_text
from kentongan.desks.opinion.rules.design import Unsound
from kentongan.desks.opinion.rules.disclosure import missing_disclosure, why_no_margin
from kentongan.desks.opinion.rules.plan import BadCell, Figure, Plan, answer, read_plan, sample_of

TEMPLATE = """\
# How people came to be asked: probability, census, quota or opt-in. Only a probability sample has a margin of error.
kind = "probability"

# Columns of ANSWERS.csv. Leave out what your design hasn't.
weight = "weight"                  # or leave it out: 'population' of each stage then gives the weights
strata = "district"                # a column, or a list of columns
clusters = ["village"]             # one column per stage of selection, the first stage first
population = ["villages"]          # per stage: how many there are in the stratum (or a fraction of at most 1)
missing = ["", "NA"]
confidence = 0.95
smallest = 5                       # a group with fewer answers isn't shown

# Known totals: one table is post-stratification, several are raking. Both sum to the population.
[totals.sex]
L = 60300
P = 59700

[[ask]]
statistic = "mean"                 # mean, total, ratio, proportion, quantile or independence
of = "score"
by = "sex"                         # optional

[[ask]]
statistic = "proportion"
of = "heard"
value = "ya"                       # left out: every value

[[ask]]
statistic = "quantile"
of = "score"
at = [0.25, 0.5, 0.75]

# [[ask]] statistic = "ratio": of, per · statistic = "independence": of, with

# What a reader must know before he can judge (AAPOR); what is missing is listed beside the figures.
[disclosure]
sponsor = ""
conducted_by = ""
population = ""
selection = ""
mode = ""
dates = ""
wording = ""
weighting = ""
contact = ""

# ANSWERS.csv: a header and one line per person, for instance
# district,village,villages,weight,sex,score,heard
# Kencana,Sumberjati,24,120.5,P,3,ya
"""


def main(argv: list[str]) -> int:
    """Print each figure with its interval, or the reason why it has none."""
    parser = argparse.ArgumentParser(prog="kentongan estimate", description=__doc__)
    parser.add_argument("design", nargs="?", metavar="DESIGN.toml")
    parser.add_argument("answers", nargs="?", metavar="ANSWERS.csv")
    parser.add_argument("--template", action="store_true", help="a design to begin with")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(argv)
    if options.template:
        print(TEMPLATE, end="")
        return 0
    if not options.design or not options.answers:
        raise BadInput("a design and a file of answers are needed; --template shows a design.")
    plan = _plan(options.design)
    lines, columns = _columns(options.answers, plan)
    try:
        sample = sample_of(plan, columns)
        figures = list(answer(plan, sample, columns))
    except BadCell as error:
        raise BadInput(f"{options.answers}, line {lines[error.row]}: {error}") from error
    except Unsound as error:
        raise BadInput(f"{options.design} with {options.answers}: {error}") from error
    document = {
        "kind": str(plan.kind),
        "answers": len(sample),
        "weights_sum": float(sample.weights.sum()),
        "degrees_of_freedom": sample.degrees,
        "kish": sample.kish,
        "confidence": plan.confidence,
        "margin_of_error": why_no_margin(plan.kind) is None,
        "why_no_margin": why_no_margin(plan.kind),
        "estimates": [_row(figure) for figure in figures],
        "disclosure": {"told": dict(plan.disclosure), "missing": missing_disclosure(plan.disclosure)},
    }
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2, default=str))
    else:
        _print(plan, figures, document)
    return 0


def _plan(name: str) -> Plan:
    try:
        return read_plan(tomllib.loads(read_text(name)))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{name}: this isn't TOML: {error}.") from error
    except RecursionError as error:
        raise BadInput(f"{name}: this TOML is nested too deeply.") from error
    except Unsound as error:
        raise BadInput(f"{name}: {error}") from error


def _columns(name: str, plan: Plan) -> tuple[list[int], dict[str, list[str]]]:
    lines: list[int] = []
    columns: dict[str, list[str]] = {column: [] for column in plan.columns}
    for line, row in read_csv(name, required=plan.columns):
        if not any(row.values()):
            continue
        lines.append(line)
        for column, cells in columns.items():
            cells.append(row[column])
    if not lines:
        raise BadInput(f"{name}: there is no answer below the header.")
    return lines, columns


def _row(figure: Figure) -> dict[str, object]:
    ask, test = figure.ask, figure.test
    row: dict[str, object] = {
        "name": ask.name or None,
        "statistic": ask.statistic,
        "of": ask.of,
        "part": figure.part,
        "by": ask.by or None,
        "group": figure.group,
        "answers": None if figure.suppressed else figure.answers,
        "estimate": figure.estimate,
        "se": figure.se,
        "low": figure.low,
        "high": figure.high,
        "deff": figure.deff,
        "suppressed": figure.suppressed,
        "why": figure.why,
    }
    if ask.statistic == "independence":
        row |= {
            "f": test.f if test else None,
            "ndf": test.degrees[0] if test else None,
            "ddf": test.degrees[1] if test else None,
            "p": test.p if test else None,
        }
    return row


def _print(plan: Plan, figures: list[Figure], document: dict[str, object]) -> None:
    print(
        f"{plan.kind} sample · {document['answers']} answers · weights sum to {document['weights_sum']:,.6g} · "
        f"unequal weights multiply the variance by {document['kish']:.3f}"
    )
    print(
        document["why_no_margin"]
        or f"Intervals at {plan.confidence:.0%}, {document['degrees_of_freedom']} degrees of freedom."
    )
    print()
    labels = [_label(figure) for figure in figures]
    width = max([len(label) for label in labels] + [6])
    print(f"  {'':<{width}}  {'n':>6}  {'estimate':>14}  {'s.e.':>11}  {'from':>14}  {'to':>14}  {'deff':>6}")
    for label, figure in zip(labels, figures, strict=True):
        print(f"  {label:<{width}}  {_cells(figure)}".rstrip())
    for why in dict.fromkeys(figure.why for figure in figures if figure.suppressed):
        print(f"\n· {why}")
    missing = missing_disclosure(plan.disclosure)
    if missing:
        print(f"\n! Before publication tell also: {', '.join(missing)} ([disclosure]).")


def _label(figure: Figure) -> str:
    ask = figure.ask
    joint = {"ratio": "/", "proportion": " = ", "quantile": " at ", "independence": " x "}.get(ask.statistic, "")
    label = ask.name or f"{ask.statistic} {ask.of}"
    if figure.part is not None:
        label += f"{joint}{figure.part}"
    return label + (f", {ask.by} {figure.group}" if figure.group is not None else "")


def _cells(figure: Figure) -> str:
    if figure.suppressed:
        return f"{'·':>6}  {'not shown':>14}"
    if figure.test is not None:
        test = figure.test
        return (
            f"{figure.answers:>6}  F {test.f:.6g} on {test.degrees[0]:.4g} and {test.degrees[1]:.4g}, p = {test.p:.3g}"
        )
    if figure.estimate is None:
        return f"{figure.answers:>6}  {'–':>14}"
    cells = [f"{figure.answers:>6}", _shown(figure.estimate, 14), _shown(figure.se, 11)]
    cells += [_shown(figure.low, 14), _shown(figure.high, 14)]
    cells.append(f"{figure.deff:>6.2f}" if figure.deff is not None else f"{'–':>6}")
    return "  ".join(cells)


def _shown(value: float | None, width: int) -> str:
    return (
        f"{'–':>{width}}"
        if value is None
        else f"{value:>{width},.7g}"
        if abs(value) >= 1000
        else f"{value:>{width}.6g}"
    )
