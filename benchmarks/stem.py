"""The stemmer on the gold lemmas of two treebanks: conflation F1, and words a second on real articles.

*Conflation F1*: of all pairs of distinct word forms, those that share a gold lemma are right, those that share a stem
are found. A form is lowercase, of letters and hyphens, and no name, number, sign or foreign word (UPOS PROPN, NUM,
SYM, X, PUNCT); its lemma is the one it has most often. So a stemmer is judged by what it brings together and keeps
apart, not by how it spells a root. With this measure the anchors give what was measured of them elsewhere
(Snowball .79 and nlp-id .97 on PUD). The treebanks' lemmas are never read by anything but this file.
"""

import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from benchmarks.figure import Figure, per_second
from benchmarks.material.articles import DATA
from kentongan.cli import BadInput
from kentongan.ground.language.rules.stem import forget, stem, stem_words

SETS = {"CSUI test": ("csui-ud-test.conllu", ">= .87"), "PUD test": ("pud-ud-test.conllu", ">= .97")}
_LEFT_OUT = frozenset({"PROPN", "NUM", "SYM", "X", "PUNCT"})
Stemmer = Callable[[str], str]


def run(*, quick: bool) -> Iterator[Figure]:
    """Conflation F1 on each treebank beside each anchor, then the speed on the articles' running words."""
    anchors = {"Snowball indonesian": (_snowball(), "snowballstemmer"), "nlp-id": (_nlp_id(), "nlp-id")}
    for name, (file, target) in SETS.items():
        lemmas = _lemmas(file)
        ours = None if lemmas is None else _conflation(lemmas, stem)
        for anchor, (stemmer, package) in anchors.items():
            theirs = None if stemmer is None or lemmas is None else _conflation(lemmas, stemmer)
            label = anchor if stemmer else f"{anchor}: not installed, uv pip install {package}"
            yield Figure(f"conflation F1, {name}", ours, "F1", label, theirs, target)
    words = _running_words()
    types = sorted(set(words))
    first_sight = per_second(lambda: forget() or len(stem_words(types)), seconds=2)
    yield Figure("distinct words a second, at first sight", round(first_sight), "words/s")
    stem_words(words)
    ours_speed = per_second(lambda: len(stem_words(words)), seconds=2 if quick else 10)
    for anchor, (stemmer, package) in anchors.items():
        few = words[:20_000]
        speed = None if stemmer is None else per_second(lambda s=stemmer, w=few: len(list(map(s, w))), seconds=2)
        label = anchor if stemmer else f"{anchor}: not installed, uv pip install {package}"
        yield Figure("running words a second", ours_speed, "words/s", label, speed, ">= 1000000")


def _lemmas(file: str) -> dict[str, str] | None:
    """Each form's most frequent gold lemma; None where the treebank is absent."""
    path = DATA / "ud" / file
    if not path.is_file():
        return None
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit() or columns[3] in _LEFT_OUT:
            continue
        form = columns[1].lower()
        if form.replace("-", "").isalpha():
            seen[form][columns[2].lower()] += 1
    return {form: lemmas.most_common(1)[0][0] for form, lemmas in seen.items()}


def _conflation(lemmas: dict[str, str], stemmer: Stemmer) -> float:
    gold, found, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for form, lemma in lemmas.items():
        root = stemmer(form)
        gold[lemma] += 1
        found[root] += 1
        both[lemma, root] += 1
    right, wanted, made = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, gold, found))
    return round(2 * right / (wanted + made), 4)


def _running_words() -> list[str]:
    path = DATA / "articles" / "detik-2026-05.jsonl"
    if not path.is_file():
        raise BadInput(f"the real articles aren't at {path}; set KENTONGAN_DATA to their folder.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines for word in re.findall(r"\w+", json.loads(line)["text"])]


def _snowball() -> Stemmer | None:
    if not importlib.util.find_spec("snowballstemmer"):
        return None
    import snowballstemmer

    return snowballstemmer.stemmer("indonesian").stemWord


def _nlp_id() -> Stemmer | None:
    if not importlib.util.find_spec("nlp_id"):
        return None
    from nlp_id.lemmatizer import Lemmatizer

    return Lemmatizer().lemmatize
