"""What happened to claims."""

from kentongan.ground.record.events import event


@event
class FactRecorded:
    """A claim was noted. Heard by: nobody yet."""

    fact_id: int
    unit_id: int
    level: str


@event
class FactChanged:
    """A claim says something else now. Heard by: newsroom (flags, holds, alarms whoever quotes it)."""

    fact_id: int
    revision: int


@event
class FactWithdrawn:
    """A claim doesn't hold. Heard by: newsroom."""

    fact_id: int
    revision: int
