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
    tahun hari malam pagi siang sore waktu saat era zaman tanah air udara sektor kawasan seluruh setiap semua
    beberapa sejumlah berbagai sebuah salah sepanjang seputar sela akhir awal luarnya kalangan pihak sisi bagian
    kantong internet media televisi radio koran lingkup balik bandar dermaga kolam kandang teras lobi lantai
    pelosok penjuru penghujung perbatasan perairan permukiman perumahan pusat poliklinik posko gereja pura
    vihara stadion panggung podium meja dinding pesisir lereng lembah rawa waduk bendungan jembatan trotoar
    halte parkiran gudang pabrik perusahaan bengkel pondok asrama perpustakaan laboratorium museum taman
    alun-alun masyarakat mana-mana mata hati tangan"""
)
# "keatas", "kedepan": only with these; "ke" makes numerals and nouns with many others.
KE_PLACES = words_of(
    """atas bawah depan belakang sini sana situ mana samping sekitar tengah seberang hadapan dekat rumah sekolah
    kantor pasar jalan kota desa kampung hotel masjid gedung lapangan kampus toko warung sawah laut pantai
    sungai gunung hutan daerah wilayah lokasi tempat kecamatan kabupaten provinsi kelurahan negara negeri
    puskesmas bandara stasiun terminal pelabuhan aula pendopo dalam depannya atasnya bawahnya seluruh setiap semua
    beberapa sejumlah berbagai sebuah lapangan halaman ruang ruangan kamar kelas luar dunia lingkungan kelurahan
    posko gereja stadion panggung podium pesisir waduk bendungan jembatan gudang perusahaan asrama taman pelosok
    penjuru pusat dalamnya"""
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
# "-pun" is joined in these twelve and no others (EYD V).
PUN = words_of("ada andai atau bagaimana biar kalau kendati mau meski sungguh walau")
# Words that "pun" must not be joined to; "sekalipun" has two meanings, so it isn't here.
NOT_PUN = words_of(
    """siapa apa itu ini dia mereka kami kita saya aku kamu ia mana kapan dimana hal hari orang seorang satu sedikit
    warga anak ibu bapak pihak beliau begitu demikian lalu akhirnya belum tidak sampai hingga jadi masih sama tetap
    harga hasil jumlah rumah uang kemudian nya semua baru sebelum sesudah setelah maka berapa seperti"""
)
NUMBERS = words_of("dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
# Behind "ke dua" these are goals: "ke dua desa".
GOALS = words_of(
    """desa kota negara lokasi tempat titik kecamatan sekolah rumah provinsi pulau arah kabupaten wilayah daerah pasar
    masjid kelompok orang pihak tim klub kapal mobil bank rekening perusahaan kampus universitas puskesmas kelurahan
    gudang posko stadion bandara pelabuhan negeri dusun kampung lapangan kelas bagian belas puluh ratus ribu besar
    anak cabang"""
)

# Behind a separate "di" these are read as places, things or persons: never marked.
NOT_DONE = words_of(
    "kali muka hari masa bumi kaki hati kami kita mereka sini hulu sisi nadi padi pagi jari peti api"
    " asi ari mimpi materi kursi sidang hukum tepi foto "
)

# Not standard -> standard (KBBI VI). Forms that are also names, or standard in another sense, aren't here.
_STANDARD = """
absorbsi=absorpsi; adpis=advis; adzan=azan; agamis=agamais; ahir=akhir; ahirnya=akhirnya; ajeg=ajek; akherat=akhirat;
aksesoris=aksesori; akte=akta; aktifitas=aktivitas; aktip=aktif; aktipis=aktivis; aktiv=aktif; alamiyah=alamiah;
alternatip=alternatif; amandemen=amendemen; amandir=amendemen; ambulan=ambulans; analisa=analisis;
analisanya=analisisnya; angaran=anggaran; anggran=anggaran; antene=antena; antri=antre; antrian=antrean;
apostrop=apostrof; apotik=apotek; apreasiasi=apresiasi; asazi=asasi; ashar=asar; atlit=atlet; atmosfir=atmosfer;
azas=asas; azasi=asasi; bahwasannya=bahwasanya; bangkrap=bangkrut; bantaun=bantuan; batalyon=batalion; bathin=batin;
bekerjasama=bekerja sama; berazaskan=berasaskan; berdo'a=berdoa; beresiko=berisiko; berfikir=berpikir;
berhimpitan=berimpitan; berhutang=berutang; berijin=berizin; beritahu=beri tahu; berkordinasi=berkoordinasi;
berkwalitas=berkualitas; bermerk=bermerek; bernafas=bernapas; bernomer=bernomor; berolah raga=berolahraga;
bersukur=bersyukur; bertanggungjawab=bertanggung jawab; bertangung=bertanggung; bhw=bahwa; bis=bus; blanko=blangko;
blm=belum; bolpoint=bolpoin; cabe=cabai; cendikiawan=cendekiawan; cengkeh=cengkih; cidera=cedera; cindera mata=cendera
mata; cinderamata=cendera mata; coklat=cokelat; contekan=sontekan; cuman=cuma; debet=debit; dekrit=dekret;
deterjen=detergen; detil=detail; dgn=dengan; dhuha=duha; dhuhur=zuhur; di antarnya=di antaranya; diagnosa=diagnosis;
diakomodir=diakomodasi; dianalisa=dianalisis; dianggarakan=dianggarkan; diberitahu=diberi tahu; dicontek=disontek;
didiagnosa=didiagnosis; didisain=didesain; difahami=dipahami; difikirkan=dipikirkan; difinisi=definisi;
dihandalkan=diandalkan; dihimbau=diimbau; dihisap=diisap; diijinkan=diizinkan; dijadualkan=dijadwalkan;
dikoordinir=dikoordinasi; dikuatirkan=dikhawatirkan; dilegalisir=dilegalisasi; dimobilisir=dimobilisasi;
dinetralisir=dinetralisasi; dipersilahkan=dipersilakan; dipraktekkan=dipraktikkan; diproklamirkan=diproklamasikan;
direspon=direspons; disain=desain; disampikan=disampaikan; diselengarakan=diselenggarakan; diskripsi=deskripsi;
disurvey=disurvei; disyahkan=disahkan; diterlantarkan=ditelantarkan; dlm=dalam; do'a=doa; dollar=dolar; do’a=doa;
dpt=dapat; dukugan=dukungan; dzikir=zikir; dzuhur=zuhur; efektifitas=efektivitas; efektip=efektif; efektiv=efektif;
effektif=efektif; effisien=efisien; effisiensi=efisiensi; eksport=ekspor; ekstrim=ekstrem; elit=elite;
emosionil=emosional; enerji=energi; esei=esai; essensi=esensi; faham=paham; faksin=vaksin; familier=familiar;
fihak=pihak; fikir=pikir; fikiran=pikiran; filem=film; fitsal=futsal; formil=formal; fotocopy=fotokopi;
frekwensi=frekuensi; fungsionil=fungsional; gallon=galon; gimana=bagaimana; glamour=glamor; gubug=gubuk; hadist=hadis;
hakekat=hakikat; hakekatnya=hakikatnya; handal=andal; hapal=hafal; hektar=hektare; hembus=embus; hempas=empas;
hidrolik=hidraulik; himbau=imbau; himbauan=imbauan; himpit=impit; hinga=hingga; hipotesa=hipotesis; hipotik=hipotek;
hirarki=hierarki; hisap=isap; hisapan=isapan; hutang=utang; ibukota=ibu kota; idiil=ideal; idul adha=Iduladha; idul
fitri=Idulfitri; ijasah=ijazah; ijin=izin; ijinkan=izinkan; ijinnya=izinnya; ijtima=ijtimak; ikhlash=ikhlas;
iklas=ikhlas; ilmiyah=ilmiah; imajinir=imajiner; imformasi=informasi; import=impor; infomasi=informasi;
informsi=informasi; infra struktur=infrastruktur; inovatifitas=inovativitas; instropeksi=introspeksi;
instuisi=intuisi; insyaf=insaf; intropeksi=introspeksi; intruksi=instruksi; investigir=investigasi; isya'=isya;
jadual=jadwal; jagad=jagat; jaman=zaman; jenasah=jenazah; jendral=jenderal; jerigen=jeriken; jg=juga; jum'at=Jumat;
jum'atan=jumatan; juma't=Jumat; jum’at=Jumat; kabuapaten=kabupaten; kabupeten=kabupaten; kabupten=kabupaten;
kadaluarsa=kedaluwarsa; kadaluwarsa=kedaluwarsa; kadernisasi=kaderisasi; kaedah=kaidah; kangker=kanker; kaos=kaus;
karir=karier; karisidenan=keresidenan; karna=karena; katagori=kategori; katagorisasi=kategorisasi; katapel=ketapel;
katolog=katalog; kecamtan=kecamatan; kecematan=kecamatan; kegiatn=kegiatan; kegitan=kegiatan; kehandalan=keandalan;
kelembaban=kelembapan; kelurhan=kelurahan; kementrian=kementerian; kendor=kendur; keputasan=keputusan; kerjasama=kerja
sama; kerjasamanya=kerja samanya; kerjsama=kerja sama; kesehtan=kesehatan; ketauladanan=keteladanan;
ketentraman=ketenteraman; ketrampilan=keterampilan; kharisma=karisma; kholesterol=kolesterol; khusuk=khusyuk;
klab=klub; klas=kelas; kolektip=kolektif; komersialisir=komersialisasi; komersiil=komersial; komersil=komersial;
komoditi=komoditas; komplek=kompleks; kompliment=komplemen; komplit=komplet; kondite=konduite; konggres=kongres;
kongkret=konkret; kongkrit=konkret; konkrit=konkret; konperensi=konferensi; konsekwen=konsekuen;
konsekwensi=konsekuensi; kontigen=kontingen; kontinyu=kontinu; koordinir=koordinasi; koordinsi=koordinasi;
kopor=koper; kordinasi=koordinasi; kordinator=koordinator; korsluiting=korsleting; kreatifitas=kreativitas;
kreatip=kreatif; kreatipitas=kreativitas; kreativ=kreatif; kriminil=kriminal; krn=karena; krupuk=kerupuk;
kualtas=kualitas; kuatir=khawatir; kunsultasi=konsultasi; kwalitas=kualitas; kwantitas=kuantitas; kwartal=kuartal;
kwitansi=kuitansi; kwitansinya=kuitansinya; lahat=lahad; lalulintas=lalu lintas; lansekap=lanskap; latian=latihan;
legalisir=legalisasi; lembab=lembap; lobang=lubang; lokakaria=lokakarya; loyalitet=loyalitas; ma'af=maaf;
maghrib=magrib; mahluk=makhluk; managemen=manajemen; mantab=mantap; masal=massal; masayarakat=masyarakat;
massif=masif; masyarakt=masyarakat; masyarkat=masyarakat; matahati=mata hati; materai=meterai; materil=materiel;
mayarakat=masyarakat; memantabkan=memantapkan; memberitahu=memberi tahu; memfahami=memahami; memfikirkan=memikirkan;
memotifasi=memotivasi; memparkir=memarkir; mempedulikan=memedulikan; memperdulikan=memedulikan;
memperhatiin=memperhatikan; mempersilahkan=mempersilakan; mempraktekkan=mempraktikkan;
memproklamirkan=memproklamasikan; menasehati=menasihati; mencontek=menyontek; mendetil=mendetail; mendisain=mendesain;
menejemen=manajemen; menejer=manajer; menetralisir=menetralisasi; mengakomodir=mengakomodasi;
menganalisa=menganalisis; mengantri=mengantre; mengapreasi=mengapresiasi; mengapresisasi=mengapresiasi;
mengatakn=mengatakan; mengeksport=mengekspor; mengendorkan=mengendurkan; menghapal=menghafal;
menghembuskan=mengembuskan; menghempas=mengempas; menghimbau=mengimbau; menghisap=mengisap; mengijinkan=mengizinkan;
mengimport=mengimpor; mengkoordinasi=mengoordinasi; mengkoordinasikan=mengoordinasikan; mengkoordinir=mengoordinasi;
mengkordinasikan=mengoordinasikan; mengorganisir=mengorganisasi; mensurvey=menyurvei; mensyahkan=mengesahkan;
menterlantarkan=menelantarkan; menyampikan=menyampaikan; menyelengarakan=menyelenggarakan; menyolokkan=mencolokkan;
merapihkan=merapikan; merealisir=merealisasi; merespon=merespons; merk=merek; mesjid=masjid; meterei=meterai;
methode=metode; metoda=metode; mikropon=mikrofon; miliard=miliar; milyar=miliar; milyaran=miliaran; milyard=miliar;
mobilisir=mobilisasi; moderen=modern; motifasi=motivasi; motip=motif; mushalla=musala; mushola=musala;
musholla=musala; musium=museum; nafas=napas; nahkoda=nakhoda; nampak=tampak; nampaknya=tampaknya; nara
sumber=narasumber; nasehat=nasihat; nasionalisir=nasionalisasi; negatip=negatif; netralisir=netralisasi; ngga=tidak;
nggak=tidak; nomer=nomor; nopember=November; nopen=November; objektifitas=objektivitas; objektip=objektif;
obyek=objek; obyektif=objektif; obyektifitas=objektivitas; olah raga=olahraga; omset=omzet; operasionil=operasional;
orangtua=orang tua; orginal=orisinal; orisinil=orisinal; otentik=autentik; otomatik=otomatis; ozone=ozon;
panitra=panitera; parlement=parlemen; pasca panen=pascapanen; pasen=pasien; pasip=pasif; paska=pasca; passif=pasif;
paviliyun=paviliun; pd=pada; pebruari=Februari; pegadaean=pegadaian; pelaksaan=pelaksanaan; pelaksanan=pelaksanaan;
pelayannan=pelayanan; pembanguan=pembangunan; pembangunaan=pembangunan; pemerinta=pemerintah; pemerintan=pemerintah;
pemeritah=pemerintah; pemrintah=pemerintah; penasehat=penasihat; pendidkan=pendidikan; penganalisaan=penganalisisan;
pengkoordinasian=pengoordinasian; penglepasan=pelepasan; pengrajin=perajin; pengrusakan=perusakan;
peningkatn=peningkatan; penyelengaraan=penyelenggaraan; penyelenggraan=penyelenggaraan; penyerhan=penyerahan;
perangko=prangko; perduli=peduli; perhatiaan=perhatian; perijinan=perizinan; pernafasan=pernapasan; personil=personel;
pesrta=peserta; photo=foto; pilem=film; pologami=poligami; pondasi=fondasi; positip=positif; positiv=positif;
praktek=praktik; prakteknya=praktiknya; prihal=perihal; primair=primer; prinsipil=prinsipiel;
produktifitas=produktivitas; produktip=produktif; profesionil=profesional; professi=profesi; professor=profesor;
proffesional=profesional; progam=program; proklamir=proklamasi; propesi=profesi; propesional=profesional;
propinsi=provinsi; proram=program; prosentase=persentase; publisiti=publisitas; qur'an=Al-Qur’an; ramadhan=Ramadan;
rame=ramai; rangking=ranking; rapih=rapi; raport=rapor; rasionil=rasional; realita=realitas; reformir=reformasi;
rejeki=rezeki; relatifitas=relativitas; remidi=remedi; resiko=risiko; resikonya=risikonya; respon=respons;
rohaniyah=rohaniah; rubah=ubah; rubahan=ubahan; samudera=samudra; saos=saus; sdh=sudah; sehinga=sehingga;
seijin=seizin; sekedar=sekadar; sekedarnya=sekadarnya; sekertariat=sekretariat; sekertaris=sekretaris;
seketariat=sekretariat; seketaris=sekretaris; seksama=saksama; selektip=selektif; sementra=sementara;
sensitifitas=sensitivitas; sentausa=sentosa; sepakbola=sepak bola; seprei=seprai; serahterima=serah terima;
sertipikat=sertifikat; shalat=salat; shaum=saum; sholat=salat; shubuh=subuh; silahkan=silakan;
silaturrahim=silaturahmi; silaturrahmi=silaturahmi; simptom=simtom; sintesa=sintesis; sirine=sirene; sistim=sistem;
sistimatika=sistematika; sistimatis=sistematis; sodara=saudara; sorga=surga; sosialisir=sosialisasi;
sportifitas=sportivitas; spritual=spiritual; spy=supaya; standard=standar; standarisasi=standardisasi;
standart=standar; stress=stres; subyek=subjek; subyektif=subjektif; sukur=syukur; sumberdaya=sumber daya; supir=sopir;
suplay=suplai; surban=sorban; survai=survei; survey=survei; syah=sah; syaraf=saraf; tahta=takhta; takhluk=takluk;
tanda tangani=tandatangani; tandatangan=tanda tangan; tangal=tanggal; tanggungjawab=tanggung jawab; tangung=tanggung;
tapsir=tafsir; tauladan=teladan; taxi=taksi; tdk=tidak; tehadap=terhadap; tehnik=teknik; tehnis=teknis;
tehnologi=teknologi; telor=telur; tentram=tenteram; teoritik=teoretis; teoritis=teoretis; terahir=terakhir;
terakomodir=terakomodasi; terimah=terima; terimakasih=terima kasih; terjadual=terjadwal; terlanjur=telanjur;
terlantar=telantar; terorganisir=terorganisasi; terstandarisasi=terstandardisasi; theater=teater; theori=teori;
thn=tahun; thropy=trofi; tolak ukur=tolok ukur; tolerir=toleransi; tradisionil=tradisional; trampil=terampil;
transport=transpor; triliyun=triliun; trilyun=triliun; trilyunan=triliunan; tropi=trofi; ujicoba=uji coba;
umroh=umrah; urin=urine; ustad=ustaz; ustadz=ustaz; utk=untuk; vacum=vakum; vaksinir=vaksinasi; vakuum=vakum;
vidio=video; vidiografi=videografi; walikota=wali kota; wilyah=wilayah; wujut=wujud; yg=yang; zamrut=zamrud
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
