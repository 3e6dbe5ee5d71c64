"""A text read once: what every rule asks of it, found by the engines of `ground/language`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from kentongan.ground.language.rules.dates import FoundDate, find_dates
from kentongan.ground.language.rules.numbers import Figure, find_figures
from kentongan.ground.language.rules.quotations import Quotation, find_quotations
from kentongan.ground.language.rules.stem_roots import names, roots
from kentongan.ground.language.rules.text import Dateline, Span, dateline, lines, sentences
from kentongan.ground.language.rules.words import SAID, SAID_ACTIVE


@dataclass(frozen=True, slots=True)
class Person:
    """A person known beforehand: bare name, the full one with titles and degrees, the posts held on the text's day."""

    name: str
    full: str = ""
    posts: tuple[str, ...] = ()


# A headline isn't a sentence and is short: the longest of the 600 articles at hand has 15 words.
_HEADLINE_WORDS = 18

# Words by which a sentence names where it has its claim from. Sources: the 600 articles' half for development.
_SOURCE = re.compile(
    r"(?<!\w)(?:"
    r"[Mm]enurut\w*|[Bb]erdasarkan|[Dd]ata (?:dari|milik|yang di\w+|[A-Z]\w+)|[Dd]ilansir|[Mm]elansir"
    r"|[Dd]ikutip|[Mm]engutip|[Mm]erujuk|[Mm]engacu"
    r"|[Ss]umber(?:nya)?\s?:|[Ss]eperti (?:dikutip|dilaporkan|disampaikan|diberitakan)"
    r"|[Ll]aporan (?:dari |yang )?[A-Z]\w+"
    r"|[Hh]asil (?:survei|sensus|audit|penghitungan|riset|penelitian|pemeriksaan|rapat|verifikasi"
    r"|pendataan)|[Ss]urvei|[Ss]ensus"
    r"|[Kk]eterangan|[Pp]ernyataan|[Rr]ilis|[Ss]iaran pers|[Uu]nggahan|diunggah"
    r"|[Dd]okumen|[Ss]urat (?:edaran|keputusan)"
    r"|[Cc]atatan [A-Z]\w+|[Tt]ercatat (?:di|dalam|pada)|[Ss]esuai (?:dengan )?(?:surat|SK|data|[Pp]eraturan|[Uu]ndang)"
    r"|[Dd]i(?:sampaikan|jelaskan|katakan|ungkapkan|tegaskan|sebutkan|terangkan|paparkan|laporkan"
    r"|umumkan|akui) (?:oleh )?[A-Z]\w+"
    r"|[Tt]ertuang dalam|[Tt]ermuat dalam|[Dd]iatur dalam|[Mm]ilik (?:BPS|BMKG|BNPB|BPBD)|BPS (?:mencatat|merilis)"
    r"|(?:[Mm]encatat|[Mm]erilis|[Mm]emperkirakan|[Mm]engumumkan|[Mm]emprediksi|[Mm]elaporkan"
    r"|[Mm]enduga|[Mm]engonfirmasi|[Mm]engungkap)(?:kan)?"
    r")(?!\w)"
)
_SAYING = re.compile(
    r"(?<![\w-])(?:(?:{})(?:nya)?|(?:{}))(?![\w-])".format(
        "|".join(
            sorted(
                SAID
                - {
                    "lanjut",
                    "soal",
                    "umum",
                    "singkat",
                    "demikian",
                    "jelas",
                    "tegas",
                    "tambah",
                    "simpul",
                    "rinci",
                    "terang",
                    "harap",
                    "tulis",
                    "bunyi",
                    "pesan",
                    "duga",
                    "nilai",
                    "ingat",
                    "kisah",
                    "cerita",
                    "kritik",
                    "jawab",
                    "tanya",
                },
                key=len,
                reverse=True,
            )
        ),
        "|".join(
            sorted(
                SAID_ACTIVE - {"melanjutkan", "meminta", "mengajak", "berharap", "menulis", "membela"},
                key=len,
                reverse=True,
            )
        ),
    )
)
# "tegasnya", "tambah Budi": stems that are common words too say something only with -nya, or before a name or pronoun.
_SAYING_STEM = re.compile(
    r"(?<![\w-])(?:lanjut|jelas|tegas|tambah|rinci|terang|harap|tulis|pesan|duga|nilai|kisah|cerita|kritik|jawab)"
    r"(?:nya(?![\w-])|\s(?:[A-Z]\w+|dia|beliau|ia)(?!\w))"
)


