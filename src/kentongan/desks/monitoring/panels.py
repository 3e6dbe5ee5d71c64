"""What the press says, on Today and beside our version."""

from __future__ import annotations

from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kentongan.desks.monitoring import policies, queries
from kentongan.desks.newsroom.models import Version
from kentongan.ground.ui.registry import Panel, panel, today_panel

SHOWN = 5


@today_panel(40)
def what_the_press_says(request: HttpRequest) -> Panel:
    """What was printed last, with what it changed."""
    from kentongan.desks.monitoring.office import CHANGES

    printed = Coalesce("published_at", "captured_at").desc()  # an old article taken in today is no news
    clips = list(queries.clips(reader=request.reader).order_by(printed, "-pk")[:SHOWN])  # type: ignore[attr-defined]
    return Panel(
        title=_("What the press says"),
        template="monitoring/_today.html",
        context={"clips": [(c, [(CHANGES[k], what, tone) for k, what, tone in queries.findings_of(c)]) for c in clips]},
        more_url=reverse("monitoring:coverage"),
    )


@panel("newsroom.version", order=60)
def coverage_of_version(request: HttpRequest, version: Version) -> Panel | None:
    """Who carried it, how much of it, and what was changed on the way."""
    if version.opened_at is None:
        return None
    pickups = list(queries.pickups_of(version, reader=request.reader))  # type: ignore[attr-defined]
    return Panel(
        title=_("Coverage"),
        template="monitoring/_of_version.html",
        context={"pickups": pickups, "version": version},
        more_url="" if policies.may_take_in(request) else reverse("monitoring:link"),
        more=_("Add by link"),
    )
