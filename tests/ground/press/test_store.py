"""The printed folder is what was printed, whole, and shares what didn't change."""

import errno
import hashlib
import json
import os
import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kentongan.ground.press.rules.listing import Unprintable
from kentongan.ground.press.rules.variants import siblings_of
from kentongan.ground.press.store import SINGLE_SYNCS, NotKept, Stale, Store

PAGE = b"<p>Bupati Tirta Kencana membuka pelatihan.</p>" * 40


def on_disk(store: Store) -> dict[str, bytes]:
    """What a web server would find below `current`, following its links."""
    top = store.root / "current"
    files = [Path(folder, name) for folder, _, names in os.walk(top, followlinks=True) for name in names]
    return {file.relative_to(top).as_posix(): file.read_bytes() for file in files}


def names_in(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def with_siblings(model: dict[str, bytes]) -> dict[str, bytes]:
    made = {name: data for path, page in model.items() for name, data in siblings_of(path, page).items()}
    return model | {name: data for name, data in made.items() if data is not None}


names = st.sampled_from(["a", "b", "c.html", "é"])
paths = st.lists(names, min_size=1, max_size=3).map("/".join)
pages = st.sampled_from([b"", b"x", PAGE, PAGE[::-1]])
changes = st.dictionaries(paths, st.one_of(st.none(), pages), max_size=6)


def clashes(model: dict[str, bytes]) -> bool:
    return any(other.startswith(f"{path}/") for path in model for other in model)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(changes, st.booleans()), max_size=6))
def test_any_sequence_of_prints_leaves_what_a_dict_would_hold(quick_folder, sequence):
    store, model = Store(quick_folder()), {}
    store.print({})
    for change, whole in sequence:
        coming = {path: page for path, page in ({} if whole else model | change).items() if page is not None}
        coming |= {path: page for path, page in change.items() if page is not None}
        before = store.head()
        if clashes(coming):
            with pytest.raises(Unprintable):
                store.print(change, whole=whole)
            assert store.head() == before
            continue
        model = coming
        root = store.print(change, whole=whole)

        assert on_disk(store) == with_siblings(model)
        assert store.verify() == []
        assert store.head() == root
        # The history doesn't show: the same site printed at once elsewhere has the same root.
        assert Store(quick_folder()).print(model) == root
        assert names_in(store.root / "tmp") == []


def test_unchanged_files_share_their_bytes_and_unchanged_folders_their_place(store):
    store.print({"index.html": PAGE, "siaran/1/index.html": PAGE + b"1", "siaran/2/index.html": PAGE + b"2"})
    current = store.root / "current"
    one, home = current / "siaran/1", (current / "index.html").stat().st_ino
    first_place, first_count = os.path.realpath(one), len(list((store.root / "store").glob("*/*.json")))

    store.print({"siaran/2/index.html": PAGE + b"3"})

    assert (current / "index.html").stat().st_ino == home
    assert os.path.realpath(one) == first_place
    # Only the folders on the way were made: the top, siaran/, siaran/2/.
    assert len(list((store.root / "store").glob("*/*.json"))) == first_count + 3


def test_the_root_hash_is_the_manifest(store):
    root = store.print({"index.html": PAGE, "siaran/1/foto.jpg": b"\xff\xd8"})

    def commits(folder):
        data = (store.root / "store" / folder[:2] / f"{folder}.json").read_bytes()
        assert hashlib.sha256(data).hexdigest() == folder
        for name, entry in json.loads(data).items():
            if entry[0] == "d":
                yield from ((f"{name}/{path}", sha) for path, sha in commits(entry[1]))
            else:
                yield name, entry[1]

    assert dict(commits(root)) == {path: hashlib.sha256(data).hexdigest() for path, data in on_disk(store).items()}
    assert {path: leaf.sha256 for path, leaf in store.files()} == dict(commits(root))
    assert {path: leaf.size for path, leaf in store.files()} == {p: len(d) for p, d in on_disk(store).items()}


def test_a_page_that_stands_already_is_neither_compressed_nor_written_again(store):
    store.print({"index.html": PAGE})
    inodes = {name: (store.root / "current" / name).stat().st_ino for name in on_disk(store)}
    store.print({"index.html": PAGE, "robots.txt": b"User-agent: *\n"}, whole=True)
    assert {name: (store.root / "current" / name).stat().st_ino for name in inodes} == inodes
    assert set(on_disk(store)) == {*inodes, "robots.txt"}


