"""A run of the suite writes nothing where an office may live."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEEPS_FILES = "tests/ground/library/test_pictures.py"


def test_a_run_that_names_no_home_writes_nothing_under_var(tmp_path):
    """`var` is relative to where one stands, so a run that stands elsewhere shows what it would have written."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KENTONGAN_")}
    environment["DJANGO_SETTINGS_MODULE"] = "kentongan.settings"  # as somebody may have exported it
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), str(ROOT / KEEPS_FILES)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
    assert list(tmp_path.iterdir()) == []
