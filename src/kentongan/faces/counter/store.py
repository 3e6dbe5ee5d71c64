"""How often who knocked in this minute: one small file that every web process counts in together.

A count-min sketch: rows of counters, in each of which a name has one place; its count is the least of its places. The
file never grows and nothing is thrown out, so no flood of names takes a knocker's own count away; under a very great
one a name may be counted too high, never too low. Names aren't kept at all.
"""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import struct
import threading
from pathlib import Path

ROWS, PLACES = 4, 1 << 16
MOST = 0xFFFF
_COUNTER, _MINUTE = struct.Struct("<H"), struct.Struct("<Q")
_PAGE = ROWS * PLACES * _COUNTER.size
# Two pages: a slow process may still count in the minute before.
_HEAD = 2 * _MINUTE.size
SIZE = _HEAD + 2 * _PAGE


class Knocks:
    """The file, mapped into memory; safe for threads and processes."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the file can't be made."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._threads = threading.Lock()
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            if os.fstat(self._file).st_size != SIZE:
                os.ftruncate(self._file, SIZE)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._memory = mmap.mmap(self._file, SIZE)

    def knock(self, name: bytes, *, minute: int) -> int:
        """Count one knock; how many there were in this minute with it."""
        digest = hashlib.sha256(name).digest()
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                start = self._page(minute)
                places = [
                    start + (row * PLACES + int.from_bytes(digest[4 * row : 4 * row + 4], "big") % PLACES) * 2
                    for row in range(ROWS)
                ]
                counts = [_COUNTER.unpack_from(self._memory, place)[0] for place in places]
                least = min(min(counts) + 1, MOST)
                # Only what is below the new count is raised: it keeps others' counts from growing along.
                for place, count in zip(places, counts, strict=True):
                    if count < least:
                        _COUNTER.pack_into(self._memory, place, least)
                return least
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let the file go."""
        self._memory.close()
        os.close(self._file)

    def _page(self, minute: int) -> int:
        """Where the minute's counters begin; emptied when it is the first knock of it."""
        which = minute % 2
        start = _HEAD + which * _PAGE
        if _MINUTE.unpack_from(self._memory, which * _MINUTE.size)[0] != minute:
            self._memory[start : start + _PAGE] = bytes(_PAGE)
            _MINUTE.pack_into(self._memory, which * _MINUTE.size, minute)
        return start
