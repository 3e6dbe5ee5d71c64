"""Where a rule comes from: instrument, article, validity, and whether somebody has read the article itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """The ground of a rule row.

    `article` is as it is cited ("Pasal 22 ayat (7)"), empty where only the practice is known. `valid_from` is the
    first day on which the row binds, `valid_until` the first on which it no longer does (None: still in force).
    `verified` is true only where the text of the article itself, or a regulation that quotes it, was read;
    `evidence` says what was read instead.
    """

    instrument: str
    article: str
    valid_from: date
    valid_until: date | None = None
    verified: bool = False
    evidence: str = ""

    def binds_on(self, day: date) -> bool:
        """Whether the row is in force on this day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    @property
    def cite(self) -> str:
        """Instrument and article in one line."""
        return f"{self.instrument}, {self.article}" if self.article else self.instrument

    @property
    def standing(self) -> str:
        """What the screen and the paper say beside the rule."""
        return (
            "verified in the text" if self.verified else f"NOT VERIFIED ({self.evidence or 'from general knowledge'})"
        )
