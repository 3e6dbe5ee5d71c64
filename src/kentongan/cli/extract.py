"""Reads an article out of a web page: `extract FILE.html [more pages] [--url U] [--json]`."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from kentongan.cli import BadInput
from kentongan.cli.inputs import read_bytes


def main(argv: list[str]) -> int:
    """Exit 0 with an article, 1 where the page holds none, 2 where it is no page."""
    from kentongan.desks.monitoring.rules.extraction import NotAPage, extract, join

    parser = argparse.ArgumentParser(prog="kentongan extract", description=__doc__)
    parser.add_argument(
        "files", nargs="+", metavar="FILE.html", help="a page; several are joined as pages of one article"
    )
    parser.add_argument(
        "--url", action="append", default=[], help="where the page was fetched; once per file, in order"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document instead of text")
    options = parser.parse_args(argv)
    if len(options.url) > len(options.files):
        raise BadInput(f"there are {len(options.url)} addresses for {len(options.files)} files.")
    urls = options.url + [None] * (len(options.files) - len(options.url))
    pages = []
    for name, url in zip(options.files, urls, strict=True):
        if url is not None and not url.startswith(("http://", "https://")):
            raise BadInput(f"--url {url}: an address that begins with http:// or https:// is expected.")
        try:
            pages.append(extract(read_bytes(name), url=url))
        except NotAPage as error:
            raise BadInput(f"{name}: {error}") from error
    try:
        article = join(pages) if len(pages) > 1 else pages[0]
    except NotAPage as error:
        raise BadInput(str(error)) from error
    fields = asdict(article) | {"published": article.published and article.published.isoformat()}
    print(json.dumps(fields, ensure_ascii=False, indent=2) if options.json else readable(fields))
    return 0 if article.paragraphs else 1


def readable(fields: dict[str, Any]) -> str:
    """The article as a person reads it: headline, what is known of it, text."""
    known = [
        ("Published", fields["published"]),
        ("Authors", ", ".join(fields["authors"])),
        ("Section", fields["section"]),
        ("Outlet", fields["outlet"]),
        ("Address", fields["canonical_url"]),
        ("Picture", fields["image"]),
        ("More pages", "\n              ".join(fields["next_pages"])),
        ("Confidence", f"{fields['confidence']:.2f}"),
    ]
    head = [fields["title"] or "(no title)"]
    head += [f"  {label + ':':<12}{value}" for label, value in known if value]
    head += [f"              {reason}" for reason in fields["reasons"]]
    return "\n".join(head) + "\n\n" + "\n\n".join(fields["paragraphs"] or ("(no article text)",))
