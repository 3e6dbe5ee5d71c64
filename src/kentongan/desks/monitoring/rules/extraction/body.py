"""Which lines of a page are the article: own rules, from what prose and links weigh and from what blocks are called."""

import re
from dataclasses import dataclass, field

from kentongan.desks.monitoring.rules.extraction import phrases
from kentongan.desks.monitoring.rules.extraction.lines import Block, Line
from kentongan.desks.monitoring.rules.extraction.names import BESIDE, TALK, TEXT, words

# The longest summary of another article met beside one is 260 letters; so many alike make a list.
TEASER = 320
ALIKE = 3
TEASERS = 8
# Comments are left out when this much prose stands elsewhere; else the names deceive (`class="post comments-open"`).
SOME = 150

_SIGN_OFF = re.compile(r"[(\[*]\s*[\w./&, -]{2,40}\s*[)\]*]\W?")
_NUMBERS = re.compile(r"[0-9a-f]*\d[0-9a-f]*")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]{0,2}(?:\s|$)|[,;:]\s")
_ENDS = re.compile(r"[.!?…][\"”’')\]]{0,2}$")
_NEVER_BESIDE = words("html body main article")


@dataclass(frozen=True)
class Weights:
    """The few numbers of the choice; `benchmarks/extract.py` varies each of them, leaving one outlet out at a time."""

    # A line is prose from this many words on (boilerpipe: 15 in English text; Indonesian leads of 9 words occur).
    prose_words: int = 9
    # A line with more of its letters in links is a list of links.
    linked: float = 0.4
    # A block that is named as standing beside the article is believed unless it holds this share of all prose.
    beside_share: float = 0.4
    # How much a block counts that calls itself the article's text.
    named_text: float = 1.15
    # The share of prose that must lie before a "Berita terkait" for the rest to be cut off.
    end_after: float = 0.5


USUAL = Weights()


@dataclass
class Body:
    """The chosen lines as paragraphs, and what speaks for and against the choice."""

    paragraphs: list[str] = field(default_factory=list)
    prose: int = 0  # letters of prose kept
    prose_all: int = 0  # letters of prose anywhere on the page, talk and lists of other articles left out
    purity: float = 0.0  # share of the chosen block's letters that were kept
    named: bool = False  # the chosen block, or one around it, calls itself the text
    bylines: list[str] = field(default_factory=list)
    block: int = -1


def choose(blocks: list[Block], lines: list[Line], *, title: str, lead: str, weights: Weights = USUAL) -> Body:
    """The article among a page's lines.

    A block is an answer to "which letters are the article": its F1 against all prose of the page is what it is judged
    by, so neither a single paragraph (it misses prose) nor the whole page (it carries links) wins. `lead` is the
    page's own description: where it opens a line of prose, that line's blocks are preferred.
    """
    body = Body()
    prose = [_prose(line, weights) for line in lines]
    outside = _standing_beside(blocks, lines, prose, weights)
    _leave_teasers_out(blocks, lines, prose, outside)
    mass, size = [0.0] * len(blocks), [0.0] * len(blocks)
    for line, letters in zip(lines, prose, strict=True):
        if outside[line.block] != TALK:
            size[line.block] += len(line.text)
        if not outside[line.block]:
            mass[line.block] += letters
    for number in range(len(blocks) - 1, 0, -1):  # children come after their parents
        if size[number]:
            parent = blocks[number].parent
            mass[parent] += mass[number]
            size[parent] += size[number]
    if not blocks or not mass[0]:
        return body
    body.block = _best(blocks, mass, size, _marked(blocks, lines, lead), weights)
    body.block = _one_of_several(body.block, blocks, lines, mass, _key(title))
    body.prose_all = sum(
        letters
        for line, letters in zip(lines, prose, strict=True)
        if letters and outside[line.block] not in (TALK, TEASERS)
    )
    body.named = _calls_itself_text(blocks, body.block)
    _keep(body, blocks, lines, prose, outside, title=title, weights=weights)
    body.purity = sum(map(len, body.paragraphs)) / max(1.0, size[body.block])
    return body


def _prose(line: Line, weights: Weights) -> int:
    """The line's letters, if it reads as sentences and isn't mostly link or a thing the page says of itself; else 0."""
    text = line.text
    if len(text) < 40 or line.linked > weights.linked * len(text) or text.count(" ") + 1 < weights.prose_words:
        return 0
    if not _SENTENCE.search(text) or phrases.POINTER.match(text) or phrases.calls(text):
        return 0
    if len(text) < 160 and (phrases.INFO.match(text) or (not _ENDS.search(text) and phrases.signs(text))):
        return 0
    return len(text)


