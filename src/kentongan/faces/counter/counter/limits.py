"""How often one address may knock at a door that computes."""

from __future__ import annotations

import logging
from functools import cache
from ipaddress import ip_address, ip_network
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from kentongan.faces.counter.store import Knocks

log = logging.getLogger(__name__)


def too_many(request: HttpRequest, door: str, *, per_minute: int) -> HttpResponse | None:
    """A 429 with a sentence where this address knocked more often than that in this minute; else None.

    All web processes count together; the address itself isn't kept. Where nothing can be counted (a full disk), nobody
    is refused for that.
    """
    minute = int(request.now.timestamp() // 60)  # type: ignore[attr-defined]
    try:
        count = knocks(settings.KNOCKS).knock(salted_hmac(door, _address(request)).digest(), minute=minute)
    except OSError as error:
        log.warning("Nobody counts how often who knocks: %s", type(error).__name__)
        return None
    if count <= per_minute:
        return None
    response = HttpResponse(_("Too many requests from your address. Try again in a minute."), status=429)
    response["Retry-After"] = "60"
    response["Content-Type"] = "text/plain; charset=utf-8"
    return response


@cache
def knocks(path: Path) -> Knocks:
    """The one file, opened once per process."""
    return Knocks(path)


def _address(request: HttpRequest) -> str:
    """Who knocks; behind a proxy on this machine, the last address that the proxy itself wrote down.

    Of IPv6 the first half: whoever is given one address is given the 2^64 beside it.
    """
    peer = str(request.META.get("REMOTE_ADDR", ""))
    named = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    said = named if named and peer in ("127.0.0.1", "::1") else peer
    try:
        address = ip_address(said)
    except ValueError:
        return said
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
