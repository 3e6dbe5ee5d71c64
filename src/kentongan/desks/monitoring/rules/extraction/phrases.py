"""What Indonesian newsrooms' pages say besides the article: cross references, calls to follow, labels, bylines."""

import re

from kentongan.desks.monitoring.rules.extraction.names import words

# A whole line that points elsewhere. "Baca juga" and its kin open it; the rest is another article's title.
POINTER = re.compile(
    r"^\W{0,3}(?:(?:baca|simak|lihat|tonton|cek|klik|dengarkan|saksikan)\s*(?:juga|pula|lagi|selengkapnya|selanjutnya|"
    r"artikel|berita|video(?:nya)?|foto(?:-foto)?(?:nya)?|halaman|di\s?sini|berikut)\b|"
    r"(?:baca|simak|lihat|tonton)\s*[:：]|(?:berita|artikel|video|foto|topik)\s+(?:terkait|terpopuler|populer|lainnya|"
    r"lain|pilihan|selanjutnya|sebelumnya)\b|(?:read|see|watch)\s+(?:also|more)\b|also\s+read\b|related\s*:|terkait\s*:|"
    r"(?:tonton|saksikan|simak)\s+(?:juga\s+)?(?:video|live|siaran)\b)",
    re.IGNORECASE,
)
# The same inside a paragraph, in brackets; what stands around it is the reporter's own sentence.
POINTER_INSIDE = re.compile(
    r"\s*[(\[]\s*(?:baca|simak|lihat|tonton)\s*(?:juga|pula|selengkapnya)?\s*:[^()\[\]]{3,250}[)\]]", re.IGNORECASE
)
# A whole line that belongs to the page and not to the text.
FURNITURE = re.compile(
    r"^\W{0,4}(?:"
    r"advertisements?|iklan|scroll\s+(?:to|untuk|ke)\b.{0,80}|gulir\s+.{0,60}|geser\s+.{0,60}|"
    r"lanjut(?:kan)?\s+(?:membaca|ke\s+halaman|baca).{0,60}|continue\s+reading.{0,40}|"
    r"(?:halaman|page|hal)\.?\s*:?\s*[\d\s/|.]{0,30}(?:dari\s+\d+)?|(?:next|prev(?:ious)?|selanjutnya|sebelumnya|berikutnya)\W{0,5}|"
    r"(?:halaman|laman)\s+(?:selanjutnya|berikutnya|sebelumnya).{0,60}|"
    r"(?:tampilkan|lihat|show|view|muat)\s+(?:semua|all|lebih|more|lainnya).{0,30}|selengkapnya\W*|load(?:ing)?(?:\s+more)?\W*|"
    r"(?:\d+\s+)?(?:komentar|comments?|shares?|views?|likes?|suka|kali\s+(?:dibaca|dilihat))(?:\s+\d+)?\W*|"
    r"(?:beri|tulis|kirim|tinggalkan|lihat|tambahkan)\s+(?:\w+\s+)?komentar.{0,60}|komentari.{0,40}|leave\s+a\s+reply.{0,40}|"
    r"(?:share|bagikan|sebarkan|tweet|facebook|twitter|whatsapp|telegram|line|pinterest|google\+?|linkedin|email|print|cetak|"
    r"copy\s+(?:link|url)|salin\s+(?:link|tautan)|link\s+(?:berhasil\s+)?disalin.{0,20}|url\s+telah\s+tercopy)"
    r"(?:\s*(?:[:|/,·]|ke|di|on|via|to|this|artikel|berita|ini|article|share|tweet|facebook|twitter|whatsapp|telegram|line|"
    r"pinterest|google\+?|linkedin|email|print|cetak|\d+)){0,14}\W*|"
    r"tags?(?:\s+(?:terkait|berita|populer))?\s*(?::.{0,300})?|topik(?:\s+\w+){0,2}\s*(?::.{0,300})?|kata\s+kunci\s*:.{0,300}|"
    r"(?:copyright|hak\s+cipta|©|\(c\)\s*(?:19|20)\d\d).{0,200}|all\s+rights\s+reserved.{0,60}|"
    r"(?:kategori|category|kanal|rubrik)\s*:.{0,120}|(?:font|ukuran)\s*(?:size|huruf)?\s*:?[\s\w+-]{0,30}|text\s+to\s+speech.{0,20}|"
    r"(?:log\s?in|masuk|daftar|sign\s+(?:in|up)|register|subscribe|berlangganan)(?:\s*(?:/|atau|or|dengan|untuk)\s*.{0,60})?"
    r")\s*$",
    re.IGNORECASE,
)
# Sentences that invite to a channel or tell where the text stood; whole lines, whoever the outlet is.
CALL = re.compile(
    r"(?:^|\W)(?:(?:ikuti|follow|gabung|bergabung|join|subscribe|langganan|dapatkan|temukan|download|unduh|cek|simak|klik|"
    r"kunjungi|nikmati|install)\b.{0,140}\b(?:google\s+news|whats?app(?:\s+channel)?|saluran|channel|telegram|grup|newsletter|"
    r"notifikasi|update\s+(?:berita|informasi)|breaking\s+news|aplikasi|app\s+store|play\s+store|instagram|fan\s?page|"
    r"media\s+sosial|akun\s+(?:resmi|twitter|facebook))\b|"
    r"artikel\s+ini\s+(?:telah|sudah|pernah|juga)?\s*(?:tayang|terbit|dimuat|dipublikasikan)\b|"
    r"konten\s+ini\s+(?:diproduksi|dibuat|merupakan)\b|berita\s+ini\s+(?:telah|sudah)\s+(?:tayang|terbit|dimuat)\b|"
    r"dilarang\s+(?:keras\s+)?(?:mengambil|mengutip|menyalin|menggandakan|mengcopy)\b)",
    re.IGNORECASE,
)
# One of these is in every such sentence: looking for them first spares most paragraphs the search.
_CALL_WORDS = sorted(
    words(
        """
        news channel saluran telegram whats grup newsletter notifikasi update aplikasi store instagram page sosial akun
        artikel konten berita dilarang
        """
    )
)