def _standing_beside(blocks: list[Block], lines: list[Line], prose: list[int], weights: Weights) -> list[int]:
    """For each block 0, BESIDE or TALK: by its own name (and that of its like) or by that of a block around it."""
    held = [0] * len(blocks)
    for line, letters in zip(lines, prose, strict=True):
        held[line.block] += letters
    for number in range(len(blocks) - 1, 0, -1):
        if held[number]:
            held[blocks[number].parent] += held[number]
    bulk = weights.beside_share * (held[0] if blocks else 0)
    deceiving = {kind for kind, letters in _held_by_name(blocks, held).items() if letters >= max(bulk, 1)}
    outside = [0] * len(blocks)
    for number, block in enumerate(blocks):
        above = outside[block.parent] if block.parent >= 0 else 0
        own = 0
        if not above and (block.named or block.beside) and block.tag not in _NEVER_BESIDE:
            if block.named & TALK and held[0] - held[number] >= SOME:
                own = TALK
            elif (block.beside or block.named & BESIDE) and held[number] < max(bulk, 1):
                own = 0 if deceiving and _kind(block) in deceiving else BESIDE
        outside[number] = above or own
    return outside


def _held_by_name(blocks: list[Block], held: list[int]) -> dict[str, int]:
    """What all blocks of one name hold together: articles are cut into parts each called "widget" or "ad-wrapper".

    Blocks no longer than a summary don't count: a list of other articles isn't cut, it repeats.
    """
    by_name: dict[str, int] = {}
    for number, block in enumerate(blocks):
        if held[number] > TEASER and block.named & BESIDE:
            kind = _kind(block)
            if block.parent < 0 or _kind(blocks[block.parent]) != kind:
                by_name[kind] = by_name.get(kind, 0) + held[number]
    return by_name


def _kind(block: Block) -> str:
    """The block's names without the numbers that tell it from its like."""
    return _NUMBERS.sub("", block.name)


def _leave_teasers_out(blocks: list[Block], lines: list[Line], prose: list[int], outside: list[int]) -> None:
    """Mark blocks that are a linked title and then one short prose, where a page has several of the same kind.

    Lists of other articles read as prose; what gives them away is that their form repeats. Inside an article a linked
    title ("Baca juga") stands between paragraphs of one block, so no small block holds exactly one of each.
    """
    titles, proses, count = [0] * len(blocks), [0] * len(blocks), [0] * len(blocks)
    for line, letters in zip(lines, prose, strict=True):
        count[line.block] += 1
        if letters:
            # A long paragraph is no teaser: count it as two.
            proses[line.block] += 1 if letters <= TEASER else 2
        elif line.linked >= 25 and line.linked >= 0.8 * len(line.text):
            titles[line.block] += 1
    for number in range(len(blocks) - 1, 0, -1):
        if count[number]:
            parent = blocks[number].parent
            count[parent] += count[number]
            proses[parent] += proses[number]
            titles[parent] += titles[number]
    teasers = {n for n in range(1, len(blocks)) if proses[n] == 1 and 1 <= titles[n] <= 6 and count[n] <= 12}
    kinds: dict[tuple[str, int], list[int]] = {}
    for number in teasers:
        if blocks[number].parent not in teasers:
            kinds.setdefault((blocks[number].tag, blocks[number].depth), []).append(number)
    several = [number for alike in kinds.values() if len(alike) >= ALIKE for number in alike]
    for number in several:
        outside[number] = outside[number] or TEASERS
    if several:
        for number in range(1, len(blocks)):
            outside[number] = outside[number] or outside[blocks[number].parent]


def _marked(blocks: list[Block], lines: list[Line], lead: str) -> set[int]:
    """The blocks around the line that the page's description opens."""
    key = _key(lead)[:60]
    if len(key) < 30:
        return set()
    for line in lines:
        if len(line.text) >= 80 and key in _key(line.text[:400]):
            around, number = set(), line.block
            while number >= 0:
                around.add(number)
                number = blocks[number].parent
            return around
    return set()


def _best(blocks: list[Block], mass: list[float], size: list[float], marked: set[int], weights: Weights) -> int:
    best, best_score = 0, -1.0
    for number, block in enumerate(blocks):
        if not mass[number]:
            continue
        score = 2 * mass[number] / (size[number] + mass[0])
        if block.named & TEXT and block.tag != "body":
            score *= weights.named_text
        if number in marked:
            score *= weights.named_text
        if score >= best_score:  # of two equal ones the inner
            best, best_score = number, score
    return best


