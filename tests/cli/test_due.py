"""`kentongan due`, as a person at a terminal meets it."""

import json

import pytest

from kentongan.cli import run

HOLIDAYS = "2026-03-19\n2026-03-20\n2026-03-23\n2026-03-24\n"


@pytest.fixture
def holidays(tmp_path):
    file = tmp_path / "libur.txt"
    file.write_text(HOLIDAYS, encoding="utf-8")
    return str(file)


def asked(capsys, *argv):
    assert run(["due", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_tells_the_day_the_article_and_each_day_with_its_reason(capsys, holidays):
    answer = asked(
        capsys, "--rule", "information-request", "--received", "2026-03-10", "--extend", "--holidays", holidays
    )
    assert (answer["due"], answer["verified"]) == ("2026-04-08", True)
    assert answer["article"] == "UU 14/2008 (Keterbukaan Informasi Publik), Pasal 22 ayat (7) dan (8)"
    assert sum(day["counted"] for day in answer["days"]) == 17
    assert answer["days"][9] == {"on": "2026-03-19", "counted": False, "why": "hari libur", "number": None}


def test_a_file_of_holidays_replaces_every_other_source(capsys, tmp_path):
    file = tmp_path / "kosong.csv"
    file.write_text("date,name\n", encoding="utf-8")
    answer = asked(capsys, "--rule", "information-request", "--received", "2026-12-17", "--holidays", str(file))
    assert answer["due"] == "2026-12-31"  # with the real holidays it is 6 January


def test_the_readable_answer_marks_law_that_nobody_has_read(capsys, holidays):
    assert run(["due", "--rule", "complaint-14", "--received", "2026-03-10", "--holidays", holidays]) == 0
    out = capsys.readouterr().out
    assert "complaint-14: Jumat, 3 April 2026" in out
    assert "NOT VERIFIED" in out


def test_the_template_of_holidays_can_be_read_back(capsys, tmp_path):
    assert run(["due", "--template"]) == 0
    file = tmp_path / "t.csv"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    answer = asked(capsys, "--rule", "completeness", "--received", "2026-03-18", "--holidays", str(file))
    assert answer["due"] == "2026-03-25"


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["--rule", "information-request", "--received", "kemarin"], "'kemarin' isn't a day"),
        (["--rule", "nonsense", "--received", "2026-03-10"], "there is no rule 'nonsense'"),
        (["--rule", "dispute", "--received", "2026-03-10", "--extend"], "knows no extension"),
        (["--rule", "dispute", "--received", "1970-01-01"], "isn't in force on 1970-01-01"),
        (["--rule", "information-request", "--received", "2026-03-10", "--extend", "--extend"], "extended once"),
        (["--rule", "information-request", "--received", "2026-03-10", "--stop", "2026-03-12"], "write it as"),
        (["--rule", "information-request", "--received", "2026-03-10", "--holidays", "/nowhere"], "can't be read"),
        (["--received", "2026-03-10"], "both --rule and --received"),
    ],
)
def test_what_cannot_be_reckoned_is_a_sentence_and_exit_two(capsys, argv, sentence):
    assert run(["due", *argv]) == 2
    assert sentence in capsys.readouterr().err


def test_a_bad_line_of_the_list_is_named(capsys, tmp_path):
    file = tmp_path / "libur.txt"
    file.write_text(HOLIDAYS + "besok\n", encoding="utf-8")
    argv = ["due", "--rule", "dispute", "--received", "2026-03-10", "--holidays", str(file)]
    assert run(argv) == 2
    assert "libur.txt, line 5: 'besok' isn't a day" in capsys.readouterr().err
