"""Units and currencies as they are written in Indonesian texts, and the one name each gets here.

The name is English and singular; a counted noun ("orang", "unit", "ekor") is a unit too, for "12 orang" changed to
"12 keluarga" is another claim. Sources: SI and its Indonesian spelling in KBBI; currencies by ISO 4217.
"""

import re
from dataclasses import dataclass

from .words import words_of

MONEY_BEFORE = {
    "rp": "IDR",
    "rp.": "IDR",
    "idr": "IDR",
    "us$": "USD",
    "usd": "USD",
    "us $": "USD",
    "$": "USD",
    "s$": "SGD",
    "sgd": "SGD",
    "a$": "AUD",
    "aud": "AUD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "rm": "MYR",
    "myr": "MYR",
    "sar": "SAR",
    "cny": "CNY",
    "₩": "KRW",
}
MONEY_AFTER = {
    "rupiah": "IDR",
    "dolar as": "USD",
    "dollar as": "USD",
    "dolar amerika serikat": "USD",
    "dolar amerika": "USD",
    "dolar singapura": "SGD",
    "dolar australia": "AUD",
    "dolar": "USD",
    "dollar": "USD",
    "us dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "poundsterling": "GBP",
    "pound sterling": "GBP",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "ringgit": "MYR",
    "ringgit malaysia": "MYR",
    "riyal": "SAR",
    "riyal saudi": "SAR",
    "won": "KRW",
    "baht": "THB",
    "rupee": "INR",
    "franc swiss": "CHF",
    "peso": "PHP",
}

