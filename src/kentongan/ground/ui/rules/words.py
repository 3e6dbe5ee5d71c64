"""Days, moments and numbers as the office writes them; plain functions of value and language.

Own tables, not the framework's: a printed page must give the same bytes after an upgrade.
"""

from datetime import date, datetime
from decimal import Decimal

NBSP = "\u00a0"

DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS = {
    # KBBI's own abbreviations; Mei and Juli stay short enough to be whole.
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
# Zones that Indonesian law names (Presidential Decree 41/1987); any other place shows its own abbreviation.
ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def tongue(language: str | None) -> str:
    """`id` or `en`: the two languages the tables know; anything else reads English."""
    return "id" if (language or "").lower().startswith("id") else "en"


def day(value: date, language: str = "id") -> str:
    """`Selasa, 24 November 2026`; the day and its month never part."""
    words = tongue(language)
    return f"{DAYS[words][value.weekday()]}, {plain_day(value, language)}"


def plain_day(value: date, language: str = "id") -> str:
    """`24 November 2026`, without the weekday."""
    return f"{value.day}{NBSP}{MONTHS[tongue(language)][value.month - 1]}{NBSP}{value.year}"


def short_day(value: date, language: str = "id", *, today: date | None = None) -> str:
    """`24 Nov` for tables; the year is added where it isn't this one."""
    text = f"{value.day}{NBSP}{SHORT_MONTHS[tongue(language)][value.month - 1]}"
    return text if today is not None and value.year == today.year else f"{text}{NBSP}{value.year}"


def clock(value: datetime, language: str = "id", *, zone: bool = True) -> str:
    """`09.05 WIB` (a colon in English); `value` is already in the office's zone."""
    point = "." if tongue(language) == "id" else ":"
    text = f"{value.hour:02d}{point}{value.minute:02d}"
    return f"{text}{NBSP}{zone_name(value)}" if zone and value.tzinfo else text


def zone_name(value: datetime) -> str:
    """WIB, WITA or WIT; elsewhere the zone's own abbreviation."""
    return ZONES.get(str(value.tzinfo), value.tzname() or "")


def moment(value: datetime, language: str = "id") -> str:
    """`Selasa, 24 November 2026, 09.05 WIB`."""
    return f"{day(value, language)}, {clock(value, language)}"


def number(value: int | float | Decimal, language: str = "id", *, decimals: int | None = None) -> str:
    """`1.284` and `3,5` in Indonesian, `1,284` and `3.5` in English.

    Without `decimals` an integer has none and anything else keeps what it has, without trailing zeros.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        return "–"
    text = f"{exact:,.{decimals}f}" if decimals is not None else f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if tongue(language) == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "−", 1)


def measure(value: int | float | Decimal, unit: str, language: str = "id", *, decimals: int | None = None) -> str:
    """A number and its unit, which never part: `62 %`, `1.284 hektare`."""
    return f"{number(value, language, decimals=decimals)}{NBSP}{unit}"


def size(octets: int, language: str = "id") -> str:
    """A file's size in decimal units, as people read it: `240 kB`, `4,8 MB`."""
    if octets < 1000:
        return measure(octets, "B", language)
    if octets < 1_000_000:
        return measure(round(octets / 1000), "kB", language)
    return measure(round(octets / 1_000_000, 1), "MB", language)
