"""Texts of the fictional office that tests of copying share; every person, place and figure is invented."""

RELEASE = """KENCANA, PROKOPIM – Bupati Tirta Kencana Drs. H. Raden Wirasena, M.Si. membuka Pelatihan Kehumasan bagi 250 \
pranata humas di Pendopo Kabupaten Tirta Kencana, Rabu (5/9/2018).
Pelatihan yang berlangsung tiga hari itu menelan anggaran Rp1,2 miliar dari APBD Kabupaten Tirta Kencana tahun 2018. \
Sebanyak 18 kecamatan mengirim petugasnya, dan 75 persen di antaranya belum pernah mengikuti pelatihan serupa.
"Humas bukan juru foto pejabat. Humas adalah telinga pemerintah yang mendengar keluhan warga sebelum keluhan itu \
menjadi amarah," kata Wirasena dalam sambutannya.
Kepala Dinas Komunikasi dan Informatika Laksmi Padmarini menjelaskan, peserta akan belajar menulis siaran pers, \
memotret kegiatan, dan menjawab pertanyaan wartawan dalam waktu kurang dari dua jam.
"Kami tidak akan menutup data apa pun yang menjadi hak publik, dan setiap angka yang kami sebut harus ada sumbernya," \
ujar Laksmi.
Pemerintah kabupaten menyiapkan lahan seluas 4,5 hektare di Kecamatan Sendang Rejo untuk gedung pusat layanan \
informasi. Pembangunan dimulai pada 12 Maret 2019 dan ditargetkan selesai dalam 14 bulan.
Sekretaris Daerah Bramantyo Adikusuma meminta seluruh perangkat daerah menunjuk satu orang juru bicara paling lambat \
akhir bulan ini. Ia menyebut 32 dari 41 perangkat daerah sudah mengirim nama.
Acara itu dihadiri Kapolres Tirta Kencana AKBP Surya Manggala, Ketua DPRD Ratih Kinasih, serta perwakilan media dari \
Kota Banyu Asri. Pelatihan ditutup pada Jumat (7/9/2018) dengan simulasi jumpa pers.
"""

# (our words, their words, kind): one changed claim each.
CHANGED = (
    ("250 pranata humas", "350 pranata humas", "figure"),
    ("Rp1,2 miliar", "Rp2,1 miliar", "figure"),
    ("Rp1,2 miliar", "Rp1,2 triliun", "figure"),
    ("Rp1,2 miliar", "satu miliar rupiah", "figure"),
    ("18 kecamatan", "delapan kecamatan", "figure"),
    ("75 persen", "57 persen", "figure"),
    ("32 dari 41", "23 dari 41", "figure"),
    ("tiga hari itu", "lima hari itu", "figure"),
    ("dua jam", "tiga jam", "figure"),
    ("4,5 hektare", "4,5 meter persegi", "unit"),
    ("75 persen di antaranya", "75 orang di antaranya", "unit"),
    ("dua jam", "dua hari", "unit"),
    ("Rabu (5/9/2018)", "Kamis (6/9/2018)", "date"),
    ("Rabu (5/9/2018)", "Rabu (12/9/2018)", "date"),
    ("12 Maret 2019", "21 Maret 2019", "date"),
    ("12 Maret 2019", "12 Mei 2019", "date"),
    ("12 Maret 2019", "12 Maret 2020", "date"),
    ("Jumat (7/9/2018)", "Sabtu (8/9/2018)", "date"),
    ("Rabu (5/9/2018)", "Kamis (5/9/2018)", "date"),
    ("4,5 hektare", "45 hektare", "figure"),
    ("kurang dari dua jam", "lebih dari dua jam", "figure"),
    ("Kota Banyu Asri", "Kota Semarang", "place"),
    ("Rp1,2 miliar", "US$1,2 miliar", "unit"),
    ("14 bulan", "14 tahun", "unit"),
    ("Kami tidak akan", "Kami pasti akan", "negation"),
    ("APBD Kabupaten Tirta Kencana", "APBD Provinsi Tirta Kencana", "place"),
    ("Tirta Kencana tahun 2018", "Tirta Kencana tahun 2017", "date"),
    ("Kecamatan Sendang Rejo", "Kecamatan Sendang Mulyo", "place"),
    ("Kota Banyu Asri", "Kota Banyu Wangi", "place"),
    ("di Pendopo Kabupaten Tirta Kencana", "di Aula Kabupaten Tirta Kencana", "place"),
    ("Surya Manggala", "Surya Mandala", "name"),
    ("Ratih Kinasih", "Ratna Kinanti", "name"),
    ("Bramantyo Adikusuma", "Bramantyo Adiwijaya", "name"),
    ("Raden Wirasena", "Raden Wirayuda", "name"),
    ("Sekretaris Daerah Bramantyo", "Asisten Daerah Bramantyo", "title"),
    ("Ketua DPRD", "Wakil Ketua DPRD", "title"),
    ("Kapolres", "Wakapolres", "title"),
    ("– Bupati Tirta", "– Wakil Bupati Tirta", "title"),
    ("Drs. H. Raden Wirasena, M.Si.", "Drs. H. Raden Wirasena, M.H.", "title"),
    ("Kepala Dinas Komunikasi dan Informatika", "Kepala Dinas Pendidikan dan Kebudayaan", "title"),
    ("telinga pemerintah", "corong pemerintah", "quotation"),
    ("mendengar keluhan warga sebelum", "mendengar sebelum", "quotation"),
    ("setiap angka yang kami sebut harus ada sumbernya", "setiap angka yang kami sebut pasti benar", "quotation"),
    ("kata Wirasena", "kata Laksmi", "speaker"),
    ("ujar Laksmi", "ujar Bramantyo", "speaker"),
    ("ujar Laksmi", "ujar Gandhi Prasojo", "speaker"),
    ("Kami tidak akan menutup", "Kami akan menutup", "negation"),
    ("belum pernah mengikuti", "sudah pernah mengikuti", "negation"),
    ("belum pernah mengikuti", "pernah mengikuti", "negation"),
    ("sudah mengirim nama", "belum mengirim nama", "negation"),
    ("Humas bukan juru foto", "Humas juru foto", "negation"),
    ("ditargetkan selesai", "tidak ditargetkan selesai", "negation"),
)

