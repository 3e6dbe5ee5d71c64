"""What dispatch shows on other screens: the audience where a manuscript is submitted, deliveries beside a version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kentongan.desks.dispatch import policies, queries
from kentongan.desks.dispatch.choices import Channel, DeliveryState
from kentongan.desks.dispatch.models import PressList
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.registry import audience_fields, audience_words
from kentongan.ground.ui.registry import Alarm, Panel, alarm_source, panel, today_panel


class ListsField(forms.MultipleChoiceField):
    """Press lists by tick; cleans to ids, which the approval binds."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> list[int]:
        """Ids, in order: the same choice has the same hash."""
        return sorted(int(pk) for pk in super().clean(value))


@audience_fields
def press_lists(*, unit: Any, reader: Any) -> dict[str, forms.Field]:
    """The unit's own lists, each with how many it reaches."""
    offered = [
        (row.pk, ngettext("%(name)s (%(n)s place)", "%(name)s (%(n)s places)", n) % {"name": row.name, "n": n})
        for row in queries.lists_of(reader=reader, unit_ids=[unit.pk])
        for n in [row.by_mail + row.by_whatsapp]
    ]
    if not offered:
        return {}
    return {"lists": ListsField(label=gettext_lazy("Press lists"), choices=offered, required=False)}


@audience_words
def lists_in_words(audience: dict[str, Any]) -> list[str]:
    """The lists by name, for the approver: he agrees to who gets it."""
    names = list(
        PressList.objects.filter(pk__in=audience.get("lists", [])).order_by("name").values_list("name", flat=True)
    )
    return [_("Press lists: %(names)s") % {"names": ", ".join(names)}] if names else []


@panel("newsroom.version", order=40)
def deliveries_of_version(request: HttpRequest, version: Version) -> Panel | None:
    """Who got it, by count and by name; the WhatsApp text with a tick per group."""
    if version.opened_at is None:
        return None
    text = queries.whatsapp_text(version)
    deliveries = list(queries.deliveries_of(version))
    by_hand = any(one.channel == Channel.WHATSAPP and one.state == DeliveryState.WAITING for one in deliveries)
    return Panel(
        title=_("Distribution"),
        template="dispatch/_of_version.html",
        context={
            "version": version,
            "tally": queries.tally_in_words(queries.tally(version)),
            "deliveries": deliveries,
            "by_hand": by_hand,
            "text": text,
            "corrected": queries.is_corrected(version),
            "share": queries.share_url(version),
            "may_tick": policies.may_dispatch(request, version.unit_id) is None,
        },
        more_url=reverse("dispatch:deliveries"),
        more=_("All deliveries"),
    )


@today_panel(50)
def groups_to_share_with(request: HttpRequest) -> Panel | None:
    """What is still to be passed on by hand."""
    units = {unit for unit, role in request.roles if role in policies.SENDERS}  # type: ignore[attr-defined]
    mine = queries.groups_waiting(reader=request.reader).filter(version__unit_id__in=units)  # type: ignore[attr-defined]
    waiting = list(mine[:6])
    if not waiting:
        return None
    return Panel(title=_("To be shared by WhatsApp"), template="dispatch/_groups.html", context={"waiting": waiting})


@alarm_source
def undelivered(request: HttpRequest) -> Iterator[Alarm]:
    """Letters that failed or whose fate is unknown, one alarm per version."""
    for version in queries.troubled(reader=request.reader):  # type: ignore[attr-defined]
        yield Alarm(
            tag=_("Not delivered"),
            what=_("%(bad)s of %(all)s newsrooms haven't got %(number)s.")
            % {"bad": version.bad, "all": version.all, "number": version.number},
            detail=version.title,
            holder=version.unit.short if version.unit_id else "",
            action=_("Look after it"),
            url=reverse("dispatch:look-after", args=[version.pk]),
        )
