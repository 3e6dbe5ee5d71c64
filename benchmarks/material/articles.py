"""The real articles, split for good into a half to develop on and a half to measure on."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from kentongan.cli import BadInput

DATA = Path(os.environ.get("KENTONGAN_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))


@dataclass(frozen=True)
class Article:
    """One real article; `topic` is its section or the authority it is about."""

    url: str
    title: str
    text: str
    topic: str


def real_articles(*, half: str) -> list[Article]:
    """The articles of one half, `develop` or `measure`; an address belongs to the same half for ever."""
    found = []
    for name in ("articles/detik-2026-05.jsonl", "pickup/press-coverage.jsonl"):
        path = DATA / name
        if not path.is_file():
            raise BadInput(f"the real articles aren't at {path}; set KENTONGAN_DATA to their folder.")
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if half_of(row["url"]) == half:
                found.append(Article(row["url"], row["title"], row["text"], row.get("section", "regional authority")))
    return found


def half_of(url: str) -> str:
    """Which half an address belongs to."""
    return ("develop", "measure")[hashlib.sha256(url.encode()).digest()[0] & 1]
