"""What happened to manuscripts and versions."""

from kentongan.ground.record.events import event


@event
class ManuscriptStarted:
    """Somebody began to write. Heard by: nobody yet."""

    manuscript_id: int
    activity_id: int | None
    corrects_id: int | None


@event
class VersionSubmitted:
    """A text was frozen and asks for approval. Heard by: nobody; approval is called down."""

    version_id: int
    text_hash: str
    approval_hash: str


@event
class VersionReturned:
    """An approver sent it back. Heard by: nobody; the writer has it on his worklist."""

    version_id: int
    request_id: int | None


@event
class VersionTakenBack:
    """The writer took it back, or its moment was changed: what was asked is void. Heard by: nobody."""

    version_id: int


@event
class VersionApproved:
    """A second person agreed to exactly this hash. Heard by: nobody; it opens when its moment has come."""

    version_id: int
    approval_hash: str


@event
class VersionHeld:
    """A fact that it quotes changed before it was opened. Heard by: evaluation."""

    version_id: int


@event
class VersionOpened:
    """A version is public. Heard by: newsroom (makes its files), dispatch (sends), monitoring, frontdesk."""

    version_id: int
    text_hash: str


@event
class VersionCorrected:
    """A corrected version is public. Heard by: newsroom (files), dispatch (exactly those who had the one before)."""

    version_id: int
    replaces_id: int
    text_hash: str


@event
class VersionWithdrawn:
    """An open version was withdrawn; its text stays under a banner. Heard by: dispatch, frontdesk."""

    version_id: int
    reason_hash: str


@event
class FactLeft:
    """A fact changed and the open text that quotes it was left as it was. Heard by: nobody; the alarm has ended."""

    version_id: int
    fact_id: int
    revision: int
    reason_hash: str


@event
class EmergencyOpened:
    """A version was opened without approval. Heard by: nobody; the alarm stands until a second person has looked."""

    version_id: int


@event
class EmergencySeen:
    """A second person has looked at what was opened in an emergency. Heard by: nobody."""

    version_id: int
    agreed: bool


@event
class FilesFrozen:
    """The PDF and the plain text of an open version were made, once. Heard by: frontdesk (prints their links)."""

    version_id: int
