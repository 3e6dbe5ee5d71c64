"""Days on which no working day is counted: public holidays, joint leave, the office's own.

The Joint Decree of three ministers (SKB) names each year's public holidays and joint leave; it comes out late in the
year before and is changed afterwards. So three sources, the nearest wins: the office's table, the package `holidays`
(public holidays and, in its category `government`, joint leave where it has them), or, for a reckoning that must not
depend on either, one list that replaces both.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kentongan.ground.clock.rules.calendar import read_day
from kentongan.ground.clock.rules.words import said

# The rows of a file of days: the header is optional, `name` may be empty, `working` says that the day IS worked
# (a moved holiday), which only makes sense over another source.
TEMPLATE = """\
date,name
2026-03-19,Hari Suci Nyepi
2026-03-20,Cuti bersama Idulfitri
"""

# A table of one year has some thirty rows; ten thousand is a mistake of file.
MOST_ROWS = 10_000


@dataclass(frozen=True)
class FreeDays(Mapping[date, str]):
    """Free days and their names.

    `complete` tells which years the source knows wholly: None means that it is the only source and is believed
    (the list replaced all others). A year outside it is reckoned all the same, with a warning beside the date.
    """

    days: Mapping[date, str]
    source: str
    complete: frozenset[int] | None = None
    estimated: frozenset[date] = field(default_factory=frozenset)

    def __getitem__(self, day: date) -> str:
        return self.days[day]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.days)

    def __len__(self) -> int:
        return len(self.days)

    def doubts(self, first: date, last: date) -> list[str]:
        """Sentences about what isn't certain between the two days, both included."""
        found: list[str] = []
        if self.complete is not None:
            unknown = [year for year in range(first.year, last.year + 1) if year not in self.complete]
            if unknown:
                found.append(
                    said(
                        "The joint leave of %(first)s isn't known yet; the decree may move the date.", first=unknown[0]
                    )
                    if len(unknown) == 1
                    else said(
                        "The joint leave of %(first)s to %(last)s isn't known yet; the decree may move the date.",
                        first=unknown[0],
                        last=unknown[-1],
                    )
                )
        found += [
            said("%(day)s (%(name)s) is an estimate by the moon.", day=day, name=self.days[day])
            for day in sorted(self.estimated)
            if first <= day <= last
        ]
        return found


@lru_cache(maxsize=8)
def national(first: int, last: int) -> FreeDays:
    """Public holidays and joint leave of these years (both included), by the package `holidays`.

    A year without any joint leave in the package counts as not complete: each decree since 2003 has named some.
    """
    import holidays as package  # a fifth of a second to load; a list given needs none of it

    named, estimated, complete = {}, set(), set()
    for year in range(max(first, 1946), min(last, 2200) + 1):
        joint = package.country_holidays("ID", years=year, categories=("government",), language="id")
        public = package.country_holidays("ID", years=year, categories=("public",), language="id")
        if joint:
            complete.add(year)
        for table, kind in ((joint, "cuti bersama"), (public, "libur nasional")):
            for day, name in table.items():
                clean = name.replace(" (perkiraan)", "")
                named[day] = f"{clean} ({kind})" if kind not in clean.lower() else clean
                if "(perkiraan)" in name and year not in complete:
                    estimated.add(day)
    return FreeDays(named, f"the package holidays {package.__version__}", frozenset(complete), frozenset(estimated))


def with_table(
    base: FreeDays,
    table: Mapping[date, str | None],
    *,
    complete: Iterable[int] = (),
    source: str = "the office's table",
) -> FreeDays:
    """The base under the office's own table; a name of None makes a day a working day again (a moved holiday).

    `complete` names the years whose decree the office has entered wholly: they are doubted no more.
    """
    days = dict(base.days)
    for day, name in table.items():
        if name is None:
            days.pop(day, None)
        else:
            days[day] = name
    entered = frozenset(complete)
    estimated = frozenset(day for day in base.estimated if day not in table and day.year not in entered)
    known = None if base.complete is None else base.complete | entered
    return FreeDays(days, f"{source} over {base.source}", known, estimated)


def only(days: Mapping[date, str] | Iterable[date], *, source: str = "the list given") -> FreeDays:
    """These days and no others: what replaces every other source."""
    named = dict(days) if isinstance(days, Mapping) else dict.fromkeys(days, "hari libur")
    return FreeDays(named, source)


def read_list(text: str) -> FreeDays:
    """The days of a text: one date a line, or CSV with the columns `date` and `name` (comma or semicolon).

    Blank lines and lines that begin with `#` are passed over.

    Raises:
        ValueError: a line holds no day; the sentence names the line.
    """
    named: dict[date, str] = {}
    lines = text.lstrip("\ufeff").splitlines()
    if len(lines) > MOST_ROWS:
        raise ValueError(f"line {MOST_ROWS + 1}: a list of free days has at most {MOST_ROWS} lines.")
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        delimiter = ";" if line.count(";") > line.count(",") else ","
        try:
            cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line), delimiter=delimiter))]
        except csv.Error as error:
            raise ValueError(f"line {number}: {error}.") from error
        if not named and cells[0].lower() in ("date", "tanggal", "day"):
            continue
        try:
            named[read_day(cells[0])] = (cells[1] if len(cells) > 1 else "") or "hari libur"
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
    return only(named)
