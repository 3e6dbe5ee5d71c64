"""What comes out of a page, and the refusal where nothing can."""

from dataclasses import dataclass
from datetime import datetime


class NotAPage(ValueError):
    """What was given can't be read as an HTML page; the message is a sentence that says what it is instead."""


@dataclass(frozen=True)
class Extracted:
    """One article as its page shows it; what the page doesn't say is empty or None, never guessed.

    `published` is aware: a time without a zone is taken as WIB and a day without a time as 00:00, and `reasons` says
    so. `confidence` is 0 to 1: below .5 a person should look before the text counts. `next_pages` are absolute
    where the page's own address is known, the one that shows the whole article first.
    """

    title: str
    paragraphs: tuple[str, ...]
    published: datetime | None
    authors: tuple[str, ...]
    section: str
    outlet: str
    image: str
    canonical_url: str
    next_pages: tuple[str, ...]
    confidence: float
    reasons: tuple[str, ...]

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)
