"""What machines read and is made for one reader: his own calendar."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from kentongan.desks.agenda.feeds import calendar
from kentongan.desks.agenda.queries import between
from kentongan.ground.record.registry import PRIVATE_CALENDAR
from kentongan.ground.record.rules import Thing, may_leave
from kentongan.ground.units.models import Account
from kentongan.ground.units.queries import institution, reader_of

# What a phone's calendar needs: last week's changes and the coming half year.
PAST, FUTURE = timedelta(days=7), timedelta(days=183)


def private_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The agenda as its holder sees it in the office; the address is the secret, and a new one ends the old."""
    account = Account.objects.filter(calendar_token=token, is_active=True).first()
    if account is None:
        raise Http404
    reader = reader_of(account, now=request.now)
    today = timezone.localdate(request.now)
    seen = between(today - PAST, today + FUTURE, zone=timezone.get_current_timezone(), reader=reader)
    leaving = [
        activity
        for activity in seen
        if may_leave(
            Thing("agenda.activity", activity.pk, activity.level, activity.unit_id),
            reader=reader,
            exit=PRIVATE_CALENDAR,
            now=request.now,
        )
    ]
    body = calendar(leaving, institution=institution(), public=False)
    return HttpResponse(
        body, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"}
    )
