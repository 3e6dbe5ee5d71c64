"""Arithmetic inside the text: parts and their total, shares, from and to, and one thing told in two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.numbers import Figure, parse_number
from kentongan.ground.language.rules.stem import stem
from kentongan.ground.language.rules.words import words_of

from .reading import Reading
from .rulebook import STOP, WARN, Finding, finding, quoted

_PEOPLE = words_of(
    """person household resident citizen student teacher participant passenger pilgrim victim patient player
    athlete employee farmer officer suspect witness respondent customer user volunteer candidate child woman man
    person-member"""
)
_THINGS = words_of("unit piece vehicle aircraft ship train head house building package sheet box sack bottle")
_AREAS = words_of("village urban-village")

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
            *_rest(reading, figures),
            *_total_of_parts(reading, span.start, figures),
            *_shares(reading, figures),
            *_change(reading, figures),
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
    if strong and not ahead and len(parts) > 2 and all(one.kind == "percent" for one in parts):
        exact = not any(one.approximate or one.upper is not None for one in parts)
        if (
            exact
            and not _SOME.search(text, match.start(), parts[-1].end)
            and not _REST.search(text, span.start, span.end)
        ):
            yield from _hundred(reading, parts, strong=True)
        return
    if not ahead or len(parts) < 2:
        return
    total = ahead[-1]
    if _SOME.search(text, max(total.start - 24, 0), total.start) or _SOME.search(text, match.start(), parts[-1].end):
        return
    yield from _check(reading, total, parts, strong=strong)


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
    if not all(_alike(total, one) for one in parts) or total.value == len(parts):
        return
    summed = sum((one.value for one in parts), Decimal(0))
    off = abs(summed - total.value)
    if off <= sum((_slack(one) for one in (total, *parts)), Decimal(0)):
        return
    larger = any(one.value > total.value for one in parts)
    if larger and not strong:
        return
    severity = STOP if strong and not larger and _named_alike(total, parts) else WARN
    yield _off(reading, total, parts, summed, severity)


def _scale_left_out(parts: Sequence[Figure]) -> bool:
    """ "Rp504 dan Rp259 triliun": the first takes its scale word from the last."""
    values = [one.value for one in parts if one.kind == "money"]
    return bool(values) and min(values) * 10_000 < max(values)


def _off(reading: Reading, total: Figure, parts: Sequence[Figure], summed: Decimal, severity: str) -> Finding:
    span = (min(total.start, parts[0].start), max(total.end, parts[-1].end))
    listed = " + ".join(_shown(one.value) for one in parts)
    why = said(
        "The parts make %(sum)s (%(parts)s), but the total is given as %(total)s.",
        sum=_shown(summed),
        parts=listed,
        total=quoted(total.text),
    )
    return finding("sums-dont-add", span, why, said("Count again, and mend the parts or the total."), severity=severity)


def _hundred(reading: Reading, parts: Sequence[Figure], *, strong: bool) -> Iterator[Finding]:
    summed = sum((one.value for one in parts), Decimal(0))
    if abs(summed - 100) <= sum((_ulp(one) for one in parts), Decimal(0)) / 2 + Decimal("0.05"):
        return
    if strong and summed != 100:
        span = (parts[0].start, parts[-1].end)
        listed = " + ".join(_shown(one.value) for one in parts)
        why = said("The shares make %(sum)s per cent (%(parts)s), not 100 per cent.", sum=_shown(summed), parts=listed)
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
    if len(parts) < 2 or not all(_alike(total, one) for one in parts) or _SOME.search(text, total.end, parts[-1].start):
        return
    summed = sum((one.value for one in parts), Decimal(0))
    off = summed - total.value
    slack = sum((_slack(one) for one in (total, *parts)), Decimal(0))
    if rest is not None and abs(off) > slack:
        yield _off(reading, total, parts, summed, STOP if _named_alike(total, parts) else WARN)
    elif (
        rest is None
        and len(parts) == 2
        and _named_alike(total, parts)
        and slack < off
        and max(one.value for one in parts) <= total.value
    ):
        yield _off(reading, total, parts, summed, WARN)


def _over_hundred(parts: Sequence[Figure]) -> Iterator[Finding]:
    """With "sisanya" the shares are complete: more than a hundred is wrong, less may have been told before."""
    summed = sum((one.value for one in parts), Decimal(0))
    slack = sum((_ulp(one) for one in parts), Decimal(0)) / 2
    if abs(summed - 100) > slack and (summed > 100 or len(parts) > 2):
        listing = " + ".join(_shown(one.value) for one in parts)
        why = said(
            "With the rest the shares make %(sum)s per cent (%(parts)s), not 100 per cent.",
            sum=_shown(summed),
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
        if match is None or len(parts) < 2 or _STRONG.search(text, start, total.start):
            continue
        if _SOME.search(text, parts[0].start, total.start) or total.approximate or total.upper is not None:
            continue
        if any(one.approximate or one.upper is not None for one in parts) or not _named_alike(total, parts):
            continue
        summed = sum((one.value for one in parts), Decimal(0))
        if abs(summed - total.value) > sum((_slack(one) for one in (total, *parts)), Decimal(0)):
            yield _off(reading, total, parts, summed, WARN)
        return


_OF = re.compile(r"\s(?:dari|di antara)\s(?:total\s|jumlah\s|keseluruhan\s|seluruh\s|sebanyak\s|sekitar\s)*")
_OR = re.compile(
    r"[^.;]{0,40}?(?:\(|,?\s?(?:atau|yakni|yaitu|setara|sama dengan)\s(?:sekitar\s|setara\s"
    r"|sebanyak\s|sebesar\s|dengan\s|mencapai\s)*)(?:sekitar\s)?"
)
_NEAR_OF = re.compile(r"[^.;,]{0,30}?\sdari\s(?:total\s|jumlah\s|keseluruhan\s|seluruh\s)*[^.;,\d]{0,30}?")


def _shares(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "250 dari 500 responden (50 persen)" and its turns: the share first, or the whole last."""
    text = reading.text
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        first, second = text[one.end : two.start], text[two.end : three.start]
        kinds = [figure.kind == "percent" for figure in (one, two, three)]
        if kinds == [False, False, True] and _of(first) and _OR.fullmatch(second):
            part, whole, share = one, two, three
        elif kinds == [True, False, False] and _of(first) and _OR.fullmatch(second):
            share, whole, part = one, two, three
        elif kinds == [False, True, False] and _OR.fullmatch(first) and _NEAR_OF.fullmatch(second):
            part, share, whole = one, two, three
        else:
            continue
        if share.upper is not None or part.upper is not None or whole.upper is not None or not whole.value:
            continue
        if not _alike(whole, part) or part.value > whole.value:
            continue
        real = part.value * 100 / whole.value
        slack = _ulp(share) + (_slack(part) * 100 + _slack(whole) * share.value) / whole.value
        slack = max(slack, Decimal(3)) if share.approximate or part.approximate or whole.approximate else slack
        if abs(real - share.value) > slack:
            span = (one.start, three.end)
            why = said(
                "%(part)s of %(whole)s are %(real)s per cent, not %(share)s.",
                part=quoted(part.text),
                whole=quoted(whole.text),
                real=_shown(real.quantize(Decimal("0.1"))),
                share=quoted(share.text),
            )
            sure = abs(real - share.value) > 2 * slack and not (part.approximate or whole.approximate)
            yield finding(
                "sums-dont-add",
                span,
                why,
                said("Count the share or the figures again."),
                severity=STOP if sure else WARN,
            )


