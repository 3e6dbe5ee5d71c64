"""How often one address may knock at a door that computes."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _


def too_many(request: HttpRequest, door: str, *, per_minute: int) -> HttpResponse | None:
    """A 429 with a sentence where this address knocked more often than that in this minute; else None.

    Counted per process: the worst case is the limit times the number of web processes. The address itself isn't kept.
    """
    minute = int(request.now.timestamp() // 60)  # type: ignore[attr-defined]
    key = f"knock:{door}:{salted_hmac('knock', _address(request)).hexdigest()[:32]}:{minute}"
    cache.add(key, 0, 120)
    try:
        knocks = cache.incr(key)
    except ValueError:  # thrown out meanwhile, to make room: nobody is refused for that
        return None
    if knocks <= per_minute:
        return None
    response = HttpResponse(_("Too many requests from your address. Try again in a minute."), status=429)
    response["Retry-After"] = "60"
    response["Content-Type"] = "text/plain; charset=utf-8"
    return response


def _address(request: HttpRequest) -> str:
    """Who knocks; behind a proxy on this machine, the last address that the proxy itself wrote down."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    named = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return named if named and peer in ("127.0.0.1", "::1") else peer
