"""Copies of photographs are made outside any transaction, once."""

from __future__ import annotations

from datetime import datetime

from kentongan.ground.library import actions, store
from kentongan.ground.library.models import Photograph, Rendition
from kentongan.ground.library.rules.pictures import copies


def ensure_renditions(photograph: Photograph, *, now: datetime) -> list[Rendition]:
    """The copies of a photograph, made if they aren't there. Never call it inside a transaction: it takes seconds."""
    standing = list(photograph.renditions.all())
    if standing:
        return standing
    original = store.read(photograph.file)
    made = []
    for copy in copies(original, credit=photograph.credit, caption=photograph.caption):
        path, sha256 = store.keep(copy.content)
        made.append((actions.Kept(f"{copy.width}.{copy.format}", path, sha256, len(copy.content)), copy))
    return actions.keep_renditions(photograph=photograph, made=made, now=now)
