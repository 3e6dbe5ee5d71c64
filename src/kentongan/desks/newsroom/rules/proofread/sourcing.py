"""Claims without a source: figures, dates of the past, superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.numbers import Figure

from .counting import HARM, HARM_REACH, counts_victims
from .reading import Reading
from .rulebook import NOTE, STOP, WARN, Finding, finding, quoted

# What guarantee 3 stops: public money, victims, law.
_BUDGET = re.compile(
    r"(?<!\w)(?:anggaran\w*|dianggarkan|APBD(?:-P)?|APBN(?:-P)?|pagu|dana (?:desa|hibah|alokasi"
    r"|transfer)|DAK|DAU|nilai kontrak|kontraknya"
    r"|menelan (?:biaya|dana|anggaran)|kerugian negara|hibah)(?!\w)",
    re.IGNORECASE,
)
_OF_BUDGET = said("%(words)s is a figure of public money, and no source stands in this sentence or near it.")
_OF_VICTIMS = said("%(words)s is a figure of victims, and no source stands in this sentence or near it.")
# How far from its figure such a word may stand; a sentence of public money is long.
_BUDGET_REACH = 160
# Sentences on either side that may carry the source of a figure before it stops a text.
_SOURCE_REACH = 2
# Small counts in words ("dua cara", "tiga pihak") are told, not claimed.
_LEAST_IN_WORDS = 10


def figures(reading: Reading) -> Iterator[Finding]:
    """Figures in sentences that name no source, outside quotations."""
    text = reading.text
    for figure in reading.figures:
        sentence = reading.sentence_at(figure.start)
        if (
            reading.in_headline(figure.start)
            or reading.quoted(figure.start)
            or not _claims(text, figure)
            or reading.sourced(sentence)
        ):
            continue
        if _part_of_quotation(reading, sentence) or _told_beside(reading, figure, sentence):
            continue
        kind = _weighty(reading, figure)
        if kind and not _sourced_near(reading, figure, sentence):
            why = said(kind, words=quoted(figure.text))
            yield finding(
                "unsourced-figure",
                (figure.start, figure.end),
                why,
                said("Name the source: a person, a letter or an institution."),
                severity=STOP,
            )
        else:
            why = said("This sentence doesn’t say where the figure %(words)s comes from.", words=quoted(figure.text))
            yield finding(
                "unsourced-figure",
                (figure.start, figure.end),
                why,
                said("Name the source, or leave the figure out."),
                severity=NOTE,
            )


def _told_beside(reading: Reading, figure: Figure, sentence: int) -> bool:
    """Whether a neighbouring sentence of the same paragraph names who says so: nobody repeats it in each sentence."""
    place = reading.paragraph_at(figure.start)
    return any(
        reading.sourced(near) and reading.paragraph_at(reading.sentences[near].start) == place
        for near in (sentence - 1, sentence + 1)
        if 0 <= near < len(reading.sentences)
    )


# Who decided it is where it can be asked: such a figure is told, but it doesn't stop.
_DECIDED = re.compile(
    r"(?<!\w)(?:(?:[Pp]emerintah|Pemkab|Pemkot|Pemprov|DPRD?|Kementerian \w+|Menteri \w+"
    r"|Dinas \w+|Bank Indonesia|Presiden)\s"
    r"(?:\w+\s){0,4}?(?:menetapkan|menyetujui|mengalokasikan|menyiapkan|menganggarkan|menggelontorkan"
    r"|mengucurkan|menyalurkan)"
    r"|disetujui|ditetapkan|dialokasikan (?:oleh|dalam|dari))(?!\w)"
)


def _sourced_near(reading: Reading, figure: Figure, sentence: int) -> bool:
    """Whether a sentence beside names a source, or the same figure stands somewhere with one: leads say it first."""
    span = reading.sentences[sentence]
    beside = max(reading.sentences[max(0, sentence - _SOURCE_REACH)].start, figure.start - 4 * _BUDGET_REACH)
    if _DECIDED.search(reading.text, beside, min(span.end, figure.end + _BUDGET_REACH)):
        return True
    if any(reading.sourced(number) for number in range(sentence - _SOURCE_REACH, sentence + _SOURCE_REACH + 1)):
        return True
    return figure.value in reading.sourced_values


def _part_of_quotation(reading: Reading, sentence: int) -> bool:
    """Whether a sentence opens within a quotation: then its speaker stands for it."""
    return reading.quoted(reading.sentences[sentence].start)


def _claims(text: str, figure: Figure) -> bool:
    if figure.kind in ("age", "fraction", "duration"):
        return False  # how old and how long is told, seldom claimed
    in_words = not figure.number.of(text)[:1].isdigit()
    if figure.kind in ("count", "number") and in_words and figure.value < _LEAST_IN_WORDS:
        return bool(HARM.search(text, max(0, figure.start - HARM_REACH), figure.end + HARM_REACH))
    return True


def _weighty(reading: Reading, figure: Figure) -> str:
    """The sentence for a figure of public money or of victims; empty for others."""
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    near = (max(sentence.start, figure.start - _BUDGET_REACH), min(sentence.end, figure.end + _BUDGET_REACH))
    if figure.kind == "money" and _BUDGET.search(reading.text, *near):
        return _OF_BUDGET
    return _OF_VICTIMS if counts_victims(reading.text, sentence, figure) else ""


_SHARE = re.compile(
    r"(?<!\w)(?i:(?:se|dua |tiga |empat )?(?:per(?:tiga|empat|lima|enam|delapan|sepuluh))|separuh|setengah"
    r"|seperempat|mayoritas"
    r"|sebagian besar|(?:dua|tiga|empat|lima|enam|sepuluh) kali lipat|berlipat (?:dua|tiga|empat|lima|ganda)"
    r"|(?:satu|dua|tiga|\d) (?:dari|di antara) (?:setiap )?(?:dua|tiga|empat|lima|enam|tujuh|delapan|sepuluh"
    r"|\d+) [a-z]+"
    r"|rata-rata [a-z]+ [a-z]+|harapan hidup)(?!\w)"
)


def shares(reading: Reading) -> Iterator[Finding]:
    """Shares and multiples in words: "dua pertiga penduduk", "berlipat tiga"."""
    for match in _SHARE.finditer(reading.text):
        sentence = reading.sentence_at(match.start())
        if sentence < 0 or reading.in_headline(match.start()) or reading.quoted(match.start()):
            continue
        if not any(reading.sourced(near) for near in (sentence - 1, sentence, sentence + 1)):
            why = said("This sentence doesn’t say where the figure %(words)s comes from.", words=quoted(match.group()))
            hint = said("Name the source, or leave the figure out.")
            yield finding("unsourced-figure", match.span(), why, hint, severity=NOTE)


_PAST = re.compile(r"(?<!\w)(?:[Pp]ada |[Ss]ejak |[Dd]i )?tahun (?:\d{4})(?:-an)?(?!\w)")
_FOUNDED = re.compile(
    r"(?<!\w)(?:didirikan|berdiri|dibentuk|diresmikan|ditetapkan|dilantik|disahkan|diundangkan|lahir"
    r"|dibangun|dikenal|ditandatangani|mulai berlaku|terjadi|tercatat)(?!\w)"
)


def dates(reading: Reading) -> Iterator[Finding]:
    """Days and years of the past told as history, not as the day of what the text reports, where no source is named."""
    text = reading.text
    told = [
        (one.start, one.end) for one in reading.dates if not one.relative and one.year and _history(reading, one.year)
    ]
    told += [match.span() for match in _PAST.finditer(text)]
    for start, end in told:
        sentence = reading.sentence_at(start)
        if sentence < 0 or reading.in_headline(start) or reading.quoted(start) or reading.sourced(sentence):
            continue
        span = reading.sentences[sentence]
        near = (max(span.start, start - _BUDGET_REACH), min(span.end, end + _BUDGET_REACH))
        if _FOUNDED.search(text, *near) and not _part_of_quotation(reading, sentence):
            why = said(
                "This sentence doesn’t say where the date or year %(words)s comes from.", words=quoted(text[start:end])
            )
            yield finding("unsourced-date", (start, end), why, said("Name the source: a letter, a record or a person."))


def _history(reading: Reading, year: int) -> bool:
    """Whether a year lies before that of what the text reports: the publication's, else the latest that is named."""
    return year < (reading.published.year if reading.published else reading.latest_year or year)


