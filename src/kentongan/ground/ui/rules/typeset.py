"""A4 papers by Typst: tagged PDF (PDF/UA-1) with our own two faces, the same bytes for the same input."""

import importlib
import json
import tempfile
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

SERIF, SANS = "Source Serif 4", "Plus Jakarta Sans"

# What every paper begins with. `d` is the data: text reaches the page as text, never as Typst's own marks.
PREAMBLE = f"""
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.at("author", default: ""))
#set page(paper: "a4", margin: (x: 22mm, y: 20mm))
#set text(font: "{SANS}", size: 10pt, lang: d.at("lang", default: "id"), hyphenate: false)
#set par(leading: 0.7em)
#let serif = "{SERIF}"
#let quiet(body) = text(fill: rgb("#5b5148"), size: 8.5pt, body)
"""


@cache
def _fonts() -> typst.Fonts:
    packages = ("fontpkg_plus_jakarta_sans", "fontpkg_source_serif_4")
    paths = [str(importlib.import_module(name).ROOT) for name in packages]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)


def typeset(
    body: str, data: Mapping[str, Any], *, made_at: datetime, files: Mapping[str, bytes] | None = None
) -> bytes:
    """The PDF of a Typst body that reads its words from `d` (JSON values) and its pictures by name from `files`.

    `data` needs a `title`. `made_at` is aware and is the only moment in the file: set it to what the paper speaks
    of, and printing again gives the same bytes.

    Raises:
        typst.TypstError: the body is wrong (a fault of ours, not of the data).
    """
    with tempfile.TemporaryDirectory() as root:
        for name, content in (files or {}).items():
            (Path(root) / Path(name).name).write_bytes(content)
        compiler = typst.Compiler(root=root, font_paths=_fonts(), ignore_system_fonts=True)
        made = compiler.compile(
            input=(PREAMBLE + body).encode(),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(made_at.timestamp()),
        )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single PDF")
    return made
