"""What waits for the reader, on Today."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kentongan.ground.ui.registry import Panel, today_panel
from kentongan.ground.ui.rules import words
from kentongan.ground.worklist import queries
from kentongan.ground.worklist.models import WorkItem

ON_TODAY = 8


@today_panel(10)
def my_work(request: HttpRequest) -> Panel:
    """The soonest due first; the whole list behind it."""
    found = queries.waiting_for(request.user, request.roles, request.reader)  # type: ignore[attr-defined, arg-type]
    items = list(found[: ON_TODAY + 1])
    return Panel(
        title=_("My work"),
        template="worklist/_mine.html",
        context={"todo": [as_todo(item, now=request.now) for item in items[:ON_TODAY]]},  # type: ignore[attr-defined]
        more_url=reverse("worklist:mine"),
        more=_("All my work") if len(items) > ON_TODAY else "",
    )


def counted(request: Any) -> tuple[int, int]:
    """How many wait for the reader and how many are late; asked once for a page, however often it says so."""
    if not hasattr(request, "work_counted"):
        request.work_counted = queries.counts(request.user, request.roles, request.reader, now=request.now)
    return request.work_counted  # type: ignore[no-any-return]


def how_many(request: Any) -> int:
    """The number beside Today in the menu."""
    return counted(request)[0]


def as_todo(item: WorkItem, *, now: datetime) -> dict[str, Any]:
    """When, what, one verb: how the list component reads an item."""
    late = item.due_at is not None and item.due_at < now
    when = due_words(item.due_at, now=now) if item.due_at else _("no deadline")
    if late and item.due_at:
        when = how_late(item.due_at, now=now)
    return {
        "when": when,
        "when_note": due_words(item.due_at, now=now) if late else "",
        "what": item.title,
        "note": " · ".join(part for part in (item.unit.short, item.detail) if part),
        "verb": _(item.verb) if item.verb else _("Open"),  # kept as its source, said in the reader's language
        "url": item.url,
        "late": late,
    }


def due_words(due: datetime | None, *, now: datetime) -> str:
    """`15.00` today, `24 Nov 2026, 15.00` on another day, a dash without an hour."""
    if due is None:
        return "–"
    language = translation.get_language() or "en"
    here, today = timezone.localtime(due), timezone.localtime(now).date()
    hour = words.clock(here, language, zone=False)
    return hour if here.date() == today else f"{words.short_day(here, language)}, {hour}"


def how_late(due: datetime, *, now: datetime) -> str:
    """`2 hours late`: words, for colour alone says nothing."""
    minutes = int((now - due).total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(n)s minute late", "%(n)s minutes late", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        return ngettext("%(n)s hour late", "%(n)s hours late", minutes // 60) % {"n": minutes // 60}
    days = minutes // (24 * 60)
    return ngettext("%(n)s day late", "%(n)s days late", days) % {"n": days}
