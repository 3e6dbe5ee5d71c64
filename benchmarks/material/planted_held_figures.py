"""The third part's sums that don't add, figures that contradict each other and data of a private person."""

import random

from benchmarks.material.planted_figures import (
    Pair,
    Sentence,
    comma,
    dotted,
    off_by,
    parts,
    said_twice,
    two_between,
    two_words,
)  # fmt: skip

# --- sums-dont-add ------------------------------------------------------------------------------------------------


def _per_group(rng: random.Random) -> str:
    groups, word, each = rng.randrange(11, 30), *rng.choice((("lima", 5), ("enam", 6), ("delapan", 8)))
    return (
        f"Sebanyak {groups} kelompok ternak memperoleh {word} ekor kambing per kelompok, "
        f"jumlah keseluruhannya {off_by(rng, groups * each)} ekor."
    )


def _left_over(rng: random.Random) -> str:
    stock, gone = rng.randrange(300, 600, 10), rng.randrange(110, 240, 10)
    return (
        f"Stok beras di gudang semula {stock} ton, keluar {gone} ton, "
        f"sehingga kini tersisa {off_by(rng, stock - gone)} ton."
    )


def _hours(rng: random.Random) -> str:
    start, length = rng.randrange(7, 11), rng.randrange(2, 6)
    word = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")[length - 2 + rng.choice((1, 2))]
    return (
        f"Aliran air dihentikan pukul {start:02}.00 sampai pukul {start + length:02}.00 atau selama {word} jam "
        "untuk pembersihan pipa."
    )


def _fraction_of(rng: random.Random) -> str:
    word, part = rng.choice((("Setengah", 2), ("Sepertiga", 3), ("Seperempat", 4)))
    whole = rng.randrange(120, 480, 12)
    return f"{word} dari {whole} rumah di dusun itu, yakni {off_by(rng, whole // part)} rumah, sudah berlantai semen."


def _twice(rng: random.Random) -> str:
    was, (word, times) = rng.randrange(110, 190, 10), rng.choice((("dua", 2), ("tiga", 3)))
    now = times * was + rng.choice((-1, 1)) * round(was * 0.6 / 10) * 10
    return f"Jumlah bank sampah naik {word} kali lipat, dari {was} unit menjadi {now} unit."


