"""A writer killed in the middle leaves the whole old or the whole new print."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kentongan.ground.press.store import Store

SOURCE = Path(__file__).resolve().parents[3] / "src"

# Prints generation after generation; every file of one generation names it. Announces each flip that returned.
WRITER = """
import sys
from kentongan.ground.press.store import Store

store, start, files = Store(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
for generation in range(start, start + 10_000):
    text = f"generasi {generation} ".encode() * 40
    store.print({f"siaran/{n % 9}/{n}.html": text + str(n).encode() for n in range(files)})
    print(generation, flush=True)
"""


def generation_shown(store: Store, files: int) -> int:
    """The one generation that every file of the print names, by the links a web server follows."""
    top = store.root / "current"
    pages = {path.relative_to(top).as_posix(): path.read_bytes() for path in top.glob("siaran/*/*.html")}
    generations = {int(page.split()[1]) for page in pages.values()}
    assert len(generations) == 1, f"the print mixes {sorted(generations)}"
    assert len(pages) == files
    return generations.pop()


def kill_a_writer(folder: Path, start: int, files: int, wait: float) -> tuple[int, bool]:
    """Run the writer, kill -9 after the first flip and a while; the last generation it announced, and whether the
    kill hit between the first byte in the workshop and the writer's return."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(start), str(files)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    try:
        assert process.stdout.readline() == "ready\n"
        announced = int(process.stdout.readline())
        time.sleep(wait)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    rest = process.stdout.read().split()
    process.stdout.close()
    assert process.returncode == -signal.SIGKILL
    return int(rest[-1]) if rest else announced, any((folder / "tmp").iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("files", [12, 80])  # synced singly, and by one sync
def test_a_killed_writer_leaves_one_whole_print_and_the_next_goes_on(tmp_path, files):
    hit, next_generation, store = 0, 0, Store(tmp_path)
    for attempt in range(40):
        announced, mid_write = kill_a_writer(tmp_path, next_generation, files, random.Random(attempt).uniform(0, 0.05))
        hit += mid_write
        shown = generation_shown(store, files)
        # What was announced is never lost; at most the flip that couldn't be announced any more is ahead.
        assert announced <= shown <= announced + 1
        assert store.verify() == []
        next_generation = shown + 1
        if hit >= 8:
            break
    assert hit >= 8, "too few kills hit the writer at work: the test proved nothing"

    last = store.print({"siaran/0/0.html": None})
    assert store.verify() == []
    assert store.head() == last
    assert [entry.name for entry in (tmp_path / "tmp").iterdir()] == []


FILE_WORK = {"open", "os.link", "os.symlink", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod"}


def die_at(step: int, work) -> bool:
    """Do the work in a forked process that kills itself before its n-th operation on files; whether it died."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event, _arguments):
            nonlocal left
            if event in FILE_WORK:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


OLD = {"index.html": b"lama " * 90, "siaran/1/index.html": b"satu " * 90, "siaran/2/foto.jpg": b"\xff" * 9}
NEW = {"index.html": b"baru " * 90, "siaran/1/index.html": None, "siaran/3/index.html": b"tiga " * 90}


def stages_and_prints(store: Store) -> None:
    store.stage("3", NEW)
    store.print_staged("3")


def prints_and_sweeps(store: Store) -> None:
    store.print(NEW)
    store.gc(now=datetime.now(UTC) + timedelta(days=1), keep=1)


@pytest.mark.parametrize("work", [lambda store: store.print(NEW), stages_and_prints, prints_and_sweeps])
def test_death_before_any_single_file_operation_leaves_the_old_or_the_new_print(quick_folder, work):
    old, new = Store(quick_folder()).print(OLD), None
    seen = []
    for step in range(1000):
        store = Store(quick_folder())
        store.print(OLD)
        died = die_at(step, lambda: work(Store(store.root)))  # noqa: B023 - called at once
        seen.append(store.head())
        assert store.verify() == []
        # Whoever comes next reaches the new print, whatever the dead one left.
        new = new or Store(quick_folder()).print({k: v for k, v in (OLD | NEW).items() if v is not None})
        assert store.print(NEW) == new
        assert store.verify() == []
        assert store.print(OLD, whole=True) == old
        assert store.verify() == []
        if not died:
            break
    assert seen[-1] == new
    assert len(seen) > 30
    flipped = seen.index(new)
    assert seen == [old] * flipped + [new] * (len(seen) - flipped)
