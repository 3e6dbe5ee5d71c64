"""Sentences with a fault of reckoning, two figures that contradict each other, and data of a private person.

A sentence marks the fault with [ and ]; without them the whole sentence is the fault.
"""

import random
from collections.abc import Callable

from benchmarks.material.planted_words import DISTRICTS, MEN, PEOPLE, WOMEN

Sentence = Callable[[random.Random], str]
Pair = Callable[[random.Random], tuple[str, str]]


def dotted(number: int) -> str:
    """12480 as 12.480."""
    return f"{number:,}".replace(",", ".")


def fixed(text: str) -> Sentence:
    """Always this sentence."""
    return lambda _: text


def filled(texts: tuple[str, ...]) -> Sentence:
    """One of the sentences with its figures and names put in."""

    def make(rng: random.Random) -> str:
        low = rng.randrange(21, 99)
        return rng.choice(texts).format(
            low=f"{low // 10},{low % 10 or 4}", mid=rng.randrange(14, 48), high=rng.randrange(61, 97),
            many=dotted(rng.randrange(3_200, 48_000, 10)), person=rng.choice(PEOPLE), man=rng.choice(MEN),
        )  # fmt: skip

    return make


def comma(tenths: int) -> str:
    whole, rest = divmod(tenths, 10)
    return f"{whole},{rest}" if rest else str(whole)


def off_by(rng: random.Random, number: int) -> int:
    """A number that a reader would notice to be another: a tenth to a quarter away."""
    step = max(2, round(number * rng.uniform(0.1, 0.25)))
    return number + rng.choice((-step, step))


def parts(rng: random.Random, count: int) -> list[int]:
    return [rng.randrange(24, 180) for _ in range(count)]


def places(rng: random.Random, count: int) -> list[str]:
    return rng.sample(DISTRICTS, count)


# --- sums-dont-add ------------------------------------------------------------------------------------------------


def _consists_of(rng: random.Random) -> str:
    a, b, c = parts(rng, 3)
    return (
        f"Kegiatan ini diikuti {off_by(rng, a + b + c)} peserta yang terdiri atas "
        f"{a} petani, {b} nelayan, dan {c} perajin."
    )


def _places_and_total(rng: random.Random) -> str:
    (a, b, c), (x, y, z) = parts(rng, 3), places(rng, 3)
    return (
        f"Bantuan dibagikan kepada {a} keluarga di {x}, {b} keluarga di {y}, dan {c} keluarga di {z} sehingga "
        f"seluruhnya {off_by(rng, a + b + c)} keluarga."
    )


def _each(rng: random.Random) -> str:
    each = rng.randrange(20, 90, 5)
    return (
        f"Empat kecamatan masing-masing menerima {each} paket, sehingga total {off_by(rng, 4 * each)} paket dibagikan."
    )


def _over_hundred(rng: random.Random) -> str:
    a, b = rng.randrange(45, 60), rng.randrange(25, 35)
    c = 100 - a - b + rng.randrange(6, 15)
    return (
        f"Sebanyak {a} persen peserta adalah perempuan muda, {b} persen ibu "
        f"rumah tangga, dan {c} persen sisanya pelajar."
    )


def _of_which_percent(rng: random.Random) -> str:
    whole, share = rng.choice((200, 400, 500, 800)), rng.choice((20, 30, 40, 60, 70))
    return (
        f"Sebanyak {whole * share // 100} dari {whole} usulan warga "
        f"({share + rng.choice((-8, 9, 12))} persen) sudah ditindaklanjuti."
    )


def _rose_percent(rng: random.Random) -> str:
    was, share = rng.choice((200, 300, 400, 500)), rng.choice((20, 25, 30, 40))
    return (
        f"Jumlah pemohon naik dari {was} orang menjadi "
        f"{was + was * share // 100} orang atau {share + rng.choice((-10, 15, 25))} persen."
    )


def _money_parts(rng: random.Random) -> str:
    a, b = rng.randrange(20, 60), rng.randrange(11, 40)
    return (
        f"Anggarannya Rp{comma(off_by(rng, a + b))} miliar, yakni Rp{comma(a)} miliar dari APBD kabupaten dan "
        f"Rp{comma(b)} miliar dari bantuan provinsi."
    )


