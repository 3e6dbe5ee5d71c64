"""Sentences, paragraphs and tokens of an Indonesian text, by code points.

All spans are half open and lie in the text as given: nothing is normalised before it is cut. Every function reads the
text once; no pattern here can step back over more than one word.
"""

import re
import unicodedata
from dataclasses import dataclass

from .words import MAYBE_LAST, NEVER_LAST, OPENERS, SAID


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word (with its hyphens and enclitics), a number (with its separators) or one mark; blanks are no tokens."""

    start: int
    end: int
    text: str
    kind: str  # word | number | mark


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "KENCANA, PROKOPIM – " at the head of a release; the span ends where the sentence begins."""

    start: int
    end: int
    place: str
    source: str | None


OPENING = "\"'“‘«„(["
CLOSING = "\"'”’»)]"

_TOKEN = re.compile(
    r"""(?P<number>\d++(?:[.,]\d++)*+(?:-an\b)?)
    | (?P<money>R[Pp](?=\d))
    | (?P<word>[A-Z][A-Za-z]{0,4}+(?:\.[A-Z][a-z]{0,5}+){1,6}+\.?(?!\w)   # S.Sos. M.Si. K.H.
        | [^\W\d_][\w\u0300-\u036f\u200c\u200d]*+(?:['’\-‑][^\W_][\w\u0300-\u036f]*+)*+)
    | (?P<mark>\S)""",
    re.VERBOSE,
)

# A line break, however it was made; Word and WhatsApp leave all of these.
_BREAK = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?…]++[\"'”’»)\]]*+")
_LAST_WORD = re.compile(r"[\w.'’-]+\Z")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,4}\Z")
_NEXT_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.){1,3}[A-Z][A-Za-z]{0,5}\b")
_ATTRIBUTION = re.compile(r"(?:{})(?:nya|ku)?\b".format("|".join(sorted(SAID))), re.IGNORECASE)
_LABEL = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\Z")
_DOMAIN = re.compile(r"(?:com|co|id|net|org|tv|news|go)\b", re.IGNORECASE)
# Longest abbreviation, degree or initial that matters before a full stop.
_LOOK_BACK = 24


def tokens(text: str) -> list[Token]:
    """Words, numbers and marks in order: "anak-anaknya" is one word, "Rp1,2" is "Rp", "1,2"; "S.Sos." is one word."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        found.append(Token(match.start(), match.end(), match.group(), "word" if kind == "money" else kind))
    return found


def lines(text: str) -> list[Span]:
    """Each line that holds more than blanks, its outer blanks cut off."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [span for span in (_trimmed(text, *ends) for ends in found) if span]


def paragraphs(text: str) -> list[Span]:
    """Each paragraph without its outer blanks.

    Press texts arrive with one line break between paragraphs as often as with two, and never with hard-wrapped lines
    (the real articles at hand: none of 643); so a line is a paragraph.
    """
    return lines(text)


def sentences(text: str) -> list[Span]:
    """Each sentence without its outer blanks; a line break ends one too. Sentences inside a quotation are cut as well,
    but what names the speaker stays with the words spoken ('… selesai." kata Bupati.').
    """
    found: list[Span] = []
    for line in lines(text):
        start = line.start
        for match in _STOP.finditer(text, line.start, line.end):
            if match.end() < line.end and _ends_sentence(text, match, start, line.end):
                span = _trimmed(text, start, match.end())
                if span:
                    found.append(span)
                start = match.end()
        span = _trimmed(text, start, line.end)
        if span:
            found.append(span)
    return found


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    after = stop.end()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    spaced = after > stop.end()
    closed = stop.group()[-1] in CLOSING
    following = text[after]
    if following in "\"'“‘«„([–—-•*" and spaced:
        return _may_end(text, stop, start, after, end)
    if following.islower() or following in ",;:)]}”’»%":
        return False
    if closed and _ATTRIBUTION.match(text, after, min(end, after + _LOOK_BACK)):
        return False
    if not spaced:
        return _glued(text, stop, after, end)
    return _may_end(text, stop, start, after, end)


def _glued(text: str, stop: re.Match[str], after: int, end: int) -> bool:
    """ "… berat.Pada": a blank forgotten. Never inside numbers, addresses, degrees."""
    before = text[stop.start() - 1] if stop.start() else ""
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return text[after].isupper()
    if not before.islower() or not text[after].isupper() or not text[after + 1 : after + 2].islower():
        return False
    word = _LAST_WORD.search(text, max(0, stop.start() - _LOOK_BACK), stop.start())
    if word is None or word.group().casefold() in NEVER_LAST or "." in word.group():
        return False
    return len(word.group()) > 2 and not _DOMAIN.match(text, after, end)


