"""The proofreader: planted faults found, findings judged by labels, and what a thousand words cost.

Faults of sixteen classes, 25 each, are planted with a fixed seed, one a text (`benchmarks/material/planted.py`), by
somebody who hadn't read the rules. What stops a text in the 600 articles is held against labels of two readers
(`benchmarks/gold/proofread*.jsonl`, guide in docs/develop/labels.md); a finding that stops and has no label is wrong.
"""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.material.articles import real_articles
from benchmarks.material.planted import PER_CLASS, Fault, Part, planted
from benchmarks.numbers import articles, data_folder, published_on
from kentongan.desks.newsroom.rules.proofread import STOP, proofread

GOLD = Path(__file__).parent / "gold"
# The second reader, who hadn't seen the rules, has the last word.
READERS = ("proofread.jsonl", "proofread-independent.jsonl")
SEED, EACH_QUICK = 2026, 5
HALF = {"tune": "develop", "test": "measure", "held": "measure"}
COVERAGE = "coverage/kabarakyatsumsel-2018-09-05.txt"


def run(*, quick: bool) -> Iterator[Figure]:
    """Quick: five faults a class and every third article for speed."""
    each = EACH_QUICK if quick else PER_CLASS
    for part in ("test", "tune"):
        sown, hit = recall(part, each=each)
        for name in sown if part == "test" else ():
            yield Figure(f"recall, {name} ({sown[name]})", hit[name] / sown[name], "share", target=">= .95")
        share = hit.total() / sown.total()
        yield Figure(f"recall of faults read while mending, {part} ({sown.total()})", share, "share", target=">= .95")
    sown, hit = recall("held", each=PER_CLASS, unread=True)
    share = hit.total() / sown.total()
    yield Figure(f"recall of faults made in ways never read ({sown.total()})", share, "share", target=">= .95")
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


def recall(part: Part, *, each: int, unread: bool = False) -> tuple[Counter[str], Counter[str]]:
    """By class: how many faults were planted, and how many found; `unread` leaves out the ways of `held` that were."""
    sown, hit = Counter[str](), Counter[str]()
    for fault in planted(SEED, real_articles(half=HALF[part]), part=part):
        if sown[fault.cls] < each and not (unread and was_read(fault)):
            found = proofread(fault.text, published=fault.published)
            sown[fault.cls] += 1
            hit[fault.cls] += fault.found((one.rule, one.start, one.end) for one in found)
    return sown, hit


def was_read(fault: Fault) -> bool:
    """Whether the way of a fault of `held` belongs to the half whose misses were read after the first count."""
    return hashlib.sha256((fault.cls + fault.way).encode()).digest()[0] % 2 == 0


def judged() -> Counter[str]:
    """Findings that stop a text in the 600 articles, against the labels."""
    labels = {}
    for line in (line for name in READERS for line in (GOLD / name).read_text("utf-8").splitlines()):
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
