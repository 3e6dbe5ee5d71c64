"""The listing of one printed folder, its hash, and what may be a path in a print.

A listing names every file of a folder with its SHA-256 and size, and every subfolder with the hash of its own
listing. So the hash of the topmost listing, the *root*, commits to every byte of the print: it is the manifest.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import NamedTuple

# Linux allows 255 bytes a name; ".gz" and ".br" are put beside.
LONGEST_NAME = 250
LONGEST_PATH = 1000

_HASH = re.compile(r"[0-9a-f]{64}\Z")
# C0, DEL, C1, the backslash (a separator elsewhere) and lone surrogates (no file system name can carry them).
_REFUSED = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")


class Unprintable(ValueError):
    """These changes can't stand in one folder; the message names the path."""


class Leaf(NamedTuple):
    """A printed file."""

    sha256: str
    size: int


# A str is the hash of a subfolder's listing.
Listing = dict[str, Leaf | str]


def is_hash(text: str) -> bool:
    """Whether this can name a listing: 64 lower-case hexadecimal digits."""
    return bool(_HASH.match(text))


def encode(listing: Listing) -> bytes:
    """The one byte form of a listing: sorted JSON without spaces, UTF-8."""
    plain = {
        name: ["d", entry] if isinstance(entry, str) else ["f", entry.sha256, entry.size]
        for name, entry in listing.items()
    }
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def decode(data: bytes) -> Listing:
    """The listing that `encode` wrote."""
    return {name: entry[1] if entry[0] == "d" else Leaf(entry[1], entry[2]) for name, entry in json.loads(data).items()}


def hash_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parts_of(path: str) -> tuple[str, ...]:
    """The names along a path such as `siaran/2026/index.html`; raises `Unprintable` where it could leave the folder."""
    parts = tuple(path.split("/"))
    if len(path) > LONGEST_PATH or _REFUSED.search(path):
        raise Unprintable(f"{path[:120]!r} can't be printed: it is too long or holds a control character.")
    for name in parts:
        if name in ("", ".", ".."):
            raise Unprintable(f"{path!r} can't be printed: each part needs a name, and the path starts without '/'.")
        if len(name.encode()) > LONGEST_NAME:
            raise Unprintable(f"{path[:120]!r} can't be printed: one name is longer than {LONGEST_NAME} bytes.")
    return parts


class Branch:
    """Changes below one folder: files put or removed here, and the branches of its subfolders."""

    __slots__ = ("branches", "files")

    def __init__(self) -> None:
        self.files: dict[str, Leaf | None] = {}
        self.branches: dict[str, Branch] = {}


def branch_of(changes: Iterable[tuple[str, Leaf | None]]) -> Branch:
    """The changes as a tree; of two for one path the later holds."""
    top = Branch()
    for path, leaf in changes:
        *folders, name = parts_of(path)
        here = top
        for folder in folders:
            here = here.branches.setdefault(folder, Branch())
        here.files[name] = leaf
    return top
