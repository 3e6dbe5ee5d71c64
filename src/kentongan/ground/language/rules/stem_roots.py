"""The stemmer's own list of roots: where it comes from, how it is read, and what it must hold to.

Provenance: the list was written by hand for this program, letter by letter, from general knowledge of the language;
no line was taken from another list or dictionary, from treebanks or from word counts of texts. Lists that were looked
at for their licences and left out: Kateglo and the lists of stemmers made from it (CC BY-NC-SA), KBBI (all rights
reserved), Wiktionary and the UD treebanks (CC BY-SA), Hunspell id_ID (LGPL).
"""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("stem_roots.txt")


@cache
def _sections() -> dict[str, list[str]]:
    """The file's words by section: `# …` is a comment, `[name]` opens a section."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return sections


def roots() -> frozenset[str]:
    """Roots: what no affix comes off, and what is left when they have."""
    return frozenset(_sections()["roots"])


def names() -> frozenset[str]:
    """Names of places and people that look like derived words (`Kediri`, `Pekalongan`)."""
    return frozenset(_sections()["names"])


def override() -> dict[str, str]:
    """Words whose right root the costs don't find (`mengarang` isn't from `arang`), written `word=root`."""
    return dict(pair.split("=") for pair in _sections()["settled"])  # type: ignore[misc]
