"""Praise for a person, and words that aren't sure yet where people fear for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kentongan.ground.clock.rules.words import said

from .reading import Reading
from .rulebook import NOTE, WARN, Finding, finding, quoted

_OFFICE = (
    r"(?:wakil )?(?:bupati|wali ?kota|gubernur|presiden|menteri|camat|lurah)|kepala (?:daerah|dinas|desa|badan|bidang)"
    r"|sekda|sekretaris daerah|ketua|rektor|direktur(?: utama)?|kapolres|kapolda|dandim|pejabat"
)
_LEADER = rf"(?:sosok|figur|tokoh|pemimpin|pribadi|putra|putri|srikandi|beliau|bapak|ibu|{_OFFICE})"
_PEOPLE = r"(?:rakyat|warga|masyarakat|umat|semua|kaum \w+|anak muda|generasi \w+|kalangan \w+|(?:rakyat|warga)nya)"
_VIRTUE = (
    r"(?:visioner|merakyat|berwibawa|k(?:h)?arismatik|inspiratif|menginspirasi|bersahaja|rendah hati|dermawan|bijaksana"
    r"|bijak|arif|tegas|amanah|jujur|cerdas|brilian|jenius|berdedikasi|pekerja keras|panutan|teladan|hebat|luar biasa"
    r"|peduli|penyayang|santun|murah (?:senyum|hati)|energik|tangguh|gigih|ulet|piawai|mumpuni|humanis|religius"
    rf"|sederhana|dekat dengan {_PEOPLE}|di(?:cintai|sayangi|kagumi|hormati|segani|nanti(?:kan)?|idolakan|banggakan"
    r"|rindukan|dambakan)|mengayomi|terbaik|terhebat|tersukses|sejati|ideal|idaman|idola|tulus|ikhlas|pemberani"
    r"|berjiwa \w+|berhati \w+|membanggakan|hangat|cekatan|cerdik|inovatif|kreatif|anggun|tampan|cantik|gagah"
    r"|progresif|supel|berprestasi|tanpa cela|cemerlang|gemilang|istimewa)"
)
_DEED = (
    r"(?:kepemimpinan|dedikasi|pengabdian|kinerja|komitmen|kepedulian|ketulusan|kegigihan|kecerdasan|ketegasan"
    r"|kerja keras|perjuangan|jasa|prestasi|keteladanan|kesederhanaan|gebrakan|terobosan|langkah|karya)"
)
_PRAISE = re.compile(
    r"(?<!\w)(?:"
    # "bupati yang sangat merakyat", "sosok pemimpin visioner", "beliau memang dikenal dermawan"
    rf"{_LEADER}(?: [\w.’'-]+,?){{0,5}}? (?:(?:yang|memang|dikenal|terkenal|adalah|merupakan|sungguh|sangat|begitu|amat"
    r"|selalu|sebagai|paling|benar-benar|seorang|sosok|figur|pribadi|pemimpin|orang) ){1,4}"
    rf"{_VIRTUE}"
    rf"|(?:sosok|figur|tokoh|pemimpin|pribadi)(?: muda| perempuan| pemimpin)? {_VIRTUE}"
    rf"|(?:dikenal|terkenal)(?: luas)? (?:(?:sebagai|sangat|amat|paling|selalu|karena|sosok|pribadi|pemimpin|orang)"
    rf" (?:yang )?){{1,3}}{_VIRTUE}"
    # "kepemimpinannya yang luar biasa", "prestasi gemilang"
    rf"|{_DEED}(?:nya| beliau)?(?: (?:sang )?[\w.’'-]+){{0,4}}? (?:yang |sangat |begitu |memang |sungguh "
    rf"|patut ){{0,3}}"
    r"(?:luar biasa|tak (?:diragukan|kenal lelah|ternilai|tertandingi)|tanpa (?:pamrih|lelah|batas)|gemilang|cemerlang"
    r"|brilian|membanggakan|mengagumkan|memukau|diacungi jempol|diteladani|ditiru|menginspirasi|tiada (?:tara|henti)"
    r"|yang tegas|visioner|hebat|dahsyat|spektakuler)"
    # "berkat tangan dingin", "di bawah kepemimpinan Bupati"
    r"|(?:berkat|atas|di bawah|lewat|melalui|karena) (?:kepemimpinan|jasa|jasa-jasa|kebaikan|kemurahan|kerja keras"
    r"|perhatian|perjuangan|kegigihan|kesigapan|kecerdasan|ketegasan|kepedulian|keberanian|tangan dingin|sentuhan"
    rf"|komando|doa)(?: tangan dingin| dingin)?(?:nya|(?: sang| bapak| ibu| pak| bu)? (?:{_OFFICE}|beliau)"
    r"|(?: sang) \w+| (?:bapak|ibu|pak|bu)(?= ))"
    rf"|(?:berkat|semua karena) (?:sang |bapak |ibu |pak |bu )?(?:{_OFFICE}|beliau|kehadiran (?:beliau|bapak|sosok))"
    r"|tangan dingin(?:nya)?|kepemimpinan(?:nya| beliau| \w+ \w+)? (?:yang )?(?:baik|amanah|bijaksana|bersih|kuat)"
    r"|(?:kehebatan|kebijaksanaan|kepiawaian|kewibawaan|kebesaran hati|kemuliaan hati|ketulusan hati|kebaikan hati"
    rf"|pesona|karisma)(?:nya| beliau| sang| (?:bapak |ibu |pak |bu )?{_OFFICE})"
    r"|(?:bukti|wujud)(?: nyata)? (?:kepemimpinan|keberhasilan|kehebatan|ketulusan|kecintaan|kepedulian"
    r"|keseriusan)(?:nya|"
    rf" beliau| (?:bapak |ibu |pak |bu )?{_OFFICE})"
    r"|(?:segudang|sederet|banjir|panen) prestasi|prestasi demi prestasi|figur pemersatu|(?:tokoh|sosok|motor"
    r"|pelopor) perubahan"
    r"|sumber inspirasi|pemimpin (?:masa depan|harapan)|penuh (?:wibawa|karisma|cinta|kasih sayang|ketulusan)"
    rf"|(?:beruntung|bangga|bersyukur)(?:nya)?(?: sekali| bisa)? (?:punya|memiliki|mempunyai"
    rf"|dipimpin)(?: oleh)? (?:seorang )?"
    rf"(?:{_OFFICE}|pemimpin|sosok)|(?:tidak|tak) salah (?:memilih|pilih)|seperti beliau"
    # tireless, exemplary, beloved
    r"|(?:tak|tidak|tanpa) (?:per(?:nah)? )?(?:kenal|mengenal) (?:lelah|waktu)|(?:tak pernah|tanpa) lelah|tanpa pamrih"
    r"|tiada (?:henti|hentinya|duanya|tandingannya)|tiada lelah"
    r"|(?:patut|layak|pantas|perlu)(?: untuk)? (?:kita )?(?:diacungi (?:dua )?jempol|diteladani|ditiru|dicontoh"
    r"|dibanggakan"
    r"|mendapat(?:kan)? (?:pujian|acungan jempol)|dipilih|memimpin|dipuji|(?:di)?apresiasi|(?:di)?banggakan"
    r"|disebut (?:sebagai )?pahlawan"
    r"|dijadikan (?:teladan|panutan|contoh))"
    rf"|(?:idola|panutan|teladan|kebanggaan|dambaan|pujaan|harapan|pahlawan|bapak|ibu)(?: bagi| semua| seluruh)?"
    rf" {_PEOPLE}|pahlawan pembangunan|bapak pembangunan|ibu pembangunan|putr[ai] terbaik"
    rf"|di(?:cintai|sayangi|kagumi|idolakan|elu-elukan|banggakan|rindukan|puja)(?: oleh)? (?:seluruh )?{_PEOPLE}"
    r"|dielu-elukan|sangat dicintai|hati(?:nya)? rakyat|di hati (?:rakyat|masyarakat|warga)"
    rf"|selalu (?:hadir|ada|turun|berada|setia|memikirkan|mengutamakan)(?: langsung)?(?: di tengah(?:-tengah)?| untuk"
    rf"| bersama| bagi| melayani)? {_PEOPLE}"
    rf"|(?:sangat|begitu|amat|sungguh) (?:peduli|perhatian|memperhatikan|mencintai|dekat)(?: kepada| terhadap"
    rf"| pada| akan"
    rf"| dengan| nasib)* {_PEOPLE}"
    r"|yang (?:sangat )?(?:kita|kami) (?:cintai|banggakan|sayangi)(?: bersama)?"
    # the only one, the best, the first among leaders
    rf"|(?:{_OFFICE}|pemimpin) (?:terbaik|terhebat|tersukses|tercinta|idaman|kebanggaan|kesayangan|yang paling \w+)"
    rf"|satu-satunya (?:{_OFFICE}|pemimpin|tokoh) yang|(?:belum|tidak|tak) pernah ada (?:{_OFFICE}|pemimpin)"
    rf"|hanya (?:beliau|(?:di tangan |berkat )?(?:bapak |ibu )?(?:{_OFFICE})(?: \w+){{0,3}}) (?:yang )?(?:mampu"
    rf"|bisa|sanggup)"
    r"|sang (?:pemimpin|pahlawan|bupati|gubernur|wali ?kota|legenda|visioner|maestro|srikandi)"
    r"|orang nomor (?:satu|1) (?:di|yang)"
    rf"|(?:berhasil|sukses|terbukti|telah)(?: mampu| berhasil| sukses)? (?:membawa perubahan|menyulap|memimpin"
    rf"|mengharumkan"
    r"|menorehkan (?:prestasi|tinta emas)|mengukir (?:prestasi|sejarah))|tinta emas|mengharumkan nama"
    r"|(?:memukau|menghipnotis|memikat hati) (?:hadirin|peserta|warga|publik|semua)"
    r"|(?:tak|tidak|tiada) henti(?:-henti)?(?:nya)?|(?:tak|tidak) pernah berhenti (?:berjuang|bekerja|memikirkan"
    r"|melayani)"
    rf"|mengelu-elukan|(?:mencintai|menyayangi|mengagumi|mengidolakan|membanggakan) (?:sosok|{_OFFICE}"
    rf"|pemimpin)(?:nya)?"
    r"|(?:tidak|tak) (?:perlu |usah )?(?:diragukan|disangsikan)(?: lagi)?|(?:membuat|melakukan|menciptakan) gebrakan"
    r"|(?:membawa|memberi) (?:angin segar|harapan baru|warna baru|kemajuan pesat)|maju pesat"
    r"|hanya [A-Z]\w+(?: [A-Z]\w+){0,3} yang (?:mampu|bisa|sanggup|layak|pantas)"
    r"|(?:menjadi|sebagai) (?:sumber )?inspirasi|menaruh harapan(?: besar)? (?:pada|kepada|di pundak)"
    rf"|(?:tidak|tak) (?:ter)?lepas dari (?:peran|sentuhan|kerja keras|andil|kepemimpinan|jasa|kegigihan"
    rf"|dukungan penuh|tangan)(?: dan [a-z]+(?: [a-z]+)?)?"
    rf" (?:besar |sang |bapak |ibu )?(?:{_OFFICE}|beliau|[A-Z])"
    r"|(?:kesederhanaan|kerendahan hati|ketegasan|kecerdasan|kebaikan|kedermawanan|ketulusan|keramahan|kewibawaan"
    r"|kharisma|karisma|kehebatan|kegigihan|kesantunan)nya"
    r"|(?:layak|pantas|patut)(?: untuk)? (?:melanjutkan|kembali|terpilih|menyandang"
    r"|disebut (?:sebagai )?(?:bapak|ibu|pemimpin))"
    r"|(?:sudah|telah|berhasil|kembali) membuktikan (?:kemampuan|kualitas|diri|kinerja|kepemimpinan|janji"
    r"|komitmen)(?:nya)?"
    r"|(?:tetap |selalu |rela )?(?:menyempatkan|meluangkan) (?:diri|waktu)(?:nya)? (?:untuk )?(?:menyapa|bertemu"
    r"|mendengar)\w*"
    r"|(?:kebijakan|gagasan|ide|langkah|program|strategi|pemikiran|terobosan) (?:yang )?(?:sangat )?(?:brilian"
    r"|cemerlang|gemilang"
    rf"|jitu|jenius|luar biasa)|se(?:hebat|baik|cerdas|peduli|tulus|tegas) (?:[A-Z]\w+|beliau|{_OFFICE}|sosok)"
    r"|anugerah (?:dari Tuhan|terindah|terbesar|bagi)|pilihan terbaik|satu suara untuk"
    rf"|tanpa (?:sosok |campur tangan |peran )?(?:{_OFFICE}|beliau)[^.;]{{0,60}}(?:mustahil|(?:tidak"
    rf"|tak) (?:mungkin|akan|bisa))"
    # campaigning
    r"|(?:layak|siap|harus|pantas)(?: \w+)? (?:lanjut|kembali memimpin|memimpin kembali|dua periode)|dua periode"
    r"|kembali (?:terpilih|memimpin|dipercaya)|terpilih kembali|(?:dukung|lanjutkan) (?:bersama|terus)"
    r"|(?:nomor urut|coblos|pilih) (?:nomor )?(?:\d|satu|dua|tiga|empat|lima)|jangan lupa (?:pilih|coblos"
    r"|dukung)|mari (?:kita )?(?:dukung"
    r"|pilih|menangkan)"
    r"|terima kasih,? (?:kepada )?(?:bapak|ibu|pak|bu) (?:bupati|wali ?kota|gubernur|wakil|presiden|camat|menteri)"
    r")(?!\w)",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(
    r"(?<!\w)(?:[Pp]ilih|[Dd]ukung|[Cc]oblos|[Ll]anjutkan|[Mm]enangkan) (?:Bapak|Ibu|Pak|Bu|nomor urut"
    r"|kembali (?:Bapak|Ibu"
    r"|[A-Z]\w+))(?!\w)"
)
_WORDS_ONLY_FOR_PERSONS = re.compile(r"dua periode", re.IGNORECASE)

# "orang nomor satu" is a fixed phrase of local papers for a head of region: praise that a release drops.


def promotion(reading: Reading) -> Iterator[Finding]:
    """Praise that the writer gives in his own words: outside quotations and with nobody named who says so."""
    for match in (*_PRAISE.finditer(reading.text), *_CAMPAIGN.finditer(reading.text)):
        if reading.quoted(match.start()):
            continue
        sourced = reading.sourced(reading.sentence_at(match.start()))
        why = said("%(words)s praises a person; a release reports, and the reader judges.", words=quoted(match.group()))
        severity = NOTE if sourced or _WORDS_ONLY_FOR_PERSONS.fullmatch(match.group()) else WARN
        yield finding("promotion", match.span(), why, said("Leave it out, or tell what was done."), severity=severity)


_CRISIS = re.compile(
    r"(?<!\w)(?:gempa|tsunami|banjir|longsor|kebakaran|terbakar|kecelakaan|tabrakan|ledakan|meledak"
    r"|keracunan|wabah|erupsi|letusan|angin puting beliung|puting beliung|tenggelam|tewas|korban jiwa"
    r"|ambruk|roboh|runtuh|teror|bom|evakuasi|dievakuasi|mengungsi|bencana|kerusuhan|penembakan"
    r"|hilang kontak|jatuhnya pesawat|tanggap darurat|siaga (?:I|1|satu))(?!\w)",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"(?<!\w)(?:kabarnya|konon(?: kabarnya)?|(?<![\"”’] )katanya|dikabarkan|dikatakan(?! oleh)"
    r"|disebut-sebut|beredar (?:kabar|informasi|isu|rumor|video)|(?:kabar|informasi|isu|rumor|pesan"
    r"|video) (?:yang )?beredar|menurut (?:kabar|informasi yang (?:beredar|dihimpun)|rumor|isu)"
    r"|informasi yang belum (?:pasti|terkonfirmasi)|belum (?:terkonfirmasi|dikonfirmasi|dipastikan"
    r"|diverifikasi)|isunya|rumornya|desas-desus)(?!\w)",
    re.IGNORECASE,
)
_GUESS = re.compile(
    r"(?<!\w)(?:diduga(?: kuat)?|diperkirakan|disinyalir|ditengarai|kemungkinan(?: besar)?|mungkin"
    r"|sepertinya|tampaknya|kelihatannya|agaknya|barangkali|bisa jadi|sekiranya|dicurigai)(?!\w)",
    re.IGNORECASE,
)
# One word of crisis in a long text may be a figure of speech; two with one in headline or lead are its subject.
_CRISIS_IN_LEAD, _CRISIS_ELSEWHERE = 2, 4
_LEAD_REACH, _SHORT_TEXT = 400, 1_000


def unconfirmed(reading: Reading) -> Iterator[Finding]:
    """Rumour and guesses in a text about a disaster or accident; a guess with its source is left alone."""
    text = reading.text
    crisis = [match.start() for match in _CRISIS.finditer(text)]
    in_lead = any(place < reading.body + _LEAD_REACH for place in crisis)
    if len(crisis) < (_CRISIS_IN_LEAD if in_lead and len(text) > _SHORT_TEXT else 1 if in_lead else _CRISIS_ELSEWHERE):
        return
    for pattern, severity in ((_RUMOUR, WARN), (_GUESS, NOTE)):
        for match in pattern.finditer(text):
            if reading.quoted(match.start()):
                continue
            if pattern is _GUESS and reading.sourced(reading.sentence_at(match.start())):
                continue
            why = said("%(words)s isn’t certain, and people act on such news.", words=quoted(match.group()))
            yield finding(
                "unconfirmed-in-crisis",
                match.span(),
                why,
                said("Write what is certain and by whom; of the rest: not known yet."),
                severity=severity,
            )
