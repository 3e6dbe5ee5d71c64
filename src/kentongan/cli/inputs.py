"""What a command reads: text, JSONL and CSV files, each fault told with its line."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kentongan.cli import BadInput

# A release or an article is a few kB; the largest real archive file we met is under 100 MB.
LARGEST = 512 << 20


def read_bytes(name: str) -> bytes:
    """The whole file, or a sentence why not."""
    path = Path(name)
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"{name} is larger than {LARGEST >> 20} MB; split it first.")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{name} can't be read: {error.strerror}.") from error


def read_text(name: str) -> str:
    """The file as UTF-8 text (a byte order mark is dropped); names the first line that isn't UTF-8 or holds a NUL."""
    data = read_bytes(name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{name}, line {line}: this isn't UTF-8 text (byte {error.start}).") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadInput(f"{name}, line {line}: there is a NUL byte; this looks like a binary file.")
    if not text.strip():
        raise BadInput(f"{name} is empty.")
    return text


def read_jsonl(name: str, *, required: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number (from 1) and object of each line that isn't blank; a bad line is named."""
    for number, line in enumerate(read_text(name).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise BadInput(f"{name}, line {number}: this isn't JSON ({error}).") from error
        if not isinstance(row, dict):
            raise BadInput(f"{name}, line {number}: an object with named fields is expected.")
        for field in required:
            if not isinstance(row.get(field), str):
                raise BadInput(f"{name}, line {number}: the field '{field}' is missing or isn't text.")
        yield number, row


def read_csv(name: str, *, required: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and row of a CSV with a header; comma or semicolon, as spreadsheets here write either."""
    text = read_text(name)
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [column.strip() for column in reader.fieldnames or []]
        reader.fieldnames = header
        for column in required:
            if column not in header:
                raise BadInput(f"{name}, line 1: the column '{column}' is missing; found: {', '.join(header)}.")
        for row in reader:
            if None in row:
                raise BadInput(f"{name}, line {reader.line_num}: there are more values than columns.")
            yield reader.line_num, {key: (value or "").strip() for key, value in row.items()}
    except csv.Error as error:
        # The inner reader has counted the line that failed, the outer one hasn't yet.
        raise BadInput(f"{name}, line {reader.reader.line_num}: {error}.") from error
