"""When a deadline ends, day by day with the reason: `due --rule R --received D [--extend] [--holidays FILE]`."""

import argparse
import json
from datetime import date, datetime

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_text
from kentongan.ground.clock import rules as clock
from kentongan.ground.clock.rules.free_days import TEMPLATE

# A longer run of counted calendar days says nothing line by line; the JSON has each.
LONGEST_RUN = 14


def main(argv: list[str]) -> int:
    """Print the due day and how it was reached."""
    options = _parser().parse_args(argv)
    if options.template:
        print(TEMPLATE, end="")
        return 0
    if options.list:
        _print_rules(as_json=options.json)
        return 0
    if not options.rule or not options.received:
        raise BadInput("both --rule and --received are needed; --list shows the rules.")
    if options.extend > 1:
        raise BadInput("a deadline is extended once; --extend was given twice.")
    received = _received(options.received, options.zone)
    holidays = _holidays(options.holidays, received)
    try:
        answer = clock.due(
            options.rule,
            received,
            holidays=holidays,
            extended=bool(options.extend),
            stopped=[_stop(text) for text in options.stop],
        )
    except (clock.NoRule, clock.Refused) as error:
        raise BadInput(str(error)) from error
    document = _document(answer, received, holidays.source, extended=bool(options.extend))
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print(answer, document)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kentongan due", description=__doc__)
    parser.add_argument("--rule", metavar="R", help="one of: " + ", ".join(clock.IDS))
    parser.add_argument("--received", metavar="D", help="the day (2026-03-10), or the moment (2026-03-10T09:05)")
    parser.add_argument("--extend", action="count", default=0, help="with the rule's extension")
    parser.add_argument(
        "--stop",
        action="append",
        default=[],
        metavar="FROM..UNTIL[=WHY]",
        help="the clock stands in [FROM, UNTIL); again for more",
    )
    parser.add_argument("--holidays", metavar="FILE", help="free days that replace every other source (see --template)")
    parser.add_argument("--zone", default="WIB", help="WIB, WITA, WIT or such as Asia/Jakarta; for rules in hours")
    parser.add_argument("--list", action="store_true", help="the rules with their articles")
    parser.add_argument("--template", action="store_true", help="what a file of free days looks like")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


def _received(text: str, zone: str) -> date | datetime:
    try:
        return clock.read_moment(text, clock.zone(zone))
    except ValueError as error:
        raise BadInput(f"--received: {error}") from error


def _stop(text: str) -> clock.Stop:
    span, _, why = text.partition("=")
    first, dots, until = span.partition("..")
    if not dots:
        raise BadInput(f"--stop {text}: write it as 2026-03-12..2026-03-16=waiting for the applicant.")
    try:
        return clock.Stop(
            clock.read_day(first), clock.read_day(until) if until.strip() else None, why.strip() or "no reason given"
        )
    except ValueError as error:
        raise BadInput(f"--stop {text}: {error}") from error


def _holidays(name: str | None, received: date | datetime) -> clock.FreeDays:
    if name is None:
        # 100 working days and a stop end within two years; a rule counted backwards needs the year before.
        return clock.national(received.year - 1, received.year + 2)
    try:
        return clock.read_list(read_text(name))
    except ValueError as error:
        raise BadInput(f"{name}, {error}") from error


def _document(answer: clock.Due, received: date | datetime, holidays: str, *, extended: bool) -> dict[str, object]:
    rule, source = answer.rule, answer.rule.source
    return {
        "due": answer.on.isoformat() if answer.on else None,
        "due_at": answer.at.isoformat() if answer.at else None,
        "rule": rule.id,
        "text": rule.text,
        "instrument": source.instrument,
        "article": source.cite,
        "verified": source.verified,
        "evidence": source.evidence,
        "valid_from": source.valid_from.isoformat(),
        "valid_until": source.valid_until.isoformat() if source.valid_until else None,
        "unit": str(rule.unit),
        "count": rule.count,
        "extension": rule.extension,
        "extended": extended,
        "received": received.isoformat(),
        "starts": rule.starts,
        "holidays": holidays,
        "doubts": list(answer.doubts),
        "days": [
            {"on": day.on.isoformat(), "counted": day.counted, "why": day.why, "number": day.number}
            for day in answer.days
        ],
    }


def _print(answer: clock.Due, document: dict[str, object]) -> None:
    rule = answer.rule
    last = clock.format_moment_id(answer.at) if answer.at else clock.format_day_id(answer.on) if answer.on else "stands"
    print(f"{rule.id}: {last}" + (" (extended)" if document["extended"] else ""))
    print(f"  {rule.text}")
    print(f"  {rule.source.cite} · {rule.source.standing}")
    print(f"  counted in {rule.unit} from {rule.starts} · free days: {document['holidays']}")
    for doubt in answer.doubts:
        print(f"  ! {doubt}")
    if rule.note:
        print(f"  note: {rule.note}")
    print()
    for line in _lines(answer):
        print(line)


def _lines(answer: clock.Due) -> list[str]:
    rows = [
        (f"{day.number}" if day.counted else "-", f"{clock.format_day_id(day.on):<28}", day.why) for day in answer.days
    ]
    lines = [f"  {number:>4}  {day}  {why}" for number, day, why in rows]
    if answer.rule.unit is clock.Unit.WORKING_DAYS or len(lines) <= LONGEST_RUN:
        return lines
    return _folded(answer, lines)


def _folded(answer: clock.Due, lines: list[str]) -> list[str]:
    """Runs of counted days become their first and last line."""
    folded: list[str] = []
    run: list[str] = []
    for day, line in zip(answer.days, lines, strict=True):
        if day.counted:
            run.append(line)
            continue
        folded += _short(run)
        run = []
        folded.append(line)
    return folded + _short(run)


def _short(run: list[str]) -> list[str]:
    return run if len(run) <= 3 else [run[0], "     …", run[-1]]


def _print_rules(*, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "rule": rule.id,
                "text": rule.text,
                "count": rule.count,
                "unit": str(rule.unit),
                "extension": rule.extension,
                "instrument": rule.source.instrument,
                "article": rule.source.cite,
                "verified": rule.source.verified,
            }
            for rule in clock.RULES
        ]
        print(json.dumps({"rules": rows}, ensure_ascii=False, indent=2))
        return
    width = max(map(len, clock.IDS))
    for rule in clock.RULES:
        extension = f" + {rule.extension}" if rule.extension else ""
        mark = " " if rule.source.verified else "?"
        print(f"{mark} {rule.id:<{width}}  {rule.count:>4}{extension:<4} {rule.unit:<13}  {rule.source.cite}")
    print("\n? the article itself wasn't read yet; check it before a legal claim.")
