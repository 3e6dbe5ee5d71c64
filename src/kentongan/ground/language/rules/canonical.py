"""The canonical text of a version, its hash, and whether a pasted text is the same.

The hash is what a QR code and the verify page speak of (DESIGN 3), so this form never changes under one version number:
a new rule gets a new `CANONICAL_VERSION`, and old versions keep the one they were frozen with.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

CANONICAL_VERSION = 1

# What `str.isspace` and \s know, and the blanks they don't: zero width space, word joiner, byte order mark.
_BLANKS = re.compile(r"[\s\u200b\u2060\ufeff]+")


def canonical_text(blocks: Iterable[str]) -> str:
    """Unicode NFC, one blank between words, blocks in order with an empty line between; blocks without words fall out.

    The blocks come with speakers and facts resolved to words. Running it on its own result's blocks changes nothing.
    """
    cleaned = (_BLANKS.sub(" ", unicodedata.normalize("NFC", block)).strip() for block in blocks)
    return "\n\n".join(block for block in cleaned if block)


def text_hash(canonical: str, *, facts: Iterable[str] = (), files: Iterable[str] = ()) -> str:
    """SHA-256 (hex) over the version number of the form, the text, the facts' ids and the files' own hashes.

    Facts and files count as sets: their order says nothing. Each part carries its length, so that no two different
    lists read alike.
    """
    digest = hashlib.sha256()
    parts = (
        ("canonical", [str(CANONICAL_VERSION)]),
        ("text", [canonical]),
        ("facts", sorted(set(facts))),
        ("files", sorted(set(files))),
    )
    for name, values in parts:
        digest.update(f"{name} {len(values)}\n".encode())
        for value in values:
            data = value.encode("utf-8", "surrogatepass")
            digest.update(f"{len(data)}:".encode() + data + b"\n")
    return digest.hexdigest()


# WhatsApp writes "[27/5 14.30] Budi: " or "27/05/26 14.30 - Budi: " before a copied message, by locale with : or . in
# the time, with AM/PM, and with U+200E or U+202F around; seen in exports of Android and iOS.
_COPIED_FROM = re.compile(
    r"^[\u200e\u200f\u202a-\u202e \t]*+(?:"
    r"\[\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?,?\s\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\]\s?[^:\n]{1,60}:\s?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s\d{1,2}[.:]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\s-\s[^:\n]{1,60}:\s?)",
    re.MULTILINE,
)
# WhatsApp's own marks only where they embrace words: `2*3*4` and `nama_file_baru` stay.
_EMBRACED = tuple(
    re.compile(rf"(?<![\w{mark}]){mark}(?=\S)([^{mark}\n]*+)(?<=\S){mark}(?![\w{mark}])") for mark in (r"\*", "_", "~")
)
_CODE = re.compile(r"```|(?<!`)`(?!`)")
_BULLET = re.compile(r"^[ \t]*+(?:[-–—*•·▪◦‣●○>]+|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼʻ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_ANY_BLANK = re.compile(r"\s+")
_AROUND_DASH = re.compile(r" ?-+ ?")


def normalise_pasted(text: str) -> str:
    """The words of a text as they are when passed on by hand: one line, no formatting, plain quotes and dashes.

    Folded: formatting marks of WhatsApp, "[date] name:" heads, bullets and item numbers, invisible and direction marks,
    width and ligature forms (NFKC), quotes, dashes, breaks. Kept: every letter, digit and mark, and their case.
    """
    text = _COPIED_FROM.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CODE.sub("", _INVISIBLE.sub("", text))
    text = _BULLET.sub("", text)
    for pattern in _EMBRACED:
        text = pattern.sub(r"\1", text)
    text = unicodedata.normalize("NFKC", text.translate(_FOLD)).translate(_FOLD)
    return _AROUND_DASH.sub("-", _ANY_BLANK.sub(" ", text)).strip()


def pasted_equal(pasted: str, canonical: str) -> bool:
    """Whether a text that went through WhatsApp still says word for word what the canonical text says."""
    return normalise_pasted(pasted) == normalise_pasted(canonical)
