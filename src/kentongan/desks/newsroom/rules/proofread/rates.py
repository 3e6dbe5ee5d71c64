"""Shares, changes, products and differences: what a second figure makes of two others in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kentongan.ground.clock.rules.words import Said, said
from kentongan.ground.language.rules.numbers import Figure

from .counting import alike, rounding, shown, ulp
from .reading import Reading
from .rulebook import STOP, WARN, Finding, finding, quoted

_OF = re.compile(r"\s(?:dari|di antara)\s(?:total\s|jumlah\s|keseluruhan\s|seluruh\s|sebanyak\s|sekitar\s)*")
_OR = re.compile(
    r"[^.;]{0,40}?(?:\(|,?\s?(?:atau|yakni|yaitu|setara|sama dengan)\s(?:sekitar\s|setara\s"
    r"|sebanyak\s|sebesar\s|dengan\s|mencapai\s)*)(?:sekitar\s)?"
)
_NEAR_OF = re.compile(r"[^.;,]{0,30}?\sdari\s(?:total\s|jumlah\s|keseluruhan\s|seluruh\s)*[^.;,\d]{0,30}?")


def shares(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "250 dari 500 responden (50 persen)" and its turns: the share first, or the whole last."""
    text = reading.text
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        first, second = text[one.end : two.start], text[two.end : three.start]
        kinds = [figure.kind == "percent" for figure in (one, two, three)]
        if kinds == [False, False, True] and _of(first) and _OR.fullmatch(second):
            part, whole, share = one, two, three
        elif kinds == [False, False, True] and _from(text, one) and len(first) <= _NEAR and _OR.fullmatch(second):
            whole, part, share = one, two, three
        elif kinds == [True, False, False] and _of(first) and _OR.fullmatch(second):
            share, whole, part = one, two, three
        elif kinds == [False, True, False] and _OR.fullmatch(first) and _NEAR_OF.fullmatch(second):
            part, share, whole = one, two, three
        else:
            continue
        if share.upper is not None or part.upper is not None or whole.upper is not None or not whole.value:
            continue
        if not alike(whole, part) or part.value > whole.value:
            continue
        real = part.value * 100 / whole.value
        slack = ulp(share) + (rounding(part) * 100 + rounding(whole) * share.value) / whole.value
        slack = max(slack, Decimal(3)) if share.approximate or part.approximate or whole.approximate else slack
        if abs(real - share.value) > slack:
            span = (one.start, three.end)
            why = said(
                "%(part)s of %(whole)s are %(real)s per cent, not %(share)s.",
                part=quoted(part.text),
                whole=quoted(whole.text),
                real=shown(real.quantize(Decimal("0.1"))),
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


_NEAR = 50


def _from(text: str, whole: Figure) -> bool:
    """Whether "Dari" opens the clause of a whole ("Dari 200 responden, 150 orang atau 75 persen")."""
    return (
        re.search(r"(?<!\w)[Dd]ari (?:total |jumlah |sebanyak |keseluruhan |seluruh )*\Z", text[: whole.start][-40:])
        is not None
    )


def _of(between: str) -> bool:
    """Whether "dari" joins two figures with at most one noun phrase between ("250 orang dari 500")."""
    return len(between) <= 60 and bool(re.fullmatch(r"[^.;,()\d]{0,30}?\sdari\s[^.;,()\d]{0,24}", between))


_DIRECTION = re.compile(
    r"(?<!\w)(?:(?P<up>naik|kenaikan|meningkat|peningkatan|bertambah|penambahan|tumbuh|pertumbuhan|melonjak"
    r"|melejit|menguat)"
    r"|turun|penurunan|menurun|berkurang|pengurangan|anjlok|merosot|menyusut|penyusutan|melemah|pelemahan|susut)(?!\w)",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;\d]{0,60}?\s(?:menjadi|ke)\s(?:sekitar\s|sebesar\s|sebanyak\s|level\s)*")


def changes(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
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
        slack = (
            ulp(share) + (rounding(low) + rounding(high)) * 100 / low.value + (Decimal(3) if share.approximate else 0)
        )
        if abs(real - share.value) > max(slack, real / 50):
            span = (min(share.start, low.start), max(share.end, high.end))
            why = said(
                "From %(low)s to %(high)s is a change of %(real)s per cent, not %(share)s.",
                low=quoted(low.text),
                high=quoted(high.text),
                real=shown(real.quantize(Decimal("0.1"))),
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


_EACH = re.compile(
    r"(?<!\w)(?:masing-masing|setiap|tiap(?:-tiap)?|per|seharga|harga|@|sebesar|senilai)(?!\w)", re.IGNORECASE
)
# How far behind its figure "per kelompok" may stand.
_BESIDE = 24
_MAKES = re.compile(
    r"(?<!\w)(?:total\w*|jumlah\w*|berjumlah|seluruh\w*|keseluruhan\w*|sehingga|menjadi|berarti|senilai|menghabiskan"
    r"|mencapai|sama dengan|semuanya)(?!\w)|=",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(r"(?<!\w)(?:kepada|untuk|bagi|pada|dalam|dibagi\w*|dari|oleh|ke)(?!\w)", re.IGNORECASE)


def products(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "4 kecamatan masing-masing 75 paket, total 342 paket"; "342 paket untuk 4 kecamatan, masing-masing 75 paket"."""
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        first, second = reading.text[one.end : two.start], reading.text[two.end : three.start]
        if (_EACH.search(first) or _EACH.search(second[:_BESIDE])) and _MAKES.search(second):
            times, each, total = one, two, three
        elif _SHARED_OUT.search(first) and _EACH.search(second) and not _EACH.search(first):
            total, times, each = one, two, three
        else:
            continue
        if not _countable(times) or not _exact(times, each, total) or not alike(total, each):
            continue
        if each.kind != total.kind or (each.kind not in ("money", "count", "number", "measure")):
            continue
        product = times.value * each.value
        slack = times.value * rounding(each) + rounding(total)
        if abs(product - total.value) > slack and total.value > each.value:
            yield _miscounted(
                (one.start, three.end),
                said(
                    "%(times)s times %(each)s make %(product)s, not %(total)s.",
                    times=shown(times.value),
                    each=quoted(each.text),
                    product=shown(product),
                    total=quoted(total.text),
                ),
            )


def _miscounted(span: tuple[int, int], why: Said) -> Finding:
    return finding("sums-dont-add", span, why, said("Count again."), severity=WARN)


def _countable(figure: Figure) -> bool:
    return figure.kind in ("count", "number") and figure.value == int(figure.value) and 1 < figure.value <= 100_000


def _exact(*figures: Figure) -> bool:
    return not any(one.approximate or one.upper is not None for one in figures)


_GAP = re.compile(r"(?<!\w)(?:selisih\w*|terpaut|berselisih|beda\w*|berbeda|unggul|margin)(?!\w)", re.IGNORECASE)
_GREW = re.compile(
    r"(?<!\w)(?:naik|kenaikan|meningkat|bertambah|tambahan|penambahan|turun|berkurang|penurunan|susut|menyusut)(?:nya)?"
    r"(?: (?:sebanyak|sebesar|sekitar|sejumlah))?\s\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?<!\w)(?:tersisa|menyisakan|tinggal|sisa|sisanya|masih (?:ada|kurang|tersisa)|kurang)(?!\w)", re.IGNORECASE
)


def differences(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "120 suara melawan 100, selisih 30"; "naik 30 dari 100 menjadi 120"; "500 paket, 320 pergi, tersisa 200"."""
    text = reading.text
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        if not (_exact(one, two, three) and alike(one, two) and alike(two, three)):
            continue
        if any(figure.kind == "percent" for figure in (one, two, three)) or one.kind == "age":
            continue
        before, first, second = (
            text[max(0, one.start - 40) : one.start],
            text[one.end : two.start],
            text[two.end : three.start],
        )
        if _GREW.search(before) and re.search(r"(?<!\w)dari\s(?:[a-z]+\s){0,3}\Z", first) and _TO.fullmatch(second):
            low, high, told = two, three, one
        elif (
            (_TO.fullmatch(first) and (_GREW.search(second) or _GAP.search(second)))
            or (_GAP.search(second) and len(second) < 60)
            or (_LEFT.search(second) and len(figures) == 3 and one.value > two.value)
        ):
            low, high, told = one, two, three
        elif _GREW.search(first) and re.fullmatch(r"\s(?:[a-z]+\s){0,2}dari\s(?:[a-z]+\s){0,2}", second):
            low, high, told = one, three, two
        else:
            continue
        gap = abs(high.value - low.value)
        if gap and abs(gap - told.value) > rounding(low) + rounding(high) + rounding(told):
            yield _miscounted(
                (one.start, three.end),
                said(
                    "Between %(low)s and %(high)s lie %(gap)s, not %(told)s.",
                    low=quoted(low.text),
                    high=quoted(high.text),
                    gap=shown(gap),
                    told=quoted(told.text),
                ),
            )


_FRACTIONS = {
    "separuh": (1, 2), "setengah": (1, 2), "sepertiga": (1, 3), "dua pertiga": (2, 3), "seperempat": (1, 4),
    "tiga perempat": (3, 4), "seperlima": (1, 5), "dua perlima": (2, 5), "tiga perlima": (3, 5),
    "sepersepuluh": (1, 10),
}  # fmt: skip
_ANY_FRACTION = "|".join(sorted(_FRACTIONS, key=len, reverse=True))
_FRACTION_OF = re.compile(rf"(?<!\w)(?P<share>{_ANY_FRACTION}) dari (?:total |jumlah |sekitar )?\Z", re.IGNORECASE)
_NAMELY = re.compile(r"(?<!\w)(?:yakni|yaitu|atau|sebanyak|sejumlah)\s\Z|\(\Z")


def fractions(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Sepertiga dari 348 rumah, yakni 101 rumah"."""
    for whole, part in pairwise(figures):
        named = _FRACTION_OF.search(reading.text[max(0, whole.start - 40) : whole.start])
        if named is None or not _NAMELY.search(reading.text[whole.end : part.start]) or not _exact(whole, part):
            continue
        top, bottom = _FRACTIONS[named["share"].casefold()]
        real = whole.value * top / bottom
        if alike(whole, part) and abs(real - part.value) > max(Decimal(1), rounding(whole) + rounding(part)):
            yield _miscounted(
                (whole.start, part.end),
                said(
                    "%(share)s of %(whole)s is %(real)s, not %(part)s.",
                    share=named["share"],
                    whole=quoted(whole.text),
                    real=shown(real.quantize(Decimal("0.1"))),
                    part=quoted(part.text),
                ),
            )


_NUMBER = "satu|dua belas|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
_HOURS = re.compile(
    r"(?<!\w)[Pp]ukul (?P<from>\d{1,2})[.:](?P<from_minute>\d{2})(?: WI[BT]A?)? ?(?:sampai|hingga|s\.d\.|-|–)"
    r"(?: dengan)?(?: pukul)? ?(?P<to>\d{1,2})[.:](?P<to_minute>\d{2})[^.;]{0,30}?(?:selama|durasi) "
    rf"(?P<told>\d{{1,2}}|{_NUMBER}) jam(?! (?:\d|tiga puluh))"
)
_HOUR_WORDS = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]


def hours(reading: Reading) -> Iterator[Finding]:
    """ "pukul 10.00 sampai pukul 14.00 atau selama lima jam"."""
    for match in _HOURS.finditer(reading.text):
        minutes = [int(match[name]) * 60 + int(match[f"{name}_minute"]) for name in ("from", "to")]
        told = match["told"]
        number = int(told) if told.isdigit() else 12 if told == "dua belas" else _HOUR_WORDS.index(told) + 1
        real = Decimal((minutes[1] - minutes[0]) % 1440) / 60
        if abs(real - number) >= 1:
            yield finding(
                "sums-dont-add",
                match.span(),
                said("%(words)s: that makes %(real)s hours.", words=quoted(match.group()), real=shown(real)),
                said("Count again."),
                severity=WARN,
            )
