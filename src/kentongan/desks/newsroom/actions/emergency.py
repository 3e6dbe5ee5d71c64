"""Open at once, and stay red until a second person has looked (DESIGN guarantee 5)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import policies, queries
from kentongan.desks.newsroom.actions.opening import give_to_public
from kentongan.desks.newsroom.actions.submitting import Release, freeze
from kentongan.desks.newsroom.events import EmergencyOpened, EmergencySeen
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.ground.approval import queries as approvals
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account
from kentongan.ground.worklist import actions as worklist

# Whitehall's forced path gives a day; a flood warning is read by everybody within the hour.
LOOK_WITHIN = timedelta(hours=1)


@transaction.atomic
def open_emergency(*, manuscript: Manuscript, release: Release, reason: str, by: Actor, now: datetime) -> Version:
    """Open without approval; every approver of the unit has it on his list, and every office page is red until then.

    The checks that stop a text stop it here too: a source takes one tap, and a wrong figure of victims takes days.

    Raises:
        Refusal: no reason, or what `submit` refuses.
    """
    if not reason.strip():
        raise Refusal(_("Say what can't wait; whoever looks afterwards reads this first."))
    release = Release(audience=release.audience, opens_at=None, correction_note=release.correction_note)
    version = queries.locked(freeze(manuscript=manuscript, release=release, by=by, now=now, emergency=True).pk)
    version.emergency_reason = reason.strip()[:240]
    version.save(update_fields=["emergency_reason"])
    version = give_to_public(version=version, by=by, now=now)
    worklist.put(
        kind="look-after-emergency",
        title=_("Opened in an emergency: %(title)s") % {"title": version.title},
        url=version.get_absolute_url(),
        thing_kind=queries.KIND,
        thing_id=version.pk,
        unit=version.unit,
        level=version.level,
        role=Role.APPROVER,
        due_at=now + LOOK_WITHIN,
        detail=version.emergency_reason,
        barred=sorted(queries.author_ids(version.manuscript)),
        verb=_("Read and confirm"),
        by=by,
        now=now,
    )
    announce(EmergencyOpened(version_id=version.pk), by=by, now=now)
    return version


@transaction.atomic
def look_after(*, version: Version, agrees: bool, by: Actor, now: datetime) -> Version:
    """A second person has read what was opened in an emergency; whether it stands is his next verb (correct, withdraw).

    Raises:
        Refusal: he wrote in it, opened it, is no person, got his way in from who did, or somebody has looked already.
    """
    version = queries.locked(version.pk)
    if not by.is_person:
        raise Refusal(_("Only a person can look after it."))
    if not version.emergency or version.opened_at is None:
        raise Refusal(_("This version was approved before it was opened; there is nothing to look after."))
    if version.emergency_seen_at is not None:
        raise Refusal(_("A second person has looked at it already."))
    if by.account_id in queries.author_ids(version.manuscript) | {version.submitted_by_id}:
        raise Refusal(_("You wrote or opened this yourself; a second person must look at it."))
    account = Account.objects.get(pk=by.account_id or 0)
    if why := approvals.why_no_second(
        account,
        unit_id=version.unit_id,
        roles=policies.DECIDERS,
        barred=queries.author_ids(version.manuscript) | {version.submitted_by_id},
        begun_at=version.manuscript.created_at,
    ):
        raise Refusal(why)
    version.emergency_seen_at, version.emergency_seen_by_id = now, by.account_id
    version.save(update_fields=["emergency_seen_at", "emergency_seen_by"])
    worklist.finish(kind="look-after-emergency", thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    announce(EmergencySeen(version_id=version.pk, agreed=agrees), by=by, now=now)
    return version
