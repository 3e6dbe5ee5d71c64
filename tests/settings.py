"""The program's settings in a home of the run's own: pytest-django reads settings before any conftest is loaded."""

import os
import tempfile

os.environ.setdefault("KENTONGAN_HOME", tempfile.mkdtemp(prefix="kentongan-test-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "kentongan.settings"  # for the processes that tests start

from kentongan.settings import *  # noqa: F403
