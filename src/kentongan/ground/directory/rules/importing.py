"""Persons, outlets, journalists and agencies from CSV: read, checked row by row, nothing written."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kentongan.ground.clock.rules.calendar import read_day

MOST_ROWS = 20_000
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_OUTLET_KINDS = {"online": "online", "daring": "online", "siber": "online", "print": "print", "cetak": "print",
                 "radio": "radio", "television": "television", "televisi": "television", "tv": "television",
                 "agency": "agency", "kantor berita": "agency"}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: its name, what it is also called, how it is checked, an example for the template."""

    name: str
    also: tuple[str, ...] = ()
    needed: bool = False
    check: str = ""  # email, domain, day, kind
    longest: int = 200
    example: str = ""


KINDS: dict[str, tuple[Column, ...]] = {
    "persons": (
        Column("name", ("nama",), needed=True, longest=120, example="Bagas Pranoto"),
        Column("front", ("gelar depan", "depan"), longest=60, example="Drs."),
        Column("behind", ("gelar belakang", "belakang"), longest=80, example="M.Si."),
        Column("short", ("sebutan kedua", "panggilan"), longest=60, example="Bagas"),
        Column("email", ("surel",), check="email", example="sekda@kabupaten.example"),
        Column("phone", ("telepon",), longest=40, example="(0700) 555-011"),
    ),
    "outlets": (
        Column("name", ("nama", "media"), needed=True, longest=120, example="Kencana Pos"),
        Column("kind", ("jenis",), check="kind", example="cetak"),
        Column("domain", ("situs",), check="domain", longest=120, example="kencanapos.example"),
        Column("email", ("surel",), check="email", example="redaksi@kencanapos.example"),
        Column("phone", ("telepon",), longest=40, example="(0700) 555-100"),
        Column("region", ("wilayah",), longest=80, example="Kencana"),
    ),
    "journalists": (
        Column("name", ("nama", "wartawan"), needed=True, longest=120, example="Bima Aryasatya"),
        Column("outlet", ("media",), longest=120, example="Kencana Pos"),
        Column("email", ("surel",), needed=True, check="email", example="bima@kencanapos.example"),
        Column("phone", ("telepon", "whatsapp"), longest=40, example="0812-0000-0000"),
        Column("beats", ("topik",), longest=400, example="Kesehatan, Pendidikan"),
        Column("consent_on", ("tanggal setuju", "setuju"), check="day", example="2026-01-12"),
        Column("consent_how", ("cara setuju",), longest=160, example="Formulir jumpa pers"),
    ),
    "agencies": (
        Column("name", ("nama",), needed=True, example="Dinas Kesehatan"),
        Column("short", ("singkatan",), needed=True, longest=60, example="Dinkes"),
        Column("tasks", ("tugas",), longest=4000, example="Menjaga kesehatan warga."),
        Column("functions", ("fungsi",), longest=4000, example="Pembinaan puskesmas; Pencegahan penyakit"),
        Column("matters", ("urusan",), longest=4000, example="imunisasi anak; puskesmas terdekat"),
        Column("address", ("alamat",), longest=400, example="Jalan Sehat 3"),
        Column("phone", ("telepon",), longest=40, example="(0700) 555-040"),
        Column("email", ("surel",), check="email", example="dinkes@kabupaten.example"),
    ),
}
KEY = {"persons": "name", "outlets": "name", "journalists": "email", "agencies": "name"}


@dataclass(frozen=True)
class Row:
    """A good row: its line, and clean values by column (`date` for a day, text otherwise)."""

    line: int
    values: Mapping[str, str | date | None]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row, and in which column."""

    line: int
    column: str
    why: str


@dataclass
class Reading:
    """A file as it was read."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def template(kind: str) -> str:
    """A CSV with the column names and one example row."""
    columns = KINDS[kind]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    writer.writerow([column.example for column in columns])
    return out.getvalue()


def read(kind: str, content: bytes) -> Reading:
    """Every row of a file, the bad ones named; a row without a fault is clean.

    Raises:
        ValueError: the file as a whole can't be read, as a sentence.
    """
    text = _decoded(content)
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    known = {name: column.name for column in KINDS[kind] for name in (column.name, *column.also)}
    names = [" ".join(name.lower().split()) for name in reader.fieldnames or []]
    reader.fieldnames = [known.get(name, name) for name in names]
    for column in KINDS[kind]:
        if column.needed and column.name not in reader.fieldnames:
            raise ValueError(f"line 1: the column '{column.name}' is missing; found: {', '.join(names)[:200]}")
    reading = Reading()
    seen: dict[str, int] = {}
    try:
        for raw in reader:
            _take(kind, reader.line_num, raw, reading, seen)
            if len(reading.rows) + len(reading.faults) > MOST_ROWS:
                raise ValueError(f"more than {MOST_ROWS:,} rows; split the file")
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from error
    return reading


def _decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, else what spreadsheets here write (Windows-1252)."""
    if b"\0" in content:
        raise ValueError("this looks like a spreadsheet or another binary file; save it as CSV")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if not text.strip():
        raise ValueError("the file is empty")
    return text


def _take(kind: str, line: int, raw: dict, reading: Reading, seen: dict[str, int]) -> None:
    if None in raw:
        reading.faults.append(Fault(line, "", "there are more values than columns"))
        return
    if not any((value or "").strip() for value in raw.values()):
        return
    values: dict[str, str | date | None] = {}
    bad = False
    for column in KINDS[kind]:
        said = " ".join((raw.get(column.name) or "").split())
        try:
            values[column.name] = _clean(column, said)
        except ValueError as error:
            reading.faults.append(Fault(line, column.name, str(error)))
            bad = True
    key = str(values.get(KEY[kind]) or "").casefold()
    if not bad and key in seen:
        reading.faults.append(Fault(line, KEY[kind], f"stands in line {seen[key]} too"))
        bad = True
    if not bad:
        seen[key] = line
        reading.rows.append(Row(line, values))


def _clean(column: Column, said: str) -> str | date | None:
    if not said:
        if column.needed:
            raise ValueError("is missing")
        return None if column.check == "day" else ""
    if len(said) > column.longest:
        raise ValueError(f"is longer than {column.longest} characters")
    # A cell that a spreadsheet would run as a formula is no name and no address.
    if said[0] in "=+@" or said.startswith(("-", "\t")):
        raise ValueError("begins like a formula")
    if column.check == "email" and not _EMAIL.fullmatch(said):
        raise ValueError(f"'{said[:60]}' isn't an e-mail address")
    if column.check == "domain":
        said = said.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        if not _DOMAIN.fullmatch(said):
            raise ValueError(f"'{said[:60]}' isn't a domain")
    if column.check == "kind" and said.lower() not in _OUTLET_KINDS:
        raise ValueError(f"'{said[:40]}' is none of online, cetak, radio, televisi, kantor berita")
    if column.check == "kind":
        return _OUTLET_KINDS[said.lower()]
    if column.check == "day":
        return read_day(said)
    return said.lower() if column.check == "email" else said


def listed(said: str) -> list[str]:
    """`a; b, c` as three: each once, in order."""
    return list(dict.fromkeys(part.strip() for part in re.split(r"[;,\n]", said) if part.strip()))