def _the_rest(rng: random.Random) -> str:
    whole, a = rng.randrange(200, 400, 10), rng.randrange(80, 150, 5)
    return f"Dari {whole} peserta, {a} orang adalah perempuan dan sisanya {off_by(rng, whole - a)} orang laki-laki."


def _in_brackets(rng: random.Random) -> str:
    a, b = parts(rng, 2)
    return f"Pelatihan diikuti {off_by(rng, a + b)} warga ({a} perempuan dan {b} laki-laki)."


def _unit_price(rng: random.Random) -> str:
    units, price = rng.randrange(12, 40), rng.choice((3, 4, 6, 8))
    return (
        f"Pemerintah membeli {units} mesin jahit seharga Rp{price} juta per unit "
        f"dengan nilai total Rp{off_by(rng, units * price)} juta."
    )


def _list_of_lines(rng: random.Random) -> str:
    (a, b, c), (x, y, z) = parts(rng, 3), places(rng, 3)
    return (
        f"[Rincian penerima bibit:\n- Kecamatan {x}: {a} orang\n- Kecamatan {y}: "
        f"{b} orang\n- Kecamatan {z}: {c} orang\n"
        f"Jumlah: {off_by(rng, a + b + c)} orang]"
    )


def _fell_percent(rng: random.Random) -> str:
    was, share = rng.choice((400, 500, 600, 800)), rng.choice((25, 40, 50))
    return (
        f"Keluhan warga turun {share + rng.choice((-12, 15))} persen, dari {was} "
        f"menjadi {was - was * share // 100} keluhan."
    )


def _under_hundred(rng: random.Random) -> str:
    a, b = rng.randrange(40, 50), rng.randrange(20, 30)
    c = 100 - a - b - rng.randrange(7, 15)
    return f"Komposisi pesertanya {a}% petani, {b}% pedagang, dan sisanya {c}% pelajar."


def _difference(rng: random.Random) -> str:
    was, more = rng.randrange(120, 300, 10), rng.randrange(20, 60, 5)
    return (
        f"Tahun ini terdaftar {was + more} kelompok tani, bertambah "
        f"{more + rng.choice((-7, 11, 15))} kelompok dari {was} kelompok tahun lalu."
    )


def _plus_total(rng: random.Random) -> str:
    a, b = rng.randrange(2_100, 4_800), rng.randrange(1_100, 2_000)
    return (
        f"Sebanyak {dotted(a)} siswa sekolah dasar dan {dotted(b)} siswa sekolah menengah pertama menerima seragam, "
        f"total {dotted(off_by(rng, a + b))} siswa."
    )


def _words_and_digits(rng: random.Random) -> str:
    return (
        "Posko diperkuat dua belas petugas kesehatan, delapan petugas pemadam, dan lima relawan, atau seluruhnya "
        f"{rng.choice((28, 22, 30, 35))} orang."
    )


SUMS: dict[str, dict[str, Sentence]] = {
    "tune": {
        "consists-of": _consists_of, "places-and-total": _places_and_total, "each": _each,
        "over-hundred-percent": _over_hundred, "of-which-percent": _of_which_percent, "rose-percent": _rose_percent,
        "money-parts": _money_parts,
    },
    "test": {
        "the-rest": _the_rest, "in-brackets": _in_brackets, "unit-price": _unit_price, "list-of-lines": _list_of_lines,
        "fell-percent": _fell_percent, "under-hundred-percent": _under_hundred, "difference": _difference,
        "plus-total": _plus_total, "words-and-digits": _words_and_digits,
    },
}  # fmt: skip

# --- contradicting-figures: the first sentence and the one that contradicts it -------------------------------------


def said_twice(first: str, second: str, values: Callable[[random.Random], tuple[str, str]]) -> Pair:
    def pair(rng: random.Random) -> tuple[str, str]:
        a, b = values(rng)
        return first.format(a), second.format(b)

    return pair