def _money_each(rng: random.Random) -> str:
    pupils, each = rng.randrange(200, 900, 50), rng.choice((200, 300, 400, 600))
    total = off_by(rng, pupils * each // 1000)
    return (
        f"Beasiswa untuk {pupils} siswa masing-masing sebesar Rp{each} ribu, dengan demikian total Rp{total} juta "
        "dibayarkan."
    )


def _years(rng: random.Random) -> str:
    since = rng.randrange(1950, 2005)
    age = 2026 - since + rng.choice((-10, -5, 5, 10))
    return f"Perpustakaan yang berdiri pada {since} itu genap berusia {age} tahun pada 2026."


def _two_sentences(rng: random.Random) -> str:
    a, b, c = parts(rng, 3)
    return (
        f"Pendaftar lomba dongeng berjumlah {off_by(rng, a + b + c)} anak. Rinciannya, {a} anak dari sekolah dasar, "
        f"{b} anak dari madrasah, dan {c} anak dari taman baca."
    )


def _seats(rng: random.Random) -> str:
    seats, taken = rng.randrange(60, 120, 5), rng.randrange(30, 50)
    return f"Dari {seats} kursi yang disediakan, {taken} kursi terisi dan {off_by(rng, seats - taken)} kursi kosong."


def _average(rng: random.Random) -> str:
    days, each = rng.randrange(3, 9), rng.randrange(60, 140, 10)
    wrong = each + rng.choice((-1, 1)) * rng.choice((20, 30, 40))
    return f"Selama {days} hari terkumpul {days * each} kantong darah atau rata-rata {wrong} kantong per hari."


def _of_budget(rng: random.Random) -> str:
    whole, share = rng.choice((40, 60, 80, 120)), rng.choice((25, 50, 75))
    wrong = share + rng.choice((-9, 8, 13))
    return f"Anggaran yang terserap Rp{comma(whole * share // 10)} miliar dari pagu Rp{whole} miliar atau {wrong}%."


SUMS: dict[str, Sentence] = {
    "per-group": _per_group, "left-over": _left_over, "hours": _hours, "fraction-of": _fraction_of, "twice": _twice,
    "money-each": _money_each, "years": _years, "two-sentences": _two_sentences, "seats": _seats, "average": _average,
    "of-budget": _of_budget,
}  # fmt: skip

# --- contradicting-figures ----------------------------------------------------------------------------------------


def _clock(rng: random.Random) -> tuple[str, str]:
    a, b = rng.sample(("07.00", "08.30", "10.00", "13.00", "15.30", "19.00"), 2)
    return a, b


def _prices(rng: random.Random) -> tuple[str, str]:
    a, b = rng.sample(range(15, 95, 5), 2)
    return dotted(a * 1000), f"{b} ribu"


def _tenths(rng: random.Random) -> tuple[str, str]:
    a, b = rng.sample(range(21, 89), 2)
    return comma(a), comma(b)


CONTRADICTIONS: dict[str, Pair] = {
    "beds": said_twice(
        "Rumah sakit baru di Wanareja berkapasitas {} tempat tidur.",
        "Dengan {} tempat tidur, rumah sakit baru di Wanareja itu melayani pasien dari tiga kecamatan.",
        two_between(60, 240),
    ),
    "depth": said_twice(
        "Sumur bor di Dusun Krajan itu sedalam {} meter.",
        "Air jernih naik dari sumur bor Dusun Krajan sedalam {} meter itu.",
        two_between(40, 140),
    ),
    "age": said_twice(
        "Peserta termuda, Rafi, berumur {} tahun.",
        "Rafi, peserta termuda yang berumur {} tahun itu, membawa perahu buatannya sendiri.",
        two_between(7, 15),
    ),
    "clock": said_twice(
        "Upacara sedekah bumi dimulai pukul {}.",
        "Warga berkumpul di balai desa sebelum upacara sedekah bumi dimulai pukul {}.",
        _clock,
    ),
    "weight": said_twice(
        "Berat tumpeng yang diarak itu {} kilogram.",
        "Tumpeng seberat {} kilogram yang diarak itu habis dibagikan.",
        two_between(110, 390),
    ),
    "storeys": said_twice(
        "Gedung pelayanan yang baru berlantai {}.",
        "Lift tersedia di gedung pelayanan baru yang memiliki {} lantai tersebut.",
        two_words,
    ),
    "ticket": said_twice(
        "Tiket masuk museum padi dijual Rp{}.",
        "Dengan tiket masuk museum padi seharga Rp{}, pengunjung juga memperoleh segelas teh.",
        _prices,
    ),
    "jubilee": said_twice(
        "Festival Sungai Kencana tahun ini merupakan penyelenggaraan ke-{}.",
        "Perahu hias meramaikan Festival Sungai Kencana ke-{} tahun ini.",
        two_between(3, 20),
    ),
    "teams": said_twice(
        "Lomba dayung diikuti {} regu.",
        "Dari {} regu peserta lomba dayung itu, tiga regu maju ke putaran akhir.",
        two_between(12, 60),
    ),
    "decimals": said_twice(
        "Tanggul yang jebol itu selebar {} meter.",
        "Karung pasir ditumpuk di tanggul jebol selebar {} meter itu.",
        _tenths,
    ),
}

# --- personal-data ------------------------------------------------------------------------------------------------

PERSONAL: dict[str, str] = {
    "driving-licence": "Pengemudi truk itu, {man}, memiliki SIM dengan nomor [{two}{four}{other_four}{two}].",
    "passport": "Calon pekerja migran itu, {person}, memegang paspor nomor [X{one}{four}{two}].",
    "health-insurance": "Pasien bernama {person} terdaftar dengan nomor BPJS Kesehatan [000{two}{four}{other_four}].",
    "housing-block": "Balita penderita campak itu tinggal di [Perumahan Griya Asri Blok C{one} Nomor {two}].",
    "alley": "Rumah korban, {person}, berada di [Gang Mawar III No. {two}, Kelurahan Bojongsari].",
    "phone-dotted": "Istri korban, {woman}, menerima kabar lewat nomor [0813.{four}.{other_four}].",
    "phone-at-home": "Telepon rumah orang tua korban, {man}, ialah [(0281) 6{four}{two}].",
    "wallet": "Donasi bagi anak yatim itu dikirim ke [nomor Dana 0896{four}{other_four}] milik bibinya, {woman}.",
    "id-card-words": "Pemohon bantuan, {person}, menunjukkan KTP bernomor [{nik}].",
    "account-other-bank": "Uang duka untuk keluarga {man} masuk ke [Bank Mandiri nomor 137-00-{four}{other_four}].",
}
