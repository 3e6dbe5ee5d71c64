"""Spelling by EYD V where press texts slip most: "di" and "ke", nonstandard words, prefixes, posts, numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import Said, said
from kentongan.ground.language.rules.stem import stem
from kentongan.ground.language.rules.words import words_of

from .reading import Reading, common_words
from .rulebook import NOTE, WARN, Finding, finding, quoted
from .spelling_words import DONE, GOALS, KE_PLACES, NOT_DONE, NOT_PUN, NUMBERS, PLACES, PREFIXES, PUN, SPOKEN, STANDARD

_APART = re.compile(r"(?<![\w-])(?P<di>[Dd]i)(?P<gap>[ \u00a0]+|-)(?P<verb>[a-z]{3,24}(?:-[a-z]{3,24})?)(?![\w-])")
_TOGETHER = re.compile(r"(?<![\w@/.-])(?P<whole>(?P<di>[DdKk][ei])(?P<place>[a-z]{3,16}))(?![\w@-]|\.\w)")
_BEFORE_NAME = re.compile(r"(?<![\w@/.-])(?P<di>[Dd]i|[Kk]e)(?P<name>[A-Z][a-z]{2,24})(?![\w@]|\.\w)")
_SMALL_KE = re.compile(
    r"(?<![\w-])(?P<ke>[Kk]e)[ \u00a0]+(?P<word>luar(?=\s(?:biasa))|mana-mana|tua\b|sehatan|giatan"
    r"|pala\s(?=dinas|daerah|desa|bidang)|adaan|butuhan)(?![\w-])"
)
# "di" before a noun that "-kan" or "-i" only seems to end, and place nouns made of a root and such an end.
_SEEMS_DONE = words_of("bagian kemudian sebagian segi bagi kini sini")
# Small names of two letters that aren't "di": "di" glued to "Meo", "Ego".
_GLUED_NAMES = words_of(
    "diego dimas dian dinda dion dika dila dinas didi dino kevin keisha kenya kelly kenny keanu ketut ken"
)
# With "di" the verb exists, so glued is right: "ditempat(kan)" alone isn't a verb, "dilaut" isn't, but these are.
_VERBS_TOO = words_of("disaat dirumah") - words_of("dirumah disaat")
_KE_WORDS = words_of(
    "kedalam kedekat keluar kesini kemari kelapangan kehutan kesekolah kemasjid kesamping ketempat kekota kekampung"
    " kelaut kejalan kedaerah kewilayah"
)


def di_and_ke(reading: Reading) -> Iterator[Finding]:
    """ "di tangkap" is one word, "dirumah" are two; the same for "ke" before places."""
    text = reading.text
    for match in _APART.finditer(text):
        verb = match["verb"]
        if match["gap"] != "-" and not _is_done(verb, text, match.end()):
            continue
        if match["gap"] == "-" and not (_is_done(verb, text, match.end()) or verb in PLACES):
            continue
        if verb in PLACES:
            right = f"{match['di']} {verb}"
            why = said("%(words)s: the preposition “%(di)s” is written apart.", words=quoted(match.group()), di="di")
        else:
            right = f"{match['di']}{verb}"
            why = said("%(words)s: the prefix “di-” is written joined.", words=quoted(match.group()))
        yield finding("di-spelling", match.span(), why, said("Write “%(right)s”.", right=right), put=right)
    for match in _TOGETHER.finditer(text):
        di, place = match["di"].casefold(), match["place"]
        if not ((di == "di" and place in PLACES) or (di == "ke" and place in KE_PLACES)):
            continue
        if match.group()[0].isupper() and not _opens(reading, match.start()):
            continue
        if (di == "ke" and match.group().casefold() == "keluar") or (di == "di" and _verb_follows(text, match)):
            continue
        right = f"{match['di']} {place}"
        yield finding(
            "di-spelling",
            match.span(),
            said("%(words)s: the preposition “%(di)s” is written apart.", words=quoted(match.group()), di=di),
            said("Write “%(right)s”.", right=right),
            put=right,
        )
    for match in _BEFORE_NAME.finditer(text):
        right = f"{match['di']} {match['name']}"
        yield finding(
            "di-spelling",
            match.span(),
            said(
                "%(words)s: the preposition “%(di)s” is written apart.",
                words=quoted(match.group()),
                di=match["di"].casefold(),
            ),
            said("Write “%(right)s”.", right=right),
            put=right,
        )


_PUN = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{2,24})(?P<gap>[ \u00a0]?)pun(?![\w-])", re.IGNORECASE)


def pun(reading: Reading) -> Iterator[Finding]:
    """ "meski pun" is one word, "siapapun" are two: twelve words take "-pun" joined (EYD V)."""
    for match in _PUN.finditer(reading.text):
        word, joined = match["word"], not match["gap"]
        if not joined and word.casefold() in PUN:
            right, why = f"{word}pun", said("%(words)s: “-pun” is written joined here.", words=quoted(match.group()))
        elif joined and word.casefold() in NOT_PUN:
            right, why = f"{word} pun", said("%(words)s: “pun” is written apart here.", words=quoted(match.group()))
        else:
            continue
        yield finding("di-spelling", match.span(), why, said("Write “%(right)s”.", right=right), put=right)


_RANK = re.compile(
    r"(?<![\w-])(?P<ke>[Kk]e)(?P<gap>[ \u00a0]|-)(?P<number>{})(?!\w|-)(?:\s(?P<next>[a-z]+))?".format(
        "|".join(sorted(NUMBERS))
    )
)


def ranks(reading: Reading) -> Iterator[Finding]:
    """ "ke dua" where a rank or a group is meant; "ke dua desa" is a way to two of them."""
    for match in _RANK.finditer(reading.text):
        goal = match["gap"] != "-" and match["next"] in GOALS and not _opens(reading, match.start())
        if not goal:
            span, right = (match.start(), match.end("number")), f"{match['ke']}{match['number']}"
            words = reading.text[span[0] : span[1]]
            yield finding(
                "di-spelling",
                span,
                said("%(words)s: “ke-” before a number in words is written joined.", words=quoted(words)),
                said("Write “%(right)s”.", right=right),
                put=right,
            )


def _opens(reading: Reading, place: int) -> bool:
    number = reading.sentence_at(place)
    return number >= 0 and reading.text[reading.sentences[number].start : place].strip("\"“'‘ ") == ""


# Glued and followed by who does it, these are verbs: "disekolahkan" has its own ending, "dipasar oleh" doesn't occur.
_AGENT = re.compile(r"\s(?:oleh|olehnya)(?!\w)")


def _verb_follows(text: str, match: re.Match[str]) -> bool:
    return _AGENT.match(text, match.end()) is not None


def _is_done(verb: str, text: str, end: int) -> bool:
    """Whether a word behind a separate "di" is a verb: its form says so, or it is one of the roots listed."""
    whole = verb
    verb = re.sub(r"(?:nya|lah|kah)\Z", "", verb) if verb not in DONE else verb
    if whole in _SEEMS_DONE or (verb in NOT_DONE and verb not in DONE):
        return False
    if verb in NOT_DONE:
        return False
    if verb in DONE or whole in DONE:
        return True
    if "-" in verb:
        half, _, other = verb.partition("-")
        return half == other and half in DONE
    root = stem(verb)
    if root == verb or verb in common_words() or verb in PLACES:
        return False
    core = verb
    for prefix in ("per", "ber", "ter", "ke", "se", ""):
        core = verb.removeprefix(prefix)
        if core in (f"{root}kan", f"{root}i") and root in common_words():
            return True
    return False


# ---- Words ---------------------------------------------------------------------------------------

_WORD = re.compile(r"(?<![\w@#/'’-])[^\W\d_]+(?:['’][^\W\d_]+)?(?![\w@'’]|-[^\W\d_]|\.\w|/[^a-z])")


def words(reading: Reading) -> Iterator[Finding]:
    """Words that KBBI leads to another form."""
    yield from _listed(reading, "nonstandard-word", STANDARD, said("%(words)s isn’t standard by KBBI."))


def prefixes(reading: Reading) -> Iterator[Finding]:
    """ "merubah", "mensukseskan": a prefix joined against the rule."""
    yield from _listed(reading, "nonstandard-word", PREFIXES, said("%(words)s takes its prefix against the rule."))


_PHRASES = {wrong: right for wrong, right in STANDARD.items() if " " in wrong}
_PHRASE = re.compile(r"(?<![\w-])(?:{})(?![\w-])".format("|".join(map(re.escape, sorted(_PHRASES)))), re.IGNORECASE)
# Forms that never stand alone; behind "antar", which is a verb too, only with whom or what it joins.
_BOUND = re.compile(
    r"(?<![\w-])(?P<form>[Pp]asca|[Nn]on|[Ss]ub|[Pp]ra|[Mm]ulti|[Ss]emi|[Ss]wa|[Tt]una|[Nn]ir|[Ee]kstra"
    r"|[Aa]nti)[ -](?P<noun>[a-z]{4,})"
    r"(?![\w-])|(?<![\w-])(?P<between>[Aa]ntar)[ -](?P<joined>desa|kota|kabupaten|provinsi|negara|daerah|lembaga"
    r"|instansi"
    r"|sektor|umat|warga|kelompok|generasi|budaya|agama|suku|pihak|sekolah|kampung|pulau|wilayah|kecamatan"
    r"|kementerian|dinas"
    r"|pelajar|siswa|mahasiswa|kelas|bangsa|moda)(?![\w-])"
)


def compounds(reading: Reading) -> Iterator[Finding]:
    """ "pasca bencana", "antar desa", "olah raga": what EYD and KBBI write as one word."""
    for match in _BOUND.finditer(reading.text):
        right = match.group().replace(" ", "").replace("-", "")
        yield _nonstandard(match, right, said("%(words)s: this form is written joined.", words=quoted(match.group())))
    for match in _PHRASE.finditer(reading.text):
        right = _PHRASES[match.group().casefold()]
        right = right[0].upper() + right[1:] if match.group()[0].isupper() else right
        yield _nonstandard(match, right, said("%(words)s isn’t standard by KBBI.", words=quoted(match.group())))


def _nonstandard(match: re.Match[str], right: str, why: Said) -> Finding:
    return finding("nonstandard-word", match.span(), why, said("Write “%(right)s”.", right=right), put=right)


def _listed(reading: Reading, rule: str, table: dict[str, str], why: str) -> Iterator[Finding]:
    for match in _WORD.finditer(reading.text):
        word = match.group()
        right = table.get(word.casefold().replace("’", "'"))
        if reading.text[match.start() - 1 : match.start()] == ".":
            continue  # S.Pd
        if right is None:
            clitic = re.fullmatch(r"(.{4,})(nya|lah)", word, re.IGNORECASE)
            right = table.get(clitic[1].casefold()) if clitic else None
            if right is None or clitic is None:
                continue
            right += clitic[2]
        if (word.isupper() and len(word) < 5) or (word.casefold() in SPOKEN and reading.quoted(match.start())):
            continue
        named = word[0].isupper() and not _opens(reading, match.start())
        put = right[0].upper() + right[1:] if word[0].isupper() else right
        severity = NOTE if named or reading.quoted(match.start()) else WARN
        yield finding(
            rule,
            match.span(),
            said(why, words=quoted(word)),
            said("Write “%(right)s”.", right=put),
            severity=severity,
            put=put,
        )


# ---- Posts ---------------------------------------------------------------------------------------

_HELD = (
    "wakil bupati|bupati|wakil gubernur|gubernur|wakil wali kota|wali kota|walikota|camat|lurah|sekretaris daerah"
    "|sekretaris dinas|sekretaris camat|sekretaris jenderal|wakil presiden|presiden|wakil menteri|menteri"
    "|kapolres|kapolda"
    "|kapolsek|dandim|danrem|rektor|dekan|direktur utama|direktur|direktur jenderal|komandan kodim|jaksa agung"
    "|panglima tni"
    "|(?:plt|plh|pj)[.]? (?:bupati|gubernur|wali kota|camat|kepala \\w+)"
    "|(?:wakil )?kepala (?:daerah|(?:dinas|badan|bidang|bagian)(?: [a-z]+){0,3}|desa|biro|seksi|subbagian"
    "|subbidang|kantor|sekolah"
    "|puskesmas"
    "|kepolisian|kejaksaan|balai|upt|dusun)|(?:wakil )?ketua (?:dprd|umum|komisi|panitia|rt|rw|kpu|bawaslu"
    "|tim penggerak pkk)"
    "|asisten(?: [iv]+| pemerintahan| administrasi| ekonomi)?|staf ahli"
)
_SMALL_POST = re.compile(
    rf"(?<![\w-])(?P<post>(?i:{_HELD}))(?= (?:(?:Dr|Drs|Dra|Ir|H|Hj|Prof|K\.H)\.|[dD]r\."
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+|,? (?:mengatakan|menyampaikan|menjelaskan|menegaskan|hadir|membuka|menutup|meresmikan"
    r"|meninjau|berharap|meminta|menyerahkan|melantik|mengajak|memimpin|menerima|kepada|di|pada|dan|bersama|saat|yang"
    r"|beserta|dalam|untuk|akan|telah|juga|turut|langsung)(?!\w)|[,.]))(?!\w))"
)
# Behind these nobody in particular is meant.
_ANYBODY = (
    "seorang|para|setiap|tiap|tiap-tiap|semua|seluruh|calon|bakal calon|mantan|jabatan|posisi|kursi|menjadi"
    "|sebagai|antar"
    "|beberapa|kedua|ketiga|masing-masing|sejumlah|banyak|salah satu|salah seorang|dua|tiga|empat|lima|puluhan|ratusan"
    "|dijabat|selaku|pemilihan|sesama|pelantikan|pergantian|bukan|tanpa|oleh seorang"
)
_LARGE_POST = re.compile(
    rf"(?<![\w-])(?P<before>(?i:{_ANYBODY})) (?P<post>(?:Wakil )?(?:Bupati|Gubernur|Wali Kota|Presiden|Menteri|Ketua RT"
    r"|Ketua RW|Kepala (?:Desa|Dinas|Daerah|Badan|Bidang|Bagian|Sekolah|Puskesmas|Seksi|Dusun))|Camat|Lurah"
    r"|Rektor|Direktur"
    r"|Sekretaris Daerah|Dekan|Kapolres|Kapolsek)(?!\w| [A-Z]|-|[ ]?\()"
)


def posts(reading: Reading) -> Iterator[Finding]:
    """A post takes capitals before a name or place, and small letters where it means no one in particular."""
    for match in _SMALL_POST.finditer(reading.text):
        right = " ".join(word[0].upper() + word[1:] for word in match["post"].split())
        if right == match["post"]:
            continue
        yield finding(
            "post-capital",
            match.span("post"),
            said("The post %(words)s takes capitals before a name.", words=quoted(match["post"])),
            said("Write “%(right)s”.", right=right),
            put=right,
        )
    for match in _LARGE_POST.finditer(reading.text):
        right = match["post"].casefold()
        yield finding(
            "post-capital",
            match.span("post"),
            said("%(words)s: a post without a name or place is written small.", words=quoted(match.group())),
            said("Write “%(right)s”.", right=right),
            put=right,
        )


# ---- Numerals ------------------------------------------------------------------------------------

_RUPIAH_DOT = re.compile(r"(?<!\w)R[pP]\.\s?(?=\d)")
_TAIL = re.compile(r"(?<=\d)(?:,-|,=|\.-)(?!\d)")
_ORDINAL = re.compile(r"(?<![\w-])(?P<ke>ke)(?P<gap>[ ]|)(?P<number>\d{1,3})(?![\w.,/-]\d|[\w-])")
# What is counted in ranks: behind these "ke 5" is a rank, behind others a goal ("dari 6 ke 7 desa").
_RANKED = re.compile(
    r"(?<!\w)(?:hari|HUT|ulang tahun|tahun|kali|putaran|peringkat|urutan|juara|abad|anak|pertemuan|edisi|minggu|pekan"
    r"|angkatan|hari jadi|menit|bulan|kelompok|tahap|gelombang|etape|babak|posisi|periode|dies natalis)(?:nya)?\s\Z",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?<![\w-])ke-(?P<roman>[IVXL]{1,6})(?!\w)")
_CLOCK = re.compile(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?=\s?(?:WIB|WITA|WIT)(?!\w))")
_THOUSANDS = re.compile(
    r"(?<![\w.,/:-])(?P<number>[1-9]\d{4,8})(?= (?:orang|jiwa|rumah|unit|warga|peserta|hektare?|ton"
    r"|rupiah|ekor|pohon|paket|siswa|penduduk|kilogram|meter|liter)(?!\w))"
)
_HEAD_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})*(?= [a-z])")
_AN = re.compile(r"(?<![\w-])(?P<number>\d+)(?P<gap> ?)an(?![\w-])")


# Rule, pattern, why, and what stands there instead.
_FORMS = (
    ("money-spelling", _RUPIAH_DOT, said("%(words)s: “Rp” takes no full stop."), "Rp"),
    ("ordinal-spelling", _ROMAN, said("%(words)s: a Roman numeral takes no “ke-”."), r"\g<roman>"),
    (
        "numeral-spelling",
        _CLOCK,
        said("%(words)s: hours and minutes are parted by a full stop."),
        r"\g<hour>.\g<minute>",
    ),
    ("numeral-spelling", _AN, said("%(words)s: the suffix “-an” takes a hyphen."), r"\g<number>-an"),
)


def numerals(reading: Reading) -> Iterator[Finding]:
    """How figures, money, hours and ordinals are written."""
    text = reading.text
    for rule, pattern, why, put in _FORMS:
        for match in pattern.finditer(text):
            yield _numeral(rule, match, why, match.expand(put))
    for match in _TAIL.finditer(text):
        if re.search(r"R[pP]\.?\s?[\d.]+\Z", text[max(0, match.start() - 24) : match.start()]):
            yield _numeral("money-spelling", match, said("%(words)s: a round sum of rupiah takes no tail."), "")
    for match in _ORDINAL.finditer(text):
        if not match["gap"] or _RANKED.search(text, max(0, match.start() - 24), match.start()):
            why = said("%(words)s: an ordinal takes a hyphen.")
            yield _numeral("ordinal-spelling", match, why, f"ke-{match['number']}")
    for match in _THOUSANDS.finditer(text):
        put = f"{int(match['number']):,}".replace(",", ".")
        yield _numeral("numeral-spelling", match, said("%(words)s: thousands are parted by a full stop."), put)
    yield from _opening_digits(reading)


def _opening_digits(reading: Reading) -> Iterator[Finding]:
    """Sentences that begin with a figure, but for years and dates."""
    text = reading.text
    for span in reading.sentences:
        head = _HEAD_DIGITS.match(text, span.start, span.end)
        if head is None or reading.in_headline(span.start) or reading.quoted(span.start) or head.group()[0] == "0":
            continue
        dated = any(one.start <= span.start < one.end for one in reading.dates)
        if not dated and not re.match(r"\d{4}(?!\.)|\d+ (?:hingga|sampai)", text[span.start : head.end() + 8]):
            yield _numeral("numeral-spelling", head, said("%(words)s: a sentence doesn’t begin with a figure."), None)


def _numeral(rule: str, match: re.Match[str], why: str, put: str | None) -> Finding:
    words = match.group()
    if put is None:
        hint = said("Write it in words, or turn the sentence (“Sebanyak …”).")
    else:
        hint = said("Write “%(right)s”.", right=put) if put else said("Leave out %(words)s.", words=quoted(words))
    return finding(rule, match.span(), said(why, words=quoted(words)), hint, put=put)
