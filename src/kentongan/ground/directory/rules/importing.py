"""Persons, outlets, journalists and agencies from CSV: read, checked row by row, nothing written.

What only the directory itself knows (is there such an outlet, whose journalist is it) is `queries.plan`'s to say.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kentongan.ground.clock.rules.calendar import read_day
from kentongan.ground.clock.rules.words import said
from kentongan.ground.ui.rules.export import STARTS

MOST_ROWS = 20_000
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_PHONE = re.compile(r"[+(]?\d[\d\s().\-/]*")
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
    check: str = ""  # email, phone, domain, day, kind, lines
    longest: int = 200
    example: str = ""


KINDS: dict[str, tuple[Column, ...]] = {
    "persons": (
        Column("name", ("nama",), needed=True, longest=120, example="Bagas Pranoto"),
        Column("front", ("gelar depan", "depan"), longest=60, example="Drs."),
        Column("behind", ("gelar belakang", "belakang"), longest=80, example="M.Si."),
        Column("short", ("sebutan kedua", "panggilan"), longest=60, example="Bagas"),
        Column("email", ("surel",), check="email", example="sekda@kabupaten.example"),
        Column("phone", ("telepon",), check="phone", longest=40, example="(0700) 555-011"),
    ),
    "outlets": (
        Column("name", ("nama", "media"), needed=True, longest=120, example="Kencana Pos"),
        Column("kind", ("jenis",), check="kind", example="cetak"),
        Column("domain", ("situs",), check="domain", longest=120, example="kencanapos.example"),
        Column("email", ("surel",), check="email", example="redaksi@kencanapos.example"),
        Column("phone", ("telepon",), check="phone", longest=40, example="(0700) 555-100"),
        Column("region", ("wilayah",), longest=80, example="Kencana"),
    ),
    "journalists": (
        Column("name", ("nama", "wartawan"), needed=True, longest=120, example="Bima Aryasatya"),
        Column("outlet", ("media",), longest=120, example="Kencana Pos"),
        Column("email", ("surel",), needed=True, check="email", example="bima@kencanapos.example"),
        Column("phone", ("telepon", "whatsapp"), check="phone", longest=40, example="0812-0000-0000"),
        Column("beats", ("topik",), longest=400, example="Kesehatan, Pendidikan"),
        Column("consent_on", ("tanggal setuju", "setuju"), check="day", example="2026-01-12"),
        Column("consent_how", ("cara setuju",), longest=160, example="Formulir jumpa pers"),
    ),
    "agencies": (
        Column("name", ("nama",), needed=True, example="Dinas Kesehatan"),
        Column("short", ("singkatan",), needed=True, longest=60, example="Dinkes"),
        Column("tasks", ("tugas",), longest=4000, example="Menjaga kesehatan warga."),
        Column(
            "functions", ("fungsi",), check="lines", longest=4000, example="Pembinaan puskesmas; Pencegahan penyakit"
        ),
        Column("matters", ("urusan",), check="lines", longest=4000, example="imunisasi anak; puskesmas terdekat"),
        Column("address", ("alamat",), longest=400, example="Jalan Sehat 3"),
        Column("phone", ("telepon",), check="phone", longest=40, example="(0700) 555-040"),
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
    """What is wrong with one row, and in which column; `why` is a `Said` sentence, for the terminal and the screen."""

    line: int
    column: str
    why: str


@dataclass
class Reading:
    """A file as it was read; `seen` is the line in which each key stands."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)


def template(kind: str) -> str:
    """A CSV with the column names and one example row."""
    columns = KINDS[kind]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    writer.writerow([column.example for column in columns])
    return out.getvalue()


def read(kind: str, content: bytes, *, today: date) -> Reading:
    """Every row of a file, the bad ones named; a row without a fault is clean.

    Raises:
        ValueError: the file as a whole can't be read; its one argument is a `Said` sentence.
    """
    text = _decoded(content)
    reader = _reader(kind, text)
    reading = Reading()
    try:
        for number, raw in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise ValueError(said("there are more than %(most)s rows; split the file", most=f"{MOST_ROWS:,}"))
            _take(kind, reader.line_num, raw, reading, today=today)
    except csv.Error as error:
        raise ValueError(said("line %(line)s isn't CSV (%(why)s)", line=reader.line_num, why=str(error))) from error
    return reading


def _reader(kind: str, text: str) -> csv.DictReader:
    """Rows by our column names; the header is in Indonesian or English, comma or semicolon tell themselves apart."""
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        names = [" ".join(name.lower().replace("_", " ").split()) for name in reader.fieldnames or []]
    except csv.Error as error:
        raise ValueError(said("line %(line)s isn't CSV (%(why)s)", line=1, why=str(error))) from error
    known = {name.replace("_", " "): column.name for column in KINDS[kind] for name in (column.name, *column.also)}
    columns = [known.get(name, name) for name in names]
    for column in KINDS[kind]:
        if columns.count(column.name) > 1:
            raise ValueError(said("line 1 names the column '%(column)s' twice", column=column.name))
        if column.needed and column.name not in columns:
            found = ", ".join(names)[:200]
            raise ValueError(
                said("line 1 lacks the column '%(column)s'; found: %(found)s", column=column.name, found=found)
            )
    reader.fieldnames = columns
    return reader


def decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, else what spreadsheets here write (Windows-1252).

    A byte that is in neither becomes U+FFFD, and the row that holds it is named.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise ValueError(said("this looks like a spreadsheet or another binary file; save it as CSV"))
    text = decoded(content)
    if not text.strip():
        raise ValueError(said("the file is empty"))
    return text


def _take(kind: str, line: int, raw: dict, reading: Reading, *, today: date) -> None:
    if None in raw:
        reading.faults.append(Fault(line, "", said("there are more values than columns")))
        return
    if not any((value or "").strip() for value in raw.values()):
        return
    values: dict[str, str | date | None] = {}
    faults: list[Fault] = []
    for column in KINDS[kind]:
        try:
            cell = raw.get(column.name) or ""
            text = "\n".join(lines(cell)) if column.check == "lines" else " ".join(cell.split())
            values[column.name] = _clean(column, text)
        except ValueError as error:
            faults.append(Fault(line, column.name, error.args[0]))
    if not faults and kind == "journalists":
        faults += _consent(line, values, today)
    key = key_of(kind, values)
    if not faults and key in reading.seen:
        faults.append(Fault(line, KEY[kind], said("stands in line %(line)s too", line=reading.seen[key])))
    reading.faults += faults
    if not faults:
        reading.seen[key] = line
        reading.rows.append(Row(line, values))


def key_of(kind: str, values: Mapping[str, str | date | None]) -> str:
    """By what a row is found again: the name, a journalist's address; capitals don't tell two apart."""
    return str(values.get(KEY[kind]) or "").lower()


def _consent(line: int, values: Mapping[str, str | date | None], today: date) -> list[Fault]:
    """Consent is a day and how it was given: it must be shown later (UU 27/2022, article 24)."""
    on = values["consent_on"]
    if isinstance(on, date) and on > today:
        return [Fault(line, "consent_on", said("that day is still to come"))]
    if on and not values["consent_how"]:
        return [Fault(line, "consent_how", said("say how the consent was given"))]
    if values["consent_how"] and not on:
        return [Fault(line, "consent_on", said("say when the consent was given"))]
    return []


def _clean(column: Column, text: str) -> str | date | None:
    if not text:
        if column.needed:
            raise ValueError(said("is missing"))
        return None if column.check == "day" else ""
    if len(text) > column.longest:
        raise ValueError(said("is longer than %(most)s characters", most=column.longest))
    if "\ufffd" in text:
        raise ValueError(said("holds a character that can't be read; save the file as UTF-8"))
    if column.check == "phone":
        # Our own files put an apostrophe before a leading plus, so that no spreadsheet computes it.
        text = text.removeprefix("'")
        if not _PHONE.fullmatch(text):
            raise ValueError(said("'%(text)s' isn't a telephone number", text=text[:60]))
        return text
    # A cell that a spreadsheet would run as a formula is no name and no address.
    if any(line.startswith(STARTS) for line in text.split("\n")):
        raise ValueError(said("begins like a formula"))
    return _checked(column, text)


def _checked(column: Column, text: str) -> str | date:
    if column.check == "email":
        if not _EMAIL.fullmatch(text):
            raise ValueError(said("'%(text)s' isn't an e-mail address", text=text[:60]))
        return text.lower()
    if column.check == "domain":
        bare = text.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        if not _DOMAIN.fullmatch(bare):
            raise ValueError(said("'%(text)s' isn't a domain", text=text[:60]))
        return bare
    if column.check == "kind":
        if text.lower() not in _OUTLET_KINDS:
            raise ValueError(
                said("'%(text)s' is none of online, cetak, radio, televisi, kantor berita", text=text[:40])
            )
        return _OUTLET_KINDS[text.lower()]
    if column.check == "day":
        try:
            return read_day(text)
        except ValueError as error:
            raise ValueError(said("'%(text)s' isn't a day; write it as 2026-03-19", text=text[:40])) from error
    return text


def lines(text: str) -> list[str]:
    """One per line or between semicolons: each once, in order, without the dash or dot of a list."""
    parts = (" ".join(part.split()).lstrip("-•* ") for part in re.split(r"[;\n]", text))
    return list(dict.fromkeys(part for part in parts if part))


def listed(text: str) -> list[str]:
    """`a; b, c` as three: each once, in order."""
    return list(dict.fromkeys(part.strip() for part in re.split(r"[;,\n]", text) if part.strip()))
