"""A fact changed: flag what quotes it, hold what isn't open, put it before the owner of what is. The text stays."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from kentongan.desks.facts.models import Fact
from kentongan.desks.newsroom import queries
from kentongan.desks.newsroom.actions.opening import hold_version
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.events import FactLeft
from kentongan.desks.newsroom.models import LeftAsItWas, Version, VersionFact
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.worklist import actions as worklist


@transaction.atomic
def flag_quoting_versions(*, fact_id: int, by: Actor, now: datetime) -> list[Version]:
    """Every version that quotes an older wording of the fact and wasn't left with this one; run again, it flags
    nothing anew."""
    fact = Fact.objects.get(pk=fact_id)
    answered = LeftAsItWas.objects.filter(quoted=OuterRef("pk"), revision=fact.revision)
    quoting = VersionFact.objects.filter(
        ~Exists(answered), fact=fact, stale_at__isnull=True, revision__lt=fact.revision
    )
    ids = sorted(set(quoting.values_list("version_id", flat=True)))
    flagged = []
    for version_id in ids:
        version = queries.locked(version_id)
        quoting.filter(version=version).update(stale_at=now)
        flagged.append(version)
        if version.state in (VersionState.SUBMITTED, VersionState.APPROVED):
            hold_version(version=version, reason=(queries.changed_facts(version) or [str(fact)])[0], by=by, now=now)
        else:
            _tell_owner(version, by=by, now=now)
    # Flagged by an earlier change and not answered yet: the owner reads what the fact says now.
    standing = VersionFact.objects.filter(fact=fact, stale_at__isnull=False, revision__lt=fact.revision)
    for version_id in sorted(set(standing.values_list("version_id", flat=True)) - set(ids)):
        version = queries.locked(version_id)
        if queries.flagged_facts(version):  # under the lock: nobody has left it meanwhile
            _tell_owner(version, by=by, now=now)
    return flagged


@transaction.atomic
def leave_as_it_was(
    *, version: Version, fact: Fact, revision: int, reason: str, by: Actor, now: datetime
) -> LeftAsItWas:
    """End the alarm of one changed fact without a correction; a later change of it flags the version again.

    `revision` is what the person read of the fact: what it says since is nothing that he answered for.

    Raises:
        Refusal: no person, no reason, the version isn't in force, its quotation isn't flagged, or the fact says
            something else by now.
    """
    if not by.is_person:
        raise Refusal(_("Only a person can leave a text as it is."))
    if not reason.strip():
        raise Refusal(_("Say why the text may stay as it is."))
    # The fact before the version: whoever changes it waits for us, and is flagged after, or we see what he wrote.
    fact = Fact.objects.select_for_update().get(pk=fact.pk)
    version = queries.locked(version.pk)
    if version.state != VersionState.OPEN or queries.opened_of_line(version)[-1].pk != version.pk:
        raise Refusal(_("Only the version in force can be left as it is."))
    quoted = VersionFact.objects.filter(version=version, fact=fact, stale_at__isnull=False).first()
    if quoted is None:
        raise Refusal(_("This change was answered already; there is nothing to leave."))
    if fact.revision != revision:
        raise Refusal(_("The fact was changed again meanwhile; read what it says now."))
    left = LeftAsItWas.objects.create(
        quoted=quoted,
        revision=revision,
        value="" if fact.withdrawn_at else fact.value,
        reason=reason.strip()[:240],
        by_id=by.as_person(),
        at=now,
    )
    VersionFact.objects.filter(pk=quoted.pk).update(stale_at=None)
    if queries.flagged_facts(version):
        _tell_owner(version, by=by, now=now)
    else:
        worklist.finish(kind="correct-fact", thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    reason_hash = hashlib.sha256(left.reason.encode()).hexdigest()
    happened = FactLeft(version_id=version.pk, fact_id=fact.pk, revision=revision, reason_hash=reason_hash)
    announce(happened, by=by, now=now)
    return left


def _tell_owner(version: Version, *, by: Actor, now: datetime) -> None:
    """Put it before who answers for it, where it is in force; told again, the item's words are brought up to date."""
    if version.state != VersionState.OPEN or queries.opened_of_line(version)[-1].pk != version.pk:
        return
    worklist.put(
        kind="correct-fact",
        title=_("A fact has changed: %(title)s") % {"title": version.title},
        url=version.get_absolute_url(),
        thing_kind=queries.KIND,
        thing_id=version.pk,
        unit=version.unit,
        level=version.level,
        account=version.contact or version.submitted_by,
        detail=" ".join(queries.flagged_facts(version)),
        verb=_("Correct or keep"),
        by=by,
        now=now,
    )
