"""`kentongan estimate`, as an analyst meets it."""

import json

import pytest

from kentongan.cli import run

ANSWERS = "district,villages,village,weight,sex,score,heard\n" + "".join(
    f"{d},{n},{d}{v},{10 + v},{'LP'[k % 2]},{1 + (v + k) % 4},{'ya' if (v + k) % 3 else 'tidak'}\n"
    for d, n in (("A", 24), ("B", 12))
    for v in range(1, 4)
    for k in range(5)
)


@pytest.fixture
def files(tmp_path, capsys):
    assert run(["estimate", "--template"]) == 0
    (tmp_path / "design.toml").write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    return str(tmp_path / "design.toml"), str(tmp_path / "answers.csv")


def test_the_template_is_a_design_that_answers(files, capsys):
    assert run(["estimate", *files, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["weights_sum"] == pytest.approx(120_000)
    assert [row["statistic"] for row in answer["estimates"]] == ["mean", "mean", "proportion", *["quantile"] * 3]
    assert all(
        row["low"] <= row["estimate"] <= row["high"] for row in answer["estimates"] if row["statistic"] != "quantile"
    )
    assert answer["disclosure"]["missing"][0] == "sponsor"


def test_an_opt_in_poll_is_told_without_margin_and_with_the_reason(files, capsys, tmp_path):
    design = tmp_path / "optin.toml"
    design.write_text('kind = "opt-in"\n[[ask]]\nstatistic = "mean"\nof = "score"\n')
    assert run(["estimate", str(design), files[1], "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["margin_of_error"], answer["estimates"][0]["se"], answer["estimates"][0]["low"]) == (
        False,
        None,
        None,
    )
    assert "AAPOR" in answer["why_no_margin"]
    assert run(["estimate", str(design), files[1]]) == 0
    assert "People chose themselves whether to answer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("design", "answers", "sentence"),
    [
        ("kind = ", ANSWERS, "this isn't TOML"),
        ("[" * 5000, ANSWERS, "TOML"),
        (
            'kind = "opt-in"\n[[ask]]\nstatistic = "mean"\nof = "skor"\n',
            ANSWERS,
            "line 1: the column 'skor' is missing",
        ),
        (
            'kind = "opt-in"\n[[ask]]\nstatistic = "mean"\nof = "heard"\n',
            ANSWERS,
            "answers.csv, line 2: 'ya' in the column",
        ),
        ('kind = "opt-in"\n[[ask]]\nstatistic = "mean"\nof = "score"\n', "score\n", "there is no answer"),
    ],
)
def test_what_cannot_be_estimated_is_a_sentence_and_exit_two(tmp_path, capsys, design, answers, sentence):
    (tmp_path / "design.toml").write_text(design, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(answers, encoding="utf-8")
    assert run(["estimate", str(tmp_path / "design.toml"), str(tmp_path / "answers.csv")]) == 2
    assert sentence in capsys.readouterr().err
