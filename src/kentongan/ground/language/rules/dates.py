"""Dates in an Indonesian text, against the day it was published, and whether the weekday said is the date's own.

A date is an expression that names a day (or a month of a year, or a run of days): "Rabu (5/9/2018)",
"5 September 2018", "28-30 Mei", "kemarin", "Senin pekan lalu". A bare year is none, and neither is "tahun ini".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .words import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class FoundDate:
    """One date.

    `on` is None where the text alone (and the publication day, if given) doesn't settle the day; then `month` and
    `year` hold what it did say. `until` is the last day of a run. `weekday_said` counts from Monday = 0;
    `weekday_ok` is None unless both a weekday and a whole date stand there.
    """

    start: int
    end: int
    text: str
    on: date | None
    weekday_said: int | None
    weekday_ok: bool | None
    relative: bool
    until: date | None = None
    month: int | None = None
    year: int | None = None


# "minggu" without a capital is a week.
_DAY_NAME = (
    r"(?:[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]um['’]?at|[Ss]abtu|Minggu|Ahad"
    r"|SENIN|SELASA|RABU|KAMIS|JUMAT|SABTU|MINGGU)"
)
_PART = r"(?:dini hari|pagi|siang|sore|petang|malam)"
_MARKET_DAY = r"(?:Legi|Pahing|Pon|Wage|Kliwon)"
_MONTH = "(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b(?:\.(?=\s\d{4}))?"
_HIJRI = (
    r"(?i:Muharr?am|S[ah]a?far|Rabi['’]?ul (?:Awal|Akhir)|Jumadil (?:Awal|Akhir)|Rajab|S[yh]+a['’]?ban|Rama[dh]+an"
    r"|S[yh]+awal|D?z?ul?[qk]a['’]?[dh]+ah|D?zul[qk]a['’]?idah|D?z[uh]+l?[hi]+j+ah)"
)
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_DASH = r"\s?[-–—]\s?"

# The weekday before a date with what may stand between: "Rabu malam (", "Kamis, ", "Sabtu-Minggu (", "Rabu tanggal ".
_WEEKDAY_HEAD = (
    rf"(?:(?P<eve>\bmalam )?(?<!\w)(?P<weekday>{_DAY_NAME})(?!\w)"
    rf"(?:(?:{_DASH}|\s(?:dan|hingga|sampai|s\.d\.)\s)(?P<weekday2>{_DAY_NAME})(?!\w))?"
    rf"(?:\s{_MARKET_DAY})?(?:\s(?:kemarin|lalu|tadi|ini|besok))?(?:\s{_PART})?"
    r"(?:\s(?:lalu|kemarin|tadi|ini|waktu setempat|WIB))?"
    r"\s?,?\s?(?:\(|tanggal\s|tgl\.?\s)?\s?)"
)
_NUMERIC = (
    r"(?P<d1>\d{1,2})(?:[-–](?P<d2>\d{1,2}))?\s?/\s?(?P<m>\d{1,2})(?:\s?/\s?(?P<y>\d{4}|\d{2}))?(?![\d/])"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?P<dd>\d{1,2})(?P<sep>[-.])(?P<dm>\d{1,2})(?P=sep)(?P<dy>\d{4})(?![\d.-]\d|\d)"
)
_WRITTEN = (
    rf"(?P<w1>\d{{1,2}})(?:\s(?P<wm1>{_MONTH})(?:\s(?P<wy1>{_YEAR}))?)?"
    rf"(?:{_DASH}|\s?/\s?|\s(?:dan|hingga|sampai(?:\sdengan)?|s\.?/?d\.?)\s)(?P<w2>\d{{1,2}})\s(?P<wm2>{_MONTH})(?:,?\s(?P<wy2>{_YEAR})(?!\d))?"
    rf"|(?P<w>\d{{1,2}})\s(?P<wm>{_MONTH})(?:,?\s(?P<wy>{_YEAR})(?!\d)|\s\((?P<wy3>{_YEAR})\))?"
)
_ABSOLUTE = re.compile(rf"{_WEEKDAY_HEAD}?(?<![\w,.])(?<!\d[-/])(?:{_WRITTEN}|{_NUMERIC})(?P<close>\))?")
_HIJRI_DATE = re.compile(rf"(?<!\w)\d{{1,2}}\s{_HIJRI}(?:\s1[34]\d\d)?(?:\s(?:H|Hijriah|Hijriyah)\b)?")
_MONTH_YEAR = re.compile(
    rf"(?<!\w)(?:{_MONTH}(?:{_DASH}|\s(?:dan|hingga|sampai)\s))?(?P<m>{_MONTH})(?:\stahun)?\s(?P<y>{_YEAR})(?![\w/])"
)
_ON_THE = re.compile(rf"(?<!\w)(?:[Tt]anggal|[Tt]gl\.?)\s(?P<d>\d{{1,2}})(?!\w|[.,/:-]\d|\s{_MONTH})")
_RELATIVE = re.compile(
    rf"""(?<![\w-])(?:
      (?P<weekday>{_DAY_NAME})(?:\s{_PART})?(?:\s(?P<week>(?:pekan|minggu)\s(?:lalu|kemarin|ini|depan)|lalu|kemarin|ini|depan|mendatang|besok|nanti))?
    | (?P<kemarin_lusa>[Kk]emarin\s(?:lusa|dulu))
    | (?P<kemarin>[Kk]emarin(?:\s{_PART})?|[Ss]emalam|(?:[Tt]adi|[Mm]alam)\s(?:malam|tadi))
    | (?P<besok>[Bb]esok(?:\s{_PART})?|[Ee]sok\shari)
    | (?P<lusa>[Ll]usa)
    | (?P<today>(?<!\d\s)(?<!(?:dua|ima)\s)(?<!tiga\s)[Hh]ari\sini
        | (?:[Tt]adi|[Nn]anti)\s(?:pagi|siang|sore|petang|malam)
        | (?:[Pp]agi|[Ss]iang|[Ss]ore|[Pp]etang|[Mm]alam|[Dd]ini\shari)\s(?:hari\s)?(?:ini|tadi|nanti))
    | (?P<ago>(?P<n>\d{{1,2}}|satu|dua|tiga|empat|lima|enam|tujuh)\shari\s(?P<dir>(?:yang\s)?lalu|lagi))
    )(?![\w-])""",
    re.VERBOSE,
)
_SMALL = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_EVERY = re.compile(r"(?:setiap|tiap|saban|tiap-tiap)(?:\s(?:hari|pekan))?\s\Z", re.IGNORECASE)
# "Minggu" of a newspaper's name or "Sabtu" of a film's is no day: a bare weekday must not stand behind a capital.
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’]*\s\Z")
_LONGER_BEFORE = re.compile(r"(?:pekan|minggu|bulan|tahun|musim|kuartal|semester|hari-hari) \Z")
_HEAD_OF_SENTENCE = re.compile(r"(?:\A|[.!?\n]\s?[\"“'‘]?|[\"“])\s*\Z")
# A date without a year lies within half a year of the publication day (the longest gap between print and event that a
# reader can resolve without the year).
_HALF_YEAR = 183


def find_dates(text: str, *, published: date | None = None) -> list[FoundDate]:
    """Every date in order, none overlapping; `published` settles "kemarin" and years left out.

    The span holds the weekday and a bracket around the date ("Rabu (5/9/2018)"). `weekday_ok` False is a promise: the
    words before the date name another weekday than the calendar.
    """
    found: list[FoundDate] = []
    taken = 0
    for start, end, make in sorted(_candidates(text, published), key=lambda one: (one[0], -one[1])):
        if start >= taken and make is not None:
            found.append(make)
            taken = end
    return found


def _candidates(text: str, published: date | None) -> Iterator[tuple[int, int, FoundDate | None]]:
    for match in _ABSOLUTE.finditer(text):
        one = _absolute(text, match, published)
        if one is not None:
            yield one.start, one.end, one
    for match in _HIJRI_DATE.finditer(text):
        yield match.start(), match.end(), _plain(match, None)
    for match in _MONTH_YEAR.finditer(text):
        month = MONTHS.get(match.group("m").rstrip(".").casefold())
        yield match.start(), match.end(), _plain(match, None, month=month, year=int(match.group("y")))
    for match in _ON_THE.finditer(text):
        if 1 <= int(match.group("d")) <= 31:
            yield match.start(), match.end(), _plain(match, None)
    for match in _RELATIVE.finditer(text):
        one = _relative(text, match, published)
        if one is not None:
            yield one.start, one.end, one


def _plain(match: re.Match[str], on: date | None, *, month: int | None = None, year: int | None = None) -> FoundDate:
    return FoundDate(match.start(), match.end(), match.group(), on, None, None, False, None, month, year)


@dataclass(frozen=True, slots=True)
class _Said:
    """Day, month and year as written, and the last day of a run."""

    day: int
    month: int
    year: int | None
    last_day: int | None = None
    last_month: int | None = None


def _absolute(text: str, match: re.Match[str], published: date | None) -> FoundDate | None:
    said = _said(match)
    if said is None or not (1 <= said.day <= 31 and 1 <= said.month <= 12):
        return None
    if match.group("m") and not match.group("y") and not _means_a_day(text, match):
        return None
    start, end = match.span()
    head = match.group("weekday")
    closed = match.group("close") is not None
    opened = head is not None and "(" in text[start : match.start(_first_group(match))]
    if closed and not opened:
        end -= 1
    if match.group("eve"):
        start = match.start("weekday")
    weekday = WEEKDAYS[head.casefold().replace("’", "'")] if head else None
    on = _settled(said, weekday, published)
    until = _until(said, on)
    ok = _weekday_ok(match, said, on, until)
    return FoundDate(
        start, end, text[start:end], on, weekday, ok, False, until, said.month, on.year if on else said.year
    )


def _first_group(match: re.Match[str]) -> str:
    return next(name for name in ("d1", "iso", "dd", "w1", "w") if match.group(name) is not None)


def _said(match: re.Match[str]) -> _Said | None:
    group = match.group
    if group("iso"):
        year, month, day = (int(part) for part in group("iso").split("-"))
        return _Said(day, month, year) if 1500 <= year < 2200 else None
    if group("dd"):
        return _Said(int(group("dd")), int(group("dm")), int(group("dy")))
    if group("d1"):
        year_said = group("y")
        year_number = (int(year_said) if len(year_said) == 4 else 2000 + int(year_said)) if year_said else None
        return _Said(int(group("d1")), int(group("m")), year_number, int(group("d2")) if group("d2") else None)
    if group("w1"):
        last_month = _month(group("wm2"))
        first_month = _month(group("wm1")) if group("wm1") else last_month
        year_text = group("wy1") or group("wy2")
        last = int(group("w2"))
        return _Said(int(group("w1")), first_month, int(year_text) if year_text else None, last, last_month)
    year_text = group("wy") or group("wy3")
    return _Said(int(group("w")), _month(group("wm")), int(year_text) if year_text else None)


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").casefold()]


def _means_a_day(text: str, match: re.Match[str]) -> bool:
    """ "(5/9)" and "Rabu, 5/9" are days; "1/3 bagian", "24/7" and "Nomor 5/9" aren't."""
    if match.group("weekday"):
        return True
    first = match.start("d1")
    return text[first - 1 : first] == "(" and match.group("close") is not None


