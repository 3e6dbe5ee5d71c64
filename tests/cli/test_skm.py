"""`kentongan skm`, as an office meets it once a year."""

import json

import pytest

from kentongan.cli import run

SUMS = (105, 101, 100, 116, 102, 105, 106, 105, 115)


@pytest.fixture
def answers(tmp_path):
    columns = [[s // 29 + (row < s % 29) for row in range(29)] for s in SUMS]
    lines = ["unit;" + ";".join(f"U{n}" for n in range(1, 10))]
    lines += [("Dukcapil" if i < 22 else "RSUD" if i < 27 else "Puskesmas") + ";" + ";".join(map(str, row))
              for i, row in enumerate(zip(*columns, strict=True))]  # fmt: skip
    file = tmp_path / "jawaban.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def test_the_index_its_grade_and_the_sample_needed_and_reached(capsys, answers):
    assert run(["skm", answers, "--population", "200", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ikm"], answer["grade"], answer["respondents"]) == (91.48, "A", 29)
    assert (answer["required"], answer["reached"], answer["shortfall"]) == (132, 29, 103)
    assert answer["verified"] is False


def test_a_unit_with_two_answers_is_hidden_and_so_is_the_one_that_would_give_it_away(capsys, answers):
    assert run(["skm", answers, "--json"]) == 0
    units = {unit["unit"]: unit["suppressed"] for unit in json.loads(capsys.readouterr().out)["by_unit"]}
    assert units == {"Dukcapil": False, "RSUD": True, "Puskesmas": True}


def test_the_readable_answer_writes_numbers_as_here_and_marks_the_unverified_law(capsys, answers):
    assert run(["skm", answers]) == 0
    out = capsys.readouterr().out
    assert out.startswith("IKM 91,48 · A (Sangat baik) · 29 responden")
    assert "NOT VERIFIED" in out


def test_a_form_that_asks_for_the_facilities_first_keeps_its_names(capsys, answers):
    for more, name in ((), "Penanganan pengaduan, saran, dan masukan"), (("--form-order",), "Sarana dan prasarana"):
        assert run(["skm", answers, "--json", *more]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert (answer["elements"][7]["name"], answer["ikm"]) == (name, 91.48)


def test_the_template_can_be_read_back(capsys, tmp_path):
    assert run(["skm", "--template"]) == 0
    file = tmp_path / "t.csv"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(["skm", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["elements"][7]["answered"] == 2


@pytest.mark.parametrize(
    ("text", "more", "sentence"),
    [
        ("a,b\n1,2\n", [], "there is no column U1"),
        ("U1,u1\n1,2\n", [], "stands in two columns"),
        ("U1,U2\n", [], "there is no answer"),
        ("U1,U2\n4,\n", [], "nobody answered U2"),
        ("U1,U2\n4,3\n", ["--weights", "U1=0.5"], "weights are given for U1"),
        ("U1,U2\n4,3\n", ["--weights", "U1=a"], "isn't of the form"),
        ("U1,U2\n4,3\n", ["--population", "-3"], "can't be negative"),
    ],
)
def test_what_gives_no_index_is_a_sentence_and_exit_two(capsys, tmp_path, text, more, sentence):
    file = tmp_path / "jawaban.csv"
    file.write_text(text, encoding="utf-8")
    assert run(["skm", str(file), *more]) == 2
    assert sentence in capsys.readouterr().err
