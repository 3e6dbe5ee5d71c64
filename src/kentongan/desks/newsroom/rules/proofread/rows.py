"""What a finding of the proofreader is, and what each rule is called."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kentongan.ground.language.rules.dates import FoundDate, find_dates
from kentongan.ground.language.rules.names import PersonName
from kentongan.ground.language.rules.numbers import Figure, find_figures
from kentongan.ground.language.rules.quotations import Quotation, find_quotations
from kentongan.ground.language.rules.text import Span, paragraphs, sentences

STOP, WARN, NOTE = "stop", "warn", "note"


@dataclass(frozen=True)
class Mark:
    """One thing to look at: `span` half open in code points of the text; `source` is where the rule comes from."""

    rule: str
    span: tuple[int, int]
    why: str
    suggestion: str
    severity: str
    source: str


@dataclass
class Reading:
    """A text read once, for all rules; `known` are the names of an office's list, `published` its day."""

    text: str
    published: date | None = None
    known: Sequence[PersonName] = ()
    dates: list[FoundDate] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, *, published: date | None = None, known: Sequence[PersonName] = ()) -> "Reading":
        """Every engine once: the rules only look."""
        return cls(
            text,
            published,
            known,
            find_dates(text, published=published),
            find_figures(text),
            find_quotations(text),
            paragraphs(text),
            sentences(text),
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a span lies in somebody's words: how people speak isn't corrected."""
        return any(q.start <= start and end <= q.end for q in self.quotations if q.closed)


@dataclass(frozen=True)
class Rule:
    """One rule: its id, what it says in a line, how heavy it is, where it comes from, how it looks."""

    id: str
    about: str
    severity: str
    source: str
    look: Callable[[Reading], Iterator[tuple[tuple[int, int], str, str]]]

    def marks(self, reading: Reading) -> Iterator[Mark]:
        """Its findings in a text."""
        for span, why, suggestion in self.look(reading):
            yield Mark(self.id, span, why, suggestion, self.severity, self.source)
