"""Arithmetic inside the text: parts and their total, shares, from and to, and one thing told in two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.numbers import Figure
from kentongan.ground.language.rules.text import Span

from . import rates
from .counting import alike, named_alike, rounding, shown, ulp, whole_number
from .reading import Reading
from .rulebook import STOP, WARN, Finding, finding, quoted

# Behind these words the parts of a total are listed to the last one; behind the weak ones perhaps only some.
_STRONG = re.compile(
    r"(?<!\w)(?:(?:yang )?terdiri(?: dari| atas)?|terbagi (?:atas|menjadi|dalam|dari)"
    r"|(?:dengan )?rincian(?:nya)?|[Rr]incian(?:nya)?"
    r"|[Mm]ereka terdiri (?:dari|atas)|(?:dengan )?komposisi(?:nya)?|dirinci(?: menjadi)?"
    r"|[Dd]engan perincian|perinciannya)(?!\w)"
)
_WEAK = re.compile(r"(?<!\w)(?:yakni|yaitu|meliputi|mencakup|masing-masing)(?!\w)|:\s")
_SOME = re.compile(
    r"(?<!\w)(?:antara lain|di antaranya|diantaranya|termasuk|misalnya|seperti|dan lain|dll|sebagian"
    r"|lainnya|selebihnya|beberapa|dsb|"
    r"setiap|per (?:orang|unit|hari|bulan|tahun|kg|liter)|maksimal|minimal|hingga|sampai|tambahan"
    r"|belum termasuk|rata-rata|sekitar|lebih dari|kurang lebih)(?!\w)",
    re.IGNORECASE,
)
_REST = re.compile(r"(?<!\w)(?:sisanya|selebihnya)(?!\w)", re.IGNORECASE)
_OF_TOTAL = re.compile(r"(?<!\w)[Dd]ari (?:total |jumlah |sebanyak |keseluruhan |seluruh )*\Z")
_TOTAL = re.compile(
    r"(?<!\w)(?:total(?:nya)?|jumlah(?:nya)? (?:seluruhnya|keseluruhan|total)|jumlah totalnya"
    r"|seluruhnya (?:ada |berjumlah |mencapai |menjadi )?"
    r"|keseluruhan(?:nya)?|(?:sehingga|maka|jadi) (?:jumlahnya|totalnya|berjumlah|jumlah)"
    r"|jika dijumlahkan|bila dijumlahkan|dijumlahkan)(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:(?:Adapun |Dengan )?[Rr]incian|Mereka terdiri|Jumlah (?:itu|tersebut) terdiri"
    r"|Angka (?:itu|tersebut) terdiri|Dari jumlah (?:itu|tersebut)|Terdiri|Total (?:itu"
    r"|tersebut) terdiri|(?:Peserta|Dana|Anggaran|Bantuan|Korban) (?:itu|tersebut) terdiri)"
)


# A sentence with more is a table run together; also bounds the work.
_MOST_FIGURES = 40


def sums(reading: Reading) -> Iterator[Finding]:
    """Totals that their parts don't give, shares that their numbers don't give, rises that aren't."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        by_sentence.setdefault(reading.sentence_at(figure.start), []).append(figure)
    for number, figures in by_sentence.items():
        if number < 0 or len(figures) > _MOST_FIGURES:
            continue
        span = reading.sentences[number]
        found = [
            *_parts_of_total(reading, number, figures, by_sentence.get(number - 1, [])),
            *_in_brackets(reading, figures),
            *_apposed(reading, figures),
            *_rest(reading, figures),
            *_all_shares(reading, span, figures),
            *_total_of_parts(reading, span.start, figures),
            *rates.shares(reading, figures),
            *rates.changes(reading, figures),
            *rates.products(reading, figures),
            *rates.differences(reading, figures),
            *rates.fractions(reading, figures),
        ]
        seen: set[tuple[int, int]] = set()
        for one in found:
            if not any(one.start < end and start < one.end for start, end in seen):
                seen.add(one.span)
                yield one


