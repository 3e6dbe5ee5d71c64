"""The clock: from the day of receipt to the due day, day by day, with the reason for each.

One pure function; holidays come from outside, so that a new decree recomputes every open clock with the same code.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kentongan.ground.clock.rules.calendar import DAYS, add_months, elapsed_after, format_moment_id
from kentongan.ground.clock.rules.free_days import FreeDays
from kentongan.ground.clock.rules.rows import UNIT_WORDS, Rule, Unit, rule_on
from kentongan.ground.clock.rules.words import said

# UU 20/2023 and Perpres 21/2023: five working days, Monday to Friday.
WEEKEND = frozenset((5, 6))
# Thirty years of months are the longest rule; a stop longer than that is a slip of the year.
LONGEST = timedelta(days=366 * 40)


class Refused(ValueError):
    """What was asked isn't allowed by the rule; the message is a sentence an officer can act on."""


@dataclass(frozen=True)
class Stop:
    """The clock stands in `[first, until)`: the days in it aren't counted. `until` None: it still stands."""

    first: date
    until: date | None
    why: str


@dataclass(frozen=True)
class Extension:
    """One use of the rule's extension, told to the applicant on a day, in writing, with its reason."""

    on: date
    reason: str


@dataclass(frozen=True)
class Day:
    """One day of the reckoning; `number` is its place among the counted, None where it isn't counted."""

    on: date
    counted: bool
    why: str
    number: int | None = None


@dataclass(frozen=True)
class Due:
    """The answer: the last day (and, where hours are counted, the moment), each day with its reason, the row used.

    `on` is None only while a stop without an end keeps the clock standing; `days` then ends with the last day known.
    `doubts` are sentences to show beside the date.
    """

    on: date | None
    days: tuple[Day, ...]
    rule: Rule
    at: datetime | None = None
    doubts: tuple[str, ...] = ()

    @property
    def counted(self) -> int:
        """How many days were counted."""
        return sum(day.counted for day in self.days)

    def passed(self, now: date | datetime) -> bool:
        """Whether the time is over: the last day is past or, where hours count and the moment is known, that moment.

        A moment is compared on the clock of its own zone; give it in the office's.
        """
        if isinstance(now, datetime):
            if self.at is not None:
                return now > self.at
            now = now.date()
        return self.on is not None and now > self.on


def is_working_day(day: date, holidays: Mapping[date, str]) -> bool:
    """Monday to Friday and no free day."""
    return day.weekday() not in WEEKEND and day not in holidays


def why_free(day: date, holidays: Mapping[date, str]) -> str:
    """The reason why a day isn't a working day; empty where it is one."""
    if day in holidays:
        return holidays[day] or "hari libur"
    return DAYS[day.weekday()] if day.weekday() in WEEKEND else ""


def working_days_between(start: date, end: date, holidays: Mapping[date, str]) -> int:
    """Working days after `start` up to and with `end`; negative where `end` lies before `start`.

    Received on Tuesday and answered on Thursday took two. Cost: by whole weeks, so a span of decades is cheap.
    """
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    count = weeks * 5 + sum((start + timedelta(days=step)).weekday() not in WEEKEND for step in range(1, rest + 1))
    return count - sum(start < day <= end and day.weekday() not in WEEKEND for day in holidays)


def extend(rule: Rule, before: Sequence[Extension], *, on: date, reason: str, due_on: date | None) -> Extension:
    """Use the rule's extension.

    Raises:
        Refused: the rule has none, it was used already, there is no reason, or the last day has passed.
    """
    if not rule.extension:
        raise Refused(said("The rule '%(rule)s' (%(cite)s) knows no extension.", rule=rule.id, cite=rule.source.cite))
    if before:
        raise Refused(
            said(
                "The time was extended already on %(day)s; %(cite)s allows it once.",
                day=before[0].on,
                cite=rule.source.cite,
            )
        )
    if not reason.strip():
        raise Refused(said("An extension needs a written reason; the applicant will read it."))
    if due_on is not None and on > due_on:
        raise Refused(said("The last day was %(day)s; what has run out can't be extended.", day=due_on))
    return Extension(on, reason.strip())


def due(
    rule: Rule | str,
    received: date | datetime,
    *,
    holidays: Mapping[date, str],
    extended: bool = False,
    stopped: Iterable[Stop] = (),
) -> Due:
    """The due day of a rule, explained day by day.

    `received` is the local day of receipt (see `local_day`) or, where hours count, the aware moment. For a rule that
    counts backwards it is the day before which the thing must be done. Stops may overlap; they hold for days only.

    Raises:
        NoRule: the rule isn't known or isn't in force on that day.
        Refused: the rule knows no extension, a stop ends before it begins, or the calendar ends.
    """
    day = received.date() if isinstance(received, datetime) else received
    row = rule_on(rule, day) if isinstance(rule, str) else rule
    if extended and not row.extension:
        raise Refused(said("The rule '%(rule)s' (%(cite)s) knows no extension.", rule=row.id, cite=row.source.cite))
    stops = _checked(stopped, row)
    try:
        if row.unit is Unit.HOURS:
            return _by_hours(row, received, day)
        if row.unit is Unit.MONTHS:
            return _by_months(row, day)
        return _by_days(row, day, holidays, extended, stops)
    except OverflowError as error:
        raise Refused(said("From %(day)s the reckoning runs past the end of the calendar.", day=day)) from error


