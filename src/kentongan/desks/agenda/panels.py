"""What the agenda shows on other screens."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kentongan.desks.agenda import queries
from kentongan.desks.agenda.models import Activity
from kentongan.ground.library.queries import photographs_of
from kentongan.ground.ui.registry import Panel, panel, today_panel


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


@panel("agenda.activity", order=60)
def photographs_of_activity(request: HttpRequest, activity: Activity) -> Panel:
    """What the photographer brought, and the way to bring more."""
    album = activity.album
    shown = list(photographs_of(album, reader=request.reader)[:6]) if album else []  # type: ignore[attr-defined]
    return Panel(
        title=_("Photographs"),
        template="agenda/_photographs.html",
        context={"photographs": shown, "activity": activity, "album": album},
        more_url=reverse("library:album", args=[album.pk]) if album else "",
    )
