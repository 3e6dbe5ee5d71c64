"""Where our own rules are unsure, two other extractors are asked, and the text that most agree on is taken."""

import logging
import re
from collections import Counter

# The others' work isn't bounded by the page's length: a nested bomb costs them minutes. Beyond these sizes (the largest
# of the real pages at hand: 290 kB, 3,900 tags) our own answer stands with its low confidence.
LARGEST = 1_500_000
MOST_TAGS = 20_000
# An opening before a wall has 60 to 130 words; a page that shows more shows what it has.
FEW = 150

_SENTENCE_END = re.compile(r"[.!?…][\"”’')]{0,2}$")


def agreement(one: str, other: str) -> float:
    """F1 of the words of two texts, counted as often as they occur."""
    ours, theirs = _counted(one), _counted(other)
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def holds_more(declared: list[str], own: list[str]) -> bool:
    """Whether the page's own data is the same article and longer by half: pages behind a wall show its opening only."""
    if not declared or not own:
        return False
    theirs, ours = _counted("\n".join(declared)), _counted("\n".join(own))
    if not FEW > ours.total() > 0 or theirs.total() < 1.5 * ours.total() or not reads(declared):
        return False
    return (ours & theirs).total() >= 0.75 * ours.total()


def ask(text: str, own: list[str], declared: str) -> tuple[list[str], str] | None:
    """The paragraphs that agree best with the other answers, and whose they are; None where our own do.

    `declared` is the page's JSON-LD body, one more voice.
    """
    answers = {"own rules": own, "the page's own data": plain(declared)}
    if len(text) <= LARGEST and text.count("<") <= MOST_TAGS:
        answers |= {"trafilatura": _trafilatura(text), "readability": _readability(text)}
    said = {name: "\n".join(paragraphs) for name, paragraphs in answers.items() if reads(paragraphs)}
    if not said:
        return None
    support = {
        name: sum(agreement(mine, other) for whose, other in said.items() if whose != name)
        for name, mine in said.items()
    }
    best = max(said, key=lambda name: (round(support[name], 3), name == "own rules", len(said[name])))
    return None if best == "own rules" else (answers[best], best)


def reads(paragraphs: list[str]) -> bool:
    """Whether it is text and not a list of links: sentences of at least a line's length."""
    return any(len(paragraph) >= 60 and _SENTENCE_END.search(paragraph) for paragraph in paragraphs)


def plain(text: str) -> list[str]:
    """A body's paragraphs; markup that a system left in it is dropped."""
    text = re.sub(r"<(?:br|/p|/div)[^<>]{0,100}>", "\n", text)
    text = re.sub(r"<[^<>]{0,500}>", "", text)
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _trafilatura(text: str) -> list[str]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints of a broken page aren't ours

    try:
        return plain(trafilatura.extract(text, include_comments=False, include_tables=False) or "")
    except Exception:  # noqa: BLE001 - a third party's fault on a broken page is an abstention
        return []


def _readability(text: str) -> list[str]:
    import lxml.html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)

    try:
        tree = lxml.html.fromstring(Document(text).summary())
        blocks = tree.xpath("//p | //li | //h2 | //h3")
        return [" ".join(block.text_content().split()) for block in blocks if block.text_content().strip()]
    except Exception:  # noqa: BLE001 - as above
        return []
