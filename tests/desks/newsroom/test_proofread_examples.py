"""Faults as press officers make them, one a line ("|" ends a paragraph), and what looks like them and is right."""

from datetime import date

import pytest

from kentongan.desks.newsroom.rules.proofread import proofread

BEFORE = "KENCANA – Peserta menulis di Pendopo Kencana.\n\nPetugas membantu warga sejak pagi.\n\n"
BEHIND = "\n\nRuang tunggu dilengkapi kursi."
DAY = date(2026, 11, 24)

FAULTS = {
    "sums-dont-add": """
Sebanyak 150 peserta hadir, terdiri dari 80 laki-laki dan 60 perempuan.
Total anggaran Rp10 miliar, yakni Rp6 miliar untuk jalan dan Rp3 miliar untuk jembatan.
Hasil survei: 45 persen puas, 30 persen cukup, dan 35 persen tidak puas.
Dari 200 siswa, 120 siswa lulus dan 90 siswa tidak lulus.
Bantuan sebanyak 1.000 paket dibagikan ke tiga kecamatan: 400 paket di Kencana, 300 paket di Wanareja, dan 200 paket di Tirtosari.
Jumlah korban 25 orang, yaitu 10 orang luka berat dan 12 orang luka ringan.
Pendapatan naik 50 persen dari Rp100 juta menjadi Rp120 juta.
Responden terdiri atas 60 persen perempuan dan 50 persen laki-laki.
Sebanyak 75 dari 150 desa (60 persen) sudah terhubung internet.
Rombongan berjumlah 40 orang, 25 guru dan 10 siswa.
Peserta terbagi dalam 5 kelompok, masing-masing 20 orang, sehingga seluruhnya 120 orang.
Dari 500 paket, 320 paket sudah dibagikan sehingga tersisa 200 paket.
Bantuan 342 paket dibagikan kepada 4 kecamatan, masing-masing 75 paket.
Sebanyak 12 unit komputer seharga Rp7 juta per unit dibeli dengan total Rp96 juta.
Jumlah peserta naik 30 orang dari 100 orang menjadi 120 orang.
Jumlah peserta bertambah dari 100 orang menjadi 120 orang atau naik 30 orang.
Peserta 120 orang (70 laki-laki dan 40 perempuan) hadir.
Yang hadir 120 orang terdiri dari 70 laki-laki dan 60 perempuan.
Dari 120 desa, 70 desa sudah berlistrik dan 60 desa belum.
Dari 120 desa, 70 desa sudah berlistrik dan 40 desa belum.
Dari 200 responden, 150 orang atau 65 persen puas.
Harga beras naik dari Rp10.000 menjadi Rp12.000 atau naik 30 persen.
Sebanyak 45 persen warga puas, 35 persen cukup puas, dan sisanya 30 persen tidak puas.
Peserta perempuan 60 orang dan laki-laki 50 orang, sehingga jumlahnya 120 orang.
Sebanyak 300 dari 400 siswa atau 85 persen lulus.
Calon A meraih 1.200 suara dan calon B 1.000 suara, selisih 300 suara.
Anggaran Rp500 juta dibagi untuk 5 desa, masing-masing Rp120 juta.
Kegiatan diikuti 90 peserta, yakni 40 guru, 30 siswa, dan 25 orang tua.
Anggaran itu terdiri atas Rp200 juta untuk jalan, Rp150 juta untuk jembatan, dan Rp100 juta untuk drainase dengan total Rp500 juta.
Total anggaran Rp500 juta: Rp200 juta untuk jalan, Rp150 juta untuk jembatan, Rp100 juta untuk drainase.
Angka kemiskinan turun dari 12 persen menjadi 14 persen.
Dana Rp600 juta cair dalam tiga tahap, masing-masing Rp150 juta.
Dari 80 sekolah, sebanyak 50 sekolah dasar, 20 SMP, dan 15 SMA.
Rincian bantuan:|- Kecamatan A: 120 paket|- Kecamatan B: 80 paket|- Kecamatan C: 50 paket|Jumlah: 260 paket
""",
    "repeated-sentence": """
Kegiatan ini diharapkan meningkatkan kemampuan petugas humas di daerah. Petugas datang. Kegiatan ini diharapkan meningkatkan kemampuan petugas humas di daerah.
""",
    "weekday-mismatch": """
Acara digelar Senin (24/11/2026).
Acara digelar pada Jumat, 17 Agustus 2026.
Rapat akan berlangsung Kamis, 1 Januari 2027.
Acara itu dibuka pada Rabu, 24 November 2026.
Acara itu dibuka Rabu (24/11/2026).
Acara itu dibuka hari Rabu tanggal 24 November 2026.
Acara itu dibuka 24 November 2026 (Rabu).
Acara itu dibuka pada hari Rabu 24/11/2026 pagi.
Acara itu dibuka Rabu, 24-11-2026.
Acara itu dibuka Rabu malam (24/11/2026).
Acara itu dibuka Rabu pagi, 24 November 2026.
Acara itu dibuka Rabu (24/11/26).
Acara itu dibuka Rabu, 24 Nov 2026.
Acara itu dibuka Rabu, 24 Nopember 2026.
Acara itu dibuka rabu, 24 november 2026.
Acara itu dibuka Rabu (24/11).
Acara itu dibuka Rabu, 24/11.
Acara itu dibuka Rabu (24 November 2026).
Acara itu dibuka Rabu tanggal 24 November 2026.
Acara itu dibuka Rabu, tanggal 24 November 2026.
Acara itu dibuka Rabu (24.11.2026).
Acara itu dibuka Jum'at, 24 November 2026.
Acara itu dibuka Rabu (24 November).
Hari/tanggal: Rabu, 24 November 2026
Acara itu dibuka Senin-Rabu, 24-26 November 2026.
Acara itu dibuka RABU, 24 NOVEMBER 2026.
Acara itu dibuka Rabu siang, tanggal 24/11/2026.
Acara itu dibuka pada tanggal 24 November 2026, hari Rabu.
Acara itu dibuka pada 24 November 2026, Rabu pukul 09.00.
Acara itu dibuka Rabu Pon, 24 November 2026.
Acara itu dibuka Rabu Legi (24/11/2026).
Acara itu dibuka Rabu, 24 November tahun 2026.
Acara itu dibuka Rabu tgl 24 November 2026.
Acara itu dibuka Rabu (24 Nov).
Acara itu dibuka pada 24 November 2026 yang jatuh pada hari Rabu.
Acara itu dibuka Rabu ini, 24 November 2026.
Acara itu dibuka Rabu lalu (24/11/2026).
Acara itu dibuka Rabu kemarin (24/11/2026).
Acara itu dibuka Rabu sore WIB, 24 November 2026.
Acara itu dibuka Rabu, tepatnya 24 November 2026.
""",
    "quotation-without-speaker": """
“Pelatihan ini sangat penting bagi kita semua untuk melayani warga.”
""",
    "unclosed-quotation": """
“Kami berharap pelatihan ini bermanfaat, ujar Bupati Wirya Adiguna.
Bupati berkata, "Mari kita jaga kebersihan.
“Kami senang sekali dengan kegiatan ini, kata Bupati Wirya Adiguna.
Kami senang sekali dengan kegiatan ini,” kata Bupati Wirya Adiguna.
"Kami senang sekali dengan kegiatan ini, kata Bupati Wirya Adiguna.
Kami senang sekali dengan kegiatan ini," kata Bupati Wirya Adiguna.
Bupati mengatakan, "Kami senang sekali dengan kegiatan ini.
Bupati mengatakan, “Kami senang sekali dengan kegiatan ini.
“Kami senang sekali dengan kegiatan ini,“ kata Bupati Wirya Adiguna.
”Kami senang sekali dengan kegiatan ini,” kata Bupati Wirya Adiguna.
“Kami senang sekali dengan kegiatan ini,' kata Bupati Wirya Adiguna.
'Kami senang sekali dengan kegiatan ini,” kata Bupati Wirya Adiguna.
"Kami senang sekali dengan kegiatan ini,'' kata Bupati Wirya Adiguna.
“Kami senang sekali dengan kegiatan ini," kata Bupati Wirya Adiguna.
"Kami senang sekali dengan kegiatan ini,” kata Bupati Wirya Adiguna.
Kegiatan bertajuk “Humas Jujur diikuti semua petugas.
Kegiatan bertajuk Humas Jujur” diikuti semua petugas.
“Kami senang. Kami akan datang lagi, ujar Bupati. “Semoga berkah.”
“Kami senang sekali,” kata Bupati. Semoga kegiatan ini berlanjut tahun depan.”
“Kami senang sekali,” kata Bupati. “Semoga kegiatan ini berlanjut tahun depan.
«Kami senang sekali dengan kegiatan ini, kata Bupati.
‘Kami senang sekali dengan kegiatan ini, kata Bupati Wirya Adiguna.
„Kami senang sekali dengan kegiatan ini, kata Bupati Wirya Adiguna.
“Kami senang sekali dengan kegiatan ini, tegas Bupati, “dan berterima kasih.”
""",
    "name-variants": """
Bupati Wirya Adiguna hadir. Menurut Wiria Adiguna, acara itu penting.
Kepala Dinas Kirana Paramitha hadir. Kirana Paramita memberi sambutan.
Sekda Bagas Pranoto membuka acara. Bagas Pranata menutup acara.
Ketua panitia Muhammad Ridwan hadir. Mohammad Ridwan menyampaikan laporan.
Siti Nurhaliza hadir. Ibu Siti Nurhalisa pulang.
Ahmad Fauzi hadir. Achmad Fauzi pulang.
Desa Sukamaju dan Desa Suka Maju dikunjungi.
""",
    "personal-data": """
Penerima bantuan, Siti (NIK 3275014507900001), mengucap syukur.
Hubungi korban di 081234567890.
Warga bernama Budi tinggal di Jalan Melati No. 12 RT 03/RW 05 Kelurahan Kencana.
Nomor KK 3275010101900001 sudah diverifikasi.
Ibu Ani, nomor telepon 0812-9876-5432, kehilangan rumahnya.
Korban beralamat di Jl. Kenanga Nomor 7, Desa Margamulya.
Korban bernama Siti Aminah, NIK 3201014507900003.
Nomor KK keluarga itu 3201011203150007.
Ia tinggal di Perumahan Griya Asri Blok C3 Nomor 5.
Rumah korban berada di Jalan Melati Nomor 12 RT 03 RW 05.
Sumbangan dikirim ke rekening BRI 1234-01-005678-50-9 atas nama Siti.
Nomor rekening pribadinya 0123456789.
Anak itu lahir di Kencana, 5 Mei 2012, dari ibu kandung bernama Sumarni.
Siswa tersebut, Budi (lahir 12 Juni 2013), menangis.
Nomor paspor korban B1234567.
Nomor HP korban 081234567890.
Nomor WhatsApp ibunya +62 812-3456-7890.
Pasien itu bisa dihubungi lewat 0812 3456 7890.
NIK: 32.01.01.450790.0003 atas nama Siti.
NIK 320101 450790 0003 milik korban.
Surel korban siti.aminah90@gmail.com.
Nama ibu kandungnya Sumarni.
Ibu kandung korban, Sumarni, lahir 3 Maret 1970.
Korban beralamat di Dusun Krajan RT 02 RW 01, Desa Margamulya.
Penerima bantuan tinggal di Gang Kenanga No. 3.
Warga Kampung Baru RT 4/RW 2 itu dirawat.
Kartu keluarga nomor 3201011203150007 milik korban hilang.
Rekening Bank Kencana nomor 7012345678 atas nama Budi.
NPWP yang bersangkutan 09.254.294.3-407.000.
Nomor BPJS pasien 0001234567890.
Lahir di Kencana pada 12 Mei 1990, korban bekerja sebagai buruh.
""",
    "di-spelling": """
Acara digelar dikantor bupati.
Kegiatan di laksanakan kemarin.
Buku itu diatas meja.
Warga di minta waspada.
Ia pergi kerumah sakit.
Kegiatan di buka oleh Bupati.
Diantara peserta ada camat.
Acara di mulai pukul 08.00.
Bantuan di berikan kepada warga.
Bantuan di salurkan dinas.
Rapat didalam gedung.
Hal itu di sampaikan Bupati.
""",
    "nonstandard-word": """
Petugas merubah jadwal.
Siswa praktek kerja.
Hubungi nomer ini.
Hasil analisa data.
Aktifitas warga kembali normal.
Resiko bencana tinggi.
Warga antri bantuan.
Ijin usaha dipermudah.
Jadual kegiatan padat.
Bupati menghimbau warga.
Sistim baru dipakai.
Apotik itu buka.
Kwalitas air baik.
Pebruari nanti.
Obyek wisata ramai.
Tehnik baru.
Hutang daerah lunas.
Petugas mensosialisasikan program.
Mensukseskan acara.
Bupati mempengaruhi warga.
Cinderamata diserahkan.
Sekedar informasi.
""",
    "post-capital": """
Acara dibuka bupati Wirya Adiguna.
Menurut wakil gubernur Sekar Lestari hal itu benar.
Para Camat hadir.
Seorang Lurah hadir.
Ia kepala dinas Bagas Pranoto.
Acara itu dihadiri sekretaris daerah Bagas Pranoto.
Acara dihadiri oleh presiden Joko Susilo.
""",
    "promotion": """
Bupati yang merakyat ini selalu dicintai rakyatnya.
Berkat kepemimpinan luar biasa Bupati, daerah maju.
Sosok pemimpin visioner itu memberi harapan.
Bupati Wirya memang pemimpin yang hebat dan bijaksana.
Ini bukti Bupati bekerja tanpa lelah demi rakyat.
Kinerja Bupati sangat luar biasa.
Bupati yang dikenal dekat dengan rakyat itu menyalami warga satu per satu.
Berkat kepemimpinan Bupati Wirya Adiguna, daerah ini maju pesat.
Tidak salah jika warga menyebutnya pemimpin idaman.
Sosok pekerja keras itu kembali menunjukkan kepeduliannya.
Dengan penuh ketulusan, Bupati memeluk anak yatim.
Warga sangat bangga memiliki bupati seperti beliau.
Bupati Wirya Adiguna memang luar biasa.
Tangan dinginnya membuat daerah ini disegani.
Kehadiran beliau selalu dinantikan masyarakat.
Bupati milenial yang cerdas dan energik itu membuka acara.
Di tengah kesibukannya yang padat, Bupati tetap menyempatkan diri menyapa warga.
Sungguh pemimpin yang patut dibanggakan.
Bupati Wirya pantas disebut bapak pembangunan Tirta Kencana.
Kepedulian Bupati terhadap petani sungguh luar biasa.
Bupati Wirya layak melanjutkan kepemimpinannya.
Wirya Adiguna adalah bupati terbaik yang pernah dimiliki Tirta Kencana.
Ketua DPRD yang murah senyum itu membuka acara.
Semua itu tidak lepas dari sentuhan Bupati Wirya.
Masyarakat mengelu-elukan Bupati Wirya.
Pemimpin muda ini sudah membuktikan kemampuannya.
Prestasi gemilang kembali diraih di bawah kepemimpinan Wirya Adiguna.
Bupati Wirya tak henti-hentinya berjuang demi rakyat.
Tidak banyak pemimpin sehebat beliau.
Kebijakan brilian Bupati terbukti menyejahterakan warga.
Hanya Wirya Adiguna yang mampu membawa perubahan.
Sebagai pemimpin yang visioner, ia memikirkan masa depan.
Sosok Wirya dikenal rendah hati dan suka menolong.
Camat yang selalu hadir untuk warga itu meninjau posko.
Warga mencintai bupatinya.
Kepala dinas yang inovatif itu kembali membuat gebrakan.
Beliau adalah pahlawan bagi warga kecil.
Kemampuan Bupati memimpin tidak diragukan lagi.
Kepemimpinan Bupati Wirya membawa angin segar bagi daerah.
Istri bupati yang anggun itu tampil memesona.
Bupati Wirya kembali mencuri perhatian dengan kesederhanaannya.
Warga menaruh harapan besar pada sosok Wirya.
Figur Wirya Adiguna menjadi inspirasi bagi anak muda.
""",
    "unconfirmed-in-crisis": """
Banjir merendam desa. Kabarnya puluhan orang tewas.
Gempa mengguncang Kencana. Diduga ada 50 korban jiwa.
Kebakaran melanda pasar. Konon api berasal dari kompor.
""",
    "unsourced-figure": """
Sebanyak 80 persen warga sudah divaksin.
Anggaran kegiatan Rp5 miliar.
Kegiatan itu menghabiskan dana Rp2,5 miliar.
Korban tewas 12 orang.
""",
    "unsourced-superlative": """
Kabupaten ini terbaik di Indonesia.
Program ini pertama di Indonesia.
Bendungan terbesar se-Asia Tenggara.
Ini daerah paling maju di Jawa.
Jalan itu termulus di kabupaten.
Kabupaten ini kini juara dalam pelayanan publik.
Ini satu-satunya di Indonesia.
Inilah festival kopi terbesar se-Asia Tenggara.
Produksi padi Tirta Kencana tertinggi di provinsi.
Angka stunting Tirta Kencana paling rendah di Pulau Sumatera.
Program ini menjadi percontohan nasional.
Tirta Kencana menjadi yang pertama menerapkan aplikasi itu.
Pelayanan ini nomor satu.
Bendungan itu merupakan bendungan terbesar di Indonesia.
Sekolah itu menjadi sekolah pertama di Indonesia yang memakai energi surya.
Ini merupakan capaian tertinggi dalam lima tahun terakhir.
Capaian itu melampaui semua daerah lain.
RSUD memiliki peralatan paling modern di wilayah timur.
Belum pernah ada acara semeriah ini.
Tidak ada daerah yang lebih maju daripada Tirta Kencana.
Air sungai itu terjernih di Asia.
Kopi itu terbaik di dunia.
Batik itu paling mahal di Indonesia.
Panen kali ini terbanyak sepanjang sejarah.
Pasar itu pasar tradisional terbesar kedua di Jawa.
Ini rekor baru di Indonesia.
Dinas itu meraih peringkat pertama nasional.
Taman itu merupakan taman kota terluas di Sumatera.
Kota ini kota paling layak huni se-Indonesia.
Tirta Kencana lebih unggul dari semua kabupaten.
Kualitas airnya terbaik.
Tak ada yang menandingi kualitas beras Kencana.
Tirta Kencana menjadi kabupaten pertama yang memakai sistem itu.
Inilah pasar ikan termodern di Asia.
Gedung itu tertinggi se-Sumatera.
Kopi Kencana paling enak sedunia.
Ini pertama kalinya dalam sejarah daerah itu.
Pelayanan di sini tak ada duanya.
Kabupaten ini nomor satu se-Indonesia dalam pelayanan.
Puskesmas ini paling lengkap di provinsi.
Kabupaten itu menjadi daerah dengan angka kemiskinan terendah se-Jawa.
Jembatan gantung itu terpanjang di Pulau Sumatera.
Air terjun terindah di Indonesia ada di Wanareja.
Belum ada daerah lain yang memiliki aplikasi seperti ini.
Tidak ada kabupaten lain yang secepat ini.
Festival itu paling meriah sepanjang sejarah.
Kencana adalah satu-satunya kota yang bebas sampah.
Dinas itu tercepat se-Indonesia dalam melayani warga.
Itu rekor tertinggi sepanjang masa.
Kabupaten ini paling aman se-provinsi.
Produk unggulannya sudah mendunia dan tak tertandingi.
Sekolah itu terfavorit di Kencana.
RSUD Kencana merupakan rumah sakit termegah di wilayah selatan.
Hanya di Kencana ada layanan seperti ini.
Desa Margamulya desa tertua di Nusantara.
Pelabuhan itu tersibuk di Indonesia timur.
Program ini yang pertama dan satu-satunya di Indonesia.
Beras Kencana terenak di Indonesia.
Stadion itu berkapasitas terbesar di Asia Tenggara.
Inovasi tersebut belum pernah dilakukan daerah mana pun.
Pertumbuhan ekonominya tertinggi nasional.
Ini kali pertama di Indonesia.
Kota ini terbersih.
Taman itu paling indah.
Waduk terdalam dan terluas di Asia itu mulai diisi.
Perpustakaan itu perpustakaan desa terbaik tingkat nasional.
""",
    "contradicting-figures": """
Pelatihan diikuti 100 peserta. Sebanyak 120 peserta pelatihan mendapat sertifikat.
Anggaran pembangunan jembatan Rp5 miliar. Jembatan itu dibangun dengan anggaran Rp7 miliar.
Sebanyak 15 rumah rusak akibat gempa. Gempa itu merusak 18 rumah.
Acara dihadiri 500 warga. Ratusan warga, tepatnya 450 warga, menghadiri acara itu.
""",
    "repeated-word": """
Kegiatan ini akan akan digelar.
Acara di di pendopo.
Bupati yang yang hadir.
Petugas petugas itu datang.
Acara dibuka oleh oleh Bupati.
Acara dibuka Bupati Bupati Wirya.
Warga Desa Desa Margamulya hadir.
Kegiatan ini ini penting.
Peserta akan akan mendapat sertifikat.
Tirta Kencana Kencana menjadi tuan rumah.
Bantuan untuk untuk warga.
Petugas memberi memberi bantuan.
Hadir Kepala Dinas Dinas Kesehatan.
Acara itu juga juga dihadiri camat.
Warga tidak tidak datang.
Kegiatan di laksanakan di di pendopo.
Sebanyak 20 20 orang hadir.
Wirya Adiguna Adiguna hadir.
Mereka ikut serta ikut serta dalam acara.
Yang Yang hadir adalah warga.
Ruang kelas kelas itu rusak.
""",
    "numeral-spelling": """
Bantuan sebesar 10000 rupiah.
12 orang hadir dalam acara itu.
""",
    "money-spelling": """
Biaya Rp. 50.000 per orang.
Biaya Rp 50.000,- per orang.
""",
    "ordinal-spelling": """
Juara ke 3 diraih Budi.
HUT ke-LXXX RI.
""",
}
RIGHT = {
    "sums-dont-add": """
Yang hadir 150 orang, terdiri atas 80 laki-laki dan 70 perempuan.
Anggarannya Rp10 miliar, antara lain Rp6 miliar untuk jalan dan Rp3 miliar untuk jembatan.
Sebanyak 75 dari 150 desa (50 persen) sudah terhubung internet.
Bantuan 300 paket dibagikan kepada 4 kecamatan, masing-masing 75 paket.
Harga beras naik dari Rp10.000 menjadi Rp12.000 atau naik 20 persen.
Layanan dibuka pukul 10.00 sampai pukul 14.00 atau selama empat jam.
""",
    "weekday-mismatch": """
Acara itu dibuka Selasa (24/11/2026).
Acara itu dibuka 24 November 2026 (Selasa).
Acara itu dibuka 24 November 2026, Rabu (25/11/2026) ditutup.
Acara itu dibuka hari Selasa tanggal 24 bulan November tahun 2026.
""",
    "di-spelling": """
Bantuan dibawa ke dua desa.
Siapa pun boleh datang, meskipun hujan.
Warga tinggal di rumah dan dibantu petugas di sana.
Ia berada di urutan kedua.
""",
    "repeated-word": """
Anak-anak bermain, berlari-lari, lalu pulang.
Petugas berseru, ayo ayo maju.
""",
    "post-capital": """
Acara dibuka Bupati Wirya Adiguna.
Para camat dan setiap kepala desa hadir.
""",
    "personal-data": """
Narahubung: Melati, 0812-3456-7890.
Laporkan ke humas.kencana@gmail.com atau nomor pengaduan 0812-1111-2222.
Kantor Dinas Kesehatan beralamat di Jalan Melati No. 12.
""",
    "name-variants": """
Dian Lestari dan Dina Lestari adalah kakak beradik.
Dinas Kesehatan dan Dinas Kehutanan bekerja sama.
""",
    "promotion": """
Bupati Wirya Adiguna membuka pelatihan dan menyerahkan sertifikat.
“Beliau pemimpin yang visioner,” kata Kirana Paramitha.
""",
    "unsourced-superlative": """
Menurut BPS, angka kemiskinan Tirta Kencana terendah se-Jawa.
Kerusakan itu salah satu yang terparah di Kencana.
""",
    "contradicting-figures": """
Pelatihan diikuti 100 peserta. Tahun lalu 80 peserta ikut.
Jumlah warganya 1.200 jiwa. Sebanyak 300 bibit ditanam warga.
""",
    "unclosed-quotation": """
“Kami berharap pelatihan ini bermanfaat,” ujar Bupati Wirya Adiguna.
Kegiatan bertema “Humas Jujur” itu ‘ramai’ sekali.
""",
}


def lines(table):
    return [(rule, line.replace("|", "\n")) for rule, text in table.items() for line in text.strip().split("\n")]


def found(line):
    text = BEFORE + line + BEHIND
    start, end = len(BEFORE), len(BEFORE) + len(line)
    return {one.rule for one in proofread(text, published=DAY) if one.start < end and start < one.end}


@pytest.mark.parametrize(("rule", "line"), lines(FAULTS))
def test_a_fault_is_found_where_it_stands(rule, line):
    assert rule in found(line)


@pytest.mark.parametrize(("rule", "line"), lines(RIGHT))
def test_what_is_right_is_left_alone(rule, line):
    assert rule not in found(line)
