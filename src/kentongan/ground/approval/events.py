"""What happened to requests for approval."""

from kentongan.ground.record.events import event


@event
class ApprovalAsked:
    """A frozen thing waits for its first tier. Heard by: nobody yet."""

    request_id: int


@event
class ApprovalDecided:
    """One step was decided, by which way. Heard by: nobody yet; the auditor reads it."""

    request_id: int
    step_id: int
    kind: str
    way: str
    approval_hash: str
    account_id: int | None
    person_id: int | None


@event
class ApprovalGiven:
    """Every step of the path agreed to this hash. Heard by: newsroom (opens or schedules)."""

    thing_kind: str
    thing_id: int
    approval_hash: str


@event
class ApprovalReturned:
    """Somebody sent it back; the reason stands on the decision. Heard by: newsroom (unfreezes the manuscript)."""

    thing_kind: str
    thing_id: int
    request_id: int


@event
class ApprovalVoided:
    """The thing or its moment changed before all had agreed. Heard by: nobody yet."""

    thing_kind: str
    thing_id: int
    request_id: int


@event
class ApprovalLate:
    """A tier's hour passed without a decision. Heard by: nobody yet; the deputies have it in their worklists."""

    request_id: int


@event
class ReviewLinkMade:
    """Somebody made a way in without an account. Heard by: nobody yet."""

    request_id: int
    link_id: int
    person_id: int


@event
class CodeSent:
    """A code went to the registered address of a link's person. Heard by: nobody yet."""

    link_id: int


@event
class LinkLocked:
    """Too many wrong codes. Heard by: nobody yet; the one who made the link sees it."""

    link_id: int


@event
class PathChanged:
    """An approval path was made, or takes the place of another. Heard by: approval (puts it before somebody else)."""

    path_id: int
    replaces_id: int | None


@event
class WayConfirmed:
    """Somebody else than who did it says that a change on the way to an approver is right.

    `way`: `office` (an account of the office), `address` (the person himself, by the mail to his old address).
    Heard by: nobody; every decision asks.
    """

    entry_id: int
    way: str
