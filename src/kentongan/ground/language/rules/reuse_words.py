"""Words as 64-bit numbers, many texts at a time: the floor under every comparison of texts.

A word is a run of letters or a run of digits, so that `Rp1,2` and `Rp 1,2` give the same words; case, accents in
composed form, punctuation and layout don't count. Marks without a shape of their own (zero width, soft hyphen,
direction) are looked through. Numbers don't depend on the process or on the order of arrival, so that an index can be
stored and a sample of them means the same for every text.

Why not a dictionary of words: splitting and looking up costs 50 µs a text of 2,600 characters, this costs 10-15 µs
(docs/develop/engines/reuse.md).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

# Odd, so that it has an inverse modulo 2**64; any large odd number without structure serves.
_CHARACTER_BASE = 0x9E3779B97F4A7C15
_WORD_BASE = 0xC2B2AE3D27D4EB4F
_MODULUS = 1 << 64
# Characters read in one go: the arrays of a batch stay in the cache.
BATCH = 1 << 16

_SEPARATOR, _LETTER, _DIGIT, _INVISIBLE = 0, 1, 2, 3


@dataclass(frozen=True)
class Words:
    """The words of one text: number, and the half-open span in code points, of each."""

    numbers: Numbers
    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.numbers)


@cache
def _tables() -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """For each code point below 0x10000: its lower-case letter as a number, and its class."""
    letter = np.zeros(0x10000, dtype=np.uint64)
    kind = np.zeros(0x10000, dtype=np.uint8)
    for code in range(0x10000):
        category = unicodedata.category(chr(code))
        if category == "Nd":
            # Digits of other scripts count as ours.
            kind[code], letter[code] = _DIGIT, 48 + unicodedata.digit(chr(code), 0)
        elif category[0] in "LMN":
            lower = chr(code).lower()
            kind[code], letter[code] = _LETTER, ord(lower[0])
        elif category == "Cf":
            kind[code] = _INVISIBLE
    return letter, kind


@cache
def _powers(base: int, length: int) -> tuple[Numbers, Numbers]:
    """`base**i` and `base**-i` modulo 2**64 for i < length."""
    found = []
    for factor in (base, pow(base, -1, _MODULUS)):
        powers = np.full(length, factor, dtype=np.uint64)
        powers[0] = 1
        found.append(np.multiply.accumulate(powers))
    return found[0], found[1]


def _power_pair(base: int, length: int) -> tuple[Numbers, Numbers]:
    """Powers for at least `length` places, rounded up so that few lengths are ever computed."""
    size = BATCH
    while size < length:
        size <<= 1
    return _powers(base, size)


def mixed(numbers: Numbers) -> Numbers:
    """Spread the bits (splitmix64's last steps), so that the low bits may choose a sample."""
    numbers = numbers ^ (numbers >> np.uint64(30))
    numbers = numbers * np.uint64(0xBF58476D1CE4E5B9)
    numbers ^= numbers >> np.uint64(27)
    numbers *= np.uint64(0x94D049BB133111EB)
    numbers ^= numbers >> np.uint64(31)
    return numbers


def _codes(text: str) -> NDArray[Any]:
    """The code points; those beyond the basic plane stand as a separator, so that offsets hold."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, dtype="<u2")
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.where(wide < 0x10000, wide, 0x20).astype(np.uint16)


def read_words(text: str) -> Words:
    """The words of a text with their spans; linear in its length, whatever stands in it."""
    letter, kinds = _tables()
    codes = _codes(text).astype(np.intp)
    kind = kinds.take(codes)
    kept: Places | None = None
    if len(kind) and kind.max() == _INVISIBLE:
        kept = np.flatnonzero(kind != _INVISIBLE)
        codes, kind = codes[kept], kind[kept]
    if not len(codes):
        none = np.zeros(0, dtype=np.int64)
        return Words(np.zeros(0, dtype=np.uint64), none, none)
    change = np.flatnonzero(kind[1:] != kind[:-1]) + 1
    edges = np.concatenate(([0], change, [len(kind)]))
    inside = np.flatnonzero(kind[edges[:-1]] != _SEPARATOR)
    starts, ends = edges[inside], edges[inside + 1]
    forward, backward = _power_pair(_CHARACTER_BASE, len(codes))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(letter.take(codes) * forward[: len(codes)], out=sums[1:])
    numbers = mixed((sums[ends] - sums[starts]) * backward[starts])
    if kept is not None:
        starts, ends = kept[starts], kept[ends - 1] + 1
    return Words(numbers, starts, ends)


def read_many(texts: Sequence[str]) -> list[Words]:
    """The words of each text; short texts are read together."""
    found: list[Words] = []
    for batch in _batches(texts):
        found.extend(_read_batch(batch))
    return found


def runs_of_many(texts: Sequence[str], width: int, *, one_in: int = 1) -> tuple[Numbers, Places]:
    """Every run of `width` words of every text, and beside each the place of its text in `texts`.

    `one_in` (a power of two) keeps only so many, chosen by the run itself: what one text keeps, every other that holds
    it keeps too. A run may come twice. Several times as fast as text by text.
    """
    numbers: list[Numbers] = []
    owners: list[Places] = []
    first = 0
    for batch in _batches(texts):
        words, offsets = _read_together(batch)
        runs = shingles(words.numbers, width)
        cuts = np.append(np.searchsorted(words.starts, offsets), len(words))
        owner = np.repeat(np.arange(len(batch), dtype=np.int64), np.diff(cuts))
        whole = owner[: len(runs)] == owner[width - 1 :] if len(runs) else np.zeros(0, dtype=np.bool_)
        if one_in > 1:
            whole &= (runs & np.uint64(one_in - 1)) == 0
        numbers.append(runs[whole])
        owners.append(owner[: len(runs)][whole] + first)
        first += len(batch)
    if not numbers:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    return np.concatenate(numbers), np.concatenate(owners)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text) + 1
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_together(texts: list[str]) -> tuple[Words, Places]:
    """The words of the texts under each other, and where each text begins."""
    return read_words("\n".join(texts)), np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]


def _read_batch(texts: list[str]) -> Iterator[Words]:
    together, offsets = _read_together(texts)
    cuts = [*np.searchsorted(together.starts, offsets).tolist(), len(together)]
    for n in range(len(texts)):
        low, high = cuts[n], cuts[n + 1]
        yield Words(
            together.numbers[low:high], together.starts[low:high] - offsets[n], together.ends[low:high] - offsets[n]
        )


def shingles(numbers: Numbers, width: int) -> Numbers:
    """One number for each run of `width` words; a text shorter than that gives none."""
    count = len(numbers) - width + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    forward, backward = _power_pair(_WORD_BASE, len(numbers))
    sums = np.zeros(len(numbers) + 1, dtype=np.uint64)
    np.cumsum(numbers * forward[: len(numbers)], out=sums[1:])
    return mixed((sums[width:] - sums[:count]) * backward[:count])
