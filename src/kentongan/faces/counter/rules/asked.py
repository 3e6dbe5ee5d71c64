"""What was typed to be checked: a link, a code, a number or a text; and which of its links aren't ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kentongan.desks.newsroom.rules.links import is_ours

# A speech of an hour has 60,000 letters; what is longer was not read aloud and not sent by us.
MOST_LETTERS = 200_000

_LABEL = re.compile(r"(?:nomor|number|no\.?|kode(?: periksa)?|(?:verify )?code)\s*:?\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"\bhttps?://[^\s<>\"]+", re.IGNORECASE)
_RELEASE = re.compile(r"/(?:en/)?siaran/(\d{1,9})-[^/]*(?:/(?:versi-(\d{1,5})(?:/.*)?)?)?\Z")
_CHECK = re.compile(r"/(?:en/)?cek/([0-9A-Za-z-]{4,12})/?\Z")
_NUMBER = re.compile(r"[^\s/]+(?:/[^\s/]+){2,}\Z")
_CODE = re.compile(r"[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4}\Z")
_SIGNED = re.compile(r"\b(?:kode periksa|verify code)\s*:?\s+([0-9A-Za-z]{4}-[0-9A-Za-z]{4})\b", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-fA-F]{64}\Z")


@dataclass(frozen=True)
class Asked:
    """`kind` is link, foreign (a link that isn't ours), number, code, hash or text; `words` without their label."""

    kind: str
    words: str
    slot: int = 0
    edition: int = 0


def read(typed: str, *, domain: str) -> Asked:
    """What was meant. A link counts as ours by its host alone: everybody can write our path behind his own."""
    words = typed.strip()
    if _LINK.fullmatch(words):
        return _link(words, domain=domain)
    if label := _LABEL.match(words):
        words = words[label.end() :].strip()
    compact = re.sub(r"\s+", "", words)
    if _HASH.match(compact):
        return Asked("hash", compact.lower())
    if _NUMBER.match(words):
        return Asked("number", words.upper())
    if _CODE.match(words):
        return Asked("code", words)
    return Asked("text", typed.strip())


def _link(words: str, *, domain: str) -> Asked:
    if not is_ours(words, domain=domain):
        return Asked("foreign", words)
    path = urlsplit(words).path
    if found := _RELEASE.match(path):
        return Asked("link", words, slot=int(found[1]), edition=int(found[2] or 0))
    if found := _CHECK.match(path):
        return Asked("code", found[1])
    return Asked("link", words)


def named(typed: str, *, domain: str) -> Asked | None:
    """The release that a pasted text says it is: by the last of our links in it, else by its code; None where by none.

    Every message of ours ends with both, so a text that was changed or cut says itself with what to compare it.
    """
    links = (_link(link.rstrip(".,;:!?)*_~"), domain=domain) for link in reversed(_LINK.findall(typed)[-50:]))
    if link := next((one for one in links if one.slot or one.kind == "code"), None):
        return link
    code = _SIGNED.search(typed)
    return Asked("code", code[1]) if code else None


def foreign_links(typed: str, *, domain: str, known: str) -> list[str]:
    """Links in a pasted text that are neither ours nor part of what we wrote: they were added by somebody else."""
    found = dict.fromkeys(link.rstrip(".,;:!?)*_~") for link in _LINK.findall(typed))
    return [link for link in found if not is_ours(link, domain=domain) and link not in known]
