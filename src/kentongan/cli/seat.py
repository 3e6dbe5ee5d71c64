"""Who sits where, and who is greeted first, by UU 9/2010: `seat GUESTS.csv [--level regency|province|national]`."""

import argparse
import json
from datetime import date

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_csv
from kentongan.desks.gatherings import rules as gatherings
from kentongan.ground.clock.rules import read_day
from kentongan.ground.directory import rules as directory

TEMPLATE = """\
name,post,attends,represents,spouse_of
Raden Aditya,regent,no,,
Sri Wulandari,,yes,,Raden Aditya
Ir. Bagus Santosa,secretary,yes,Raden Aditya,
Hj. Ratna Dewi,governor,yes,,
Made Suardana,council-chair,yes,,
Yohanes Tandi,district-head,yes,,
Lestari,guest,yes,,
"""

YES = ("", "yes", "y", "ya", "hadir", "true", "1", "x")
# Marks that steer the direction of writing or have no width: a name pasted with them equals no other, and they turn
# the rest of a printed line around.
UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
NO = ("no", "n", "tidak", "absen", "tidak hadir", "berhalangan", "false", "0", "-")


def main(argv: list[str]) -> int:
    """Print the chairs in order, the empty ones, and the greeting."""
    options = _parser().parse_args(argv)
    if options.template:
        _print_template(as_json=options.json)
        return 0
    if not options.guests:
        raise BadInput("a guest list is needed; --template shows one.")
    lines, guests = _guests(options.guests)
    try:
        day = read_day(options.on) if options.on else date.today()  # noqa: DTZ011 - the law of today, not a moment
        seating = gatherings.seat(guests, level=directory.Level(options.level), on=day)
    except gatherings.UnclearGuest as error:
        raise BadInput(f"{options.guests}, line {lines[error.place]}: {error}") from error
    except (LookupError, ValueError) as error:
        raise BadInput(str(error)) from error
    greeting = gatherings.greeting(seating, speaker=options.speaker)
    document = _document(seating, greeting, day)
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print(seating, greeting, document)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kentongan seat", description=__doc__)
    parser.add_argument(
        "guests", nargs="?", metavar="GUESTS.csv", help="columns: name,post,attends,represents,spouse_of"
    )
    parser.add_argument("--level", choices=[str(level) for level in directory.LEVELS], default="regency")
    parser.add_argument("--on", metavar="DAY", help="the day of the event; the law of that day holds (today)")
    parser.add_argument("--speaker", default="", metavar="NAME", help="who speaks and so isn't greeted")
    parser.add_argument("--template", action="store_true", help="an example list and every post the law names")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


def _guests(name: str) -> tuple[list[int], list[gatherings.Guest]]:
    lines, guests = [], []
    for line, cells in read_csv(name, required=("name", "post")):
        row = {column: cell.translate(UNSEEN) for column, cell in cells.items()}
        if not any(row.values()) or row["name"].startswith("#"):
            continue  # the template's own notes may stay in the file
        if any("\n" in cell for cell in row.values()):
            raise BadInput(f"{name}, line {line}: a cell runs over several lines; a quotation mark isn't closed.")
        lines.append(line)
        guests.append(
            gatherings.Guest(
                row["name"],
                row["post"],
                attends=_yes(name, line, "attends", row.get("attends", "")),
                represents=row.get("represents", ""),
                spouse_of=row.get("spouse_of", ""),
                title=row.get("title", ""),
                host=bool(row.get("host")) and _yes(name, line, "host", row["host"]),
            )
        )
    if not guests:
        raise BadInput(f"{name}: there is no guest on the list.")
    return lines, guests


def _yes(name: str, line: int, column: str, value: str) -> bool:
    word = " ".join(value.casefold().split())
    if word in YES:
        return True
    if word in NO:
        return False
    raise BadInput(f"{name}, line {line}: '{value}' in the column '{column}' is neither yes nor no (ya, tidak).")


def _document(seating: gatherings.Seating, greeting: tuple[gatherings.Salutation, ...], day: date) -> dict[str, object]:
    articles = [directory.article_on(level, day) for level in directory.LEVELS]
    return {
        "level": str(seating.level),
        "on": day.isoformat(),
        "seats": [
            {
                "order": seat.order,
                "name": seat.name,
                "post": seat.post or None,
                "title": seat.title or None,
                "group": seat.group,
                "why": seat.why,
                "beside": seat.beside or None,
                "represents": seat.represents or None,
            }
            for seat in seating.seats
        ],
        "empty": [
            {
                "order": seat.order,
                "name": seat.name,
                "post": seat.post or None,
                "title": seat.title or None,
                "group": seat.group,
                "why": seat.why,
                "represented_by": seat.represented_by or None,
            }
            for seat in seating.empty
        ],
        "greeting": [{"line": line.line, "names": list(line.names)} for line in greeting],
        "notes": list(seating.notes),
        "law": [
            {"article": article.source.cite, "verified": article.source.verified, "evidence": article.source.evidence}
            for article in articles
        ],
    }


def _print(
    seating: gatherings.Seating, greeting: tuple[gatherings.Salutation, ...], document: dict[str, object]
) -> None:
    chairs: list[gatherings.Seat | gatherings.EmptySeat] = sorted(
        [*seating.seats, *seating.empty], key=lambda chair: chair.order
    )
    shown = [
        (chair, chair.name if isinstance(chair, gatherings.Seat) else f"[kosong] {chair.name}") for chair in chairs
    ]
    name_width = min(max(len(name) for _, name in shown), 40) if shown else 0
    post_width = min(max(len(chair.title) for chair in chairs), 36) if chairs else 0
    print(f"Tata tempat, acara tingkat {seating.level}, {document['on']}\n")
    for chair, name in shown:
        print(f"  {chair.order:>3}  {chair.group:<4} {name:<{name_width}}  {chair.title:<{post_width}}  {chair.why}")
        if isinstance(chair, gatherings.EmptySeat) and chair.represented_by:
            print(f"  {'':>3}  {'':<4} {'':<{name_width}}  diwakili oleh {chair.represented_by}")
    for note in seating.notes:
        print(f"  ! {note}")
    print("\nUrutan penyapaan")
    for line in greeting:
        print(f"  - {line.line}")
    used = {chair.group.rstrip("abcdefghijklmnopqrstuvwxyz-") for chair in chairs}
    for article in directory.ARTICLES:
        if str(article.number) in used or article.level is seating.level:
            print(f"\n{article.source.cite} · {article.source.standing}")


def _print_template(*, as_json: bool) -> None:
    if as_json:
        rows = [
            {"article": article.number, "group": group.letter, "post": post, "title": directory.POSTS[post].title}
            for article in directory.ARTICLES
            for group in article.groups
            for post in group.posts
        ]
        print(json.dumps({"template": TEMPLATE, "posts": rows}, ensure_ascii=False, indent=2))
        return
    print(TEMPLATE)
    print("# attends: yes or no (ya, tidak) · represents, spouse_of: the name of another line")
    print(
        "# two more columns may follow: 'host' (yes or empty) seats the host beside the highest official (article 13);"
    )
    print("# 'title' is printed and said instead of the post's own, as Kepala Dinas Kesehatan")
    print("# post: one of these ids (the title does too), or 'guest'")
    for article in reversed(directory.ARTICLES):
        print(f"#\n# {article.source.cite} ({article.level}) · {article.source.standing}")
        for group in article.groups:
            for post in group.posts:
                print(f"#   {group.letter}  {post:<34} {directory.POSTS[post].title}")