def _settled(said: _Said, weekday: int | None, published: date | None) -> date | None:
    if said.year is not None:
        return _day(said.year, said.month, said.day)
    if published is None:
        return None
    near = []
    for year in (published.year - 1, published.year, published.year + 1):
        on = _day(year, said.month, said.day)
        if on is not None:
            near.append((abs((on - published).days), on))
    near = [(gap, on) for gap, on in sorted(near) if gap <= _HALF_YEAR + 20]
    fitting = [on for _, on in near if weekday is None or on.weekday() == weekday]
    return fitting[0] if fitting else near[0][1] if near else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _until(said: _Said, on: date | None) -> date | None:
    if on is None or said.last_day is None:
        return None
    last = _day(on.year, said.last_month or said.month, said.last_day)
    if last is not None and last < on:
        last = _day(on.year + 1, said.last_month or said.month, said.last_day)
    return last


def _weekday_ok(match: re.Match[str], said: _Said, on: date | None, until: date | None) -> bool | None:
    if match.group("weekday") is None or on is None:
        return None
    first = WEEKDAYS[match.group("weekday").casefold().replace("’", "'")]
    second = match.group("weekday2")
    if match.group("eve"):  # "malam Jumat (28/5)": Thursday night carries either date
        return on.weekday() in (first, (first - 1) % 7)
    if second is None and said.last_day is None:
        return on.weekday() == first
    if second is None or until is None:
        return None  # "Senin-Selasa (25/5)", "Senin (25-26/5)": which day is meant isn't said
    return on.weekday() == first and until.weekday() == WEEKDAYS[second.casefold().replace("’", "'")]


