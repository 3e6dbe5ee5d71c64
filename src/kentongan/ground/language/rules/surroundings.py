"""What stands around a number and decides what it is: closed lists and patterns for `numbers`.

Each pattern is tried on a bounded window beside one number, or runs once over the text without a step back.
"""

import re

from .words import words_of

CURRENCY = re.compile(
    r"(?:(?<!\w)(?:Rp\.?|RP|rp|IDR|US\s?\$|USD|S\$|SGD|A\$|AUD|EUR|GBP|JPY|RM|MYR|SAR|CNY)|[$€£¥₩])[ \u00a0]?\Z"
)
_AT_LEAST = (
    r"sedikitnya|setidaknya|sekurang-kurangnya|paling (?:sedikit|kurang|tidak)|minimal|minimum"
    r"|(?:tak|tidak) kurang dari"
)
APPROXIMATE = (
    ("more", r"lebih (?:dari|besar dari)|di ?atas|melebihi|melampaui|lewat dari|tembus|[>]"),
    ("less", r"kurang dari|di ?bawah|tidak sampai|belum sampai|[<]"),
    ("at-least", _AT_LEAST),
    ("at-most", r"maksimal|maksimum|paling (?:banyak|lama|lambat|tinggi)|(?:tak|tidak) lebih dari"),
    (
        "about",
        r"sekitar|kira-kira|kurang lebih|lebih kurang|hampir|nyaris|kisaran|rata-rata|diperkirakan|ditaksir|setara|±|~",
    ),
)
MARKED = re.compile(
    "(?:{})(?: (?:sebanyak|sejumlah|sebesar|senilai|mencapai|seharga))?[ \u00a0]?\\Z".format(
        "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in sorted(APPROXIMATE, reverse=True))
    ),
    re.IGNORECASE,
)
BEHIND = re.compile(r"[ \u00a0]?(?:lebih\b|-an\b|an\b)")

# A word right before a number that makes it a label, an ordinal or a register number. "5 menit 30 detik" isn't meant: a
# label has no number before it.
LABELS = words_of(
    """abad angka ayat bab babak bagian bermerek big bintang blok bulan bungkus bus butir caturwulan center chapter
    dapil divisi edisi episode eps etape ext fase game gate gelombang gen generasi gerbang gim gol golongan
    grade grup hal halaman hari hlm hotline hp huruf inpres jalur jam jilid juz kamar kasus kategori kav kavling
    ke kelas kepmen keppres kepres kilo kilometer klaster klausul km kode koridor krisis kualifikasi kuartal
    kursi lampiran lantai lap layer level liga lt meja menit merek minggu model nik nip nisn no nomer nomor
    nopol npwp opsi paket part pasal pekan perbup perda pergub peringkat permen perpres perwali pintu pkl pmk
    podium pojk pool poros pos posisi pp pukul putaran qs race rangking rank ranking rekening roda ron ronde rt
    ruang rute rw season segi seksi sel semester seri sesi set shio sila sk skenario sms stadium stand surah
    surat tahap tahun tanggal tap telepon telp terminal tgl tier tingkat tipe tlp top trayek triwulan type unit
    urutan uu versi vol volume wa whatsapp zona"""
)
# Labels that count too when a unit stands behind the number ("per tahun 5 juta", "hari 10 orang", "unit 5 kg").
WEAK = words_of(
    """abad angka bagian bintang bulan bungkus bus game gelombang gim gol grup hal hari hp jam kamar kasus ke kelas
    kilo krisis kualifikasi kuartal kursi lantai lap level meja menit merek minggu model no paket pekan pos
    putaran ronde ruang rute sel semester seri sesi set surah surat tahap tahun tingkat tipe top triwulan unit
    volume"""
)
NUMBER_BEFORE_LABEL = re.compile(
    r"(?:\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|ratus|ribu|juta|belas|se))[ \u00a0]?\Z"
)
HYPHEN_BEFORE = re.compile(r"([^\W\d_]+|\d)\s?[-–/:.]\Z")
NAME_BEFORE = re.compile(r"(?:^|(?P<mark>[^\w\s]?)(?P<gap>[\s(\"“'‘]))(?P<name>[a-z]*[A-Z][\w'’+&./-]*\)?)[ \u00a0]\Z")
AGE_BEFORE = re.compile(r"[A-Z][\w.'’\"”-]*\s\(\Z")
AGE_WORD = re.compile(r"(?:usia|umur|berusia|berumur|usianya|umurnya)\b(?: \w+){0,2} ?\Z", re.IGNORECASE)
# Words that open a sentence before a figure with a capital, and are no name.
OPENS = words_of(
    """ada sebanyak sejumlah total sekitar hampir dari pada dengan untuk dalam di ke sedikitnya setidaknya minimal
    maksimal lebih kurang antara hanya baru sudah dan atau yang juga usia umur berusia selama sejak hingga
    sampai mencapai setelah selain sisanya sedangkan sementara masing-masing per satu dua tiga jumlah nilai
    harga luas panjang lebar tinggi berat skor rata-rata kini tersedia terdapat senilai sebesar seharga rp naik
    turun tembus cuma sekira kira-kira nyaris kapasitas mulai bersama kedua ketiga semua seluruh sebelum sesudah
    setiap tiap saat ketika korban"""
)
# "16 besar", "12 huruf b", "dua tahunan", "di satu sisi", "No. 8 Tahun 2025"
RANK_BEHIND = re.compile(
    r"[ \u00a0](?:(?:besar|teratas|huruf|ayat|tahunan|bulanan|mingguan|harian|sisi)(?!\w)|[Tt]ahun (?:19|20)\d\d(?!\d))"
)
FIXED_ONE = re.compile(
    r"(?:salah|satu per|nomor|juara|podium|persatu|ranking|peringkat|tingkat|tak|nomer|orang nomor) \Z",
    re.IGNORECASE,
)
# "digabung menjadi satu.": united, not counted; "menjadi satu kabar baik" is counted.
FIXED_ONE_LAST = re.compile(r"jadi \Z")
FIXED_ONE_BEHIND = re.compile(
    r" (?:sama lain|per satu|persatu|demi satu|dengan (?:yang )?lain|padu|suara bahwa|pun\b|atap|pintu|arah|kata)"
)
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
# Before "2000 orang" these say that 2000 is the year.
YEARISH = re.compile(
    r"(?:(?:^|\W)(?i:tahun|pada|sejak|sepanjang|hingga|sampai|awal|akhir|pertengahan|di|dari|selama|musim|per|dan|untuk)"
    r"|[A-Z][\w'’]*)[ \u00a0]\Z"
)
COUNTS = re.compile(
    r"(?:sebanyak|sejumlah|mencapai|total|ada|hampir|sekitar|capai|berjumlah|lebih dari|kurang dari|memiliki|terdapat"
    r"|rp|sebesar|menjadi|minimal|maksimal|sedikitnya|setidaknya|tembus|dihadiri|diikuti|seluas|sejauh)[ \u00a0]?\Z",
    re.IGNORECASE,
)