# name -> spellings; matched without case unless the spelling stands in EXACT.
_MEASURES = {
    "percent": "% persen prosen",
    "percentage-point": "persen_poin poin_persentase poin_persen",
    "basis-point": "basis_poin bps",
    "per-mille": "‰ permil",
    "kilometre": "km kilometer",
    "metre": "m meter",
    "centimetre": "cm sentimeter centimeter",
    "millimetre": "mm milimeter",
    "nanometre": "nm nanometer",
    "micrometre": "µm mikron mikrometer",
    "inch": "inci inch inchi",
    "mile": "mil",
    "foot": "kaki",
    "nautical-mile": "mil_laut",
    "light-year": "tahun_cahaya",
    "hectare": "hektare hektar ha",
    "square-metre": "m2 m² meter_persegi",
    "square-kilometre": "km2 km² kilometer_persegi",
    "square-centimetre": "cm2 cm² sentimeter_persegi",
    "kilogram": "kg kilogram kilo",
    "gram": "gram gr g",
    "milligram": "mg miligram",
    "milligram-per-litre": "mg/l",
    "milligram-per-kilogram": "mg/kg",
    "milligram-per-decilitre": "mg/dl",
    "millimetre-of-mercury": "mmhg",
    "mile-per-hour": "mph",
    "microgram": "mcg µg mikrogram",
    "tonne": "ton metrik_ton",
    "quintal": "kuintal kwintal",
    "ounce": "ons ounce",
    "pound-weight": "lbs pon",
    "litre": "liter ltr L",
    "millilitre": "ml mililiter cc",
    "barrel": "barel barrel",
    "cubic-metre": "m3 m³ meter_kubik",
    "gallon": "galon",
    "kilometre-per-hour": "km/jam kpj km_per_jam kilometer_per_jam km/h kph",
    "metre-per-second": "m/s m/detik meter_per_detik",
    "kilobyte": "kb",
    "megabyte": "mb megabyte",
    "gigabyte": "gb gigabyte",
    "terabyte": "tb terabyte",
    "megabit-per-second": "mbps",
    "gigabit-per-second": "gbps",
    "megapixel": "mp megapiksel megapixel",
    "pixel": "piksel pixel",
    "milliampere-hour": "mah",
    "hertz": "hz hertz",
    "megahertz": "mhz",
    "gigahertz": "ghz",
    "watt": "w watt",
    "kilowatt": "kw kilowatt",
    "megawatt": "mw megawatt",
    "gigawatt": "gw gigawatt",
    "megawatt-peak": "mwp",
    "watt-hour": "wh",
    "kilowatt-hour": "kwh",
    "megawatt-hour": "mwh",
    "gigawatt-hour": "gwh",
    "volt": "volt v",
    "kilovolt": "kv kilovolt",
    "ampere": "ampere",
    "volt-ampere": "va",
    "horsepower": "hp tk dk ps bhp pk",
    "degree": "derajat °",
    "degree-celsius": "°c derajat_celsius derajat_celcius",
    "calorie": "kalori kal",
    "kilocalorie": "kkal kilokalori kcal",
    "decibel": "desibel db",
    "nit": "nits nit",
    "magnitude": "magnitudo sr skala_richter",
    "fps": "fps",
    "carat": "karat",
    "spoon": "sendok_makan sendok_teh sendok sdm sdt",
    "glass": "gelas",
    "cup": "cangkir",
    "second": "detik",
    "millisecond": "ms milidetik",
    "minute": "menit",
    "hour": "jam",
    "day": "hari",
    "week": "minggu pekan",
    "month": "bulan",
    "year": "tahun thn",
    "quarter": "triwulan kuartal",
    "semester": "semester",
    "decade": "dekade dasawarsa",
    "eight-years": "windu",
    "century": "abad",
    "night": "malam",
}
_COUNTED = {
    "person": "orang jiwa insan",
    "household": "kk keluarga kepala_keluarga rumah_tangga",
    "resident": "warga penduduk",
    "citizen": "wni wna",
    "student": "siswa mahasiswa murid pelajar santri siswi mahasiswi peserta_didik",
    "teacher": "guru dosen",
    "participant": "peserta",
    "passenger": "penumpang",
    "pilgrim": "jemaah jamaah calon_jemaah",
    "victim": "korban",
    "patient": "pasien",
    "player": "pemain",
    "athlete": "atlet",
    "employee": "pegawai karyawan pekerja buruh asn pns pppk tenaga_kerja",
    "farmer": "petani nelayan",
    "officer": "personel petugas polisi prajurit anggota aparat",
    "suspect": "tersangka terdakwa pelaku",
    "witness": "saksi",
    "respondent": "responden",
    "customer": "pelanggan nasabah konsumen",
    "user": "pengguna",
    "volunteer": "relawan",
    "candidate": "calon kandidat",
    "child": "anak balita bayi",
    "woman": "perempuan wanita",
    "man": "pria laki-laki lelaki",
    "person-member": "pengurus kader",
    "team": "tim klub",
    "unit": "unit",
    "head": "ekor",
    "piece": "buah biji butir pcs keping",
    "sheet": "lembar",
    "package": "paket",
    "sack": "karung",
    "bag": "kantong kantung",
    "box": "kotak dus boks",
    "bottle": "botol",
    "bundle": "bungkus",
    "tree": "pohon batang",
    "rod": "bilah pucuk",
    "pair": "pasang pasangan",
    "point-place": "titik lokasi",
    "village": "desa nagari pekon gampong",
    "urban-village": "kelurahan",
    "subdistrict": "kecamatan",
    "regency": "kabupaten kabupaten/kota",
    "city": "kota",
    "province": "provinsi",
    "country": "negara",
    "region": "daerah wilayah",
    "school": "sekolah madrasah",
    "class": "kelas",
    "hospital": "rumah_sakit rs puskesmas",
    "house": "rumah",
    "building": "gedung bangunan",
    "room": "kamar ruangan ruang",
    "floor": "lantai",
    "company": "perusahaan emiten",
    "institution": "lembaga instansi opd kementerian/lembaga",
    "shop": "toko outlet gerai kios",
    "vehicle": "kendaraan mobil motor sepeda_motor bus truk",
    "aircraft": "pesawat helikopter",
    "flight": "penerbangan",
    "ship": "kapal",
    "train": "kereta gerbong rangkaian",
    "time": "kali",
    "fold": "kali_lipat x",
    "point": "poin angka",
    "goal": "gol",
    "assist": "assist",
    "match": "laga pertandingan",
    "win": "kemenangan",
    "draw": "hasil_imbang",
    "loss": "kekalahan",
    "lap": "lap putaran",
    "round": "ronde",
    "medal": "medali emas perak perunggu",
    "trophy": "gelar trofi",
    "case": "kasus perkara",
    "report": "laporan aduan",
    "event": "kejadian peristiwa",
    "vote": "suara",
    "seat": "kursi",
    "share": "saham",
    "lot": "lot",
    "document": "dokumen berkas",
    "page": "halaman",
    "kind": "jenis macam",
    "type": "tipe varian model",
    "part": "bagian",
    "thing": "hal faktor aspek",
    "programme": "program kegiatan",
    "project": "proyek",
    "step": "langkah cara tahap",
    "group": "kelompok grup",
    "platform": "platform aplikasi",
    "account": "akun rekening",
    "view": "tayangan",
    "star": "bintang",
    "core": "core inti",
    "dose": "dosis",
    "people-shift": "kloter sif",
    "lane": "lajur jalur",
    "plot": "bidang petak kavling",
    "award": "penghargaan",
    "year-class": "angkatan",
}
# Spellings of one or two letters that are a unit only in this case: "5 m" but not "5 M", "12 W" but not "12 w".
_EXACT = {
    spelling.casefold(): spelling for spelling in ("m", "g", "W", "V", "MP", "x", "ha", "mil", "dk", "sr", "rs", "L")
}
# Counted nouns that with a capital belong to a name behind the number ("SMAN 3 Kota Kencana", "Dapil 2 Kabupaten …").
_LOWER_ONLY = words_of(
    """city regency subdistrict village urban-village province country region class hospital group programme lane
    star school building project room part angle core point-place step year-class house"""
)

