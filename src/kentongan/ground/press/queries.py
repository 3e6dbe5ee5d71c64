"""Does the folder show what the database wants, and since when not?"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.template import engines
from django.template.backends.django import DjangoTemplates

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


@cache
def program() -> str:
    """The hash of all that pages are made by besides the data: our own files, each template and asset, the parts.

    The same in every process of one installation. It changes with any line of ours, also with one that no page shows:
    a whole print too many after an upgrade costs minutes, a stale page is wrong. Read once per process, for a process
    goes on with what it loaded.
    """
    said = sha256()
    for name, version in sorted({(each.name, each.version) for each in distributions()}):
        said.update(f"{name} {version}\n".encode())
    for name, file in _made_by():
        said.update(f"{name} {hash_of(file.read_bytes())}\n".encode())
    return said.hexdigest()


def _made_by() -> Iterator[tuple[str, Path]]:
    """Our source, then what else templates and assets are found in, each by a name that no machine's path is in."""
    folders = [Path(settings.SOURCE)]
    backends = [each for each in engines.all() if isinstance(each, DjangoTemplates)]
    folders += [Path(folder) for each in backends for folder in each.template_dirs]
    for place, folder in enumerate(folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield f"{place} {file.relative_to(folder)}", file
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            yield f"static {name}", Path(storage.path(name))


def is_of_another_program() -> bool:
    """Whether another version of the program printed last, or other templates or assets."""
    return press().program != program()


def is_by_this_program(root: str | None) -> bool:
    """Whether this program made that print: somebody may have gone back to one from before an upgrade."""
    made = Print.objects.filter(root=root or "-", finished_at__isnull=False).order_by("-id")
    return made.values_list("program", flat=True).first() == program()


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
