"""What an answer of a mail server means, what a message looks like on the wire, and how an address is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

# Press mail that went twice is read twice: a person decides about `unknown`. The rest is simply sent again.
PRESS = frozenset({"release", "correction", "withdrawal"})
# Messages whose text is a secret for its addressee: emptied when they have left.
SECRET = frozenset({"code", "way"})

# Greylisting wants one to fifteen minutes (RFC 6647); a full mailbox or a server under repair, hours. After the
# last one, in all some nine hours, press mail is old news and a person is told (RFC 5321 4.5.4.1 would try for days).
RETRY_AFTER = tuple(timedelta(minutes=m) for m in (1, 5, 10, 15, 30, 60, 120, 300))
# A line that is down is tried again quickly at first, then every five minutes.
LINE_AGAIN_AFTER = tuple(timedelta(seconds=s) for s in (2, 5, 15, 60, 120, 300))

# Where the counter answers to the one-click header; the token stands for one address of one message.
UNSUBSCRIBE_PATH = "/berhenti/{token}/"
# Twice what one mail can take when every answer comes just before its timeout: then the sender is dead.
SENDING_AT_MOST = timedelta(minutes=10)

ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
WAITING, SENT, REFUSED, FAILED, UNKNOWN = "waiting", "sent", "refused", "failed", "unknown"


def mark_of(number: int) -> str:
    """What stands in the ledger in place of an address that was erased; no mail can go there (RFC 2606)."""
    return f"dihapus-{number}@dihapus.invalid"


@dataclass(frozen=True)
class Answer:
    """What one trial came to. `given`: the final dot had left. `code` 0: the line died and there is no answer."""

    code: int
    text: str = ""
    given: bool = False


@dataclass(frozen=True)
class Outcome:
    """The state to write, and when to try again (only while waiting)."""

    state: str
    again_after: timedelta | None = None
    bounced: bool = False


def outcome(answer: Answer, *, attempts: int) -> Outcome:
    """What becomes of a row after its `attempts`-th trial.

    2xx after the dot is the server's promise. 5xx is its refusal; 5.1.x (RFC 3463) says the address is wrong. A
    line that died before the dot delivered nothing; after the dot nobody knows.
    """
    if answer.given and 200 <= answer.code < 300:
        return Outcome(SENT)
    if answer.given and not answer.code:
        return Outcome(UNKNOWN)
    if answer.code >= 500:
        said = ENHANCED.search(answer.text)
        return Outcome(REFUSED, bounced=bool(said and said[1].startswith("5.1.")))
    if attempts > len(RETRY_AFTER):
        return Outcome(FAILED)
    return Outcome(WAITING, again_after=RETRY_AFTER[attempts - 1])


def line_again_after(failures: int) -> timedelta:
    """How long to leave a dead line alone after so many failures in a row."""
    return LINE_AGAIN_AFTER[min(failures, len(LINE_AGAIN_AFTER)) - 1]


def plain_address(address: str) -> str:
    """The address as the ledger keeps it: lower case, no blanks; one mailbox is one row."""
    return address.strip().lower()


def distinct(recipients: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(address, name) once per mailbox, the first name wins; empty addresses fall away."""
    found: dict[str, str] = {}
    for address, name in recipients:
        plain = plain_address(address)
        if plain:
            found.setdefault(plain, name)
    return list(found.items())


@dataclass(frozen=True)
class Letter:
    """Everything one mail to one address is made of."""

    header_id: str
    sender: str
    sender_name: str
    address: str
    name: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    unsubscribe_url: str = ""
    list_id: str = ""
    foot: str = ""
    at: datetime | None = None


def on_the_wire(letter: Letter) -> bytes:
    """The message as bytes with CRLF, 7 bit, no line over 998: any server of RFC 5321 takes it.

    Bulk mail carries the one-click headers of RFC 8058 and says that it is automatic (RFC 3834). Header values
    lose their line ends, so that no title can add a header.
    """
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit", max_line_length=78))
    mail["From"] = Address(_one_line(letter.sender_name), addr_spec=letter.sender)
    mail["To"] = Address(_one_line(letter.name), addr_spec=letter.address)
    mail["Subject"] = _one_line(letter.subject)
    mail["Message-ID"] = letter.header_id
    if letter.at:
        mail["Date"] = letter.at
    if letter.reply_to:
        mail["Reply-To"] = letter.reply_to
    mail["Auto-Submitted"] = "auto-generated"
    if letter.unsubscribe_url:
        mail["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail["Precedence"] = "bulk"
        if letter.list_id:
            mail["List-Id"] = f"<{letter.list_id}>"
    link = letter.unsubscribe_url
    foot = f"\n\n-- \n{letter.foot}\n{link}\n" if link else ""
    mail.set_content(letter.text.replace("\x00", "") + foot)
    if letter.html:
        foot = f'<hr><p><small>{escape(letter.foot)} <a href="{escape(link)}">{escape(link)}</a></small></p>'
        body, end, rest = letter.html.replace("\x00", "").partition("</body>")
        mail.add_alternative(body + (foot if link else "") + end + rest, subtype="html")
    return mail.as_bytes()


def _one_line(value: str) -> str:
    return " ".join(value.replace("\x00", "").split())
