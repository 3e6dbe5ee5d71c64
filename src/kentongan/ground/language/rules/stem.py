"""Indonesian words to their roots: affixes come off only where a root of our own list is left.

The list (`stem_roots.txt`) is written by hand for this program; `stem_roots.py` holds its provenance and checks. The
morphology is that of the reference grammar (Alwi et al., *Tata Bahasa Baku Bahasa Indonesia*, chapters on derivation)
and the forbidden prefix-suffix pairs of Nazief and Adriani (1996). Evidence and floors:
docs/develop/engines/stemmer.md.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kentongan.ground.language.rules.stem_roots import names, override, roots

# Longer "words" are addresses, hashes or an attack; they are their own stem. The longest Indonesian word in the corpora
# at hand has 26 letters.
LONGEST = 40
# Distinct words remembered before the memory is emptied; a year of an office's clips has about 200,000.
REMEMBERED = 500_000

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`"))  # Jum'at, Qur'an: written with and without
_VOWELS = frozenset("aeiou")
_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_DERIVING = ("kan", "an", "i")
# Prefix and suffix that never meet around one root (Nazief and Adriani 1996, table of disallowed confixes; `se`, `pe`
# from the grammar). The outermost prefix decides.
_NEVER = frozenset(
    {("ber", "i"), ("di", "an"), ("ke", "i"), ("ke", "kan"), ("me", "an"), ("ter", "an"), ("se", "i"), ("se", "kan")}
    | {("pe", "i"), ("pe", "kan")}
)
# How many prefixes a word may carry: `di-ke-ter-…` doesn't occur, `ke-ber-…`, `mem-per-…`, `ke-pem-…-an` do.
_DEEPEST = 3


class _Memory(dict[str, str]):
    """Stems by word as written; a miss is worked out, a full memory starts anew."""

    def __missing__(self, word: str) -> str:
        if len(word) > 2 * LONGEST:
            return word.lower()  # not worth remembering; ten megabytes of one word would be kept
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = _stem(word)
        return found


_memory = _Memory()


def stem(word: str) -> str:
    """The root of one word, lowercase; a word that no root of the list explains, names above all, stays as it is.

    Doubled words give the root of both halves (`anak-anak`, `tarik-menarik`), clitics come off (`rumahnya`).
    """
    return _memory[word]


def stem_words(words: Iterable[str]) -> list[str]:
    """The stems of many words, in order; words met before cost one look-up."""
    return list(map(_memory.__getitem__, words))


def forget() -> None:
    """Empty the memory of words: for measuring what a word costs at first sight."""
    _memory.clear()


def index_terms(text: str) -> list[str]:
    """The stems of a text's words in order, for an index or a query: letters and digits, lowercase, doubled words once.

    Words joined by a hyphen that aren't doubled (`lalu-lintas`) give one term for each part.
    """
    terms: list[str] = []
    for found in map(_memory.__getitem__, _WORD.findall(text)):
        if "-" in found:
            terms.extend(part for part in found.split("-") if part)
        else:
            terms.append(found)
    return terms


def _stem(written: str) -> str:
    word = written.lower().translate(_APOSTROPHES)
    if len(word) > LONGEST or not word.isalpha():
        return _stem_joined(word) if "-" in word and len(word) <= 2 * LONGEST else word
    return _stem_plain(word, named=written[:1].isupper() and not written.isupper())


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    return roots(), names(), override()


def _stem_plain(word: str, *, named: bool) -> str:
    known, proper, settled = _lexicon()
    if word in settled:
        return settled[word]
    if word in known or word in proper or len(word) < 4:
        return word
    best, best_cost = "", 99.0
    for root, cost in _analyses(word, known, settled):
        if cost < best_cost or (cost == best_cost and root < best):
            best, best_cost = root, cost
    if best:
        return settled.get(best, best)
    return word if named else _without_clitic(word)


def _stem_joined(word: str) -> str:
    """A word with hyphens: doubled ones give one root, others keep their parts' stems together."""
    parts = [part for part in word.split("-") if part]
    known, _, settled = _lexicon()
    if word in settled:
        return settled[word]
    if not parts or not all(part.isalpha() and len(part) <= LONGEST for part in parts):
        return word
    stems = [_stem_plain(part, named=False) for part in parts]
    if len(stems) == 2:
        first, second = stems
        if first == second or (parts[0] in parts[1] and first in known):
            return first
        if second in _PARTICLES or second in _POSSESSIVES:
            return first
        # Sound-changing doubles (`sayur-mayur`, `lauk-pauk`) differ in a letter or two and mean the first.
        if len(first) == len(second) and first in known and second not in known:
            return first
        if first in (
            "ke",
            "se",
            "di",
            "non",
            "anti",
            "pra",
            "pasca",
            "antar",
            "sub",
            "multi",
            "eks",
            "ber",
            "me",
            "per",
        ):
            return second if len(first) < 4 else "-".join(stems)
    return "-".join(stems)


