"""What the planter of faults plants: word lists and sentences, each in two halves that share nothing.

`tune` may be looked at while rules are mended, `test` only measures. Every person, place and office is invented.
"""

WOMEN = ("Dewi Kartikasari", "Ratna Widyaningsih", "Maryam Puspitawati", "Lestari Anggraeni", "Fitri Handayaningrum")
MEN = ("Suryo Wicaksono", "Agus Prabandaru", "Yusuf Rahmadani", "Hendra Wiratmoko", "Teguh Pranowo")
PEOPLE = WOMEN + MEN
DISTRICTS = ("Karangjati", "Sukaraja", "Sumberejo", "Wanareja", "Bojongsari", "Purwasari", "Margamulya", "Cikaler")

# --- A fictional release without a fault: lead, narrative, speech, contact ---------------------------------------

LEADS = (
    (
        "KENCANA – Pemerintah Kabupaten Tirta Kencana membuka pelatihan pemasaran bagi perajin batik di Balai Latihan "
        "Kerja Kencana agar mereka dapat berjualan melalui lokapasar."
    ),
    (
        "KENCANA – Dinas Pekerjaan Umum Kabupaten Tirta Kencana memperbaiki "
        "ruas jalan penghubung antardesa di Kecamatan "
        "Sukaraja yang rusak karena musim hujan."
    ),
    (
        "KENCANA – Dinas Kesehatan Kabupaten Tirta Kencana membuka layanan imunisasi gratis di seluruh puskesmas untuk "
        "melindungi anak dari campak."
    ),
    (
        "KENCANA – Dinas Pertanian Kabupaten Tirta Kencana menyalurkan bibit padi tahan kering kepada kelompok tani di "
        "Kecamatan Wanareja untuk menghadapi kemarau."
    ),
    (
        "KENCANA – Dinas Perpustakaan Kabupaten Tirta Kencana meresmikan pojok baca di terminal dan pasar agar warga "
        "mudah meminjam buku."
    ),
    (
        "KENCANA – Perumda Air Minum Tirta Kencana memasang jaringan pipa baru "
        "di Kecamatan Karangjati supaya warga tidak "
        "lagi kekurangan air pada musim kemarau."
    ),
)
NARRATIVE = (
    "Kegiatan ini berlangsung di halaman kantor kecamatan dan terbuka untuk umum.",
    "Warga cukup membawa kartu tanda penduduk dan mengisi formulir di meja pendaftaran.",
    "Petugas akan mendampingi peserta sejak pendaftaran sampai acara selesai.",
    "Lokasi kegiatan dapat dicapai dengan angkutan umum dari terminal Kencana.",
    "Panitia menyediakan tempat parkir di sebelah utara lapangan.",
    "Pekerjaan dimulai dari sisi barat agar lalu lintas tetap lancar.",
    "Selama pekerjaan berlangsung, kendaraan berat dialihkan melalui jalan lingkar.",
    "Pengurus kelompok membagi tugas sesuai dengan kebutuhan setiap dusun.",
    "Pendaftaran ditutup begitu tempat terisi penuh.",
    "Peserta yang berhalangan dapat mengirim wakil dari lembaga yang sama.",
    "Bahan pelatihan disusun bersama para pengajar dari balai latihan.",
    "Ruang tunggu dilengkapi kursi roda, kursi prioritas, dan sudut bermain anak.",
    "Rapat persiapan diadakan di pendopo dan dihadiri semua perangkat desa.",
    "Rambu sementara dipasang di setiap persimpangan yang terkena pekerjaan.",
    "Kegiatan serupa akan diadakan di kecamatan lain pada bulan berikutnya.",
    "Para relawan membersihkan saluran air sebelum musim hujan tiba.",
)
SPEECHES = (
    "“Kami ingin pelayanan ini benar-benar dirasakan warga sampai ke dusun,” kata {post} {person}.",
    "{post} {person} mengatakan, “Kami terbuka terhadap masukan warga.”",
    "“Silakan datang dan manfaatkan kesempatan ini,” ujar {post} {person}.",
    "Menurut {post} {person}, pekerjaan ini mendahulukan keselamatan pengguna jalan.",
)
POSTS = ("Kepala Dinas", "Sekretaris Dinas", "Camat Sukaraja", "Bupati Tirta Kencana")
CONTACTS = (
    "Keterangan lebih lanjut: Bagian Humas Setda Kabupaten Tirta Kencana, humas@tirtakencana.example.",
    "Narahubung: Bagian Protokol dan Komunikasi Pimpinan Setda Kabupaten Tirta Kencana, humas@tirtakencana.example.",
)

