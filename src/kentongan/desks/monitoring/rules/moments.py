"""When an article says it was published, as outlets, feeds and files write it."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from kentongan.desks.monitoring.rules.extraction.moments import read_stamp

# Longer than any stamp; a whole article in the field would only cost time.
_LONGEST = 80


def parse_moment(said: str) -> datetime | None:
    """The moment, aware where a zone was said; None where no day can be read.

    Reads ISO 8601, RFC 2822 (feeds), and what a page shows ("Rabu, 27 Mei 2026 14:30 WIB", "27/5/2026, 14:30").
    """
    said = said.strip()[:_LONGEST]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(said)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    stamp = read_stamp(said)
    return None if stamp is None else stamp[0]
