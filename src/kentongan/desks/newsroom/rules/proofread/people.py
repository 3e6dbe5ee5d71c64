"""People in a text: how their names are written, what must not be told of them, whom a text promotes."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from kentongan.desks.newsroom.rules.proofread.rows import Reading
from kentongan.ground.language.rules.names import find_names, normal_name, parse_name

Found = Iterator[tuple[tuple[int, int], str, str]]

# A NIK: province 11–94, regency, district, day (women + 40), month, year, serial (Permendagri on population data).
_NIK = re.compile(r"(?<!\d)(?:1[1-9]|[2-8]\d|9[1-4])\d{4}(?:[0-6]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)")
_MOBILE = re.compile(r"(?<![\d/])(?:\+62|62|0)8[1-9](?:[ -]?\d){7,10}(?!\d)")
_OFFICE = re.compile(
    r"(?i)\b(?:kantor|layanan|hotline|call center|posko|narahubung|kontak|humas|pengaduan|hubungi|informasi|whatsapp"
    r"|telepon)\b"
)
_HOME = re.compile(
    r"(?i)\b(?:warga|korban|tersangka|pelaku|siswa|anak|ibu|bapak)\b[^.]{0,60}\b(?:beralamat|tinggal|warga)\b[^.]{0,30}"
    r"\b(?:Jalan|Jl\.?)\s+[A-Z]\w+[^.]{0,30}\b(?:[Nn]omor|No\.?)\s*\d+"
)
_PROMOTION = re.compile(
    r"(?i)\b(?:berkat|atas)\s+(?:kepemimpinan|jasa|kebaikan|kerja keras|perhatian)\s+"
    r"(?:Bapak|Ibu|Bupati|Wakil|Gubernur|Wali ?kota|Presiden|Menteri|beliau)\b"
    r"|\b(?:pemimpin|tokoh|sosok)\s+yang\s+(?:visioner|merakyat|amanah|luar biasa|dicintai|sangat peduli)\b"
    r"|\b(?:pilih|dukung|coblos|lanjutkan)\s+(?:Bapak|Ibu|nomor urut|kembali)\b"
)
_CRISIS = re.compile(r"(?i)\b(?:tewas|korban jiwa|longsor|banjir|gempa|kebakaran|ledakan|keracunan|wabah|bentrok)\b")
_UNSURE = re.compile(r"(?i)\b(?:disebut-sebut|dikabarkan|konon|informasinya|kabarnya|belum pasti|katanya(?= ada))\b")


def names_in_variants(reading: Reading) -> Found:
    """One name in two spellings: as many words, most letters the same, and not simply its shorter second mention."""
    told: list[tuple[str, str]] = []
    for name in find_names(reading.text):
        plain = " ".join(parse_name(name.text).name.split())
        key = plain.casefold()
        if plain.count(" ") < 1 or reading.is_quoted(name.start, name.end) or any(key == known for known, _ in told):
            continue
        twin = next((said for known, said in told if _one_slip(known, key)), None)
        if twin is None:
            told.append((key, plain))
        else:
            yield (name.start, name.end), f"Sebelumnya tertulis “{twin}”.", "Samakan di semua tempat."


def _one_slip(a: str, b: str) -> bool:
    """Whether two names differ as one hand differs from another: one word of several, by one or two letters."""
    first, second = a.split(), b.split()
    if len(first) != len(second):
        return False
    other = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(other) != 1 or min(map(len, other[0])) < 4:
        return False
    x, y = other[0]
    # "Putra" and "Putri" are brother and sister: a last letter alone tells two people apart.
    return Levenshtein.distance(x, y) <= (1 if len(x) < 7 else 2) and x[:-1] != y[:-1]


def titles_against_list(reading: Reading) -> Found:
    """Titles and degrees that differ from the office's own list."""
    right = {normal_name(known.name): known for known in reading.known}
    for name in find_names(reading.text):
        found = parse_name(name.text)
        known = right.get(normal_name(found.name))
        if known and (found.front or found.behind) and (found.front, found.behind) != (known.front, known.behind):
            yield (name.start, name.end), "Gelar atau namanya tidak sama dengan daftar.", f"Tulis “{known.full()}”."


def personal_data(reading: Reading) -> Found:
    """A NIK; a mobile number that isn't an office's; where a private person lives (UU 27/2022)."""
    for found in _NIK.finditer(reading.text):
        yield found.span(), "Ini tampak seperti NIK.", "Hapus; NIK tidak boleh disiarkan."
    for found in _MOBILE.finditer(reading.text):
        around = reading.text[max(0, found.start() - 60) : found.end() + 40]
        if not _OFFICE.search(around):
            yield found.span(), "Nomor telepon seseorang.", "Hapus, atau ganti dengan nomor kantor."
    for found in _HOME.finditer(reading.text):
        yield found.span(), "Alamat rumah warga.", "Sebut desa atau kecamatannya saja."


def promotion(reading: Reading) -> Found:
    """Praise of a person in the office's own words (Inpres 9/2015: no personal interest)."""
    for found in _PROMOTION.finditer(reading.text):
        if not reading.is_quoted(*found.span()):
            yield (
                found.span(),
                "Kalimat ini memuji orang, bukan menjelaskan kerja.",
                "Sebut apa yang dikerjakan dan hasilnya.",
            )


def unconfirmed(reading: Reading) -> Found:
    """Words of guessing where people are hurt: what isn't confirmed isn't told (field.md 5, holding statement)."""
    for span in reading.paragraphs:
        if not _CRISIS.search(reading.text, span.start, span.end):
            continue
        for found in _UNSURE.finditer(reading.text, span.start, span.end):
            if not reading.is_quoted(*found.span()):
                yield (
                    found.span(),
                    f"“{found[0]}” berarti belum pasti.",
                    "Tulis yang sudah dipastikan; sisanya katakan sedang diperiksa.",
                )
