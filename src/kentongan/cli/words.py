"""Gathers the translations: every room's `locale/id/parts/ROOM.po` into the one catalogue; `--check` only looks."""

import argparse
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kentongan.cli import BadInput, django_ready

SOURCE = Path(__file__).resolve().parents[1]
LOCALE = SOURCE / "locale" / "id"
MADE = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "said": None,  # sentences of rules, see ground/clock/rules/words.py
}


def main(argv: list[str]) -> int:
    """Exit 1 where a string of the source has no Indonesian, or the catalogue isn't what the parts make."""
    parser = argparse.ArgumentParser(prog="kentongan words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say what is missing")
    options = parser.parse_args(argv)
    django_ready()
    wanted = set(said())
    made, missing = catalogue(wanted)
    for context, text, where in sorted(missing, key=lambda row: (row[2], row[1])):
        print(f"{where}: no Indonesian for {text!r}" + (f" ({context})" if context else ""))
    folder = LOCALE / "LC_MESSAGES"
    stale = [name for name, content in made.items() if not same(folder / name, content)]
    if options.check:
        if stale:
            print(f"stale: {', '.join(stale)}; run ./kentongan words")
        return 1 if missing or stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    strings = {(context, text) for context, text, _where in wanted}
    without = {(context, text) for context, text, _where in missing}
    print(f"{len(strings) - len(without)} of {len(strings)} strings have their Indonesian")
    return 0


def same(file: Path, content: bytes) -> bool:
    """Whether the file holds exactly this."""
    return file.exists() and file.read_bytes() == content


def said() -> Iterator[tuple[str, str, str]]:
    """(context, text, file) of every translatable string, in Python and in templates."""
    from babel.messages.extract import extract_python
    from django.utils.translation.template import templatize

    for file in sorted(SOURCE.rglob("*")):
        if file.suffix == ".py" and "migrations" not in file.parts and "demo" not in file.relative_to(SOURCE).parts[:1]:
            code = file.read_bytes()
        elif file.suffix in (".html", ".txt") and "templates" in file.parts:
            code = templatize(file.read_text(encoding="utf-8")).encode()
        else:
            continue
        where = str(file.relative_to(SOURCE))
        found: Any = extract_python(io.BytesIO(code), KEYWORDS, [], {})
        for _line, function, text, _comments in found:
            words = text if isinstance(text, tuple) else (text,)
            context = words[0] if function.startswith(("p", "np")) else ""
            first = words[1] if context else words[0]
            if isinstance(first, str) and first:
                yield context or "", first, where


def catalogue(wanted: set[tuple[str, str, str]]) -> tuple[dict[str, bytes], set[tuple[str, str, str]]]:
    """The .po and .mo that the parts make, holding what the source says, and what it says without Indonesian."""
    from babel.messages import Catalog, mofile, pofile

    parts: dict[tuple[str, str], tuple[Any, Any, str]] = {}  # id as written, Indonesian, file
    for file in sorted((LOCALE / "parts").glob("*.po")):
        with file.open("rb") as opened:
            for message in pofile.read_po(opened, locale="id"):
                text = message.id[0] if isinstance(message.id, tuple) else message.id
                translated = message.string[0] if isinstance(message.string, tuple) else message.string
                if not text or not translated:
                    continue
                key = (str(message.context or ""), str(text))
                if key in parts and parts[key][1] != translated:
                    raise BadInput(
                        f"{file.name}: {text!r} is {translated!r} here and {parts[key][1]!r} in {parts[key][2]}; "
                        "one word per idea: choose one, or give it a context."
                    )
                # A plural entry serves the singular use too, so it wins.
                if key not in parts or isinstance(message.id, tuple):
                    parts[key] = (message.id, translated, file.name)
    # A fixed moment: the same parts give the same bytes.
    merged = Catalog(locale="id", fuzzy=False, creation_date=MADE, revision_date=MADE)
    # Babel knows no plural rule of Indonesian and takes English's: then no plural would ever be found.
    merged.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]
    missing = set()
    for context, text, where in sorted(wanted):
        if (context, text) not in parts:
            missing.add((context, text, where))
            continue
        id_, translated, _file = parts[context, text]
        merged.add(id_, (translated,) if isinstance(id_, tuple) else translated, context=context or None)
    po, mo = io.BytesIO(), io.BytesIO()
    pofile.write_po(po, merged, omit_header=True, sort_output=True, width=0)
    mofile.write_mo(mo, merged)
    return {"django.po": po.getvalue(), "django.mo": mo.getvalue()}, missing
