"""Approved, opened, numbered: everything in one transaction, and the clock read inside its lock decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import queries
from kentongan.desks.newsroom.choices import ManuscriptState, VersionState
from kentongan.desks.newsroom.events import (
    FilesFrozen,
    VersionApproved,
    VersionCorrected,
    VersionHeld,
    VersionOpened,
    VersionReturned,
)
from kentongan.desks.newsroom.models import Manuscript, Version, VersionFile
from kentongan.ground.approval import actions as approval
from kentongan.ground.approval.choices import DecisionKind, RequestState
from kentongan.ground.approval.models import Request
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.actions import next_number
from kentongan.ground.units.models import Institution
from kentongan.ground.units.rules.codes import verify_code
from kentongan.ground.worklist import actions as worklist

Clock = Callable[[], datetime]


class NotYet(Refusal):
    """The clock read inside the lock is before the moment: nothing is wrong, somebody else's clock is fast."""


@transaction.atomic
def mark_approved(
    *, version_id: int, approval_hash: str, by: Actor, now: datetime, clock: Clock | None = None
) -> Version:
    """Take an approval in, and open at once where its moment has come.

    Said twice, or after the version was held or taken back, it changes nothing: look at `.state`.

    Raises:
        Refusal: the approval is for another hash, the frozen rows no longer give the hash that was approved, or one of
            those who approved wrote in it.
    """
    version = queries.locked(version_id)
    if version.state != VersionState.SUBMITTED:
        return version
    if approval_hash != version.approval_hash:
        raise Refusal(_("The approval is for another text or another moment."))
    _need_second_person(version)
    version.state = VersionState.APPROVED
    version.save(update_fields=["state"])
    announce(VersionApproved(version_id=version.pk, approval_hash=approval_hash), by=by, now=now)
    moment = clock() if clock else now
    if version.opens_at is None or version.opens_at <= moment:
        return open_version(version=version, by=by, now=now, clock=clock)
    return version


@transaction.atomic
def return_version(*, version_id: int, request_id: int | None = None, by: Actor, now: datetime) -> Version:
    """An approver sent it back: the writers get the text again, the version keeps its ordinal."""
    version = queries.locked(version_id)
    if version.state != VersionState.SUBMITTED:
        return version
    version.state = VersionState.RETURNED
    version.save(update_fields=["state"])
    Manuscript.objects.filter(pk=version.manuscript_id).update(state=ManuscriptState.DRAFT, changed_at=now)
    reason = _reason_of(request_id)
    worklist.put(
        kind="rework",
        title=_("Returned: %(title)s") % {"title": version.title},
        url=version.manuscript.get_absolute_url(),
        thing_kind="newsroom.manuscript",
        thing_id=version.manuscript_id,
        unit=version.unit,
        level=version.level,
        account=version.submitted_by,
        detail=reason,
        verb=_("Write on"),
        by=by,
        now=now,
    )
    announce(VersionReturned(version_id=version.pk, request_id=request_id), by=by, now=now)
    return version


def _reason_of(request_id: int | None) -> str:
    request = Request.objects.filter(pk=request_id).first() if request_id else None
    decision = request.decisions.filter(kind=DecisionKind.RETURNED).order_by("-at").first() if request else None
    return decision.reason[:240] if decision else ""


@transaction.atomic
def open_version(*, version: Version, by: Actor, now: datetime, clock: Clock | None = None) -> Version:
    """Open an approved version, or hold it where a fact has changed: look at `.state`. Opening twice opens once.

    Number, code, address and place in the archive are given in this transaction; a correction keeps those of its line.

    Raises:
        Refusal: nobody else approved exactly this, or its moment hasn't come by the clock read inside the lock.
    """
    version = queries.locked(version.pk)
    moment = clock() if clock else now
    if version.state == VersionState.OPEN:
        return version
    if version.state != VersionState.APPROVED:
        raise Refusal(
            _("Only an approved version can be opened; this is %(state)s.") % {"state": version.get_state_display()}
        )
    if version.opens_at is not None and version.opens_at > moment:
        raise NotYet(_("Its moment of opening hasn't come yet."))
    _need_second_person(version)
    changed = queries.changed_facts(version)
    if changed:
        return hold_version(version=version, reason=changed[0], by=by, now=moment)
    return give_to_public(version=version, by=by, now=moment)


