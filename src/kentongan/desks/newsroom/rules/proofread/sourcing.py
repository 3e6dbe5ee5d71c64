"""Claims without a source: figures, dates of the past, superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.numbers import Figure

from .reading import Reading
from .rulebook import STOP, WARN, Finding, finding, quoted

# What guarantee 3 stops: public money, victims, law.
_BUDGET = re.compile(
    r"(?<!\w)(?:anggaran\w*|dianggarkan|APBD(?:-P)?|APBN(?:-P)?|pagu|dana (?:desa|hibah|alokasi"
    r"|transfer)|DAK|DAU|nilai kontrak|kontraknya"
    r"|menelan (?:biaya|dana|anggaran)|kerugian negara|hibah)(?!\w)",
    re.IGNORECASE,
)
_CASUALTY = re.compile(
    r"(?<!\w)(?:tewas|menewaskan|meninggal(?: dunia)?|korban(?: jiwa)?|luka(?:-luka)?|terluka|hilang"
    r"|mengungsi|pengungsi|jenazah|wafat|gugur|terdampak)(?!\w)",
    re.IGNORECASE,
)
_OF_BUDGET = said("%(words)s is a figure of public money, and no source stands in this sentence or near it.")
_OF_VICTIMS = said("%(words)s is a figure of victims, and no source stands in this sentence or near it.")
# How far from its figure such a word may stand; a sentence of public money is long.
_CASUALTY_REACH, _BUDGET_REACH = 40, 160
# Sentences on either side that may carry the source of a figure before it stops a text.
_SOURCE_REACH = 2
# Small counts in words ("dua cara", "tiga pihak") are told, not claimed.
_LEAST_IN_WORDS = 10


def figures(reading: Reading) -> Iterator[Finding]:
    """Figures in sentences that name no source, outside quotations."""
    text = reading.text
    for figure in reading.figures:
        sentence = reading.sentence_at(figure.start)
        if (
            reading.in_headline(figure.start)
            or reading.quoted(figure.start)
            or not _claims(text, figure)
            or reading.sourced(sentence)
        ):
            continue
        if _part_of_quotation(reading, sentence):
            continue
        kind = _weighty(reading, figure)
        if kind and not _sourced_near(reading, figure, sentence):
            why = said(kind, words=quoted(figure.text))
            yield finding(
                "unsourced-figure",
                (figure.start, figure.end),
                why,
                said("Name the source: a person, a letter or an institution."),
                severity=STOP,
            )
        else:
            why = said("This sentence doesn’t say where the figure %(words)s comes from.", words=quoted(figure.text))
            yield finding(
                "unsourced-figure",
                (figure.start, figure.end),
                why,
                said("Name the source, or leave the figure out."),
                severity=WARN,
            )


# Who decided it is where it can be asked: such a figure is told, but it doesn't stop.
_DECIDED = re.compile(
    r"(?<!\w)(?:(?:[Pp]emerintah|Pemkab|Pemkot|Pemprov|DPRD?|Kementerian \w+|Menteri \w+"
    r"|Dinas \w+|Bank Indonesia|Presiden)\s"
    r"(?:\w+\s){0,4}?(?:menetapkan|menyetujui|mengalokasikan|menyiapkan|menganggarkan|menggelontorkan|mengucurkan|menyalurkan)"
    r"|disetujui|ditetapkan|dialokasikan (?:oleh|dalam|dari))(?!\w)"
)


def _sourced_near(reading: Reading, figure: Figure, sentence: int) -> bool:
    """Whether a sentence beside names a source, or the same figure stands somewhere with one: leads say it first."""
    span = reading.sentences[sentence]
    beside = max(reading.sentences[max(0, sentence - _SOURCE_REACH)].start, figure.start - 4 * _BUDGET_REACH)
    if _DECIDED.search(reading.text, beside, min(span.end, figure.end + _BUDGET_REACH)):
        return True
    if any(reading.sourced(number) for number in range(sentence - _SOURCE_REACH, sentence + _SOURCE_REACH + 1)):
        return True
    return figure.value in reading.sourced_values


def _part_of_quotation(reading: Reading, sentence: int) -> bool:
    """Whether a sentence opens within a quotation: then its speaker stands for it."""
    return reading.quoted(reading.sentences[sentence].start)


def _claims(text: str, figure: Figure) -> bool:
    if figure.kind in ("age", "fraction", "duration"):
        return False  # how old and how long is told, seldom claimed
    in_words = not figure.number.of(text)[:1].isdigit()
    if figure.kind in ("count", "number") and in_words and figure.value < _LEAST_IN_WORDS:
        return bool(_CASUALTY.search(text, max(0, figure.start - _CASUALTY_REACH), figure.end + _CASUALTY_REACH))
    return True


def _weighty(reading: Reading, figure: Figure) -> str:
    """The sentence for a figure of public money or of victims; empty for others."""
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    near = (max(sentence.start, figure.start - _BUDGET_REACH), min(sentence.end, figure.end + _BUDGET_REACH))
    if figure.kind == "money" and _BUDGET.search(reading.text, *near):
        return _OF_BUDGET
    start, end = max(sentence.start, figure.start - _CASUALTY_REACH), min(sentence.end, figure.end + _CASUALTY_REACH)
    if (
        figure.kind == "count"
        and figure.unit in ("person", "resident", "victim", "household", "child", "passenger")
        and _CASUALTY.search(reading.text, start, end)
    ):
        return _OF_VICTIMS
    return ""


_PAST = re.compile(r"(?<!\w)(?:[Pp]ada |[Ss]ejak |[Dd]i )?tahun (?:\d{4})(?:-an)?(?!\w)")
_FOUNDED = re.compile(
    r"(?<!\w)(?:didirikan|berdiri|dibentuk|diresmikan|ditetapkan|dilantik|disahkan|diundangkan|lahir"
    r"|dibangun|dikenal|ditandatangani|mulai berlaku|terjadi|tercatat)(?!\w)"
)


def dates(reading: Reading) -> Iterator[Finding]:
    """Days and years of the past told as history, not as the day of what the text reports, where no source is named."""
    text = reading.text
    told = [
        (one.start, one.end) for one in reading.dates if not one.relative and one.year and _history(reading, one.year)
    ]
    told += [match.span() for match in _PAST.finditer(text)]
    for start, end in told:
        sentence = reading.sentence_at(start)
        if sentence < 0 or reading.in_headline(start) or reading.quoted(start) or reading.sourced(sentence):
            continue
        span = reading.sentences[sentence]
        near = (max(span.start, start - _BUDGET_REACH), min(span.end, end + _BUDGET_REACH))
        if _FOUNDED.search(text, *near) and not _part_of_quotation(reading, sentence):
            why = said(
                "This sentence doesn’t say where the date or year %(words)s comes from.", words=quoted(text[start:end])
            )
            yield finding("unsourced-date", (start, end), why, said("Name the source: a letter, a record or a person."))


def _history(reading: Reading, year: int) -> bool:
    """Whether a year lies before that of what the text reports: the publication's, else the latest that is named."""
    return year < (reading.published.year if reading.published else reading.latest_year or year)