def _one_of_several(best: int, blocks: list[Block], lines: list[Line], mass: list[float], title: str) -> int:
    """The block itself, or where it holds several whole articles (endless scrolling) the one under the page's title."""
    least = 0.15 * mass[best]
    articles = [n for n, block in enumerate(blocks) if block.tag == "article" and mass[n] > least]
    if len(articles) < 2:
        return best
    articles = [number for number in articles if _is_inside(blocks, number, best)]
    outer = [number for number in articles if not any(_is_inside(blocks, number, other) for other in articles)]
    if len(outer) < 2 or sum(mass[number] for number in outer) < 0.7 * mass[best]:
        return best
    for line in lines:
        if title and _key(line.text[:400]) == title:
            for number in outer:
                if number == line.block or _is_inside(blocks, line.block, number):
                    return number
    return outer[0]


def _is_inside(blocks: list[Block], number: int, other: int) -> bool:
    """Whether a block lies in another, not being it."""
    number = blocks[number].parent
    while number > other:  # parents come before their children
        number = blocks[number].parent
    return number == other


def _calls_itself_text(blocks: list[Block], number: int) -> bool:
    while number >= 0:
        if blocks[number].named & TEXT or blocks[number].tag == "article":
            return True
        number = blocks[number].parent
    return False


def _keep(
    body: Body,
    blocks: list[Block],
    lines: list[Line],
    prose: list[int],
    outside: list[int],
    *,
    title: str,
    weights: Weights,
) -> None:
    """Fill `body` with the chosen block's lines, from the first prose to the last, without what isn't the text."""
    inside = _inside(blocks, body.block)
    chosen = [number for number, line in enumerate(lines) if inside[line.block] and not outside[line.block]]
    told = [number for number in chosen if prose[number]]
    if not told:
        return
    total = sum(prose[number] for number in told)
    seen, title_key = 0, _key(title)
    texts: list[tuple[str, bool]] = []
    for number in chosen:
        line = lines[number]
        if phrases.END.match(line.text) and seen >= weights.end_after * total and line.linked < len(line.text):
            break
        if not prose[number] and len(line.text) < 200 and phrases.signs(line.text):
            body.bylines.append(line.text)
            continue
        if not _belongs(line, blocks[line.block], prose[number], title_key, weights):
            continue
        seen += prose[number]
        body.prose += prose[number]
        text = phrases.POINTER_INSIDE.sub("", line.text) if "(" in line.text or "[" in line.text else line.text
        if text.strip():
            texts.append((text.strip(), bool(prose[number])))
    body.paragraphs = _trimmed(texts)


def _belongs(line: Line, block: Block, prose: int, title_key: str, weights: Weights) -> bool:
    """Whether a line inside the article's block is the article's."""
    text = line.text
    if phrases.POINTER.match(text) and (len(text) < 200 or line.linked > 0.3 * len(text)):
        return False
    if len(text) < (120 if prose else 400) and phrases.FURNITURE.match(text):
        return False
    if phrases.CAPTION.match(text) or phrases.ONLY_DATE.match(text) or phrases.INFO.match(text):
        return False
    if prose:
        return True
    if phrases.calls(text):
        return False
    if line.linked > max(weights.linked, 0.6) * len(text):
        return False
    if title_key and _key(text) == title_key:
        return False
    return block.tag != "h1" and any(map(str.isalnum, text))


def _trimmed(texts: list[tuple[str, bool]]) -> list[str]:
    """Without short lines before the first prose (kickers, places of ads) and the heading nothing follows."""
    first = next((number for number, (_, prose) in enumerate(texts) if prose), 0)
    last = max((number for number, (_, prose) in enumerate(texts) if prose), default=len(texts) - 1)
    after = [text for text, _ in texts[last + 1 :]]
    # After the last prose a short closing sentence or a sign-off "(abc/def)" may follow, a list of things may not.
    kept = []
    for text in after[:2]:
        if not _SENTENCE.search(text) or _SIGN_OFF.fullmatch(text):
            break
        kept.append(text)
    kept += [text for text in after[len(kept) : len(kept) + 5] if _SIGN_OFF.fullmatch(text)][:1]
    return [text for text, _ in texts[first : last + 1]] + kept


def _inside(blocks: list[Block], root: int) -> list[bool]:
    inside = [False] * len(blocks)
    for number, block in enumerate(blocks):
        inside[number] = number == root or (block.parent >= 0 and inside[block.parent])
    return inside


def _key(text: str) -> str:
    """Letters and digits only, lowercase: how two prints of one line are compared."""
    return "".join(_WORD.findall(text.casefold()))
