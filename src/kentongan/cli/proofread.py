"""Reads a text as an editor would: each finding with its place, reason and remedy."""

import argparse
import json
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_csv, read_text
from kentongan.desks.newsroom.rules.proofread import RULES, Finding, Person, measures, proofread
from kentongan.ground.clock.rules.calendar import read_day
from kentongan.ground.clock.rules.words import Said, in_words
from kentongan.ground.language.rules.names import parse_name

WORDS = {"stop": "WAJIB", "warn": "PERIKSA", "note": "SARAN"}
TEMPLATE = """name,full,posts
Wirya Adiguna,"H. Wirya Adiguna, S.E., M.M.",Bupati Tirta Kencana
Bagas Pranoto,"Drs. Bagas Pranoto, M.Si.",Sekretaris Daerah; Plt. Kepala Dinas Kesehatan
"""
# Beyond these the readable list counts what is left of a rule that doesn't stop; --json lists all.
MOST_SHOWN = 8
WIDEST = 70
LOCALE = Path(__file__).resolve().parents[1] / "locale"


def main(argv: list[str]) -> int:
    """Exit 0 where nothing stops the text, 1 where something does, 2 for a file that can't be read."""
    parser = argparse.ArgumentParser(prog="kentongan proofread", description=__doc__)
    parser.add_argument("file", nargs="?", metavar="FILE", help="a text, UTF-8; a short first line is its headline")
    parser.add_argument("--json", action="store_true", help="one JSON document: a list of findings")
    parser.add_argument("--rules", action="store_true", help="list the rules")
    parser.add_argument("--names", metavar="LIST.csv", help="columns name, full (with titles), posts (parted by ;)")
    parser.add_argument("--template", action="store_true", help="print a LIST.csv to begin with")
    parser.add_argument("--published", metavar="DAY", help="the day of the text, for dates without a year")
    options = parser.parse_args(argv)
    if options.template:
        print(TEMPLATE, end="")
        return 0
    if options.rules:
        print(_rules(as_json=options.json))
        return 0
    if not options.file:
        raise BadInput("name the text to be read, or ask for --rules.")
    text = read_text(options.file)
    try:
        published = read_day(options.published) if options.published else None
    except ValueError as error:
        raise BadInput(f"--published: {error}") from error
    findings = proofread(text, published=published, known=_persons(options.names))
    if options.json:
        print(json.dumps([_as_json(one) for one in findings], ensure_ascii=False, indent=1))
    else:
        print(_table(options.file, text, findings))
    return 1 if any(one.severity == "stop" for one in findings) else 0


def _persons(name: str | None) -> list[Person]:
    """The office's list: a CSV with a header, or one full name a line."""
    if not name:
        return []
    first = read_text(name).partition("\n")[0].replace(";", ",")
    if "name" not in [column.strip().strip('"') for column in first.split(",")]:
        lines = [line.strip().strip('"') for line in read_text(name).splitlines() if line.strip()]
        return [Person(parse_name(line).name, line) for line in lines]
    found = []
    for line, row in read_csv(name, required=("name",)):
        if not any(letter.isalpha() for letter in row["name"]):
            raise BadInput(f"{name}, line {line}: the name is empty.")
        posts = tuple(post.strip() for post in row.get("posts", "").split(";") if post.strip())
        found.append(Person(row["name"], row.get("full", ""), posts))
    return found


def _rules(*, as_json: bool) -> str:
    if as_json:
        rows = [{"id": one.id, "severity": one.severity, "marks": one.marks, "source": one.source} for one in RULES]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    width = max(len(rule.id) for rule in RULES)
    return "\n".join(f"{rule.id:<{width}}  {rule.severity:<4}  {rule.marks}  ({rule.source})" for rule in RULES)


def _as_json(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "span": list(one.span),
        "why": _told(one.why),
        "suggestion": _told(one.suggestion),
        "severity": one.severity,
        "source": one.source,
    }


def _table(name: str, text: str, findings: list[Finding]) -> str:
    """Line, weight, words, reason, remedy; a count and the measures at the end."""
    lines: list[str] = []
    seen: dict[tuple[str, str], int] = {}
    for one in findings:
        key = (one.severity, one.rule)
        seen[key] = seen.get(key, 0) + 1
        if one.severity == "stop" or seen[key] <= MOST_SHOWN:
            lines += _row(name, text, one)
    for (severity, rule), count in seen.items():
        if severity != "stop" and count > MOST_SHOWN:
            lines.append(f"… dan {count - MOST_SHOWN} {rule} lagi (--json menampilkan semuanya).")
    counts = ", ".join(f"{sum(f.severity == s for f in findings)} {word.lower()}" for s, word in WORDS.items())
    return "\n".join([*lines, counts if findings else "Tidak ada temuan.", *_measures(text)])


def _row(name: str, text: str, one: Finding) -> list[str]:
    line = text.count("\n", 0, one.start) + 1
    words = " ".join(text[one.start : one.end].split())
    shown = f"“{words[:WIDEST]}{'…' if len(words) > WIDEST else ''}”" if words else ""
    return [
        f"{name}:{line}  {WORDS[one.severity]:<7} {one.rule}  {shown}",
        f"    {_told(one.why)} → {_told(one.suggestion)}  [{one.source}]",
    ]


@cache
def _catalogue() -> NullTranslations:
    return translation("django", LOCALE, languages=["id"])


def _told(sentence: Said) -> str:
    """In Indonesian, as whoever writes Indonesian reads it; the office's screens have both languages."""
    return in_words(sentence, _catalogue().gettext)


def _measures(text: str) -> list[str]:
    got = measures(text)
    if got.lix is None:
        return []
    mean = f"{got.words_per_sentence:.1f}".replace(".", ",")
    harder = f"lebih sukar dibaca daripada {got.harder_than} dari 100 berita"
    return [f"{got.words} kata, {got.sentences} kalimat, rata-rata {mean} kata; {harder}."]
