"""What happened to coverage."""

from kentongan.ground.record.events import event


@event
class ClipsTakenIn:
    """A batch of articles came in: one event per paste, link or file, never per clip. Heard by: monitoring (traces)."""

    count: int
    first_id: int
    last_id: int


@event
class ClipJudged:
    """A person set the tone of a clip, or said which version it follows. Heard by: nobody yet."""

    clip_id: int
    account_id: int


@event
class ClipsTraced:
    """Clips were held against our versions. Heard by: nobody yet."""

    count: int
    carried: int
