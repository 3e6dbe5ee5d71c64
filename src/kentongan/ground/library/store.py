"""Private files by their hash under LIBRARY; nothing here is ever served by its path."""

import hashlib
import os
from pathlib import Path

from django.conf import settings


def keep(content: bytes) -> tuple[str, str]:
    """Write once: (path under LIBRARY, SHA-256). Called before the row's transaction; a file without a row is swept."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = f"{sha256[:2]}/{sha256}"
    file = Path(settings.LIBRARY) / path
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = file.with_name(f".{sha256}.{os.getpid()}")
        with unfinished.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.chmod(0o600)
        unfinished.rename(file)
    return path, sha256


def read(path: str) -> bytes:
    """The file's bytes.

    Raises:
        FileNotFoundError: it was lost; the row still says its hash.
    """
    root = Path(settings.LIBRARY).resolve()
    file = (root / path).resolve()
    if root not in file.parents:
        raise FileNotFoundError(path)
    return file.read_bytes()