def _checked(stopped: Iterable[Stop], row: Rule) -> list[Stop]:
    stops = sorted(stopped, key=lambda stop: stop.first)
    if stops and row.unit in (Unit.HOURS, Unit.MONTHS):
        raise Refused(
            said(
                "The rule '%(rule)s' counts %(unit)s; its clock can't be stopped.",
                rule=row.id,
                unit=UNIT_WORDS[row.unit],
            )
        )
    for stop in stops:
        if stop.until is not None and stop.until <= stop.first:
            raise Refused(said("A stop from %(first)s can't end on %(until)s.", first=stop.first, until=stop.until))
        if stop.until is not None and stop.until - stop.first > LONGEST:
            raise Refused(
                said("A stop from %(first)s to %(until)s is too long to be meant.", first=stop.first, until=stop.until)
            )
    return stops


def _by_days(row: Rule, received: date, holidays: Mapping[date, str], extended: bool, stops: list[Stop]) -> Due:
    step = timedelta(days=-1 if row.backwards else 1)
    goal = row.count + (row.extension if extended else 0)
    days: list[Day] = []
    current, number = received, 0
    if not row.counts_first_day:
        days.append(
            Day(received, False, said("the end of the period") if row.backwards else said("the day of receipt"))
        )
        current += step
    while number < goal:
        standing = _standing(current, stops)
        if standing is not None and standing.until is None:
            return Due(None, tuple(days), row, doubts=(said("The clock stands: %(why)s.", why=standing.why),))
        reason = said("stopped: %(why)s", why=standing.why) if standing else _not_counted(row, current, holidays)
        if reason:
            days.append(Day(current, False, reason))
        else:
            number += 1
            days.append(Day(current, True, _counted_as(row, number), number))
        if number < goal:
            current += step
    first, last = min(received, current), max(received, current)
    doubts = holidays.doubts(first, last) if isinstance(holidays, FreeDays) and row.unit is Unit.WORKING_DAYS else []
    return Due(current, tuple(days), row, doubts=tuple(doubts))


def _standing(day: date, stops: list[Stop]) -> Stop | None:
    """The stop that covers the day; one without an end speaks last, for then another may still end it."""
    covering = [stop for stop in stops if stop.first <= day and (stop.until is None or day < stop.until)]
    return min(covering, key=lambda stop: (stop.until is None, stop.first), default=None)


def _not_counted(row: Rule, day: date, holidays: Mapping[date, str]) -> str:
    return why_free(day, holidays) if row.unit is Unit.WORKING_DAYS else ""


def _counted_as(row: Rule, number: int) -> str:
    if number > row.count:
        return said("extension, day %(number)s of %(count)s", number=number - row.count, count=row.extension)
    if row.unit is Unit.WORKING_DAYS:
        return said("working day %(number)s of %(count)s", number=number, count=row.count)
    return said("calendar day %(number)s of %(count)s", number=number, count=row.count)


def _by_months(row: Rule, received: date) -> Due:
    try:
        last = add_months(received, row.count)
    except ValueError as error:
        raise OverflowError from error
    length = (last - received).days
    days = [Day(received, False, said("the day of receipt"))]
    days += [
        Day(
            received + timedelta(days=step),
            True,
            said("calendar day %(number)s of %(count)s", number=step, count=length),
            step,
        )
        for step in range(1, length + 1)
    ]
    return Due(last, tuple(days), row)


def _by_hours(row: Rule, received: date | datetime, day: date) -> Due:
    """Hours run on holidays and at night. Without a moment the whole day of receipt is left out of the count."""
    whole, rest = divmod(row.count, 24)
    at: datetime | None = None
    doubts: tuple[str, ...] = ()
    if isinstance(received, datetime):
        at = elapsed_after(received, row.count)
        last = at.date()
    else:
        last = day + timedelta(days=whole + (rest > 0))
        doubts = (said("The hour isn't known; with it the last moment can be told."),)
    begins = said("the day of receipt")
    if isinstance(received, datetime):
        begins = said("begins at %(moment)s", moment=format_moment_id(received))
    days = [Day(day, False, begins)]
    for step in range(1, (last - day).days + 1):
        hours = min(step * 24, row.count)
        why = said("hour %(number)s of %(count)s", number=hours, count=row.count)
        if at is not None and hours == row.count:
            why = said("%(hour)s, ends at %(moment)s", hour=why, moment=format_moment_id(at))
        days.append(Day(day + timedelta(days=step), True, why, step))
    return Due(last, tuple(days), row, at=at, doubts=doubts)
