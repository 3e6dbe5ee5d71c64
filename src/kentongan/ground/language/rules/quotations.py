"""Quotations: the words spoken, who spoke them and by which verb, and quotations that were never closed."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from .speakers import REACH, Naming, named_after, named_before, namings
from .text import Span, lines, sentences
from .words import SAID, SAID_ACTIVE


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; `[start, end)` is what stands between the marks.

    `speaker` is the person as the text names him, role and name; where the text only refers back ("katanya", "ujar
    dia", "Ia menambahkan") it is the speaker named last, and `speaker_span` lies there. Both are None where nobody is
    named. `closed` False: the mark that closes is missing; `opened` False: the one that opens. `goes_on`: unclosed, but
    the next paragraph opens with a mark again, as long quotations are printed. `spoken` False: a title or a term in
    marks ("Hubungan Publik"), no speech.
    """

    start: int
    end: int
    text: str
    speaker: str | None
    speaker_span: Span | None
    verb: str | None
    closed: bool
    opened: bool = True
    goes_on: bool = False
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch between marks, `depth` 1 unless it stands inside another."""

    start: int
    end: int
    closed: bool
    opened: bool
    goes_on: bool
    depth: int


_MARK = re.compile(r"[\"“”„«»＂]|\n")
_SAID_WORDS = "|".join(sorted(SAID, key=len, reverse=True))
_ACTIVE_WORDS = "|".join(sorted(SAID_ACTIVE, key=len, reverse=True))
# Behind: '," kata Budi', '." Katanya.', ',"ungkapnya', '," ujar dia'.
_BEHIND = re.compile(rf"[\s,.–—-]{{0,4}}(?P<verb>(?i:{_SAID_WORDS}))(?P<back>nya|ku)?(?!\w)")
_SUBJECT_BEHIND = re.compile(rf"[\s,.–—-]{{0,4}}(?:[A-Z]|dia\b)[^.!?\"“”\n]{{0,80}}?\s(?P<verb>{_ACTIVE_WORDS})(?!\w)")
# Before: 'Budi mengatakan, "', 'Ia menambahkan: "', 'kata Budi, "'.
_BEFORE = re.compile(rf"(?<![\w-])(?P<verb>(?:{_ACTIVE_WORDS})|(?i:{_SAID_WORDS}))(?P<back>nya)?(?![\w-])")
_ACCORDING = re.compile(r"(?<!\w)[Mm]enurut(?P<back>nya)?(?!\w)")
_LEADS_IN = re.compile(rf"(?<![\w-])(?:{_ACTIVE_WORDS}|{_SAID_WORDS})[,:]\Z")  # 'berbunyi," Setiap …'
_INCHES = re.compile(r"\d\"(?=\s)")  # 'TV 43" UHD'
_SPOKEN_WORDS = 4
# A quotation inside a quotation; a third mark that opens shows that one was never closed.
_DEEPEST = 3


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation in order of its first mark, those inside another too (with no speaker of their own)."""
    starts = [span.start for span in sentences(text)]
    named = list(namings(text, starts))
    places = [one.at for one in named]
    found: list[Quotation] = []
    for mark in _marked(text):
        before = bisect_right(places, mark.start) - 1
        last = named[before] if before >= 0 else None
        found.append(_quotation(text, mark, starts, last, found[-1] if found else None))
    return found


def _quotation(
    text: str, mark: _Marked, starts: list[int], last: Naming | None, previous: Quotation | None
) -> Quotation:
    verb, span, referred = (None, None, False) if mark.depth > 1 else _attribution(text, mark, starts)
    spoken = verb is not None or _sounds_spoken(text, mark)
    if spoken and mark.depth == 1 and span is None and (referred or _follows(text, mark, previous)):
        span = last.span if last is not None else previous.speaker_span if previous is not None else None
    return Quotation(
        mark.start,
        mark.end,
        text[mark.start : mark.end],
        span.of(text) if span is not None else None,
        span,
        verb,
        mark.closed,
        mark.opened,
        mark.goes_on,
        spoken,
    )


def _attribution(text: str, mark: _Marked, starts: list[int]) -> tuple[str | None, Span | None, bool]:
    """The verb, the person if he is named beside it, and whether the text refers back to one named before."""
    if mark.closed:
        behind = _BEHIND.match(text, mark.end + 1, mark.end + REACH)
        if behind is not None:
            span = None if behind.group("back") else named_after(text, behind.end())
            return behind.group("verb").casefold(), span, span is None
        subject = _SUBJECT_BEHIND.match(text, mark.end + 1, mark.end + REACH)
        if subject is not None and text[mark.end - 1 : mark.end] in (",", "?", "!"):
            span = named_before(text, subject.start("verb"), mark.end + 1)
            return subject.group("verb"), span, span is None
    return _attribution_before(text, mark, starts)