# --- Sentences that are the fault ---------------------------------------------------------------------------------

UNSOURCED_FIGURES: dict[str, dict[str, tuple[str, ...]]] = {
    "tune": {
        "poverty": (
            "Angka kemiskinan di Kabupaten Tirta Kencana turun menjadi {low} persen.",
            "Penduduk miskin di Tirta Kencana kini tinggal {many} jiwa.",
        ),
        "satisfaction": ("Sebanyak {high} persen warga puas terhadap pelayanan publik di Tirta Kencana.",),
        "tourists": (
            "Kunjungan wisatawan ke Tirta Kencana naik hingga {mid} persen dibandingkan dengan tahun lalu.",
            "Sepanjang musim libur, {many} wisatawan berkunjung ke Tirta Kencana.",
        ),
        "unemployment": ("Tingkat pengangguran terbuka kini tinggal {low} persen.",),
        "loss": ("Kerugian akibat banjir itu mencapai Rp{low} miliar.",),
        "households": ("Kini {high} persen rumah tangga sudah menikmati air bersih.",),
    },
    "test": {
        "stunting": (
            "Prevalensi tengkes di kabupaten ini menurun dari {mid} persen menjadi {low} persen dalam dua tahun.",
            "Satu dari lima anak balita di daerah ini dulu menderita gizi buruk, kini hanya {low} persen.",
        ),
        "small-firms": (
            "Lebih dari {many} pelaku usaha mikro telah merasakan manfaat program tersebut.",
            "Omzet pedagang pasar meningkat {mid} persen sesudah pasar direvitalisasi.",
            "Ekspor kerajinan Tirta Kencana menembus Rp{low} miliar.",
        ),
        "income": (
            "Pendapatan petani naik rata-rata Rp{low} juta per bulan.",
            "Pendapatan asli daerah melonjak {mid} persen dalam setahun.",
            "Warga rata-rata membelanjakan Rp{mid} ribu per hari untuk air kemasan.",
        ),
        "in-words": (
            "Tujuh dari sepuluh keluarga di Tirta Kencana kini memiliki jamban sehat.",
            "Hampir sembilan puluh persen lulusan pelatihan langsung memperoleh pekerjaan.",
            "Dua pertiga penduduk kabupaten bekerja di sektor pertanian.",
        ),
        "doubled": (
            "Produksi padi melonjak hampir dua kali lipat menjadi {many} ton.",
            "Jumlah perpustakaan desa berlipat tiga dalam lima tahun.",
            "Luas hutan kota bertambah {mid} persen sejak 2020.",
        ),
        "growth": (
            "Ekonomi Tirta Kencana tumbuh {low}% pada triwulan pertama.",
            "Inflasi di Kencana terkendali pada angka {low} persen.",
            "Indeks pembangunan manusia Tirta Kencana naik menjadi {high},{mid}.",
        ),
        "accidents": (
            "Jumlah kecelakaan lalu lintas berkurang {mid}% sejak rambu baru dipasang.",
            "Kasus demam berdarah turun dari {high} kasus menjadi {mid} kasus.",
            "Angka putus sekolah merosot hingga {mid} persen.",
        ),
        "population": (
            "Penduduk lanjut usia di Tirta Kencana kini {many} jiwa.",
            "Sekitar {mid} persen penduduk kabupaten ini berusia di bawah 15 tahun.",
            "Setiap hari warga Kencana membuang {mid} ton sampah plastik.",
        ),
    },
}
SUPERLATIVES: dict[str, dict[str, tuple[str, ...]]] = {
    "tune": {
        "biggest-country": ("Pasar induk ini merupakan yang terbesar di Indonesia.",),
        "only": (
            "Tirta Kencana menjadi satu-satunya kabupaten di Indonesia yang memiliki layanan seperti ini.",
            "Museum padi di Wanareja adalah satu-satunya di Asia.",
        ),
        "first-island": ("Program ini adalah yang pertama di Pulau Jawa.",),
        "best": ("Pelayanan perizinan di Tirta Kencana kini yang terbaik di tingkat nasional.",),
        "most": ("Batik Kencana adalah batik paling diminati di Asia Tenggara.",),
        "cleanest": ("Sungai Kencana kini menjadi sungai terbersih se-Indonesia.",),
    },
    "test": {
        "number-one": (
            "Tirta Kencana kini menjadi daerah nomor satu di Indonesia dalam pelayanan kependudukan.",
            "Dalam urusan kebersihan, Kencana juara di antara semua kota di Pulau Jawa.",
            "Beras Wanareja menempati peringkat teratas di pasar nasional.",
        ),
        "history": (
            "Panen tahun ini merupakan panen tertinggi sepanjang sejarah kabupaten.",
            "Pencapaian itu adalah rekor baru dalam sejarah pemerintahan daerah di Indonesia.",
            "Belum pernah sepanjang sejarah jalan desa semulus sekarang.",
        ),
        "fastest": (
            "Layanan satu hari jadi ini tercatat sebagai layanan tercepat di Nusantara.",
            "Tidak ada layanan perizinan yang lebih cepat daripada layanan di Tirta Kencana.",
            "Pertumbuhan usaha kecil di Kencana adalah yang tercepat di provinsi.",
        ),
        "longest": (
            "Jembatan gantung di Karangjati itu adalah jembatan terpanjang se-Asia Tenggara.",
            "Menara air itu bangunan tertinggi di seluruh provinsi.",
            "Sumur tertua di Pulau Jawa terdapat di Desa Margamulya.",
        ),
        "never-before": (
            "Terobosan ini belum pernah ada sebelumnya di daerah mana pun di Indonesia.",
            "Tirta Kencana adalah kabupaten pertama yang menerapkan layanan semacam ini di Indonesia.",
            "Baru kali ini sebuah kabupaten di Indonesia memiliki bank pakan ikan.",
        ),
        "most-adjective": (
            "Rumah sakit daerah ini paling modern di Jawa.",
            "Kabupaten ini paling aman di antara seluruh kabupaten di Indonesia.",
            "Jalan lingkar Kencana termewah dan terindah di Tanah Air.",
        ),
        "pioneer-world": (
            "Bank sampah tersebut merupakan yang pertama di dunia.",
            "Kopi Wanareja diakui sebagai kopi ternikmat di dunia.",
            "Teknologi penjernih air itu termutakhir di Asia.",
        ),
        "second-to-none": (
            "Mutu kopi Wanareja tidak tertandingi di kawasan Asia.",
            "Keindahan Curug Cikaler tiada duanya di Indonesia.",
            "Pelayanan puskesmas di sini tak ada bandingannya se-Nusantara.",
        ),
    },
}
PROMOTION: dict[str, dict[str, tuple[str, ...]]] = {
    "tune": {
        "thanks-to": ("Berkat kepemimpinan Bupati {person} yang visioner, warga kini menikmati jalan yang mulus.",),
        "close-to-people": (
            "Bupati {person} memang dikenal sebagai sosok pemimpin yang merakyat dan dekat dengan rakyat kecil.",
        ),
        "second-term": ("Bupati {person} sangat layak memimpin Tirta Kencana untuk dua periode.",),
        "cold-hands": ("Di tangan dingin Bupati {person}, Tirta Kencana maju pesat.",),
        "never-tired": ("Tanpa kenal lelah, Bupati {person} terus berjuang demi rakyat yang dicintainya.",),
        "trustworthy": ("Bupati {person} adalah pemimpin yang cerdas, amanah, dan peduli.",),
    },
    "test": {
        "right-choice": (
            "Warga tidak salah pilih karena Bupati {person} terbukti mampu membawa perubahan luar biasa.",
            "Tidak ada yang lebih pantas memimpin kabupaten ini selain {person}.",
            "Beruntung sekali rakyat Tirta Kencana memiliki bupati sehebat {person}.",
        ),
        "figure-of-hope": (
            "Wakil Bupati {person} merupakan sosok idaman dan harapan baru masyarakat Tirta Kencana.",
            "Bupati {person} adalah sosok inspiratif yang patut menjadi teladan bagi semua kepala daerah.",
            "Putra terbaik daerah, {person}, kembali menunjukkan kelasnya sebagai negarawan sejati.",
        ),
        "hard-work": (
            "Semua keberhasilan ini tidak lepas dari kerja keras dan dedikasi tinggi Bupati {person} semata.",
            "Keberhasilan ini adalah bukti nyata kehebatan Bupati {person}.",
            "Tanpa Bupati {person}, mustahil jembatan itu terwujud.",
        ),
        "vote": (
            "Mari dukung kembali {person} pada pemilihan kepala daerah mendatang.",
            "Lanjutkan bersama {person}, pilih nomor dua pada hari pemungutan suara.",
            "Masyarakat berharap {person} kembali terpilih menjadi bupati pada periode berikutnya.",
        ),
        "great-leader": (
            "Kehebatan Bupati {person} dalam memimpin daerah sungguh patut diacungi jempol.",
            "Bupati {person} sungguh pemimpin yang luar biasa dan tiada tandingannya.",
            "Sebagai pemimpin yang tegas namun berhati lembut, Bupati {person} selalu hadir bagi warganya.",
        ),
        "generous": (
            "Dengan kemurahan hatinya, Bupati {person} yang dermawan memberikan bantuan kepada warga.",
            "Berkat kebaikan hati Bupati {person}, warga miskin memperoleh beras.",
            "Bupati {person} yang baik hati itu bahkan rela turun ke sawah demi rakyatnya.",
        ),
        "loved": (
            "Bupati {person} yang begitu dicintai rakyatnya disambut dengan penuh haru.",
            "Bupati {man} yang tampan dan bersahaja itu menjadi idola para ibu.",
            "Warga mengelu-elukan {person}, bupati kebanggaan mereka.",
        ),
        "brilliant": (
            "Gagasan brilian Bupati {person} menjadikan daerah ini disegani di mana-mana.",
            "Kecerdasan dan kepiawaian Bupati {person} tidak perlu diragukan lagi.",
            "Langkah cemerlang Bupati {person} kembali menuai pujian dari seluruh lapisan masyarakat.",
        ),
    },
}
SPEECH_WITHOUT_SPEAKER = {
    "tune": (
        "Kami bersyukur karena jalan ini akhirnya bisa dilewati truk sayur",
        "Dulu kami harus berjalan dua jam untuk mengambil air",
        "Saya berharap kegiatan seperti ini diadakan setiap tahun",
        "Mudah-mudahan anak-anak kami tidak perlu lagi menyeberang sungai",
    ),
    "test": (
        "Saya tidak menyangka akan terpilih menjadi peserta",
        "Harga cabai di tingkat petani harus kita jaga bersama-sama",
        "Kalau hujan turun, kami selalu was-was karena air cepat naik",
        "Kita tidak boleh membiarkan satu anak pun putus sekolah",
        "Pintu kantor ini terbuka untuk siapa saja yang ingin mengadu",
    ),
}

