"""`kentongan seat`, as a protocol officer meets it."""

import json

import pytest

from kentongan.cli import run


def test_the_template_is_a_list_that_can_be_seated(capsys, tmp_path):
    assert run(["seat", "--template"]) == 0
    file = tmp_path / "tamu.csv"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(["seat", str(file), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [seat["name"] for seat in answer["seats"]][:2] == ["Hj. Ratna Dewi", "Sri Wulandari"]
    assert [(seat["order"], seat["name"]) for seat in answer["empty"]] == [(2, "Raden Aditya")]
    assert {seat["group"] for seat in answer["seats"] if seat["post"] == "secretary"} == {"f"}


def test_the_readable_list_shows_the_empty_chair_who_stands_in_and_what_nobody_has_read(capsys, tmp_path):
    file = tmp_path / "tamu.csv"
    file.write_text(
        "name;post;attends;represents\nAditya;Bupati;tidak;\nBagus;Sekda;hadir;Aditya\nRatna;gubernur;ya;\n"
    )
    assert run(["seat", str(file)]) == 0
    out = capsys.readouterr().out
    assert "[kosong] Aditya" in out
    assert "diwakili oleh Bagus" in out
    assert "Pasal 9 ayat (1) · NOT VERIFIED" in out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name,post\nAditya,raja\n", "line 2: no row of the law names the post 'raja'"),
        ("name,post,attends\nAditya,regent,mungkin\n", "line 2: 'mungkin' in the column 'attends'"),
        ("nama,post\nAditya,regent\n", "line 1: the column 'name' is missing"),
        ("name,post\n", "there is no guest on the list"),
        ('name,post\n"A,regent\nB,guest\n', "a quotation mark isn't closed"),
        ("name,post\n\u200f,regent\n", "line 2: the name is empty"),
        ("A" * 200_000, "line 1: field larger than field limit"),
        ("name,post\nA,regent\n" + "B" * 200_000 + ",guest\n", "line 3: field larger than field limit"),
        ("name,post,spouse_of\nA,regent,\nB,,C\n", "line 3: the partner 'C' isn't on the list"),
    ],
)
def test_a_bad_line_is_a_sentence_and_exit_two(capsys, tmp_path, text, sentence):
    file = tmp_path / "tamu.csv"
    file.write_text(text, encoding="utf-8")
    assert run(["seat", str(file)]) == 2
    assert sentence in capsys.readouterr().err


def test_marks_that_turn_the_line_around_are_taken_out_of_names(capsys, tmp_path):
    file = tmp_path / "tamu.csv"
    file.write_text("name,post,spouse_of\n\u202eAditya,regent,\nSri,,Aditya\u200f\n", encoding="utf-8")
    assert run(["seat", str(file), "--json"]) == 0
    assert [seat["name"] for seat in json.loads(capsys.readouterr().out)["seats"]] == ["Aditya", "Sri"]
