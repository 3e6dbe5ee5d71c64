"""Whose a link is: everybody can write our path, number or code behind a host of his own."""

from urllib.parse import urlsplit


def is_link(words: str) -> bool:
    """Whether it is one link and nothing else."""
    return "://" in words and not any(letter.isspace() for letter in words)


def is_ours(url: str, *, domain: str) -> bool:
    """Whether an address is on our host, whatever stands before an `@` or looks like our name inside another."""
    try:
        return urlsplit(url).netloc.lower() == domain.lower()
    except ValueError:
        return False
