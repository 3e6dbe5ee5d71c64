"""The proofreader: planted faults found, findings that stop a text judged by labels, and what a thousand words cost.

Four hundred faults of sixteen classes, 25 each, are planted with a fixed seed, one a text, in the half of the real
articles that nothing was tuned on (`benchmarks/material/faults.py`). A fault is found where a finding of its rule
touches its place. What stops a text in the 600 articles is held against labels made by reading
(`benchmarks/gold/proofread.jsonl`, guide in docs/develop/labels.md); a finding without a label counts as wrong.
"""

import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.material.articles import real_articles
from benchmarks.material.faults import PLANTERS, Fault, planted
from benchmarks.numbers import articles, data_folder, published_on
from kentongan.desks.newsroom.rules.proofread import STOP, Finding, proofread

GOLD = Path(__file__).parent / "gold" / "proofread.jsonl"
SEED, EACH, EACH_QUICK = 20260527, 25, 5
COVERAGE = "coverage/kabarakyatsumsel-2018-09-05.txt"


def run(*, quick: bool) -> Iterator[Figure]:
    """Quick: five faults a class and every third article for speed."""
    sown, hit = recall(each=EACH_QUICK if quick else EACH)
    for name in PLANTERS:
        yield Figure(f"recall, {name} ({sown[name]})", hit[name] / max(1, sown[name]), "share", target=">= .95")
    yield Figure(f"recall of planted faults ({sown.total()})", hit.total() / sown.total(), "share", target=">= .95")
    tally = judged()
    stops = tally["right"] + tally["wrong"]
    yield Figure(
        f"precision of findings that stop ({stops})", tally["right"] / max(1, stops), "share", target=">= .995"
    )
    labelled = tally["warns right"] + tally["warns wrong"]
    yield Figure(f"precision of labelled warnings ({labelled})", tally["warns right"] / max(1, labelled), "share")
    yield Figure("wrong weekdays told", float(tally["weekday wrong"]), "findings", target="<= 0")
    text = (data_folder() / COVERAGE).read_text("utf-8")
    found = Counter(one.rule for one in proofread(text))
    yield Figure(
        "repeated paragraphs of the four of 2018", float(found["repeated-paragraph"]), "findings", target=">= 4"
    )
    yield Figure("its right weekday marked", float(found["weekday-mismatch"]), "findings", target="<= 0")
    yield Figure("1,000 words", milliseconds(step=3 if quick else 1), "ms", target="<= 100")


def recall(*, each: int) -> tuple[Counter[str], Counter[str]]:
    """By class: how many faults were planted, and how many found."""
    sown, hit = Counter[str](), Counter[str]()
    for name, fault in planted(real_articles(half="measure"), each=each, seed=SEED):
        sown[name] += 1
        hit[name] += meets(fault, proofread(fault.text))
    return sown, hit


def meets(fault: Fault, findings: list[Finding]) -> bool:
    """Whether a finding of the fault's rule touches its place."""
    places = ((fault.start, fault.end), *fault.also)
    return any(
        one.rule == fault.rule and any(one.start < end and start < one.end for start, end in places) for one in findings
    )


def judged() -> Counter[str]:
    """Findings that stop a text in the 600 articles, against the labels."""
    labels = {}
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        labels[row["article"], row["rule"], row["start"], row["end"]] = row["right"]
    tally = Counter[str]()
    for key, row in articles().items():
        for one in proofread(row["text"], published=published_on(row)):
            right = labels.get((key, one.rule, one.start, one.end))
            if one.severity != STOP:
                if right is not None:
                    tally["warns right" if right else "warns wrong"] += 1
            else:
                tally["right" if right else "wrong"] += 1
                tally["weekday wrong"] += one.rule == "weekday-mismatch" and not right
    return tally


def milliseconds(*, step: int) -> float:
    """For a thousand words, over real articles joined to texts of that length; the best of three passes."""
    words, texts = 0, []
    for row in list(articles().values())[::step]:
        words += len(row["text"].split())
        texts.append(row["text"])
    joined = ["\n".join(texts[n : n + 3]) for n in range(0, len(texts), 3)]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for text in joined:
            proofread(text)
        best = min(best, time.perf_counter() - start)
    return best * 1e6 / words
