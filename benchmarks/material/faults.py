"""Faults planted in clean texts with a fixed seed: one fault a text, its place known, the classes balanced.

The classes were fixed before the rules were tuned. Real articles are cut into paragraphs of a few sentences; where a
fault needs a sentence of its own, fictional ones are put in with numbers, names and days drawn anew for each.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.material.articles import Article

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
PEOPLE = (
    "Wirya Adiguna", "Sekar Lestari Maharani", "Bagas Pranoto", "Damar Wicaksono", "Kirana Paramitha", "Galih Prasetya",
    "Laras Setyaningrum", "Hendra Saputra", "Melati Puspaningrum", "Nugroho Hadi", "Yoga Pamungkas", "Citra Handayani",
    "Bima Aryasatya", "Gita Larasati", "Indra Mahendra", "Muhammad Fathurrahman", "Siti Khoirunnisa", "Abdul Syukur",
)  # fmt: skip
PLACES = ("Kencana", "Tirtasari", "Hulu Kencana", "Sumberarum", "Wanasari", "Karangluhur")


@dataclass(frozen=True)
class Fault:
    """A text with one fault; `[start, end)` is where it lies, `also` where a finding of it may lie as well."""

    rule: str
    text: str
    start: int
    end: int
    also: tuple[tuple[int, int], ...] = ()


Planter = Callable[[list[str], random.Random], Fault | None]


def planted(articles: list[Article], *, each: int, seed: int) -> Iterator[tuple[str, Fault]]:
    """`each` faults of every class with its name; an article that offers no place for a class is passed over."""
    for name, plant in PLANTERS.items():
        rng = random.Random(f"{seed}:{name}")
        order = rng.sample(articles, len(articles))
        made = 0
        for article in order:
            fault = plant(paragraphs(article.text, rng), rng)
            if fault is not None:
                made += 1
                yield name, fault
            if made == each:
                break


def paragraphs(text: str, rng: random.Random) -> list[str]:
    """An article of one line as an editor breaks it: two or three sentences a paragraph, quotations kept whole."""
    cut = [match.end() for match in re.finditer(r"[.!?][\"”]?(?= [A-Z\"“])", text)]
    found, start = [], 0
    for number, place in enumerate(cut, start=1):
        whole = text[start:place].count('"') % 2 == 0
        if whole and number % rng.choice((2, 3)) == 0:
            found.append(text[start:place].strip())
            start = place
    found.append(text[start:].strip())
    return [one for one in found if one]


def _put(rule: str, parts: list[str], fault: str, rng: random.Random, *, mark: str | None = None) -> Fault:
    """The sentence as a paragraph of its own or at the end of one, never first."""
    place = rng.randrange(1, len(parts) + 1)
    own = rng.random() < 0.5
    parts = list(parts)
    if own:
        parts.insert(place, fault)
    else:
        place -= 1
        parts[place] = f"{parts[place]} {fault}"
    before = len("\n".join(parts[:place])) + (1 if place else 0)
    start = before + len(parts[place]) - len(fault)
    text = "\n".join(parts)
    if mark is not None:
        start = text.index(mark, start)
        return Fault(rule, text, start, start + len(mark))
    return Fault(rule, text, start, start + len(fault))


# ---- Copying and the calendar --------------------------------------------------------------------


def _weekday(parts: list[str], rng: random.Random) -> Fault:
    on = date(2015, 1, 1) + timedelta(days=rng.randrange(5000))
    day = DAYS[(on.weekday() + rng.randrange(1, 7)) % 7]
    written = rng.choice(
        (
            f"{day} ({on.day}/{on.month}/{on.year})",
            f"{day}, {on.day} {MONTHS[on.month - 1]} {on.year}",
            f"{day} ({on:%d/%m/%Y})",
            f"{day} pagi ({on.day}/{on.month}/{on.year})",
            f"hari {day} tanggal {on.day} {MONTHS[on.month - 1]} {on.year}",
        )
    )
    sentence = rng.choice(
        ("Kegiatan itu digelar di aula kecamatan, {}.", "Rapat dibuka {} di pendopo.", "Pendaftaran ditutup pada {}.")
    )
    return _put("weekday-mismatch", parts, sentence.format(written), rng, mark=written.removeprefix("hari "))


def _paragraph(parts: list[str], rng: random.Random) -> Fault | None:
    fit = [n for n, part in enumerate(parts) if len(part.split()) >= 15]
    if len(fit) < 2:
        return None
    number = rng.choice(fit[:-1])
    copy = parts[number] if rng.random() < 0.6 else parts[number].replace(", ", " ", 1)
    place = rng.randrange(number + 1, len(parts) + 1)
    parts = [*parts[:place], copy, *parts[place:]]
    start = len("\n".join(parts[:place])) + 1
    return Fault("repeated-paragraph", "\n".join(parts), start, start + len(copy))


def _sentence(parts: list[str], rng: random.Random) -> Fault | None:
    longer = [part for part in parts if len(re.findall(r"[.!?](?=\s[A-Z])", part))]
    cut = [
        one for part in longer for one in re.findall(r"(?:\A|(?<=\. ))[A-Z][^.\"!?\n]{50,200}\.(?=\s[A-Z]|\Z)", part)
    ]
    if not cut or len(parts) < 2:
        return None
    copy = rng.choice(cut)
    fault = _put("repeated-sentence", parts, copy, rng)
    # which of two equal sentences is the copy nobody can see: the later is told
    return Fault(fault.rule, fault.text, fault.text.rindex(copy), fault.text.rindex(copy) + len(copy))


# ---- Figures -------------------------------------------------------------------------------------


def _sums(parts: list[str], rng: random.Random) -> Fault:
    a, b, c = rng.randrange(20, 90), rng.randrange(20, 90), rng.randrange(10, 60)
    off = rng.choice((-10, -9, -1, 1, 9, 10, 20))
    two, three, share = a + b + off, a + b + c + off, round(a * 100 / (a + b)) + rng.choice((-15, -8, 8, 15))
    x, y = rng.randrange(11, 60) / 10, rng.randrange(11, 60) / 10
    money = f"{x + y + rng.choice((0.5, 1, -0.6)):.1f}".replace(".", ",")
    written = [f"{one:.1f}".replace(".", ",") for one in (x, y)]
    wrong = rng.choice(
        (
            f"Pelatihan itu diikuti {two} peserta yang terdiri atas {a} laki-laki dan {b} perempuan.",
            f"Sebanyak {three} orang dilayani, dengan rincian {a} orang dewasa, {b} anak, dan {c} balita.",
            f"Ada {three} unit kendaraan, terdiri dari {a} mobil, {b} sepeda motor, dan {c} truk.",
            f"Dana Rp{money} miliar terdiri atas Rp{written[0]} miliar dari APBD dan Rp{written[1]} miliar dari hibah.",
            f"Dari {two} peserta, {a} orang lulus dan sisanya {b} orang mengulang.",
            f"Sebanyak {a} dari {a + b} warga ({share} persen) memilih jadwal pagi.",
            f"Sebanyak {a} persen puas, {92 - a} persen cukup puas, dan sisanya {8 + abs(off)} persen tidak puas.",
            f"Kecamatan itu menerima {two} paket. Rinciannya, {a} paket untuk lansia dan {b} paket untuk balita.",
            f"Bantuan diterima {a} petani dan {b} nelayan, sehingga totalnya {two} orang.",
            f"Panitia menyiapkan {three} bibit, yakni {a} bibit mangga, {b} bibit durian, dan {c} bibit jati.",
        )
    )
    return _put("sums-dont-add", parts, wrong, rng)


def _contradiction(parts: list[str], rng: random.Random) -> Fault:
    first = rng.randrange(110, 980)
    other = first + rng.choice((-90, 90, 10, -10, 18))
    one, two = rng.choice(
        (
            ("Bendungan itu mengairi {} hektare sawah.", "Air bendungan mengairi {} hektare sawah di tiga kecamatan."),
            ("Sebanyak {} rumah rusak diterjang angin.", "Petugas mendata {} rumah rusak itu."),
            ("Pelatihan tersebut diikuti {} peserta dari desa.", "Pelatihan diikuti {} peserta dari desa."),
            ("Jalan sepanjang {} kilometer diperbaiki.", "Jalan sepanjang {} kilometer diperbaiki bersama warga."),
            ("Pasar menampung {} pedagang sayur.", "Pasar baru itu menampung {} pedagang sayur."),
        )
    )
    early, late = one.format(first), two.format(other)
    place = rng.randrange(1, len(parts) + 1)
    parts = [*parts[:place], early, *parts[place:], late]
    text = "\n".join(parts)
    start = len(text) - len(late)
    at = text.index(early)
    return Fault("contradicting-figures", text, start, len(text), ((at, at + len(early)),))


def _unsourced(parts: list[str], rng: random.Random) -> Fault:
    n, m = rng.randrange(12, 980), rng.randrange(11, 99) / 10
    money = f"Rp{m:.1f}".replace(".", ",")
    options = (
        (f"Anggaran kegiatan ini mencapai {money} miliar.", f"{money} miliar"),
        (f"Jalan yang diperbaiki sepanjang {n} kilometer.", f"{n} kilometer"),
        (f"Produksi padi naik {m:.1f} persen tahun ini.".replace(".", ",", 1), f"{m:.1f} persen".replace(".", ",")),
        (f"Banjir itu merendam {n} rumah.", f"{n} rumah"),
        (f"Sebanyak {n} orang mengungsi ke balai desa.", f"{n} orang"),
        (f"Bendungan itu akan mengairi {n} hektare sawah.", f"{n} hektare"),
        (f"Program tersebut sudah menjangkau {n} desa.", f"{n} desa"),
        (f"Biaya pembangunannya {money} juta.", f"{money} juta"),
    )
    sentence, mark = rng.choice(options)
    return _put("unsourced-figure", parts, sentence, rng, mark=mark)


def _superlative(parts: list[str], rng: random.Random) -> Fault:
    place = rng.choice(PLACES)
    options = (
        (f"Pasar {place} merupakan pasar terbesar di Indonesia.", "terbesar"),
        (f"Kabupaten {place} adalah daerah terbersih di provinsi.", "terbersih"),
        ("Layanan ini yang pertama di Indonesia.", "pertama di Indonesia"),
        (f"Taman {place} menjadi taman paling indah di Jawa.", "paling indah"),
        ("Jembatan ini satu-satunya di dunia.", "satu-satunya"),
        ("Ini festival termegah sepanjang sejarah.", "termegah"),
        (f"{place} kini menjadi kabupaten terbaik di Indonesia.", "terbaik"),
        ("Inovasi ini nomor satu di Asia Tenggara.", "nomor satu"),
    )
    sentence, mark = rng.choice(options)
    return _put("unsourced-superlative", parts, sentence, rng, mark=mark)


# ---- Quotations ----------------------------------------------------------------------------------

_SAID = re.compile(
    r'"([^"\n]{40,260})," ((?:kata|ujar|ungkap|tutur|jelas|tegas|ucap|imbuh|sebut|papar)(?:nya)?\b[^".\n]{0,90})\.'
)


def _quotation(parts: list[str], rng: random.Random) -> tuple[int, re.Match[str]] | None:
    found = [(n, match) for n, part in enumerate(parts) for match in _SAID.finditer(part) if n]
    return rng.choice(found) if found else None


def _speaker(parts: list[str], rng: random.Random) -> Fault | None:
    """The attribution falls out, and with it the paragraph stands alone; the sentence before names nobody."""
    chosen = _quotation(parts, rng)
    if chosen is None:
        return None
    words = chosen[1].group(1)
    rest = [part for n, part in enumerate(parts) if n != chosen[0]]
    plain = [n for n, part in enumerate(rest) if '"' not in part and n]
    if not plain:
        return None
    place = rng.choice(plain) + 1
    calm = "Kegiatan itu berlangsung tertib sampai sore."
    rest = [*rest[:place], calm, f'"{words}."', *rest[place:]]
    start = len("\n".join(rest[: place + 1])) + 1
    return Fault("quotation-without-speaker", "\n".join(rest), start, start + len(words) + 3)


def _unclosed(parts: list[str], rng: random.Random) -> Fault | None:
    chosen = _quotation(parts, rng)
    if chosen is None:
        return None
    number, match = chosen
    part = parts[number]
    opening = rng.random() < 0.25
    place = match.start() if opening else match.end(1) + 1
    broken = part[:place] + part[place + 1 :]
    parts = [*parts[:number], broken, *parts[number + 1 :]]
    base = len("\n".join(parts[:number])) + 1
    text = "\n".join(parts)
    if rng.random() < 0.3:
        text = text.replace("\n", " ")
    return Fault("unclosed-quotation", text, base + match.start(), base + match.end() - 1)


# ---- Names and persons ---------------------------------------------------------------------------


def _mutated(word: str, rng: random.Random) -> str:
    """One slip: a letter doubled, dropped, changed place with the next, or another letter of the same sound."""
    place = rng.randrange(1, len(word) - 1)
    kinds = [
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        re.sub("y", "i", word, count=1),
        re.sub("i(?!$)", "y", word, count=1),
        re.sub("u", "oe", word, count=1),
        re.sub("a", "e", word, count=1),
    ]
    other = [one for one in kinds if one.casefold() != word.casefold()]
    return rng.choice(other)


def _variant(parts: list[str], rng: random.Random) -> Fault:
    person = rng.choice(PEOPLE)
    words = person.split()
    number = rng.choice([n for n, word in enumerate(words) if len(word) > 4])
    wrong = _mutated(words[number], rng)
    while wrong in person:
        wrong = _mutated(words[number], rng)
    first = f"Acara itu dibuka oleh Sekretaris Daerah {person}."
    forms = (
        " ".join([*words[:number], wrong, *words[number + 1 :]]),
        " ".join([*words[:number], wrong, *words[number + 1 :]]),
        wrong,
    )
    form = rng.choice(forms)
    second = rng.choice(
        ("“Kami siap,” kata {}.", "{} mengatakan seluruh desa akan dilayani.", "Hadir pula {} bersama jajarannya.")
    ).format(form)
    place = rng.randrange(1, len(parts) + 1)
    parts = [*parts[:place], first, *parts[place:], second]
    text = "\n".join(parts)
    start = text.rindex(wrong)
    at = text.index(first)
    return Fault("name-variants", text, start, start + len(wrong), ((at, at + len(first)),))


def _personal(parts: list[str], rng: random.Random) -> Fault:
    day = rng.randrange(1, 29) + rng.choice((0, 40))
    born = f"{day:02}{rng.randrange(1, 13):02}{rng.randrange(50, 99)}"
    nik = f"32{rng.randrange(1, 79):02}{rng.randrange(1, 30):02}{born}{rng.randrange(1, 9999):04}"
    phone = f"08{rng.choice((12, 13, 21, 52, 57, 77, 85))}-{rng.randrange(1000, 9999)}-{rng.randrange(1000, 9999)}"
    if rng.random() < 0.5:
        phone = phone.replace("-", "")
    person = rng.choice(PEOPLE)
    street = f"Jalan {rng.choice(('Melati', 'Kenanga', 'Anggrek Raya', 'Veteran'))} No. {rng.randrange(1, 90)}"
    options = (
        (f"Penerima pertama adalah {person} (NIK {nik}).", nik),
        (f"Warga atas nama {person}, NIK: {nik}, menerima bantuan.", nik),
        (f"Data {person} dengan nomor {nik} sudah dicocokkan.", nik),
        (f"{person} dapat ditemui di rumahnya, nomor ponselnya {phone}.", phone),
        (f"Korban bernama {person}, {phone}, masih dirawat.", phone),
        (f"Korban {person} tinggal di {street}, RT 03/RW 05.", street),
        (f"Pelapor beralamat di {street} bersama keluarganya.", street),
        (f"Nomor KK keluarga itu {nik}.", nik),
        (f"Uang dikirim ke rekening {rng.randrange(10**9, 10**10)} milik {person}.", "rekening"),
    )
    sentence, mark = rng.choice(options)
    if mark == "rekening":
        mark = re.search(r"\d{9,}", sentence).group()  # type: ignore[union-attr]
    return _put("personal-data", parts, sentence, rng, mark=mark)


def _promotion(parts: list[str], rng: random.Random) -> Fault:
    person = rng.choice(PEOPLE)
    options = (
        (f"{person} dikenal sebagai sosok pemimpin yang merakyat.", "sosok pemimpin yang merakyat"),
        (f"{person} adalah figur yang visioner dan dekat dengan rakyat.", "figur yang visioner"),
        (f"Berkat tangan dingin {person}, jalan itu kini mulus.", "tangan dingin"),
        ("Dedikasinya yang luar biasa patut diteladani.", "Dedikasinya yang luar biasa"),
        ("Sang pemimpin bekerja tanpa kenal lelah untuk warga.", "tanpa kenal lelah"),
        (f"{person} sangat dicintai masyarakat.", "sangat dicintai"),
        (f"Di bawah kepemimpinan {person} yang luar biasa, desa maju.", f"kepemimpinan {person} yang luar biasa"),
        (f"{person} merupakan putra terbaik daerah ini.", "putra terbaik"),
    )
    sentence, mark = rng.choice(options)
    return _put("promotion", parts, sentence, rng, mark=mark)


CRISIS = (
    "KENCANA – Banjir melanda tiga desa di Kecamatan Hulu Kencana, Selasa (24/11/2026) dini hari.",
    "Petugas BPBD mengevakuasi warga ke balai desa. Air mulai surut menjelang siang.",
    "Posko bencana dibuka di kantor kecamatan sejak pagi.",
)


def _unconfirmed(parts: list[str], rng: random.Random) -> Fault:
    options = (
        ("Kabarnya dua orang masih terjebak di atap.", "Kabarnya"),
        ("Tanggul diduga jebol karena tidak dirawat.", "diduga"),
        ("Beredar kabar bahwa jembatan akan ditutup.", "Beredar kabar"),
        ("Konon air datang lebih cepat daripada biasanya.", "Konon"),
        ("Jumlah korban kemungkinan akan bertambah.", "kemungkinan"),
        ("Sejumlah warga dikabarkan hanyut.", "dikabarkan"),
        ("Penyebabnya sepertinya hujan di hulu.", "sepertinya"),
        ("Menurut informasi yang beredar, listrik akan padam tiga hari.", "informasi yang beredar"),
    )
    sentence, mark = rng.choice(options)
    return _put("unconfirmed-in-crisis", list(CRISIS), sentence, rng, mark=mark)


# ---- Spelling ------------------------------------------------------------------------------------

_DONE = re.compile(
    r"(?<![\w-])di(?P<verb>[a-z]{3,}kan|buat|bawa|ambil|buka|tutup|tangkap|gelar|beri|minta|jual|pakai|bangun|duga)(?![\w-])"
)
_AT = re.compile(
    r"(?<![\w-])(?P<di>di) (?P<place>atas|bawah|dalam|luar|depan|belakang"
    r"|sini|sana|mana|antara|samping|sekitar|tengah|rumah|sekolah|kantor|jalan|[A-Z][a-z]{3,})(?![\w-])"
)


def _di(parts: list[str], rng: random.Random) -> Fault | None:
    text = "\n".join(parts)
    apart = rng.random() < 0.5
    places = list((_DONE if apart else _AT).finditer(text))
    if not places:
        return None
    match = rng.choice(places)
    wrong = f"di {match['verb']}" if apart else f"di{match['place']}"
    broken = text[: match.start()] + wrong + text[match.end() :]
    return Fault("di-spelling", broken, match.start(), match.start() + len(wrong))


NONSTANDARD = (
    "praktik:praktek nomor:nomer analisis:analisa izin:ijin aktivitas:aktifitas risiko:resiko apotek:apotik"
    " jadwal:jadual kualitas:kwalitas sistem:sistim teknik:tehnik provinsi:propinsi objek:obyek subjek:subyek"
    " sekadar:sekedar silakan:silahkan antre:antri atlet:atlit lubang:lobang karier:karir paham:faham"
    " hakikat:hakekat imbauan:himbauan utang:hutang napas:nafas kementerian:kementrian miliar:milyar"
    " triliun:trilyun november:nopember andal:handal ijazah:ijasah kedaluwarsa:kadaluarsa nasihat:nasehat"
    " masjid:mesjid cendera_mata:cinderamata kerja_sama:kerjasama zaman:jaman"
)
PREFIXED = (
    "mengubah:merubah menyukseskan:mensukseskan menyosialisasikan:mensosialisasikan menaati:mentaati memesona:mempesona"
    " memengaruhi:mempengaruhi mengonsumsi:mengkonsumsi mengonfirmasi:mengkonfirmasi menerjemahkan:menterjemahkan"
    " menyejahterakan:mensejahterakan menargetkan:mentargetkan diubah:dirubah memublikasikan:mempublikasikan"
)
_WORD_FRAMES = ("Petugas menjelaskan soal {} kepada warga desa.", "Pembahasan {} berlangsung sampai siang.")
_PREFIX_FRAMES = ("Pemerintah desa akan {} rencana itu.", "Langkah ini dapat {} kegiatan warga.")


def _wrong_word(rule: str, pairs: str, frames: tuple[str, ...]) -> Planter:
    words = [pair.replace("_", " ").split(":") for pair in pairs.split()]

    def plant(parts: list[str], rng: random.Random) -> Fault:
        text = "\n".join(parts)
        offered = [(m, bad) for good, bad in words for m in re.finditer(rf"(?<![\w-]){good}(?![\w-])", text)]
        if offered:
            match, bad = rng.choice(offered)
            return Fault(
                rule, text[: match.start()] + bad + text[match.end() :], match.start(), match.start() + len(bad)
            )
        bad = rng.choice(words)[1]
        return _put(rule, parts, rng.choice(frames).format(bad), rng, mark=bad)

    return plant


PLANTERS: dict[str, Planter] = {
    "weekday-mismatch": _weekday,
    "repeated-paragraph": _paragraph,
    "repeated-sentence": _sentence,
    "sums-dont-add": _sums,
    "contradicting-figures": _contradiction,
    "unsourced-figure": _unsourced,
    "unsourced-superlative": _superlative,
    "quotation-without-speaker": _speaker,
    "unclosed-quotation": _unclosed,
    "name-variants": _variant,
    "personal-data": _personal,
    "promotion": _promotion,
    "unconfirmed-in-crisis": _unconfirmed,
    "di-spelling": _di,
    "nonstandard-word": _wrong_word("nonstandard-word", NONSTANDARD, _WORD_FRAMES),
    "wrong prefix": _wrong_word("nonstandard-word", PREFIXED, _PREFIX_FRAMES),
}
