"""What every test may ask for: the real data's folder, and a sentence where something is missing."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KENTONGAN_DATA", ROOT.parent / "shared" / "data"))


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="crash harness and throttled journeys too")


def pytest_collection_modifyitems(config, items):
    no_data = pytest.mark.skip(reason=f"the real data isn't at {DATA}; set KENTONGAN_DATA")
    no_browser = pytest.mark.skip(reason="no Chromium found; install Debian's package 'chromium'")
    slow = pytest.mark.skip(reason="runs with ./kentongan test --all")
    for item in items:
        if "real_data" in item.keywords and not DATA.is_dir():
            item.add_marker(no_data)
        if "browser" in item.keywords and not (shutil.which("chromium") or shutil.which("google-chrome")):
            item.add_marker(no_browser)
        if "slow" in item.keywords and not config.getoption("--all"):
            item.add_marker(slow)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real input; tests that use it carry the marker `real_data`."""
    return DATA
