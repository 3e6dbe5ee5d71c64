"""Groups articles into stories: which are one text in many papers, who had it first, who copied whom."""

import argparse
import json

from kentongan.cli.trace import Row, read_articles
from kentongan.desks.monitoring.rules.stories import Article, Stories, Story

WIDEST = 90


def main(argv: list[str]) -> int:
    """Exit 0, whether stories were found or every article stands alone; 2: bad input."""
    parser = argparse.ArgumentParser(prog="kentongan stories", description=__doc__)
    parser.add_argument("articles", metavar="ARTICLES.jsonl", help="one article a line: url, text, outlet, published")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a readable list")
    options = parser.parse_args(argv)
    rows = read_articles(options.articles)
    stories = Stories()
    # The line number is the key: an address may stand in the file twice, and neither article is dropped.
    stories.add_many(Article(str(n).zfill(9), row.outlet, row.moment, row.text) for n, row in enumerate(rows))
    found = stories.stories()
    if options.json:
        document = {"articles": len(rows), "stories": [_as_json(story, rows) for story in found]}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _print(found, rows)
    return 0


def _as_json(story: Story, rows: list[Row]) -> dict[str, object]:
    first = rows[int(story.first.key)]
    return {
        "size": len(story.articles),
        "copies": story.copies,
        "independent": story.independent,
        "first": {"outlet": first.outlet, "url": first.url, "published": first.published},
        "spread_hours": None if story.spread_hours is None else round(story.spread_hours, 2),
        "articles": [
            {
                "url": rows[int(member.key)].url,
                "outlet": member.outlet,
                "published": rows[int(member.key)].published,
                "title": rows[int(member.key)].title,
                "parent": None if member.parent is None else rows[int(member.parent)].url,
                "share": round(member.share, 4),
                "copy": member.copy,
            }
            for member in story.members
        ],
    }


def _print(stories: list[Story], rows: list[Row]) -> None:
    several = [story for story in stories if len(story.articles) > 1]
    copies = sum(story.copies for story in several)
    print(f"{len(rows)} articles: {len(rows) - copies} texts of their own and {copies} copies.")
    print(f"{len(several)} stories stand in more than one article.")
    for story in several:
        spread = "" if story.spread_hours is None else f" · {story.spread_hours:.0f} hours"
        print()
        print(f"{len(story.articles)} articles = {story.independent} of their own + {story.copies} copies{spread}")
        below: dict[str | None, list[int]] = {}
        for n, member in enumerate(story.members):
            below.setdefault(member.parent, []).append(n)
        waiting = [(n, 0) for n in reversed(below.get(None, []))]
        while waiting:
            n, depth = waiting.pop()
            _print_member(story, n, depth, rows)
            waiting.extend((child, depth + 1) for child in reversed(below.get(story.members[n].key, [])))


def _print_member(story: Story, n: int, depth: int, rows: list[Row]) -> None:
    member = story.members[n]
    row = rows[int(member.key)]
    made = "" if member.parent is None else f" · {member.share:.0%} {'copied' if member.copy else 'quoted'}"
    title = " ".join((row.title or row.text).split())[:WIDEST]
    print(f"  {'    ' * depth}{row.outlet or '(no outlet)'} · {row.published or '(no date)'}{made} · {title}")
