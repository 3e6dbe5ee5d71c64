"""The facts of an activity, on the activity's own page."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts import policies, queries
from kentongan.ground.ui.registry import Panel, panel


@panel("agenda.activity", order=20)
def facts_of_activity(request: HttpRequest, activity: Activity) -> Panel:
    """What a release about it may say, each with its source; amber where there is none."""
    may = policies.may_record(request) is None
    return Panel(
        title=_("Facts"),
        template="facts/_of_activity.html",
        context={
            "facts": [(fact, queries.source_of(fact)) for fact in queries.facts_for(activity, reader=request.reader)],
            "activity": activity,
            "may_record": may,
        },
        more_url=f"{reverse('facts:record')}?kegiatan={activity.pk}" if may else "",
        more=_("Record a fact"),
    )
