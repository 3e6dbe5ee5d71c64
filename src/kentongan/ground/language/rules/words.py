"""Closed lists of Indonesian words that several parsers share: what each list is for stands beside it."""


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


# Titles and abbreviations that stand before a name, a number or a place: a full stop behind them ends no sentence.
NEVER_LAST = words_of(
    """dr drs dra drg drh prof ir h hj hja kh k ust ustad tgk tn ny nn sdr sdri bpk yth plt plh pj pjs gub wagub
    kab kec kel ds dsn prov kep jl jln gg no nomor rp hlm hal tgl pkl telp tlp hp bag sub ps psl cq up an ub da
    st mr mrs ms kapt letjen mayjen brigjen irjen kombes akbp kompol ipda iptu aiptu bripka brigpol serka serma
    pelda peltu letkol kol sertu kopda praka pratu r rd rm rr ra gt alm almh kom lih bdk"""
)

# Abbreviations that often end a sentence: a capital after them opens the next one.
MAYBE_LAST = words_of("""tbk dll dkk dsb dst tsb spt jr sr ltd inc corp co""")

# Words that open a sentence and never a surname: they settle "vitamin C. Selain" against "A. Rahman".
OPENERS = words_of(
    """ada adapun agar akan akibat akibatnya akhirnya alhasil anda antara apa apabila apalagi atas bahkan bagi
    bagaimana baik bahwa banyak beberapa begitu belum berbeda berdasarkan berikut bersama bila bisa bukan dalam
    dan dari demi demikian dengan di dia diketahui dua hal hanya hari harga hasil hasilnya hingga ia ini itu
    jadi jangan jika juga kalau kami kamu karena kata ke kedua kegiatan kemudian kendati kepada ketika kini kita
    kondisi lalu lebih maka mari masih melalui memang menurut menurutnya mereka meski meskipun misalnya mulai
    namun nah oleh pada padahal para pasalnya pemerintah penting pihak pihaknya pun saat saya sebab sebagai
    sebagian sebelum sebelumnya sebuah sedangkan sehingga sejak sejumlah sekarang selain selama selanjutnya
    semua seperti seorang serta sesuai setelah setiap sementara semoga seluruh sudah supaya tak tanpa tapi tentu
    terdapat terkait terlebih ternyata tersebut tetapi tiga tidak tujuan untuk usai untuk walau walaupun yaitu
    yakni yang"""
)

WEEKDAYS = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "jum'at": 4,
    "jum’at": 4,
    "sabtu": 5,
    "minggu": 6,
    "ahad": 6,
}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb pebruari february",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt ags aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}

# Verbs by which Indonesian newsrooms name who spoke; the stem forms stand before the name ("kata Budi"), the same forms
# with -nya refer back ("katanya"), the me- forms follow the name ("Budi mengatakan").
SAID = words_of(
    """kata ujar ungkap tutur tegas jelas ucap sebut papar terang imbuh tambah tulis sambung lanjut cetus tukas
    timpal pungkas tandas beber urai kisah cerita klaim pinta pesan harap imbau ajak ingat akui aku puji sapa
    jawab tanya seloroh kelakar canda teriak seru keluh kenang kilah bantah nilai duga sesal kritik sindir tekan
    kutip ulas bunyi pikir gumam simpul sumpah umum demikian lapor rinci soal singkat ungkit"""
)
SAID_ACTIVE = words_of(
    """mengatakan mengungkapkan menuturkan menegaskan menjelaskan mengucapkan menyebut menyebutkan memaparkan
    menerangkan mengimbuhkan menambahkan menulis menyambung melanjutkan mencetuskan menukas menimpali memungkasi
    menandaskan membeberkan menguraikan mengisahkan menceritakan mengklaim meminta berpesan berharap mengimbau
    mengajak mengingatkan mengaku mengakui memuji menyapa menjawab menanyakan bertanya berkata berujar bertutur
    berseloroh berteriak menyeru mengeluh mengeluhkan mengenang berkilah membantah menilai menduga menyesalkan
    mengkritik menyindir menekankan mengutip mengulas berbunyi bercerita berkelakar bercanda menyimpulkan
    melaporkan merinci menyatakan menyampaikan memastikan menyarankan menyoroti membenarkan mengumumkan
    mencontohkan mengomentari menanggapi membela"""
)

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
