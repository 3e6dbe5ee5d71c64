"""What every office page's shell needs, computed only where a template asks."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation

from kentongan.ground.ui import registry


class Shell:
    """The office around a page; every part is read at most once per page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def account(self) -> Any:
        """Who is signed in, or None."""
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @cached_property
    def now(self) -> Any:
        return timezone.localtime(getattr(self.request, "now", None) or timezone.now())

    @cached_property
    def search_url(self) -> str:
        """Where the office searches; empty until that page is wired."""
        try:
            return reverse("office:search")
        except NoReverseMatch:
            return ""

    @cached_property
    def alarms(self) -> list[registry.Alarm]:
        return registry.alarms(self.request) if self.account else []

    @cached_property
    def menu(self) -> list[list[dict[str, Any]]]:
        """Sections of entries; one whose address isn't wired isn't shown, for nothing may be shown that isn't there."""
        if not self.account:
            return []
        roles = {str(role) for _unit, role in getattr(self.request, "roles", ())}
        sections = []
        for section in registry.SECTIONS:
            entries = [e for item in registry.menu.of(section, roles) if (e := self._entry(item))]
            if entries:
                sections.append(entries)
        longest = max((e["url"] for s in sections for e in s if e["open"]), key=len, default=None)
        for section_entries in sections:
            for entry in section_entries:
                entry["open"] = entry["url"] == longest
        return sections

    def _entry(self, item: registry.MenuItem) -> dict[str, Any] | None:
        try:
            url = reverse(item.url_name)
        except NoReverseMatch:
            return None
        count = item.badge(self.request) if item.badge else 0
        return {"title": item.title, "url": url, "count": count, "open": self.request.path.startswith(url)}

    @cached_property
    def languages(self) -> list[dict[str, str]]:
        """The other languages, each named in itself."""
        here = translation.get_language()
        others = [code for code, _ in settings.LANGUAGES if code != here]
        return [translation.get_language_info(code) for code in others]


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor: `{{ shell.menu }}` and its like in `ui/office.html`."""
    return {"shell": Shell(request)}