def give_to_public(*, version: Version, by: Actor, now: datetime) -> Version:
    """Number, code, address, archive place, state, print and announcement; inside the caller's lock."""
    # The one row that every opening passes, so that no two lines take one place in the archive.
    Institution.objects.select_for_update().first()
    if version.replaces_id:
        standing = queries.opened_of_line(version)[-1]
        if standing.pk != version.replaces_id:
            raise Refusal(_("Another version was opened since; take this one back and compare it with the newest."))
        version.number, version.slug, version.slot = standing.number, standing.slug, standing.slot
        version.edition = (standing.edition or 0) + 1
    else:
        day = queries.local_day(now)
        version.number = next_number(unit=version.unit, kind=version.kind, on=day, by=by, now=now)
        version.slug = slugify(version.title)[:120].strip("-") or "siaran"
        version.slot, version.edition = queries.last_slot() + 1, 1
        # What was returned or taken back before it never was public: the line is named by its first opened version.
        Version.objects.filter(line_id=version.line_id).update(line=version)
        version.line = version
    version.code = verify_code(version.text_hash)
    version.state, version.issued_at, version.opened_at = VersionState.OPEN, now, now
    version.save(update_fields=["number", "code", "slug", "slot", "edition", "state", "issued_at", "opened_at"])
    worklist.finish(thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    things = [(queries.KIND, version.pk), *([(queries.KIND, version.replaces_id)] if version.replaces_id else [])]
    want_print(reason="version opened", things=things, by=by, now=now)
    if version.replaces_id:
        # The correction is what the changed fact asked for; opening looked at every fact again.
        worklist.finish(kind="correct-fact", thing_kind=queries.KIND, thing_id=version.replaces_id, by=by, now=now)
        happened: object = VersionCorrected(
            version_id=version.pk, replaces_id=version.replaces_id, text_hash=version.text_hash
        )
    else:
        happened = VersionOpened(version_id=version.pk, text_hash=version.text_hash)
    announce(happened, by=by, now=now)
    return version


def hold_version(*, version: Version, reason: str, by: Actor, now: datetime) -> Version:
    """Keep an unopened version from opening and put it before its writer; its approval is void. Under its lock."""
    version.state, version.held_reason = VersionState.HELD, reason[:240]
    version.save(update_fields=["state", "held_reason"])
    approval.void(thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    worklist.put(
        kind="held",
        title=_("Held: %(title)s") % {"title": version.title},
        url=version.get_absolute_url(),
        thing_kind=queries.KIND,
        thing_id=version.pk,
        unit=version.unit,
        level=version.level,
        account=version.submitted_by,
        detail=version.held_reason,
        verb=_("Look at the fact"),
        by=by,
        now=now,
    )
    announce(VersionHeld(version_id=version.pk), by=by, now=now)
    return version


def _need_second_person(version: Version) -> None:
    """Four eyes, asked again where it matters: whatever let an author decide, his decision opens nothing here.

    Raises:
        Refusal: no approval of exactly this hash is on record, or an author gave one of its decisions.
    """
    if queries.hashes_now(version) != (version.text_hash, version.approval_hash):
        raise Refusal(_("The frozen text was changed outside the office; it can't be opened."))
    request = Request.objects.filter(
        thing_kind=queries.KIND,
        thing_id=version.pk,
        state=RequestState.APPROVED,
        approval_hash=version.approval_hash,
    ).first()
    decisions = list(request.decisions.select_related("person")) if request else []
    if not decisions:
        raise Refusal(_("Nobody has approved exactly this text to this audience at this moment."))
    barred = queries.author_ids(version.manuscript) | {version.submitted_by_id}
    for decision in decisions:
        behind = decision.account_id or (decision.person.account_id if decision.person else None)
        if behind in barred:
            raise Refusal(_("Nobody approves his own words; a second person must read this."))


def open_due(*, by: Actor, now: datetime, clock: Clock) -> list[Version]:
    """Open every approved version whose moment has come, each in its own transaction; one that can't is held.

    Raises whatever one of them failed by, after the others were opened: the duty then shows as failed.
    """
    opened: list[Version] = []
    failed: list[Exception] = []
    for waiting in queries.due(now):
        try:
            version = open_version(version=waiting, by=by, now=now, clock=clock)
        except NotYet:
            continue
        except Refusal as refusal:
            with transaction.atomic():
                standing = queries.locked(waiting.pk)
                if standing.state == VersionState.APPROVED:
                    hold_version(version=standing, reason=str(refusal), by=by, now=now)
            continue
        except Exception as error:  # noqa: BLE001 whatever it was, the others must open
            failed.append(error)
            continue
        if version.state == VersionState.OPEN:
            opened.append(version)
    if failed:
        raise failed[0]
    return opened


@dataclass(frozen=True)
class Kept:
    """A file that was made and kept: what it is, where it lies under the library, its hash and size."""

    kind: str
    path: str
    sha256: str
    size: int


@transaction.atomic
def freeze_file(*, version: Version, file: Kept, by: Actor, now: datetime) -> VersionFile:
    """Note a file that was made; the first one made is the one that stays, whoever comes second."""
    frozen, fresh = VersionFile.objects.get_or_create(
        version=version,
        kind=file.kind,
        defaults={"file": file.path, "sha256": file.sha256, "bytes": file.size},
    )
    if fresh and not {"pdf", "text"} - set(version.files.values_list("kind", flat=True)):
        want_print(reason="files made", things=[(queries.KIND, version.pk)], by=by, now=now)
        announce(FilesFrozen(version_id=version.pk), by=by, now=now)
    return frozen