@cache
def common_words() -> frozenset[str]:
    """The roots that the stemmer knows: words that are no names. Read once."""
    return frozenset(roots())


@cache
def given_names() -> frozenset[str]:
    """The names that the stemmer keeps whole. Read once."""
    return frozenset(names())


class Reading:
    """What stands in a text and where; made once, asked by every rule."""

    def __init__(self, text: str, *, published: date | None = None, people: Sequence[Person] = ()) -> None:
        self.text = text
        self.published = published
        self.people = tuple(people)
        self.paragraphs: list[Span] = lines(text)
        self.sentences: list[Span] = sentences(text)
        self.quotations: list[Quotation] = find_quotations(text)
        self.figures: list[Figure] = find_figures(text)
        self.dates: list[FoundDate] = find_dates(text, published=published)
        self.headline: Span | None = self._headline()
        self.body: int = self.headline.end if self.headline else 0
        self._sentence_starts = [one.start for one in self.sentences]
        self._paragraph_starts = [one.start for one in self.paragraphs]
        self._quotes = _outer(self.quotations)
        self._quote_starts = [one[0] for one in self._quotes]
        self._sourced: dict[int, bool] = {}

    def _headline(self) -> Span | None:
        """The first line where it is short and no sentence, and more lines follow."""
        if len(self.paragraphs) < 2:
            return None
        first = self.paragraphs[0]
        words = first.of(self.text)
        short = len(words.split(maxsplit=_HEADLINE_WORDS)) <= _HEADLINE_WORDS
        return first if short and words[-1:] not in '.,;:!"”' and dateline(words) is None else None

    @property
    def place_line(self) -> Dateline | None:
        """The dateline at the head of the body, its places counted in the whole text."""
        first = self.first_paragraph
        if first is None:
            return None
        found = dateline(first.of(self.text)[:200])
        return found and Dateline(found.start + first.start, found.end + first.start, found.place, found.source)

    @property
    def first_paragraph(self) -> Span | None:
        """The first paragraph behind the headline."""
        return next((one for one in self.paragraphs if one.start >= self.body), None)

    def sentence_at(self, place: int) -> int:
        """Which sentence holds a place, or the last one before it; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def paragraph_at(self, place: int) -> int:
        """Which paragraph holds a place, or the last one before it; -1 before the first."""
        return bisect_right(self._paragraph_starts, place) - 1

    def quoted(self, place: int) -> bool:
        """Whether a place lies within spoken words in quotation marks."""
        number = bisect_right(self._quote_starts, place) - 1
        return number >= 0 and place < self._quotes[number][1]

    def in_headline(self, place: int) -> bool:
        """Whether a place lies in the headline."""
        return self.headline is not None and place < self.headline.end

    @cached_property
    def latest_year(self) -> int | None:
        """The last year that the text names in a date."""
        return max((one.year for one in self.dates if one.year), default=None)

    @cached_property
    def sourced_values(self) -> frozenset[Decimal]:
        """The values of all figures that stand in a quotation or in a sentence with a source."""
        said = (one for one in self.figures if self.quoted(one.start) or self.sourced(self.sentence_at(one.start)))
        return frozenset(one.value for one in said)

    def sourced(self, sentence: int) -> bool:
        """Whether a sentence itself names where it has its claim from: a speaker, an agency, a paper."""
        if not 0 <= sentence < len(self.sentences):
            return False
        if sentence not in self._sourced:
            span = self.sentences[sentence]
            words = span.of(self.text)
            self._sourced[sentence] = bool(_SOURCE.search(words) or _SAYING.search(words) or _SAYING_STEM.search(words))
        return self._sourced[sentence]


def _outer(quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Spoken stretches, none inside another."""
    found: list[tuple[int, int]] = []
    for one in quotations:
        if one.spoken and (not found or one.start >= found[-1][1]):
            found.append((one.start, one.end))
    return found
