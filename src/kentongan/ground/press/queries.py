"""Does the folder show what the database wants, and since when not?"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from kentongan.ground.press import registry
from kentongan.ground.press.models import Change, Press, Print
from kentongan.ground.press.rules.listing import hash_of
from kentongan.ground.press.rules.variants import is_sibling
from kentongan.ground.press.store import NotKept, Store
from kentongan.ground.units.queries import zone


def store() -> Store:
    """The printed site of this installation."""
    return Store(Path(settings.SITE))


def press() -> Press:
    """The one press; on a fresh database an unsaved one that wants nothing."""
    return Press.objects.first() or Press()


def late_by(*, now: datetime) -> timedelta:
    """How long the oldest wish has waited for its print; zero when the folder holds everything."""
    oldest = Change.objects.order_by("generation", "id").values_list("wanted_at", flat=True).first()
    return max(now - oldest, timedelta(0)) if oldest else timedelta(0)


def is_of_yesterday(*, now: datetime) -> bool:
    """Whether a day began at the office since the whole site was printed: "today" on its pages is wrong then."""
    whole_at = press().whole_at
    return whole_at is not None and whole_at.astimezone(zone()).date() < now.astimezone(zone()).date()


def kept_prints() -> list[Print]:
    """Prints that one may go back to, the newest first; of several with the same bytes the last."""
    site, found = store(), dict[str, Print]()
    for each in Print.objects.filter(finished_at__isnull=False).order_by("-finished_at", "-id")[:200]:
        if each.root not in found and site.keeps(each.root):
            found[each.root] = each
    return list(found.values())


def unlike_a_full_print(*, as_of: datetime) -> Iterator[str]:
    """Paths where the folder isn't what a full print as of this moment would make: missing, different, or left over.

    A printable whose `changed_by` forgets a page is found by this; the folder's own damage by `Store.verify`.
    """
    try:
        standing = {path: leaf.sha256 for path, leaf in store().files() if not is_sibling(path)}
    except NotKept:
        standing = {}
    for path, page in registry.everything(as_of):
        if standing.pop(path, None) != hash_of(page):
            yield path
    yield from sorted(standing)
