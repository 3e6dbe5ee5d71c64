"""The plain form reads back what it wrote, and loses nothing that was typed."""

import re
import unicodedata

from hypothesis import given, settings
from tests.desks.newsroom.strategies import DOCUMENTS, TYPED

from kentongan.desks.newsroom.rules import plain
from kentongan.desks.newsroom.rules.document import check, marked_spans, plain_of, text_blocks


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_what_is_written_parses_to_the_same_document(document):
    assert plain.parse(plain.write(check(document))) == document


@settings(max_examples=150, deadline=None)
@given(TYPED)
def test_every_letter_typed_is_kept_in_the_document_and_the_document_is_of_the_schema(typed):
    document = check(plain.parse(typed))
    assert plain.parse(plain.write(document)) == without_empty(document)
    kept = letters(plain.write(document))
    assert [word for word in words_of(typed) if word not in kept] == []


def letters(text):
    return unicodedata.normalize("NFC", text)


def words_of(typed):
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFC", typed))


def without_empty(document):
    kept = []
    for node in document["content"]:
        if node["type"] in ("paragraph", "heading") and not plain_of(node).strip():
            continue
        if node["type"] == "quotation":
            said = [inner for inner in node["content"] if plain_of(inner).strip()]
            if not said and not any(node["attrs"].values()):
                continue
            kept.append({**node, "content": said or [{"type": "paragraph"}]})
            continue
        kept.append(node)
    return {**document, "content": kept or [{"type": "paragraph"}]}


def test_light_marks_say_what_an_officer_means():
    document = plain.parse(
        "## Yang perlu diketahui\n"
        "Airnya mengairi [1.284 hektare|fakta:12] sawah, kata *Bupati* dengan _tenang_. Lihat [laman|https://a.example/b_c].\n"
        "> “Kami mengisi dengan sabar.”\n"
        "> — Dr. H. Wirya Adiguna, S.Sos., M.Si., Bupati Tirta Kencana [orang:7]\n"
        "- satu\n- dua\n"
        "![foto:5]\n![angka:12,15]\n"
    )
    assert [node["type"] for node in document["content"]] == [
        "heading", "paragraph", "quotation", "bullet_list", "photo", "figures",
    ]  # fmt: skip
    assert document["content"][2]["attrs"] == {
        "person": 7,
        "name": "Dr. H. Wirya Adiguna, S.Sos., M.Si.",
        "title": "Bupati Tirta Kencana",
    }
    fact = [
        (block.text[a:b], mark["attrs"]["id"])
        for block in text_blocks(document)
        for a, b, mark in marked_spans(block.node, "fact")
    ]
    assert fact == [("1.284 hektare", 12)]
    assert plain.write(document).count("\\") == 0


def test_what_only_looks_like_a_mark_stays_text():
    for words in (
        "2*3*4",
        "nama_file_baru",
        "[lihat lampiran]",
        "[a|b]",
        "a | b",
        "*",
        "# satu",
        "[x|javascript:alert(1)]",
    ):
        (block,) = plain.parse(words)["content"]
        assert block == {"type": "paragraph", "content": [{"type": "text", "text": words}]}


def test_a_speaker_may_stand_on_the_line_of_his_words():
    (quotation,) = plain.parse("> “Latihan ini penting.” — Bagas Pranoto, Sekretaris Daerah")["content"]
    assert quotation["attrs"] == {"person": None, "name": "Bagas Pranoto", "title": "Sekretaris Daerah"}
    assert quotation["content"][0]["content"][0]["text"] == "“Latihan ini penting.”"


def test_ten_thousand_open_brackets_cost_one_look_each():
    for line in ("[" * 20_000, "[a|" * 20_000, "*_" * 20_000, "]" * 20_000, "[a|" * 9_000 + "]" * 9_000, "\\" * 20_001):
        assert check(plain.parse(line))["content"][0]["type"] == "paragraph"
