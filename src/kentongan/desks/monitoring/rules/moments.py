"""When an article says it was published, as outlets, feeds and files write it."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from kentongan.ground.language.rules.words import MONTHS

# Western, central and eastern Indonesian time (Keppres 41/1987).
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?\Z")
_WRITTEN = re.compile(
    r"(?:\w+[,.]?\s+)?(?P<d>\d{1,2})\s+(?P<m>[A-Za-z]+)\.?\s+(?P<y>\d{4})"
    r"(?:[\s,|–-]+(?:pukul\s+|jam\s+)?(?P<H>\d{1,2})[.:](?P<M>\d{2})(?:[.:]\d{2})?)?(?:\s*(?P<zone>WIB|WITA|WIT|UTC|GMT))?"
)
_NUMERIC = re.compile(
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"
    r"(?:[\s,|–-]+(?P<H>\d{1,2})[.:](?P<M>\d{2}))?\s*(?P<zone>WIB|WITA|WIT)?"
)


def parse_moment(said: str) -> datetime | None:
    """The moment, aware where a zone was said; None where no day can be read.

    Reads ISO 8601, RFC 2822 (feeds), "Rabu, 27 Mei 2026 14:30 WIB" and "27/5/2026, 14:30".
    """
    said = said.strip()[:80]
    try:
        if _ISO.fullmatch(said):
            return datetime.fromisoformat(said.replace(" +", "+"))
        for pattern in (_WRITTEN, _NUMERIC):
            match = pattern.search(said)
            if match is not None:
                return _moment(match, said)
        return parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None


def _moment(match: re.Match[str], said: str) -> datetime | None:
    month = match.group("m")
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold())
    if number is None:
        return None
    if re.search(r"[+-]\d{4}\Z", said):
        return parsedate_to_datetime(said)
    hour, minute = int(match.group("H") or 0), int(match.group("M") or 0)
    zone = match.group("zone")
    tz = None if zone is None else timezone(timedelta(hours=_ZONES[zone])) if _ZONES[zone] else UTC
    return datetime(int(match.group("y")), number, int(match.group("d")), hour, minute, tzinfo=tz)
