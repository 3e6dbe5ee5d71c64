"""XML written by hand, so that the same values give the same bytes; every letter that XML can't carry is left out."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

# XML 1.0 knows no other control characters, and no lone surrogates.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def said(text: str) -> str:
    """Text between two marks."""
    return escape(_UNSAYABLE.sub("", text))


def node(name: str, text: str = "", **attributes: str) -> str:
    """One element with its text."""
    named = "".join(f" {key}={quoteattr(_UNSAYABLE.sub('', value))}" for key, value in attributes.items())
    return f"<{name}{named}>{said(text)}</{name}>" if text else f"<{name}{named}/>"


def moment(at: datetime) -> str:
    """RFC 3339 in UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
