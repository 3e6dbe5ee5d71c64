"""How a release's body is set: photographs as `<picture>`, an opening one wide over the text, changes cut short."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

Piece = tuple[str, str]

# What the newsroom's renderer writes for one photograph; words and addresses are escaped in it, so no `>` is inside.
_FIGURE = re.compile(r'<figure class="photo">(<img src="([^"]*)"[^>]*>)(?:<figcaption>(.*?)</figcaption>)?</figure>')
_SIZES = ' sizes="(min-width: 60rem) 50rem, 100vw"'


@dataclass(frozen=True)
class Picture:
    """A photograph's copies as they are printed: `formats` are (media type, srcset), the smallest files first."""

    src: str
    srcset: str
    width: int
    height: int
    formats: tuple[tuple[str, str], ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()  # (address, what the link says)


def with_pictures(html: str, pictures: Mapping[str, Picture], *, download: str) -> str:
    """The body with each `<img>` inside its `<picture>` and its sizes offered under it, found by its address."""

    def dressed(found: re.Match[str]) -> str:
        image, src, caption = found.groups()
        picture = pictures.get(src)
        if picture is None:
            return found[0]
        sources = "".join(
            f'<source type="{kind}" srcset="{escape(srcset)}"{_SIZES}>' for kind, srcset in picture.formats
        )
        links = " · ".join(f'<a href="{escape(url)}">{escape(words)}</a>' for url, words in picture.downloads)
        offered = f"{escape(download)} {links}" if links else ""
        # A credit ends without a point; what follows it begins another sentence.
        said = f"{caption}." if caption and offered and not caption.endswith((".", "!", "?")) else caption or ""
        words = f"{said} {offered}".strip()
        under = f"<figcaption>{words}</figcaption>" if words else ""
        return f'<figure class="photo"><picture>{sources}{image}</picture>{under}</figure>'

    return _FIGURE.sub(dressed, html)


def parted(html: str) -> tuple[str, str]:
    """(photograph that opens the text, the rest): one that stands first is set as wide as the page."""
    found = re.match(r'<figure class="photo">.*?</figure>\n?', html, re.DOTALL)
    return (found[0], html[found.end() :]) if found else ("", html)


def excerpt(pieces: Sequence[Piece], *, around: int = 60) -> list[Piece]:
    """A changed block cut to what changed and the words around it."""
    last = len(pieces) - 1
    short: list[Piece] = []
    for place, (op, words) in enumerate(pieces):
        if op != "same" or len(words) <= 2 * around:
            short.append((op, words))
            continue
        before, after = words[:around].rpartition(" ")[0], words[-around:].partition(" ")[2]
        if place == 0:
            short.append(("same", f"… {after}"))
        elif place == last:
            short.append(("same", f"{before} …"))
        else:
            short.append(("same", f"{before} … {after}"))
    return short


def grouped(sha256: str) -> str:
    """A hash in groups of eight, so that two can be compared by eye."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
