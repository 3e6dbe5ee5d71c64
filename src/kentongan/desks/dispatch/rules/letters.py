"""What is written to a newsroom: the text itself, ready to be copied, with the way to check it."""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote

# WhatsApp cuts a shared text behind "read more" at about this length; the link carries the rest.
LONGEST_SHARED = 4000
# A wa.me address carries the text itself; about 2,000 characters pass through every browser and phone.
LONGEST_ADDRESS = 2000
# Mail programs that drop it show the same text plainly; numbers of sources stand high where it is kept.
STYLE = (
    "<style>body{font:16px/1.6 Georgia,serif;max-width:38em;margin:1em auto;padding:0 1em}"
    "h1{font-size:1.5em;line-height:1.25}"
    "h2{font-size:1.1em}.src{font-size:.7em;vertical-align:super;text-decoration:none}"
    "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #6B4423}img{max-width:100%;height:auto}</style>"
)
SHARE = "https://wa.me/?text="


@dataclass(frozen=True)
class Words:
    """The fixed words of a letter in the version's language."""

    number: str
    page: str
    check: str
    photos: str
    contact: str
    sources: str


@dataclass(frozen=True)
class Letter:
    """A release as it is mailed; addresses are whole."""

    title: str
    number: str
    text: str
    page: str
    check: str
    code: str
    contact: str = ""
    photos: int = 0
    sources: tuple[str, ...] = ()  # in the order of their numbers in the text
    opening: str = ""  # first what changed: a correction's note, a withdrawal's reason


def letter_text(letter: Letter, words: Words) -> str:
    """Plain text: what changed first, then the release, then how to check it; no line is wrapped by us."""
    head = [letter.opening] if letter.opening else []
    rests = "\n".join([words.sources, *(f"{n}. {one}" for n, one in enumerate(letter.sources, start=1))])
    tail = [f"{words.page}: {letter.page}"]
    tail += [f"{words.photos}: {letter.photos}"] * bool(letter.photos)
    tail += [
        f"{words.check}: {letter.check} ({letter.code})",
        *([f"{words.contact}: {letter.contact}"] * bool(letter.contact)),
    ]
    return "\n\n".join(
        [
            *head,
            letter.title,
            f"{words.number} {letter.number}",
            letter.text,
            *([rests] * bool(letter.sources)),
            "\n".join(tail),
        ]
    )


def shared_text(text: str, *, link: str, code_line: str) -> str:
    """A WhatsApp text within what is shown at once: cut at a paragraph, never inside one, with link and code kept."""
    if len(text) <= LONGEST_SHARED:
        return text
    tail = f"{link}\n{code_line}"
    room = LONGEST_SHARED - len(tail) - 4
    kept: list[str] = []
    for block in text.split("\n\n"):
        if sum(len(one) + 2 for one in kept) + len(block) > room:
            break
        kept.append(block)
    return "\n\n".join([*kept, "…", tail])


def letter_html(letter: Letter, words: Words, *, body: str) -> str:
    """The same letter for mail programs that show HTML; `body` is the text as the newsroom's rules escaped it."""
    opening = f"<p><b>{escape(letter.opening)}</b></p>\n" if letter.opening else ""
    photos = f"<br>{escape(words.photos)}: {letter.photos}" if letter.photos else ""
    contact = f"<br>{escape(words.contact)}: {escape(letter.contact)}" if letter.contact else ""
    items = "".join(f'<li id="s{n}">{escape(one)}</li>' for n, one in enumerate(letter.sources, start=1))
    rests = f"<h2>{escape(words.sources)}</h2>\n<ol>{items}</ol>\n" if items else ""
    page, check = escape(letter.page), escape(letter.check)
    return (
        f'<!doctype html>\n<html><head><meta charset="utf-8"><title>{escape(letter.title)}</title>\n'
        f"{STYLE}</head><body>\n"
        f"{opening}<h1>{escape(letter.title)}</h1>\n<p>{escape(words.number)} {escape(letter.number)}</p>\n"
        f"{body}\n{rests}"
        f'<p>{escape(words.page)}: <a href="{page}">{page}</a>{photos}<br>\n'
        f'{escape(words.check)}: <a href="{check}">{escape(letter.code)}</a>{contact}</p>\n'
        "</body></html>\n"
    )


def share_address(text: str, *, title: str, lead: str, link: str, code_line: str) -> str:
    """The address that opens WhatsApp with the text: whole where it fits, else headline, lead, link and code.

    A lead that is itself too long is cut at a word: the link carries the rest. Linear in the text's length.
    """
    if len(text) <= LONGEST_ADDRESS and len(whole := SHARE + quote(text, safe="")) <= LONGEST_ADDRESS:
        return whole
    head, tail = f"*{' '.join(title.replace('*', '').split())[:200]}*", f"{link}\n{code_line}"
    room = LONGEST_ADDRESS - len(SHARE + quote(f"{head}\n\n\n\n …{tail}", safe=""))
    kept: list[str] = []
    for word in lead[:LONGEST_ADDRESS].split():
        room -= len(quote(f"{word} ", safe=""))
        if room < 0:
            kept.append("…")
            break
        kept.append(word)
    return SHARE + quote("\n\n".join(part for part in (head, " ".join(kept), tail) if part), safe="")
