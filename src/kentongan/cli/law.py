"""The law as the program holds it: `law [PAGE]` shows it, `--write` makes docs/law from rows, `--check` compares."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from kentongan.desks.gatherings.rules import seating
from kentongan.desks.opinion.rules import sample, skm
from kentongan.desks.opinion.rules.disclosure import SMALLEST
from kentongan.ground.clock import rules as clock
from kentongan.ground.clock.rules.rows import VECTOR_HOLIDAYS
from kentongan.ground.directory import rules as directory

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "law"

MADE = "*Made from the rule rows by `./kentongan law --write`; change the row, not this page.*"


def pages() -> dict[str, str]:
    """File name and text of each page that is made from rule rows."""
    return {"README.md": _index(), "clocks.md": _clocks(), "protocol.md": _protocol(), "opinion.md": _opinion()}


def outdated(folder: Path = FOLDER) -> list[str]:
    """The pages that don't say what the rows say."""
    return [name for name, text in pages().items() if not _same(folder / name, text)]


def main(argv: list[str]) -> int:
    """Print, write or compare; exit 1 where a page is out of date."""
    parser = argparse.ArgumentParser(prog="kentongan law", description=__doc__)
    parser.add_argument("page", nargs="?", choices=[name.removesuffix(".md") for name in pages()], default="README")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write docs/law")
    what.add_argument("--check", action="store_true", help="exit 1 where docs/law is out of date")
    options = parser.parse_args(argv)
    if options.check:
        old = outdated()
        for name in old:
            print(f"docs/law/{name} is out of date; run ./kentongan law --write.", file=sys.stderr)
        return 1 if old else 0
    if options.write:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"Wrote {', '.join(pages())}.")
        return 0
    print(pages()[f"{options.page}.md"], end="")
    return 0


