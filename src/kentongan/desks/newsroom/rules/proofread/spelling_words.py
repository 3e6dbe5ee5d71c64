"""Word lists of the spelling rules, written for this program from the rules of EYD V and usage in press texts."""

from __future__ import annotations

from kentongan.ground.language.rules.words import words_of

# Places and relations: with "di" and "ke" two words. Words that are verbs as well with "di-" aren't here ("dijalan" is,
# for the verb is "dijalani" or "dijalankan").
PLACES = words_of(
    """atas bawah dalam luar depan belakang sini sana situ mana antara samping sekitar tengah sebelah seberang
    sekeliling hadapan dekat kanan kiri ujung pinggir tepi muka rumah sekolah kantor pasar jalan kota desa
    kampung hotel masjid gedung lapangan kelas kampus toko warung sawah kebun laut pantai sungai gunung hutan
    daerah wilayah lokasi tempat lingkungan kecamatan kabupaten provinsi kelurahan negeri negara dunia dusun
    puskesmas bandara stasiun terminal pelabuhan aula pendopo halaman ruang ruangan kamar dapur bawahnya atasnya
    dalamnya sekitarnya antaranya sampingnya depannya belakangnya luarnya tengahnya bidang tingkat masa bulan
    tahun hari malam pagi siang sore waktu saat era zaman tanah air udara sektor kawasan"""
)
# "keatas", "kedepan": only with these; "ke" makes numerals and nouns with many others.
KE_PLACES = words_of(
    """atas bawah depan belakang sini sana situ mana samping sekitar tengah seberang hadapan dekat rumah sekolah
    kantor pasar jalan kota desa kampung hotel masjid gedung lapangan kampus toko warung sawah laut pantai
    sungai gunung hutan daerah wilayah lokasi tempat kecamatan kabupaten provinsi kelurahan negara negeri
    puskesmas bandara stasiun terminal pelabuhan aula pendopo dalam depannya atasnya bawahnya"""
)

# Roots that with "di" mean something is done to somebody; none of them names a place.
DONE = words_of(
    """ambil bawa beri buat buka tutup tangkap tahan lihat minta kirim terima pakai pukul tembak bunuh culik curi
    rampok tabrak tanya jawab jaga rawat obati periksa ukur hitung catat tulis baca cetak bagi jual beli bayar
    sewa pinjam pilih pimpin pandu undang ajak panggil antar jemput sambut hormati dukung bantu tolong dorong
    tarik angkat turunkan pasang bongkar bangun rusak bakar siram tanam panen olah masak makan minum potong gali
    susun atur urus kelola awasi pantau tinjau kunjungi gelar adakan laksanakan lakukan mulai selesaikan tunda
    batalkan tetapkan putuskan sahkan lantik copot pecat hukum denda vonis tuntut dakwa sidang gugat duga nilai
    anggap sebut kenal ingat lupakan cari temukan dapat peroleh capai raih rebut kalahkan serang pertahankan
    sampaikan umumkan jelaskan terangkan katakan ungkapkan dengar tonton rekam foto unggah unduh sebar siar
    kabarkan resmikan tandatangani serahkan salurkan bagikan berikan gunakan manfaatkan jadikan buatkan
    tingkatkan ganti ubah perbaiki perbarui tambah kurangi hapus simpan sita amankan evakuasi selamatkan larang
    izinkan wajibkan haruskan harapkan inginkan butuhkan perlukan syaratkan cegah tangani atasi hadapi alami
    rasakan derita lindungi isi kosongi muat kemas bungkus ikat jahit cuci sapu pel bersihkan sebarkan tempuh
    lalui lewati lintasi ikuti hadiri saksikan buktikan uji coba latih ajar didik bina bimbing arahkan tuding
    tuduh fitnah hina puji cela kritik tegur tipu tikam tusuk aniaya perkosa siksa usir gusur relokasi pindah
    geser dpt dapatkan kuasai pahami ketahui sadari akui setujui tolak bantah benarkan tegaskan tekankan
    dampingi temani iringi lengkapi dasari landasi latarbelakangi pengaruhi sebabkan akibatkan picu timbulkan
    hasilkan produksi ciptakan rancang desain rencanakan programkan anggarkan alokasikan gelontorkan kucurkan
    cairkan terapkan berlakukan jalankan operasikan fungsikan aktifkan luncurkan perkenalkan promosikan pasarkan
    tawarkan"""
)
# Behind a separate "di" these are read as places, things or persons: never marked.
NOT_DONE = words_of(
    "kali muka hari masa bumi kaki hati kami kita mereka sini hulu sisi nadi padi pagi jari peti api"
    " asi ari mimpi materi kursi sidang hukum tepi foto "
)

