"""What the agenda shows on other screens."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kentongan.desks.agenda import queries
from kentongan.ground.ui.registry import Panel, today_panel


@today_panel(20)
def leaders_today(request: HttpRequest) -> Panel:
    """The leaders' day in order; past ones are quiet."""
    today, zone = timezone.localdate(request.now), timezone.get_current_timezone()
    activities = list(queries.between(today, today, zone=zone, reader=request.reader))
    return Panel(
        title=_("Leaders' agenda today"),
        template="agenda/_today.html",
        context={
            "lines": list(zip(activities, queries.lines(activities, zone=zone), strict=True)),
            "now": timezone.localtime(request.now),
        },
        more_url=reverse("agenda:board"),
        more=_("The week's board"),
    )
