"""The way to the whole story, from its activity and from each of its versions."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.evaluation import queries
from kentongan.desks.newsroom.models import Version
from kentongan.ground.ui.registry import Panel, panel


@panel("agenda.activity.side", order=10)
def story_of_activity(request: HttpRequest, activity: Activity) -> Panel:
    """How far the story has come, step by step."""
    return Panel(
        title=_("The whole story"),
        template="evaluation/_steps.html",
        context={"steps": queries.thread(activity, reader=request.reader)},  # type: ignore[attr-defined]
        more_url=reverse("evaluation:thread", args=[activity.pk]),
    )


@panel("newsroom.version", order=90)
def story_of_version(request: HttpRequest, version: Version) -> Panel | None:
    """The same from a version."""
    seen = Activity.objects.visible_to(request.reader).filter(pk=version.activity_id).first()  # type: ignore[attr-defined]
    return story_of_activity(request, seen) if seen else None