# Not standard -> standard (KBBI VI). Forms that are also names, or standard in another sense, aren't here.
_STANDARD = """
praktek=praktik; prakteknya=praktiknya; dipraktekkan=dipraktikkan; mempraktekkan=mempraktikkan; nomer=nomor;
bernomer=bernomor; analisa=analisis; analisanya=analisisnya; menganalisa=menganalisis; dianalisa=dianalisis;
penganalisaan=penganalisisan; ijin=izin; ijinnya=izinnya; perijinan=perizinan; diijinkan=diizinkan;
mengijinkan=mengizinkan; seijin=seizin; berijin=berizin; aktifitas=aktivitas; kreatifitas=kreativitas;
produktifitas=produktivitas; efektifitas=efektivitas; sportifitas=sportivitas; objektifitas=objektivitas;
obyektifitas=objektivitas; relatifitas=relativitas; sensitifitas=sensitivitas; inovatifitas=inovativitas;
resiko=risiko; resikonya=risikonya; beresiko=berisiko; apotik=apotek; jadual=jadwal; dijadualkan=dijadwalkan;
terjadual=terjadwal; kwalitas=kualitas; berkwalitas=berkualitas; kwantitas=kuantitas; kwitansi=kuitansi;
kwartal=kuartal; frekwensi=frekuensi; konsekwensi=konsekuensi; konsekwen=konsekuen; sistim=sistem; tehnik=teknik;
tehnis=teknis; tehnologi=teknologi; propinsi=provinsi; obyek=objek; obyektif=objektif; subyek=subjek;
subyektif=subjektif; hadist=hadis; konkrit=konkret; kongkrit=konkret; kongkret=konkret; sekedar=sekadar;
sekedarnya=sekadarnya; silahkan=silakan; dipersilahkan=dipersilakan; mempersilahkan=mempersilakan; antri=antre;
antrian=antrean; mengantri=mengantre; atlit=atlet; lobang=lubang; nampak=tampak; nampaknya=tampaknya; rejeki=rezeki;
jaman=zaman; karir=karier; standarisasi=standardisasi; terstandarisasi=terstandardisasi; trampil=terampil;
ketrampilan=keterampilan; faham=paham; difahami=dipahami; memfahami=memahami; hakekat=hakikat;
hakekatnya=hakikatnya; himbau=imbau; himbauan=imbauan; menghimbau=mengimbau; dihimbau=diimbau; tauladan=teladan;
ketauladanan=keteladanan; cinderamata=cendera mata; nafas=napas; bernafas=bernapas; pernafasan=pernapasan;
kaos=kaus; lembab=lembap; kelembaban=kelembapan; telor=telur; raport=rapor; jum'at=Jumat; jendral=jenderal;
komplek=kompleks; prosentase=persentase; difinisi=definisi; essensi=esensi; effektif=efektif; effisien=efisien;
effisiensi=efisiensi; aktip=aktif; pasip=pasif; positip=positif; negatip=negatif; kreatip=kreatif;
produktip=produktif; efektip=efektif; alternatip=alternatif; legalisir=legalisasi; dilegalisir=dilegalisasi;
mengkoordinir=mengoordinasi; dikoordinir=dikoordinasi; mengkoordinasikan=mengoordinasikan;
mengkoordinasi=mengoordinasi; pengkoordinasian=pengoordinasian; mengorganisir=mengorganisasi;
terorganisir=terorganisasi; mengakomodir=mengakomodasi; diakomodir=diakomodasi; terakomodir=terakomodasi;
merealisir=merealisasi; menetralisir=menetralisasi; dinetralisir=dinetralisasi; kementrian=kementerian;
pengrajin=perajin; pengrusakan=perusakan; perduli=peduli; memperdulikan=memedulikan; mempedulikan=memedulikan;
terlanjur=telanjur; terlantar=telantar; diterlantarkan=ditelantarkan; menterlantarkan=menelantarkan; milyar=miliar;
milyard=miliar; miliard=miliar; milyaran=miliaran; trilyun=triliun; triliyun=triliun; trilyunan=triliunan;
pebruari=Februari; nopember=November; walikota=wali kota; ibukota=ibu kota; orangtua=orang tua;
terimakasih=terima kasih; kerjasama=kerja sama; bekerjasama=bekerja sama; tandatangan=tanda tangan;
tanggungjawab=tanggung jawab; bertanggungjawab=bertanggung jawab; sepakbola=sepak bola; beritahu=beri tahu;
diberitahu=diberi tahu; memberitahu=memberi tahu; lalulintas=lalu lintas; ujicoba=uji coba;
serahterima=serah terima; matahati=mata hati; mahluk=makhluk; ahir=akhir; ahirnya=akhirnya; terahir=terakhir;
bathin=batin; ilmiyah=ilmiah; alamiyah=alamiah; rohaniyah=rohaniah; sholat=salat; shalat=salat; ustadz=ustaz;
ustad=ustaz; mesjid=masjid; musholla=musala; mushola=musala; mushalla=musala; adzan=azan; dzikir=zikir; do'a=doa;
berdo'a=berdoa; ma'af=maaf; fikir=pikir; fikiran=pikiran; difikirkan=dipikirkan; memfikirkan=memikirkan;
handal=andal; kehandalan=keandalan; dihandalkan=diandalkan; hutang=utang; berhutang=berutang; himpit=impit;
berhimpitan=berimpitan; hisap=isap; menghisap=mengisap; dihisap=diisap; elit=elite; moderen=modern; detil=detail;
mendetil=mendetail; survey=survei; disurvey=disurvei; mensurvey=menyurvei; konperensi=konferensi;
hipotesa=hipotesis; diagnosa=diagnosis; didiagnosa=didiagnosis; metoda=metode; katagori=kategori; otentik=autentik;
aksesoris=aksesori; sertipikat=sertifikat; ijasah=ijazah; rapih=rapi; merapihkan=merapikan; tentram=tenteram;
ketentraman=ketenteraman; seksama=saksama; supir=sopir; syaraf=saraf; disyahkan=disahkan; mensyahkan=mengesahkan;
azas=asas; berazaskan=berasaskan; ekstrim=ekstrem; fotocopy=fotokopi; photo=foto; hektar=hektare; hirarki=hierarki;
jenasah=jenazah; jerigen=jeriken; kadaluarsa=kedaluwarsa; kadaluwarsa=kedaluwarsa; kaedah=kaidah; kharisma=karisma;
komoditi=komoditas; kuatir=khawatir; dikuatirkan=dikhawatirkan; merk=merek; bermerk=bermerek; nahkoda=nakhoda;
nasehat=nasihat; menasehati=menasihati; penasehat=penasihat; paska=pasca; pondasi=fondasi; sekertaris=sekretaris;
sekertariat=sekretariat; spritual=spiritual; stress=stres; vidio=video; urin=urine; kabuapaten=kabupaten;
kabupeten=kabupaten; kecematan=kecamatan; pelaksaan=pelaksanaan; pelaksanan=pelaksanaan; pemeritah=pemerintah;
pemerintan=pemerintah; masyarakt=masyarakat; mayarakat=masyarakat; tehadap=terhadap; sehinga=sehingga; hinga=hingga;
sementra=sementara; pembangunaan=pembangunan; perhatiaan=perhatian; bahwasannya=bahwasanya;
di antarnya=di antaranya; cuman=cuma; gimana=bagaimana; ngga=tidak; nggak=tidak; dpt=dapat; yg=yang; dgn=dengan;
utk=untuk; tdk=tidak; krn=karena; sdh=sudah; blm=belum; spy=supaya; bhw=bahwa; pd=pada; jg=juga; dlm=dalam;
thn=tahun
"""


