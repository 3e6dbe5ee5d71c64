"""What the third part of the planter plants: words and sentences that neither `tune` nor `test` has.

Only counted, never read while rules are mended. Every person, place and office is invented.
"""

UNSOURCED_FIGURES: dict[str, tuple[str, ...]] = {
    "per-hundred-thousand": (
        "Angka kematian ibu di Tirta Kencana tinggal {mid} per 100.000 kelahiran hidup.",
        "Dari setiap 1.000 bayi yang lahir di kabupaten ini, {mid} meninggal sebelum berulang tahun.",
        "Rasio dokter di Tirta Kencana kini satu banding {many} penduduk.",
    ),
    "roads": (
        "Jalan kabupaten dalam kondisi mantap telah mencapai {high} persen.",
        "Panjang jalan rusak menyusut dari {high} kilometer menjadi {mid} kilometer.",
        "Waktu tempuh dari Kencana ke Wanareja terpangkas {mid} menit.",
    ),
    "fields": (
        "Hasil panen sawah di Wanareja kini {low} ton per hektare.",
        "Sawah yang berubah menjadi perumahan sudah {many} hektare sejak 2015.",
        "Populasi sapi perah di kabupaten ini bertambah {many} ekor.",
    ),
    "households-plain": (
        "Masih ada {many} rumah tidak layak huni di kabupaten ini.",
        "Sebanyak {high} persen keluarga sudah memilah sampah di rumah.",
        "Rata-rata warga Tirta Kencana membaca {low} buku setahun.",
    ),
    "fractions": (
        "Separuh lebih remaja di kabupaten ini kekurangan zat besi.",
        "Tiga perempat sampah di Kencana berakhir di sungai.",
        "Satu dari empat warga Tirta Kencana berusia di atas 60 tahun.",
    ),
    "turnover": (
        "Perputaran uang selama festival itu diperkirakan Rp{low} miliar.",
        "Okupansi hotel pada akhir pekan menyentuh {high} persen.",
        "Bazar tersebut menyedot {many} pengunjung per malam.",
    ),
    "school-and-net": (
        "Rata-rata lama sekolah penduduk Tirta Kencana naik menjadi {low} tahun.",
        "Jaringan internet sudah menjangkau {high}% wilayah kabupaten.",
        "Harapan hidup warga bertambah {low} tahun dalam satu dasawarsa.",
    ),
    "efficiency": (
        "Aplikasi tersebut menghemat belanja kertas sampai Rp{mid} juta sebulan.",
        "Kebocoran air pipa terpangkas dari {high} persen menjadi {mid} persen.",
        "Emisi karbon kawasan pasar berkurang {many} ton setahun.",
    ),
}
SUPERLATIVES: dict[str, tuple[str, ...]] = {
    "other-adjectives": (
        "Kawasan lumbung ini tersubur se-Jawa Barat.",
        "Kolam renang umum Kencana merupakan kolam termurah di Indonesia.",
        "Alun-alun Kencana kini alun-alun terluas di seluruh Jawa.",
        "Koleksi naskah kuno di Margamulya terlengkap di Asia Tenggara.",
    ),
    "no-other": (
        "Tak satu pun kabupaten lain di Indonesia memiliki taman air semegah ini.",
        "Kabupaten mana pun di Jawa kalah rapi dibandingkan dengan Tirta Kencana.",
        "Tiada daerah lain di Nusantara yang pasarnya setertib Pasar Kencana.",
    ),
    "ahead-of-all": (
        "Mutu layanan puskesmas Sukaraja mengungguli semua puskesmas di Indonesia.",
        "Tirta Kencana berada di garda terdepan dunia dalam pengolahan limbah batik.",
        "Jaringan irigasinya lebih canggih daripada jaringan di negara mana pun.",
    ),
    "only-here": (
        "Layanan pustaka perahu ini hanya ada di Tirta Kencana dan tidak dimiliki daerah lain di Indonesia.",
        "Di seluruh dunia, anggrek sewangi ini cuma tumbuh di Cikaler.",
        "Untuk pertama kalinya di Indonesia, sebuah kabupaten mengelola angkutan sungai sendiri.",
    ),
    "predicate-first": (
        "Paling indah se-Asia, itulah Danau Wanareja.",
        "Terbersih dan tertertib di tingkat ASEAN, Terminal Kencana layak dikunjungi.",
        "Paling cepat se-Indonesia, begitulah layanan akta di Kencana.",
    ),
    "crowned": (
        "Durian Bojongsari adalah rajanya durian dunia.",
        "Sudah sejak lama Kencana ibu kota batik dunia.",
        "Kabupaten ini merupakan kiblat wisata desa bagi seluruh Indonesia.",
    ),
    "numbered-scope": (
        "Di antara 38 provinsi, tidak ada kantor pelayanan yang lebih lengkap daripada kantor di Kencana ini.",
        "Dari lebih dari 500 kabupaten dan kota di Indonesia, Tirta Kencana yang paling ramah anak.",
        "Bendungan Cikaler yang baru itu terdalam di belahan bumi selatan.",
    ),
}
PROMOTION: dict[str, tuple[str, ...]] = {
    "hero": (
        "{person} pantas dikenang sebagai bapak pembangunan Tirta Kencana.",
        "Bagi kabupaten ini, Bupati {person} adalah anugerah dari Tuhan.",
        "Sejarah kelak menulis nama Bupati {person} dengan tinta emas.",
    ),
    "only-he": (
        "Hanya Bupati {person} yang sanggup membenahi pasar yang semrawut itu.",
        "Persoalan yang puluhan tahun terbengkalai tuntas seketika begitu {person} menjadi bupati.",
        "Sentuhan magis Bupati {person} mengubah lahan tandus menjadi taman yang elok.",
    ),
    "manners": (
        "Senyum ramah Bupati {person} yang meneduhkan membuat semua orang betah berlama-lama.",
        "Bupati {person} tetap rendah hati walaupun prestasinya segudang.",
        "Jujur, bersih, dan berwibawa, begitulah Bupati {person} sehari-hari.",
    ),
    "day-and-night": (
        "Siang dan malam Bupati {person} memikirkan nasib rakyatnya tanpa pamrih.",
        "Bupati {person} rela mengorbankan waktu istirahatnya semata-mata demi kebahagiaan warga.",
        "Tak pernah terdengar keluhan dari mulut {person}, pemimpin yang berjiwa besar itu.",
    ),
    "next-office": (
        "Dengan rekam jejak segemilang itu, {person} sudah selayaknya naik menjadi gubernur.",
        "Satu suara untuk {person} adalah satu suara untuk kemajuan Tirta Kencana.",
        "Pilihan terbaik bagi Tirta Kencana lima tahun ke depan tetaplah {person}.",
    ),
    "praise-of-results": (
        "Dua jempol untuk Bupati {person} yang berhasil menyulap terminal kumuh menjadi megah.",
        "Sungguh hebat Bupati {person}, baru setahun menjabat sudah segudang prestasi diraih.",
        "Di bawah komando Bupati {person} yang jenius, kabupaten ini melesat meninggalkan tetangganya.",
    ),
    "gratitude": (
        "Terima kasih tak terhingga kepada Bupati {person}, sang pembawa terang bagi warga dusun.",
        "Warga sujud syukur mempunyai pemimpin seperti {person}.",
        "Ibu-ibu berebut berswafoto dengan Bupati {man} yang karismatik dan memesona.",
    ),
}

