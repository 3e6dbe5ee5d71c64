"""Which documents are taken in, told by their first bytes."""

MOST_BYTES = 40 << 20

# What an office receives: letters, minutes, tables, scans. Programs, archives of programs and pages with script aren't.
_BY_FIRST_BYTES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_BY_NAME = {
    ("application/zip", ".docx"): "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ("application/zip", ".xlsx"): "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ("application/zip", ".odt"): "application/vnd.oasis.opendocument.text",
    ("application/zip", ".ods"): "application/vnd.oasis.opendocument.spreadsheet",
    ("application/x-ole-storage", ".doc"): "application/msword",
    ("application/x-ole-storage", ".xls"): "application/vnd.ms-excel",
}


class NotAPaper(ValueError):
    """The sentence says why the file isn't taken in."""


def sniff(content: bytes, name: str) -> str:
    """The kind of a document by its first bytes; the name only tells apart what begins alike.

    Raises:
        NotAPaper: too large, empty, or of a kind that isn't kept.
    """
    if not content:
        raise NotAPaper("the file is empty")
    if len(content) > MOST_BYTES:
        raise NotAPaper(f"larger than {MOST_BYTES >> 20} MB")
    ending = f".{name.rpartition('.')[2].lower()}"
    for first, mime in _BY_FIRST_BYTES:
        if content.startswith(first):
            if mime in ("application/zip", "application/x-ole-storage"):
                if (mime, ending) not in _BY_NAME:
                    raise NotAPaper("an archive or an unknown office file; keep it as PDF, DOCX or XLSX")
                return _BY_NAME[mime, ending]
            return mime
    if ending in (".txt", ".csv") and b"\0" not in content:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotAPaper("a text file that isn't UTF-8") from error
        return "text/plain" if ending == ".txt" else "text/csv"
    raise NotAPaper("not a PDF, DOCX, XLSX, ODT, ODS, TXT, CSV, JPEG or PNG")