def _swapped(rng: random.Random) -> tuple[str, str]:
    tens, ones = rng.sample(range(1, 10), 2)
    return f"{tens}{ones}0", f"{ones}{tens}0"


def two_between(low: int, high: int) -> Callable[[random.Random], tuple[str, str]]:
    def values(rng: random.Random) -> tuple[str, str]:
        a, b = rng.sample(range(low, high), 2)
        return dotted(a), dotted(b)

    return values


def two_words(rng: random.Random) -> tuple[str, str]:
    a, b = rng.sample(("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan"), 2)
    return a, b


def _scales(rng: random.Random) -> tuple[str, str]:
    number = rng.randrange(12, 95)
    return f"Rp{comma(number)} miliar", f"Rp{comma(number)} juta"


def _digit_and_word(rng: random.Random) -> tuple[str, str]:
    a, b = rng.sample(range(4), 2)
    return ("12", "15", "20", "30")[a], ("dua belas", "lima belas", "dua puluh", "tiga puluh")[b]


def _zeros(rng: random.Random) -> tuple[str, str]:
    number = rng.randrange(12, 95) * 100
    return dotted(number), dotted(number * 10)


CONTRADICTIONS: dict[str, dict[str, Pair]] = {
    "tune": {
        "digits-swapped": said_twice(
            (
                "Dalam kegiatan itu ditanam {} bibit "
                "pohon."
            ), "Sebanyak {} bibit pohon itu ditanam di tepi sungai.", _swapped
        ),
        "other-scale": said_twice(
            "Anggaran pembangunan jembatan itu {}.", (
                "Anggaran pembangunan jembatan sebesar {} itu cair "
                "bertahap."
            ), _scales
        ),
        "words": said_twice(
            (
                "Akibat kejadian itu {} rumah rusak "
                "berat."
            ), "Pemilik {} rumah yang rusak berat itu mengungsi ke balai desa.", two_words
        ),
        "length": said_twice(
            (
                "Jalan yang diperbaiki itu sepanjang {} "
                "kilometer."
            ), "Perbaikan jalan sepanjang {} kilometer itu selesai Juli.", two_between(11, 30)
        ),
        "percent": said_twice(
            "Capaian imunisasi di Tirta Kencana tahun ini {} persen.",
            "Dengan capaian imunisasi {} persen tahun ini, Tirta Kencana memenuhi sasaran.", two_between(71, 95)
        ),
    },
    "test": {
        "participants": said_twice(
            "Pelatihan itu diikuti {} peserta.", (
                "Sebanyak {} peserta pelatihan itu menerima sertifikat, tanpa "
                "kecuali."
            ), two_between(41, 99)
        ),
        "digits-and-words": said_twice(
            (
                "Pemerintah menyerahkan {} unit traktor "
                "tangan."
            ), "Keseluruhan {} unit traktor tangan itu dibagikan merata.", _digit_and_word
        ),
        "a-nought-too-many": said_twice(
            (
                "Bantuan beras diberikan kepada {} "
                "keluarga."
            ), "Penyaluran beras kepada {} keluarga tersebut berlangsung dua hari.", _zeros
        ),
        "days": said_twice(
            (
                "Pameran itu berlangsung selama {} "
                "hari."
            ), "Selama {} hari pameran itu, pengunjung tidak dipungut bayaran.", two_words
        ),
        "money": said_twice(
            (
                "Nilai proyek jaringan pipa itu Rp{} "
                "juta."
            ), "Proyek jaringan pipa senilai Rp{} juta itu dikerjakan tahun ini.", two_between(410, 890)
        ),
        "victims": said_twice(
            (
                "Kecelakaan itu menyebabkan {} orang "
                "terluka."
            ), "Para korban luka yang berjumlah {} orang dirawat di puskesmas.", two_words
        ),
        "number-of-villages": said_twice(
            "Program air bersih menjangkau {} desa.", (
                "Di {} desa yang dijangkau program air bersih itu dibangun bak "
                "penampung."
            ), two_between(12, 60)
        ),
        "area": said_twice(
            (
                "Lahan yang terdampak kekeringan seluas {} "
                "hektare."
            ), "Pompa dikirim ke lahan terdampak kekeringan seluas {} hektare itu.", two_between(110, 690)
        ),
    },
}  # fmt: skip

