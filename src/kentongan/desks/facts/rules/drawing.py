"""Facts that an activity gives for free: date, place, officials (DESIGN guarantee 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kentongan.ground.clock.rules.calendar import DAYS, MONTHS, format_time_id

# A figure of money, of victims or of law stops a text without a source; others only show amber.
STOPPING = frozenset({"budget", "casualty", "law"})


@dataclass(frozen=True)
class Drawn:
    """One fact to be: `key` names the field of the activity it comes from, so that drawing again finds it again."""

    key: str
    kind: str
    claim: str
    value: str
    as_of: date


@dataclass(frozen=True)
class Official:
    """Who goes: `title` as held that day (`Plt. Sekretaris Daerah`), `represents` the post he stands for."""

    assignment_id: int
    name: str
    title: str
    represents: str = ""


def date_in_text(on: date) -> str:
    """`Selasa (24/11/2026)`, as a release writes it."""
    return f"{DAYS[on.weekday()]} ({on.day}/{on.month}/{on.year})"


def draw(*, title: str, starts: datetime, place: str, place_detail: str, officials: Iterable[Official]) -> list[Drawn]:
    """Date, time, place and officials of an activity in local time, in the order a lead names them."""
    on = starts.date()
    where = f"{place}, {place_detail}" if place_detail else place
    drawn = [
        Drawn("date", "date", f"Tanggal {title}", date_in_text(on), on),
        Drawn(
            "long-date",
            "date",
            f"Tanggal panjang {title}",
            f"{DAYS[on.weekday()]}, {on.day} {MONTHS[on.month - 1]} {on.year}",
            on,
        ),
        Drawn("time", "date", f"Pukul {title}", f"pukul {format_time_id(starts)}", on),
        Drawn("place", "place", f"Tempat {title}", where, on),
    ]
    for official in officials:
        named = f"{official.title} {official.name}".strip()
        if official.represents:
            named = f"{named}, mewakili {official.represents}"
        drawn.append(Drawn(f"official-{official.assignment_id}", "official", f"Pejabat pada {title}", named, on))
    return drawn


def needs_source(kind: str, *, sourced: bool) -> str:
    """`stop`, `warn` or `` for a fact as it stands."""
    if sourced:
        return ""
    return "stop" if kind in STOPPING else "warn"
