"""Traces a release through articles: who carried it, how much of it, and what was changed on the way."""

import argparse
import json
from dataclasses import dataclass
from datetime import datetime

from kentongan.cli.inputs import read_jsonl, read_text
from kentongan.desks.monitoring.rules.moments import parse_moment
from kentongan.desks.monitoring.rules.tracing import Piece, trace_all
from kentongan.ground.language.rules.alignment import Trace

# The glossary's words for the kinds of change (docs/words.md).
KINDS = {
    "figure": "angka", "unit": "satuan", "date": "tanggal", "place": "tempat", "name": "nama", "title": "jabatan",
    "quotation": "kutipan", "speaker": "narasumber", "negation": "ingkar",
}  # fmt: skip
WIDEST, MOST_CUTS = 160, 8


@dataclass(frozen=True)
class Row:
    """One article as it was read."""

    url: str
    outlet: str | None
    published: str | None
    title: str | None
    text: str

    @property
    def moment(self) -> datetime | None:
        return parse_moment(self.published) if self.published else None


def main(argv: list[str]) -> int:
    """Exit 0: someone carries it; 1: nobody does; 2: bad input."""
    parser = argparse.ArgumentParser(prog="kentongan trace", description=__doc__)
    parser.add_argument("release", metavar="RELEASE.txt", help="our text, UTF-8")
    parser.add_argument("articles", metavar="ARTICLES.jsonl", help="one article a line: url, text, outlet, published")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a readable list")
    options = parser.parse_args(argv)
    release = read_text(options.release)
    rows = read_articles(options.articles)
    traces = trace_all(release, [Piece(row.text, row.moment.date() if row.moment else None) for row in rows])
    if options.json:
        document = [_as_json(row, trace) for row, trace in zip(rows, traces, strict=True)]
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _print(release, rows, traces)
    return 0 if any(trace.carried for trace in traces) else 1


def read_articles(name: str) -> list[Row]:
    """The articles of a JSONL file; a bad line is named."""
    return [
        Row(row["url"], _said(row, "outlet"), _said(row, "published"), _said(row, "title"), row["text"])
        for _, row in read_jsonl(name, required=("url", "text"))
    ]


def _said(row: dict[str, object], field: str) -> str | None:
    value = row.get(field)
    return value if isinstance(value, str) and value.strip() else None


def _as_json(row: Row, trace: Trace) -> dict[str, object]:
    return {
        "url": row.url,
        "outlet": row.outlet,
        "published": row.published,
        "carried": trace.carried,
        "kept": round(trace.kept, 4),
        "ours": round(trace.ours, 4),
        "changes": [
            {"kind": change.kind, "was": change.was, "is": change.now, "where": list(change.where)}
            for change in trace.changes
        ],
        "passages": [
            {
                "ours": list(passage.ours),
                "theirs": list(passage.theirs),
                "words": passage.words,
                "formula": passage.formula,
            }
            for passage in trace.passages
        ],
        "cut": [list(span) for span in trace.cut],
        "added": [list(span) for span in trace.added],
    }


def _print(release: str, rows: list[Row], traces: list[Trace]) -> None:
    carried = [(row, trace) for row, trace in zip(rows, traces, strict=True) if trace.carried]
    print(f"{len(carried)} of {len(rows)} articles carry the text ({len(release.split())} words).")
    for row, trace in sorted(carried, key=lambda pair: -pair[1].kept):
        print()
        print(f"{row.outlet or '(no outlet)'} · {row.published or '(no date)'} · {row.title or ''}".rstrip(" ·"))
        print(f"  {row.url}")
        passages = sum(not passage.formula for passage in trace.passages)
        print(f"  kept {trace.kept:.0%} of ours · {trace.ours:.0%} of the article is ours · {passages} passages")
        for change in trace.changes:
            print(f"  ! {change.kind} ({KINDS[change.kind]}), at {change.where[0]}:")
            print(f"      was  {_short(change.was)}")
            print(f"      is   {_short(change.now)}")
        for start, end in trace.cut[:MOST_CUTS]:
            print(f"  - cut: {_short(release[start:end])}")
        if len(trace.cut) > MOST_CUTS:
            print(f"  - and {len(trace.cut) - MOST_CUTS} more cuts (--json lists them)")


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= WIDEST else one_line[: WIDEST - 1] + "…"