_WIDE = (
    r"(?:di |se-?|tingkat )(?:Indonesia|dunia|Asia(?: Tenggara)?|nasional|internasional|Jawa|Sumatera"
    r"|Sumatra|Kalimantan|Sulawesi|Papua|Bali|provinsi|[Kk]abupaten|kawasan|tanah air|Tanah Air"
    r"|negeri ini|Nusantara)\w*"
)
_BEST = (
    "ter(?:besar|baik|tinggi|rendah|luas|panjang|maju|bersih|cepat|lengkap|banyak|kaya|unggul|depan|indah|murah|ramai|canggih|modern"
    "|favorit|populer|laris|hebat|bagus|sukses|inovatif|aman|nyaman|ramah|megah|kuat|buruk|parah|tua|muda|kecil|terpencil|ketat)"
)
_SUPERLATIVE = re.compile(
    rf"(?<!\w)(?:(?:{_BEST}|paling [a-z]{{4,}})(?=\s(?:[^\s.,;]+\s){{0,3}}?(?:{_WIDE}"
    rf"|sepanjang (?:sejarah|masa)|dalam sejarah|yang pernah|di kelasnya|se-[A-Z]\w+|di [A-Z]\w+))"
    rf"|(?<=kabupaten )(?:{_BEST})|(?<=daerah )(?:{_BEST})|(?<=kota )(?:{_BEST})|(?<=provinsi )(?:{_BEST})"
    rf"|pertama (?:kali(?:nya)? )?(?:dan (?:satu-satunya|terbesar) )?{_WIDE}"
    rf"|satu-satunya(?: [a-z]+)? (?:{_WIDE}|yang (?:memiliki|mampu|punya|berhasil))|nomor (?:satu|1) {_WIDE}"
    r"|belum pernah (?:ada|terjadi) sebelumnya|tiada duanya|tidak ada duanya|tak tertandingi)(?!\w)"
)
_NO_CLAIM = re.compile(r"salah satu|garda terdepan|di antara yang")


def superlatives(reading: Reading) -> Iterator[Finding]:
    """ "Terbesar di Indonesia", "pertama di dunia", "paling …" in a sentence that names nobody who found so."""
    text = reading.text
    for match in _SUPERLATIVE.finditer(text):
        sentence = reading.sentence_at(match.start())
        if (
            sentence < 0
            or reading.in_headline(match.start())
            or reading.quoted(match.start())
            or reading.sourced(sentence)
        ):
            continue
        if _NO_CLAIM.search(text, max(0, match.start() - 40), match.end() + 14) or _part_of_quotation(
            reading, sentence
        ):
            continue
        why = said("%(words)s is a claim, and this sentence doesn’t say who measured it.", words=quoted(match.group()))
        yield finding(
            "unsourced-superlative",
            match.span(),
            why,
            said("Name the source, or give a figure instead."),
            severity=WARN,
        )
