"""What the press did."""

from kentongan.ground.record.events import event


@event
class SitePrinted:
    """Readers see a new print. Heard by: nobody yet; the entry says when the public could read what was opened."""

    generation: int
    root: str


@event
class SiteRolledBack:
    """An earlier print is shown again. Heard by: nobody yet; the entry says who did it and which print it is."""

    root: str
    before: str
