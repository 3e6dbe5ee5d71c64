"""Slips of spelling that are common in such texts (EYD edisi V, Kepmendikbudristek 0424/I/BS.00.01/2022)."""

import re
from collections.abc import Iterator

from kentongan.desks.newsroom.rules.proofread.rows import Reading
from kentongan.ground.language.rules.words import words_of

Found = Iterator[tuple[tuple[int, int], str, str]]

# Written together where they are prepositions, followed by a place or a question: `di` + these is two words.
_PLACES = words_of("""
    atas bawah dalam luar depan belakang samping sini sana situ mana antara tengah sekitar seluruh
    setiap rumah kantor pasar jalan sekolah desa kecamatan kabupaten lapangan gedung halaman aula
    pendopo lokasi tempat wilayah daerah
""")
_GLUED = re.compile(rf"\b([Dd]i|[Kk]e)({'|'.join(sorted(_PLACES))})\b")
# `keluar` is a verb: nothing to part.
_WHOLE_WORDS = frozenset(("keluar",))
# A verb in the passive with its prefix torn off: `di laksanakan`.
_TORN = re.compile(r"\b[Dd]i ((?!atas|mana|sana|sini|situ)[a-z]{4,}(?:kan|i))\b(?! [A-Z])")
_VERB_ROOTS = words_of("""
    laksana kerja guna lapor umum resmi buka tutup harap sampai jelas tegas kirim beri tetap tentu mulai
    lanjut hadir ikut dampingi selenggara laku tandatangan serah tingkat bentuk bangun rencana siap
    perkirakan ketahui tangan jadi tuju maksud dapat usul putus sosialisasi sebut saksi awal
""")

# Not the standard form → the standard form (KBBI's own headwords; each pair written here by hand).
WORDS = {
    "merubah": "mengubah", "dirubah": "diubah", "perubahanan": "perubahan", "praktek": "praktik", "nomer": "nomor",
    "analisa": "analisis", "aktifitas": "aktivitas", "efektifitas": "efektivitas", "kwalitas": "kualitas",
    "kwitansi": "kuitansi", "ijin": "izin", "resiko": "risiko", "sistim": "sistem", "tehnik": "teknik",
    "tehnologi": "teknologi", "apotik": "apotek", "atlit": "atlet", "obyek": "objek", "subyek": "subjek",
    "jadual": "jadwal", "himbau": "imbau", "himbauan": "imbauan", "menghimbau": "mengimbau", "dihimbau": "diimbau",
    "silahkan": "silakan", "sekedar": "sekadar", "antri": "antre", "antrian": "antrean", "hutang": "utang",
    "pebruari": "Februari", "nopember": "November", "jum'at": "Jumat", "rejeki": "rezeki", "kuatir": "khawatir",
    "trampil": "terampil", "terlanjur": "telanjur", "mempengaruhi": "memengaruhi", "mensukseskan": "menyukseskan",
    "mentaati": "menaati", "menterjemahkan": "menerjemahkan", "mengkonsumsi": "mengonsumsi",
    "mengkoordinasikan": "mengoordinasikan", "konkrit": "konkret", "komplek perumahan": "kompleks perumahan",
    "prosentase": "persentase", "standarisasi": "standardisasi", "lembab": "lembap", "faham": "paham",
    "nasehat": "nasihat", "penasehat": "penasihat", "team": "tim", "cabe": "cabai", "detil": "detail",
    "kordinasi": "koordinasi", "propinsi": "provinsi", "kabupatèn": "kabupaten", "pasca panen": "pascapanen",
    "antar daerah": "antardaerah", "kerjasama": "kerja sama", "terimakasih": "terima kasih",
    "tandatangan": "tanda tangan", "olah raga": "olahraga", "bekerjasama": "bekerja sama",
}  # fmt: skip
_ANY = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
_WORDS = re.compile(rf"(?<![\w@./-])({_ANY})(?![\w@-])", re.IGNORECASE)
_POSTS = "bupati|wakil bupati|wali kota|gubernur|wakil gubernur|sekretaris daerah|presiden|menteri|camat|kepala dinas"
_SMALL_POST = re.compile(rf"(?<![A-Za-z])({_POSTS}) (?=[A-Z][a-z]+ [A-Z][a-z]+)")
_MONEY_WITH_POINT = re.compile(r"\bRp\. ?(?=\d)")
_MONEY_TAIL = re.compile(r"\bRp ?\d{1,3}(?:\.\d{3})+,-")
_ORDINAL = re.compile(
    r"(?i)\b(?:HUT|ulang tahun|putaran|urutan|peringkat|abad|angkatan|gelombang|tahap|babak|hari|kali|edisi|periode)"
    r" (?P<span>ke (?P<number>\d{1,3}))\b(?![.,]?\d|%)"
)


def prepositions(reading: Reading) -> Found:
    """`dirumah`, `kedalam`: a preposition stands by itself."""
    for found in _GLUED.finditer(reading.text):
        if found[0].lower() not in _WHOLE_WORDS:
            yield found.span(), "Kata depan ditulis terpisah.", f"{found[1]} {found[2]}"


def torn_prefixes(reading: Reading) -> Found:
    """`di laksanakan`: a prefix is written together."""
    for found in _TORN.finditer(reading.text):
        word = found[1]
        root = word.removesuffix("kan") if word.endswith("kan") else word.removesuffix("i")
        if root in _VERB_ROOTS or word in _VERB_ROOTS:
            yield found.span(), "Awalan ditulis serangkai.", f"di{word}"


def nonstandard(reading: Reading) -> Found:
    """`merubah`, `praktek`, `nomer`: the standard form stands beside it."""
    for found in _WORDS.finditer(reading.text):
        right = WORDS[found[1].lower()]
        if found[1][0].isupper() and _within_name(reading.text, found.start(), found.end()):
            continue  # "Team Garuda", "Jalan Praktek": a name is spelled as its owner spells it
        yield found.span(), "Bentuk tidak baku.", right.capitalize() if found[1][0].isupper() else right


def small_posts(reading: Reading) -> Found:
    """A post before a name has a capital (EYD V, I.F.5)."""
    for found in _SMALL_POST.finditer(reading.text):
        yield found.span(1), "Jabatan yang diikuti nama diawali huruf besar.", found[1].title()


def money(reading: Reading) -> Found:
    """`Rp. 5.000,-`: neither point nor dash."""
    for found in _MONEY_WITH_POINT.finditer(reading.text):
        yield found.span(), "Rp ditulis tanpa titik dan spasi.", "Rp"
    for found in _MONEY_TAIL.finditer(reading.text):
        yield found.span(), "Tanda ,- tidak dipakai.", found[0].removesuffix(",-")


def ordinals(reading: Reading) -> Found:
    """`ke 81` is `ke-81`."""
    for found in _ORDINAL.finditer(reading.text):
        yield found.span("span"), "Bilangan tingkat memakai tanda hubung.", f"ke-{found['number']}"


def _within_name(text: str, start: int, end: int) -> bool:
    """Whether the words beside it have capitals too, and it doesn't begin its sentence."""
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    opens = not before or before[-1] in '.!?\n“"–'
    return (not opens and before.split()[-1][:1].isupper()) or after[:1].isupper()
