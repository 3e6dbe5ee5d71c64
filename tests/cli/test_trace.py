"""`kentongan trace` and `kentongan stories`, as a person at a terminal meets them."""

import json

import pytest
from tests.ground.language.fictional import OTHER, RELEASE

from kentongan.cli import run

CHANGED = RELEASE.replace("250 pranata humas", "350 pranata humas")
ROWS = [
    {"url": "https://kabar.example/a", "outlet": "Kabar", "published": "2018-09-05T16:00:00", "text": CHANGED},
    {"url": "https://warta.example/b", "outlet": "Warta", "published": "Kamis, 6 September 2018 07:00 WIB", "text": RELEASE},
    {"url": "https://panen.example/c", "text": OTHER},
]  # fmt: skip


@pytest.fixture
def files(tmp_path):
    release, articles = tmp_path / "siaran.txt", tmp_path / "berita.jsonl"
    release.write_text(RELEASE, encoding="utf-8")
    articles.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return release, articles


def test_each_article_is_told_with_what_it_kept_and_changed(capsys, files):
    assert run(["trace", *map(str, files), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["url"] for row in told] == [row["url"] for row in ROWS]
    assert [row["carried"] for row in told] == [True, True, False]
    assert [row["kept"] for row in told] == [pytest.approx(0.99, abs=0.01), 1.0, 0.0]
    assert told[2]["outlet"] is told[2]["published"] is None
    (change,) = told[0]["changes"]
    start, end = change["where"]
    assert (change["kind"], change["was"], change["is"]) == ("figure", "250", "350")
    assert CHANGED[start:end] == change["is"]


def test_the_list_for_people_names_outlet_share_and_change(capsys, files):
    assert run(["trace", *map(str, files)]) == 0
    said = capsys.readouterr().out
    assert "2 of 3 articles carry the text" in said
    assert "figure (angka)" in said
    assert "is   350" in said
    assert "panen.example" not in said


def test_nobody_carries_it_is_exit_one(capsys, files):
    release, articles = files
    articles.write_text(json.dumps(ROWS[2]), encoding="utf-8")
    assert run(["trace", str(release), str(articles), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["carried"] is False


BAD = [
    ("{", "isn't JSON"),
    ("[1]", "an object"),
    (json.dumps({"url": "https://x.example"}), "'text'"),
    (json.dumps({"text": "a", "url": 3}), "'url'"),
]


@pytest.mark.parametrize("command", ["trace", "stories"])
@pytest.mark.parametrize(("line", "why"), BAD)
def test_a_bad_line_is_named_and_nothing_is_printed(capsys, files, command, line, why):
    release, articles = files
    good = json.dumps(ROWS[1])
    articles.write_text("\n".join([good] * 499 + [line, good]), encoding="utf-8")
    argv = [command, str(articles)] if command == "stories" else [command, str(release), str(articles)]
    assert run(argv) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert "line 500" in error
    assert why in error


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "is empty"), (b"Siaran\n\xff\xfe", "line 2"), (b"a\nb\n\0", "line 3"), (b"   \n", "is empty")],
)
def test_a_release_that_is_no_text_is_refused_with_its_line(capsys, files, content, why):
    release, articles = files
    release.write_bytes(content)
    assert run(["trace", str(release), str(articles)]) == 2
    assert why in capsys.readouterr().err


def test_stories_tell_copies_first_outlet_and_tree(capsys, files):
    assert run(["stories", str(files[1]), "--json"]) == 0
    story, alone = json.loads(capsys.readouterr().out)["stories"]
    assert (story["size"], story["copies"], story["independent"]) == (2, 1, 1)
    assert story["first"]["outlet"] == "Kabar"
    assert [row["parent"] for row in story["articles"]] == [None, "https://kabar.example/a"]
    assert alone["articles"][0]["url"] == "https://panen.example/c"


def test_stories_for_people_count_copies(capsys, files):
    assert run(["stories", str(files[1])]) == 0
    said = capsys.readouterr().out
    assert "3 articles: 2 texts of their own and 1 copies." in said
    assert "copied" in said


@pytest.mark.parametrize("text", ["kata " * 200_000, "\u202e" * 1000 + RELEASE, "a\0b", "😀" * 500, ""])
def test_odd_articles_are_traced_without_a_fault(capsys, files, text):
    release, articles = files
    articles.write_text(json.dumps({"url": "https://odd.example", "published": "2099-13-45", "text": text}), "utf-8")
    assert run(["trace", str(release), str(articles), "--json"]) in (0, 1)
    assert run(["stories", str(articles), "--json"]) == 0
