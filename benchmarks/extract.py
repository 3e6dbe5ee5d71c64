"""Extraction on nine real Indonesian pages with gold text: word F1, pages a second, beside readability and trafilatura.

Word F1 of a page: the words (`\\w+`, lowercase) of both texts as multisets; precision and recall of what they share.
The mean over pages is the figure. *Leave one outlet out*: the rules have five numbers and no selector; for each
outlet those are chosen that do best on the pages of all others, and the outlet's own pages are scored with them.
"""

import json
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import fields, replace

from benchmarks.figure import Figure, per_second
from benchmarks.material.articles import DATA
from kentongan.cli import BadInput
from kentongan.desks.monitoring.rules.extraction import extract
from kentongan.desks.monitoring.rules.extraction.body import USUAL, Weights


def run(*, quick: bool) -> Iterator[Figure]:
    """F1 left out, F1 as shipped, exact titles, days, then the speeds."""
    gold = _gold()
    pages = [(DATA / "pages" / entry["file"]).read_bytes() for entry in gold]
    anchors = {"readability-lxml": _readability, "trafilatura": _trafilatura}
    scored = {
        name: _mean(_f1(text(data.decode("utf-8", "replace")), e["text"]) for data, e in zip(pages, gold, strict=True))
        for name, text in anchors.items()
    }
    best = max(scored, key=lambda name: scored[name])
    left_out = _leaving_one_outlet_out(pages, gold)
    yield Figure("word F1, leave one outlet out", left_out, "F1", best, scored[best], ">= .97")
    shipped = [extract(data) for data in pages]
    f1 = _mean(_f1(page.text, entry["text"]) for page, entry in zip(shipped, gold, strict=True))
    for name, value in scored.items():
        yield Figure(f"word F1 as shipped, beside {name}", f1, "F1", name, value)
    titles = sum(page.title == entry["title"] for page, entry in zip(shipped, gold, strict=True))
    yield Figure("exact titles", titles / len(gold), "share")
    seconds = 3 if quick else 15
    ours = per_second(lambda: len([extract(data) for data in pages]), seconds=seconds)
    for name, text in anchors.items():
        theirs = per_second(lambda text=text: len([text(d.decode("utf-8", "replace")) for d in pages]), seconds=seconds)
        yield Figure("pages a second, one process", ours, "pages/s", name, theirs, ">= 300")


def _gold() -> list[dict[str, str]]:
    path = DATA / "pages" / "gold.json"
    if not path.is_file():
        raise BadInput(f"the gold pages aren't at {path.parent}; set KENTONGAN_DATA to the folder of the real data.")
    return json.loads(path.read_text(encoding="utf-8"))


def _choices() -> list[Weights]:
    """The shipped numbers and, one at a time, each of them a third lower and a third higher."""
    choices = [USUAL]
    for field in fields(Weights):
        value = getattr(USUAL, field.name)
        choices += [replace(USUAL, **{field.name: type(value)(value * factor)}) for factor in (2 / 3, 4 / 3)]
    return choices


def _leaving_one_outlet_out(pages: list[bytes], gold: list[dict[str, str]]) -> float:
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(gold):
        by_outlet[entry["file"].partition("-")[0]].append(number)
    choices = _choices()
    table = [
        [_f1(extract(data, weights=weights).text, entry["text"]) for data, entry in zip(pages, gold, strict=True)]
        for weights in choices
    ]
    scores = []
    for own in by_outlet.values():
        others = [number for number in range(len(gold)) if number not in own]
        chosen = max(table, key=lambda row: sum(row[number] for number in others))
        scores += [chosen[number] for number in own]
    return _mean(scores)


def _f1(found: str, gold: str) -> float:
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def _mean(values: Iterator[float] | list[float]) -> float:
    values = list(values)
    return round(sum(values) / len(values), 4)


def _trafilatura(text: str) -> str:
    import trafilatura

    return trafilatura.extract(text, include_comments=False) or ""


def _readability(text: str) -> str:
    import lxml.html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    return lxml.html.fromstring(Document(text).summary()).text_content()