# (our words, their words): the same claim in another dress.
REDRESSED = (
    ("Rp1,2 miliar", "Rp 1.200.000.000"),
    ("Rp1,2 miliar", "satu koma dua miliar rupiah"),
    ("250 pranata humas", "dua ratus lima puluh pranata humas"),
    ("75 persen", "75%"),
    ("75 persen", "tujuh puluh lima persen"),
    ("tiga hari", "3 hari"),
    ("4,5 hektare", "4,5 ha"),
    ("12 Maret 2019", "12/3/2019"),
    ("Rabu (5/9/2018)", "Rabu, 5 September 2018"),
    ("Rabu (5/9/2018)", "Rabu"),
    ("Drs. H. Raden Wirasena, M.Si.", "Raden Wirasena"),
    ("Laksmi Padmarini", "Laksmi"),
    ("Sekretaris Daerah Bramantyo", "Sekda Bramantyo"),
    ("Dinas Komunikasi dan Informatika", "Diskominfo"),
    ("Kepala Dinas Komunikasi dan Informatika", "Kadiskominfo"),
    ("Kecamatan Sendang Rejo", "Kec. Sendangrejo"),
    ("Kami tidak akan", "Kami tak akan"),
    ("Pemerintah kabupaten", "Pemkab"),
    ('"Humas bukan', "“Humas bukan"),
    ("ujar Laksmi.", "tutur Laksmi."),
    ("kata Wirasena dalam", "kata Bupati dalam"),
    ("KENCANA, PROKOPIM –", "KABARKENCANA.ID –"),
    ("Sebanyak 18", "Tercatat 18"),
    ("Ia menyebut", "Bramantyo menyebut"),
)

OTHER = """KENCANA – Panen raya padi di Desa Tegal Arum menghasilkan 6,2 ton gabah kering per hektare, naik dari musim \
lalu. Kepala Dinas Pertanian Gilang Samudra mengatakan, petani memakai benih yang tahan wereng dan pupuk organik dari \
kelompok ternak. Warga berharap harga gabah di tingkat penggilingan tidak turun selama musim panen berlangsung.
Hujan yang turun sejak awal pekan sempat membuat petani khawatir. Namun saluran irigasi yang diperbaiki tahun lalu \
menahan air sehingga sawah tidak terendam. Pemerintah desa mencatat luas lahan yang dipanen mencapai 140 hektare dan \
seluruhnya dikerjakan secara bergotong royong oleh enam kelompok tani.
"Kami senang karena hasilnya baik, tetapi jalan menuju sawah masih rusak dan truk tidak bisa masuk," ujar Sumarni, \
seorang petani. Ia meminta jalan itu diperbaiki sebelum musim tanam berikutnya dimulai.
"""
