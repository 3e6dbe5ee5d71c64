"""Alarms of the house itself, and the diary's state on Today."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kentongan.ground.clock import queries as clock
from kentongan.ground.press import queries as press
from kentongan.ground.record import queries as record
from kentongan.ground.record.models import Entry, Seal
from kentongan.ground.ui.registry import Alarm, Panel, alarm_source, today_panel
from kentongan.ground.units.choices import Role

# A print takes seconds; one that is wanted for two minutes has failed.
PRINT_LATE = 120


@alarm_source
def processes(request: HttpRequest) -> Iterator[Alarm]:
    """A dead clockhand or worker, a duty that fails, a listener that gave up, a print that is late."""
    names = {"clockhand": _("The clockhand is dead: nothing opens or is printed."),
             "worker": _("The worker is dead: no mail is sent, no listener hears.")}  # fmt: skip
    for name in clock.dead_processes(now=request.now):
        yield Alarm(
            tag=_("Process"), what=names[name], detail=_("Start it again: ./kentongan serve"), holder=_("Administrator")
        )
    for tick in clock.failing_ticks():
        yield Alarm(
            tag=_("Duty"),
            what=_("%(duty)s has failed %(n)s times.") % {"duty": tick.name.rpartition(".")[2], "n": tick.failures},
            detail=tick.error,
            holder=_("Administrator"),
        )
    if unheard := record.unheard():
        yield Alarm(
            tag=_("Queue"),
            what=_("%(n)s listeners gave up after several tries.") % {"n": unheard},
            detail=_("What they were to do hasn't happened."),
            holder=_("Administrator"),
        )
    late = press.late_by(now=request.now)
    if late.total_seconds() > PRINT_LATE:
        yield Alarm(
            tag=_("Print"),
            what=_("The public site has been waiting for its print for %(n)s minutes.")
            % {"n": int(late.total_seconds() // 60)},
            detail=_("Readers see the print from before."),
            holder=_("Administrator"),
        )


@today_panel(90)
def diary(request: HttpRequest) -> Panel | None:
    """Whether the record is whole and sealed, for those who answer for it."""
    if not {role for _unit, role in request.roles} & {Role.AUDITOR, Role.CHIEF, Role.ADMINISTRATOR}:  # type: ignore[attr-defined]
        return None
    last = Seal.objects.order_by("number").last()
    return Panel(
        title=_("Office diary"),
        template="office/_diary.html",
        context={"seal": last, "count": Entry.objects.count()},
        more_url=reverse("office:diary"),
    )
