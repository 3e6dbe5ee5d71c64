"""Styles, scripts, fonts and drawings, so that nothing under `/statik/` is computed."""

from datetime import datetime

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from kentongan.ground.press.registry import Pages, printable


@printable("frontdesk.assets")
def assets(as_of: datetime) -> Pages:
    """Every file that a room or an installed app keeps in its `static` folder, the first found of one name."""
    told = set()
    folder = settings.STATIC_URL.strip("/")
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            path = f"{folder}/{name}"
            if path not in told:
                told.add(path)
                with storage.open(name) as file:
                    yield path, file.read()
