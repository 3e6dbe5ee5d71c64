"""The printed site on disk: immutable folders named by the hash of what they hold, and one link onto the newest.

    root/current          -> store/ab/<root hash>, the only thing that ever changes under a reader
    root/store/ab/<hash>/    a folder: files are hard links shared with earlier prints, subfolders relative links
    root/store/ab/<hash>.json   its listing (rules/listing.py); <hash> is the SHA-256 of these bytes
    root/staged/<name>/      bytes prepared for a coming moment, readable by this account only
    root/beside/             what servers read but no page links as a file, such as the search file
    root/tmp/                the workshop; what lies there after a kill is thrown away
    root/prints              one line per print: seconds and root hash, for gc

A print makes only the folders on the way to what changed. Everything is on the disk before the link moves, so a kill
or a power cut shows the whole old or the whole new print. One writer at a time, by a lock on the file; any number of
readers, who need no lock. Measured against three other layouts: docs/decisions/.
"""

import errno
import fcntl
import json
import os
import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from kentongan.ground.press.rules.listing import (
    Branch,
    Leaf,
    Listing,
    Unprintable,
    branch_of,
    decode,
    encode,
    hash_of,
    is_hash,
    parts_of,
)
from kentongan.ground.press.rules.variants import SUFFIXES, is_compressed, is_sibling, siblings_of

Changes = Mapping[str, bytes | None] | Iterable[tuple[str, bytes | None]]
Leaves = list[tuple[str, Leaf | None]]

# Up to here each file is put on the disk by its own fsync; beyond, one sync of everything is quicker (press.md 1).
SINGLE_SYNCS = 50
KEPT_PRINTS = 10
# A server may still hold the print before the last ten; no reader of ours keeps one for an hour.
KEPT_FOR = timedelta(hours=1)


class NotKept(LookupError):
    """There is no such print here, or none any more."""


class Stale(RuntimeError):
    """Something was printed since this was staged; stage it again."""


