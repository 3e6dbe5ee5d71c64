"""Ten thousand known names found in real Indonesian text, boundaries and enclitics checked, in MB of UTF-8 a second.

The names: 500 runs of two capitals that stand most often in the text itself (so there is something to find, as in an
office's own list) and 9,500 made of name parts. The anchor does the same with pyahocorasick and the same checks.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.figure import Figure, per_second
from benchmarks.numbers import articles
from kentongan.ground.language.rules.names import NameIndex
from kentongan.ground.language.rules.words import words_of

_GIVEN = sorted(
    words_of(
        """Agus Budi Siti Dewi Sri Nur Muhammad Ahmad Eko Dwi Tri Rini Wahyu Hendra Andi Ratna Yuni Indah Rizki
        Fajar Bayu Dian Putri Lestari Joko Slamet Bambang Sutrisno Yanti Endang Hasan Husein Maya Fitri Arif
        Rahmat Taufik Yusuf Iman"""
    )
)
_FAMILY = sorted(
    words_of(
        """Santoso Wibowo Hidayat Saputra Kurniawan Setiawan Nugroho Pratama Wijaya Susanto Utomo Lubis Siregar
        Nasution Harahap Simanjuntak Sitompul Hutapea Tampubolon Rahman Hakim Fauzi Syahputra Ramadhan
        Maulana Firmansyah Anggraini Permata Handayani Suryani Wulandari Kusuma Mahendra Prabowo Subekti
        Purnomo Haryanto Gunawan Halim Tanjung"""
    )
)
_MIDDLE = sorted(
    words_of("""Adi Tama Surya Jaya Bakti Mulya Dharma Cahya Laksana Wira Yudha Eka Panca Catur Satria Gita""")
)


def names(texts: list[str], size: int = 10_000) -> list[str]:
    """The same list in every run."""
    runs = Counter(run for text in texts for run in re.findall(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", text))
    known = dict.fromkeys(name for name, _ in runs.most_common(500))
    choose = random.Random(7)
    while len(known) < size:
        parts = [choose.choice(_GIVEN), choose.choice(_MIDDLE), choose.choice(_FAMILY)]
        known.setdefault(" ".join(parts if choose.random() < 0.7 else [parts[0], parts[2], choose.choice(_FAMILY)]))
    return list(known)


def _anchor(known: list[str]) -> Any:
    try:
        import ahocorasick  # type: ignore[import-not-found]
    except ImportError:
        return None
    automaton = ahocorasick.Automaton()
    for number, name in enumerate(known):
        automaton.add_word(name, (number, len(name)))
    automaton.make_automaton()
    enclitic = re.compile(r"(?:-?(?:nya|lah|kah|pun|ku|mu))(?![^\W_])")

    def scan(text: str) -> list[tuple[int, int, int]]:
        found, last = [], len(text)
        for at, (number, size) in automaton.iter_long(text):
            start, end = at - size + 1, at + 1
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            if end < last and text[end].isalnum() and not enclitic.match(text, end):
                continue
            found.append((start, end, number))
        return found

    return scan


def run(*, quick: bool) -> Iterator[Figure]:
    """Both scan the same texts in the same process; each figure is the best pass."""
    texts = [row["text"] for row in articles().values()]
    known = names(texts)
    index = NameIndex(known)
    size = sum(len(text.encode()) for text in texts)
    seconds = 3.0 if quick else 12.0

    def ours() -> int:
        for text in texts:
            index.scan(text)
        return size

    scan = _anchor(known)

    def theirs() -> int:
        for text in texts:
            scan(text)
        return size

    ours_speed = per_second(ours, seconds=seconds) / 1e6
    anchor = per_second(theirs, seconds=seconds) / 1e6 if scan else None
    label = "pyahocorasick iter_long, same checks" if scan else "pip install pyahocorasick"
    found = sum(len(index.scan(text)) for text in texts)
    yield Figure("names scanned, boundaries checked", ours_speed, "MB/s", label, anchor, ">= 120")
    yield Figure("mentions found", float(found), "in 600 articles")
    if scan:
        same = sum([(m.start, m.end, m.number) for m in index.scan(text)] == scan(text) for text in texts)
        yield Figure("articles where both find the same", same / len(texts), "share")