def test_a_page_that_became_tiny_loses_its_siblings(store):
    store.print({"index.html": PAGE})
    store.print({"index.html": b"Ditarik."})
    assert on_disk(store) == {"index.html": b"Ditarik."}


def test_more_files_than_are_synced_singly_are_printed_too(store):
    model = {f"arsip/{n % 7}/{n}.html": PAGE + bytes([n]) for n in range(SINGLE_SYNCS + 20)}
    store.print(model)
    assert on_disk(store) == with_siblings(model)
    assert store.verify() == []


def test_reading_finds_files_of_this_print_and_of_an_earlier_one(store):
    first = store.print({"a/b.txt": b"lama"})
    store.print({"a/b.txt": b"baru"})
    assert store.read("a/b.txt") == b"baru"
    assert store.read("a/b.txt", root=first) == b"lama"
    for path in ("a", "a/b.txt/c", "x", "a/x"):
        with pytest.raises(FileNotFoundError):
            store.read(path)
    with pytest.raises(Unprintable):
        store.read("../lock")


def test_before_the_first_print_there_is_nothing(store):
    assert store.head() is None
    with pytest.raises(NotKept):
        store.read("index.html")
    assert not store.root.exists()  # asking made no folder


def test_flipping_back_shows_the_earlier_print_byte_for_byte(store):
    first = store.print({"index.html": PAGE, "a/x.txt": b"1"})
    before = on_disk(store)
    second = store.print({"index.html": b"salah", "a/x.txt": None})
    store.flip(first)
    assert (store.head(), on_disk(store)) == (first, before)
    store.flip(second)
    assert on_disk(store) == {"index.html": b"salah"}
    for missing in ("f" * 64, "../../etc", ""):
        with pytest.raises(NotKept):
            store.flip(missing)


def test_what_is_woven_is_shown_to_nobody_until_the_flip(store):
    store.print({"index.html": b"lama"})
    woven = store.weave({"index.html": b"baru"})
    assert store.read("index.html") == b"lama"
    store.gc(now=datetime.now(UTC), keep=1)
    store.flip(woven)
    assert store.read("index.html") == b"baru"


def test_nobody_but_the_press_prints_a_compressed_sibling(store):
    with pytest.raises(Unprintable, match=r"made by the press beside 'a.html'"):
        store.print({"a.html.gz": b"?"})
    assert store.head() is None
    store.print({"a.tar.gz": b"ok"})
    assert store.read("a.tar.gz") == b"ok"


def change_a_byte(home):
    (home / "1.txt").write_bytes(b"SATU")


def remove_a_file(home):
    (home / "1.txt").unlink()


def add_a_file(home):
    (home / "asing.txt").write_bytes(b"?")


def lead_elsewhere(home):
    (home / "b").unlink()
    (home / "b").symlink_to("../../00/elsewhere")


def edit_the_listing(home):
    home.with_name(f"{home.name}.json").write_bytes(b"{}")


def lose_the_listing(home):
    home.with_name(f"{home.name}.json").unlink()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (change_a_byte, "A/1.txt holds other bytes than were printed."),
        (remove_a_file, "A/1.txt is missing."),
        (add_a_file, "A/asing.txt isn't in the listing."),
        (lead_elsewhere, "A/b doesn't lead to its folder."),
        (edit_the_listing, "A.json isn't the listing that its name says."),
        (lose_the_listing, "A: A.json is missing."),
    ],
)
def test_verify_names_the_damage(store, damage, fault):
    store.print({"a/1.txt": b"satu", "a/b/2.txt": b"dua", "c/3.txt": b"tiga"})
    assert store.verify() == []
    home = (store.root / "current" / "a").resolve()
    damage(home)
    place = f"store/{home.parent.name}/{home.name}"
    assert [each.replace(f"{store.root}/", "").replace(place, "A") for each in store.verify()] == [fault]


def test_what_a_dead_writer_left_is_thrown_away_at_the_next_print(store):
    store.print({"index.html": b"1"})
    (store.root / "tmp" / "folders" / "half").mkdir(parents=True)
    (store.root / "tmp" / "current").symlink_to("store/00/nowhere")
    store.print({"index.html": b"2"})
    assert names_in(store.root / "tmp") == []
    assert store.read("index.html") == b"2"


