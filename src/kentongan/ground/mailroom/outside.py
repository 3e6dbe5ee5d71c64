"""The line to the mail server: SMTP (RFC 5321) over smtplib, one connection for many mails, no database in sight."""

from __future__ import annotations

import os
import platform
import re
import smtplib
import ssl
from dataclasses import dataclass
from pathlib import Path

from kentongan.ground.mailroom.rules import Answer

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class LineDown(Exception):
    """The server can't be reached, or won't have us: no mail was touched."""


@dataclass(frozen=True)
class Server:
    """Where the mail server stands and how it is spoken to."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    timeout: float = 20


class Line:
    """One connection: `with Line(server) as line: line.give(…)`; `alive` turns False when it died under our hands."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.alive = False
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Line:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Greet, secure and log in. Raises LineDown in words that hold no password."""
        server = self.server
        try:
            if server.tls:
                context = ssl.create_default_context()
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
            else:
                smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
            self._smtp = smtp
            smtp.ehlo()
            if server.starttls:
                smtp.starttls(context=ssl.create_default_context())
                smtp.ehlo()
            if server.user:
                if not (server.tls or server.starttls or server.host in LOOPBACK):
                    raise LineDown("a password isn't sent over an open line; use smtp+tls:// or smtps://")
                smtp.login(server.user, server.password)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            code = getattr(error, "smtp_code", "")
            raise LineDown(f"{type(error).__name__} {code or getattr(error, 'strerror', '') or ''}".strip()) from error
        self.alive = True

    def close(self) -> None:
        """Say goodbye where that is still possible."""
        smtp, self._smtp, self.alive = self._smtp, None, False
        if smtp is not None:
            try:
                smtp.quit()
            except (OSError, smtplib.SMTPException):
                smtp.close()

    def give(self, sender: str, address: str, wire: bytes) -> Answer:
        """One mail to one address. `Answer.given` says whether the final dot had left when the answer or silence came.

        The dot is the last byte of one `sendall`: where that fails, the server never got the end and delivers nothing.
        """
        smtp = self._smtp
        if smtp is None:
            return Answer(0)
        largest = int(smtp.esmtp_features.get("size") or 0) if smtp.does_esmtp else 0
        if largest and len(wire) > largest:
            return Answer(552, f"5.3.4 {len(wire)} bytes; the server takes {largest}")
        given = False
        try:
            options = [f"size={len(wire)}"] if largest else []
            for code, text in (smtp.mail(sender, options), smtp.rcpt(address)):
                if code not in (250, 251):
                    return self._refused(code, text)
            code, text = smtp.docmd("DATA")
            if code != 354:
                return self._refused(code, text)
            smtp.send(_with_dot(wire))
            given = True
            code, text = smtp.getreply()
        except (OSError, smtplib.SMTPException):
            self.alive = False
            return Answer(0, given=given)
        except UnicodeEncodeError:
            smtp.rset()
            return Answer(553, "5.6.7 the address needs SMTPUTF8")
        if code == 421:
            self.alive = False
        return Answer(code, _words(text), given=given)

    def _refused(self, code: int, text: bytes) -> Answer:
        """Before the text: put the line back to where the next mail may begin."""
        if code in (421, -1) or self._smtp is None:
            self.alive = False
        else:
            self._smtp.rset()
        return Answer(max(code, 0), _words(text))


def _with_dot(wire: bytes) -> bytes:
    """Lines that begin with a dot get another (RFC 5321 4.5.2), the end its own line."""
    stuffed = re.sub(rb"(?m)^\.", b"..", wire)
    return stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _words(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def own_mark() -> str:
    """This process, so that nobody else is taken for it: host, number, and when it was started."""
    return f"{platform.node()} {os.getpid()} {_started(os.getpid())}"


def is_dead(mark: str) -> bool:
    """Whether the process behind a mark is surely gone; a process on another host is never surely gone."""
    host, _, rest = mark.rpartition(" ")[0].rpartition(" ")
    if host != platform.node() or not rest.isdigit():
        return False
    return _started(int(rest)) != mark.rpartition(" ")[2]


def _started(pid: int) -> str:
    """Clock ticks from boot to the process' start (field 22 of /proc/PID/stat); `gone` where there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        pass
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return "gone"
    except OSError:
        pass
    return "there"
