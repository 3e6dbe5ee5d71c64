"""docs/law says what the rule rows say, and each row says where it comes from."""

import re
from datetime import date

import pytest
from babel.messages.pofile import read_po

from kentongan.cli import law, run, words
from kentongan.desks.gatherings.rules import seating
from kentongan.desks.opinion.rules import skm
from kentongan.ground.clock.rules import RULES, Source
from kentongan.ground.directory.rules import ARTICLES

SOURCES = [*(rule.source for rule in RULES), *(a.source for a in ARTICLES), *(s for _, s in seating.RULES), skm.SOURCE]


def test_docs_law_is_up_to_date():
    assert law.outdated() == []


def test_a_page_that_differs_from_the_rows_is_noticed(tmp_path):
    for name, text in law.pages().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert law.outdated(tmp_path) == []
    clocks = tmp_path / "clocks.md"
    clocks.write_text(clocks.read_text().replace("10 + 7 working days", "17 working days"))
    (tmp_path / "opinion.md").unlink()
    assert law.outdated(tmp_path) == ["clocks.md", "opinion.md"]


def test_every_rule_article_and_vector_is_on_its_page():
    pages = law.pages()
    for rule in RULES:
        assert f"## {rule.id}\n\n{rule.text}" in pages["clocks.md"]
        assert rule.source.cite in pages["clocks.md"]
        for vector in rule.vectors:
            assert f"{vector.received} | {'yes' if vector.extended else 'no'} | {vector.due} |" in pages["clocks.md"]
    for article in ARTICLES:
        assert [
            post for group in article.groups for post in group.posts if f"(`{post}`)" not in pages["protocol.md"]
        ] == []


def test_a_row_that_nobody_has_read_says_what_was_read_instead():
    assert [source.cite for source in SOURCES if not source.verified and not source.evidence] == []
    assert [source.cite for source in SOURCES if source.verified and not (source.article or source.evidence)] == []


def test_validity_begins_on_its_first_day_and_ends_before_its_last():
    source = Source("X", "Pasal 1", date(2020, 1, 1), date(2021, 1, 1))
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1))
    assert [source.binds_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("page", ["README", "clocks", "protocol", "opinion"])
def test_a_page_can_be_read_at_the_terminal(capsys, page):
    assert run(["law", page]) == 0
    assert capsys.readouterr().out == law.pages()[f"{page}.md"]


ROOMS = ("ground/clock/rules", "ground/directory/rules", "desks/gatherings/rules", "desks/opinion/rules")


def test_every_sentence_of_the_law_has_its_indonesian_with_the_same_values():
    parts = {}
    for file in sorted((words.LOCALE / "parts").glob("*.po")):
        with file.open("rb") as opened:
            parts |= {m.id: m.string for m in read_po(opened, locale="id") if isinstance(m.id, str) and m.id}
    told = {text for _context, text, where in words.said() if where.startswith(ROOMS)}
    assert sorted(told - set(parts)) == []
    assert len(told) > 100
    values = re.compile(r"%\((\w+)\)[sdg]")
    assert [text for text in parts if sorted(values.findall(text)) != sorted(values.findall(parts[text]))] == []
