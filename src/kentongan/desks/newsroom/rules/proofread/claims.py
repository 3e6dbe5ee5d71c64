"""What a text claims: figures, dates, superlatives, sums, quotations."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kentongan.desks.newsroom.rules.proofread.rows import Reading
from kentongan.ground.clock.rules.calendar import DAYS

Found = Iterator[tuple[tuple[int, int], str, str]]

_SOURCE = re.compile(
    r"(?i)\b(?:menurut|berdasarkan|data|catatan|laporan|kata|ujar|ungkap|tutur|jelas|sebut|mengutip|dikutip|tercatat"
    r"|survei)\w*\b"
)
_SUPERLATIVE = re.compile(
    r"(?i)\b(?:ter(?:besar|kecil|baik|tinggi|rendah|banyak|panjang|luas|tua|maju|bersih)|satu-satunya|nomor satu"
    r"|paling (?:besar|kecil|baik|tinggi|rendah|banyak|maju|bersih|cepat|lengkap))\b"
)
_PARTS = re.compile(r"(?i)\b(?:terdiri (?:atas|dari)|meliputi|yakni|yaitu|rinciannya|antara lain)\b")
_OPEN_LIST = re.compile(r"(?i)antara lain|di antaranya|termasuk")
# Behind such a word the noun phrase has ended, and two counts are two things.
_FUNCTION = re.compile(
    r"(?i)\b(?:dan|atau|untuk|di|ke|dari|yang|pada|dengan|dalam|oleh|akan|telah|sudah|itu|ini|sisi|lain|lainnya|serta"
    r"|juga|masih)\b"
)
_WHOLE = Decimal(100)


def unsourced_figures(reading: Reading) -> Found:
    """A figure in a paragraph that names no source at all; one, an age, a duration need none."""
    for span in reading.paragraphs:
        if _SOURCE.search(reading.text, span.start, span.end):
            continue
        for figure in reading.figures:
            counts = figure.value > 1 and figure.kind not in ("age", "duration", "fraction")
            if counts and span.start <= figure.start < span.end and not reading.is_quoted(figure.start, figure.end):
                yield (
                    (figure.start, figure.end),
                    "Angka ini belum bersumber.",
                    "Sebut sumbernya: data siapa, per kapan.",
                )


def unsourced_superlatives(reading: Reading) -> Found:
    """`terbesar`, `satu-satunya` without whose word it is."""
    for span in reading.paragraphs:
        if _SOURCE.search(reading.text, span.start, span.end):
            continue
        for found in _SUPERLATIVE.finditer(reading.text, span.start, span.end):
            if not reading.is_quoted(found.start(), found.end()):
                yield found.span(), f"“{found[0]}” belum bersumber.", "Sebut menurut siapa, atau hapus."


def weekdays(reading: Reading) -> Found:
    """A weekday that its date denies: settled by the calendar alone."""
    for one in reading.dates:
        if one.weekday_ok is False and one.on and not one.relative:
            right = DAYS[one.on.weekday()]
            yield (
                (one.start, one.end),
                f"{one.on.day}-{one.on.month}-{one.on.year} adalah hari {right}.",
                f"Tulis {right}, atau periksa tanggalnya.",
            )


def sums(reading: Reading) -> Found:
    """`30 orang yang terdiri atas 18 perempuan dan 11 laki-laki`: parts that don't make their whole."""
    for span in reading.sentences:
        mark = _PARTS.search(reading.text, span.start, span.end)
        if not mark or _OPEN_LIST.search(reading.text, span.start, span.end):
            continue
        before = [f for f in reading.figures if span.start <= f.start and f.end <= mark.start()]
        after = [f for f in reading.figures if mark.end() <= f.start and f.end <= span.end]
        exact = all(f.approximate is None and f.upper is None for f in [*before[-1:], *after])
        if not before or len(after) < 2 or not exact:
            continue
        whole = before[-1]
        same = {f.kind for f in after} == {whole.kind} and len({f.unit for f in after} - {None}) <= 1
        total = sum((f.value for f in after), Decimal(0))
        if same and whole.kind in ("count", "money", "number") and total != whole.value and total < whole.value * 3:
            yield (
                (whole.start, after[-1].end),
                f"Rinciannya berjumlah {total:f}, bukan {whole.value:f}.",
                "Hitung ulang.",
            )


def percentages(reading: Reading) -> Found:
    """Shares of one whole in one sentence that go over a hundred, or stop just short of it."""
    for span in reading.sentences:
        shares = [f for f in reading.figures if f.kind == "percent" and span.start <= f.start and f.end <= span.end]
        if len(shares) < 3 or not _PARTS.search(reading.text, span.start, span.end):
            continue
        if any(f.approximate or f.upper for f in shares) or _OPEN_LIST.search(reading.text, span.start, span.end):
            continue
        total = sum((f.value for f in shares), Decimal(0))
        if total != _WHOLE and abs(total - _WHOLE) <= 10:
            yield (shares[0].start, shares[-1].end), f"Persentasenya berjumlah {total:f}.", "Seharusnya 100; periksa."


def contradictions(reading: Reading) -> Found:
    """One thing counted twice with two numbers: the same unit noun after the same modifier."""
    seen: dict[str, list[tuple[Decimal, int, int]]] = defaultdict(list)
    for figure in reading.figures:
        if figure.kind != "count" or figure.approximate or figure.upper or figure.value < 2:
            continue
        tail = re.match(r"\s+((?:[a-z-]+\s+){1,2}[a-z-]+)", reading.text[figure.end : figure.end + 80])
        if tail and not _FUNCTION.search(tail[1]) and not reading.is_quoted(figure.start, figure.end):
            seen[f"{figure.unit} {tail[1].lower()}"].append((figure.value, figure.start, figure.end))
    for what, told in seen.items():
        first = told[0]
        for value, start, end in told[1:]:
            if value != first[0]:
                yield (start, end), f"Sebelumnya tertulis {first[0]:f} {what}.", "Samakan, atau jelaskan bedanya."


def speakerless(reading: Reading) -> Found:
    """Speech of a sentence or more that nobody says."""
    for quotation in reading.quotations:
        long = len(quotation.text.split()) >= 6
        if quotation.closed and quotation.spoken and quotation.speaker is None and long:
            yield (
                (quotation.start, quotation.end),
                "Kutipan ini belum menyebut siapa yang mengatakannya.",
                "Sebut nama dan jabatannya.",
            )


def unclosed(reading: Reading) -> Found:
    """A mark that opens and never closes, or closes what was never opened."""
    for quotation in reading.quotations:
        if not quotation.closed and not quotation.goes_on:
            yield (
                (quotation.start, min(quotation.end, quotation.start + 80)),
                "Tanda petik dibuka dan tidak ditutup.",
                "Tutup sesudah kata terakhirnya.",
            )
        elif not quotation.opened:
            yield (
                (max(quotation.start, quotation.end - 80), quotation.end),
                "Tanda petik ditutup tanpa dibuka.",
                "Buka sebelum kata pertamanya.",
            )