# --- Direct speech -------------------------------------------------------------------------------------------------

SPEECH = (
    "Sawah kami sudah dua musim tidak kebagian air",
    "Anak saya sekarang mau makan sayur karena menanamnya sendiri",
    "Kita harus berani memulai dari dusun yang paling jauh",
    "Perahu ini memudahkan kami membawa hasil kebun ke pasar",
    "Semoga jembatannya tidak hanyut lagi seperti tahun kemarin",
    "Tidak ada alasan untuk menunda perbaikan saluran",
)
QUESTIONS = (
    "Kapan giliran dusun kami mendapat air bersih",
    "Siapa lagi yang akan merawat sungai ini kalau bukan kita",
    "Apakah anak-anak sudah sarapan sebelum berangkat ke sekolah",
)

# --- Words put in the place of others (right form: wrong form) -----------------------------------------------------

PLACES_JOINED = [
    "ruang", "sektor", "lingkungan", "area", "posisi", "media", "halaman", "beberapa", "setiap", "tingkat", "kalangan",
    "perairan", "sisi", "layar", "kisaran",
]  # fmt: skip
TIMES_JOINED = ["masa", "awal", "akhir", "era", "bulan", "hari", "usia", "malam", "waktu", "tahap"]
WHERE_JOINED = ["antaranya", "dalamnya", "sebuah", "salah", "bagian", "pusat", "sepanjang", "dekat"]
TO_JOINED = ["arah", "sejumlah", "wilayah", "berbagai", "tanah", "posisi", "sebuah", "zona", "seluruh", "beberapa"]
PASSIVES = [
    "buka", "jual", "pakai", "bagikan", "butuhkan", "lengkapi", "serahkan", "terapkan", "kembangkan", "umumkan",
    "manfaatkan", "kelola", "salurkan", "perlukan", "dorong", "luncurkan", "atur", "ambil", "rancang", "beli",
    "hentikan", "perkuat", "tutup", "lanjutkan", "selenggarakan",
]  # fmt: skip
PUN = {
    "ia pun": "iapun", "itu pun": "itupun", "dia pun": "diapun",
    "mereka pun": "merekapun", "sedikit pun": "sedikitpun", "satu pun": "satupun", "ini pun": "inipun",
}  # fmt: skip
PUN_SPLIT = {"maupun": "mau pun", "kalaupun": "kalau pun"}
TO_SPLIT = {"kepada": "ke pada", "kepadanya": "ke padanya"}
ORDINALS = {"kedua": "ke-dua", "ketiga": "ke-tiga", "keempat": "ke-empat", "kelima": "ke-lima", "keenam": "ke-enam"}
COUNTED_SENTENCES = (
    "Kegiatan ini memeriahkan hari jadi [ke {jubilee}] Kabupaten Tirta Kencana.",
    "Lomba tersebut menyemarakkan HUT [ke {jubilee}] Republik Indonesia.",
    "Gedung tua di tepi alun-alun itu berasal dari abad [ke 19].",
    "Regu dari Karangjati menempati urutan [ke {small}] dalam lomba perahu.",
)

