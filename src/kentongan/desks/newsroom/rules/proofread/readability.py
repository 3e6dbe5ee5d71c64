"""How hard a text is to read, against the news it was measured on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.stem import stem

from .reading import Reading
from .rulebook import Finding, finding, quoted

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# LIX = words a sentence + 100 * share of long words (Björnsson 1968), made to work across languages and without
# syllables; Flesch gives Indonesian schoolbooks -16, which says nothing about them (evidence: proofreader.md).
# Björnsson's long word has 7 letters and more; Indonesian affixes are counted with it as they stand.
_LONG = 7
# Percentiles 5, 10, … 95 of the LIX of the development half of the 600 articles.
_LIX_OF_NEWS = (
    41.4, 43.3, 45.8, 47.4, 48.9, 50.6, 51.6, 52.6, 53.5, 54.6, 55.4, 56.3, 58.3, 59.8, 61.4, 62.5, 64.5, 67.4, 70.6,
)  # fmt: skip
_LONGEST_SENTENCE = 45
_HARD = 95


@dataclass(frozen=True, slots=True)
class Measures:
    """`lix` is None for a text without a sentence; `harder_than`: of 100 news articles, so many are easier."""

    words: int
    sentences: int
    words_per_sentence: float
    long_words: float
    lix: float | None
    harder_than: int | None


def measured(reading: Reading) -> Measures:
    """Measures of the body; the headline isn't counted."""
    spans = [one for one in reading.sentences if one.start >= reading.body]
    words = _WORD.findall(reading.text, reading.body)
    if not spans or not words:
        return Measures(len(words), len(spans), 0.0, 0.0, None, None)
    long = sum(len(word) >= _LONG for word in words) / len(words)
    mean = len(words) / len(spans)
    lix = mean + 100 * long
    return Measures(len(words), len(spans), mean, long, lix, 5 * bisect_right(_LIX_OF_NEWS, lix))


# A shorter text has too few sentences for its mean to say anything (measured: ten sentences move it by a fifth).
_FEWEST_SENTENCES = 5


def whole(reading: Reading) -> Iterator[Finding]:
    """A text that is harder than 95 of 100 articles."""
    got = measured(reading)
    if got.lix is None or got.sentences < _FEWEST_SENTENCES or got.harder_than is None or got.harder_than < _HARD:
        return
    first = reading.first_paragraph
    if first is not None:
        why = said(
            "This text is harder to read than %(rank)s of 100 news articles: %(mean)s words a sentence,"
            " %(long)s of 100 words are long.",
            rank=got.harder_than,
            mean=round(got.words_per_sentence),
            long=round(100 * got.long_words),
        )
        yield finding("hard-to-read", (first.start, first.start), why, said("Shorten the sentences, and use verbs."))


def sentences(reading: Reading) -> Iterator[Finding]:
    """Sentences that hardly any news has."""
    for span in reading.sentences:
        if span.start < reading.body:
            continue
        count = len(_WORD.findall(reading.text, span.start, span.end))
        if count > _LONGEST_SENTENCE:
            why = said(
                "This sentence has %(count)s words; 99 of 100 in the news have at most %(most)s.",
                count=count,
                most=_LONGEST_SENTENCE,
            )
            yield finding("long-sentence", (span.start, span.end), why, said("Make two sentences of it."))


# Nouns made of verbs in one row ("peningkatan pengelolaan pelayanan"); two are common in the names of offices' work.
_CHAIN = 3
_MADE = re.compile(r"(?:pe[a-z]{3,}|ke[a-z]{3,}|per[a-z]{3,})an(?:nya)?\Z")
_BETWEEN = re.compile(r"(?:\s(?:dalam|rangka|dan|upaya|proses|kegiatan|program))*\s\Z")


def chains(reading: Reading) -> Iterator[Finding]:
    """Nouns made of verbs, one behind the other, with nobody doing anything."""
    text = reading.text
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        low = word.group().casefold()
        made = low[0] in "pk" and _MADE.match(low) is not None and stem(low) != low
        if run and made and text[run[-1].end() : word.start()] == " ":
            run.append(word)
            continue
        yield from _chain(text, run)
        run = [word] if made else []
    yield from _chain(text, run)


def _chain(text: str, run: list[re.Match[str]]) -> Iterator[Finding]:
    if len(run) >= _CHAIN:
        span = (run[0].start(), run[-1].end())
        why = said(
            "%(words)s: %(count)s nouns made of verbs in a row.", words=quoted(text[span[0] : span[1]]), count=len(run)
        )
        yield finding("nominal-chain", span, why, said("Use a verb: who does what."))
