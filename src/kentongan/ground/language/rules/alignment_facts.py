"""When two ways of writing are one claim: figures, dates and names; so that a difference of form is never a change."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kentongan.ground.language.rules.alignment_places import ABROAD, CITIES, PROVINCES
from kentongan.ground.language.rules.dates import FoundDate
from kentongan.ground.language.rules.numbers import Figure
from kentongan.ground.language.rules.numerals import IN_WORDS, parse_number, words_value

_LETTERS = re.compile(r"[^\W_]+")
# Words before a figure that say it was rounded.
_LOOSE = frozenset({"about", "more", "less", "at-least", "at-most"})


def figure_kind(ours: Figure, theirs: Figure) -> str | None:
    """`figure` where the quantity was changed, `unit` where only what is counted was, None where it is one claim."""
    if (ours.value, ours.upper) != (theirs.value, theirs.upper):
        return None if _rounded(ours, theirs) or _scaled_once(ours, theirs) else "figure"
    if ours.unit is None or theirs.unit is None or ours.unit == theirs.unit:
        return None
    return "unit"


def _rounded(ours: Figure, theirs: Figure) -> bool:
    """ "1.284" told as "sekitar 1.300" or "lebih dari 1.200": rounded, and said so."""
    if theirs.approximate not in _LOOSE or ours.upper is not None or theirs.upper is not None or not ours.value:
        return False
    digits = len(str(theirs.value.normalize()).replace("E", " ").split()[0].replace(".", "").lstrip("-"))
    near = abs(ours.value - theirs.value) <= abs(ours.value) * Decimal("0.1")
    return near and digits < len(str(ours.value.normalize()).replace("E", " ").split()[0].replace(".", "").lstrip("-"))


def _scaled_once(ours: Figure, theirs: Figure) -> bool:
    """ "350 sampai 400 juta" and "350 juta sampai 400 juta": the scale word said once or twice."""
    if ours.upper is None or ours.upper != theirs.upper or not ours.value or not theirs.value:
        return False
    return max(ours.value, theirs.value) / min(ours.value, theirs.value) in (1_000, 1_000_000, 1_000_000_000)


def same_date(ours: FoundDate, theirs: FoundDate) -> bool:
    """Whether both may be one day: what one leaves open can't contradict the other."""
    if _differ(ours.weekday_said, theirs.weekday_said):
        return False
    if ours.on is not None and theirs.on is not None:
        return ours.on == theirs.on and (ours.until == theirs.until or ours.until is None or theirs.until is None)
    if ours.on is None and theirs.on is None and ours.relative and theirs.relative:
        return ours.weekday_said is not None or ours.text.casefold() == theirs.text.casefold()
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.relative and other.on is not None and one.weekday_said is not None:
            return other.weekday_said is not None or other.on.weekday() == one.weekday_said
    if ours.relative or theirs.relative:
        return True
    months = _differ(ours.month, theirs.month) or _differ(ours.year, theirs.year)
    one_days, other_days = _days(ours), _days(theirs)
    return not months and (len(one_days) != len(other_days) or one_days == other_days)


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _days(found: FoundDate) -> list[int]:
    """The days as they are written; a month in digits comes behind the first and last day."""
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", found.text)]
    return numbers[:-1] if len(numbers) > 1 and numbers[-1] == found.month and "/" in found.text else numbers


def same_number(ours: str, theirs: str) -> bool:
    """Whether two runs of words are one number, in digits or in words: "7" and "tujuh"."""
    one, other = _number(ours), _number(theirs)
    return one is not None and one == other


def _number(words: str) -> Decimal | None:
    said = words.strip().casefold()
    if re.fullmatch(IN_WORDS, said):
        return words_value(said)
    return parse_number(said) if said[:1].isdigit() else None


def letters(words: str) -> str:
    """Only letters and digits, small: "Muara Enim" and "Muaraenim" are one."""
    return "".join(_LETTERS.findall(words)).casefold()


def same_name(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two runs of words name the same: spelled together, shortened, or one inside the other."""
    one, other = letters(" ".join(ours)), letters(" ".join(theirs))
    if one == other or not one or not other:
        return True
    ours_small, theirs_small = {letters(word) for word in ours}, {letters(word) for word in theirs}
    if ours_small <= theirs_small or theirs_small <= ours_small:
        return True
    return abbreviates(ours, theirs) or abbreviates(theirs, ours)


def glued(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether blanks fell out in printing: "Jabartelah" for "Jabar telah", and that for "Jawa Barat telah"."""
    one, other = letters("".join(ours)), letters("".join(theirs))
    if one == other:
        return True
    for count in range(1, len(ours)):
        tail = letters("".join(ours[count:]))
        if tail and other.endswith(tail) and _blend(other[: -len(tail)], [letters(word) for word in ours[:count]]):
            return True
    return False


def abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """ "Jabar" for "Jawa Barat", "OJK" for "Otoritas Jasa Keuangan", "Pemkot" for "Pemerintah Kota"."""
    if len(short) >= len(long) or len(short) > 2:
        return False
    small = [letters(word) for word in long if letters(word)]
    return _blend("".join(letters(word) for word in short), small)


def _blend(short: str, words: list[str]) -> bool:
    """Whether `short` is made of beginnings of the words, in order, the first one among them."""
    if not short or not words or len(words) > 12:
        return False
    reached = _ends(short, 0, words[0])
    for word in words[1:]:
        reached |= {end for start in reached for end in _ends(short, start, word)}
    return len(short) in reached


def _ends(short: str, start: int, word: str) -> set[int]:
    """Where in `short` a beginning of the word may end that starts at `start`."""
    found = set()
    for n in range(start + 1, len(short) + 1):
        if not word.startswith(short[start:n]):
            break
        found.add(n)
    for piece in _PIECES.get(word, ()):
        if short.startswith(piece, start):
            found.add(start + len(piece))
    return found


# Pieces of short names that aren't the beginning of their word: Diskominfo, Kadis, Polres, Kejari.
_PIECES = {"dinas": ("dis",), "kepala": ("ka",), "kepolisian": ("pol",), "negeri": ("ri",), "kejaksaan": ("keja",)}


def is_place(words: Sequence[str]) -> bool:
    """Whether the words are a province, regency, city or country of our lists."""
    spoken = " ".join(word.casefold() for word in words)
    return (
        spoken in PROVINCES
        or letters(spoken) in CITIES
        or spoken in ABROAD
        or (len(words) == 1 and _is_short_province(spoken))
    )


def _is_short_province(word: str) -> bool:
    return len(word) >= 3 and any(_blend(word, name.split()) and len(name.split()) > 1 for name in PROVINCES)
