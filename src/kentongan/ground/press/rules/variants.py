"""Which printed files have compressed siblings, and how those are made: the same bytes every time."""

import gzip

import brotli

# What browsers and feed readers ask for as text; images, PDF and fonts are compressed inside already.
COMPRESSED = frozenset({"html", "xml", "json", "css", "js", "svg", "txt", "ics", "csv", "webmanifest"})
# reference/press.md section 4, on a 17.5 kB page: gzip 9 costs 0.61 ms for 3.03, brotli 5 0.54 ms for 3.15;
# brotli 11 saves 8 % more and makes a full print six times longer.
GZIP_LEVEL, BROTLI_QUALITY = 9, 5
# Below this both formats' own headers eat what they save.
SMALLEST = 256

SUFFIXES = (".br", ".gz")


def is_compressed(path: str) -> bool:
    """Whether a file of this name gets siblings."""
    return path.rpartition("/")[2].rpartition(".")[2] in COMPRESSED


def is_sibling(path: str) -> bool:
    """Whether this is the name of a sibling, which nobody may print himself."""
    return path.endswith(SUFFIXES) and is_compressed(path[:-3])


def siblings_of(path: str, data: bytes) -> dict[str, bytes | None]:
    """Each sibling's path and bytes; None where it would save nothing. Empty for a file that never has one."""
    if not is_compressed(path):
        return {}
    siblings: dict[str, bytes | None] = {path + suffix: None for suffix in SUFFIXES}
    if len(data) >= SMALLEST:
        for suffix, packed in (
            (".br", brotli.compress(data, quality=BROTLI_QUALITY)),
            (".gz", gzip.compress(data, GZIP_LEVEL, mtime=0)),  # a time inside would change the bytes
        ):
            if len(packed) < len(data):
                siblings[path + suffix] = packed
    return siblings