def test_two_writers_wait_for_each_other_and_no_print_is_lost(tmp_path):
    def write(letter):
        mine = Store(tmp_path)  # its own instance: as another process would hold the lock
        for n in range(15):
            mine.print({f"{letter}/{n}.txt": letter.encode()})

    writers = [threading.Thread(target=write, args=(letter,)) for letter in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert on_disk(Store(tmp_path)) == {f"{letter}/{n}.txt": letter.encode() for letter in "abc" for n in range(15)}


def test_a_staged_print_is_private_and_becomes_public_at_its_moment(store):
    store.print({"index.html": b"lama"})
    store.stage("siaran-7", {"index.html": PAGE, "siaran/7/index.html": PAGE + b"7"})
    assert on_disk(store) == {"index.html": b"lama"}
    assert (store.root / "staged").stat().st_mode & 0o777 == 0o700
    assert (store.root / "staged/siaran-7").stat().st_mode & 0o777 == 0o700
    store.print({})  # the next writer leaves staged prints alone

    root = store.print_staged("siaran-7")

    model = with_siblings({"index.html": PAGE, "siaran/7/index.html": PAGE + b"7"})
    assert on_disk(store) == model
    assert Store(store.root / "other").print({"index.html": PAGE, "siaran/7/index.html": PAGE + b"7"}) == root
    assert names_in(store.root / "staged") == []


def test_a_staged_print_that_was_overtaken_is_refused(store):
    store.print({"index.html": b"1"})
    store.stage("a", {"index.html": b"2"})
    store.print({"index.html": b"3"})
    with pytest.raises(Stale):
        store.print_staged("a")
    assert store.read("index.html") == b"3"
    store.stage("a", {"index.html": b"4"})
    store.print_staged("a")
    assert store.read("index.html") == b"4"
    with pytest.raises(NotKept):
        store.print_staged("a")


def test_gc_keeps_the_last_prints_and_the_young_and_what_is_shown(store):
    roots = [store.print({"n.txt": str(n).encode(), f"p/{n}.txt": b"-"}) for n in range(14)]
    now, later = datetime.now(UTC), datetime.now(UTC) + timedelta(hours=2)
    assert store.gc(now=now) == 0  # all of them are young

    store.flip(roots[0])
    removed = store.gc(now=later)

    kept = [roots[0], *roots[5:]]
    assert removed == 2 * 4
    assert [store.verify(root=root) for root in kept] == [[] for _ in kept]
    for root in roots[1:5]:
        with pytest.raises(NotKept):
            store.read("n.txt", root=root)
    assert store.gc(now=later) == 0
    assert store.print({"p/0.txt": None, "n.txt": b"baru"}) == Store(store.root / "o").print({"n.txt": b"baru"})


def test_after_a_retraction_gc_leaves_nothing_of_it_on_the_disk(store):
    secret = b"nama anak" * 100
    store.print({"siaran/1/index.html": secret, "index.html": b"beranda"})
    store.print({"siaran/1/index.html": b"Ditarik.", "index.html": b"beranda"})
    store.gc(now=datetime.now(UTC), keep=0, kept_for=None)
    everything = [file.read_bytes() for file in store.root.rglob("*") if file.is_file()]
    assert secret not in everything
    assert all(page not in everything for page in siblings_of("index.html", secret).values())
    assert store.verify() == []


def test_a_copy_with_links_followed_is_a_plain_site(store, tmp_path):
    store.print({"index.html": PAGE, "a/b/c.txt": b"x"})
    shutil.copytree(store.root / "current", tmp_path / "plain")
    assert (tmp_path / "plain/a/b/c.txt").read_bytes() == b"x"
    assert not any(file.is_symlink() for file in (tmp_path / "plain").rglob("*"))


def test_the_file_beside_the_print_survives_every_print(store):
    store.beside("cari.sqlite3").write_bytes(b"indeks")
    store.print({"index.html": b"1"})
    store.gc(now=datetime.now(UTC))
    assert store.beside("cari.sqlite3").read_bytes() == b"indeks"
    assert on_disk(store) == {"index.html": b"1"}


@pytest.mark.slow
def test_a_file_with_as_many_links_as_the_disk_allows_starts_again_as_a_copy(store, tmp_path):
    store.print({"logo.svg": b"<svg/>", "n.txt": b"0"})
    logo, crowd = store.root / "current" / "logo.svg", tmp_path / "crowd"
    crowd.mkdir()
    try:
        for n in range(70_000):
            (crowd / str(n)).hardlink_to(logo)
    except OSError as error:
        if error.errno != errno.EMLINK:
            raise
    else:
        pytest.skip("this disk allows more than 70,000 links of one file")
    full = logo.stat().st_ino

    store.print({"n.txt": b"1"})
    assert on_disk(store) == {"logo.svg": b"<svg/>", "n.txt": b"1"}
    assert logo.stat().st_ino != full
    assert store.verify() == []
