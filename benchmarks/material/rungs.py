"""Six ways in which a newsroom changes a text it was sent, from the mildest to the harshest; fixed seeds.

Written down before the engine was tuned; changing a rung changes what every figure means.
"""

import random
import re
from collections.abc import Callable, Sequence

RUNGS = ("verbatim", "cut50", "light", "reordered", "heavy", "embedded")

# Words that a sub-editor exchanges without a thought; both directions.
_SYNONYMS = dict(
    pair
    for a, b in (
        ("mengatakan", "menyebut"), ("kata", "ujar"), ("ujarnya", "katanya"), ("tutur", "ucap"), ("dengan", "bersama"),
        ("untuk", "guna"), ("karena", "sebab"), ("namun", "tetapi"), ("juga", "turut"), ("sangat", "amat"),
        ("dapat", "bisa"), ("agar", "supaya"), ("saat", "ketika"), ("melakukan", "menjalankan"), ("serta", "dan"),
        ("para", "sejumlah"), ("kepada", "pada"), ("adalah", "merupakan"), ("telah", "sudah"), ("hal", "perkara"),
        ("memberikan", "memberi"), ("terhadap", "atas"), ("seperti", "misalnya"), ("hanya", "cuma"), ("besar", "luas"),
        ("tersebut", "itu"), ("setelah", "usai"), ("sebelumnya", "lalu"), ("masyarakat", "warga"), ("ini", "tadi"),
    )
    for pair in ((a, b), (b, a))
)  # fmt: skip
_BOILERPLATE = (
    "Ikuti berita terbaru kami di kanal WhatsApp dan Google News. Jangan lewatkan kabar pilihan redaksi setiap pagi.",
    "Baca juga: Kumpulan berita daerah pekan ini. Simak pula video dan foto pilihan di laman utama kami.",
    "Editor: Redaksi. Hak cipta dilindungi undang-undang. Dilarang mengutip tanpa menyebut sumber.",
)
_SENTENCE = re.compile(r"(?<=[.!?][\"”’]|.[.!?])\s+(?=[A-Z\"“‘(])")


def sentences(text: str) -> list[str]:
    """A rough cut, good enough to move whole sentences about."""
    return [part for part in _SENTENCE.split(text) if part]


def _exchange(words: list[str], share: float, pool: Sequence[str], rng: random.Random) -> list[str]:
    """Change a share of the words: most by a synonym or a strange word, some fall out, some gain a neighbour."""
    changed = []
    for word in words:
        if rng.random() >= share:
            changed.append(word)
            continue
        dice = rng.random()
        if dice < 0.6:
            changed.append(_SYNONYMS.get(word.lower()) or rng.choice(pool))
        elif dice < 0.8:
            changed += [word, rng.choice(pool)]
    return changed


def _reworded(parts: list[str], share: float, pool: Sequence[str], rng: random.Random) -> list[str]:
    return [" ".join(_exchange(part.split(), share, pool, rng)) for part in parts]


def _verbatim(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    return " ".join(["KENCANA, KABAR –", *parts, *rng.sample(_BOILERPLATE, 2)])


def _cut50(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    """The end is cut, as an editor cuts; half of the words stay."""
    total, kept = sum(len(part.split()) for part in parts), []
    for part in parts:
        kept.append(part)
        if sum(len(part.split()) for part in kept) >= total / 2:
            break
    return " ".join([*kept, rng.choice(_BOILERPLATE)])


def _light(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    return " ".join([*_reworded(parts, 0.08, pool, rng), rng.choice(_BOILERPLATE)])


def _reordered(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    """Thirty in a hundred sentences fall out, the rest changes places."""
    kept = rng.sample(parts, max(1, round(len(parts) * 0.7)))
    return " ".join(_reworded(kept, 0.03, pool, rng))


def _heavy(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    """A fifth of the sentences falls out, every third word is changed, a third of the sentences changes places."""
    kept = [part for part in parts if rng.random() >= 0.2] or parts[:1]
    moved = sorted(rng.sample(range(len(kept)), len(kept) // 3))
    for a, b in zip(moved, rng.sample(moved, len(moved)), strict=True):
        kept[a], kept[b] = kept[b], kept[a]
    return " ".join(_reworded(kept, 0.35, pool, rng))


def _embedded(parts: list[str], pool: Sequence[str], host: str, rng: random.Random) -> str:
    """Thirty in a hundred of the words, in one piece, inside another article."""
    total = sum(len(part.split()) for part in parts)
    start = rng.randrange(max(1, round(len(parts) * 0.6)))
    piece: list[str] = []
    for part in parts[start:]:
        piece.append(part)
        if sum(len(part.split()) for part in piece) >= total * 0.3:
            break
    around = sentences(host)
    at = rng.randrange(len(around) + 1)
    return " ".join([*around[:at], *piece, *around[at:]])


_MAKERS: dict[str, Callable[[list[str], Sequence[str], str, random.Random], str]] = {
    "verbatim": _verbatim, "cut50": _cut50, "light": _light, "reordered": _reordered, "heavy": _heavy,
    "embedded": _embedded,
}  # fmt: skip


def mutated(text: str, rung: str, *, pool: Sequence[str], host: str, seed: str) -> str:
    """The text as a newsroom of this rung would print it; `pool` are strange words, `host` is another article."""
    return _MAKERS[rung](sentences(text), pool, host, random.Random(f"{seed}/{rung}"))
