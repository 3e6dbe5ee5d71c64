"""What programs read is well-formed, true to the newest version, and the same every time."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
BASE = "https://tirtakencana.example"


@pytest.fixture
def pages(town):
    first = town.release("Bendungan <mulai> diisi & penuh", "KENCANA – Airnya 1.482 hektare ]]> <b>.")
    town.release(
        "Bendungan <mulai> diisi & penuh", "KENCANA – Airnya 1.284 hektare.", replaces=first,
        correction_note="Dua angka tertukar </script>.", at=town.now + timedelta(minutes=5),
    )  # fmt: skip
    town.withdraw(town.release("Operasi pasar", "KENCANA – Beras murah."), at=town.now + timedelta(minutes=9))
    for n in range(3, 24):
        town.release(f"Siaran {n}", f"KENCANA – Nomor {n}.", at=town.now - timedelta(days=3))
    town.activity("Kerja bakti")
    cancelled = town.activity("Upacara", hours=30)
    cancelled.state = "cancelled"
    cancelled.save()
    return town.print(at=town.now + timedelta(hours=1))


def test_the_atom_feed_is_what_rfc_4287_asks_for(pages):
    feed = etree.fromstring(pages["umpan/siaran.xml"])
    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"a:{name}", ATOM)) == 1
    assert feed.findtext("a:author/a:name", None, ATOM) == "Pemerintah Kabupaten Tirta Kencana"
    assert feed.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"{BASE}/umpan/siaran.xml"]
    entries = feed.findall("a:entry", ATOM)
    ids = [each.findtext("a:id", None, ATOM) for each in entries]
    assert (len(entries), len(set(ids))) == (20, 20)
    for each in entries:
        for name in ("published", "updated"):
            assert datetime.fromisoformat(each.findtext(f"a:{name}", None, ATOM)).tzinfo is not None
        assert each.find("a:content", ATOM).get("type") == "html"
        assert lxml_html.fromstring(each.findtext("a:content", None, ATOM)) is not None


def test_feeds_carry_the_version_in_force_and_say_what_was_withdrawn(town):
    first = town.release("Bendungan", "KENCANA – Airnya 1.482 hektare.")
    at = town.now + timedelta(minutes=5)
    town.release("Bendungan", "KENCANA – Airnya 1.284 hektare.", replaces=first, correction_note="Salah.", at=at)
    town.withdraw(town.release("Operasi pasar", "KENCANA – Beras murah."), at=at)
    pages = town.print(at=town.now + timedelta(hours=1))
    assert b"1.482" not in pages["umpan/siaran.xml"] + pages["umpan/siaran.json"]
    withdrawn, corrected = json.loads(pages["umpan/siaran.json"])["items"]
    assert withdrawn["title"] == "[Ditarik] Operasi pasar"
    assert withdrawn["_kentongan"]["withdrawn"] is True
    assert corrected["_kentongan"] == {"number": "480/1/PROKOPIM/2026", "version": 2, "withdrawn": False}
    assert (corrected["date_published"], corrected["date_modified"]) == ("2026-11-24T02:05:00Z", "2026-11-24T02:10:00Z")
    assert corrected["url"] == f"{BASE}/siaran/1-pelatihan-kehumasan/"


def test_the_json_feed_is_of_version_1_1(pages):
    feed = json.loads(pages["umpan/siaran.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}/umpan/siaran.json"
    for item in feed["items"]:
        assert {"id", "url", "title", "content_html", "date_published"} <= set(item)


def test_the_calendar_holds_public_lines_alone_and_who_was_cancelled(pages):
    read = Calendar.from_ical(pages["agenda/agenda.ics"])
    events = [(str(each["summary"]), str(each["status"]), str(each["class"])) for each in read.walk("VEVENT")]
    assert events == [("Kerja bakti", "CONFIRMED", "PUBLIC"), ("Upacara", "CANCELLED", "PUBLIC")]
    assert len({str(each["uid"]) for each in read.walk("VEVENT")}) == 2


def test_sitemaps_name_every_release_once_in_each_language_and_every_address_answers(pages):
    index = etree.fromstring(pages["sitemap.xml"])
    parts = [url.removeprefix(f"{BASE}/") for url in index.xpath("//s:loc/text()", namespaces=MAP)]
    assert parts == ["sitemap-halaman.xml", "sitemap-siaran-1.xml"]
    urls = [url for part in parts for url in etree.fromstring(pages[part]).xpath("//s:loc/text()", namespaces=MAP)]
    assert len(urls) == len(set(urls)) == 9 + 2 * 23
    assert {f"{url.removeprefix(f'{BASE}/')}index.html" for url in urls} <= set(pages)


def test_the_news_sitemap_names_what_came_yesterday_and_today_and_still_holds(pages):
    news = etree.fromstring(pages["sitemap-berita.xml"])
    assert news.xpath("//n:title/text()", namespaces=MAP) == ["Bendungan <mulai> diisi & penuh"]
    assert news.xpath("//n:language/text()", namespaces=MAP) == ["id"]


def test_robots_are_told_what_computes_and_where_the_maps_are(pages):
    text = pages["robots.txt"].decode()
    assert "Disallow: /kantor/" in text
    assert f"Sitemap: {BASE}/sitemap.xml" in text


def article(pages, path):
    said = lxml_html.fromstring(pages[path]).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(said[0]) if said else None


def test_the_page_of_a_correction_tells_machines_when_and_what_was_corrected(pages):
    data = article(pages, "siaran/1-pelatihan-kehumasan/index.html")
    assert (data["@type"], data["version"], data["inLanguage"]) == ("NewsArticle", 2, "id")
    assert (data["datePublished"], data["dateModified"]) == ("2026-11-24T02:05:00Z", "2026-11-24T02:10:00Z")
    assert data["correction"] == [
        {
            "@type": "CorrectionComment", "text": "Dua angka tertukar </script>.",
            "datePublished": "2026-11-24T02:10:00Z", "url": f"{BASE}/siaran/1-pelatihan-kehumasan/versi-2/beda/",
        }
    ]  # fmt: skip
    assert article(pages, "siaran/1-pelatihan-kehumasan/versi-1/index.html") is None
    withdrawn = article(pages, "siaran/2-pelatihan-kehumasan/index.html")
    assert withdrawn["creativeWorkStatus"] == "Withdrawn"


def test_a_house_without_a_release_has_feeds_that_can_be_read(town):
    pages = town.print(at=town.now.replace(tzinfo=UTC))
    assert etree.fromstring(pages["umpan/siaran.xml"]).findall("a:entry", ATOM) == []
    assert json.loads(pages["umpan/siaran.json"])["items"] == []
    assert list(Calendar.from_ical(pages["agenda/agenda.ics"]).walk("VEVENT")) == []
