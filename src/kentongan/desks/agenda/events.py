"""What happened in the agenda."""

from kentongan.ground.record.events import event


@event
class ActivityPlanned:
    """An activity stands in the agenda. Heard by: facts (draws date, place, officials)."""

    activity_id: int
    unit_id: int
    level: str


@event
class ActivityChanged:
    """Its time, place, title or state changed. Heard by: facts, frontdesk (prints the public agenda)."""

    activity_id: int
    unit_id: int
    level: str


@event
class ActivityCancelled:
    """It won't be held. Heard by: facts, frontdesk."""

    activity_id: int
    unit_id: int
    level: str


@event
class AssignmentChanged:
    """Somebody was assigned, released, or represents another. Heard by: facts."""

    activity_id: int
    person_id: int