def _parts_of_total(
    reading: Reading, number: int, figures: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Finding]:
    """ "120 peserta, terdiri atas 70 laki-laki dan 50 perempuan", also over a full stop ("… Rinciannya, …")."""
    text, span = reading.text, reading.sentences[number]
    match = _STRONG.search(text, span.start, span.end)
    strong = match is not None
    match = match or _WEAK.search(text, span.start, span.end)
    if match is None:
        return
    ahead = [one for one in figures if one.end <= match.start()]
    if (
        not ahead
        and before
        and _GOES_ON.match(text, span.start, span.end)
        and _same_paragraph(reading, before[-1], match.start())
    ):
        ahead = list(before)
    parts = _listed(text, [one for one in figures if one.start >= match.end()])
    if strong and not ahead and len(parts) > 1 and all(one.kind == "percent" for one in parts):
        exact = not any(one.approximate or one.upper is not None for one in parts)
        if (
            exact
            and not _SOME.search(text, match.start(), parts[-1].end)
            and not _REST.search(text, span.start, span.end)
        ):
            yield from _over_hundred(parts) if len(parts) == 2 else _hundred(reading, parts, strong=True)
        return
    if not ahead or len(parts) < 2:
        return
    total = _whole_of(parts, ahead)
    if _SOME.search(text, max(total.start - 24, 0), total.start) or _SOME.search(text, match.start(), parts[-1].end):
        return
    yield from _check(reading, total, parts, strong=strong)


def _whole_of(parts: Sequence[Figure], ahead: Sequence[Figure]) -> Figure:
    """The nearest figure before a list that can be its sum: "1.000 paket … ke tiga kecamatan: 400 paket …"."""
    for one in reversed(ahead):
        if one.value != len(parts) and all(alike(one, part) for part in parts):
            return one
    return ahead[-1]


def _same_paragraph(reading: Reading, figure: Figure, place: int) -> bool:
    return reading.paragraph_at(figure.start) == reading.paragraph_at(place)


