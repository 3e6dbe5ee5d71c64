"""Files of opened versions on disk, under the private library: values in and out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings

FOLDER = "versions"


def keep(version_id: int, name: str, content: bytes) -> tuple[str, str]:
    """Write a file once and durably; (path under the library, SHA-256). A file that is there already stays as it is."""
    place = Path(settings.LIBRARY) / FOLDER / str(version_id)
    place.mkdir(parents=True, exist_ok=True)
    file = place / name
    if not file.exists():
        fresh = place / f".{name}.{os.getpid()}"
        with fresh.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(fresh, file)  # whoever was first wins; rename would put a second file in its place
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    kept = file.read_bytes()
    return f"{FOLDER}/{version_id}/{name}", hashlib.sha256(kept).hexdigest()


def read(path: str) -> bytes:
    """The bytes of a file that `keep` told the path of."""
    return (Path(settings.LIBRARY) / path).read_bytes()