def _of(between: str) -> bool:
    """Whether "dari" joins two figures with at most one noun phrase between ("250 orang dari 500")."""
    return len(between) <= 60 and bool(re.fullmatch(r"[^.;,()\d]{0,30}?\sdari\s[^.;,()\d]{0,24}", between))


_DIRECTION = re.compile(
    r"(?<!\w)(?:(?P<up>naik|kenaikan|meningkat|peningkatan|bertambah|penambahan|tumbuh|pertumbuhan|melonjak|melejit|menguat)"
    r"|turun|penurunan|menurun|berkurang|pengurangan|anjlok|merosot|menyusut|penyusutan|melemah|pelemahan|susut)(?!\w)",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;\d]{0,60}?\s(?:menjadi|ke)\s(?:sekitar\s|sebesar\s|sebanyak\s|level\s)*")


def _change(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "naik 50 persen dari 100 menjadi 150": the direction and the share."""
    text = reading.text
    for number, (low, high) in enumerate(pairwise(figures)):
        if not re.search(r"(?<!\w)dari\s(?:[^.;\d]{0,30}\s)?\Z", text[max(0, low.start - 40) : low.start]):
            continue
        if not _TO.fullmatch(text[low.end : high.start]) or low.unit != high.unit or low.kind != high.kind:
            continue
        if low.upper is not None or high.upper is not None or not low.value:
            continue
        lead = text[max(0, low.start - 90) : low.start]
        lead = lead[max(lead.rfind(". "), lead.rfind("\n")) + 1 :]
        directions = list(_DIRECTION.finditer(lead))
        if not directions:
            continue
        up = directions[-1]["up"] is not None  # the nearest: "meski pendapatan naik, margin turun dari …"
        if (high.value < low.value) if up else (high.value > low.value):
            why = (
                said(
                    "The text says that it rose, but from %(low)s to %(high)s it falls.",
                    low=quoted(low.text),
                    high=quoted(high.text),
                )
                if up
                else said(
                    "The text says that it fell, but from %(low)s to %(high)s it rises.",
                    low=quoted(low.text),
                    high=quoted(high.text),
                )
            )
            yield finding(
                "sums-dont-add",
                (low.start, high.end),
                why,
                said("Look at both figures and at the verb."),
                severity=WARN,
            )
            continue
        share = _share_beside(text, figures, number)
        if share is None or low.kind == "percent":
            continue
        real = abs(high.value - low.value) * 100 / low.value
        slack = _ulp(share) + (_slack(low) + _slack(high)) * 100 / low.value + (Decimal(3) if share.approximate else 0)
        if abs(real - share.value) > max(slack, real / 50):
            span = (min(share.start, low.start), max(share.end, high.end))
            why = said(
                "From %(low)s to %(high)s is a change of %(real)s per cent, not %(share)s.",
                low=quoted(low.text),
                high=quoted(high.text),
                real=_shown(real.quantize(Decimal("0.1"))),
                share=quoted(share.text),
            )
            yield finding("sums-dont-add", span, why, said("Count the share or the figures again."), severity=WARN)


def _share_beside(text: str, figures: Sequence[Figure], number: int) -> Figure | None:
    """The percentage right before "dari", or right behind in brackets or after "atau"."""
    low, high = figures[number], figures[number + 1]
    if (
        number
        and figures[number - 1].kind == "percent"
        and re.fullmatch(r"[\s,(]*(?:atau\s)?dari\s(?:[^.;\d]{0,30}\s)?", text[figures[number - 1].end : low.start])
    ):
        return figures[number - 1]
    if number + 2 < len(figures) and figures[number + 2].kind == "percent":
        between = text[high.end : figures[number + 2].start]
        if len(between) <= 40 and re.fullmatch(
            r"[^.;\d]{0,24}?(?:\(|,?\s?atau\s)(?:(?:naik|turun|tumbuh|meningkat|menurun|sekitar|sebesar)\s)*", between
        ):
            return figures[number + 2]
    return None


def _alike(total: Figure, part: Figure) -> bool:
    """Whether one can be a part of the other: the same kind of thing, or things that aren't named."""
    if part.kind == "age" or (
        total.kind in ("money", "percent", "measure", "duration")
        or part.kind in ("money", "percent", "measure", "duration")
    ):
        return total.kind == part.kind and total.unit == part.unit
    if total.unit is None or part.unit is None or total.unit == part.unit:
        return True
    return (
        any(total.unit in group and part.unit in group for group in (_PEOPLE, _THINGS, _AREAS)) or total.unit == "unit"
    )


def _named_alike(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether total and parts are known to count the same kind of thing, so that the sum must hold."""
    return all(_alike(total, one) for one in parts) and (
        total.unit is not None and sum(one.unit is not None for one in parts) >= 1
    )


def _ulp(figure: Figure) -> Decimal:
    """One in the last place written: ".1 million" for "1,2 juta", 1 for "120"."""
    digits = re.search(r"\d[\d.,]*", figure.text)
    written = parse_number(digits.group().rstrip(".,")) if digits else None
    if not written:
        return Decimal(1 if figure.kind == "percent" else 0)  # "tiga persen"
    scale = abs(figure.value / written)
    exponent = written.as_tuple().exponent
    return scale * Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)


def _slack(figure: Figure) -> Decimal:
    """Half of the last place of a rounded figure ("1,2 juta"); a plain whole number is exact."""
    ulp = _ulp(figure)
    return Decimal(0) if ulp == 1 and figure.kind != "percent" else ulp / 2


def _shown(value: Decimal) -> str:
    """As Indonesian writes it: 1.284,5."""
    plain = f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}"
    return plain.translate(str.maketrans(",.", ".,"))


# ---- One thing, two figures ----------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY = words_of(
    """yang di ke dari dan untuk dengan pada akan adalah oleh telah ini itu para bahwa dalam juga agar serta
    sebagai karena tersebut atau dapat tidak ada sudah sebanyak sebesar seluas sejumlah mencapai sekitar rp
    orang atas hari lalu ia dia tak masih saat secara hingga setelah lebih kata ujar total jumlah rupiah persen
    juta miliar ribu triliun seperti"""
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:(?<=\w )lalu|sebelum\w*|semula|awalnya|kini|menjadi|dulu|kemarin|target\w*|rencana\w*"
    r"|lain(?:nya)?|berbeda|masing-masing|per|setiap|tambah\w*|naik|turun|meningkat|sisa\w*|antara"
    r"|kedua|ketiga|pertama|periode|sejak|hingga|tahap\w*|paket|harga\w*|diskon\w*|varian|tipe|promo"
    r"|jika|kalau|misal\w*|minimal|maksimal)(?!\w)",
    re.IGNORECASE,
)
_WINDOW_WORDS = 6
# How many earlier figures of the same unit one is compared with: bounds the work, and a reader's memory too.
_COMPARED = 12


def contradictions(reading: Reading) -> Iterator[Finding]:
    """The same thing counted twice with two results: same unit, and nearly the same words around."""
    groups: dict[tuple[str, str | None], list[tuple[Figure, _Around]]] = {}
    for figure in reading.figures:
        if figure.upper is not None or figure.approximate or figure.kind in ("age", "percent", "fraction", "duration"):
            continue
        if figure.unit is None and figure.value < 20:
            continue
        around = _around(reading, figure)
        if around is None:
            continue
        earlier = groups.setdefault((figure.kind, figure.unit), [])
        for other, there in earlier[-_COMPARED:]:
            if other.value != figure.value and around.same_thing(there) and _another_sentence(reading, other, figure):
                why = said(
                    "Here stands %(here)s, above %(above)s for the same thing.",
                    here=quoted(figure.text),
                    above=quoted(other.text),
                )
                yield finding(
                    "contradicting-figures", (figure.start, figure.end), why, said("Find out which figure is right.")
                )
                break
        earlier.append((figure, around))


def _another_sentence(reading: Reading, one: Figure, other: Figure) -> bool:
    return reading.sentence_at(one.start) != reading.sentence_at(other.start)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a figure within its sentence, as stems: all of them, the names, the nearest on either side."""

    stems: frozenset[str]
    names: frozenset[str]
    before: str
    after: str

    def same_thing(self, other: _Around) -> bool:
        """Whether both figures seem to count the same: the nearest words on both sides, or nearly all words."""
        if self.names != other.names and not (
            self.names and other.names and (self.names <= other.names or other.names <= self.names)
        ):
            return False
        shared = len(self.stems & other.stems)
        if shared >= 4 and shared * 10 >= 8 * max(len(self.stems), len(other.stems)):
            return True
        if not self.after or self.after != other.after:
            return False
        return shared >= 2 if self.before == other.before else not (self.before and other.before)


def _around(reading: Reading, figure: Figure) -> _Around | None:
    """None where the words say another time, a condition, or a change."""
    span = reading.sentences[reading.sentence_at(figure.start)]
    text = reading.text
    before = text[max(span.start, figure.start - 70) : figure.start]
    after = text[figure.end : min(span.end, figure.end + 70)]
    if _OTHER_TIME.search(before) or _OTHER_TIME.search(after):
        return None
    ahead, behind = _WORD.findall(before)[-_WINDOW_WORDS:], _WORD.findall(after)[:_WINDOW_WORDS]
    names = frozenset(word for word in (*ahead[1:], *behind) if word[:1].isupper())
    left, right = _stems(ahead), _stems(behind)
    return _Around(frozenset((*left, *right)), names, left[-1] if left else "", right[0] if right else "")


def _stems(words: Sequence[str]) -> list[str]:
    return [stem(word) for word in words if word.casefold() not in _EMPTY and len(word) > 2]