def _listed(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a list without ages and those that say the same in brackets ("70 orang (58 persen)")."""
    return [one for one in figures if not (text[one.start - 1 : one.start] == "(" or one.kind == "age")]


def _check(reading: Reading, total: Figure, parts: Sequence[Figure], *, strong: bool) -> Iterator[Finding]:
    if total.approximate or total.upper is not None or any(one.upper is not None or one.approximate for one in parts):
        return
    if all(one.kind == "percent" for one in parts) and total.kind != "percent":
        yield from _hundred(reading, parts, strong=strong)
        return
    if total.kind == "percent" or _scale_left_out(parts):
        return  # rates of growth have no sum
    if not all(alike(total, one) for one in parts) or total.value == len(parts):
        return
    summed = sum((one.value for one in parts), Decimal(0))
    off = abs(summed - total.value)
    slack = sum((rounding(one) for one in (total, *parts)), Decimal(0))
    if off <= slack and not (off and all(whole_number(one) for one in (total, *parts))):
        return
    larger = any(one.value > total.value for one in parts)
    if larger and not strong:
        return
    severity = STOP if strong and not larger and off > slack and named_alike(total, parts) else WARN
    yield _off(reading, total, parts, summed, severity)


def _scale_left_out(parts: Sequence[Figure]) -> bool:
    """ "Rp504 dan Rp259 triliun": the first takes its scale word from the last."""
    values = [one.value for one in parts if one.kind == "money"]
    return bool(values) and min(values) * 10_000 < max(values)


def _off(reading: Reading, total: Figure, parts: Sequence[Figure], summed: Decimal, severity: str) -> Finding:
    span = (min(total.start, parts[0].start), max(total.end, parts[-1].end))
    listed = " + ".join(shown(one.value) for one in parts)
    why = said(
        "The parts make %(sum)s (%(parts)s), but the total is given as %(total)s.",
        sum=shown(summed),
        parts=listed,
        total=quoted(total.text),
    )
    return finding("sums-dont-add", span, why, said("Count again, and mend the parts or the total."), severity=severity)


def _hundred(reading: Reading, parts: Sequence[Figure], *, strong: bool) -> Iterator[Finding]:
    summed = sum((one.value for one in parts), Decimal(0))
    if abs(summed - 100) <= sum((ulp(one) for one in parts), Decimal(0)) / 2 + Decimal("0.05"):
        return
    if strong and summed != 100:
        span = (parts[0].start, parts[-1].end)
        listed = " + ".join(shown(one.value) for one in parts)
        why = said("The shares make %(sum)s per cent (%(parts)s), not 100 per cent.", sum=shown(summed), parts=listed)
        yield finding("sums-dont-add", span, why, said("Count again, or name the rest."), severity=WARN)


def _rest(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Dari 120 peserta, 70 laki-laki dan sisanya 50 perempuan"; "60 persen …, sisanya 40 persen …"."""
    text = reading.text
    listed = _listed(text, figures)
    rest = next((n for n, one in enumerate(listed) if n and _REST.search(text, listed[n - 1].end, one.start)), None)
    total = next((one for one in listed if _OF_TOTAL.search(text, max(0, one.start - 48), one.start)), None)
    if any(one.upper is not None or one.approximate for one in listed):
        return
    if rest is not None and listed[rest].kind == "percent":
        parts = [one for one in listed[: rest + 1] if one.kind == "percent"]
        if len(parts) == rest + 1 - (total is not None and total.kind != "percent") and rest + 1 == len(listed):
            yield from _over_hundred(parts)
        return
    if total is None:
        return
    parts = [one for one in listed if one.start > total.end][: None if rest is None else rest]
    if rest is not None:
        parts = [one for one in listed[: rest + 1] if one.start > total.end]
    if len(parts) < 2 or not all(alike(total, one) for one in parts) or _SOME.search(text, total.end, parts[-1].start):
        return
    summed = sum((one.value for one in parts), Decimal(0))
    off = summed - total.value
    slack = sum((rounding(one) for one in (total, *parts)), Decimal(0))
    if rest is not None and abs(off) > slack:
        yield _off(reading, total, parts, summed, STOP if named_alike(total, parts) else WARN)
    elif rest is None and named_alike(total, parts) and max(one.value for one in parts) <= total.value:
        end = reading.sentences[reading.sentence_at(total.start)].end
        complete = _COMPLEMENT.search(text, parts[0].start, end) is not None
        # "Dari 80 kursi, 39 kursi terisi dan 34 kursi kosong": two that name the whole's own thing are all of it.
        complete = complete or (len(parts) == 2 and all(_thing(one) == _thing(total) for one in parts))
        if off > slack or (complete and len(parts) == 2 and off < -slack):
            yield _off(reading, total, parts, summed, WARN)


def _thing(figure: Figure) -> str:
    """The noun written with a figure: "kursi" of "39 kursi"."""
    return figure.text.rpartition(" ")[2].casefold()


# Two that leave no third.
_COMPLEMENT = re.compile(
    r"(?<!\w)(?:(?:sudah|telah)\b.*\b(?:belum|tidak)|belum\b.*\b(?:sudah|telah)|laki-laki\b.*\bperempuan"
    r"|perempuan\b.*\blaki"
    r"|pria\b.*\bwanita|lulus\b.*\b(?:tidak lulus|gagal)|hadir\b.*\b(?:absen|tidak hadir)"
    r"|setuju\b.*\b(?:tidak setuju|menolak)"
    r"|negeri\b.*\bswasta)(?!\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<!\w)(?:naik|turun|meningkat|menurun|tumbuh|dibanding\w*|menjadi|sebelumnya|tahun lalu|boleh memilih"
    r"|lebih dari satu"
    r"|inflasi|diskon|bunga|penetrasi|kontribusi)(?!\w)",
    re.IGNORECASE,
)


# Shares of one whole that were miscounted pass a hundred by little; answers of which one may give several, by much.
_MOST_OVER = 150


def _all_shares(reading: Reading, span: Span, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "47 persen perempuan, 33 persen laki-laki, dan 28 persen sisanya": complete shares that pass a hundred."""
    shares = [one for one in figures if one.kind == "percent"]
    words = span.of(reading.text)
    exact = not any(one.approximate or one.upper is not None for one in shares)
    if len(shares) < 3 or not exact or _COMPARED.search(words) or len(shares) < len(figures):
        return
    between = [reading.text[one.end : two.start] for one, two in pairwise(shares)]
    listed = all(gap.count(",") <= 1 and ";" not in gap for gap in between) and re.search(r"(?<!\w)dan\s", between[-1])
    summed = sum((one.value for one in shares), Decimal(0))
    if _REST.search(words) or (listed and summed <= _MOST_OVER):
        yield from _over_hundred(shares)


def _in_brackets(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "120 peserta (70 laki-laki dan 40 perempuan)"."""
    text = reading.text
    for number, total in enumerate(figures[:-2]):
        opened = re.compile(r"[^.;()\d]{0,40}\(").match(text, total.end, figures[number + 1].start)
        closed = text.find(")", total.end, total.end + 240)
        if opened is None or closed < 0:
            continue
        parts = [one for one in figures[number + 1 :] if one.end <= closed]
        if len(parts) > 1 and parts[0].kind != "percent" and not _SOME.search(text, total.start - 12, closed):
            yield from _check(reading, total, parts, strong=named_alike(total, parts))


_COUNTED = re.compile(r"(?<!\w)(?:berjumlah|sejumlah|total(?:nya)?|jumlah(?:nya)?)\s\Z", re.IGNORECASE)


def _apposed(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Rombongan berjumlah 40 orang, 25 guru dan 10 siswa"."""
    for number, total in enumerate(figures[:-2]):
        parts = figures[number + 1 :]
        if reading.text[total.end : parts[0].start] != ", " or not named_alike(total, parts):
            continue
        if _COUNTED.search(reading.text, max(0, total.start - 24), total.start):
            yield from _check(reading, total, parts, strong=False)


def lists(reading: Reading) -> Iterator[Finding]:
    """Lines of a list with a figure each, and the line that gives their sum."""
    run: list[Figure] = []
    by_line: dict[int, list[Figure]] = {}
    for figure in reading.figures:
        by_line.setdefault(reading.paragraph_at(figure.start), []).append(figure)
    for number, line in enumerate(reading.paragraphs):
        found = [one for one in by_line.get(number, []) if not _numbering(reading.text, line, one)]
        words = line.of(reading.text)
        short = len(words) <= _LONGEST_LINE and len(found) == 1
        if short and _SUM_LINE.match(words):
            total = found[0]
            exact = not any(one.approximate or one.upper is not None for one in (total, *run))
            summed = sum((one.value for one in run), Decimal(0))
            spare = sum((rounding(one) for one in (total, *run)), Decimal(0))
            if len(run) > 1 and exact and all(alike(total, one) for one in run) and abs(summed - total.value) > spare:
                yield _off(reading, total, run, summed, WARN)
            run = []
        else:
            run = [*run, found[0]] if short and len(run) < _MOST_FIGURES else []


_LONGEST_LINE = 100
_SUM_LINE = re.compile(r"\W*(?:jumlah|total|seluruhnya|keseluruhan)(?!\w)", re.IGNORECASE)


def _numbering(text: str, line: Span, figure: Figure) -> bool:
    """Whether a figure is the number of its line: "1. ", "2) "."""
    return figure.start == line.start and re.match(r"[.)]\s", text[figure.end : figure.end + 2]) is not None


def _over_hundred(parts: Sequence[Figure]) -> Iterator[Finding]:
    """With "sisanya" the shares are complete: more than a hundred is wrong, less may have been told before."""
    summed = sum((one.value for one in parts), Decimal(0))
    slack = sum((ulp(one) for one in parts), Decimal(0)) / 2
    if abs(summed - 100) > slack and (summed > 100 or len(parts) > 2):
        listing = " + ".join(shown(one.value) for one in parts)
        why = said(
            "With the rest the shares make %(sum)s per cent (%(parts)s), not 100 per cent.",
            sum=shown(summed),
            parts=listing,
        )
        severity = STOP if summed > 100 else WARN
        yield finding(
            "sums-dont-add", (parts[0].start, parts[-1].end), why, said("Count the rest again."), severity=severity
        )


def _total_of_parts(reading: Reading, start: int, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "70 laki-laki dan 50 perempuan, sehingga totalnya 120 orang"."""
    text = reading.text
    for number, total in enumerate(figures):
        if number < 2:
            continue
        match = _TOTAL.search(text, figures[number - 1].end, total.start)
        parts = _listed(text, figures[:number])
        opened = _STRONG.search(text, start, total.start)
        if match is None or len(parts) < 2 or (opened and figures[0].start < opened.start()):
            continue
        if _SOME.search(text, parts[0].start, total.start) or total.approximate or total.upper is not None:
            continue
        if any(one.approximate or one.upper is not None for one in parts) or not named_alike(total, parts):
            continue
        summed = sum((one.value for one in parts), Decimal(0))
        if abs(summed - total.value) > sum((rounding(one) for one in (total, *parts)), Decimal(0)):
            yield _off(reading, total, parts, summed, WARN)
        return
