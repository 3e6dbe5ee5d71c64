"""Praise for a person, and words that aren't sure yet where people fear for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import said

from .reading import Reading
from .rulebook import NOTE, WARN, Finding, finding, quoted

_PRAISE = re.compile(
    r"(?<!\w)(?:(?:sosok|figur|tokoh|pemimpin|pribadi|putra|putri)(?: yang"
    r"| pemimpin(?: yang)?)? (?:sangat |begitu |paling )?(?:visioner|merakyat|dicintai(?: rakyat"
    r"| masyarakat)?|berwibawa|inspiratif|bersahaja|rendah hati|dermawan|tegas|bijaksana|bijak"
    r"|dekat dengan (?:rakyat|warga|masyarakat)|sederhana|terbaik|amanah|karismatik|luar biasa|peduli"
    r"|panutan|teladan|hebat|cerdas|berdedikasi|pekerja keras|dinanti(?:kan)?)"
    r"|pemimpin (?:sejati|rakyat|teladan|idaman|idola)|bapak pembangunan|ibu pembangunan"
    r"|idola masyarakat|putra terbaik|putri terbaik|kebanggaan (?:warga|masyarakat|rakyat)"
    r"|(?:berkat|di(?: bawah)?) (?:tangan dingin|kepemimpinan (?:beliau|bapak|ibu"
    r"|[A-Z]\w+(?: [A-Z]\w+){0,4}) (?:yang )?(?:luar biasa|tegas|visioner|bijak\w*|hebat|cemerlang"
    r"|gemilang))"
    r"|(?:kepemimpinan|dedikasi|pengabdian|kinerja|komitmen|kepedulian)(?:nya| beliau"
    r"| (?:sang )?[a-z]+)? (?:yang )?(?:luar biasa|tak (?:diragukan|kenal lelah|ternilai)"
    r"|tanpa pamrih|gemilang|cemerlang|patut (?:diacungi jempol|diteladani)|sangat (?:luar biasa"
    r"|tinggi))"
    r"|tangan dingin (?:sang )?(?:bupati|wali kota|gubernur|beliau|pemimpin)|tak kenal lelah"
    r"|tanpa kenal lelah|patut (?:diacungi jempol|diteladani)|sangat dicintai|layak (?:dipilih"
    r"|memimpin)(?: kembali)?|dua periode|lanjutkan dua periode|terbukti (?:mampu|berhasil) memimpin"
    r"|(?:nomor urut|coblos|pilih) (?:nomor )?\d|sang (?:pemimpin|pahlawan|bupati|gubernur|legenda)"
    r"|orang nomor (?:satu|1) (?:di|yang))(?!\w)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?<!\w)(?:[Bb]erkat|[Aa]tas) (?:kepemimpinan|jasa|kebaikan|kerja keras|perhatian) (?:Bapak|Ibu|Bupati|Wakil"
    r"|Gubernur|Wali ?[Kk]ota|Presiden|Menteri|[Bb]eliau|[Pp]ak|[Bb]u)(?!\w)"
    r"|(?<!\w)(?:[Pp]ilih|[Dd]ukung|[Cc]oblos|[Ll]anjutkan) (?:Bapak|Ibu|nomor urut|kembali (?:Bapak|Ibu"
    r"|[A-Z]\w+))(?!\w)"
)
_WORDS_ONLY_FOR_PERSONS = re.compile(r"dua periode", re.IGNORECASE)

# "orang nomor satu" is a fixed phrase of local papers for a head of region: praise that a release drops.


def promotion(reading: Reading) -> Iterator[Finding]:
    """Praise that the writer gives in his own words: outside quotations and with nobody named who says so."""
    for match in (*_PRAISE.finditer(reading.text), *_CREDIT.finditer(reading.text)):
        if reading.quoted(match.start()):
            continue
        sourced = reading.sourced(reading.sentence_at(match.start()))
        why = said("%(words)s praises a person; a release reports, and the reader judges.", words=quoted(match.group()))
        severity = NOTE if sourced or _WORDS_ONLY_FOR_PERSONS.fullmatch(match.group()) else WARN
        yield finding("promotion", match.span(), why, said("Leave it out, or tell what was done."), severity=severity)


_CRISIS = re.compile(
    r"(?<!\w)(?:gempa|tsunami|banjir|longsor|kebakaran|terbakar|kecelakaan|tabrakan|ledakan|meledak"
    r"|keracunan|wabah|erupsi|letusan|angin puting beliung|puting beliung|tenggelam|tewas|korban jiwa"
    r"|ambruk|roboh|runtuh|teror|bom|evakuasi|dievakuasi|mengungsi|bencana|kerusuhan|penembakan"
    r"|hilang kontak|jatuhnya pesawat|tanggap darurat|siaga (?:I|1|satu))(?!\w)",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"(?<!\w)(?:kabarnya|konon(?: kabarnya)?|(?<![\"”’] )katanya|dikabarkan|dikatakan(?! oleh)"
    r"|disebut-sebut|beredar (?:kabar|informasi|isu|rumor|video)|(?:kabar|informasi|isu|rumor|pesan"
    r"|video) (?:yang )?beredar|menurut (?:kabar|informasi yang (?:beredar|dihimpun)|rumor|isu)"
    r"|informasi yang belum (?:pasti|terkonfirmasi)|belum (?:terkonfirmasi|dikonfirmasi|dipastikan"
    r"|diverifikasi)|isunya|rumornya|desas-desus)(?!\w)",
    re.IGNORECASE,
)
_GUESS = re.compile(
    r"(?<!\w)(?:diduga(?: kuat)?|diperkirakan|disinyalir|ditengarai|kemungkinan(?: besar)?|mungkin"
    r"|sepertinya|tampaknya|kelihatannya|agaknya|barangkali|bisa jadi|sekiranya|dicurigai)(?!\w)",
    re.IGNORECASE,
)
# One word of crisis in a long text may be a figure of speech; two with one in headline or lead are its subject.
_CRISIS_IN_LEAD, _CRISIS_ELSEWHERE = 2, 4
_LEAD_REACH, _SHORT_TEXT = 400, 1_000


def unconfirmed(reading: Reading) -> Iterator[Finding]:
    """Rumour and guesses in a text about a disaster or accident; a guess with its source is left alone."""
    text = reading.text
    crisis = [match.start() for match in _CRISIS.finditer(text)]
    in_lead = any(place < reading.body + _LEAD_REACH for place in crisis)
    if len(crisis) < (_CRISIS_IN_LEAD if in_lead and len(text) > _SHORT_TEXT else 1 if in_lead else _CRISIS_ELSEWHERE):
        return
    for pattern, severity in ((_RUMOUR, WARN), (_GUESS, WARN)):
        for match in pattern.finditer(text):
            if reading.quoted(match.start()):
                continue
            if pattern is _GUESS and reading.sourced(reading.sentence_at(match.start())):
                continue
            why = said("%(words)s isn’t certain, and people act on such news.", words=quoted(match.group()))
            yield finding(
                "unconfirmed-in-crisis",
                match.span(),
                why,
                said("Write what is certain and by whom; of the rest: not known yet."),
                severity=severity,
            )