def _analyses(word: str, known: frozenset[str], settled: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Roots that explain the word, each with its cost: one for each affix, less for a longer root."""
    for body, clitics in _without_clitics(word):
        if clitics and body in settled:
            yield settled[body], clitics - 1.0
        for middle, suffix in _without_suffix(body):
            for root, outer, count in _without_prefixes(middle, _DEEPEST):
                if (outer, suffix) in _NEVER or (not outer and not suffix and not clitics):
                    continue
                if root in known:
                    yield root, count + clitics + (0.9 if suffix else 0.0) - 0.12 * len(root)


def _without_clitics(word: str) -> Iterator[tuple[str, float]]:
    bodies = [(word, 0.0)]
    bodies += [(word[: -len(p)], 1.0) for p in _PARTICLES if word.endswith(p) and len(word) > len(p) + 2]
    for body, cost in bodies:
        yield body, cost
        for possessive in _POSSESSIVES:
            if body.endswith(possessive) and len(body) > len(possessive) + 2:
                yield body[: -len(possessive)], cost + (0.8 if possessive == "nya" else 1.3)


def _without_suffix(word: str) -> Iterator[tuple[str, str]]:
    yield word, ""
    for suffix in _DERIVING:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            yield word[: -len(suffix)], suffix


def _without_prefixes(word: str, left: int) -> Iterator[tuple[str, str, float]]:
    """What is left after taking off none to `left` prefixes, the outermost prefix, and what that cost."""
    yield word, "", 0.0
    if left and len(word) > 4:
        for rest, prefix, cost in _peeled(word):
            if len(rest) >= 2:
                for root, _, more in _without_prefixes(rest, left - 1):
                    yield root, prefix, cost + more


def _peeled(word: str) -> Iterator[tuple[str, str, float]]:
    """Each way to take one prefix off, the sound changes of its seam undone."""
    two, three = word[:2], word[:3]
    if two in ("di", "ke", "se"):
        yield word[2:], two, 1.0
        if word.startswith("ketidak"):
            yield word[7:], two, 1.6  # ketidak-adil-an
    elif two == "ku" and len(word) > 5:
        yield word[2:], "di", 1.4  # kubaca: the passive's other prefix
    if two in ("me", "pe"):
        yield from _nasal(word, two)
    if three in ("ber", "ter", "per"):
        yield word[3:], three, 1.1 if three == "per" else 1.0
        if word[3:4] in _VOWELS:
            yield word[2:], three, 1.15  # be-rencana: the prefix loses its r before one
    elif three in ("bel", "pel") and word[3:7] == "ajar":
        yield word[3:], "ber" if three == "bel" else "pe", 1.0
    elif three == "kau" and len(word) > 6:
        yield word[3:], "di", 1.4
    elif two in ("be", "te", "pe") and word[3:5] == "er" and word[2] not in _VOWELS:
        yield word[2:], {"be": "ber", "te": "ter", "pe": "per"}[two], 1.0  # be-kerja


def _nasal(word: str, prefix: str) -> Iterator[tuple[str, str, float]]:
    """`me-` and `pe-`: the nasal that joins them tells the first letter of what follows, or swallowed it."""
    if word[2:4] == "ng":
        rest = word[4:]
        if rest[:1] in _VOWELS:
            yield rest, prefix, 1.0
            yield "k" + rest, prefix, 1.15
            if rest[0] == "e" and len(rest) in (4, 5, 6, 7, 8):
                yield rest[1:], prefix, 1.2  # menge-cat, penge-sah-an: before one syllable
        elif rest[:1] in ("g", "h", "k", "q"):
            yield rest, prefix, 1.0
        yield word[2:], prefix, 1.1  # me-nganga
    elif word[2:4] == "ny":
        yield "s" + word[4:], prefix, 1.0
        yield word[2:], prefix, 1.05
    elif word[2:3] == "m":
        rest = word[3:]
        if rest[:1] in _VOWELS:
            yield "p" + rest, prefix, 1.0
        elif rest[:1] in ("b", "f", "p", "v"):
            yield rest, prefix, 1.0
        yield word[2:], prefix, 1.05
    elif word[2:3] == "n":
        rest = word[3:]
        if rest[:1] in _VOWELS:
            yield "t" + rest, prefix, 1.0
        elif rest[:1] in ("c", "d", "j", "s", "t", "z"):
            yield rest, prefix, 1.0
        yield word[2:], prefix, 1.05
    else:
        yield word[2:], prefix, 1.0


def _without_clitic(word: str) -> str:
    """A word no root explains, a loan or a name, without the clitic that surely is one."""
    return word[:-3] if word.endswith("nya") and len(word) >= 7 else word
