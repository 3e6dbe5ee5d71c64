"""Word by word, where one text stands in another, whatever was moved, cut or printed twice.

Runs of three words that both texts hold are laid out as a grid (place in ours, place in theirs); runs on one diagonal
join to tiles, tiles that follow each other in both texts chain to blocks, and the gaps inside a block are filled by the
longest common subsequence. A plain difference (as `diff` makes it) knows one order only and would call a moved
paragraph cut here and added there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from kentongan.ground.language.rules.reuse import WIDTH, spread
from kentongan.ground.language.rules.reuse_words import Numbers, Places, shingles

# A run that stands p times here and q times there makes p × q seeds; above this it is a refrain and seeds nothing.
# Eight paragraphs printed twice each are far below; ten million times one word is above.
MOST_SEEDS_OF_A_RUN = 64
# Words that may be skipped on either side inside one block: two long sentences, so that a cut sentence doesn't end it.
WIDEST_GAP = 60
# Runs that follow each other may share a phrase's end; a paragraph printed twice is a passage of its own.
MOST_OVERLAP, MOST_REPEATED = 6, 2
# A run is a stray beside one so many times as long over the same words.
FAR_LONGER = 4
# A predecessor is looked for among so many tiles before; keeps chaining linear.
LOOK_BACK = 48
# Price of a skip, in matched words: of a shift (words lost or added), and of each word changed on both sides.
SHIFT_PRICE, MOST_SHIFT_PRICE, CHANGE_PRICE = 0.15, 4.0, 0.05
# Fewer matched words than this are a name or a formula, not a passage.
FEWEST_WORDS = 8
# In a gap between tiles stray words ("yang", "di") match in any two texts: up to this length they may, beyond it so
# large a part must at least.
SHORT_GAP, FILLED_SHARE = 8, 0.3
# Beyond its first and last run a block is stretched by so many words at most, while matches outweigh skips.
STRETCH, SKIP_PRICE = 24, 0.25


@dataclass(frozen=True)
class Tile:
    """`length` words in a row that are the same: from `ours` in our text, from `theirs` in the other."""

    ours: int
    theirs: int
    length: int


@dataclass(frozen=True)
class Block:
    """One passage: which word of ours stands as which word of theirs, both rising."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]

    @property
    def our_span(self) -> tuple[int, int]:
        """Half open, in words."""
        return self.ours[0], self.ours[-1] + 1

    @property
    def their_span(self) -> tuple[int, int]:
        """Half open, in words."""
        return self.theirs[0], self.theirs[-1] + 1


def blocks(ours: Numbers, theirs: Numbers) -> list[Block]:
    """Every passage, in the order of the other text; each word of theirs in one block at most."""
    tiles = _tiles(ours, theirs)
    if not tiles:
        return []
    a, b = _interned(ours, theirs)
    taken = np.zeros(len(theirs), dtype=np.bool_)
    found = []
    for chain in _chains(tiles):
        for part in _free(chain, taken):
            block = _filled(part, a, b)
            if len(block.ours) < FEWEST_WORDS:
                continue
            _take(block, taken)
            found.append(block)
    # Only now, so that no stray word is taken from a passage that begins there.
    for n, block in enumerate(found):
        found[n] = _stretched(block, a, b, taken)
        _take(found[n], taken)
    return sorted(found, key=lambda block: block.theirs[0])


def _interned(ours: Numbers, theirs: Numbers) -> tuple[list[int], list[int]]:
    """Small equal numbers for equal words, as lists: what the subsequence wants."""
    _, small = np.unique(np.concatenate((ours, theirs)), return_inverse=True)
    return small[: len(ours)].tolist(), small[len(ours) :].tolist()


def _tiles(ours: Numbers, theirs: Numbers) -> list[Tile]:
    """Maximal equal runs of at least `WIDTH` words, in the order of the other text."""
    a, b = shingles(ours, WIDTH), shingles(theirs, WIDTH)
    if not len(a) or not len(b):
        return []
    order = np.argsort(a, kind="stable")
    ordered = a[order]
    left, right = np.searchsorted(ordered, b, "left"), np.searchsorted(ordered, b, "right")
    times = right - left
    _, where, often = np.unique(b, return_inverse=True, return_counts=True)
    times = np.where(times * often[where] > MOST_SEEDS_OF_A_RUN, 0, times)
    there = np.repeat(np.arange(len(b), dtype=np.int64), times)
    here = order[spread(left, times)]
    return _without_strays(_along_diagonals(here, there), len(theirs))


def _along_diagonals(here: Places, there: Places) -> list[Tile]:
    if not len(here):
        return []
    diagonal = there - here
    order = np.lexsort((here, diagonal))
    here, there, diagonal = here[order], there[order], diagonal[order]
    breaks = np.flatnonzero((diagonal[1:] != diagonal[:-1]) | (here[1:] != here[:-1] + 1)) + 1
    starts = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((starts, [len(here)]))) + WIDTH - 1
    tiles = map(Tile, here[starts].tolist(), there[starts].tolist(), lengths.tolist())
    return sorted(tiles, key=lambda tile: (tile.theirs, tile.ours))


def _without_strays(tiles: list[Tile], words: int) -> list[Tile]:
    """Without short tiles whose every word lies in a far longer one: a phrase that also stands elsewhere in ours."""
    longest = np.zeros(words, dtype=np.int64)
    for tile in sorted((tile for tile in tiles if tile.length >= WIDTH * FAR_LONGER), key=lambda tile: tile.length):
        longest[tile.theirs : tile.theirs + tile.length] = tile.length
    return [tile for tile in tiles if longest[tile.theirs : tile.theirs + tile.length].min() < FAR_LONGER * tile.length]