# Where a claim of being the first or best is said to hold.
_WIDE = (
    r"(?:(?:di |se[- ]?|tingkat |level |skala |kelas )(?:seluruh |wilayah |kawasan |provinsi |pulau |kabupaten "
    r"|kota |daerah )*"
    r"(?:[A-Z]\w+|dunia|nasional|internasional|regional|provinsi|kabupaten|kecamatan|kawasan|tanah air|negeri|nusantara"
    r"|wilayah|daerah|kota|bumi|planet|jagat)\w*|(?:sepanjang|dalam) (?:sejarah|masa)|yang pernah|di kelasnya|di antara"
    r"|dari (?:semua|seluruh)|nasional|se-\w+)"
)
_BEST = (
    "(?:ter(?:besar|baik|tinggi|r?endah|luas|panjang|maju|bersih|cepat|lengkap|banyak|kaya|unggul|depan|indah"
    "|murah|r?amai"
    "|canggih|modern|favorit|populer|laris|hebat|bagus|sukses|inovatif|aman|nyaman|r?amah|megah|kuat|buruk|parah"
    "|tua|muda"
    "|kecil|pencil|ketat|sehat|sejahtera|bahagia|makmur|subur|hijau|tertib|transparan|responsif|efektif|efisien"
    "|andal|kemuka"
    "|produktif|sedikit|dalam|mahal|tangguh|disiplin|merata|adil|mutakhir|pesat|singkat|pendek|lama"
    "|kreatif"
    "|digital|informatif|peduli|lancar|dingin|panas|sejuk|asri|mewah|sibuk|enak|lezat|nikmat|empuk|segar"
    "|harum|gurih|padat|penting|utama|strategis|profesional|humanis|solid"
    "|stabil|dekat|jauh|r?ingan|berat|dahsyat|spektakuler|menarik|ikonik|legendaris|senior|junior|jernih|bening"
    "|terang|elit|elite|top|keren|cantik|gagah|kokoh|kukuh|serius|kompak|cekatan|sigap|jujur|mulus|halus|tenang"
    "|damai|rukun|religius|cerdas|pintar|jernih|tertata|terawat)|paling [a-z]{4,})"
)
_SCOPED = re.compile(
    rf"(?<!\w)(?:{_BEST}(?=,?\s(?:[^\s.;]+\s){{0,4}}?{_WIDE})"
    rf"|(?<=kabupaten )(?:{_BEST})|(?<=daerah )(?:{_BEST})|(?<=kota )(?:{_BEST})|(?<=provinsi )(?:{_BEST})"
    rf"|pertama (?:kali(?:nya)? )?(?:dan (?:satu-satunya|terbesar) )?(?:di |se[- ]?|tingkat )?(?:Indonesia|dunia"
    rf"|Asia|nasional)"
    rf"|(?:yang|adalah|merupakan|menjadi|jadi|sebagai) (?:[a-z]+ ){{0,4}}?pertama(?:,? dan \w+(?:-\w+)?)?"
    rf" (?:kali )?(?:yang \w+ )?{_WIDE}"
    r"|(?:menjadi|adalah|merupakan) (?:kabupaten|kota|daerah|provinsi|desa|kecamatan|dinas|lembaga|instansi"
    r"|sekolah|rumah sakit"
    r"|puskesmas|pemerintah daerah|pemda|satu) pertama yang|pertama kali(?:nya)? (?:dalam|sepanjang) sejarah"
    r"|(?i:belum|tidak|tak) (?:ada|pernah ada) (?:satu pun )?(?:daerah|kabupaten|kota|provinsi|desa|lembaga"
    r"|negara) (?:lain|mana pun)?"
    r"|[Hh]anya (?:ada )?di [A-Z]\w+ (?:ada|yang|warga|dan)|[Bb]elum pernah \w+ (?:oleh )?(?:daerah|kabupaten"
    r"|kota) (?:lain|mana pun)"
    r"|(?:[Bb]elum|[Tt]idak|[Tt]ak) pernah sepanjang sejarah|[Bb]aru (?:kali ini|pertama kali)"
    r"|(?:[Tt]idak|[Tt]ak|[Tt]iada) ada (?:[\w-]+ ){1,5}?yang (?:lebih|se\w+|mampu|bisa)|(?:tak|tidak"
    r"|tiada)(?: ada)? (?:bandingan|saingan"
    r"|tandingan|tara|duanya|tertandingi|terkalahkan)(?:nya)?|(?:peringkat|posisi|urutan|tempat) (?:teratas"
    r"|pertama|puncak|satu)"
    r"|(?:mengungguli|mengalahkan|melampaui|melebihi) (?:semua|seluruh|setiap|daerah lain|kabupaten lain|kota lain)"
    r"|(?:[Tt]ak|[Tt]idak) (?:satu|ada satu) pun (?:daerah|kabupaten|kota|provinsi|desa|negara|lembaga)"
    r"|kalah [a-z]+ (?:dari|dibanding\w*)"
    r"|(?:hanya|cuma) (?:ada|terdapat|tumbuh|ditemukan|dijumpai|bisa \w+|dapat \w+) di [A-Z]\w+"
    r"|tidak dimiliki daerah lain"
    r"|(?:ibu kota|kiblat|surga|pusat|jantung|kota) [a-z]+(?: [a-z]+)? (?:dunia|Indonesia|nasional|Nusantara|Asia)"
    r"|[Dd]i antara (?:semua |seluruh |\d+ )(?:provinsi|kabupaten|kota|negara|daerah)|[Dd]i seluruh (?:dunia|Indonesia)"
    r"|nomor (?:satu|wahid)|(?:percontohan|rujukan|kiblat|barometer|teladan) (?:nasional|dunia|Indonesia)"
    r"|juara (?:umum|dalam|se|di antara)"
    r"|(?:menjadi|adalah|merupakan) yang pertama (?:me|di|ber)\w+|[Bb]elum pernah ada|(?:memecahkan "
    r"|mencetak )?rekor (?:baru|MURI)"
    r"|(?:[Tt]idak|[Tt]ak) ada (?:satu pun )?(?:daerah|kabupaten|kota|provinsi|desa|lembaga|dinas) yang (?:lebih"
    r"|mampu|bisa|se\w+)"
    r"|lebih (?:unggul|maju|baik|hebat|cepat|bersih) (?:dari|daripada|dibanding(?:kan)?) (?:semua|seluruh|daerah"
    r"|kabupaten|kota)"
    r"|(?:Kabupaten|Kota|Desa|Dinas|Provinsi|RSUD|Puskesmas|Kecamatan)(?: [A-Z]\w+){1,3} (?:\w+ )?paling [a-z]+"
    r"|peringkat (?:pertama|satu|1) (?:nasional|se|di|tingkat)"
    rf"|satu-satunya(?: [\w-]+){{0,4}}? (?:{_WIDE}|yang (?:\w+))|nomor (?:satu|wahid|1) {_WIDE}"
    r"|(?i:belum pernah|tak pernah|tidak pernah)(?: \w+)? (?:ada|terjadi|dilakukan|dicapai"
    r"|dibuat)(?: \w+){0,2} sebelumnya"
    r"|(?i:belum|tidak|tak|tiada) (?:ada|pernah ada) (?:\w+ ){0,4}(?:duanya|tandingannya|menandingi|menyamai|lain yang"
    r"|sebaik|sebesar|secepat|selengkap|semaju)|tiada (?:duanya|tandingannya|tara)|tak (?:tertandingi|ada tandingannya)"
    r"|(?:memecahkan|mencetak|menorehkan|pemegang) rekor|juara (?:umum )?(?:nasional|dunia)|melampaui semua"
    r"|mengalahkan (?:semua"
    r"|seluruh) \w+ (?:lain|di)|nomor (?:satu|wahid)(?= (?:di|se|untuk|dalam|tingkat)))(?!\w)",
)
# The same without saying where: a claim too, if a smaller one.
_BARE = re.compile(
    rf"(?<!\w)(?:(?:yang|adalah|merupakan|menjadi|jadi|sebagai|dengan|kini|tercatat|memiliki|punya|mempunyai)"
    rf" (?:[\w-]+ ){{0,4}}?)(?P<best>{_BEST}|nomor (?:satu|wahid)|(?:satu-satunya|pelopor|terdepan))(?!\w)"
    rf"|(?<=[a-z] )(?P<last>{_BEST})(?=[.,;!](?:\s|\Z))"
)
# Words after which the best is aimed at or chosen, and fixed phrases.
_NO_CLAIM = re.compile(
    r"salah satu|di antara yang|(?:memberi(?:kan)?|berusaha|upaya|demi|mencari|memilih"
    r"|yang) (?:hasil |pelayanan "
    r"|layanan |hal )?terbaik (?:bagi|untuk|demi|kepada|dari)|paling (?:tidak|lambat|lama|cepat|banyak|sedikit"
    r"|kanan|kiri)"
    r"|daerah terdepan|yang terbaik untuk|terdepan, terluar|waktu terlama"
)