def _relative(text: str, match: re.Match[str], published: date | None) -> FoundDate | None:
    before = text[max(0, match.start() - 24) : match.start()]
    if _EVERY.search(before):
        return None
    weekday = match.group("weekday")
    if weekday is not None:
        return _relative_weekday(text, match, before, published)
    if match.group("kemarin") and _LONGER_BEFORE.search(before):
        return None  # "pekan kemarin"
    gap = _gap(match)
    on = published + timedelta(days=gap) if published else None
    return FoundDate(match.start(), match.end(), match.group(), on, None, None, True)


def _gap(match: re.Match[str]) -> int:
    if match.group("ago"):
        count = match.group("n")
        days = _SMALL[count] if count in _SMALL else int(count)
        return days if match.group("dir") == "lagi" else -days
    gaps = {"kemarin_lusa": -2, "kemarin": -1, "besok": 1, "lusa": 2, "today": 0}
    return next(days for name, days in gaps.items() if match.group(name))


def _relative_weekday(text: str, match: re.Match[str], before: str, published: date | None) -> FoundDate | None:
    """A weekday alone. "Senin pekan lalu" is the Monday of the week before (ISO weeks), "Senin lalu" the last one
    before the publication day, "Senin mendatang" the next one; a weekday with nothing behind it stays open (None)."""
    week = match.group("week")
    if match.group("weekday") == "Minggu" and week and " " not in week and not before.endswith(("hari ", "Hari ")):
        return (
            None  # "Minggu lalu" is the week, whatever its letter; the day is "Minggu pekan lalu", "hari Minggu lalu"
        )
    name = _CAPITAL_BEFORE.search(before)
    if week is None and name is not None and not _HEAD_OF_SENTENCE.search(before, 0, name.start()):
        return None
    said = WEEKDAYS[match.group("weekday").casefold().replace("’", "'")]
    on = _week_day(said, week, published) if published and week else None
    return FoundDate(match.start(), match.end(), match.group(), on, said, None, True)


def _week_day(said: int, week: str, published: date) -> date:
    monday = published - timedelta(days=published.weekday())
    words = week.split()
    if len(words) == 2:
        shift = {"lalu": -7, "kemarin": -7, "ini": 0, "depan": 7}[words[1]]
        return monday + timedelta(days=shift + said)
    if words[0] in ("lalu", "kemarin"):
        return published - timedelta(days=(published.weekday() - said - 1) % 7 + 1)
    if words[0] == "ini":
        return monday + timedelta(days=said)
    return published + timedelta(days=(said - published.weekday() - 1) % 7 + 1)
