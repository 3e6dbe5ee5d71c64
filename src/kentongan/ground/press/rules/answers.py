"""How a printed file is answered for over HTTP: its type, who may keep it how long, which encoding, which part."""

import re
from collections.abc import Iterable
from functools import lru_cache

TYPES = {
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "asc": "application/pgp-keys",
}
OTHER_TYPE = "application/octet-stream"

# Printed pages run our own files and nothing else: no inline script or style, no frame, no foreign host. The cloth's
# edge is a drawing inside a style (`data:`).
SECURITY = (
    (
        "content-security-policy",
        (
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
            "form-action 'self'"
        ),
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cross-origin-opener-policy", "same-origin"),
)

# A correction must reach a reader who comes back within the minute; when we are down, a cache may show yesterday's.
CHANGING = "public, max-age=30, s-maxage=60, stale-if-error=86400"
FOR_EVER = "public, max-age=31536000, immutable"
# A style names its fonts without a hash; a new cut of a face comes under a new name, so a month is safe.
A_MONTH = "public, max-age=2592000"

# The hash that a file's name carries before its ending, as in `base.3f9a1c2b44d0.css`: new bytes, new name.
_HASHED_NAME = re.compile(r"\.[0-9a-f]{8,64}\.[a-z0-9]+\Z")

# The same as a question behind the name, as in `base.css?v=3f9a1c2b44`: a page links its style so.
_HASHED_QUESTION = re.compile(r"v=([0-9a-f]{8,64})\Z")

_QUALITY = re.compile(r"q\s*=\s*([01](?:\.\d{0,3})?)\s*\Z", re.IGNORECASE)
_RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*\Z", re.ASCII)


class Unsatisfiable(ValueError):
    """The range asked for lies outside the file: 416."""


def type_of(name: str) -> str:
    """The media type of a printed file, by its ending."""
    return TYPES.get(name.rpartition(".")[2], OTHER_TYPE)


def cache_rule(name: str) -> str:
    """The Cache-Control of a printed file: for ever where its name carries its hash, a month for fonts."""
    if _HASHED_NAME.search(name):
        return FOR_EVER
    return A_MONTH if name.endswith(".woff2") else CHANGING


def names_bytes(query: str, sha256: str) -> bool:
    """Whether the question names exactly these bytes: a worker that still shows the print before must not promise
    old bytes for ever under the new name."""
    found = _HASHED_QUESTION.match(query)
    return found is not None and sha256.startswith(found[1])


@lru_cache(maxsize=1024)
def accepted(header: str) -> frozenset[str]:
    """Which of `br` and `gzip` an Accept-Encoding allows (RFC 9110 12.5.3); q=0 forbids, `*` stands for the unnamed."""
    named: dict[str, bool] = {}
    for part in header.lower().split(","):
        coding, _, parameter = part.partition(";")
        quality = _QUALITY.match(parameter.strip()) if parameter.strip() else None
        named[coding.strip()] = not parameter.strip() or (quality is not None and float(quality[1]) > 0)
    any_other = named.get("*", False)
    return frozenset(coding for coding in ("br", "gzip") if named.get(coding, any_other))


def has_it(if_none_match: str, etag: str) -> bool:
    """Whether the reader's own copy is this one (weak comparison, RFC 9110 13.1.2)."""
    if if_none_match.strip() == "*":
        return True
    return etag in (each.strip().removeprefix("W/") for each in if_none_match.split(","))


def part_of(header: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last, for a `Range`; None where the whole file is the right answer.

    Several ranges and what we can't read get the whole file, as RFC 9110 14.2 allows. Raises `Unsatisfiable`.
    """
    found = _RANGE.match(header)
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        first, end = max(size - int(found[2]), 0), size
    else:
        first, end = int(found[1]), min(int(found[2]) + 1, size) if found[2] else size
        if found[2] and int(found[2]) < first:
            return None
    if first >= end:
        raise Unsatisfiable(header)
    return first, end


def whole_names(prefixes: Iterable[str]) -> tuple[str, ...]:
    """What `f"{path}/"` starts with when a path is one of these or below it: `/cari` and `/cari/x`, not `/carita`."""
    return tuple(f"{prefix.rstrip('/')}/" for prefix in prefixes)
