"""Plants one changed claim of each kind into a real article, and differences of form that change no claim.

Written before the engine, with patterns of its own: it shares no parser with what it measures. A plant tells its kind,
the old and the new words and where the new ones stand, so that a finding can be matched to it by place.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

KINDS = ("figure", "unit", "date", "place", "name", "title", "quotation", "speaker", "negation")

_UNIT_PAIRS = {
    "persen": "kali", "orang": "keluarga", "unit": "lokasi", "hektare": "kilometer", "hari": "bulan", "tahun": "bulan",
    "bulan": "tahun", "jam": "hari", "menit": "jam", "kilometer": "hektare", "km": "meter", "meter": "kilometer",
    "kg": "ton", "ton": "kg", "gram": "kg", "liter": "ton", "kali": "hari", "negara": "provinsi", "perusahaan": "orang",
    "rumah": "orang", "ekor": "ton", "desa": "kecamatan", "kecamatan": "desa", "sekolah": "desa",
}  # fmt: skip
_PLACES = tuple(
    word
    for line in (
        "Jakarta Bandung Surabaya Semarang Medan Makassar Palembang Bogor Depok Tangerang Bekasi Cirebon Tasikmalaya",
        "Garut Malang Solo Denpasar Padang Pekanbaru Batam Manado Banjarmasin Samarinda Balikpapan Bali Lampung Aceh",
        "Sukabumi Cianjur Ciamis Indramayu Karawang Purwakarta Subang Sumedang Kuningan Majalengka",
    )
    for word in line.split()
)
_WIDE_PLACES = (
    "Jawa Barat", "Jawa Tengah", "Jawa Timur", "Sumatera Utara", "Sumatera Selatan", "Sulawesi Selatan",
    "Kalimantan Timur", "Malaysia", "Singapura", "Thailand", "Jepang", "Australia",
)  # fmt: skip
_FIRST = ("Wiryo", "Sartika", "Baskoro", "Lestariati", "Darmawangsa", "Nirmalasari", "Gunarto", "Pramudita")
_LAST = ("Hendrawanto", "Kusumajaya", "Purnamasari", "Tirtodirjo", "Wicaksanajati", "Mangkudilaga", "Suryaningtyas")
_TITLES = {
    "Bupati": "Wakil Bupati", "Gubernur": "Wakil Gubernur", "Wali Kota": "Wakil Wali Kota", "Menteri": "Wakil Menteri",
    "Ketua": "Sekretaris", "Direktur Utama": "Komisaris Utama", "Direktur": "Komisaris", "Sekretaris": "Bendahara",
    "Kepala": "Wakil Kepala", "Kapolres": "Wakapolres", "Presiden": "Wakil Presiden",
    "Kepala Dinas": "Plt. Kepala Dinas",
    "Kasat": "Wakasat", "Dirjen": "Sekretaris Ditjen", "CEO": "CFO", "Deputi": "Staf Ahli", "Kapolsek": "Kapolda",
}  # fmt: skip
_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_SAID = r"(?:kata|ujar|tutur|ucap|ungkap|jelas|tegas|imbuh|papar|terang|sebut)"
_NAME = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}"
_OTHER_WORDS = ("terlambat", "istimewa", "mustahil", "berbahaya", "gratis", "rahasia", "seketika", "percuma")


@dataclass(frozen=True)
class Plant:
    """`start` and `end` are code points of the changed article."""

    kind: str
    was: str
    now: str
    start: int
    end: int


@dataclass(frozen=True)
class _Edit:
    kind: str
    start: int
    end: int
    now: str


def planted(text: str, *, seed: str, count: int = 4) -> tuple[str, list[Plant]]:
    """The article with up to `count` changed claims of different kinds, each at least 60 characters from the next."""
    rng = random.Random(f"{seed}/plants")
    kinds = list(KINDS)
    rng.shuffle(kinds)
    edits: list[_Edit] = []
    for kind in kinds:
        offers = [edit for edit in _OFFERS[kind](text, rng) if _alone(edit, edits)]
        if offers:
            edits.append(rng.choice(offers))
        if len(edits) == count:
            break
    return _applied(text, edits)


def redressed(text: str, *, seed: str) -> str:
    """The same claims in another dress: figures, dates, quotation marks, short names of provinces, `tak`."""
    rng = random.Random(f"{seed}/dress")
    edits: list[_Edit] = []
    for edit in _dresses(text):
        if _alone(edit, edits) and rng.random() < 0.7:
            edits.append(edit)
    changed, _ = _applied(text, edits)
    return changed.replace('"', rng.choice(('"', "“"))) if rng.random() < 0.3 else changed


def _alone(edit: _Edit, edits: list[_Edit]) -> bool:
    return all(edit.end + 60 < other.start or other.end + 60 < edit.start for other in edits)


def _applied(text: str, edits: list[_Edit]) -> tuple[str, list[Plant]]:
    parts, plants, at, length = [], [], 0, 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[at : edit.start], edit.now]
        length += edit.start - at
        plants.append(Plant(edit.kind, text[edit.start : edit.end], edit.now, length, length + len(edit.now)))
        length += len(edit.now)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts), plants


def _figures(text: str, rng: random.Random) -> Iterator[_Edit]:
    """A quantity: money, percent or a number before a counted thing."""
    units = "|".join(_UNIT_PAIRS)
    money = r"(?:(?<=Rp )|(?<=Rp))\d[\d.,]*\d(?= (?:juta|miliar|triliun|ribu)?)"
    for match in re.finditer(rf"{money}|\b\d[\d.,]*(?= (?:{units})\b)|\b\d[\d,]*(?=%)", text):
        digits = match.group()
        first = str((int(digits[0]) + rng.randint(1, 7)) % 9 + 1)
        if first == digits[0]:
            first = str(int(first) % 9 + 1)
        yield _Edit("figure", match.start(), match.end(), first + digits[1:])


def _units(text: str, rng: random.Random) -> Iterator[_Edit]:
    for match in re.finditer(r"(?<![\d/.,-])\d[\d.,]* (\w+)\b", text):
        if match.group(1) in _UNIT_PAIRS:
            yield _Edit("unit", match.start(1), match.end(1), _UNIT_PAIRS[match.group(1)])


def _dates(text: str, rng: random.Random) -> Iterator[_Edit]:
    for match in re.finditer(r"\((\d{1,2})/(\d{1,2})/(\d{4})\)", text):
        day = int(match.group(1)) % 27 + 1
        yield _Edit("date", match.start(1), match.end(1), str(day))
    for match in re.finditer(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b", text):
        if rng.random() < 0.5:
            yield _Edit("date", match.start(1), match.end(1), str(int(match.group(1)) % 27 + 1))
        else:
            yield _Edit("date", match.start(2), match.end(2), _other(_MONTHS, match.group(2), rng))
    for match in re.finditer(rf"(?<=hari )({'|'.join(_DAYS)})\b", text):
        yield _Edit("date", match.start(1), match.end(1), _other(_DAYS, match.group(1), rng))


def _other(words: list[str] | tuple[str, ...], word: str, rng: random.Random) -> str:
    return rng.choice([each for each in words if each != word])


def _places(text: str, rng: random.Random) -> Iterator[_Edit]:
    for names, before in ((_PLACES, r"(?:di|ke|dari|Kota|Kabupaten) "), (_WIDE_PLACES, r"(?:di|ke|dari|Provinsi) ")):
        for match in re.finditer(rf"(?<=\b)(?:{before})({'|'.join(names)})\b(?! [A-Z])", text):
            yield _Edit("place", match.start(1), match.end(1), _other(tuple(names), match.group(1), rng))


def _invented(rng: random.Random) -> str:
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def _names(text: str, rng: random.Random) -> Iterator[_Edit]:
    """A person behind a title, so that it surely is one; not where he is said to speak."""
    titles = "|".join(_TITLES)
    behind = r"(?: [A-Z]{2,5}| [A-Z][a-z]+){0,3},? "
    for match in re.finditer(rf"\b(?:{titles}){behind}({_NAME})(?![\w-])(?=[ ,.]? ?[a-z(])", text):
        start = match.start(1)
        if re.search(rf"\b{_SAID} [^.\"]*$", text[max(0, start - 80) : start]):
            continue
        yield _Edit("name", start, match.end(1), _invented(rng))


def _titles(text: str, rng: random.Random) -> Iterator[_Edit]:
    for match in re.finditer(
        rf"(?<!Wakil )(?<!Wakil Wali )\b({'|'.join(sorted(_TITLES, key=len, reverse=True))})\b(?= [A-Z])", text
    ):
        yield _Edit("title", match.start(1), match.end(1), _TITLES[match.group(1)])


def _quotations(text: str, rng: random.Random) -> Iterator[_Edit]:
    """A content word inside a quotation gives way to one that says something else."""
    for match in re.finditer(r"(?<![\w.,!?])[\"“](?=\w)([^\"“”]{40,600}[\w.,!?])[\"”](?!\w)", text):
        words = list(
            re.finditer(r"(?<![\w-])(?!tidak|bukan|belum|jangan|tanpa|nggak)[a-z]{5,}(?![\w-])", match.group(1))
        )
        if words:
            word = rng.choice(words)
            start = match.start(1) + word.start()
            yield _Edit("quotation", start, start + len(word.group()), rng.choice(_OTHER_WORDS))


def _speakers(text: str, rng: random.Random) -> Iterator[_Edit]:
    for match in re.finditer(rf"[,.]?[\"”],? {_SAID} ((?:{_NAME})|[A-Z][a-z]{{3,}})(?=[ ,.](?! ?[A-Z]))", text):
        yield _Edit("speaker", match.start(1), match.end(1), _invented(rng))


def _negations(text: str, rng: random.Random) -> Iterator[_Edit]:
    for match in re.finditer(r"\btidak (?!hanya|cuma|sekadar|saja|lain)(?=[a-z])", text):
        yield _Edit("negation", match.start(), match.end(), "")
    for match in re.finditer(
        r"(?<=[a-z] )(?=(?:akan|dapat|bisa|mampu|perlu|boleh|mendapat|memiliki|memberikan) [a-z])", text
    ):
        before = text[max(0, match.start() - 8) : match.start()]
        if not before.endswith(("tidak ", "tak ", "belum ", "bukan ", "jangan ")):
            yield _Edit("negation", match.start(), match.start(), "tidak ")


_OFFERS: dict[str, Callable[[str, random.Random], Iterator[_Edit]]] = {
    "figure": _figures, "unit": _units, "date": _dates, "place": _places, "name": _names, "title": _titles,
    "quotation": _quotations, "speaker": _speakers, "negation": _negations,
}  # fmt: skip

_SCALE = {"ribu": 3, "juta": 6, "miliar": 9}
_WORDS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_SHORT_PLACES = {
    "Jawa Barat": "Jabar", "Jawa Tengah": "Jateng", "Jawa Timur": "Jatim", "Sumatera Utara": "Sumut",
    "Sumatera Selatan": "Sumsel", "Sulawesi Selatan": "Sulsel", "Kalimantan Timur": "Kaltim",
}  # fmt: skip


def _dresses(text: str) -> Iterator[_Edit]:
    for match in re.finditer(r"Rp ?(\d{1,3})(?:,(\d))? (ribu|juta|miliar)\b", text):
        zeros = _SCALE[match.group(3)] - (1 if match.group(2) else 0)
        value = int(match.group(1) + (match.group(2) or "")) * 10**zeros
        yield _Edit("dress", match.start(), match.end(), f"Rp{value:,}".replace(",", "."))
    for match in re.finditer(r"(?<![\d.,/-])([2-9]|1[01]) (?=orang|hari|bulan|tahun|negara|unit)", text):
        yield _Edit("dress", match.start(), match.end(), _WORDS[int(match.group(1))] + " ")
    for match in re.finditer(r"(?<![\d.,])(\d+(?:,\d+)?) persen\b", text):
        yield _Edit("dress", match.start(), match.end(), match.group(1) + "%")
    for match in re.finditer(r"\((\d{1,2})/(\d{1,2})/(\d{4})\)", text):
        if 1 <= int(match.group(2)) <= 12:
            written = f", {match.group(1)} {_MONTHS[int(match.group(2)) - 1]} {match.group(3)}"
            start = match.start() - 1 if text[match.start() - 1] == " " else match.start()
            yield _Edit("dress", start, match.end(), written)
    for match in re.finditer(rf"\b(?:{'|'.join(_SHORT_PLACES)})\b", text):
        yield _Edit("dress", match.start(), match.end(), _SHORT_PLACES[match.group()])
    for match in re.finditer(r"\btidak\b(?! (?:hanya|lain|kurang))", text):
        yield _Edit("dress", match.start(), match.end(), "tak")