def calls(text: str) -> bool:
    """Whether a line invites to a channel or tells where the text stood; longer ones are paragraphs."""
    if len(text) >= 400:
        return False
    lower = text.lower()
    return any(word in lower for word in _CALL_WORDS) and CALL.search(text) is not None


# Who wrote it, as a line of its own: kept out of the paragraphs, read for the authors.
BYLINE = re.compile(
    r"^\W{0,3}(?P<role>pewarta(?:\s+foto)?|reporter|penulis|oleh|by|wartawan|jurnalis|kontributor|koresponden|editor|redaktur|"
    r"penyunting|uploader|author|written\s+by|ditulis\s+oleh|laporan|rep|red|sumber(?:\s+foto)?|source|videografer|penerjemah|"
    r"penanggung\s?jawab|pelapor)\s*(?P<sign>[:/|]|(?<=oleh)\s|(?<=by)\s|(?<=Oleh)\s|(?<=By)\s|(?<=BY)\s|(?<=OLEH)\s)\s*"
    r"(?P<names>[^\n]{2,160})$",
    re.IGNORECASE,
)
# "Laporan Wartawan Harian X, Nama Orang": the outlet stands before the name.
REPORT_BY = re.compile(
    r"^\W{0,3}laporan\s+(?:khusus\s+)?(?:wartawan|reporter|kontributor|jurnalis)\b[^,\n]{0,60},\s*", re.IGNORECASE
)


def byline(text: str) -> re.Match[str] | None:
    """A line that tells who wrote or edited; "Oleh karena itu" is none, "Oleh Sari" is."""
    found = BYLINE.match(text)
    if found and found["sign"].isspace() and not (found["names"][:1].isupper() and text[-1:].isalpha()):
        return None
    return found


def signs(text: str) -> bool:
    """Whether a line is a byline of either kind."""
    return bool(byline(text) or REPORT_BY.match(text))


# Who wrote it isn't who edited or photographed it.
WRITES = words("pewarta reporter penulis oleh by wartawan jurnalis kontributor koresponden author rep pelapor")
WRITES_PHRASES = frozenset({"written by", "ditulis oleh", "laporan"})
CAPTION = re.compile(
    r"^\W{0,3}(?:(?:foto|photo|ilustrasi|gambar|infografis|grafis|video|caption|sumber\s+foto|dok(?:umentasi)?|kredit)"
    r"\s*(?:[:/]|oleh\s*:|by\s*:)|\(?\s*(?:foto|photo|ilustrasi|dok)\s*[:.]?.{0,60}\)\s*$)",
    re.IGNORECASE,
)
# What follows these is the next thing on the page, never more of the article.
END = re.compile(
    r"^\W{0,3}(?:(?:berita|artikel|baca|konten|info|kabar)\s+(?:terkait|terpopuler|populer|lainnya|lain|terbaru|terkini|pilihan|"
    r"menarik(?:\s+lainnya)?|rekomendasi|artikel\s+menarik.{0,20})|rekomendasi(?:\s+(?:untuk|buat)\s+(?:anda|kamu))?|terpopuler|"
    r"most\s+(?:popular|read)|related(?:\s+(?:news|posts?|articles?|stories))?|you\s+may\s+(?:also\s+)?like.{0,30}|terkait|lainnya|"
    r"komentar|comments?|tinggalkan\s+(?:balasan|komentar).{0,40}|leave\s+a\s+(?:reply|comment).{0,40}|"
    r"trending(?:\s+(?:now|topic))?|terbaru|terkini|berita\s+hari\s+ini|headline)\W{0,3}$",
    re.IGNORECASE,
)
# A line that is only a day and hour: the date has its own field.
ONLY_DATE = re.compile(
    r"^\W{0,3}(?:(?:diterbitkan|dipublikasikan|published|terbit|tayang|diperbarui|update[d]?|posted)\s*(?:pada|on|:)?\s*:?\s*)?"
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*,?\s*)?"
    r"(?:\d{1,2}[\s/.-]+(?:\d{1,2}|[a-z]{3,9})[\s/.-]+(?:19|20)\d\d|[a-z]{3,9}\s+\d{1,2},?\s+(?:19|20)\d\d)"
    r"(?:\s*[-–|,/•·]?\s*(?:pukul|jam|at)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:wib|wita|wit|am|pm)?)?\W{0,3}"
    r"(?:[-–|•·]?\s*\d*\s*(?:views?|dibaca|kali|x))?\W*$",
    re.IGNORECASE,
)
# The line under a headline that tells who put it there, when, and how often it was read: a date and one such word,
# without a sentence's end.
INFO = re.compile(
    r"^(?=.{0,160}$)(?=.*\b(?:19|20)\d\d\b)(?=.*\b(?:dibaca|views?|hits|wib|wita|wit|oleh|by|posted|published|ditulis|diposting|"
    r"diunggah|diterbitkan|dipublikasikan|penulis|reporter|editor)\b).*[^.!?\"”’)]$",
    re.IGNORECASE,
)
