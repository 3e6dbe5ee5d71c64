"""A fact changed: flag what quotes it, hold what isn't open, put it before the owner of what is. The text stays."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.facts.models import Fact
from kentongan.desks.newsroom import queries
from kentongan.desks.newsroom.actions.opening import hold_version
from kentongan.desks.newsroom.choices import VersionState
from kentongan.desks.newsroom.models import Version, VersionFact
from kentongan.ground.record.rules import Actor
from kentongan.ground.worklist import actions as worklist


@transaction.atomic
def flag_quoting_versions(*, fact_id: int, by: Actor, now: datetime) -> list[Version]:
    """Every version that quotes an older wording of the fact; run again, it flags nothing anew."""
    fact = Fact.objects.get(pk=fact_id)
    quoting = VersionFact.objects.filter(fact=fact, stale_at__isnull=True, revision__lt=fact.revision)
    ids = sorted(set(quoting.values_list("version_id", flat=True)))
    flagged = []
    for version_id in ids:
        version = queries.locked(version_id)
        quoting.filter(version=version).update(stale_at=now)
        flagged.append(version)
        if version.state in (VersionState.SUBMITTED, VersionState.APPROVED):
            hold_version(version=version, reason=(queries.changed_facts(version) or [str(fact)])[0], by=by, now=now)
        elif version.state == VersionState.OPEN and queries.opened_of_line(version)[-1].pk == version.pk:
            _tell_owner(version, by=by, now=now)
    return flagged


def _tell_owner(version: Version, *, by: Actor, now: datetime) -> None:
    worklist.put(
        kind="correct-fact",
        title=_("A fact has changed: %(title)s") % {"title": version.title},
        url=version.get_absolute_url(),
        thing_kind=queries.KIND,
        thing_id=version.pk,
        unit=version.unit,
        level=version.level,
        account=version.contact or version.submitted_by,
        detail=" ".join(queries.changed_facts(version)),
        verb=_("Correct or keep"),
        by=by,
        now=now,
    )
