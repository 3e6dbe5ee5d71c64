"""The satisfaction index (IKM) by PermenPANRB 14/2017, rounded once: `skm ANSWERS.csv [--population N] [--json]`."""

import argparse
import json
import re
from collections.abc import Mapping
from fractions import Fraction

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_csv
from kentongan.desks.opinion.rules import skm
from kentongan.desks.opinion.rules.disclosure import SMALLEST, hidden_cells
from kentongan.desks.opinion.rules.sample import required

ELEMENT = re.compile(r"[uU]\d{1,2}")

TEMPLATE = """\
unit,U1,U2,U3,U4,U5,U6,U7,U8,U9
Dukcapil,4,3,3,4,3,4,4,3,3
Dukcapil,3,3,2,4,3,3,4,,3
Puskesmas Kencana,4,4,3,4,4,4,4,4,4
"""


def main(argv: list[str]) -> int:
    """Print the index, its parts, and how many answers were needed and reached."""
    options = _parser().parse_args(argv)
    if options.template:
        print(TEMPLATE, end="")
        return 0
    if not options.answers:
        raise BadInput("a file of answers is needed; --template shows one.")
    elements, rows = _answers(options.answers)
    weights = _weights(options.weights, elements)
    try:
        whole = skm.satisfaction(rows, elements, weights)
    except skm.NoIndex as error:
        raise BadInput(f"{options.answers}: {error}") from error
    document = _document(whole, options.population, skm.FORM_ORDER if options.form_order else skm.ELEMENTS)
    document["by_unit"] = _by_unit(rows, elements, weights, options.smallest)
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print(document)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kentongan skm", description=__doc__)
    parser.add_argument("answers", nargs="?", metavar="ANSWERS.csv", help="columns U1 to U9, optionally 'unit'")
    parser.add_argument("--population", type=int, metavar="N", help="how many were served; for the sample needed")
    parser.add_argument("--weights", metavar="U1=0.2,U2=…", help="weights of the elements that sum to 1 (equal)")
    parser.add_argument("--form-order", action="store_true", help="U8 is the facilities, U9 the complaints")
    parser.add_argument("--smallest", type=int, default=SMALLEST, metavar="N", help="a unit with fewer isn't shown (5)")
    parser.add_argument("--template", action="store_true", help="what the file looks like")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


def _answers(name: str) -> tuple[list[str], list[dict[str, str]]]:
    rows: list[dict[str, str]] = []
    elements: list[str] = []
    for line, row in read_csv(name):
        if not elements:
            named = [column for column in row if ELEMENT.fullmatch(column)]
            elements = [column.upper() for column in named]
            if len(set(elements)) < len(elements):
                raise BadInput(f"{name}, line 1: an element stands in two columns.")
            if not elements:
                raise BadInput(f"{name}, line 1: there is no column U1, U2, …; found: {', '.join(row)}.")
        if line and any(row.values()):
            rows.append(
                {column.upper() if ELEMENT.fullmatch(column) else column.lower(): v for column, v in row.items()}
            )
    if not rows:
        raise BadInput(f"{name}: there is no answer below the header.")
    return sorted(elements, key=lambda element: int(element[1:])), rows


def _weights(text: str | None, elements: list[str]) -> Mapping[str, Fraction] | None:
    if not text:
        return None
    found: dict[str, Fraction] = {}
    for part in text.split(","):
        element, _, weight = part.partition("=")
        try:
            found[element.strip().upper()] = Fraction(weight.strip())
        except (ValueError, ZeroDivisionError) as error:
            raise BadInput(f"--weights: '{part}' isn't of the form U1=0.2.") from error
    return {element: found[element] for element in elements if element in found} | found


def _document(whole: skm.Satisfaction, population: int | None, names: Mapping[str, str]) -> dict[str, object]:
    document: dict[str, object] = {
        "ikm": float(whole.index),
        "ikm_text": f"{whole.index:.2f}",
        "grade": whole.band.grade,
        "meaning": whole.band.meaning,
        "respondents": whole.respondents,
        "unusable_answers": whole.unusable,
        "elements": [
            {
                "id": part.id,
                "name": names.get(part.id),
                "answered": part.answered,
                "sum": part.total,
                "mean": float(skm.rounded(part.mean, 4)),
                "weight": str(part.weight),
                "index": float(skm.rounded(part.mean * skm.FACTOR)),
            }
            for part in whole.elements
        ],
        "instrument": skm.SOURCE.instrument,
        "article": skm.SOURCE.article,
        "verified": skm.SOURCE.verified,
        "evidence": skm.SOURCE.evidence,
    }
    if population is not None:
        try:
            needed = required(population)
        except ValueError as error:
            raise BadInput(f"--population: {error}") from error
        document |= {
            "population": population,
            "required": needed,
            "reached": whole.respondents,
            "shortfall": max(needed - whole.respondents, 0),
        }
    return document


def _by_unit(
    rows: list[dict[str, str]], elements: list[str], weights: Mapping[str, Fraction] | None, smallest: int
) -> list[dict[str, object]]:
    units: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row.get("unit"):
            units.setdefault(row["unit"], []).append(row)
    hidden = hidden_cells({unit: len(answers) for unit, answers in units.items()}, smallest)
    table: list[dict[str, object]] = []
    for unit, answers in units.items():
        if unit in hidden:
            why = f"fewer than {smallest} answers, or it would give such a unit away by subtraction."
            table.append({"unit": unit, "ikm": None, "suppressed": True, "why": why})
            continue
        try:
            found = skm.satisfaction(answers, elements, weights)
        except skm.NoIndex as error:
            table.append({"unit": unit, "ikm": None, "suppressed": False, "why": str(error)})
            continue
        table.append(
            {
                "unit": unit,
                "ikm": float(found.index),
                "ikm_text": f"{found.index:.2f}",
                "grade": found.band.grade,
                "respondents": found.respondents,
                "suppressed": False,
                "why": None,
            }
        )
    return table


def _print(document: dict[str, object]) -> None:
    index = str(document["ikm_text"]).replace(".", ",")
    print(f"IKM {index} · {document['grade']} ({document['meaning']}) · {document['respondents']} responden\n")
    elements = document["elements"]
    assert isinstance(elements, list)
    width = max(len(part["name"] or "") for part in elements)
    print(f"  {'':<4} {'unsur':<{width}}  {'n':>5}  {'jumlah':>7}  {'NRR':>7}  {'x 25':>6}")
    for part in elements:
        mean, scaled = f"{part['mean']:.4f}".replace(".", ","), f"{part['index']:.2f}".replace(".", ",")
        name = part["name"] or ""
        print(f"  {part['id']:<4} {name:<{width}}  {part['answered']:>5}  {part['sum']:>7}  {mean:>7}  {scaled:>6}")
    if document["unusable_answers"]:
        print(f"\n! {document['unusable_answers']} answers outside 1 to 4 weren't counted (they are no zero).")
    if "required" in document:
        print(
            f"\nSample (Krejcie and Morgan): population {document['population']}, needed {document['required']}, "
            f"reached {document['reached']}, short by {document['shortfall']}"
        )
    units = document["by_unit"]
    assert isinstance(units, list)
    if units:
        print()
        wide = max(len(unit["unit"]) for unit in units)
        for unit in units:
            told = (
                f"{unit['ikm_text']} {unit['grade']} ({unit['respondents']})".replace(".", ",") if unit["ikm"] else ""
            )
            print(f"  {unit['unit']:<{wide}}  {told or 'not shown: ' + unit['why']}")
    print(f"\n{skm.SOURCE.cite} · {skm.SOURCE.standing}")