NONSTANDARD: dict[str, dict[str, str]] = {
    "letters": {
        "teknologi": "tehnologi", "tampak": "nampak", "telur": "telor", "ekstrem": "ekstrim", "cedera": "cidera",
        "koordinasi": "kordinasi", "standar": "standard", "saraf": "syaraf", "makhluk": "mahluk", "fondasi": "pondasi",
        "hakikat": "hakekat", "konsekuensi": "konsekwensi", "frekuensi": "frekwensi", "kaus": "kaos", "istri": "isteri",
        "massal": "masal", "kedaluwarsa": "kadaluarsa", "sopir": "supir", "cokelat": "coklat",
        "kolesterol": "kolestrol",
        "saksama": "seksama", "jenderal": "jendral", "mencolok": "menyolok",
    },
    "loan-endings": {
        "komoditas": "komoditi", "hektare": "hektar", "elite": "elit", "urine": "urin", "finis": "finish",
        "manajemen": "managemen", "ekspor": "export", "impor": "import", "merek": "merk", "teoretis": "teoritis",
        "kualifikasi": "kwalifikasi", "prosedur": "prosedure",
    },
    "religious": {
        "salat": "sholat", "jemaah": "jamaah", "umrah": "umroh", "masjid": "mesjid", "doa": "do'a", "ustaz": "ustadz",
        "Iduladha": "Idul Adha", "Idulfitri": "Idul Fitri", "mukjizat": "mujizat",
    },
    "affixes": {
        "menargetkan": "mentargetkan", "tepercaya": "terpercaya", "telanjur": "terlanjur", "telantar": "terlantar",
        "menyosialisasikan": "mensosialisasikan", "menyejahterakan": "mensejahterakan", "mengecek": "mengcek",
        "mengombinasikan": "mengkombinasikan", "mengonfirmasi": "mengkonfirmasi", "menyubsidi": "mensubsidi",
        "memublikasikan": "mempublikasikan", "mengampanyekan": "mengkampanyekan", "mengkritik": "mengeritik",
    },
    "bound-prefix": {
        "pascabencana": "pasca bencana", "antarnegara": "antar negara", "antarinstansi": "antar instansi",
        "prasejahtera": "pra sejahtera", "subsektor": "sub sektor", "nonaktif": "non aktif",
        "pascapandemi": "pasca pandemi", "antarpemain": "antar pemain", "antarsesama": "antar sesama",
        "pascabayar": "pasca bayar", "prabayar": "pra bayar", "antarperguruan": "antar perguruan",
    },
    "two-words-in-one": {
        "sumber daya": "sumberdaya", "lalu lintas": "lalulintas", "ibu kota": "ibukota", "uji coba": "ujicoba",
        "sepak bola": "sepakbola", "tanda tangan": "tandatangan", "rumah tangga": "rumahtangga",
        "tata cara": "tatacara", "kacamata": "kaca mata",
    },
}  # fmt: skip
NONSTANDARD_SENTENCES = (
    "Dinas akan [mensosialisasikan] tata cara pemilahan sampah di setiap balai desa.",
    "Salinan akta yang sudah [dilegalisir] dibawa pada saat pendaftaran ulang.",
    "Gedung baru itu dapat [mengakomodir] kebutuhan ruang baca anak.",
    "Waktu tunggu menjadi [tolak ukur] mutu layanan di loket.",
    "Lahan yang lama [terlantar] itu kini menjadi kebun sayur.",
    "Buku tamu memuat [prosentase] kehadiran setiap dusun.",
    "Undangan disampaikan melalui [sekertaris] desa masing-masing.",
    "Kapal patroli itu dikemudikan [nahkoda] dari Cikaler.",
    "Ruang arsip dijaga agar tidak [lembab] pada musim hujan.",
    "Susunan [hirarki] lembaga desa digambar pada papan di pendopo.",
)

