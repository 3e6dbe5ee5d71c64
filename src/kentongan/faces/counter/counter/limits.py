"""How often one address may knock at a door that computes."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


def too_many(request: HttpRequest, door: str, *, per_minute: int) -> HttpResponse | None:
    """A 429 with a sentence where this address knocked more often than that in this minute; else None.

    Counted per process: the worst case is the limit times the number of web processes.
    """
    minute = int(request.now.timestamp() // 60)  # type: ignore[attr-defined]
    key = f"knock:{door}:{request.META.get('REMOTE_ADDR', '')}:{minute}"
    cache.add(key, 0, 120)
    if cache.incr(key) <= per_minute:
        return None
    response = HttpResponse(_("Too many requests from your address. Try again in a minute."), status=429)
    response["Retry-After"] = "60"
    response["Content-Type"] = "text/plain; charset=utf-8"
    return response