# They begin with the digit itself and look behind it afterwards: so the search can leap from digit to digit.
SKIPPED = (
    # clock times
    re.compile(
        r"(?<!\w)(?<!\d\s)(?:[Pp]ukul|[Pp]kl\.?|[Jj]am)\s(?:[0-9]{1,2}(?:[.:][0-9]{2}){0,2}(?:\s?(?:[-–]|hingga|sampai|s\.d\.)\s?(?:pukul\s)?[0-9]{1,2}(?:[.:][0-9]{2})?)?(?![0-9.,]*[0-9]|\s(?:juta|ribu|miliar|persen|orang))"
        r"|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas)\b)"
    ),
    re.compile(
        r"[0-9](?<![\w.,][0-9])[0-9]?[.:][0-9]{2}(?:\s?[-–]\s?[0-9]{1,2}[.:][0-9]{2})?(?:\s?(?:WIB|WITA|WIT|GMT|UTC|[Ww]aktu|AM|PM|CEST|BST|ET)\b|\s:\s)"
    ),
    # ratios, clock times, lap times, scores: anything with a colon or a slash between digits
    re.compile(r"[0-9](?<![\w.,][0-9])[0-9]*+(?:[.,][0-9]++)*+(?:\s?[:/]\s?[0-9]++(?:[.,][0-9]++)*+)++"),
    # telephones: a leading nought or plus
    re.compile(r"(?<![\w.,])(?:\+[0-9]{1,3}|\(?0[0-9]{1,4}\)?)(?:[ -]?[0-9]{2,5}){1,4}(?![\w,])"),
    # formations, register and reservation numbers: three or more runs joined by hyphens or dots of other sizes
    re.compile(r"[0-9](?<![\w.,][0-9])[0-9]*+(?:[-–][0-9]++){2,}+"),
    re.compile(r"[0-9](?<![\w.,][0-9])[0-9]*+(?:[./-][A-Za-z]++[0-9]*+)++(?:[./-][0-9]++)++"),
    # decades and school years
    re.compile(
        r"(?<![\w.,])(?:1[5-9]|20|21)[0-9]{2}\s?[-–/]\s?(?:(?:1[5-9]|20|21)[0-9]{2}|[0-9]{2}|sekarang|kini)\b(?!\s(?:orang|unit|meter))"
    ),
    re.compile(r"(?<![\w.,])(?:(?:1[5-9]|20)[0-9]{2}|(?:tahun|era|dekade)(?:\s19|\s20)?\s[0-9]{2})-?an\b"),
)
FRACTION = re.compile(
    r"(?<![\w.,/])([1-9])/([1-9][0-9]?)(?=\s(?:dari|bagian|sdt|sdm|sendok|gelas|cangkir|kg|liter|lusin)\b)"
)
LIST_MARK = re.compile(r"(?:(?<=[\s(])|\A)([0-9]{1,2})[.)]\s++(?=[^\W\d_]|[\"“'‘(])")