def _chains(tiles: list[Tile]) -> list[list[Tile]]:
    """Best chains first; each tile in one chain (scores as in minimap2, Li 2018, with our prices)."""
    scores, before = [0.0] * len(tiles), [-1] * len(tiles)
    for n, tile in enumerate(tiles):
        best, best_at = float(tile.length), -1
        for m in range(n - 1, max(-1, n - 1 - LOOK_BACK), -1):
            gain = _gain(tiles[m], tile)
            if gain is not None and scores[m] + gain > best:
                best, best_at = scores[m] + gain, m
        scores[n], before[n] = best, best_at
    used = [False] * len(tiles)
    chains = []
    for n in sorted(range(len(tiles)), key=lambda n: (-scores[n], n)):
        chain = []
        at = n
        while at >= 0 and not used[at]:
            used[at] = True
            chain.append(tiles[at])
            at = before[at]
        if chain:
            chains.append(chain[::-1])
    chains.sort(key=lambda chain: -sum(tile.length for tile in chain))
    return chains


def _gain(first: Tile, second: Tile) -> float | None:
    """What the second tile adds behind the first, None where it can't follow."""
    here = second.ours - first.ours - first.length
    there = second.theirs - first.theirs - first.length
    if second.ours <= first.ours or second.theirs <= first.theirs or max(here, there) > WIDEST_GAP:
        return None
    overlap = max(0, -here, -there)
    if overlap >= min(second.length, MOST_OVERLAP) or -here > MOST_REPEATED:
        return None
    shift = min(abs(here - there) * SHIFT_PRICE, MOST_SHIFT_PRICE)
    return second.length - overlap - shift - max(0, min(here, there)) * CHANGE_PRICE


def _free(chain: list[Tile], taken: NDArray[np.bool_]) -> list[list[Tile]]:
    """The chain without words of theirs that a better chain holds, cut where one lies between."""
    parts: list[list[Tile]] = [[]]
    for tile in chain:
        free = np.flatnonzero(~taken[tile.theirs : tile.theirs + tile.length])
        if not len(free):
            continue
        low, high = int(free[0]), int(free[-1]) + 1
        rest = Tile(tile.ours + low, tile.theirs + low, high - low)
        last = parts[-1][-1] if parts[-1] else None
        if last is not None and taken[last.theirs + last.length : rest.theirs].any():
            parts.append([])
        parts[-1].append(rest)
    return [part for part in parts if part]


def _take(block: Block, taken: NDArray[np.bool_]) -> None:
    """Mark the block's words and its short gaps; in a long gap a moved passage may stand."""
    places = np.asarray(block.theirs)
    taken[places] = True
    for n in np.flatnonzero(np.diff(places) - 1 <= SHORT_GAP).tolist():
        taken[places[n] : places[n + 1]] = True


def _filled(chain: list[Tile], a: list[int], b: list[int]) -> Block:
    """The pairs of the tiles and, between them, those of the longest common subsequence."""
    ours: list[int] = []
    theirs: list[int] = []
    for tile in chain:
        skip = max(0, ours[-1] + 1 - tile.ours, theirs[-1] + 1 - tile.theirs) if ours else 0
        if skip >= tile.length:
            continue
        start, there = tile.ours + skip, tile.theirs + skip
        if ours:
            _fill(ours, theirs, (a, b), (start, there))
        ours.extend(range(start, tile.ours + tile.length))
        theirs.extend(range(there, tile.theirs + tile.length))
    return Block(tuple(ours), tuple(theirs))


def _fill(ours: list[int], theirs: list[int], words: tuple[list[int], list[int]], ends: tuple[int, int]) -> None:
    (a, b), (a_end, b_end) = words, ends
    a_start, b_start = ours[-1] + 1, theirs[-1] + 1
    smaller = min(a_end - a_start, b_end - b_start)
    if smaller <= 0:
        return
    pairs = _common(a[a_start:a_end], b[b_start:b_end])
    if smaller > SHORT_GAP and len(pairs) < smaller * FILLED_SHARE:
        return
    ours.extend(a_start + here for here, _ in pairs)
    theirs.extend(b_start + there for _, there in pairs)


def _common(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for code in LCSseq.opcodes(a, b):
        if code.tag == "equal":
            found.extend(zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True))
    return found


def _stretched(block: Block, a: list[int], b: list[int], taken: NDArray[np.bool_]) -> Block:
    """Single words beyond both ends that still match, as where a figure was changed at the head of a sentence."""
    here, there = block.ours[0], block.theirs[0]
    low = there
    while low > max(0, there - STRETCH) and not taken[low - 1]:
        low -= 1
    lead = _outward(_common(a[max(0, here - STRETCH) : here][::-1], b[low:there][::-1]))
    end, there_end = block.ours[-1] + 1, block.theirs[-1] + 1
    high = there_end
    while high < min(len(b), there_end + STRETCH) and not taken[high]:
        high += 1
    tail = _outward(_common(a[end : end + STRETCH], b[there_end:high]))
    return Block(
        (*(here - 1 - x for x, _ in reversed(lead)), *block.ours, *(end + x for x, _ in tail)),
        (*(there - 1 - y for _, y in reversed(lead)), *block.theirs, *(there_end + y for _, y in tail)),
    )


def _outward(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first so many pairs at which matches outweigh skips the most."""
    best, best_at, score, last = 0.0, 0, 0.0, (-1, -1)
    for count, pair in enumerate(pairs, start=1):
        skipped = max(pair[0] - last[0], pair[1] - last[1]) - 1
        score += 1 - SKIP_PRICE * skipped
        last = pair
        if score > best:
            best, best_at = score, count
    return pairs[:best_at]


def block_at(places: Sequence[int], word: int) -> int:
    """How many of the rising `places` lie at or before `word`."""
    return bisect_right(places, word)
