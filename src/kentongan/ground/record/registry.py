"""Who listens to what, and which ways out of the house there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from kentongan.ground.record.rules import Exit

Listener = Callable[..., None]

LISTENERS: dict[str, list[str]] = defaultdict(list)  # event name -> listener names, in the order of registration
BY_NAME: dict[str, Listener] = {}
EXITS: dict[str, Exit] = {}

# Filled by `apps.py` with the task that delivers one entry to one listener: verbs stand below arrivals.
carry: Callable[[int, str], Any] | None = None


def listens_to(event: type) -> Callable[[Listener], Listener]:
    """`@listens_to(VersionOpened)` on `def name(entry, *, now)`; called from the queue, once per entry."""

    def register(listener: Listener) -> Listener:
        name = f"{listener.__module__}.{listener.__name__}"
        if name not in BY_NAME:
            LISTENERS[event.__name__].append(name)
        BY_NAME[name] = listener
        return listener

    return register


def way_out(name: str, *, public: bool) -> Exit:
    """Register an exit; a way out that isn't here fails the suite (DESIGN 3, Exit)."""
    return EXITS.setdefault(name, Exit(name, public))


PAGE = way_out("page", public=True)
FILE = way_out("file", public=True)
FEED = way_out("feed", public=True)
SEARCH = way_out("search", public=True)
VERIFY = way_out("verify", public=True)
CALENDAR = way_out("calendar", public=True)
OFFICE = way_out("office", public=False)
MAIL = way_out("mail", public=False)
WHATSAPP = way_out("whatsapp", public=False)
REVIEW = way_out("review", public=False)
PRIVATE_CALENDAR = way_out("private-calendar", public=False)