# --- Words put in the place of others (right form: wrong form) -----------------------------------------------------

PLACES_JOINED = {
    "tune": [
        "rumah",
        "jalan",
        "kantor",
        "kota",
        "desa",
        "sekolah",
        "lokasi",
        "kawasan",
        "wilayah",
        "tempat",
        "pasar",
        "hadapan",
        "seluruh",
        "sejumlah",
    ],
    "test": [
        "lapangan",
        "rumah",
        "jalan",
        "gedung",
        "daerah",
        "kampung",
        "tengah",
        "dunia",
        "negara",
        "provinsi",
        "masjid",
        "hotel",
        "bidang",
        "berbagai",
    ],
}  # fmt: skip
PLACES_JOINED["test"] = [word for word in PLACES_JOINED["test"] if word not in PLACES_JOINED["tune"]]
WHERE_JOINED = {
    "tune": ["atas", "bawah", "sana", "mana", "luar"],
    "test": ["antara", "dalam", "sini", "samping", "depan", "belakang", "sekitar"],
}
TO_JOINED = {"tune": ["sana", "atas", "rumah", "kantor"], "test": ["dalam", "depan", "sini", "mana", "bawah", "kota"]}
PASSIVES = {
    "tune": [
        "laksanakan",
        "lakukan",
        "berikan",
        "gelar",
        "harapkan",
        "ikuti",
        "temukan",
        "sebut",
        "ketahui",
        "gunakan",
        "minta",
        "pimpin",
    ],
    "test": [
        "sampaikan",
        "bangun",
        "tetapkan",
        "periksa",
        "jadwalkan",
        "hadiri",
        "kenal",
        "buat",
        "tangkap",
        "bawa",
        "mulai",
        "nilai",
        "alami",
        "jadikan",
        "dapat",
        "hadapi",
        "dukung",
        "pilih",
        "bantu",
        "duga",
        "terima",
    ],
}  # fmt: skip
ORDINALS = {"tune": ["dua", "empat"], "test": ["tiga", "lima", "delapan"]}
PUN = {
    "tune": {"apa pun": "apapun", "meskipun": "meski pun", "siapa pun": "siapapun"},
    "test": {"walaupun": "walau pun", "mana pun": "manapun", "kapan pun": "kapanpun", "ataupun": "atau pun",
             "bagaimanapun": "bagaimana pun", "adapun": "ada pun"},
}  # fmt: skip

