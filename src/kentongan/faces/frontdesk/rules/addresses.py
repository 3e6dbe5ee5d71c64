"""Where each printed page stands. A path has no slash in front and ends in one; an address is `/` and the path."""

from datetime import date

# A reader scrolls through fifty headlines; more make the page heavier than a phone's minute of patience.
PER_PAGE = 50
NEWEST = 20

# Indonesian pages stand at the root, English ones below `en/`; files, feeds and photographs stand once.
PREFIXES = {"id": "", "en": "en/"}


def file_of(path: str, language: str = "id") -> str:
    """The printed file of a page: `siaran/` in English is `en/siaran/index.html`."""
    return f"{PREFIXES[language]}{path}index.html"


def address(path: str, language: str = "id") -> str:
    """What a link to a page says."""
    return f"/{PREFIXES[language]}{path}"


def other(language: str) -> str:
    """The other of the two languages."""
    return "en" if language == "id" else "id"


def archive_page(slot: int) -> int:
    """On which page of the archive a place is; the pages are numbered from the oldest, so that a full one stays."""
    return (slot - 1) // PER_PAGE + 1


def archive_slots(page: int) -> tuple[int, int]:
    """First and last place on a page."""
    return (page - 1) * PER_PAGE + 1, page * PER_PAGE


def archive_pages(last_slot: int) -> int:
    """How many pages there are. After a full one stands an empty one, so that its link forward never has to change."""
    return last_slot // PER_PAGE + 1


def archive_path(page: int) -> str:
    """A page of the archive."""
    return f"siaran/arsip/{page}/"


def month_path(base: str, month: date) -> str:
    """A month of a topic's, an agency's or a leader's releases."""
    return f"{base}{month:%Y-%m}/"


def check_path(code: str) -> str:
    """Where a QR code leads."""
    return f"cek/{code}/"


def photo_path(line: str, photograph_id: int, *, width: int, sha256: str, ending: str) -> str:
    """A copy of a photograph; its name carries its hash, so that it is kept for ever."""
    return f"{line}foto/{photograph_id}-{width}.{sha256[:12]}.{ending}"


def document_path(version: str, number: str, *, edition: int, ending: str) -> str:
    """The PDF or the plain text of a version, named so that it is found again among others: number and version."""
    named = "".join(letter if letter.isalnum() else "-" for letter in number.lower())
    return f"{version}siaran-{named}-versi-{edition}.{ending}"
