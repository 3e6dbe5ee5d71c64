"""What is written to a newsroom: the text itself, ready to be copied, with the way to check it."""

from dataclasses import dataclass

# WhatsApp cuts a shared text behind "read more" at about this length; the link carries the rest.
LONGEST_SHARED = 4000


@dataclass(frozen=True)
class Words:
    """The fixed words of a letter in the version's language."""

    number: str
    page: str
    pdf: str
    check: str
    photos: str
    contact: str
    sources: str
    why: str


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
    pdf: str = ""
    photos: int = 0
    opening: str = ""  # first what changed: a correction's note, a withdrawal's reason


def letter_text(letter: Letter, words: Words) -> str:
    """Plain text: what changed first, then the release, then how to check it; no line is wrapped by us."""
    head = [letter.opening] if letter.opening else []
    tail = [f"{words.page}: {letter.page}"]
    tail += [f"{words.pdf}: {letter.pdf}"] * bool(letter.pdf)
    tail += [f"{words.photos}: {letter.photos}"] * bool(letter.photos)
    tail += [
        f"{words.check}: {letter.check} ({letter.code})",
        *([f"{words.contact}: {letter.contact}"] * bool(letter.contact)),
    ]
    return "\n\n".join(
        [*head, letter.title, f"{words.number} {letter.number}", letter.text, "\n".join(tail), words.why]
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