def _attribution_before(text: str, mark: _Marked, starts: list[int]) -> tuple[str | None, Span | None, bool]:
    place = bisect_right(starts, mark.start) - 1
    begin = max(starts[place] if place >= 0 else 0, mark.start - REACH)
    lead = text[begin : mark.start - 1].rstrip() if mark.opened else ""
    if not lead or (lead[-1] not in ",:" and not lead.endswith(("bahwa", "kata", "ujar"))):
        return None, None, False
    verbs = list(_BEFORE.finditer(lead))
    if verbs:
        verb = verbs[-1]
        at = begin + verb.start()
        if verb.group("verb").casefold() in SAID:
            span = None if verb.group("back") else named_after(text, begin + verb.end())
            span = span if span is not None and span.end < mark.start else None
        else:
            span = named_before(text, at, begin)
        return verb.group("verb").casefold(), span, span is None
    according = _ACCORDING.search(lead)
    if according is None:
        return None, None, False
    span = None if according.group("back") else named_after(text, begin + according.end())
    return "menurut", span, span is None


def _sounds_spoken(text: str, mark: _Marked) -> bool:
    words = text[mark.start : mark.end].strip()
    if not mark.closed or not mark.opened:
        return True
    ends = words[-1:] in ".,!?…" or text[mark.end + 1 : mark.end + 2] in ("", ".", "\n")
    return ends and words[:1].isupper() and len(words.split(maxsplit=_SPOKEN_WORDS)) >= _SPOKEN_WORDS


def _follows(text: str, mark: _Marked, previous: Quotation | None) -> bool:
    """Whether the words go straight on from the quotation before: one sentence or paragraph head between at most."""
    if previous is None or previous.speaker_span is None or not previous.spoken:
        return False
    if mark.start - previous.end > 2 * REACH:
        return False
    between = text[previous.end + 1 : mark.start - 1]
    return len(re.findall(r"[.!?](?=\s|\Z)", between)) <= 1


def _marked(text: str) -> list[_Marked]:
    """Pairs the marks; a paragraph's end closes nothing, but a mark that opens again there shows what was left open."""
    heads = {span.start for span in lines(text)}
    found: list[_Marked] = []
    open_at: list[int] = []
    floor = 0  # behind the last mark or line break: where a quotation that was never opened may begin
    broken = False  # a paragraph ended since the outermost mark opened
    for match in _MARK.finditer(text):
        place = match.start()
        if match.group() == "\n":
            broken, floor = bool(open_at), place + 1
            continue
        if not open_at and _INCHES.match(text, place - 1 if place else 0):
            continue
        opens = _opens(text, place, match.group(), bool(open_at))
        if opens and open_at and (broken or place in heads or len(open_at) == _DEEPEST):
            found += _abandoned(text, open_at, place, goes_on=place in heads)
            open_at = []
        if opens:
            open_at.append(place)
            broken = broken and len(open_at) > 1
        elif open_at:
            start = open_at.pop()
            found.append(_Marked(start + 1, place, True, True, False, len(open_at) + 1))
        else:
            found.append(_Marked(_words_from(text, floor, place), place, True, False, False, 1))
        floor = place + 1
    found += _abandoned(text, open_at, len(text), goes_on=False)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _abandoned(text: str, open_at: list[int], limit: int, *, goes_on: bool) -> list[_Marked]:
    """Marks never closed: each reaches to the end of its paragraph."""
    left = []
    for depth, start in enumerate(open_at, start=1):
        end = text.find("\n", start, limit)
        stretch = text[start + 1 : end if end >= 0 else limit]
        left.append(_Marked(start + 1, start + 1 + len(stretch.rstrip()), False, True, goes_on, depth))
    return left


def _words_from(text: str, floor: int, place: int) -> int:
    return place - len(text[floor:place].lstrip())


def _opens(text: str, place: int, mark: str, is_open: bool) -> bool:
    """Whether a mark opens; where its own surroundings don't say, it opens if nothing is open."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    free_before = not before or before.isspace() or before in "([–—-"
    free_after = not after or after.isspace() or after in ".,;:!?)]–—"
    if mark in "“„«" or mark in "”»":
        expected = mark in "“„«"
        return expected if not is_open or not expected or free_before else False
    if free_before and not free_after:
        return True
    if free_after and not free_before:
        return not is_open and _LEADS_IN.search(text, max(0, place - 24), place) is not None
    if not is_open and before in ".,!?" and (behind := _BEHIND.match(text, place + 1)) is not None:
        return behind.group("back") is None  # '…Kehumasan."Ungkapnya.' closes what was never opened
    return not is_open