class Store:
    """The folder of one public site. Making one touches no disk; reading needs no right to write."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        self._tmp = self.root / "tmp"
        self._staged = self.root / "staged"
        self._here = threading.RLock()
        self._depth = 0

    # Reading

    def head(self) -> str | None:
        """The root hash of the print that readers see; None before the first."""
        try:
            return (self.root / "current").readlink().name
        except FileNotFoundError:
            return None

    def home(self, folder: str) -> Path:
        """Where the folder of this hash stands."""
        return self.root / "store" / folder[:2] / folder

    def listing(self, folder: str) -> Listing:
        """What a folder holds; raises FileNotFoundError when gc took it."""
        return decode(self._listing_file(folder).read_bytes())

    def keeps(self, root: str) -> bool:
        """Whether this print is still here."""
        return is_hash(root) and self.home(root).is_dir()

    def read(self, path: str, *, root: str | None = None) -> bytes:
        """The bytes of one file of the newest print, or of another; raises FileNotFoundError."""
        *folders, name = parts_of(path)
        here = self._root(root)
        for folder in folders:
            entry = self.listing(here).get(folder)
            if not isinstance(entry, str):
                raise FileNotFoundError(path)
            here = entry
        if not isinstance(self.listing(here).get(name), Leaf):
            raise FileNotFoundError(path)
        return (self.home(here) / name).read_bytes()

    def files(self, *, root: str | None = None) -> Iterator[tuple[str, Leaf]]:
        """Every file of the newest print, or of another, compressed siblings too, in the order of their paths."""
        yield from self._files(self._root(root), "")

    def verify(self, *, root: str | None = None) -> list[str]:
        """One sentence per fault found by reading every byte of a print; empty when it is whole."""
        faults: list[str] = []
        seen: set[str] = set()
        todo = [self._root(root)]
        while todo:
            folder = todo.pop()
            if folder not in seen:
                seen.add(folder)
                todo += self._verify_folder(folder, faults)
        return faults

    def beside(self, name: str) -> Path:
        """Where a file lives that servers read but that isn't in the print; its folder is there afterwards."""
        (place,) = parts_of(name)
        (self.root / "beside").mkdir(parents=True, exist_ok=True)
        return self.root / "beside" / place

    # Writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer until the end of the block; waits for another. Enter it again freely."""
        with self._here:
            if self._depth:
                yield
                return
            for folder in (self.root / "store", self._tmp, self._staged):
                folder.mkdir(parents=True, exist_ok=True)
            for private in (self._tmp, self._staged):
                private.chmod(0o700)  # what isn't public yet passes through both
            with (self.root / "lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                self._clear_workshop()  # the lock says that whoever left something there is dead
                self._depth = 1
                try:
                    yield
                finally:
                    self._depth = 0
                    self._clear_workshop()

    def print(self, changes: Changes, *, whole: bool = False) -> str:
        """Put (bytes) and remove (None) files by path; readers see all of it at once. Returns the root hash.

        With `whole` the changes are the whole site and everything else goes. Of two changes of one path the later
        holds; removing what isn't there does nothing. Raises `Unprintable`, and then nothing has changed.
        """
        with self.writing():
            root = self.weave(changes, whole=whole)
            self.flip(root)
        return root

    def weave(self, changes: Changes, *, whole: bool = False) -> str:
        """As `print`, on the disk but shown to nobody until `flip`; kept from gc for an hour."""
        with self.writing():
            blobs = self._tmp / "blobs"
            blobs.mkdir(exist_ok=True)
            spool = _Spool(self, self.head(), blobs)
            leaves = spool.put(changes, whole=whole)
            return self._weave(leaves, blobs, bulk=spool.bulk)

    def flip(self, root: str) -> None:
        """Show this print from now on: the newly woven, or an earlier one to roll back. Raises `NotKept`."""
        with self.writing():
            if not self.keeps(root):
                raise NotKept(f"The print {root[:12]} isn't kept here.")
            self._remember(root)
            coming = self._tmp / "current"
            coming.symlink_to(f"store/{root[:2]}/{root}", target_is_directory=True)
            coming.replace(self.root / "current")
            _sync_folder(self.root)

    def stage(self, name: str, changes: Changes) -> None:
        """Prepare a print for a moment to come, where no web server looks; a second of one name replaces it."""
        with self.writing():
            (place,) = parts_of(name)
            made = self._tmp / "staged"
            made.mkdir(mode=0o700)
            spool = _Spool(self, self.head(), made)
            leaves = spool.put(changes, whole=False)
            if spool.bulk:
                os.sync()
            _write(made / "changes.json", json.dumps({"base": self.head(), "leaves": leaves}).encode(), sync=True)
            _sync_folder(made)
            self.drop_staged(name)
            made.rename(self._staged / place)
            _sync_folder(self._staged)

    def print_staged(self, name: str) -> str:
        """Print what was staged; only links are made. Raises `Stale`, or `NotKept` where there is none."""
        with self.writing():
            (place,) = parts_of(name)
            folder = self._staged / place
            try:
                plan = json.loads((folder / "changes.json").read_bytes())
            except FileNotFoundError:
                raise NotKept(f"Nothing is staged as '{name}'.") from None
            if plan["base"] != self.head():
                raise Stale(f"Something was printed since '{name}' was staged; stage it again.")
            leaves = [(path, leaf and Leaf(*leaf)) for path, leaf in plan["leaves"]]
            root = self._weave(leaves, folder, bulk=len(leaves) > SINGLE_SYNCS)
            self.flip(root)
            self.drop_staged(name)
        return root

    def drop_staged(self, name: str) -> None:
        """Throw away what was staged under this name, if anything."""
        with self.writing():
            (place,) = parts_of(name)
            if (self._staged / place).exists():
                gone = self._tmp / f"dropped-{place}"
                (self._staged / place).rename(gone)  # half a folder must never look staged
                shutil.rmtree(gone)

    def gc(self, *, now: datetime, keep: int = KEPT_PRINTS, kept_for: timedelta | None = KEPT_FOR) -> int:
        """Remove folders that belong to no kept print; returns how many.

        Kept are the one shown, the last `keep` and all younger than `kept_for`. `keep=0` and `kept_for=None` leave
        only what is shown, as after a retraction.
        """
        with self.writing():
            head = self.head()
            lines = self._remembered()
            since = float("inf") if kept_for is None else (now - kept_for).timestamp()
            newest = list(dict.fromkeys(root for _, root in reversed(lines)))[:keep]
            kept = {root for at, root in lines if at > since} | set(newest) | ({head} if head else set())
            live = self._reached_from(kept)
            removed = 0
            for shard in (self.root / "store").iterdir():
                # Sorted, so that a folder goes before its listing: none may ever stand without.
                for entry in sorted(shard.iterdir()):
                    if entry.name.removesuffix(".json") not in live:
                        # Renamed first: a kill in the middle of deleting must not leave half a folder under its hash.
                        gone = entry.rename(self._tmp / entry.name)
                        if gone.is_dir():
                            shutil.rmtree(gone)
                            removed += 1
            text = "".join(f"{at} {root}\n" for at, root in lines if root in kept)
            _write(self._tmp / "prints", text.encode(), sync=True)
            (self._tmp / "prints").replace(self.root / "prints")
        return removed

    # Inside

    def _listing_file(self, folder: str) -> Path:
        return self.root / "store" / folder[:2] / f"{folder}.json"

    def _root(self, root: str | None) -> str:
        found = root or self.head()
        if found is None:
            raise NotKept("Nothing has been printed yet.")
        if not is_hash(found) or not self._listing_file(found).exists():
            raise NotKept(f"The print {found[:12]} isn't kept here.")
        return found

    def _files(self, folder: str, above: str) -> Iterator[tuple[str, Leaf]]:
        for name, entry in sorted(self.listing(folder).items()):
            if isinstance(entry, str):
                yield from self._files(entry, f"{above}{name}/")
            else:
                yield above + name, entry

    def _verify_folder(self, folder: str, faults: list[str]) -> list[str]:
        """Adds this folder's faults; returns its subfolders."""
        where = f"store/{folder[:2]}/{folder}"
        try:
            data = self._listing_file(folder).read_bytes()
            names = {entry.name for entry in self.home(folder).iterdir()}
        except FileNotFoundError as error:
            faults.append(f"{where}: {error.filename} is missing.")
            return []
        if hash_of(data) != folder:
            faults.append(f"{where}.json isn't the listing that its name says.")
            return []
        listing = decode(data)
        faults += [f"{where}/{name} isn't in the listing." for name in sorted(names - listing.keys())]
        faults += [f"{where}/{name} is missing." for name in sorted(listing.keys() - names)]
        for name in sorted(names & listing.keys()):
            entry, place = listing[name], self.home(folder) / name
            if isinstance(entry, str):
                if not place.is_symlink() or str(place.readlink()) != _link_text(entry):
                    faults.append(f"{where}/{name} doesn't lead to its folder.")
            elif place.is_symlink() or hash_of(place.read_bytes()) != entry.sha256:
                faults.append(f"{where}/{name} holds other bytes than were printed.")
        return [entry for entry in listing.values() if isinstance(entry, str)]

    def _weave(self, leaves: Leaves, blobs: Path, *, bulk: bool) -> str:
        loom = _Loom(self, self._tmp / "folders", blobs, bulk=bulk)
        root = loom.weave(self.head(), branch_of(leaves))
        loom.put_in_place()
        self._remember(root)
        return root

    def _remember(self, root: str) -> None:
        with (self.root / "prints").open("a") as file:
            file.write(f"{int(time.time())} {root}\n")
            file.flush()
            os.fsync(file.fileno())

    def _remembered(self) -> list[tuple[int, str]]:
        """When and what was printed, oldest first; a line torn by a power cut is passed over."""
        try:
            lines = (self.root / "prints").read_text().splitlines()
        except FileNotFoundError:
            return []
        pairs = [line.partition(" ") for line in lines]
        return [(int(at), root) for at, _, root in pairs if at.isdigit() and is_hash(root)]

    def _reached_from(self, roots: Iterable[str]) -> set[str]:
        live: set[str] = set()
        todo = [root for root in roots if self._listing_file(root).exists()]
        while todo:
            folder = todo.pop()
            if folder not in live:
                live.add(folder)
                todo += [entry for entry in self.listing(folder).values() if isinstance(entry, str)]
        return live

    def _clear_workshop(self) -> None:
        for entry in list(self._tmp.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()


class _Spool:
    """Puts new bytes on the disk under their hash, compressed siblings too, and passes over what stands already."""

    def __init__(self, store: Store, base: str | None, blobs: Path) -> None:
        self.store, self.base, self.blobs = store, base, blobs
        self.written = 0
        self._listings: dict[str, Listing] = {}

    @property
    def bulk(self) -> bool:
        """Whether some files still wait for one sync of the whole disk."""
        return self.written > SINGLE_SYNCS

    def put(self, changes: Changes, *, whole: bool) -> Leaves:
        leaves: Leaves = []
        for path, data in changes.items() if isinstance(changes, Mapping) else changes:
            parts_of(path)
            if is_sibling(path):
                raise Unprintable(f"{path!r} is made by the press beside {path[:-3]!r}; print that alone.")
            leaves += self._leaves_of(path, data)
        if whole and self.base is not None:
            told = {path for path, _ in leaves}
            leaves += [(path, None) for path, _ in self.store.files(root=self.base) if path not in told]
        return leaves

    def _leaves_of(self, path: str, data: bytes | None) -> Leaves:
        siblings = [path + suffix for suffix in SUFFIXES] if is_compressed(path) else []
        if data is None:
            return [(each, None) for each in (path, *siblings)]
        leaf = Leaf(hash_of(data), len(data))
        if self._standing(path) == leaf:
            return [(path, leaf), *((each, self._standing(each)) for each in siblings)]
        self._blob(leaf, data)
        leaves: Leaves = [(path, leaf)]
        for each, packed in siblings_of(path, data).items():
            packed_leaf = None if packed is None else Leaf(hash_of(packed), len(packed))
            if packed is not None and packed_leaf is not None:
                self._blob(packed_leaf, packed)
            leaves.append((each, packed_leaf))
        return leaves

    def _blob(self, leaf: Leaf, data: bytes) -> None:
        file = self.blobs / leaf.sha256
        if not file.exists():
            self.written += 1
            _write(file, data, sync=not self.bulk)

    def _standing(self, path: str) -> Leaf | None:
        *folders, name = path.split("/")
        here = self.base
        for folder in folders:
            entry = self._listing(here).get(folder)
            here = entry if isinstance(entry, str) else None
        entry = self._listing(here).get(name)
        return entry if isinstance(entry, Leaf) else None

    def _listing(self, folder: str | None) -> Listing:
        if folder is None:
            return {}
        if folder not in self._listings:
            self._listings[folder] = self.store.listing(folder)
        return self._listings[folder]


class _Loom:
    """Makes the folders on the way to what changed, children first, and puts them in place when all are on the disk."""

    def __init__(self, store: Store, workshop: Path, blobs: Path, *, bulk: bool) -> None:
        self.store, self.workshop, self.blobs, self.bulk = store, workshop, blobs, bulk
        self.woven: dict[str, None] = {}  # in the order they must be put in place
        workshop.mkdir()

    def weave(self, old: str | None, branch: Branch) -> str:
        return self._folder(old, branch, "") or self._make({}, {}, None)

    def put_in_place(self) -> None:
        if self.bulk:
            os.sync()
        shards = {folder[:2] for folder in self.woven}
        for shard in shards:
            (self.store.root / "store" / shard).mkdir(exist_ok=True)
        for folder in self.woven:
            home = self.store.home(folder)
            # The listing first: a folder in place says that everything of it is.
            (self.workshop / f"{folder}.json").replace(home.with_name(f"{folder}.json"))
            (self.workshop / folder).rename(home)
        for shard in shards:
            _sync_folder(self.store.root / "store" / shard)
        _sync_folder(self.store.root / "store")

    def _folder(self, old: str | None, branch: Branch, at: str) -> str | None:
        """The hash of this folder after the changes, None when nothing is left in it."""
        before = self.store.listing(old) if old else {}
        after = dict(before)
        for name, leaf in branch.files.items():
            if leaf is None and isinstance(after.get(name), Leaf):
                del after[name]
        for name, below in branch.branches.items():
            entry = after.get(name)
            folder = self._folder(entry if isinstance(entry, str) else None, below, f"{at}{name}/")
            if folder and isinstance(entry, Leaf):
                raise Unprintable(f"{at + name!r} is a file and can't be a folder too.")
            if folder:
                after[name] = folder
            elif isinstance(entry, str):
                del after[name]
        for name, leaf in branch.files.items():
            if leaf is not None:
                if isinstance(after.get(name), str):
                    raise Unprintable(f"{at + name!r} is a folder and can't be a file too.")
                after[name] = leaf
        return self._make(after, before, old) if after else None

    def _make(self, after: Listing, before: Listing, old: str | None) -> str:
        data = encode(after)
        folder = hash_of(data)
        if folder in self.woven or self.store.home(folder).is_dir():
            return folder
        made = self.workshop / folder
        made.mkdir()
        for name, entry in after.items():
            if isinstance(entry, str):
                (made / name).symlink_to(_link_text(entry), target_is_directory=True)
            elif old and before.get(name) == entry:
                _link(self.store.home(old) / name, made / name)
            else:
                _link(self.blobs / entry.sha256, made / name)
        _write(self.workshop / f"{folder}.json", data, sync=not self.bulk)
        if not self.bulk:
            _sync_folder(made)
        self.woven[folder] = None
        return folder


def _link_text(folder: str) -> str:
    return f"../../{folder[:2]}/{folder}"


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno != errno.EMLINK:  # ext4 stops at 65,000 links of one file; a copy starts a new count
            raise
        _write(target, source.read_bytes(), sync=True)


def _write(file: Path, data: bytes, *, sync: bool) -> None:
    with file.open("wb") as out:
        out.write(data)
        if sync:
            out.flush()
            os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
