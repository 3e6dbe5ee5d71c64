"""What is wrong with the mail, on every office page."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kentongan.ground.mailroom import policies, queries
from kentongan.ground.ui.registry import Alarm, alarm_source

# Shorter than this a server restarts; longer, somebody must look.
DOWN_SECONDS = 60


@alarm_source
def line_down(request: HttpRequest) -> Iterator[Alarm]:
    """The mail server can't be reached: nothing is lost, everything waits."""
    line = queries.line()
    if line.down_since and (request.now - line.down_since).total_seconds() >= DOWN_SECONDS:  # type: ignore[attr-defined]
        minutes = int((request.now - line.down_since).total_seconds() // 60)  # type: ignore[attr-defined]
        yield Alarm(
            tag=_("Mail"),
            what=ngettext(
                "The mail server hasn't been reached for %(n)s minute.",
                "The mail server hasn't been reached for %(n)s minutes.",
                minutes,
            )
            % {"n": minutes},
            detail=f"{line.error}. " + _("Everything waits and is sent as soon as it answers."),
            holder=_("Administrator"),
        )


@alarm_source
def unknown_mail(request: HttpRequest) -> Iterator[Alarm]:
    """Press mail of which nobody knows whether it arrived: a person decides."""
    units = policies.units_read(request.roles)  # type: ignore[attr-defined]
    n = queries.unknown_press(units).count() if units else 0
    if n:
        yield Alarm(
            tag=_("Mail"),
            what=ngettext(
                "Of %(n)s press mail nobody knows whether it arrived.",
                "Of %(n)s press mails nobody knows whether they arrived.",
                n,
            )
            % {"n": n},
            action=_("Decide"),
            url=f"{reverse('mailroom:ledger')}?state=unknown",
            tone="kunyit",
        )
