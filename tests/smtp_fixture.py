"""A real mail server on loopback for tests: keeps what it took, and answers as a test tells it to."""

from __future__ import annotations

import email
import socket
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller


@dataclass
class Taken:
    """One mail as the server accepted it."""

    sender: str
    recipient: str
    mail: EmailMessage


@dataclass
class Post:
    """`taken` in the order of arrival; `at_rcpt`, `at_data` hold answers to give an address before it is accepted."""

    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    at_rcpt: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    at_data: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    when_taken: Callable[[str], None] | None = None
    port: int = 0

    def recipients(self, subject: str | None = None) -> list[str]:
        """Who got it, each as often as he got it, sorted."""
        return sorted(t.recipient for t in self.taken if subject is None or t.mail["Subject"] == subject)

    # what aiosmtpd calls

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.at_rcpt[address]:
            return self.at_rcpt[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        address = envelope.rcpt_tos[0]
        if self.at_data[address]:
            answer = self.at_data[address].pop(0)
            if answer == "take and hang up":
                self._take(envelope)
                server.transport.abort()
                return "250 never read"
            if answer == "hang up":
                server.transport.abort()
            return answer
        self._take(envelope)
        return "250 2.0.0 taken"

    def _take(self, envelope) -> None:
        mail = email.message_from_bytes(envelope.content, policy=default)
        for address in envelope.rcpt_tos:
            self.taken.append(Taken(envelope.mail_from, address, mail))
            if self.when_taken:
                self.when_taken(address)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(size: int = 33_554_432) -> tuple[Post, Controller]:
    """Start one; the caller stops the controller."""
    post = Post(port=free_port())
    controller = Controller(post, hostname="127.0.0.1", port=post.port, data_size_limit=size)
    controller.start()
    return post, controller
