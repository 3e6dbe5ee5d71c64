"""What became of mail."""

from kentongan.ground.record.events import event


@event
class MailPosted:
    """A message stands in the ledger, to so many addresses. Heard by: nobody yet."""

    message_id: int
    count: int


@event
class MailSettled:
    """Rows of one message came to their end; their states stand in the ledger. Heard by: dispatch."""

    message_id: int
    outgoing_ids: tuple[int, ...]


@event
class MailDecided:
    """A person decided about a row whose fate is unknown: sent again or closed. Heard by: nobody yet."""

    outgoing_id: int
    state: str


@event
class Unsubscribed:
    """An address asked not to be written to in bulk. Heard by: nobody yet."""

    outgoing_id: int
