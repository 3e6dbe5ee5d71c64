"""When a page says it was published: stamps for machines, lines for readers, and which of two to believe."""

import re
from datetime import UTC, datetime, timedelta, timezone

# Keppres 41/1987: western, central and eastern Indonesian time; no summer time since 1964.
ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0}
WIB = timezone(timedelta(hours=7), "WIB")
# The first Indonesian newspaper went online in 1995; an earlier stamp is a default of the software.
EARLIEST = 1995

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?"
    r"\s*(Z\b|[+-]\d{2}:?\d{2}\b|[+-]\d{2}\b|WIB\b|WITA\b|WIT\b|UTC\b|GMT\b)?)?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(\d{1,2})(?:\s+|\s*[-/.]\s*)([a-z]{3,9}|\d{1,2})(?:\s*[-/.]\s*|,?\s+)((?:19|20)\d\d)\b"
    r"(?:[\s,|/•·–-]{0,6}(?:(?:pukul|jam|at|pkl)\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm)?\b\s*(wib|wita|wit|utc|gmt)?\b)?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b"
    r"(?:[\s,|/•·–-]{0,6}(?:at\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm)?\b\s*(wib|wita|wit|utc|gmt)?\b)?",
    re.IGNORECASE,
)
_PACKED = re.compile(r"((?:19|20)\d\d)(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")


def read_stamp(text: str) -> tuple[datetime, bool, bool] | None:
    """A moment as machines or people write it: the moment (naive where no zone is given), has it a time, has it a zone.

    Reads ISO 8601 and its misspellings, "5 November 2015 14:56 WIB", "05/11/2015, 14.56 WIB", "November 5, 2015",
    packed and epoch stamps; a numeric date is day first, as Indonesia writes it. None where nothing is a date.
    """
    text = text.strip()[:200]
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC), True, True
    found = _ISO.search(text)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        return _moment((year, month, day), (hour, minute, second), None, zone)
    packed = _PACKED.fullmatch(text)
    if packed:
        year, month, day, hour, minute, second, zone = packed.groups()
        return _moment((year, month, day), (hour, minute, second), None, zone)
    for found in _SHOWN.finditer(text):
        day, month, year, hour, minute, second, half, zone = found.groups()
        number = int(month) if month.isdigit() else _MONTHS.get(month.lower())
        if number:
            return _moment((year, number, day), (hour, minute, second), half, zone)
    for found in _AMERICAN.finditer(text):
        month, day, year, hour, minute, second, half, zone = found.groups()
        if month.lower() in _MONTHS:
            return _moment((year, _MONTHS[month.lower()], day), (hour, minute, second), half, zone)
    return None


def _moment(
    date: tuple[str, str | int, str], clock: tuple[str | None, ...], half: str | None, zone: str | None
) -> tuple[datetime, bool, bool] | None:
    hour, minute, second = (int(part) if part else 0 for part in clock)
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    try:
        moment = datetime(int(date[0]), int(date[1]), int(date[2]), hour, minute, min(second, 59))  # noqa: DTZ001 - zone below
    except ValueError:
        return None
    if moment.year < EARLIEST:
        return None
    if clock[0] is None or not zone:
        return moment, clock[0] is not None, False
    offset = _offset(zone)
    return (moment, True, False) if offset is None else (moment.replace(tzinfo=timezone(offset)), True, True)


def _offset(zone: str) -> timedelta | None:
    """Distance from UTC; None for one that can't be (`+9900`)."""
    zone = zone.lower()
    if zone == "z":
        return timedelta(0)
    if zone in ZONES:
        return timedelta(hours=ZONES[zone])
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset > timedelta(hours=14):
        return None
    return -offset if zone[0] == "-" else offset


def in_address(url: str) -> datetime | None:
    """The day in an address like `/read/2017/02/17/…`, naive midnight; None where there is none."""
    found = _IN_ADDRESS.search(url)
    read = _moment((found[1], found[2], found[3]), (None, None, None), None, None) if found else None
    return read[0] if read else None


def settle(stamps: list[str], shown: list[str], url: str) -> tuple[datetime | None, list[str]]:
    """The published moment, aware, from machine stamps (best first) and visible lines (nearest the title first).

    A stamp whose clock reads the same as the visible "14:56 WIB" but whose zone says UTC is a local time wrongly
    labelled: content systems here write `Z` or `+00:00` after WIB times; then the visible zone holds.
    """
    seen = [read for read in map(read_stamp, shown) if read]
    for stamp in stamps:
        read = read_stamp(stamp)
        if not read:
            continue
        return _settled(read, seen)
    for read in sorted(seen, key=lambda r: not r[1]):
        return _settled(read, [])
    day = in_address(url)
    if day:
        return day.replace(tzinfo=WIB), ["the day comes from the address; the hour isn't known"]
    return None, ["no publication date was found"]


def _settled(read: tuple[datetime, bool, bool], seen: list[tuple[datetime, bool, bool]]) -> tuple[datetime, list[str]]:
    moment, timed, zoned = read
    naive = moment.replace(tzinfo=None)
    for other, other_timed, other_zoned in seen:
        other_naive = other.replace(tzinfo=None)
        if not other_timed:
            continue
        if not timed and naive.date() == other_naive.date():
            return _settled((other, True, other_zoned), [])
        if zoned and other_zoned and moment.replace(second=0) == other.replace(second=0):
            return moment.astimezone(other.tzinfo), []
        same_clock = naive.replace(second=0) == other_naive.replace(second=0)
        if same_clock and other_zoned and not (zoned and moment.utcoffset() == other.utcoffset()):
            if zoned:
                return other.replace(second=naive.second), [
                    "the stamp's zone contradicts the time shown; the shown zone was taken"
                ]
            return other.replace(second=naive.second), []
    if zoned:
        return moment, []
    if timed:
        return moment.replace(tzinfo=WIB), ["the time has no zone; WIB was taken"]
    return moment.replace(tzinfo=WIB), ["only the day is known; the hour isn't"]
