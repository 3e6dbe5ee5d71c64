"""The office's signing key (Ed25519) in a file that only its owner may read."""

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key in `folder`, made at the first call; two processes that race keep the first one's."""
    file = folder / "diary.ed25519"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        made = folder / f".diary.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_bytes(fresh)
        try:
            os.link(made, file)  # fails where another process was first
        except FileExistsError:
            pass
        finally:
            made.unlink()
    loaded = serialization.load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(loaded, Ed25519PrivateKey):
        raise TypeError(f"{file} isn't an Ed25519 key")
    return loaded


def public_hex(private: Ed25519PrivateKey) -> str:
    """The public half, 64 hex digits."""
    return private.public_key().public_bytes_raw().hex()


def is_signed(head: str, signature: str, key: str) -> bool:
    """Whether `signature` (hex) over `head` was made by the private half of `key` (hex)."""
    from cryptography.exceptions import InvalidSignature

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), head.encode("ascii"))
    except (InvalidSignature, ValueError):
        return False
    return True
