"""Bytes that came over the wire become text: which character set was really used, and is it a page at all."""

import codecs
import re

from kentongan.desks.monitoring.rules.extraction.page import NotAPage

# The longest article page met in the field is 1.2 MB; 64 MB leaves room for pages with pictures written into them.
LARGEST = 64 << 20
# Where a page may declare its charset: the HTML standard reads 1,024 bytes, real pages put scripts before it.
DECLARED_WITHIN = 8192
# More broken sequences than this share of all non-ASCII bytes and the page isn't UTF-8 with a scratch, but another set.
SCRATCHED_UTF8 = 0.2

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_.:-]{2,40})")
_ANY_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|div|p|article|section|table|span|meta|title|h[1-6]|a|br|main)\b", re.IGNORECASE
)
_FEED = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_NON_ASCII = re.compile(rb"[\x80-\xff]+")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x00\x00\x00", "a media file"),
)
# Codecs that aren't charsets of pages; punycode is quadratic besides.
_NO_CHARSET = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})
# HTML standard: these labels mean windows-1252, whose 0x80-0x9F are the quotes and dashes that newsrooms paste.
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})


def decode(data: bytes) -> tuple[str, str]:
    """The page's text, without NULs, and the name of the charset that was used.

    A byte order mark wins, then bytes that are valid UTF-8 (whatever the page declares: the chance that other text
    with non-ASCII letters is valid UTF-8 by accident is negligible), then the declaration, then windows-1252.

    Raises:
        NotAPage: the bytes are empty, too many, or plainly something else.
    """
    refuse_what_is_no_page(data)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").replace("\0", ""), name
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, "replace").replace("\0", ""), wide
    try:
        return data.decode("utf-8").replace("\0", ""), "utf-8"
    except UnicodeDecodeError:
        return _decode_declared(data)


def refuse_what_is_no_page(data: bytes) -> None:
    """A sentence for what isn't HTML: empty, too large, a feed, a picture, text without a tag."""
    if not data.strip(b"\0 \t\r\n"):
        raise NotAPage("The page is empty.")
    if len(data) > LARGEST:
        raise NotAPage(f"The page has {len(data) >> 20} MB; pages over {LARGEST >> 20} MB aren't read.")
    for mark, name in _OTHER_FILES:
        if data.startswith(mark) and not data.startswith((codecs.BOM_UTF32_BE, codecs.BOM_UTF32_LE)):
            raise NotAPage(f"This is {name}, not an HTML page.")
    head = data[:65536].replace(b"\0", b"")
    if _FEED.match(head.removeprefix(codecs.BOM_UTF8)):
        raise NotAPage("This is a feed or sitemap in XML, not an HTML page.")
    if not _ANY_TAG.search(head) and not _ANY_TAG.search(data):
        raise NotAPage("There is no HTML tag in it; this is no HTML page.")


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: in Latin text every other byte is NUL."""
    sample = data[:2000]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if max(first, second) < 0.15 * len(sample) or min(first, second) > 0.02 * len(sample):
        return None  # NULs on both sides are dirt, not a charset
    return "utf-16-le" if second > first else "utf-16-be"


def _decode_declared(data: bytes) -> tuple[str, str]:
    """Bytes that aren't valid UTF-8: by their declaration where that can be, else as windows-1252."""
    name = declared(data)
    if name in (None, "utf-8") and _mostly_utf8(data):
        return data.decode("utf-8", "replace").replace("\0", ""), "utf-8"
    if name in (None, "utf-8") or name in _LATIN:
        name = "cp1252"
    return data.decode(name, "replace").replace("\0", ""), name


def declared(data: bytes) -> str | None:
    """The charset that the page itself names, as Python knows it; None where it names none that can be true.

    UTF-16 in a declaration that was itself readable as ASCII is a lie, by the HTML standard it means UTF-8.
    """
    head = data[:DECLARED_WITHIN]
    found = _DECLARED.search(head) or _XML_DECLARED.search(head)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)  # a codec of bytes to bytes (zlib, hex) is no charset
    except (LookupError, TypeError, ValueError):
        return None
    if name in _NO_CHARSET:
        return None
    return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _mostly_utf8(data: bytes) -> bool:
    """Whether the text is UTF-8 with a few broken sequences (cut in transit, one pasted line) and not another set."""
    lost = data.decode("utf-8", "replace").count("�") - data.count("�".encode())
    runs = sum(1 for _ in _NON_ASCII.finditer(data))
    return lost <= max(1, runs * SCRATCHED_UTF8)
