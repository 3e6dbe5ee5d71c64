"""How entries become a chain: the same few lines stand in `verifier.py`, which needs nothing but Python."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

GENESIS = "0" * 64


def entry_line(entry: Mapping[str, Any]) -> str:
    """One entry as canonical JSON: sorted keys, no spaces, ASCII; times in UTC ISO 8601 with microseconds."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest_of(line: str) -> str:
    """SHA-256 of a line, hex."""
    return hashlib.sha256(line.encode("ascii")).hexdigest()


def seal_digest(previous: str, digests: Iterable[str]) -> str:
    """The head after sealing entries with these digests, in this order, onto the head `previous`."""
    return hashlib.sha256("\n".join([previous, *digests]).encode("ascii")).hexdigest()