def superlatives(reading: Reading) -> Iterator[Finding]:
    """ "Terbesar di Indonesia", "pertama di dunia", "paling …" in a sentence that names nobody who found so."""
    for match in _SCOPED.finditer(reading.text):
        if _claimed(reading, *match.span()):
            yield _superlative(reading, *match.span(), severity=WARN)
    for match in _BARE.finditer(reading.text):
        span = match.span("best" if match["best"] else "last")
        if _claimed(reading, *span) and not _SCOPED.match(reading.text, span[0]):
            yield _superlative(reading, *span, severity=NOTE)


def _claimed(reading: Reading, start: int, end: int) -> bool:
    """Whether the writer himself says so: in no headline, in no quotation, with no source in the sentence."""
    sentence = reading.sentence_at(start)
    if sentence < 0 or reading.in_headline(start) or reading.quoted(start) or reading.sourced(sentence):
        return False
    return not (_part_of_quotation(reading, sentence) or _NO_CLAIM.search(reading.text, max(0, start - 40), end + 14))


def _superlative(reading: Reading, start: int, end: int, *, severity: str) -> Finding:
    number = reading.sentence_at(start)
    beside = any(reading.sourced(near) for near in (number - 1, number + 1))
    return finding(
        "unsourced-superlative",
        (start, end),
        said(
            "%(words)s is a claim, and this sentence doesn’t say who measured it.",
            words=quoted(reading.text[start:end]),
        ),
        said("Name the source, or give a figure instead."),
        severity=NOTE if beside else severity,
    )
