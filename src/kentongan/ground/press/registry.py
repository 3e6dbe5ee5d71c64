"""What can be printed: desks and faces register here; the press calls them and knows none.

    @printable("newsroom.releases")
    def releases(as_of: datetime) -> Pages:
        for version in queries.opened(as_of):
            yield path_of(version), page(version, as_of)

    @releases.changed_by("version")
    def release_changed(version_id: int, as_of: datetime) -> Changes:
        version = queries.version(version_id)
        yield path_of(version), page(version, as_of) if version.shows(as_of) else None
        yield "index.html", home(as_of)

The first tells every page; it is run for a full print. The second tells what one changed thing touches: pages put
(bytes) and paths removed (None). Several printables may hear of one kind: a version changes the newsroom's page, the
front desk's home and the wire's feeds, and each registers its own part. A path looks like `siaran/12/index.html`:
no slash in front, a page is the `index.html` of its folder. `.gz` and `.br` are made by the store.

What a printable promises: it only reads; the same data and `as_of` give the same bytes (no clock, no random, no
order left to chance); it asks the gate before it tells a thing; and after `changed_by` the folder is what a full
print would make (`queries.unlike_a_full_print` tells where not). A kind that nobody registered is printed by a full
print: slow, never wrong.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from kentongan.ground.press.rules.listing import Unprintable

Pages = Iterator[tuple[str, bytes]]
Changes = Iterator[tuple[str, bytes | None]]


class Printable:
    """One registered part of the public site."""

    def __init__(self, name: str, everything: Callable[[datetime], Pages]) -> None:
        self.name = name
        self.everything = everything
        self.by_kind: dict[str, Callable[[int, datetime], Changes]] = {}

    def changed_by(
        self, *kinds: str
    ) -> Callable[[Callable[[int, datetime], Changes]], Callable[[int, datetime], Changes]]:
        """Register what one changed thing of these kinds touches: `(id, as_of) -> (path, bytes or None)`."""

        def register(function: Callable[[int, datetime], Changes]) -> Callable[[int, datetime], Changes]:
            for kind in kinds:
                if kind in self.by_kind:
                    raise ValueError(f"The printable {self.name} hears of '{kind}' already.")
                self.by_kind[kind] = function
            return function

        return register


_printables: dict[str, Printable] = {}


def printable(name: str) -> Callable[[Callable[[datetime], Pages]], Printable]:
    """Register a part of the site under a name such as `newsroom.releases`; a name is given once."""

    def register(function: Callable[[datetime], Pages]) -> Printable:
        if name in _printables:
            raise ValueError(f"There is a printable '{name}' already.")
        _printables[name] = Printable(name, function)
        return _printables[name]

    return register


def printables() -> list[Printable]:
    """All of them by name, so that two prints run in the same order."""
    return [_printables[name] for name in sorted(_printables)]


def hears_of(kind: str) -> bool:
    """Whether a thing of this kind can be printed without printing everything."""
    return any(kind in each.by_kind for each in _printables.values())


def everything(as_of: datetime) -> Pages:
    """Every page of the site; raises `Unprintable` where two printables, or one twice, tell the same path."""
    told_by: dict[str, str] = {}
    for each in printables():
        for path, page in each.everything(as_of):
            if path in told_by:
                raise Unprintable(f"{path!r} is printed twice, by {told_by[path]} and {each.name}.")
            told_by[path] = each.name
            yield path, page


def pages_for(kind: str, id: int, as_of: datetime) -> Changes:  # noqa: A002 - the diary's word
    """What one thing touches, from every printable that hears of its kind; raises `Unprintable` as `everything`."""
    told_by: dict[str, str] = {}
    for each in printables():
        if kind not in each.by_kind:
            continue
        for path, page in each.by_kind[kind](id, as_of):
            if told_by.setdefault(path, each.name) != each.name:
                raise Unprintable(f"{path!r} is printed twice, by {told_by[path]} and {each.name}.")
            yield path, page
