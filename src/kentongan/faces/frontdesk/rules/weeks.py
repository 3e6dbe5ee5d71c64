"""The weeks of the public agenda: from Monday, named as ISO 8601 names them."""

from datetime import date, timedelta

WEEK = timedelta(days=7)
# The coming weeks are there before anything is planned in them: a reader sees that nothing is, and not a hole.
AHEAD = 3
# A year back for who asks what was on, half a year ahead: invitations are rarely older.
BACK, FORTH = 52, 26


def monday(day: date) -> date:
    """The week's first day."""
    return day - timedelta(days=day.weekday())


def week_path(day: date) -> str:
    """`agenda/2026-w48/`"""
    year, week, _ = day.isocalendar()
    return f"agenda/{year}-w{week:02d}/"


def printed(*, today: date) -> list[date]:
    """The Mondays of all weeks that have a page: by the day alone, so that a moved activity removes none."""
    this = monday(today)
    return [this + n * WEEK for n in range(-BACK, FORTH + 1)]


def linked(days: tuple[date, date] | None, *, today: date) -> tuple[date, date]:
    """First and last Monday that the pages lead to: where something is planned, and the coming weeks."""
    this = monday(today)
    first, last = (monday(days[0]), monday(days[1])) if days else (this, this)
    return min(first, this), max(last, this + AHEAD * WEEK)


def days_of(first: date) -> list[date]:
    """The week's seven days."""
    return [first + timedelta(days=n) for n in range(7)]
