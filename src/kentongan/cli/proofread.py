"""Reads a text as an editor would: each finding with its place, reason and remedy."""

import argparse
import csv
import io
import json

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_text
from kentongan.desks.newsroom.rules.proofread import RULES, Mark, proofread
from kentongan.ground.clock.rules.calendar import read_day
from kentongan.ground.language.rules.names import PersonName, parse_name

WORDS = {"stop": "WAJIB", "warn": "PERIKSA", "note": "SARAN"}


def main(argv: list[str]) -> int:
    """Exit 0 where nothing stops the text, 1 where something does, 2 for a file that can't be read."""
    parser = argparse.ArgumentParser(prog="kentongan proofread", description=__doc__)
    parser.add_argument("file", nargs="?", help="a text, UTF-8")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--rules", action="store_true", help="list the rules")
    parser.add_argument("--names", metavar="FILE", help="one full name a line, as it must be written")
    parser.add_argument("--published", metavar="DAY", help="the day by which `kemarin` is read")
    options = parser.parse_args(argv)
    if options.rules:
        width = max(len(rule.id) for rule in RULES)
        print("\n".join(f"{rule.id:<{width}}  {rule.severity:<4}  {rule.about}  ({rule.source})" for rule in RULES))
        return 0
    if not options.file:
        raise BadInput("name the text to be read, or ask for --rules.")
    text = read_text(options.file)
    try:
        published = read_day(options.published) if options.published else None
    except ValueError as error:
        raise BadInput(f"--published: {error}") from error
    marks = proofread(text, published=published, known=names(options.names))
    if options.json:
        print(json.dumps([as_json(mark) for mark in marks], ensure_ascii=False, indent=1))
    else:
        print(table(options.file, text, marks))
    return 1 if any(mark.severity == "stop" for mark in marks) else 0


def names(file: str | None) -> list[PersonName]:
    """The office's list: a column of full names, or the first column of a CSV."""
    if not file:
        return []
    rows = [row[0] if len(row) == 1 else ", ".join(row) for row in csv.reader(io.StringIO(read_text(file))) if row]
    return [parse_name(row.strip()) for row in rows if row.strip()]


def as_json(mark: Mark) -> dict[str, object]:
    """As the acceptance tests read it."""
    return {
        "rule": mark.rule,
        "span": list(mark.span),
        "why": mark.why,
        "suggestion": mark.suggestion,
        "severity": mark.severity,
        "source": mark.source,
    }


def table(name: str, text: str, marks: list[Mark]) -> str:
    """Line, weight, words, reason, remedy; a count at the end."""
    lines = []
    for mark in marks:
        start, end = mark.span
        line = text.count("\n", 0, start) + 1
        words = " ".join(text[start:end].split())
        shown = f"“{words[:70]}{'…' if len(words) > 70 else ''}”" if words else ""
        lines.append(f"{name}:{line}  {WORDS[mark.severity]:<7} {mark.rule}  {shown}")
        lines.append(f"    {mark.why} → {mark.suggestion}  [{mark.source}]")
    counts = ", ".join(f"{sum(m.severity == s for m in marks)} {word.lower()}" for s, word in WORDS.items())
    return "\n".join([*lines, counts if marks else "Tidak ada temuan."])
