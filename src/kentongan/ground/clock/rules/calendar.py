"""Days, hours and zones as Indonesia writes them.

A moment is stored aware and shown on the office's clock: an activity at 00.30 WIB belongs to that day and not to
the day before, which is what UTC says of it.
"""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

# Keppres 41/1987 divides the country into three zones; each has its IANA names.
ZONES = {
    "WIB": ("Asia/Jakarta", "Asia/Pontianak"),
    "WITA": ("Asia/Makassar",),
    "WIT": ("Asia/Jayapura",),
}
_OFFSETS = {7: "WIB", 8: "WITA", 9: "WIT"}


def zone(name: str) -> ZoneInfo:
    """The zone by its Indonesian abbreviation or its IANA name.

    Raises:
        ValueError: there is no such zone.
    """
    try:
        return ZoneInfo(ZONES.get(name.upper(), (name,))[0])
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"there is no zone '{name}'; WIB, WITA, WIT or a name such as Asia/Jakarta.") from error


def zone_abbreviation(moment: datetime) -> str:
    """WIB, WITA or WIT by the moment's own offset; any other offset as `UTC+05.30`.

    Raises:
        ValueError: the moment is naive.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone can't be shown; make it aware first.")
    minutes = int(offset.total_seconds() // 60)
    if minutes % 60 == 0 and minutes // 60 in _OFFSETS:
        return _OFFSETS[minutes // 60]
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}.{abs(minutes) % 60:02}"


def local_moment(moment: datetime, zone_: str | ZoneInfo) -> datetime:
    """The same moment on the office's clock.

    Raises:
        ValueError: the moment is naive, so that no one can say when it was.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone can't be placed; make it aware first.")
    return moment.astimezone(zone(zone_) if isinstance(zone_, str) else zone_)


def local_day(moment: datetime, zone_: str | ZoneInfo) -> date:
    """The day on which the moment falls where the office stands."""
    return local_moment(moment, zone_).date()


def format_day_id(day: date) -> str:
    """`Selasa, 24 November 2026`."""
    return f"{DAYS[day.weekday()]}, {format_date_id(day)}"


def format_date_id(day: date) -> str:
    """`24 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_time_id(moment: datetime, zone_: str | ZoneInfo | None = None) -> str:
    """`09.05 WIB`: the point between hours and minutes is EYD's; the zone is named, for listeners sit in three."""
    local = moment if zone_ is None else local_moment(moment, zone_)
    return f"{local.hour:02}.{local.minute:02} {zone_abbreviation(local)}"


def format_moment_id(moment: datetime, zone_: str | ZoneInfo | None = None) -> str:
    """`Selasa, 24 November 2026, 09.05 WIB`."""
    local = moment if zone_ is None else local_moment(moment, zone_)
    return f"{format_day_id(local.date())}, {format_time_id(local)}"


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last where it has no such day (31 → 28, 29, 30)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    # The day before the next month's first is the month's last, leap years too.
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following.toordinal() - 1) - date(year, month + 1, 1).toordinal() + 1
    return date(year, month + 1, min(day.day, last))


_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_ID = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def read_day(text: str) -> date:
    """A day from `2026-03-19`, `19-03-2026`, `19/3/2026` or `19 Maret 2026`.

    Raises:
        ValueError: it is none of these, or there is no such day.
    """
    text = text.strip()
    if found := _DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_ID.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        day, month, year = _named(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"'{text[:40]}' is no day of the calendar.") from error


def _named(text: str) -> tuple[int, int, int]:
    parts = text.split()
    months = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
    if len(parts) == 3 and parts[1].lower() in months and _digits(parts[0], 2) and _digits(parts[2], 4):
        return int(parts[0]), months[parts[1].lower()], int(parts[2])
    raise ValueError(f"'{text[:40]}' isn't a day; write it as 2026-03-19.")


def _digits(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= most


def read_moment(text: str, zone_: str | ZoneInfo = "WIB") -> datetime | date:
    """A day as `read_day` takes it, or a moment as `2026-11-24T09:05` (in the zone, unless it names its own).

    Raises:
        ValueError: it is neither.
    """
    text = text.strip()
    if "T" not in text and ":" not in text:
        return read_day(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text[:40]}' isn't a moment; write it as 2026-11-24T09:05.") from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(zone_) if isinstance(zone_, str) else zone_)
    return moment


def midnight(day: date, zone_: str | ZoneInfo) -> datetime:
    """The first moment of the day where the office stands."""
    return datetime.combine(day, time.min, tzinfo=zone(zone_) if isinstance(zone_, str) else zone_)


def elapsed_after(moment: datetime, hours: int) -> datetime:
    """So many hours of real time later, in the moment's own zone.

    Python adds wall-clock hours inside one zone; a zone that changes its clock would make that wrong.
    """
    later = datetime.fromtimestamp(moment.astimezone(UTC).timestamp() + hours * 3600, tz=UTC)
    return later.astimezone(moment.tzinfo)