def _may_end(text: str, stop: re.Match[str], start: int, after: int, end: int) -> bool:
    """Whether a stop with a blank and a capital (or digit, or quotation mark) behind it is a full stop."""
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return True
    match = _LAST_WORD.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
    if match is None:
        return True
    word = match.group()
    if _LABEL.match(word) and _trimmed(text, start, match.start()) is None:
        return False  # "1. Siapkan …", "a. Surat …": a label, not a sentence
    if len(word) == 1 and word.isupper():
        return _opens(text, after, end)
    if _DEGREE.match(word):
        return not _NEXT_DEGREE.match(text, after, end)
    last = word.rpartition(".")[2].casefold()
    if last in MAYBE_LAST:
        return True
    if last in NEVER_LAST:
        return last == "no" and not text[after].isdigit()
    return True


def _opens(text: str, after: int, end: int) -> bool:
    """Whether the word at `after` begins a sentence rather than a surname behind an initial."""
    word = re.compile(r"\w+").match(text, after, min(end, after + _LOOK_BACK))
    return text[after] in OPENING or (word is not None and word.group().casefold() in OPENERS)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(start, end) if start < end else None


_DATELINE = re.compile(
    r"""\s*(?P<place>[A-Z][\w.'’]*(?:[ -][A-Z][\w.'’]*){0,3})
    (?:\s?[,/(]\s?(?P<source>[^\W\d_][\w.'’&]*(?:[ -][A-Z][\w.'’&]*){0,3})\)?)?
    \s?(?:[–—]|--|(?<=\s)-(?=\s)|-(?=[A-Z]))\s*""",
    re.VERBOSE,
)


def dateline(text: str) -> Dateline | None:
    """The place line at the head: "KENCANA, PROKOPIM – ", "Kencana – ", "Muara Enim, Kabar.com-"; None without one."""
    match = _DATELINE.match(text[:120])
    if match is None or match.group("place").casefold() in OPENERS:
        return None
    lead = len(match.group()) - len(match.group().lstrip())
    return Dateline(lead, match.end(), match.group("place"), match.group("source"))


# Shorter repeats are refrains, captions and answers ("Ya, betul."), not a slip of copying.
_FEWEST_WORDS = 6
# Of five-word runs: one changed word of twenty leaves .69, one lost of fourteen .5, a changed comma 1.
_NEAR = 0.5
_RUN = 5
_NORMAL_WORD = re.compile(r"\w+")


def repeated_paragraphs(text: str) -> list[tuple[Span, Span]]:
    """Pairs (first place, later place) of paragraphs that say the same but for marks, case, blanks or a slip."""
    return _repeated(text, paragraphs(text))


def repeated_sentences(text: str) -> list[tuple[Span, Span]]:
    """The same for sentences; sentences of repeated paragraphs are among them."""
    return _repeated(text, sentences(text))


def _repeated(text: str, spans: list[Span]) -> list[tuple[Span, Span]]:
    pairs: list[tuple[Span, Span]] = []
    seen: dict[tuple[str, ...], int] = {}
    run_of: dict[tuple[str, ...], int] = {}  # each run's first place only: one look-up per word, whatever repeats
    sizes: list[tuple[int, tuple[str, ...]]] = []
    for number, span in enumerate(spans):
        words = tuple(_NORMAL_WORD.findall(unicodedata.normalize("NFKC", span.of(text)).casefold()))
        runs = {words[i : i + _RUN] for i in range(len(words) - _RUN + 1)}
        sizes.append((len(runs), tuple(word for word in words if word.isdigit())))
        if len(words) < _FEWEST_WORDS:
            continue
        first = seen.setdefault(words, number)
        if first == number:
            first = _nearest(runs, run_of, sizes, number)
        if first != number:
            pairs.append((spans[first], span))
        for run in runs:
            run_of.setdefault(run, number)
    return pairs


def _nearest(
    runs: set[tuple[str, ...]],
    run_of: dict[tuple[str, ...], int],
    sizes: list[tuple[int, tuple[str, ...]]],
    number: int,
) -> int:
    """The earlier span that shares nearly all runs and every figure, else `number` itself."""
    votes: dict[int, int] = {}
    for run in runs:
        if run in run_of:
            votes[run_of[run]] = votes.get(run_of[run], 0) + 1
    if not votes:
        return number
    best = max(votes, key=lambda place: votes[place])
    alike = votes[best] >= _NEAR * max(sizes[best][0], sizes[number][0])
    return best if alike and sizes[best][1] == sizes[number][1] else number
