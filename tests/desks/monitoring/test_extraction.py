"""One article out of a page: on pages written for these tests, each in the shape of a kind of outlet."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from benchmarks import extract as benchmark
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.counted import calls

from kentongan.desks.monitoring.rules import extraction as room
from kentongan.desks.monitoring.rules.extraction import Extracted, NotAPage, extract, join
from kentongan.desks.monitoring.rules.extraction.moments import read_stamp, settle
from kentongan.desks.monitoring.rules.extraction.paging import article_key, next_pages, page_number

PAGES = Path(__file__).parent / "pages"
GOLD = json.loads((PAGES / "gold.json").read_text(encoding="utf-8"))
WIB, WITA = timezone(timedelta(hours=7)), timezone(timedelta(hours=8))

SENTENCES = (
    "Pemerintah Kabupaten Tirta Kencana membuka kembali jembatan gantung di Desa Sumberwangi pada Senin pagi.",
    "Jembatan sepanjang delapan puluh meter itu ditutup sejak banjir awal tahun, dan warga memutar lima kilometer.",
    "“Anak-anak tidak perlu menyeberang dengan rakit lagi,” kata Kepala Dinas Pekerjaan Umum, Bagas Nugraha.",
)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


ARTICLE = paragraphs(*SENTENCES)


@pytest.mark.parametrize("name", GOLD)
def test_each_kind_of_page_gives_exactly_its_paragraphs(name):
    assert list(extract((PAGES / name).read_bytes()).paragraphs) == GOLD[name]["paragraphs"]


@pytest.mark.parametrize("name", GOLD)
def test_each_kind_of_page_tells_its_headline_moment_authors_section_and_outlet(name):
    found, gold = extract((PAGES / name).read_bytes()), GOLD[name]
    assert found.published is not None
    assert {
        "title": found.title,
        "published": found.published.isoformat(),
        "authors": list(found.authors),
        "section": found.section,
        "outlet": found.outlet,
        "paragraphs": gold["paragraphs"],
    } == gold


def test_a_relative_picture_and_a_tracked_address_are_made_whole():
    portal, blog = extract((PAGES / "portal.html").read_bytes()), extract((PAGES / "blog.html").read_bytes())
    assert portal.image == "https://warta-tirta.example/media/2026/03/14/pasar-induk.jpg"
    assert blog.canonical_url == "https://kabarhulu.example/2026/02/warga-desa-sumberwangi-gotong-royong/"


def test_the_page_that_shows_all_is_reported_before_the_later_pages():
    address = "https://warta-tirta.example/daerah/read/2026/03/14/0915221/bupati-tirta-kencana-resmikan-pasar-induk"
    assert extract((PAGES / "portal.html").read_bytes()).next_pages == (f"{address}?page=all", f"{address}?page=2")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The page is empty."),
        (b"\0\0\0 \n", "The page is empty."),
        (b"%PDF-1.7 rest", "This is a PDF file, not an HTML page."),
        (b"\x89PNG\r\n", "This is a PNG picture, not an HTML page."),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "This is a feed or sitemap in XML, not an HTML page."),
        (b'{"a": 1}', "There is no HTML tag in it; this is no HTML page."),
        (b"Sebuah catatan tanpa tanda apa pun.", "There is no HTML tag in it; this is no HTML page."),
    ],
)
def test_what_is_no_page_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(NotAPage, match=f"^{sentence}$"):
        extract(data)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", "x-nonsense", "punycode"])
def test_the_text_is_the_same_in_every_charset_whatever_the_page_declares(charset, declared):
    text = f"<html><head><meta charset={declared}><title>x</title></head><body>{ARTICLE}</body></html>"
    assert extract(text.encode(charset)).paragraphs == SENTENCES


def test_a_utf8_page_with_a_few_broken_bytes_stays_utf8():
    data = page(ARTICLE).replace("“Anak".encode(), b"\xe2\x80Anak")
    assert extract(data).paragraphs[:2] == SENTENCES[:2]
    assert "kata Kepala Dinas Pekerjaan Umum" in extract(data).paragraphs[2]
    assert "”" in extract(data).paragraphs[2]


@pytest.mark.parametrize(
    "beside",
    [
        "<p>Baca juga: <a href=/x>Jembatan Lain di Hulu Juga Segera Diperbaiki Tahun Ini</a></p>",
        "<p><a href=/x>BACA JUGA : Jembatan Lain di Hulu Juga Segera Diperbaiki, Kata Dinas</a></p>",
        "<div>Simak juga video: Detik-detik Jembatan Gantung Diresmikan oleh Bupati, Meriah</div>",
        "<figure><img src=a><figcaption>Warga melintas di jembatan. Mereka membawa hasil panen.</figcaption></figure>",
        "<div class='share-buttons'>Bagikan berita ini ke teman, keluarga, dan grup warga Anda.</div>",
        "<p>Foto: Warga melintas di jembatan gantung, Senin (4/5/2026), bersama anak-anak sekolah.</p>",
        "<p>Ikuti berita lain dari kami di Google News, atau bergabung di saluran WhatsApp kami.</p>",
        "<p>Artikel ini telah tayang di warta.example dengan judul Jembatan Dibuka, Warga Gembira.</p>",
        "<div style='display: none'>Naskah lama yang disembunyikan, dengan kalimat yang panjang sekali.</div>",
        "<noscript>Nyalakan JavaScript untuk membaca, karena halaman ini memerlukannya, terima kasih.</noscript>",
        "<p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p><p>Halaman: 1 2 3</p>",
    ],
)
def test_what_stands_in_the_article_and_is_none_of_it_is_kept_out(beside):
    data = page(f"<div class=post>{paragraphs(*SENTENCES[:2])}{beside}{paragraphs(SENTENCES[2])}</div>")
    assert extract(data).paragraphs == SENTENCES


@pytest.mark.parametrize(
    "kept",
    [
        "Warga diminta membaca juga papan petunjuk di kedua ujung jembatan sebelum menyeberang.",
        "Foto-foto lama jembatan dipamerkan di balai desa, dan warga boleh menambah koleksi.",
        "Bagikan air bersih, itu permintaan pertama warga kepada bupati, menurut kepala desa.",
        "Komentar warga beragam, ada yang gembira dan ada yang menunggu jalan diaspal.",
        "Baca Al-Qur'an bersama menjadi acara pembuka, kata panitia dari masjid desa.",
        "Oleh karena itu, bupati meminta camat mencatat setiap laporan warga.",
        "“Oleh sebab itu,” katanya.",
        "Simak penjelasan lengkap kepala dinas, yang disampaikan kepada warga seusai upacara.",
    ],
)
def test_sentences_that_only_look_like_furniture_stay(kept):
    assert (
        extract(page(f"<div>{paragraphs(*SENTENCES, kept, SENTENCES[0][:-1] + ', katanya.')}</div>")).paragraphs[3]
        == kept
    )


def test_broken_markup_loses_no_paragraph():
    body = f"<div class=isi><p>{SENTENCES[0]}<p><b>{SENTENCES[1]}<div></span></i><p>{SENTENCES[2]}</table></div"
    assert extract(page(body)).paragraphs == SENTENCES


@pytest.mark.parametrize(
    "opened", ["<script>var a = 1;", "<style>p {}", "<title>Jembatan", "<textarea>", "<iframe src=x>"]
)
def test_an_element_that_lost_its_end_swallows_no_article(opened):
    data = page(f"<script>var b = 2;</script>{opened}\n<div>{ARTICLE}</div><script>var c = 3;</script>")
    assert extract(data).paragraphs == SENTENCES


def test_breaks_part_paragraphs_and_a_wrapped_line_does_not():
    first, rest = SENTENCES[1][:70], SENTENCES[1][70:]
    body = f"<div>{SENTENCES[0]}<br>{first}<br>{rest}<br><br>{SENTENCES[2]}</div>"
    assert [" ".join(p.split()) for p in extract(page(body)).paragraphs] == [
        SENTENCES[0],
        " ".join(f"{first} {rest}".split()),
        SENTENCES[2],
    ]


def test_comments_longer_than_the_article_stay_outside():
    talk = "".join(
        f"<li>Menurut saya nomor {n}, jembatan itu terlambat dibuka, dan itu mengecewakan.</li>" for n in range(40)
    )
    data = page(f"<div class=content>{ARTICLE}<div id=comments><ol>{talk}</ol></div></div>")
    assert extract(data).paragraphs == SENTENCES


def test_an_article_cut_into_parts_that_are_each_called_a_widget_stays_whole():
    more = [line.replace("embatan", "alan") for line in SENTENCES]
    whole = [*SENTENCES, *more]
    parts = "".join(f"<div class='widget part-{n}'>{paragraphs(*whole)}</div>" for n in range(3))
    assert extract(page(f"<div>{parts}</div>")).paragraphs == (*whole, *whole, *whole)


def test_a_notice_on_cookies_longer_than_the_article_stays_outside():
    notice = "<p>Situs ini memakai kuki untuk mengingat pilihan Anda, dan data itu disimpan setahun.</p>" * 30
    data = page(f"<div class=content>{ARTICLE}</div><div class='modal cookie-law'>{notice}</div>")
    assert extract(data).paragraphs == SENTENCES


def test_of_several_articles_on_a_page_the_one_under_its_title_is_read():
    other = [line.replace("embatan", "alan") for line in SENTENCES]
    body = f"<main><article><h2>Jalan</h2>{paragraphs(*other)}</article>"
    body += f"<article><h1>Jembatan Desa Dibuka Lagi</h1>{ARTICLE}</article></main>"
    assert extract(page(body, "<title>Jembatan Desa Dibuka Lagi</title>")).paragraphs == SENTENCES


def test_behind_a_wall_the_pages_own_data_gives_the_rest():
    data = json.dumps({"@type": "NewsArticle", "headline": "Jembatan", "articleBody": "\n".join(SENTENCES)})
    body = f"<div><p>{SENTENCES[0]}</p></div><script type='application/ld+json'>{data}</script>"
    found = extract(page(body))
    assert found.paragraphs == SENTENCES
    assert "the page's own data holds more of the text than its markup shows; that was taken" in found.reasons


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Penulis: Sari Pramesti", ("Sari Pramesti",)),
        ("Oleh : Sari Pramesti dan Dimas Prayoga", ("Sari Pramesti", "Dimas Prayoga")),
        ("Laporan Wartawan Warta Tirta, Sari Pramesti", ("Sari Pramesti",)),
        ("Penulis: Kontributor Kencana, Sari Pramesti", ("Sari Pramesti",)),
        ("Reporter: Dr. Sari Pramesti, M.Si. | Editor: Wisnu Hadi", ("Dr. Sari Pramesti, M.Si.",)),
        ("Editor: Wisnu Hadi", ()),
        ("Penulis: Humas Pemkab", ()),
        ("Rep: sari-pramesti", ()),
    ],
)
def test_a_byline_gives_the_people_who_wrote(line, names):
    assert extract(page(f"<div>{ARTICLE}<p>{line}</p></div>")).authors == names
    assert extract(page(f"<div>{ARTICLE}<p>{line}</p></div>")).paragraphs == SENTENCES


def test_a_front_page_is_no_sure_article():
    items = "".join(
        f"<li><a href=/{n}>Judul berita nomor {n} tentang jembatan dan jalan desa</a></li>" for n in range(60)
    )
    found = extract(page(f"<ul>{items}</ul>", "<title>Beranda</title>"))
    assert found.paragraphs == ()
    assert found.confidence == 0.0
    assert found.reasons[0] == "no text that reads as an article was found"


def test_a_doubtful_page_says_why_it_is_doubted():
    found = extract(page(f"<div><p>{SENTENCES[0]}</p></div>"))
    assert found.confidence < 0.5
    assert found.reasons[0] == f"the text is short ({len(SENTENCES[0])} letters of prose)"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-05-04T08:05:09+07:00", datetime(2026, 5, 4, 8, 5, 9, tzinfo=WIB)),
        ("2026-05-04T08:05:09+0700", datetime(2026, 5, 4, 8, 5, 9, tzinfo=WIB)),
        ("2026-05-04 08:05 WITA", datetime(2026, 5, 4, 8, 5, tzinfo=WITA)),
        ("Senin, 04 Mei 2026 | 08:05 WIB", datetime(2026, 5, 4, 8, 5, tzinfo=WIB)),
        ("Senin (4/5/2026) pukul 08.05 WIB", None),
        ("04/05/2026, 08.05 WIB", datetime(2026, 5, 4, 8, 5, tzinfo=WIB)),
        ("May 4, 2026 8:05 PM WIB", datetime(2026, 5, 4, 20, 5, tzinfo=WIB)),
        ("20260504080509+0700", datetime(2026, 5, 4, 8, 5, 9, tzinfo=WIB)),
        ("1777856709", datetime.fromtimestamp(1777856709, UTC)),
        ("31 Februari 2026 08:05 WIB", None),
        ("1970-01-01T00:00:00Z", None),
        ("2026-05-04T08:05:09+9900", datetime(2026, 5, 4, 8, 5, 9)),
        ("skor 3-2-2026", None),
        ("Jumat, 6 Nopember 2015 23:59 WIT", datetime(2015, 11, 6, 23, 59, tzinfo=timezone(timedelta(hours=9)))),
    ],
)
def test_a_moment_is_read_as_it_is_written(written, moment):
    read = read_stamp(written)
    if written.startswith("Senin (4/5"):
        assert read == (datetime(2026, 5, 4), False, False)  # the closing bracket parts day and hour
    elif written.startswith("skor"):
        assert read == (datetime(2026, 2, 3), False, False)
    else:
        assert (read and read[0]) == moment


def test_a_local_time_labelled_utc_is_believed_as_shown():
    assert settle(["2026-03-14T09:15:22Z"], ["Sabtu, 14 Maret 2026 09:15 WITA"], "") == (
        datetime(2026, 3, 14, 9, 15, 22, tzinfo=WITA),
        ["the stamp's zone contradicts the time shown; the shown zone was taken"],
    )


def test_a_utc_stamp_that_is_right_is_told_in_the_zone_shown():
    found, why = settle(["2026-03-14T02:15:22Z"], ["Sabtu, 14 Maret 2026 09:15 WIB"], "")
    assert found is not None
    assert (found.isoformat(), why) == ("2026-03-14T09:15:22+07:00", [])


def test_a_day_without_an_hour_says_so():
    assert settle([], [], "https://a.example/2026/03/14/judul")[1] == [
        "the day comes from the address; the hour isn't known"
    ]
    assert settle(["2026-03-14"], [], "") == (
        datetime(2026, 3, 14, tzinfo=WIB),
        ["only the day is known; the hour isn't"],
    )


@pytest.mark.parametrize(
    ("address", "key", "number"),
    [
        ("https://www.a.example/d/jembatan-desa-dibuka?page=2", "a.example/d/jembatan-desa-dibuka", "2"),
        ("https://m.a.example/d/jembatan-desa-dibuka/2", "a.example/d/jembatan-desa-dibuka", "2"),
        ("https://a.example/d/jembatan-desa-dibuka?page=all#x", "a.example/d/jembatan-desa-dibuka", "all"),
        ("https://a.example/d/jembatan-desa-dibuka/halaman/3", "a.example/d/jembatan-desa-dibuka", "3"),
        ("https://a.example/berita/12", "a.example/berita/12", "1"),
        ("https://a.example/?p=12&utm_source=x", "a.example/?p=12", "1"),
    ],
)
def test_pages_of_one_article_share_a_key(address, key, number):
    assert (article_key(address), page_number(address)) == (key, number)


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("Jembatan Desa Dibuka - Warta Tirta", "Jembatan Desa Dibuka"),
        ("Jembatan Desa Dibuka Halaman 2 - Warta Tirta", "Jembatan Desa Dibuka"),
        ("Jembatan Desa Dibuka - Halaman all | Warta Tirta", "Jembatan Desa Dibuka"),
        ("Warta Tirta: Jembatan Desa Dibuka", "Jembatan Desa Dibuka"),
        ("Siaran Pers: Jembatan Desa Dibuka", "Siaran Pers: Jembatan Desa Dibuka"),
        ("Buku 100 Halaman untuk Desa", "Buku 100 Halaman untuk Desa"),
        (
            "Dinas Sosial - Dinas Kesehatan Bertanding di Final - Warta Tirta",
            "Dinas Sosial - Dinas Kesehatan Bertanding di Final",
        ),
    ],
)
def test_a_title_loses_its_outlet_and_page_and_nothing_else(shown, title):
    head = f"<title>{shown}</title><meta property=og:site_name content='Warta Tirta'>"
    assert extract(page(ARTICLE, head)).title == title


def test_a_numbered_neighbour_is_no_next_page():
    links = [
        ("/berita/13", "13", ""),
        ("/d/lain-sekali-judulnya?page=2", "2", ""),
        ("javascript:next()", "Selanjutnya", ""),
    ]
    assert next_pages(links, "https://a.example/berita/12") == ()


def part(number: int, *texts: str) -> Extracted:
    own = f"https://a.example/d/jembatan-desa-dibuka?page={number}"
    links = "".join(f"<a href='/d/jembatan-desa-dibuka?page={n}'>{n}</a>" for n in (1, 2, 3))
    return extract(
        page(
            f"<h1>Jembatan Desa Dibuka</h1><div>{paragraphs(*texts)}</div>{links}",
            "<title>Jembatan Desa Dibuka</title>",
        ),
        url=own,
    )


def test_pages_given_in_any_order_join_in_theirs_and_a_repeated_paragraph_once():
    more = [s.replace("jembatan", "jalan").replace("Jembatan", "Jalan") for s in SENTENCES]
    whole = join([part(2, SENTENCES[2], *more), part(1, *SENTENCES)])
    assert whole.paragraphs == (*SENTENCES, *more[:2])
    assert whole.next_pages == ("https://a.example/d/jembatan-desa-dibuka?page=3",)
    assert whole.title == "Jembatan Desa Dibuka"


def test_pages_of_two_articles_are_not_joined():
    other = extract(page(ARTICLE, "<title>Pasar Pindah</title>"), url="https://a.example/d/pasar-pindah-ke-utara")
    with pytest.raises(
        NotAPage, match=r"^The pages belong to different articles: Jembatan Desa Dibuka; Pasar Pindah\.$"
    ):
        join([part(1, *SENTENCES), other])


BOMBS = {
    "deep": "<div>" * 5000,
    "deep lists": "<ul><li>" * 3000,
    "deep tables": "<table><tr><td>" * 3000,
    "open formatting": "".join(f"<font size={n}>" for n in range(3000)),
    "a tag with many attributes": "<div " + " ".join(f"a{n}={n}" for n in range(30000)) + ">",
    "entities": "<!ENTITY a 'x'>" + "&a;" * 20000,
    "comments": "<!-- x -->" * 5000,
    "deep data": "<script type='application/ld+json'>" + "[" * 50000 + "</script>",
    "huge number": '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":'
    + "9" * 50000
    + "}</script>",
    "marks": "\u202e\u200f" * 5000,
    "nul": "\0" * 5000,
    "control characters": "\x01\x02\x03\x1b\x7f" * 1000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_before_the_article_hides_none_of_it(bomb):
    assert extract(page(BOMBS[bomb] + f"<div>{ARTICLE}</div>")).paragraphs[-3:] == SENTENCES


def test_nothing_that_steers_a_screen_comes_out():
    dirty = SENTENCES[0].replace(" ", " \x1b[31m\u200b\u202e", 1)
    found = extract(page(paragraphs(dirty, *SENTENCES[1:]), "<title>Jembatan\x1b[2J Dibuka</title>"))
    assert (found.title, found.paragraphs[0]) == ("Jembatan[2J Dibuka", SENTENCES[0].replace(" ", " [31m", 1))


def test_a_deep_page_is_read_from_a_deep_stack_too():
    data = page("<div>" * 240 + ARTICLE)

    def deep(levels: int) -> Extracted:
        return extract(data) if not levels else deep(levels - 1)

    assert deep(500).paragraphs == SENTENCES


@pytest.mark.parametrize(
    "unit",
    [
        "<div><p>" + SENTENCES[0],
        "<p>" + SENTENCES[0] + "</p>",
        "<a href='?page=2'>2</a>",
        "<li>",
        "(Baca: ",
        "<b><i>",
        "a, ",
    ],
)
def test_twice_the_page_is_at_most_twice_the_work(unit):
    extract(page(unit))
    small, large = (calls(lambda n=n: extract(page(unit * n))) for n in (1500, 3000))
    assert large <= 2.2 * small + 500


MARKUP = (
    "<p> </p> <div·class=content> </div> <br> <a·href=x> </a> <table><tr><td> <!-- --> <script> <h1> <li> <article> "
    "<time·datetime=9999-99-99> <meta·name=date·content=2026-02-31> <span·class=caption·itemprop=author> &amp; &#0; "
    "&#x110000; <![CDATA[ Penulis:·"
)
MARKUP = tuple(piece.replace("·", " ") for piece in MARKUP.split())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                [*MARKUP, SENTENCES[0]],
            ),
        ),
        max_size=40,
    )
)
def test_no_markup_crashes_the_reader(pieces):
    found = extract(b"<html>" + "".join(pieces).encode("utf-8", "surrogatepass"))
    assert 0.0 <= found.confidence <= 1.0
    assert all(paragraph.strip() for paragraph in found.paragraphs)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data):
    try:
        found = extract(b"<p>" + data)
    except NotAPage:
        return
    assert found.published is None or found.published.tzinfo is not None


@pytest.mark.real_data
def test_the_nine_gold_pages_keep_their_floor(data):
    gold = benchmark._gold()
    pages = [extract((data / "pages" / entry["file"]).read_bytes()) for entry in gold]
    scores = [benchmark._f1(page.text, entry["text"]) for page, entry in zip(pages, gold, strict=True)]
    assert sum(scores) / len(scores) >= 0.985
    assert [page.title for page in pages] == [entry["title"] for entry in gold]


@pytest.mark.real_data
def test_the_rules_name_no_outlet_of_the_gold_pages():
    rules = Path(room.__file__).parent
    outlets = {entry["file"].partition("-")[0] for entry in benchmark._gold()}
    named = [
        (file.name, outlet) for file in rules.glob("*.py") for outlet in outlets if outlet in file.read_text().lower()
    ]
    assert named == []
