"""Articles from a file: JSONL as `kentongan trace` reads it, or CSV with the same names."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kentongan.desks.monitoring.rules.addresses import plain_address
from kentongan.desks.monitoring.rules.moments import parse_moment

FIELDS = ("outlet", "published", "title", "url", "text")
# Word processors and scrapers write either; the office's own names are read too.
ALIASES = {"media": "outlet", "tanggal": "published", "judul": "title", "tautan": "url", "isi": "text", "teks": "text"}
MOST_ROWS = 20_000
LONGEST_TEXT = 200_000


@dataclass(frozen=True)
class Row:
    """One article as it was given; `published` is aware, None where the file didn't say it."""

    line: int
    outlet: str
    title: str
    url: str
    text: str
    published: datetime | None


@dataclass(frozen=True)
class Fault:
    """A line that isn't taken, and why."""

    line: int
    why: str


def read_articles(content: bytes, *, zone: ZoneInfo) -> tuple[list[Row], list[Fault]]:
    """The good rows and the bad ones; a moment without a zone is the office's.

    Raises:
        ValueError: the file as a whole can't be read, as a sentence.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"the file isn't UTF-8 (byte {error.start})") from error
    if not text.strip():
        raise ValueError("the file is empty")
    raw = _from_jsonl(text) if text.lstrip().startswith("{") else _from_csv(text)
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, said in raw:
        if len(rows) + len(faults) >= MOST_ROWS:
            raise ValueError(f"more than {MOST_ROWS:,} rows; split the file")
        made = said if isinstance(said, str) else _row(line, said, zone)
        if isinstance(made, str):
            faults.append(Fault(line, made))
        else:
            rows.append(made)
    return rows, faults


# One article in one field.
_LONGEST_FIELD = 10 << 20


def _from_jsonl(text: str) -> Iterator[tuple[int, dict | str]]:
    for line, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            said = json.loads(raw)
        except (ValueError, RecursionError) as error:
            yield line, f"not JSON: {str(error)[:80]}"
            continue
        yield line, said if isinstance(said, dict) else "an object with named fields is expected"


def _from_csv(text: str) -> Iterator[tuple[int, dict | str]]:
    before = csv.field_size_limit(_LONGEST_FIELD)  # the whole program's: given back for the other readers of CSV
    try:
        yield from _csv_rows(text)
    finally:
        csv.field_size_limit(before)


def _csv_rows(text: str) -> Iterator[tuple[int, dict | str]]:
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    names = [name.strip().lower() for name in reader.fieldnames or []]
    reader.fieldnames = [ALIASES.get(name, name) for name in names]
    if "text" not in reader.fieldnames:
        raise ValueError(f"line 1: the column 'text' is missing; found: {', '.join(names)[:200]}")
    try:
        for said in reader:
            yield reader.line_num, "more values than columns" if None in said else said
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from error


def _row(line: int, said: dict, zone: ZoneInfo) -> Row | str:
    given = {ALIASES.get(str(name).lower(), str(name).lower()): value for name, value in said.items()}
    words = {name: str(given.get(name) or "").replace("\0", "").strip() for name in FIELDS}
    if not words["text"]:
        return "there is no text"
    if len(words["text"]) > LONGEST_TEXT:
        return f"the text is longer than {LONGEST_TEXT:,} characters"
    published = None
    if words["published"]:
        published = parse_moment(words["published"])
        if published is None or not 1990 <= published.year <= 2100:
            return f"the date '{words['published'][:40]}' can't be read"
        published = published if published.tzinfo else published.replace(tzinfo=zone)
    if words["url"]:
        try:
            plain_address(words["url"])
        except ValueError as error:
            return f"the link '{words['url'][:60]}' can't be used: {error}"
    if not words["outlet"] and not words["url"]:
        return "neither an outlet nor a link"
    return Row(line, words["outlet"][:120], words["title"][:300], words["url"][:600], words["text"], published)


def without_twins(rows: Iterable[Row]) -> list[Row]:
    """The rows, of several with one address the first."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        key = plain_address(row.url) if row.url else f"{row.outlet} {row.text}"
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept
