"""Changes: of claims planted in real articles, how many are found with their kind, and how many findings are true.

Each article of the half that nothing was tuned on gets up to four changed claims of different kinds; its two halves
then change places and an outlet's words are set around, so that the changes must be found across a moved text. A claim
is found where a finding of its kind touches its place. The redressed articles say the same in another form (figures
in words, other dates, short names): every finding there is false.
"""

import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.material.articles import real_articles
from benchmarks.material.plants import KINDS, Plant, planted, redressed
from benchmarks.material.rungs import sentences
from kentongan.ground.language.rules.alignment import compare

LEAD = "KENCANA, KABAR – "
TAIL = " Ikuti berita terbaru kami di kanal WhatsApp dan Google News."


def run(*, quick: bool) -> Iterator[Figure]:
    """Recall and precision by kind and over all, findings in redressed articles, comparisons a second."""
    articles = real_articles(half="measure")[: 120 if quick else None]
    sown, hit, found, true = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    spent = 0.0
    for article in articles:
        text, plants = _moved(*planted(article.text, seed=article.url))
        start = time.perf_counter()
        changes = compare(article.text, text).changes
        spent += time.perf_counter() - start
        for plant in plants:
            sown[plant.kind] += 1
            hit[plant.kind] += any(_meets(plant, change.kind, change.where) for change in changes)
        for change in changes:
            found[change.kind] += 1
            true[change.kind] += any(_meets(plant, change.kind, change.where) for plant in plants)
    for kind in KINDS:
        yield Figure(f"recall, {kind} ({sown[kind]})", hit[kind] / max(1, sown[kind]), "share", target=">= .95")
        yield Figure(f"precision, {kind} ({found[kind]})", true[kind] / max(1, found[kind]), "share", target=">= .95")
    yield Figure("recall", hit.total() / sown.total(), "share", target=">= .95")
    yield Figure("precision", true.total() / found.total(), "share", target=">= .95")
    false = sum(len(compare(a.text, redressed(a.text, seed=a.url)).changes) for a in articles)
    yield Figure("false findings in a redressed article", false / len(articles), "findings")
    yield Figure("comparisons a second", len(articles) / spent, "pairs/s")


def _meets(plant: Plant, kind: str, where: tuple[int, int]) -> bool:
    return plant.kind == kind and where[0] <= plant.end and plant.start <= where[1]


def _moved(text: str, plants: list[Plant]) -> tuple[str, list[Plant]]:
    """The second half before the first, cut at a sentence that no plant and no open quotation runs over."""
    at, cuts = 0, []
    for part in sentences(text):
        at = text.index(part, at) + len(part)
        whole = text[:at].count('"') % 2 == 0 and not any(plant.start <= at <= plant.end for plant in plants)
        if whole and text[at : at + 1] == " ":
            cuts.append(at)
    if not cuts:
        return text, plants
    cut = min(cuts, key=lambda place: abs(place - len(text) // 2))
    second = text[cut + 1 :]
    moved = LEAD + second + " " + text[:cut] + TAIL
    shifted = []
    for plant in plants:
        shift = len(LEAD) - cut - 1 if plant.start > cut else len(LEAD) + len(second) + 1
        shifted.append(Plant(plant.kind, plant.was, plant.now, plant.start + shift, plant.end + shift))
    return moved, shifted