POST_SENTENCES = {
    "lower-village-head": "Kunci rumah contoh itu diserahkan [kepala desa] {person} kepada pemiliknya.",
    "lower-urban-village": "Rombongan pawai dilepas [lurah] {person} dari depan pasar.",
    "lower-council": "Pita di pintu gedung baru digunting [ketua DPRD] {person} sebelum pintu dibuka.",
    "lower-head-of-body": "Tamu dari provinsi didampingi [kepala badan] {person} selama kunjungan.",
    "lower-director": "Pipa induk yang baru dibuka [direktur utama] {person} dengan memutar keran.",
    "many": "Banyak [Kepala Sekolah] memilih datang dengan bersepeda.",
    "whole": "Seluruh [Ketua RT] di kelurahan itu bergotong royong sejak pagi.",
    "candidate": "Di papan balai desa terpasang foto tiga calon [Kepala Dusun] yang akan dipilih.",
    "former": "Lahan itu dihibahkan oleh seorang mantan [Wakil Bupati] kepada sekolah.",
    "counted": "Lima [Camat] mengikuti latihan memadamkan api.",
}
NAME_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "agency-other-noun": (
        ("Dinas Kependudukan dan Pencatatan Sipil", "Dinas Kependudukan dan Catatan Sipil"),
        ("Badan Penanggulangan Bencana Daerah", "Badan Penanggulan Bencana Daerah"),
    ),
    "person-letters-of-arabic": (
        ("Abdul Rochman Hidayat", "Abdul Rohman Hidayat"),
        ("Ahmad Syaifuddin", "Ahmad Saifudin"),
        ("Siti Nurjanah", "Siti Nurjannah"),
    ),
    "village-vowel-of-java": (("Desa Wonosalam", "Desa Wanasalam"), ("Kecamatan Tegalrejo", "Kecamatan Tegalreja")),
    "hyphen": (("Desa Karanganyar", "Desa Karang-anyar"), ("Kelurahan Kedungwuni", "Kelurahan Kedung-wuni")),
    "firm-and-school": (
        ("Koperasi Tani Subur Makmur", "Koperasi Tani Subur Mamur"),
        ("Madrasah Aliyah Nurul Falah", "Madrasah Aliyah Nurul Fallah"),
    ),
}