NONSTANDARD = {
    "tune": {
        "letters": {
            "mengubah": "merubah", "praktik": "praktek", "nomor": "nomer", "risiko": "resiko", "aktivitas": "aktifitas",
            "izin": "ijin", "kualitas": "kwalitas", "objek": "obyek", "sistem": "sistim", "miliar": "milyar",
            "nasihat": "nasehat", "karier": "karir", "zaman": "jaman", "napas": "nafas", "personel": "personil",
        },
        "loan-endings": {"analisis": "analisa", "standardisasi": "standarisasi", "hipotesis": "hipotesa"},
        "affixes": {
            "mengimbau": "menghimbau", "imbauan": "himbauan", "menyukseskan": "mensukseskan",
        },
        "calendar": {"Jumat": "Jum'at", "November": "Nopember"},
        "one-or-two-words": {"kerja sama": "kerjasama", "wali kota": "walikota", "Wali Kota": "Walikota"},
    },
    "test": {
        "letters": {
            "jadwal": "jadual", "apotek": "apotik", "teknik": "tehnik", "sekadar": "sekedar", "provinsi": "propinsi",
            "kompleks": "komplek", "antre": "antri", "antrean": "antrian", "atlet": "atlit", "cabai": "cabe",
            "kreativitas": "kreatifitas", "produktivitas": "produktifitas", "efektivitas": "efektifitas",
            "utang": "hutang", "andal": "handal", "jenazah": "jenasah", "konkret": "kongkrit", "survei": "survey",
            "subjek": "subyek", "silakan": "silahkan", "khawatir": "kuatir", "rezeki": "rejeki", "ijazah": "ijasah",
            "respons": "respon", "detail": "detil", "teladan": "tauladan", "pikiran": "fikiran", "peduli": "perduli",
        },
        "loan-endings": {"metode": "metoda", "ambulans": "ambulan", "diagnosis": "diagnosa", "sintesis": "sintesa"},
        "affixes": {
            "mengonsumsi": "mengkonsumsi", "memengaruhi": "mempengaruhi", "menaati": "mentaati",
            "menerjemahkan": "menterjemahkan", "mengoordinasikan": "mengkoordinasikan",
            "memopulerkan": "mempopulerkan", "mengategorikan": "mengkategorikan", "memedulikan": "mempedulikan",
        },
        "calendar": {"Februari": "Pebruari"},
        "one-or-two-words": {
            "tanggung jawab": "tanggungjawab", "terima kasih": "terimakasih", "olahraga": "olah raga",
            "orang tua": "orangtua", "beasiswa": "bea siswa", "antarwarga": "antar warga",
        },
    },
}  # fmt: skip
NONSTANDARD_SENTENCES = {
    "tune": (
        "Pemilik [kwitansi] dapat mengambil obat di loket kedua.",
        "Pemerintah daerah mengajak warga hidup hemat dan [trampil] mengolah sampah.",
        "Peserta wajib menyerahkan [photo] terbaru ukuran kartu.",
        "Pelayanan kesehatan adalah hak [azasi] setiap warga.",
        "Peserta dibagi menjadi tiga [katagori].",
    ),
    "test": (
        "Peserta yang lulus akan menerima [ijasah] dari balai latihan.",
        "Warga dapat mengambil obat di [apotik] puskesmas.",
        "[Silahkan] datang ke loket dengan membawa kartu keluarga.",
        "Panitia [mengkoordinir] pembagian air bersih di setiap dusun.",
        "Warga diminta tidak [mencontek] cara lama dalam mengolah tanah.",
        "Panitia menyediakan [musholla] di sisi timur pendopo.",
        "Setiap tamu memperoleh [cinderamata] buatan perajin setempat.",
        "Petugas menutup [lobang] di jalan sebelum musim hujan.",
        "Kegiatan akan diadakan lagi pada bulan [Ramadhan].",
    ),
}  # fmt: skip

