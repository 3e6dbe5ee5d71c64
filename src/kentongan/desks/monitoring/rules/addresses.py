"""When two links lead to one article."""

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# What outlets and messengers hang on a link to count clicks; nothing of it names another article.
COUNTERS = ("utm_", "fbclid", "gclid", "igshid", "ref", "source", "share", "amp", "output")


def plain_address(url: str) -> str:
    """The link without fragment, click counters, `www.`, `m.` and `amp`, its host in small letters.

    Raises:
        ValueError: it isn't an http address.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("a link begins with http:// or https://")
    host = parts.hostname.lower()
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(COUNTERS)]
    path = parts.path.rstrip("/").removesuffix("/amp") or "/"
    return urlunsplit(("https", host + port, path, urlencode(sorted(kept)), ""))


def address_hash(url: str) -> str:
    """SHA-256 of the plain address: two links to one article have one hash."""
    return hashlib.sha256(plain_address(url).encode()).hexdigest()


def host_of(url: str) -> str:
    """The host without `www.`: by it an outlet is known."""
    return urlsplit(plain_address(url)).hostname or ""
