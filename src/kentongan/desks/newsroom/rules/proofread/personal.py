"""Personal data that a public text must not carry: numbers of identity, telephones, accounts; private addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import Said, said

from .reading import Reading
from .rulebook import NOTE, STOP, WARN, Finding, finding

# Sixteen digits, perhaps grouped: province (11-96), regency, district, day (+40 for women), month, year, serial.
# Permendagri 72/2022 and its predecessors on the structure of NIK; the KK number has the same head.
_SIXTEEN = re.compile(
    r"(?<![\w.,/-])(?:\d{16}|\d{4}(?:[ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4}"
    r"|\d{2}(?:[ .-]\d{2}){2}[ .-]\d{6}[ .-]\d{4})(?![\w/-]|[.,]\d)"
)
_PROVINCES = frozenset(
    (*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
_NAMED_ID = re.compile(
    r"(?<!\w)(?P<what>NIK|[Nn]omor [Ii]nduk [Kk]ependudukan|[Nn]omor [Kk]artu [Kk]eluarga|(?:[Nn]omor "
    r"|No\.? )?BPJS|NISN|No(?:mor|\.)? KTP|KTP|No(?:mor|\.)? KK|(?:No(?:mor"
    r"|\.)? )?[Kk]artu [Kk]eluarga|NPWP|[Pp]aspor|SIM)"
    r"(?:nya)?(?:\s[A-Za-z]+){0,3}?\s?(?:(?:nomor|no\.?|adalah)\s?)?[:.]?\s?(?P<number>[A-Z]?\d[\d .-]{5,21}\d)(?!\w)"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?P<what>[Rr]ekening|[Nn]o(?:mor"
    r"|\.)?\s?[Rr]ek(?:ening)?\.?)(?:\s[A-Za-z]+){0,4}?\s?[:.]?\s?(?P<number>\d[\d .-]{7,20}\d)(?!\w)"
)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+62|62|0)[ -]?8\d{1,2}[ .-]?\d{3,4}[ .-]?\d{3,5}|\(0\d{2,3}\)\s?\d{5,8}"
    r"|0\d{2,3}[- ]\d{6,8}|\+62[ -]?\d{2,3}[ -]?\d{6,8})(?!\w|[.,]\d)"
)
# Beside these words a number is given so that one may call it: an office's line, a contact who agreed to be named.
_CONTACT = re.compile(
    r"(?<!\w)(?:narahubung|kontak\w*|contact\w*|hubungi|menghubungi|dihubungi|hotline|call ?cent(?:er"
    r"|re)|layanan|pengaduan|aduan|posko|informasi lebih lanjut"
    r"|info(?:rmasi)?|pendaftaran|reservasi|customer|halo|telepon kantor|kantor|sekretariat|humas"
    r"|panitia|dinas|puskesmas|rumah sakit|RSUD|damkar|ambulans|polres|polsek"
    r"|BPBD|website|situs|e-?mail|surel|konfirmasi|lapor\w*|melapor\w*|saluran|nomor resmi|admin|chat)(?!\w)",
    re.IGNORECASE,
)
# A person's own line, whatever stands around.
_OWN = re.compile(
    r"(?<!\w)(?:milik(?:nya)?|pribadi(?:nya)?|korban|warga|orang tua|pasien|siswa|siswi|pelajar|ibunya|ayahnya"
    r"|suaminya|istrinya"
    r"|keluarga(?:nya)?|pelaku|pelapor|saksi|nomor (?:HP|ponsel|telepon|WhatsApp|WA)(?:nya)"
    r"|dengan nomor|bernomor)(?!\w)",
    re.IGNORECASE,
)
_REACH = 70
_STREET = r"(?:[Jj]alan|Jl\.?|Jln\.?|JL\.?|[Gg]ang|Gg\.?|[Pp]erum(?:ahan)?|[Kk]omplek(?:s)?|[Kk]ampung|[Dd]usun|Kp\.?)"
_ADDRESS = re.compile(
    rf"(?<!\w){_STREET}\s[A-Z][\w'’.]*(?:\s(?:[A-Z][\w'’]*|[IVX]+|\d{{1,2}}(?=\s)"
    rf"|raya)){{0,4}},?\s(?:[Bb]lok\s[A-Z0-9]+\s?)?(?:[Nn]o(?:mor|\.)?\s?\d+\w?|RT[. /]?\d+"
    rf"|[Bb]lok\s\w+)(?:[,\s/]+(?:RT|RW)[. ]?\s?\d+(?:/\d+)?)*"
    r"|(?<!\w)RT[. ]?\s?\d{1,3}\s?(?:[/,]|dan)?\s?(?:RW)?[. ]?\s?\d{1,3}(?!\w)"
)
_LIVES = re.compile(
    r"(?<!\w)(?:beralamat(?:kan)?(?: rumah)?|tinggal(?: (?:bersama|dengan|di rumah) \w+){0,2}|bertempat tinggal"
    r"|berdomisili|bermukim"
    r"|[Aa]lamat(?:nya)?|[Rr]umahnya|[Rr]umah (?:korban|pelaku|duka|orang tua\w*|pribadi\w*)(?: \w+){0,2}|kediaman\w*"
    r"|kontrakannya|indekosnya|kosnya|(?P<group>[Ww]arga))\s(?:di\s|:\s?|korban\s|pelaku\s"
    r"|yang berada di\s|sehari-hari di\s)*(?:[A-Z][\w]*,?\s|[Dd]esa\s|[Kk]elurahan\s){0,3}\Z"
)
_MANY = re.compile(
    r"(?<!\w)(?:warga|para|penduduk|masyarakat|keluarga-keluarga|pengungsi|penghuni|mereka)(?!\w)", re.IGNORECASE
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:kantor|dinas|gedung|sekretariat|posko|balai|masjid|gereja|hotel|toko|gerai|outlet"
    r"|sekolah|kampus|klinik|rumah (?:sakit|makan|dinas)|puskesmas|pasar|mal|restoran|kafe|cabang"
    r"|showroom|stadion)(?!\w)",
    re.IGNORECASE,
)


def personal_data(reading: Reading) -> Iterator[Finding]:
    """Each number or address by which a private person can be found; a contact given to be called is left alone."""
    text = reading.text
    taken: list[tuple[int, int]] = []
    for match in _NAMED_ID.finditer(text):
        if sum(c.isdigit() for c in match["number"]) < 7:
            continue
        taken.append(match.span("number"))
        yield _found(
            match.span("number"),
            said("Somebody’s number (%(what)s) stands here in full.", what=match["what"].strip()),
            said("Take the number out; a name or initials will do."),
        )
    for match in _SIXTEEN.finditer(text):
        if not _touches(taken, match.span()) and _is_identity(re.sub(r"\D", "", match.group())):
            taken.append(match.span())
            yield _found(
                match.span(),
                said("These sixteen digits have the form of an identity or family card number (NIK, KK)."),
                said("Take the number out; a name or initials will do."),
            )
    for match in _ACCOUNT.finditer(text):
        if not _touches(taken, match.span("number")):
            taken.append(match.span("number"))
            public = (
                _CONTACT.search(text, max(0, match.start() - _REACH), match.start())
                or "donasi" in text[max(0, match.start() - _REACH) : match.end()].casefold()
            )
            yield _found(
                match.span("number"),
                said("An account number stands here in full."),
                said("Take it out, unless it is the institution’s own."),
                NOTE if public else STOP,
            )
    yield from _phones(text, taken)
    yield from _mails(text)
    yield from _births(reading)
    yield from _addresses(text, taken)


def _found(span: tuple[int, int], why: Said, suggestion: Said, severity: str = STOP) -> Finding:
    return finding("personal-data", span, why, suggestion, severity=severity)


def _touches(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken[-8:]) if taken else False


def _is_identity(digits: str) -> bool:
    day = int(digits[6:8])
    born = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= int(digits[8:10]) <= 12
    return int(digits[:2]) in _PROVINCES and born and digits[2:4] != "00"


def _sentence_before(text: str, place: int) -> str:
    """What the same sentence says before a place, as far as it may speak of it."""
    before = text[max(0, place - _REACH) : place]
    return before[max(before.rfind(". "), before.rfind("\n")) + 1 :]


def _phones(text: str, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        if _touches(taken, match.span()):
            continue
        taken.append(match.span())
        before = _sentence_before(text, match.start())
        mobile = re.search(r"\A(?:\+62|62|0)[ -]?8", match.group()) is not None
        own = _OWN.search(before)
        if own is None and (
            not mobile or _CONTACT.search(before) or _CONTACT.search(text, match.end(), match.end() + 24)
        ):
            continue
        yield _found(
            match.span(),
            said("This telephone number seems to be a private person’s."),
            said("Take it out, or give the office’s contact."),
        )


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
# Mailboxes that people have, not offices.
_PRIVATE_HOSTS = frozenset(
    [
        "gmail.com",
        "yahoo.com",
        "yahoo.co.id",
        "ymail.com",
        "hotmail.com",
        "outlook.com",
        "icloud.com",
        "live.com",
        "rocketmail.com",
        "proton.me",
    ]
)


def _mails(text: str) -> Iterator[Finding]:
    for match in _MAIL.finditer(text):
        before = _sentence_before(text, match.start())
        if match["host"].casefold() in _PRIVATE_HOSTS and (_OWN.search(before) or not _CONTACT_GIVEN.search(before)):
            yield _found(
                match.span(),
                said("This mailbox seems to be a private person’s."),
                said("Take it out, or give the office’s contact."),
            )


# Given so that one may write to it; "surel" alone says only what it is.
_CONTACT_GIVEN = re.compile(
    r"(?<!\w)(?:narahubung|kontak\w*|hubungi|menghubungi|dihubungi|pengaduan|aduan|posko|informasi|info"
    r"|pendaftaran|kirim\w*"
    r"|dikirim\w*|mengirim\w*|kantor|sekretariat|humas|panitia|dinas|konfirmasi|lapor\w*|melapor\w*|admin|redaksi"
    r"|layanan)(?!\w)",
    re.IGNORECASE,
)
_MOTHER = re.compile(
    r"(?<!\w)(?i:(?:nama )?(?:gadis )?ibu kandung)(?:nya)?(?: [a-z]+){0,2}(?:,| bernama| adalah"
    r"|:)? (?P<name>[A-Z][\w’']+(?: [A-Z][\w’']+)*)"
)
_BORN = re.compile(r"(?<!\w)(?:lahir|kelahiran|tempat,? tanggal lahir|tanggal lahir(?:nya)?|TTL)(?!\w)", re.IGNORECASE)
_PRIVATE_PERSON = re.compile(
    r"(?<!\w)(?:korban|siswa|siswi|pelajar|anak|bayi|balita|pasien|warga|tersangka|pelaku|saksi|penerima|pelapor|NIK"
    r"|bernama|ibu kandung)(?!\w)",
    re.IGNORECASE,
)


def _births(reading: Reading) -> Iterator[Finding]:
    """The mother's name, by which banks know a person; the day of birth of somebody who is no public figure."""
    for match in _MOTHER.finditer(reading.text):
        yield _found(
            match.span(),
            said("The name of somebody’s mother stands here; banks ask for it."),
            said("Take it out."),
            WARN,
        )
    for one in reading.dates:
        sentence = reading.sentence_at(one.start)
        span = reading.sentences[sentence] if sentence >= 0 else None
        if span is None or one.relative or not one.year:
            continue
        before = reading.text[max(span.start, one.start - _REACH) : one.start]
        if _BORN.search(before) and _PRIVATE_PERSON.search(span.of(reading.text)):
            yield _found(
                (one.start, one.end),
                said("The day of birth of a private person stands here."),
                said("The age will do."),
                WARN,
            )


def _addresses(text: str, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    for match in _ADDRESS.finditer(text):
        if _touches(taken, match.span()):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        before = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
        lives = _LIVES.search(before)
        if lives is None or _PUBLIC.search(before):
            continue
        taken.append(match.span())
        street = re.match(_STREET, match.group()) is not None
        many = lives["group"] is not None or _MANY.search(before) is not None
        sure = street and re.search(r"[Nn]o(?:mor|\.)?\s?\d|RT", match.group()) is not None and not many
        if many and not street:
            continue  # "warga yang tinggal di RT 11 RW 07": a neighbourhood
        why = said("Somebody’s home address stands here down to the house or neighbourhood.")
        yield _found(match.span(), why, said("The village, ward or district will do."), STOP if sure else WARN)
