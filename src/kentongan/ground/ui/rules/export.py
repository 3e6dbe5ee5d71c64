"""Cells that leave for a spreadsheet: no text of ours may become a formula there."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

# What spreadsheets read as the start of a formula (OWASP, CSV Injection), their full-width twins included.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# XML 1.0 has no place for these; openpyxl refuses a whole workbook because of one.
_FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])
CELL_LIMIT = 32_767  # characters in one cell, Excel's specification


def text_cell(value: str) -> str:
    """The text, harmless: an apostrophe stands before whatever would start a formula."""
    clean = value.translate(_FORBIDDEN)
    # Leading blanks and marks without width don't stop a spreadsheet from seeing the sign behind them.
    bare = clean.lstrip(" \u00a0")
    while bare and unicodedata.category(bare[0]) == "Cf":
        bare = bare[1:]
    guarded = f"'{clean}" if bare.startswith(STARTS) or clean.startswith(STARTS) else clean
    return guarded[:CELL_LIMIT]


def cell(value: object) -> str | int | float | Decimal | date | datetime | bool | None:
    """A value for one cell: numbers and dates stay what they are, everything else is harmless text.

    Aware moments lose their zone (spreadsheets have none): give them in the office's zone.
    """
    if value is None or isinstance(value, bool | int | float | Decimal):
        return value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    return text_cell(str(value))


def csv_cell(value: object) -> str:
    """The same for a CSV file, where everything is text: dates in ISO 8601, numbers with a point."""
    plain = cell(value)
    if plain is None:
        return ""
    if isinstance(plain, datetime):
        return plain.isoformat(sep=" ", timespec="minutes")
    return plain.isoformat() if isinstance(plain, date) else str(plain)
