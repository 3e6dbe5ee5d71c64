"""The rules by their names: what each marks, how heavy it weighs, and on what it rests."""

from __future__ import annotations

from dataclasses import dataclass

from kentongan.desks.newsroom.rules.findings import NOTE, STOP, WARN, WEIGHT
from kentongan.ground.clock.rules.words import Said

EYD = "EYD Edisi V (Badan Bahasa 0424/I/BS.00.01/2022)"
KBBI = "KBBI Daring Edisi VI"
PRESS_CODE = "Kode Etik Jurnalistik (Dewan Pers 2006)"
PRIVACY = "UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 65"
SOURCED = "Jaminan 3: tidak ada klaim tanpa sumber"
CALENDAR = "Kalender Gregorius"
THE_TEXT = "Teks ini sendiri"
THE_LIST = "Daftar nama yang diberikan"
MEASURED = "Ukuran dari 600 artikel berita (docs/develop/engines/proofreader.md)"
HOUSE = "Kelaziman siaran pers: 5W+1H, tempat, narahubung"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `severity` is its heaviest. A lighter finding of the same rule is one the rule is less sure of."""

    id: str
    severity: str
    marks: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: code points `[start, end)` of the text as given, and two sentences for the writer.

    Both are English and know their templates (`Said`), for whoever shows them in another language. `put` is what may
    replace the span, None where nothing can be put there by itself. `source` says on what the finding rests.
    """

    rule: str
    start: int
    end: int
    why: Said
    suggestion: Said
    severity: str
    source: str
    put: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """`[start, end)`."""
        return self.start, self.end


_ROWS = (
    ("weekday-mismatch", STOP, "hari yang ditulis bukan hari dari tanggalnya", CALENDAR),
    ("repeated-paragraph", STOP, "paragraf yang tercetak dua kali", THE_TEXT),
    ("repeated-sentence", STOP, "kalimat yang tercetak dua kali", THE_TEXT),
    ("repeated-word", WARN, "kata tugas yang tertulis dua kali", THE_TEXT),
    ("sums-dont-add", STOP, "rincian, persen, atau selisih yang tidak cocok dengan jumlahnya", THE_TEXT),
    ("contradicting-figures", NOTE, "dua angka berbeda untuk hal yang sama", THE_TEXT),
    ("personal-data", STOP, "NIK, nomor KK, telepon, rekening, atau alamat perorangan", PRIVACY),
    ("unsourced-figure", STOP, "angka tanpa sumber; anggaran dan korban menghentikan naskah", SOURCED),
    ("unsourced-date", NOTE, "tanggal di luar kegiatan tanpa sumber", SOURCED),
    ("unsourced-superlative", WARN, "“terbesar”, “pertama di …”, “paling …” tanpa sumber", SOURCED),
    ("quotation-without-speaker", WARN, "kutipan tanpa penutur", PRESS_CODE),
    ("unclosed-quotation", WARN, "tanda petik yang tidak ditutup atau tidak dibuka", EYD),
    ("name-variants", WARN, "satu nama dalam beberapa ejaan", THE_TEXT),
    ("name-misspelt", WARN, "nama yang lain ejaannya dari daftar", THE_LIST),
    ("wrong-title", WARN, "gelar atau jabatan yang lain dari daftar", THE_LIST),
    ("degree-spelling", NOTE, "gelar yang ditulis tanpa titik atau koma", EYD),
    ("lead-incomplete", WARN, "teras berita tanpa siapa, apa, di mana, atau kapan", HOUSE),
    ("lead-too-long", WARN, "teras berita yang terlalu panjang", MEASURED),
    ("missing-place-line", NOTE, "siaran tanpa baris tempat di awal", HOUSE),
    ("missing-contact", NOTE, "siaran tanpa narahubung", HOUSE),
    ("promotion", WARN, "pujian bagi orang di luar kutipan", PRESS_CODE),
    ("unconfirmed-in-crisis", WARN, "kata yang belum pasti dalam kabar bencana atau kecelakaan", PRESS_CODE),
    ("di-spelling", WARN, "“di” dan “ke”: kata depan terpisah, awalan serangkai", EYD),
    ("nonstandard-word", WARN, "kata tidak baku (“praktek”, “merubah”, “mensukseskan”)", KBBI),
    ("post-capital", WARN, "huruf kapital pada jabatan", EYD),
    ("money-spelling", WARN, "penulisan rupiah (“Rp. 5.000,-”)", EYD),
    ("ordinal-spelling", WARN, "bilangan tingkat (“ke 5”, “ke-V”)", EYD),
    ("numeral-spelling", NOTE, "penulisan ribuan, jam, “20 an”, dan angka di awal kalimat", EYD),
    ("long-sentence", NOTE, "kalimat yang lebih panjang daripada 99 dari 100 kalimat berita", MEASURED),
    ("nominal-chain", NOTE, "rangkaian kata benda bentukan", MEASURED),
    ("hard-to-read", NOTE, "naskah yang lebih sukar daripada 95 dari 100 berita", MEASURED),
)

RULES = tuple(Rule(*row) for row in _ROWS)
_BY_ID = {rule.id: rule for rule in RULES}

# How many words of the text a sentence for the writer quotes.
_QUOTED = 60


def finding(
    rule: str,
    span: tuple[int, int],
    why: Said,
    suggestion: Said,
    *,
    severity: str | None = None,
    put: str | None = None,
) -> Finding:
    """A finding of a known rule; without `severity` it weighs what the rule weighs at most."""
    row = _BY_ID[rule]
    return Finding(rule, *span, why, suggestion, severity or row.severity, row.source, put)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Those that stop first, each kind in reading order; one and the same finding once."""
    return sorted(dict.fromkeys(findings), key=lambda one: (WEIGHT[one.severity], one.start, one.end, one.rule))


def quoted(words: str, most: int = _QUOTED) -> str:
    """“Words” as a sentence quotes them: one line, whole words, an ellipsis where more follows."""
    flat = " ".join(words[: 4 * most].split())
    if len(flat) > most:
        flat = flat[:most].rpartition(" ")[0].rstrip(" ,.;:") or flat[:most]
        flat += " …"
    return f"“{flat}”"
