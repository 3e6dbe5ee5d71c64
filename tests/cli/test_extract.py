"""`kentongan extract`: a page in, an article out, a sentence where that can't be."""

import json
from pathlib import Path

import pytest

from kentongan.cli import run

PAGES = Path(__file__).parents[1] / "desks" / "monitoring" / "pages"


def test_the_article_is_readable_without_json(capsys):
    assert run(["extract", str(PAGES / "blog.html")]) == 0
    assert capsys.readouterr().out.splitlines()[:7] == [
        "Warga Desa Sumberwangi Gotong Royong Bersihkan Irigasi",
        "  Published:  2026-02-03T01:40:00+00:00",
        "  Authors:    Dimas Prayoga",
        "  Outlet:     Kabar Hulu",
        "  Address:    https://kabarhulu.example/2026/02/warga-desa-sumberwangi-gotong-royong/",
        "  Confidence: 1.00",
        "",
    ]


def test_json_is_one_document_with_every_field(capsys):
    assert run(["extract", str(PAGES / "portal.html"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert sorted(found) == sorted(
        ["title", "paragraphs", "published", "authors", "section", "outlet", "image", "canonical_url"]
        + ["next_pages", "confidence", "reasons"]
    )
    assert found["published"] == "2026-03-14T09:15:22+07:00"
    assert found["title"] == "Bupati Tirta Kencana Resmikan Pasar Induk Kencana"


def test_relative_addresses_stand_on_the_url_given(tmp_path, capsys):
    page = tmp_path / "page.html"
    page.write_text("<html><head><meta property=og:image content=/a.jpg></head><body><p>Satu.</p></body></html>")
    run(["extract", str(page), "--url", "https://a.example/berita/satu-dua-tiga", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["image"], found["canonical_url"]) == (
        "https://a.example/a.jpg",
        "https://a.example/berita/satu-dua-tiga",
    )


def test_a_page_without_an_article_exits_with_one(tmp_path, capsys):
    page = tmp_path / "front.html"
    page.write_text("<html><body><ul><li><a href=/1>Judul satu</a></li></ul></body></html>")
    assert run(["extract", str(page)]) == 1
    assert "(no article text)" in capsys.readouterr().out


def test_two_pages_of_one_article_come_out_joined(tmp_path, capsys):
    lines = [
        f"Kalimat nomor {n} menceritakan jembatan desa itu, panjang dan jelas, sampai selesai ditulis."
        for n in range(6)
    ]
    for number, part in enumerate((lines[:3], lines[3:]), start=1):
        body = "".join(f"<p>{line}</p>" for line in part)
        (tmp_path / f"{number}.html").write_text(f"<title>Jembatan Desa Dibuka</title><div>{body}</div>")
    address = "https://a.example/d/jembatan-desa-dibuka"
    files = [str(tmp_path / "2.html"), str(tmp_path / "1.html")]
    assert run(["extract", *files, "--url", f"{address}?page=2", "--url", address, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["paragraphs"] == lines


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The page is empty."),
        (b"GIF89a", "This is a GIF picture, not an HTML page."),
        (b"<rss></rss>", "This is a feed or sitemap in XML, not an HTML page."),
        (b"a" * 10_000_000, "There is no HTML tag in it; this is no HTML page."),
    ],
)
def test_bad_input_is_told_in_a_sentence(tmp_path, capsys, content, sentence):
    page = tmp_path / "page.html"
    page.write_bytes(content)
    assert run(["extract", str(page)]) == 2
    assert capsys.readouterr() == ("", f"extract: {page}: {sentence}\n")


def test_a_missing_file_and_a_wrong_address_are_told(tmp_path, capsys):
    assert run(["extract", str(tmp_path / "none.html")]) == 2
    assert run(["extract", str(PAGES / "blog.html"), "--url", "blog"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"extract: {tmp_path}/none.html can't be read: No such file or directory.",
        "extract: --url blog: an address that begins with http:// or https:// is expected.",
    ]
