"""A month as the office counts it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kentongan.ground.ui.rules.words import MONTHS, tongue


@dataclass(frozen=True, order=True)
class Month:
    """One month of the calendar; its moments are the office's, `[begins, ends)`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, said: str) -> "Month":
        """From `2026-11`.

        Raises:
            ValueError: it is no month.
        """
        year, _, number = said.partition("-")
        if not (year.isdigit() and number.isdigit() and 1 <= int(number) <= 12 and 2000 <= int(year) <= 2100):
            raise ValueError(f"'{said[:20]}' is no month; write it as 2026-11")
        return cls(int(year), int(number))

    def shifted(self, months: int) -> "Month":
        """So many months later, or earlier."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its first moment, and the first after it."""
        after = self.shifted(1)
        return (
            datetime.combine(date(self.year, self.number, 1), time.min, zone),
            datetime.combine(date(after.year, after.number, 1), time.min, zone),
        )

    def named(self, language: str = "id") -> str:
        """`Oktober 2026`, `October 2026`."""
        return f"{MONTHS[tongue(language)][self.number - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"


def share(part: float, whole: float) -> float | None:
    """A share from 0 to 1, None where there is nothing to share: a report says "none", never 0 %."""
    return part / whole if whole else None
