"""What happened in the directory."""

from kentongan.ground.record.events import event


@event
class AgencyShaped:
    """An agency is new or says something else of itself. Heard by: nobody; its page is printed anew."""

    agency_id: int


@event
class PersonShaped:
    """A person is new, or is to be written otherwise. Heard by: nobody; versions keep what they froze."""

    person_id: int


@event
class ReachRegistered:
    """New persons with an address, a telephone or an account. Heard by: nobody; approval asks who registered them."""

    person_ids: tuple[int, ...]


@event
class ReachChanged:
    """Where a person is reached changed; `what` joins `email`, `phone`, `account` by a plus sign.

    Heard by: approval (tells the old address, and puts it before somebody else).
    """

    person_id: int
    what: str


@event
class PostShaped:
    """A post is new or has another title. Heard by: nobody."""

    post_id: int


@event
class PostHandedOver:
    """Somebody began to hold a post; whoever held it before ended that day. Heard by: nobody."""

    post_id: int
    person_id: int
    acting: str


@event
class BeatShaped:
    """A topic is new or called otherwise. Heard by: nobody; its pages are printed anew."""

    beat_id: int


@event
class OutletShaped:
    """An outlet is new or reached otherwise. Heard by: nobody."""

    outlet_id: int


@event
class JournalistShaped:
    """A journalist is new or covers something else. Heard by: nobody."""

    journalist_id: int


@event
class JournalistErased:
    """A journalist asked to be forgotten. Heard by: dispatch (stops his letters, takes him out of the ledger)."""

    journalist_id: int


@event
class PinChosen:
    """A person chose his PIN. Heard by: nobody."""

    person_id: int


@event
class ConsentGiven:
    """A journalist agreed to be written to. Heard by: nobody."""

    journalist_id: int


@event
class ConsentWithdrawn:
    """A journalist doesn't want to be written to any more. Heard by: dispatch (stops what waits for him)."""

    journalist_id: int


@event
class DirectoryImported:
    """Rows of a file came in, in one batch. Heard by: nobody."""

    kind: str
    fresh: int
    changed: int
