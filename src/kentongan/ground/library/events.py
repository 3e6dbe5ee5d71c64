"""What happened in the library."""

from kentongan.ground.record.events import event


@event
class PhotographsTaken:
    """A batch of photographs came in. Heard by: nobody yet."""

    album_id: int
    count: int


@event
class PhotographDescribed:
    """Caption, credit or rights of a photograph changed. Heard by: nobody; a version keeps its own caption."""

    photograph_id: int


@event
class ConsentNoted:
    """Somebody shown agreed or refused. Heard by: nobody; opening looks at it again."""

    photograph_id: int
    consent: str


@event
class DocumentTaken:
    """A paper came in. Heard by: nobody yet."""

    document_id: int
