"""Folders for prints."""

import tempfile
from pathlib import Path

import pytest

from kentongan.ground.press.store import Store


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "print")


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory):
    """Makes fresh folders in memory where there is such a disk: hundreds of fsyncs cost nothing there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path_factory.getbasetemp()) as above:
        yield lambda: Path(tempfile.mkdtemp(dir=above))
