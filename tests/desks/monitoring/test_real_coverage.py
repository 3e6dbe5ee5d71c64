"""The real articles, judged by hand: which of them carry one text, and what the real newspaper page shows.

Labels are line numbers of `pickup/press-coverage.jsonl`, from 0.
"""

import json

import pytest

from kentongan.cli import run
from kentongan.desks.monitoring.rules.stories import Article, Stories
from kentongan.desks.monitoring.rules.tracing import Piece, trace_all
from kentongan.ground.language.rules.alignment import compare

pytestmark = pytest.mark.real_data

# Read by hand: each group prints one release or one outlet's report of it; the rest share names and formulas only.
ONE_TEXT = [{0, 22, 37}, {7, 26}, {12, 13}, {15, 28}, {16, 17, 21}, {23, 24, 25}, {34, 36}, {40, 41}]


@pytest.fixture
def rows(data):
    lines = (data / "pickup" / "press-coverage.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_stories_of_the_43_articles_are_those_a_reader_finds(rows):
    stories = Stories()
    stories.add_many(Article(str(n), row["outlet"], None, row["text"]) for n, row in enumerate(rows))
    found = [{int(article.key) for article in story.articles} for story in stories.stories()]
    assert sorted(map(sorted, (group for group in found if len(group) > 1))) == sorted(map(sorted, ONE_TEXT))


def test_each_article_as_a_release_is_carried_by_its_own_group_only(rows):
    pieces = [Piece(row["text"]) for row in rows]
    for n, row in enumerate(rows):
        group = next((one for one in ONE_TEXT if n in one), {n})
        carried = {at for at, trace in enumerate(trace_all(row["text"], pieces)) if trace.carried}
        assert carried == group, n


def test_the_43_articles_trace_at_the_command_line(rows, data, tmp_path, capsys):
    release = tmp_path / "siaran.txt"
    release.write_text(rows[15]["text"], encoding="utf-8")
    assert run(["trace", str(release), str(data / "pickup" / "press-coverage.jsonl"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["url"] for row in told if row["carried"]] == [rows[15]["url"], rows[28]["url"]]


def test_the_page_with_four_paragraphs_printed_twice_is_wholly_ours(data):
    page = (data / "coverage" / "kabarakyatsumsel-2018-09-05.txt").read_text(encoding="utf-8")
    lines = page.splitlines()
    release = "\n".join(dict.fromkeys(lines))
    assert len(lines) - len(release.splitlines()) == 4
    trace = compare(release, page)
    assert (trace.kept, trace.ours, trace.cut, trace.added, trace.changes) == (1.0, 1.0, (), (), ())
    wrong_day = compare(release.replace("Rabu (5/9/2018)", "Kamis (6/9/2018)"), page)
    assert [(change.kind, change.now) for change in wrong_day.changes] == [("date", "Rabu (5/9/2018)")]
