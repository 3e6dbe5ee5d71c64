"""Codes that people read aloud, and their safe keeping."""

import hashlib
import hmac
import secrets

# Crockford's alphabet without the letters that are mistaken for digits: read aloud over a bad line.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def fresh_token() -> str:
    """256 bits for a link; only its hash is kept."""
    return secrets.token_urlsafe(32)


def fresh_code(digits: int = 6) -> str:
    """A code for one use, sent to a registered address."""
    return "".join(secrets.choice("0123456789") for _ in range(digits))


def hashed(secret: str, *, salt: str = "") -> str:
    """SHA-256 of a long random token; short PINs go through Django's password hasher instead."""
    return hashlib.sha256(f"{salt}:{secret}".encode()).hexdigest()


def same(given: str, kept: str) -> bool:
    """Comparison in constant time."""
    return hmac.compare_digest(given.encode(), kept.encode())


def verify_code(text_hash: str) -> str:
    """Eight letters of the text's hash as `7F4K-29QD`: what is printed beside the QR. 40 bits: found, not proven."""
    number = int(text_hash[:10], 16)
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(35, -5, -5))
    return f"{letters[:4]}-{letters[4:]}"
