"""Charts: honest axes, words for who can't see them, the same bytes twice."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kentongan.ground.ui.rules.charts import BOTTOM, Bar, Line, bars, lines, share_bar, ticks

WORDS = {"key": "c", "finding": "F", "measure": "Redaksi <&>", "description": "D"}


def draw(*bar_values: Bar):
    return bars(bar_values, label_head="Pekan", **WORDS)


def svg(chart) -> ET.Element:
    return ET.fromstring(chart.svg)


def test_bars_start_from_zero_and_keep_their_proportion():
    rects = svg(draw(Bar("a", 10), Bar("b", 5))).findall("rect")
    heights = [float(rect.get("height")) for rect in rects]
    assert heights[0] == 2 * heights[1]
    assert {float(r.get("y")) + float(r.get("height")) for r in rects} == {float(BOTTOM)}


def test_an_unfinished_period_is_hollow_and_an_estimate_shows_its_range():
    drawing = svg(draw(Bar("a", 10, 8, 12), Bar("b", 5, unfinished=True, note="2 hari")))
    assert [rect.get("class") for rect in drawing.findall("rect")] == ["f3", "f3 part"]
    assert len(drawing.findall("path[@class='err']")) == 1
    assert "2 hari" in [text.text for text in drawing.findall("text")]


def test_a_chart_has_a_name_a_description_and_its_numbers():
    chart = draw(Bar("2 Nov", 55, 47, 64, url="/liputan/"))
    root = svg(chart)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "c-t c-d"
    assert (root.find("title").text, root.find("desc").text) == ("Redaksi <&>", "D")
    assert chart.rows == (("2 Nov", 55, 47, 64),)
    assert chart.urls == ("/liputan/",)


def test_lines_are_named_at_their_ends_and_names_never_cover_each_other():
    chart = lines([Line("satu", [(0, 0), (48, 10)]), Line("dua", [(0, 1), (48, 10)])], x_unit="jam", **WORDS)
    ends = [text for text in svg(chart).findall("text") if text.text in ("satu", "dua")]
    assert [text.get("class") for text in ends] == ["name n1", "name n2"]
    assert abs(float(ends[0].get("y")) - float(ends[1].get("y"))) >= 36
    assert chart.rows == ((0, 0, 1), (48, 10, 10))


def test_too_many_lines_and_negative_bars_are_refused():
    with pytest.raises(ValueError, match="one to three"):
        lines([Line(str(n), [(0, 0)]) for n in range(4)], **WORDS)
    with pytest.raises(ValueError, match="zero"):
        draw(Bar("a", -1))


def test_share_bars_are_as_wide_as_their_shares():
    widths = re.findall(r'class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', share_bar(0.48, 0.32, 0.2, label="x"))
    assert share_bar(0.5, 0.0, 0.5, label="x").count("<rect") == 4  # one whole, three stripes
    assert widths == [("kept", "0", "48"), ("cut", "48", "32"), ("own", "80", "20")]


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_steps_are_few_and_reach_the_highest(highest):
    steps = ticks(highest)
    assert steps[0] == 0
    assert steps[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(steps) <= 7


def test_what_is_counted_has_no_half_steps():
    assert ticks(1, whole=True) == [0, 1]
    assert ticks(2, whole=True) == [0, 1, 2]
    assert ticks(30, whole=True) == ticks(30)


@example([5e-324, 0.0])
@given(st.lists(st.floats(min_value=0, max_value=1e9), min_size=1, max_size=30))
def test_any_bars_draw_to_the_same_valid_picture_twice(values):
    drawn = [draw(*(Bar(f"<{n}>", value) for n, value in enumerate(values))).svg for _ in range(2)]
    assert drawn[0] == drawn[1]
    ET.fromstring(drawn[0])
    assert "style=" not in drawn[0]