POST_SENTENCES = {
    "tune": {
        "lower-before-name": "Acara itu dibuka oleh [bupati] {person} di pendopo.",
        "lower-two-words": "Bantuan diserahkan oleh [kepala dinas] {person} kepada ketua kelompok.",
        "a-post": "Ia bercita-cita menjadi seorang [Camat] sejak masih kanak-kanak.",
        "many-of-them": "Para [Bupati] dari daerah tetangga ikut hadir dalam acara itu.",
        "every": "Setiap [Kepala Desa] wajib menyerahkan laporan sebelum akhir bulan.",
    },
    "test": {
        "lower-deputy": "Rombongan disambut oleh [wakil bupati] {person} di gerbang kecamatan.",
        "lower-governor": "Bendera dikibarkan setelah [gubernur] {person} tiba di lapangan.",
        "lower-secretary": "Rapat itu dipimpin oleh [sekretaris daerah] {person} di pendopo.",
        "lower-minister": "Pada kesempatan itu [menteri] {person} menanam pohon trembesi.",
        "several": "Ketiga [Wali Kota] itu sepakat membagi tugas menjaga sungai.",
        "all": "Semua [Lurah] diminta hadir tepat waktu.",
        "some": "Beberapa [Gubernur] menolak usulan tersebut.",
        "being-one": "Menjadi [Bupati] bukanlah pekerjaan yang mudah.",
    },
}
NAME_PAIRS: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {
    "tune": {
        "agency": (("Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Pekerjaan Umum dan Penata Ruang"),),
        "village-in-two-words": (("Desa Margamulya", "Desa Marga Mulya"),),
        "invented-person": (("Nurhidayat Kusnadi", "Nurhidayat Kusnady"),),
    },
    "test": {
        "agency-letter": (
            ("Badan Perencanaan Pembangunan Daerah", "Badan Perencanan Pembangunan Daerah"),
            ("Dinas Pemberdayaan Masyarakat dan Desa", "Dinas Pemberdayaan Masyrakat dan Desa"),
        ),
        "district-in-two-words": (
            ("Kecamatan Karangjati", "Kecamatan Karang Jati"),
            ("Kelurahan Sukamaju", "Kelurahan Suka Maju"),
        ),
        "village-old-spelling": (("Desa Suryodadi", "Desa Soerjodadi"), ("Desa Jatimulyo", "Desa Djatimulyo")),
        "person-joined": (
            ("Sri Wahyuningtyas", "Sriwahyuningtyas"),
            ("Nur Aini Rahmawati", "Nuraini Rahmawati"),
        ),
        "health-centre": (
            ("Puskesmas Bojongsari", "Puskesmas Bojongsarih"),
            ("SMP Negeri 2 Wanareja", "SMP Negeri 2 Wanarejo"),
        ),
    },
}
NAME_CONTEXTS = (
    ((
        "Kegiatan tersebut melibatkan {name} sejak tahap "
        "persiapan."
    ), "Laporan akhir akan disusun oleh {name} pada akhir bulan."),
    ("Surat undangan telah dikirim kepada {name} pekan lalu.", "Jadwal berikutnya akan diatur bersama {name}."),
    ("Perlengkapan acara dipinjam dari {name}.", "Setelah acara selesai, perlengkapan dikembalikan kepada {name}."),
)  # fmt: skip
