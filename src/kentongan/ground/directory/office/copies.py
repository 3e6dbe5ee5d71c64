"""A copy of what is kept about somebody, for himself."""

from __future__ import annotations

import json

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy

from kentongan.ground.directory import policies, privacy
from kentongan.ground.directory.models import Person
from kentongan.ground.directory.office.press import OfUnit
from kentongan.ground.record.registry import OFFICE
from kentongan.ground.record.rules import Thing, may_leave
from kentongan.ground.ui.office import Screen


def handed_over(screen, thing, data):
    """A copy of somebody's data as a file, past the gate; that it was taken is noted."""
    level, unit = getattr(thing, "level", "internal"), getattr(thing, "unit_id", None)
    asked = Thing(kind=thing._meta.label_lower, id=thing.pk, level=level, unit_id=unit)
    if not may_leave(asked, reader=screen.reader, exit=OFFICE, now=screen.now):
        raise Http404
    screen.request.looks.append((asked.kind, thing.pk, OFFICE.name))
    headers = {"Content-Disposition": f'attachment; filename="data-{thing.pk}.json"', "Cache-Control": "no-store"}
    body = json.dumps(data, ensure_ascii=False, indent=2)
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)


class JournalistData(OfUnit, Screen):
    """Everything we keep about him, for himself."""

    title = gettext_lazy("Copy of the data")

    def get(self, request, *args, **kwargs):
        """The file."""
        return handed_over(self, self.thing, privacy.export_of(self.thing))


class PersonData(Screen):
    """Everything we keep about a person, for himself."""

    title = gettext_lazy("Copy of the data")

    def rows(self):
        """Every person."""
        return Person.objects.select_related("account")

    def may(self):
        """The person himself, and who keeps it."""
        return None if self.thing.account_id == self.account.pk else policies.may_keep(self.request)

    def get(self, request, *args, **kwargs):
        """The file."""
        return handed_over(self, self.thing, privacy.export_of(self.thing))
