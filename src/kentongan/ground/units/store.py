"""What the sign-in's limits are counted in: small files that every web process shares."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

# Longer than any limit looks back: what wasn't written for so long counts for nothing.
LONGEST = 3600


class SharedCounts(FileBasedCache):
    """Django's file cache with an `add` that only one of many takes, which a lock over several processes needs."""

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:  # type: ignore[override]
        """Whether it wasn't there; two at once never both hear yes."""
        with self._alone():
            return super().add(key, value, timeout, version)

    def _cull(self) -> None:
        """What is of no use any more goes first, so that a flood of new names costs a live count its place last."""
        files = self._list_cache_files()  # type: ignore[attr-defined]
        if len(files) < self._max_entries:  # type: ignore[attr-defined]
            return
        old = time.time() - LONGEST
        for file in files:
            try:
                if Path(file).stat().st_mtime < old:
                    self._delete(file)  # type: ignore[attr-defined]
            except OSError:  # another process was first
                continue
        super()._cull()  # type: ignore[misc]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """A lock of its own description, so that threads wait for each other too."""
        self._createdir()  # type: ignore[attr-defined]
        lock = os.open(Path(self._dir) / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)  # type: ignore[attr-defined]
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)
