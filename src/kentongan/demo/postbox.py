"""The demo's mail server on loopback: letters go through real SMTP and lie as .eml files where they can be read."""

import contextlib
import email
import sys
import threading
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller


class Postbox:
    """Takes every letter and keeps it under the moment and the address."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.count = len(list(folder.glob("*.eml")))

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        """Write the letter, then say yes."""
        self.count += 1
        letter = email.message_from_bytes(envelope.content, policy=default)
        to = envelope.rcpt_tos[0]
        file = self.folder / f"{self.count:05}-{to.replace('/', '_')}.eml"
        file.write_bytes(envelope.content)
        print(f"letter  {to}  {letter['Subject']}", flush=True)
        return "250 OK"


@contextlib.contextmanager
def standing(port: int, folder: Path) -> Iterator[None]:
    """The server for the time of the building: the letters of the story leave in their turn."""
    server = Controller(Postbox(folder), hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield
    finally:
        server.stop()


def main() -> int:
    """`python -m kentongan.demo.postbox PORT FOLDER` until it is ended."""
    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    Controller(Postbox(folder), hostname="127.0.0.1", port=port).start()
    threading.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
