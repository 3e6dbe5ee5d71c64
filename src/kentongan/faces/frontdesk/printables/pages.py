"""Pages that hardly change: how the site can be used, what it keeps of readers, who makes it; and what isn't there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.faces.frontdesk.printables.shell import shell
from kentongan.faces.frontdesk.rules import addresses
from kentongan.ground.press.registry import Pages, printable
from kentongan.ground.units.queries import institution

TEXTS = (
    ("aksesibilitas/", "accessibility.html", gettext_lazy("Accessibility")),
    ("privasi/", "privacy.html", gettext_lazy("Protection of personal data")),
    ("tentang/", "about.html", gettext_lazy("About this site")),
)


@printable("frontdesk.pages")
def pages(as_of: datetime) -> Pages:
    """Texts about the site, and the pages for what is missing or busy."""
    around, house = shell(as_of), institution()
    for path, template, title in TEXTS:

        def context(language: str, title: Any = title, path: str = path) -> dict[str, Any]:
            return {"here": path, "title": str(title), "house": house}

        yield from around.both(template, path, context)
    for language in addresses.PREFIXES:
        missing = around.page("missing.html", "", language, lambda _language: {"title": _("This page isn't here")})
        yield f"{addresses.PREFIXES[language]}404.html", missing
    busy = around.page("busy.html", "", "id", lambda _language: {"title": _("We are busy just now")})
    yield "503.html", busy
