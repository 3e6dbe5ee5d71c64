"""Correct what is open, or withdraw it with a reason."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import queries
from kentongan.desks.newsroom.actions.writing import Settings, begin
from kentongan.desks.newsroom.choices import ManuscriptState, VersionState
from kentongan.desks.newsroom.events import VersionWithdrawn
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.worklist import actions as worklist


@transaction.atomic
def begin_correction(*, version: Version, by: Actor, now: datetime) -> Manuscript:
    """A new manuscript with the open text, to be corrected, submitted with a public note and approved like any other.

    Raises:
        Refusal: it isn't the version in force, or a correction of it is being written.
    """
    version = queries.locked(version.pk)
    if version.state != VersionState.OPEN or queries.opened_of_line(version)[-1].pk != version.pk:
        raise Refusal(_("Only the version in force can be corrected."))
    begun = Manuscript.objects.filter(corrects=version).exclude(state=ManuscriptState.DROPPED).first()
    if begun is not None:
        raise Refusal(
            _("A correction of this version is being written by %(name)s.") % {"name": begun.created_by.name},
            then=_("Open it in the list of manuscripts and write there."),
        )
    settings = Settings(
        kind=version.kind,
        level=version.level,
        language=version.language,
        topics=tuple(version.topics.all()),
        agencies=tuple(version.agencies.all()),
        contact=version.contact,
    )
    return begin(
        unit=version.unit,
        title=version.title,
        document=version.document,
        settings=settings,
        by=by,
        now=now,
        activity=version.activity,
        corrects=version,
    )


@transaction.atomic
def withdraw_version(*, version: Version, reason: str, by: Actor, now: datetime) -> Version:
    """Say publicly that an open version no longer holds; its text stays under a banner with the reason.

    Raises:
        Refusal: no reason, no person, or it isn't the version in force.
    """
    if not by.is_person:
        raise Refusal(_("Only a person can withdraw what was said."))
    if not reason.strip():
        raise Refusal(_("Say why it is withdrawn; the public will read this."))
    version = queries.locked(version.pk)
    if version.state != VersionState.OPEN or queries.opened_of_line(version)[-1].pk != version.pk:
        raise Refusal(_("Only the version in force can be withdrawn."))
    version.state, version.withdrawn_at, version.withdrawn_reason = VersionState.WITHDRAWN, now, reason.strip()
    version.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
    worklist.finish(thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    line = [(queries.KIND, one.pk) for one in queries.opened_of_line(version)]
    want_print(reason="version withdrawn", things=line, by=by, now=now)
    reason_hash = hashlib.sha256(version.withdrawn_reason.encode()).hexdigest()
    announce(VersionWithdrawn(version_id=version.pk, reason_hash=reason_hash), by=by, now=now)
    return version