MONEY_KIND, PERCENT_KIND, MEASURE_KIND, TIME_KIND, COUNT_KIND = "money", "percent", "measure", "duration", "count"
_TIME = words_of(
    """second millisecond minute hour day week month year quarter semester decade eight-years century night"""
)
_PERCENT = frozenset(["percent", "percentage-point", "basis-point", "per-mille"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number; `end` is where it ends in the text, `glued` that no blank stood before it."""

    name: str
    kind: str
    end: int
    glued: bool


def _table() -> dict[str, tuple[str, str]]:
    rows: dict[str, tuple[str, str]] = {}
    for names, kind in ((_MEASURES, MEASURE_KIND), (_COUNTED, COUNT_KIND)):
        for name, spellings in names.items():
            own = TIME_KIND if name in _TIME else PERCENT_KIND if name in _PERCENT else kind
            rows.update({spelling.replace("_", " ").casefold(): (name, own) for spelling in spellings.split()})
    rows.update({words: (code, MONEY_KIND) for words, code in MONEY_AFTER.items()})
    return rows


UNITS = _table()

_PIECE = r"[^\W\d_]+(?:/[^\W\d_]+)?(?:[²³]|(?<=m)[23])?"
# Three words are the longest unit; a reduplicated noun ("orang-orang") and a compound ("anak-anak") count nothing.
_WORDS = re.compile(rf"[ \u00a0]?(?:({_PIECE})(?:[ \u00a0]({_PIECE})(?:[ \u00a0]({_PIECE}))?)?)(?!\w)")
_SIGN = re.compile(r"[ \u00a0]?(%|‰|°\s?[CF]?\b|°)")
_BROKEN = re.compile(r"[-'’][^\W\d_]")
# A figure's unit glued to its digits must be a sign or a measure ("64GB", "10km"), never a noun ("3D", "5G", "2nd").
_GLUED_KINDS = (MEASURE_KIND, TIME_KIND, PERCENT_KIND)


def unit_at(text: str, place: int) -> Unit | None:
    """The unit that begins at `place` or one blank behind it, the longest one; None where none does."""
    sign = _SIGN.match(text, place)
    if sign is not None:
        name = {"%": "percent", "‰": "per-mille", "°": "degree"}.get(sign.group(1), "degree-celsius")
        name = "degree-fahrenheit" if sign.group(1).endswith("F") else name
        return Unit(name, PERCENT_KIND if name.startswith("per") else MEASURE_KIND, sign.end(), glued=True)
    match = _WORDS.match(text, place, place + 60)
    if match is None:
        return None
    glued = match.start(1) == place
    for last in (3, 2, 1):
        if match.group(last) is None or _BROKEN.match(text, match.end(last)):
            continue
        row = _row(" ".join(match.group(part) for part in range(1, last + 1)))
        if row is not None and (not glued or row[1] in _GLUED_KINDS or row[0] in ("fold", "IDR")):
            return Unit(row[0], row[1], match.end(last), glued)
    return None


def _row(spelling: str) -> tuple[str, str] | None:
    folded = spelling.casefold()
    if folded in _EXACT and spelling != _EXACT[folded]:
        return None
    row = UNITS.get(folded)
    if row is not None and row[0] in _LOWER_ONLY and not spelling.islower():
        return None
    return row
