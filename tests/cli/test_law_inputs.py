"""Whatever is in the file: an answer or a sentence, never a trace, for every command that reads one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kentongan.cli import run

CELL = st.text(max_size=6) | st.sampled_from(
    [
        "",
        "regent",
        "ya",
        "tidak",
        "4",
        "0",
        "3,0",
        "NA",
        '"',
        "A",
        "\u202e",
        "1e400",
        "-1",
        "2026-03-19",
        "\x00",
        "\ufeff",
    ]
)
TABLE = st.lists(st.lists(CELL, max_size=7).map(",".join), max_size=6).map("\n".join)
HEADS = {
    "seat": "name,post,attends,represents,spouse_of,host",
    "skm": "unit,U1,U2,U3",
    "estimate": "w,s,v,g",
    "due": "date,name",
}
DESIGN = """
kind = "probability"
weight = "w"
strata = "s"
smallest = 1
[[ask]]
statistic = "mean"
of = "v"
by = "g"
[[ask]]
statistic = "quantile"
of = "v"
[[ask]]
statistic = "independence"
of = "g"
with = "s"
"""


def asked(command, file, design):
    if command == "due":
        return run(["due", "--rule", "dispute", "--received", "2026-03-10", "--holidays", str(file)])
    return run([command, *([str(design)] if command == "estimate" else []), str(file), "--json"])


@pytest.mark.parametrize("command", HEADS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TABLE | st.binary(max_size=60))
def test_any_file_ends_in_an_answer_or_a_sentence(command, tmp_path, capsys, body):
    file, design = tmp_path / "file", tmp_path / "design.toml"
    design.write_text(DESIGN)
    head = HEADS[command].encode() + b"\n"
    file.write_bytes(head + (body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")))
    code = asked(command, file, design)
    said = capsys.readouterr()
    assert (code, bool(said.out), bool(said.err)) in {(0, True, False), (2, False, True)}
