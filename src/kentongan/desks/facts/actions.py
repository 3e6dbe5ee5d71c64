"""Record, draw, change and withdraw claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts import queries
from kentongan.desks.facts.choices import SourceKind
from kentongan.desks.facts.events import FactChanged, FactRecorded, FactWithdrawn
from kentongan.desks.facts.models import Fact, FactRevision
from kentongan.ground.directory.models import Agency, Person
from kentongan.ground.language.rules.numbers import find_figures
from kentongan.ground.library.models import Document
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Account, Unit


@dataclass(frozen=True)
class Claim:
    """What is claimed and by whom, as typed."""

    kind: str
    claim: str
    value: str
    measure: str = ""
    as_of: date | None = None
    source_kind: str = ""
    source_name: str = ""
    source_agency: Agency | None = None
    source_person: Person | None = None
    document: Document | None = None


@transaction.atomic
def record_fact(
    *, unit: Unit, level: str, owner: Account, claim: Claim, activity: Activity | None = None, by: Actor, now: datetime
) -> Fact:
    """Note a claim; its number is read from the value where there is one.

    Raises:
        Refusal: claim or value is empty, or the source is said to be an agency or a letter that isn't named.
    """
    _check(claim)
    fact = Fact.objects.create(
        unit=unit,
        level=level,
        owner=owner,
        activity=activity,
        number=_number(claim),
        created_at=now,
        changed_at=now,
        **vars(claim),
    )
    announce(FactRecorded(fact_id=fact.pk, unit_id=unit.pk, level=level), by=by, now=now)
    return fact


@transaction.atomic
def draw_from_activity(*, activity: Activity, by: Actor, now: datetime) -> list[Fact]:
    """Bring the facts that an activity gives into line with it: new ones are made, changed ones change, a person
    who doesn't go any more is withdrawn. Run again, it changes nothing."""
    drawn = queries.drawn_from(activity)
    standing = {fact.from_activity: fact for fact in activity.facts.exclude(from_activity="").select_for_update()}
    facts = []
    for one in drawn:
        fact = standing.pop(one.key, None)
        if fact is None:
            fact = Fact.objects.create(
                unit=activity.unit,
                level=activity.level,
                owner_id=activity.created_by_id,
                activity=activity,
                from_activity=one.key,
                kind=one.kind,
                claim=one.claim[:240],
                value=one.value[:400],
                as_of=one.as_of,
                source_kind=SourceKind.AGENDA,
                source_name=activity.title[:200],
                created_at=now,
                changed_at=now,
            )
            announce(FactRecorded(fact_id=fact.pk, unit_id=fact.unit_id, level=fact.level), by=by, now=now)
        elif fact.value != one.value[:400] or fact.withdrawn_at:
            _change(fact, reason=_("The activity changed."), by=by, now=now, value=one.value[:400], as_of=one.as_of)
        facts.append(fact)
    for gone in standing.values():
        if not gone.withdrawn_at:
            withdraw_fact(fact=gone, reason=_("No longer part of the activity."), by=by, now=now)
    return facts


@transaction.atomic
def change_fact(*, fact: Fact, claim: Claim, reason: str, by: Actor, now: datetime) -> Fact:
    """Correct a claim; its old wording is kept and every version that quotes it is told.

    Raises:
        Refusal: as for `record_fact`; or no reason was given though the value changes.
    """
    _check(claim)
    fact = Fact.objects.select_for_update().get(pk=fact.pk)
    new = {**vars(claim), "number": _number(claim)}
    if all(getattr(fact, name) == value for name, value in new.items()):
        return fact
    if (fact.value, fact.measure) != (claim.value, claim.measure) and not reason.strip():
        raise Refusal(_("Say why the value changes; whoever quoted the old one will ask."))
    return _change(fact, reason=reason.strip(), by=by, now=now, **new)


@transaction.atomic
def withdraw_fact(*, fact: Fact, reason: str, by: Actor, now: datetime) -> Fact:
    """Say that a claim doesn't hold; it stays readable and can't be quoted any more.

    Raises:
        Refusal: no reason was given.
    """
    if not reason.strip():
        raise Refusal(_("Say why the claim doesn't hold."))
    _keep(fact, reason=reason, by=by, now=now)
    fact.revision += 1
    fact.withdrawn_at = fact.changed_at = now
    fact.save()
    announce(FactWithdrawn(fact_id=fact.pk, revision=fact.revision), by=by, now=now)
    return fact


def _change(fact: Fact, *, reason: str, by: Actor, now: datetime, **new: object) -> Fact:
    _keep(fact, reason=reason, by=by, now=now)
    for name, value in new.items():
        setattr(fact, name, value)
    fact.revision += 1
    fact.changed_at, fact.withdrawn_at = now, None
    fact.save()
    announce(FactChanged(fact_id=fact.pk, revision=fact.revision), by=by, now=now)
    return fact


def _keep(fact: Fact, *, reason: str, by: Actor, now: datetime) -> None:
    FactRevision.objects.create(
        fact=fact,
        revision=fact.revision,
        value=fact.value,
        measure=fact.measure,
        source=queries.source_of(fact)[:240],
        reason=reason[:240],
        until_at=now,
        changed_by_id=by.account_id,
    )


def _number(claim: Claim) -> Decimal | None:
    figures = find_figures(f"{claim.value} {claim.measure}".strip())
    return figures[0].value if len(figures) == 1 and abs(figures[0].value) < Decimal(10) ** 17 else None


def _check(claim: Claim) -> None:
    if not claim.claim.strip() or not claim.value.strip():
        raise Refusal(_("Say what is claimed and its value."))
    named = claim.source_name.strip() or claim.source_agency or claim.document or claim.source_person
    if claim.source_kind in (SourceKind.AGENCY, SourceKind.LETTER) and not named:
        raise Refusal(_("Name the agency or the letter, so that an editor can ask there."))
