"""The head of a release: who, what, where, when; its length; the place line and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.text import Span
from kentongan.ground.language.rules.words import OPENERS

from .reading import Reading
from .rulebook import NOTE, WARN, Finding, finding

# Of the 600 articles' leads 95 of 100 have at most 43 words in two sentences' time; see proofreader.md.
_LONGEST_LEAD = 50
# Where the first line holds a whole article the lead is its first sentence, or two where the first is short.
_SHORT_SENTENCE = 12
# A shorter text of one paragraph is a caption or a greeting: no lead is asked of it.
_SHORTEST_TEXT = 60
_TIME = re.compile(
    r"(?<!\w)(?:hari ini|kemarin|semalam|besok|pagi|siang|sore|malam|dini hari|pekan (?:ini|lalu"
    r"|depan)|bulan (?:ini|lalu|depan)|tahun (?:ini|lalu|depan|\d{4})|sejak|selama"
    r"|pukul|baru-baru ini|belakangan ini|saat ini|kini|(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)"
    r"|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    r"|\d{4})(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:[Dd]i(?: (?:aula|kantor|halaman|gedung|lapangan|pendopo|alun-alun|kawasan|wilayah"
    r"|kota|desa|kecamatan|kabupaten|hotel|jalan|rumah|ruang|balai|pasar|pantai|sungai|bendungan"
    r"|lokasi|sejumlah|kompleks|sekolah|masjid|tengah|sekitar|daerah))?\s(?:[A-Z]\w+|[a-z]+ [A-Z]\w+)"
    r"|[Dd]i (?:aula|kantor|halaman|gedung|lapangan|pendopo|alun-alun|kota|desa|pasar|pantai|rumah"
    r"|sekolah|masjid|hotel|daerah|kecamatan|kabupaten)"
    r"|(?:Kabupaten|Kota|Kecamatan|Desa|Kelurahan|Provinsi|Jalan|Pulau|Kampung|Gedung|Stadion|Bandara"
    r"|Pasar|Pelabuhan)\s[A-Z]\w+|[Kk]e [A-Z]\w+|[Dd]ari [A-Z]\w+)"
)
_VERB = re.compile(
    r"(?<![\w-])(?:(?:me|di|ber|ter)[a-z]{4,}|hadir|ikut|pergi|datang|tiba|gelar|buka|tutup|resmi"
    r"|raih|tewas|naik|turun|jadi|menang|kalah|tampil|adalah|ada|akan|telah|sudah)(?![\w-])",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?<!\w)(?:warga|petugas|polisi|pemerintah|pemkab|pemkot|pemprov|peserta|siswa|mahasiswa|petani"
    r"|nelayan|pegawai|masyarakat|seorang|sejumlah|para|bupati|gubernur|wali kota|menteri|presiden"
    r"|camat|kepala|tim|ratusan|puluhan|ribuan|korban|anak|pasien|pelaku|timnas|perusahaan|bank|dinas"
    r"|badan|kami)(?!\w)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][\w'’-]+")
_CONTACT = re.compile(
    r"(?<!\w)(?:narahubung|kontak(?: media| person)?|contact person|hubungi|humas\w*\)?\s*\Z"
    r"|informasi lebih lanjut|untuk (?:keterangan|informasi)|media contact|hotline|call center)"
    r"|(?:\+62|\b0)\d[\d -]{7,}|[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)


def lead(reading: Reading) -> Iterator[Finding]:
    """What the lead leaves out of who, what, where and when; why and how may follow later. Its length."""
    span = _lead(reading)
    if span is None:
        return
    text = reading.text
    head = reading.place_line
    start = head.end if head and span.start <= head.start < span.end else span.start
    words = text[start : span.end]
    missing = []
    if not (_WHO.search(words) or any(one.group().casefold() not in OPENERS for one in _CAPITAL.finditer(words))):
        missing.append("siapa")
    if not _VERB.search(words):
        missing.append("apa yang terjadi")
    if head is None and not _PLACE.search(words):
        missing.append("di mana")
    if not (_TIME.search(words) or any(span.start <= one.start < span.end for one in reading.dates)):
        missing.append("kapan")
    if missing:
        why = said("The lead doesn’t tell yet: %(missing)s.", missing=_listed(missing))
        severity = WARN if len(missing) > 1 or missing[0] in ("siapa", "apa yang terjadi") else NOTE
        yield finding(
            "lead-incomplete",
            (span.start, span.end),
            why,
            said("Answer who, what, where and when in the first paragraph."),
            severity=severity,
        )
    count = len(words.split())
    if count > _LONGEST_LEAD:
        why = said(
            "This lead has %(count)s words; readers of news are used to at most %(most)s.",
            count=count,
            most=_LONGEST_LEAD,
        )
        yield finding("lead-too-long", (span.start, span.end), why, said("Move details to the second paragraph."))


def _lead(reading: Reading) -> Span | None:
    """The first paragraph, or of a text in one block its first sentence (two where the first is short)."""
    first = reading.first_paragraph
    several = first is not None and first is not reading.paragraphs[-1]
    if first is None or not (
        several or len(reading.text[reading.body :].split(maxsplit=_SHORTEST_TEXT)) >= _SHORTEST_TEXT
    ):
        return None
    if first is not reading.paragraphs[-1]:
        return first
    sentences = [one for one in reading.sentences if one.start >= first.start][:2]
    if not sentences:
        return None
    short = len(sentences[0].of(reading.text).split()) < _SHORT_SENTENCE
    return Span(first.start, sentences[-1].end if short else sentences[0].end)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} dan {words[-1]}"


def place_and_contact(reading: Reading) -> Iterator[Finding]:
    """A release opens with its place and ends with whom to call."""
    span = _lead(reading)
    if span is None:
        return
    if reading.place_line is None:
        why = said("This release doesn’t open with its place.")
        yield finding(
            "missing-place-line",
            (span.start, span.start),
            why,
            said("Begin with the place, for example “KENCANA – ”."),
            severity=NOTE,
        )
    longer = len(reading.paragraphs) > 2 or len(reading.text.split(maxsplit=_SHORTEST_TEXT)) >= _SHORTEST_TEXT
    if longer and _CONTACT.search(reading.text) is None:
        end = len(reading.text.rstrip())
        why = said("This release doesn’t name whom an editor may ask.")
        yield finding(
            "missing-contact",
            (end, end),
            why,
            said("Add a contact: a name and the office’s telephone or e-mail."),
            severity=NOTE,
        )
