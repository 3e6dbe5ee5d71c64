"""Which addresses we may reach, and what a URL must be before anyone resolves it. No socket here."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

# IANA special-purpose registries (RFC 6890 and its updates), written out: Python's own `is_global` has changed
# its mind between versions, and a door's rule may not change with an upgrade.
BARRED = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20",
        "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
COMPATIBLE = ip_network("::/96")  # RFC 4291, 2.5.5.1 (deprecated, still parsed)
# What speaks HTTP in practice; a crawler that can be led to port 25 writes other people's mail.
PORTS = frozenset({80, 443, 8080, 8443})
MOST_REDIRECTS = 5
LONGEST_URL = 4096


class NotAllowed(ValueError):
    """The URL or address lies outside what may be reached; the message says why."""


@dataclass(frozen=True)
class Target:
    """A URL taken apart: `host` in ASCII, `path` with its query, ready for the request line."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, self.host, self.port)

    @property
    def place(self) -> str:
        """`host:port`, as exceptions are written in the settings."""
        return f"{self.host}:{self.port}"

    @property
    def host_header(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port == (443 if self.scheme == "https" else 80) else f"{shown}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.path}"


def may_reach(address: str) -> bool:
    """Whether an address is one of the public internet; an embedded IPv4 address is judged too.

    Anything that can't be read as an address is refused.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(not _barred(one) for one in (found, *_embedded(found)))


def _barred(address: IPv4Address | IPv6Address) -> bool:
    return any(address.version == block.version and address in block for block in BARRED)


def _embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address carries: mapped, compatible, 6to4, Teredo, NAT64."""
    if isinstance(address, IPv4Address):
        return []
    found = [a for a in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())) if a is not None]
    if address in NAT64 or address in COMPATIBLE:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return found


def target_of(url: str, *, allowed: frozenset[str] = frozenset()) -> Target:
    """Take a URL apart for a request.

    `allowed` are exceptions as `host:port`, from the settings: their port and address aren't judged.

    Raises:
        NotAllowed: not http or https, no host, a name and password in it, a port that isn't HTTP's, too long.
    """
    if len(url) > LONGEST_URL:
        raise NotAllowed(f"the address is longer than {LONGEST_URL} characters")
    if any(ord(c) <= 32 or ord(c) == 127 for c in url.strip()):
        raise NotAllowed("the address has blanks or control characters in it")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise NotAllowed(f"the address can't be read: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise NotAllowed(f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed("an address that carries a name or a password isn't fetched")
    host = _ascii_host(parts.hostname or "")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    target = Target(
        parts.scheme,
        host,
        (443 if parts.scheme == "https" else 80) if port is None else port,
        f"{path}?{query}" if query else path,
    )
    if target.place not in allowed and target.port not in PORTS:
        raise NotAllowed(f"port {target.port} isn't one of HTTP's")
    return target


def _ascii_host(host: str) -> str:
    if not host:
        raise NotAllowed("the address names no host")
    if ":" in host:  # IPv6, already without its brackets
        return host
    try:
        return host.encode("idna").decode("ascii").rstrip(".").lower() if not host.isascii() else host.rstrip(".")
    except UnicodeError:
        raise NotAllowed("the host's name can't be written in ASCII") from None


def after_redirect(status: int, method: str, origin: Target, location: str) -> tuple[str, str, bool]:
    """Where a redirect leads: (URL, method, whether the body goes along). RFC 9110, 15.4.

    301 and 302 turn a POST into a GET, as every browser does; 303 always; 307 and 308 keep both.
    """
    url = urljoin(origin.url, location)
    if status in (307, 308) or method in ("GET", "HEAD"):
        return url, method, status in (307, 308)
    return url, "GET", False