def _table(listed: str) -> dict[str, str]:
    pairs = (pair.split("=") for pair in listed.replace("\n", " ").split(";"))
    return {wrong.strip(): right.strip() for wrong, right in pairs if wrong.strip() != right.strip()}


STANDARD = _table(_STANDARD)
# In a quotation these are how somebody spoke.
SPOKEN = words_of("nggak ngga gimana cuman")

# A prefix joined wrongly: me- melts a root's first k, p, s, t; before r and l it stands alone (EYD V, KBBI VI).
PREFIXES = _table(
    """
merubah=mengubah; dirubah=diubah; merubahnya=mengubahnya; dirubahnya=diubahnya; perobahan=perubahan;
merobah=mengubah; berobah=berubah; mensukseskan=menyukseskan; mensosialisasikan=menyosialisasikan;
mensejahterakan=menyejahterakan; mensubsidi=menyubsidi; mentaati=menaati; mentertibkan=menertibkan;
mentargetkan=menargetkan; menterjemahkan=menerjemahkan; mentolerir=menoleransi; mentradisikan=menradisikan;
mempesona=memesona; mempengaruhi=memengaruhi; memperkosa=memerkosa; mempercayai=memercayai;
mempopulerkan=memopulerkan; mempublikasikan=memublikasikan; mempublikasi=memublikasi; menpublik=memublikasikan;
mempraktikkan=memraktikkan; mempidanakan=memidanakan; mempihak=memihak; mengkonsumsi=mengonsumsi;
mengkonfirmasi=mengonfirmasi; mengkampanyekan=mengampanyekan; mengkombinasikan=mengombinasikan;
mengkomunikasikan=mengomunikasikan; mengkondisikan=mengondisikan; mengkonsolidasikan=mengonsolidasikan;
mengkategorikan=mengategorikan; mengkalkulasi=mengalkulasi; mengkelola=mengelola; mengkaitkan=mengaitkan;
mengkambinghitamkan=mengambinghitamkan; mengkonversi=mengonversi; mengkonsep=mengonsep; mengkoreksi=mengoreksi;
mengkurangi=mengurangi; mensinyalir=menyinyalir; mensurvei=menyurvei; mensuplai=menyuplai;
mensimulasikan=menyimulasikan; mensortir=menyortir; mensinergikan=menyinergikan; mensinkronkan=menyinkronkan;
mensosialisasi=menyosialisasi; mensolusikan=menyolusikan; mensponsori=menyponsori; mensetting=menyetel;
mensiasati=menyiasati; mensikapi=menyikapi; mensupport=mendukung; mensuport=mendukung; mentabulasi=menabulasi;
mentafsirkan=menafsirkan; menterapkan=menerapkan; mentenangkan=menenangkan; mensekolahkan=menyekolahkan;
mensahkan=mengesahkan; merehab=merehabilitasi; melola=mengelola; mengetrapkan=menerapkan; diketemukan=ditemukan;
mengenyampingkan=mengesampingkan; mengketahui=mengetahui; menyolok=mencolok; pengetrapan=penerapan;
pentahapan=penahapan; pensejahteraan=penyejahteraan; pensosialisasian=penyosialisasian;
pengkonsumsian=pengonsumsian; pentaatan=penaatan; dipungkiri=dimungkiri; diperdayai=diperdaya;
memperlengkap=melengkapi
"""
)
# The Language Board itself uses both; KBBI VI leads from these to the other.
_CONTESTED = words_of("mentradisikan mempraktikkan mensponsori mensolusikan mensinyalir memperlengkap diperdayai")
PREFIXES = {wrong: right for wrong, right in PREFIXES.items() if wrong not in _CONTESTED}