def _same(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _validity(source: clock.Source) -> str:
    return f"{source.valid_from.isoformat()} – {source.valid_until.isoformat() if source.valid_until else ''}".rstrip()


def _standing(source: clock.Source) -> str:
    if source.verified:
        return f"verified ({source.evidence})" if source.evidence else "verified"
    return f"**not verified**: {source.evidence or 'from general knowledge'}"


def _index() -> str:
    sources = [rule.source for rule in clock.RULES]
    sources += [article.source for article in directory.ARTICLES]
    sources += [source for _, source in seating.RULES] + [skm.SOURCE]
    unread = sum(not source.verified for source in sources)
    instruments: dict[str, list[clock.Source]] = {}
    for source in sources:
        instruments.setdefault(source.instrument, []).append(source)
    rows = [
        (name, str(len(found)), str(sum(source.verified for source in found)))
        for name, found in sorted(instruments.items())
    ]
    return f"""# Law

{MADE}

What the program takes from the law stands in rows with an article, a period of validity and a mark whether somebody
has read the article itself (or a regulation that quotes it). {unread} of {len(sources)} rows are not verified; each
screen and paper that shows their result says so. The first days of validity are the instruments' own where they were
read, otherwise from general knowledge.

- [Clocks](clocks.md): deadlines of requests, objections, disputes, complaints, the right of reply, personal data
- [Protocol](protocol.md): the order of places at official events
- [Opinion](opinion.md): the satisfaction survey, sample sizes, what may be said of a survey

{_table(("instrument", "rows", "verified"), rows)}

## When a row is wrong
1. Read the article in the gazette.
2. Correct the row, or close it (`valid_until`) and add the new one beside it: a case keeps the row of its own day.
3. Set `verified` and say in `evidence` what was read; add a vector.
4. `./kentongan law --write`, then the tests.
"""


def _clocks() -> str:
    holidays = ", ".join(day.isoformat() for day in VECTOR_HOLIDAYS)
    parts = [
        f"""# Clocks

{MADE}

A working day is Monday to Friday and no public holiday, no joint leave (cuti bersama) and no day of the office's own
table. The day of receipt is day 0: that reading of *sejak diterimanya* is ours, and a field of the row. Public
holidays and joint leave come from the package `holidays`, the office's table goes before it, and a list given to
`./kentongan due --holidays` replaces both. A date in a year whose joint leave isn't decreed yet is shown with a doubt.

An extension is used once, in time, with a written reason. A stop (*waiting for the applicant*) leaves its days
uncounted. Hours run day and night.

The vectors below use a made-up calendar whose only holidays are {holidays}; the tests run each of them.
"""
    ]
    for rule in clock.RULES:
        length = f"{rule.count}{f' + {rule.extension}' if rule.extension else ''} {rule.unit}"
        facts = [
            ("ground", rule.source.cite),
            ("valid", _validity(rule.source)),
            ("standing", _standing(rule.source)),
            ("length", length + (", counted back" if rule.backwards else "")),
            ("begins", rule.starts + (" (counted as day 1)" if rule.counts_first_day else " (day 0)")),
            ("can be stopped", "yes" if rule.stops else "no"),
        ]
        vectors = [
            (vector.received.isoformat(), "yes" if vector.extended else "no", vector.due.isoformat())
            for vector in rule.vectors
        ]
        parts.append(f"## {rule.id}\n\n{rule.text}\n")
        parts.append(_table(("", ""), facts) + "\n")
        parts.append(_table(("day given", "extended", "last day"), vectors) + "\n")
        if rule.note:
            parts.append(f"{rule.note}\n")
    return "\n".join(parts)


def _protocol() -> str:
    parts = [f"# Protocol\n\n{MADE}\n\n## The rules of places\n"]
    parts.append(
        _table(
            ("rule", "ground", "valid", "standing"),
            [(text, source.cite, _validity(source), _standing(source)) for text, source in seating.RULES],
        )
        + "\n"
    )
    for article in directory.ARTICLES:
        parts.append(f"## Article {article.number}: {directory.LEVEL_WORDS[article.level]} events\n")
        parts.append(f"{article.source.cite} · valid {_validity(article.source)} · {_standing(article.source)}\n")
        rows = [
            (group.letter, ", ".join(f"{directory.POSTS[post].title} (`{post}`)" for post in group.posts))
            for group in article.groups
        ]
        parts.append(_table(("group", "posts, in order"), rows) + "\n")
    parts.append(
        """## How a list is seated

1. Guests from a higher level go first, by the highest list that names their post; then the event's own list; then
   posts that only a lower list names; then guests whom no list names.
2. Equal posts keep the order of the list given.
3. An absent official's chair keeps its number and stays empty; his representative sits by his own rank.
4. A partner sits beside the partner and by that rank, unless the own rank is higher.
5. Where the list marks a host, he sits beside the highest official present.

The greeting of a speech follows the same order; a post with three holders or more is greeted as a body.
"""
    )
    return "\n".join(parts)


def _opinion() -> str:
    bands = [
        (band.grade, band.meaning, f"{band.lowest}", f"{top}")
        for band, top in zip(skm.BANDS, ("100.00", "88.30", "76.60", "64.99"), strict=True)
    ]
    table = [(f"{population:,}", f"{needed}") for population, needed in sample.TABLE.items()]
    return f"""# Opinion

{MADE}

## The satisfaction survey (SKM) and its index (IKM)

{skm.SOURCE.cite} · valid {_validity(skm.SOURCE)} · {_standing(skm.SOURCE)}

For each element the mean of the scores {skm.LOWEST} to {skm.HIGHEST} over those who answered it; the weighted mean of
the elements, with equal weights (1/n, exact) or weights that sum to 1; times {skm.FACTOR}. A blank, a 0 or a 5 is no
answer and no zero. The index is rounded once, half up, to two decimals, and then graded.

{_table(("element", "name"), skm.ELEMENTS.items())}

{_table(("grade", "meaning", "from", "to"), bands)}

Vector: sums 105, 101, 100, 116, 102, 105, 106, 105, 115 over 29 answers give **91.48**, A. With 1/9 cut to 0.11 they
would give 90.56, with 0.111 91.38; both have been printed for these answers.

## How many must answer

Krejcie and Morgan (1970), table 1; between two rows their formula, below ten everybody. The table is made for a
proportion with a margin of five points, not for a mean: it is the rule, and no promise of precision. Needed, reached
and short are shown together.

{_table(("population", "needed"), table)}

## What may be said

- A margin of error, a design effect and a test belong to a probability sample. An opt-in or quota survey gets its
  figures, weighted as stated, and the reason why they have no margin (AAPOR).
- A census has no sampling error.
- A group with fewer than {SMALLEST} answers isn't shown (a setting, not law), nor is one more whenever the total would
  give it away by subtraction.
- What a reader must know (sponsor, who asked, population, selection, mode, dates, wording, weighting, contact) is
  asked for before publication.
"""
