"""What happened to what is sent."""

from kentongan.ground.record.events import event


@event
class DeliveriesQueued:
    """A version goes to so many; `because` is release, correction or withdrawal. Heard by: nobody yet."""

    version_id: int
    count: int
    because: str


@event
class DeliveryTicked:
    """A person says that he shared a version with a group. Heard by: nobody yet."""

    delivery_id: int
    account_id: int


@event
class DeliveriesLookedAfter:
    """A person reached those who didn't get it by another way. Heard by: nobody yet."""

    version_id: int
    count: int
    account_id: int


@event
class PressListShaped:
    """A press list was made or has other places. Heard by: nobody."""

    press_list_id: int