# --- personal-data -------------------------------------------------------------------------------------------------


def digits(rng: random.Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def id_number(rng: random.Random) -> str:
    """Region, day of birth, running number, as in a real one."""
    region = f"32{rng.randrange(10, 30)}{rng.randrange(10, 30)}"
    return f"{region}{rng.randrange(10, 29)}0{rng.randrange(1, 10)}{rng.randrange(60, 99)}000{rng.randrange(1, 9)}"


def _mobile(rng: random.Random) -> str:
    return f"08{rng.choice(('12', '13', '21', '52', '57', '77', '95'))}-{digits(rng, 4)}-{digits(rng, 4)}"


def _birth(rng: random.Random) -> str:
    return f"{rng.randrange(1, 28)} {rng.choice(('Maret', 'Juni', 'Agustus', 'Oktober'))} {rng.randrange(1960, 2012)}"


def _home(rng: random.Random) -> str:
    street, one = rng.choice(("Melati", "Kenanga", "Cempaka")), rng.randrange(1, 9)
    return f"Jalan {street} No. {rng.randrange(2, 90)} RT 0{one}/RW 0{rng.randrange(1, 9)}"


PERSONAL: dict[str, dict[str, str]] = {
    "tune": {
        "nik": "Penerima bantuan pertama adalah {person} (NIK [{nik}]), buruh tani.",
        "phone-of-victim": "Keluarga korban, {person}, dapat dihubungi di nomor [{mobile}].",
        "home-with-rt-rw": "Korban bernama {person}, warga [{home}], Desa Margamulya.",
        "private-mail": "Orang tua siswa itu, {person}, memakai alamat surel [{mail}@gmail.com].",
        "nik-spaced": "Warga tersebut terdaftar dengan NIK [{nik_spaced}].",
    },
    "test": {
        "family-card": "Nama {person} tercantum dalam Kartu Keluarga nomor [{nik}].",
        "bank-account": "Sumbangan untuk keluarga {man} dikirim ke [rekening BRI {account}] atas nama istrinya.",
        "phone-abroad-form": "Nomor WhatsApp pelapor, {person}, ialah [+62 812 {four} {other_four}].",
        "birth-and-mother": "Korban, {man}, [lahir di Kencana, {birth}, dari ibu kandung bernama {woman}].",
        "home-in-words": (
            "Anak itu tinggal bersama neneknya di [Dusun Krajan RT 00{one} RW 0{two} Nomor {two}], Desa Sumberejo."
        ),
        "nik-dotted": "Ibu rumah tangga itu ber-NIK [{nik_dotted}].",
        "phone-plain": "{man}, ayah korban yang masih di bawah umur itu, bisa ditelepon di [0857{four}{other_four}].",
        "mail-of-patient": "Pasien {person} mendaftar dengan surel [pasien{four}@yahoo.co.id].",
    },
}


def personal(text: str) -> Sentence:
    """The sentence with invented data."""

    def make(rng: random.Random) -> str:
        nik = id_number(rng)
        return text.format(
            person=(person := rng.choice(PEOPLE)), man=rng.choice(MEN), woman=rng.choice(WOMEN), nik=nik,
            nik_spaced=" ".join(_four(nik)), nik_dotted=".".join(_four(nik)), mobile=_mobile(rng), home=_home(rng),
            mail=f"{person.split()[0].lower()}.{digits(rng, 3)}", birth=_birth(rng), one=rng.randrange(1, 9),
            account=f"{digits(rng, 4)}-01-{digits(rng, 6)}-50-{digits(rng, 1)}", two=rng.randrange(10, 19),
            four=digits(rng, 4), other_four=digits(rng, 4),
        )  # fmt: skip

    return make


def _four(number: str) -> list[str]:
    return [number[at : at + 4] for at in range(0, len(number), 4)]
