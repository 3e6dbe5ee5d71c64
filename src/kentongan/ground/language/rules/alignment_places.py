"""Words by which a changed name is told to be a place, a title or a person: closed lists of public knowledge.

Provinces by the laws that formed them (38 since 2022); regencies and cities as they are commonly written, without
"Kabupaten" and "Kota". The lists only decide what a change is called, never whether there is one.
"""

from kentongan.ground.language.rules.words import words_of

PROVINCES = frozenset(
    name.replace("_", " ")
    for name in words_of(
        """aceh sumatera_utara sumatera_barat riau kepulauan_riau jambi sumatera_selatan bengkulu lampung
        kepulauan_bangka_belitung dki_jakarta jakarta jawa_barat banten jawa_tengah yogyakarta jawa_timur
        daerah_istimewa_yogyakarta bali nusa_tenggara_barat nusa_tenggara_timur kalimantan_barat kalimantan_tengah
        kalimantan_selatan kalimantan_timur kalimantan_utara sulawesi_utara gorontalo sulawesi_tengah sulawesi_barat
        sulawesi_selatan sulawesi_tenggara maluku maluku_utara papua papua_barat papua_selatan papua_tengah
        papua_pegunungan papua_barat_daya"""
    )
)

CITIES = words_of(
    """sabang langsa lhokseumawe subulussalam medan binjai tebingtinggi pematangsiantar tanjungbalai sibolga
    padangsidimpuan gunungsitoli padang solok sawahlunto padangpanjang bukittinggi payakumbuh pariaman pekanbaru
    dumai batam tanjungpinang palembang prabumulih lubuklinggau pagaralam pangkalpinang bandarlampung metro serang
    cilegon tangerang bandung bekasi bogor cimahi cirebon depok sukabumi tasikmalaya banjar semarang surakarta solo
    salatiga pekalongan tegal magelang surabaya malang batu blitar kediri madiun mojokerto pasuruan probolinggo
    denpasar mataram bima kupang pontianak singkawang palangkaraya banjarmasin banjarbaru samarinda balikpapan
    bontang tarakan nusantara manado bitung tomohon kotamobagu palu makassar parepare palopo kendari baubau ambon
    tual ternate tidore jayapura sorong ciamis garut kuningan majalengka sumedang indramayu subang purwakarta
    karawang cianjur pangandaran cilacap banyumas purbalingga banjarnegara kebumen purworejo wonosobo boyolali
    klaten sukoharjo wonogiri karanganyar sragen grobogan blora rembang pati kudus jepara demak temanggung kendal
    batang pemalang brebes bantul sleman kulonprogo gunungkidul pacitan ponorogo trenggalek tulungagung lumajang
    jember banyuwangi bondowoso situbondo sidoarjo jombang nganjuk magetan ngawi bojonegoro tuban lamongan gresik
    bangkalan sampang pamekasan sumenep pandeglang lebak badung gianyar tabanan buleleng jembrana klungkung bangli
    karangasem lombok sumbawa dompu flores ende sikka manggarai ngada alor belu sumba muaraenim lahat banyuasin ogan
    komering musi empatlawang deliserdang langkat simalungun asahan karo dairi toba nias tapanuli labuhanbatu kampar
    pelalawan siak bengkalis indragiri rokan kuantan natuna karimun bintan lingga anambas kerinci merangin bungo
    tebo sarolangun batanghari bangka belitung seluma mukomuko pesawaran pringsewu tulangbawang waykanan kutai paser
    berau penajam malinau nunukan bulungan tabalong kotabaru tapin barito kapuas katingan lamandau seruyan sukamara
    ketapang sambas sanggau sintang melawi landak mempawah minahasa sangihe talaud bolaang poso donggala sigi
    morowali banggai tolitoli buol parigi gowa maros pangkep barru bone soppeng wajo sidrap pinrang enrekang luwu
    toraja takalar jeneponto bantaeng bulukumba sinjai selayar mamuju majene polewali kolaka konawe muna buton
    wakatobi bombana halmahera buru seram aru merauke boven asmat mappi mimika nabire puncak jayawijaya yahukimo
    keerom sarmi biak yapen waropen manokwari fakfak kaimana rajaampat"""
)

ABROAD = words_of(
    """malaysia singapura thailand filipina vietnam kamboja laos myanmar brunei timor-leste australia jepang korea
    china tiongkok taiwan india pakistan bangladesh nepal iran irak israel palestina gaza yordania suriah lebanon
    mesir turki qatar kuwait oman yaman rusia ukraina polandia jerman prancis inggris belanda belgia spanyol
    portugal italia swiss austria swedia norwegia denmark finlandia yunani amerika kanada meksiko brasil argentina
    cile peru kolombia kuba nigeria kenya etiopia sudan maroko aljazair tunisia libya makkah mekah madinah jeddah
    london paris tokyo beijing washington moskow kairo seoul bangkok manila hanoi sydney melbourne eropa asia afrika"""
)

# Words before a place's name. "di" and "ke" alone aren't enough before a person or an agency; the caller looks there.
PLACE_HEADS = words_of(
    """kabupaten kab kota kecamatan kec kelurahan kel desa dusun kampung nagari provinsi prov pulau jalan jl gang
    gedung hotel ballroom aula lapangan alun-alun stadion pasar terminal stasiun bandara pelabuhan sungai gunung
    waduk bendungan jembatan taman pantai wilayah kawasan pendopo balai graha masjid gereja rumah-sakit rt rw blok"""
)
PLACE_PREPOSITIONS = words_of("di ke dari")

# Posts and their parts; each alone may be what was changed.
POSTS = words_of(
    """bupati wabup gubernur wagub walikota wali camat lurah kades menteri wamen menko presiden ketua sekretaris
    bendahara kepala kadis kabag kabid kasi kasubag kasubbag sekda sekdes sekwan asisten staf direktur dirut dirjen
    komisaris manajer deputi inspektur rektor dekan kapolri kapolda kapolres kapolsek wakapolres wakapolda kasat
    wakasat kapolresta kapolrestabes danrem dandim danramil pangdam panglima jaksa kajari kajati hakim anggota
    koordinator pembina penasihat juru kabid kabidhumas jubir ceo cfo coo cto cmo ditjen setda ajudan protokoler
    ombudsman komandan komisioner pimpinan plt plh pj pjs pelaksana penjabat wakil eks mantan calon"""
)
# Alone, without a word in its place, these make another post of one.
POST_CHANGERS = words_of("wakil plt plh pj pjs pelaksana penjabat mantan eks calon")
# Words that begin the name of an office; behind a post they say whose post it is.
BODIES = words_of(
    """dinas badan bagian bidang biro kantor seksi subbagian kementerian inspektorat satuan komisi fraksi sekretariat
    direktorat deputi asisten balai unit"""
)
DEGREES = words_of(
    """prof dr drs dra ir h hj kh tgk ustaz ustad ust ny tn s.sos s.h sh s.e se s.t st s.pd spd s.ag sag s.kom skom
    s.i.p sip s.ip m.si msi m.m mm m.h mh m.pd mpd m.t m.kes mkes m.sc msc m.a m.ap map m.kom ph.d phd s.km skm s.p
    s.hut a.md jenderal letjen mayjen brigjen kolonel letkol mayor kapten lettu letda irjen kombes akbp kompol akp
    iptu ipda aiptu aipda bripka brigadir komjen laksamana marsekal"""
)
