"""Freeze a manuscript as a version and ask for approval of exactly that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kentongan.desks.newsroom import policies, queries
from kentongan.desks.newsroom.choices import ManuscriptState, VersionState
from kentongan.desks.newsroom.events import VersionSubmitted, VersionTakenBack
from kentongan.desks.newsroom.models import Manuscript, Version, VersionFact, VersionPhoto
from kentongan.desks.newsroom.rules import render
from kentongan.desks.newsroom.rules.checks import Material, stops
from kentongan.desks.newsroom.rules.document import fact_ids, person_ids, photo_ids
from kentongan.desks.newsroom.rules.findings import Finding
from kentongan.desks.newsroom.rules.freezing import Binding, approval_hash, pasted_hash, text_hash
from kentongan.ground.approval import actions as approval
from kentongan.ground.directory.models import Person
from kentongan.ground.language.rules.canonical import CANONICAL_VERSION
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account
from kentongan.ground.units.queries import reader_of
from kentongan.ground.worklist import actions as worklist


@dataclass(frozen=True)
class Release:
    """To whom and when: `audience` is JSON (press list ids, named readers); `opens_at` None: once approved."""

    audience: Mapping[str, Any] = field(default_factory=dict)
    opens_at: datetime | None = None
    correction_note: str = ""


@transaction.atomic
def submit(*, manuscript: Manuscript, release: Release, by: Actor, now: datetime) -> Version:
    """Freeze the text as it stands and ask the unit's path to approve exactly that, to that audience at that moment.

    Raises:
        Refusal: a finding stops it, its level isn't public, its moment has passed, a correction has no note or says
            the same as what it corrects, or approval can't be asked (nobody but its authors could give it).
    """
    version = freeze(manuscript=manuscript, release=release, by=by, now=now)
    approval.ask(
        thing_kind=queries.KIND,
        thing_id=version.pk,
        title=version.title,
        unit=version.unit,
        level=version.level,
        kind=version.kind,
        approval_hash=version.approval_hash,
        barred=sorted(queries.author_ids(version.manuscript)),
        begun_at=version.manuscript.created_at,
        by=by,
        now=now,
    )
    announce(
        VersionSubmitted(version_id=version.pk, text_hash=version.text_hash, approval_hash=version.approval_hash),
        by=by,
        now=now,
    )
    return version


def freeze(*, manuscript: Manuscript, release: Release, by: Actor, now: datetime, emergency: bool = False) -> Version:
    """The frozen rows of a version, inside the caller's transaction; raises as `submit` does."""
    writer = policies.writing_person(by)
    manuscript = (
        Manuscript.objects.select_for_update(of=("self",)).select_related("unit", "corrects").get(pk=manuscript.pk)
    )
    if manuscript.state != ManuscriptState.DRAFT:
        raise Refusal(_("This text has been submitted already."))
    if manuscript.level != Level.PUBLIC:
        raise Refusal(
            _("Only a public text can be opened to everybody; this one is %(level)s.")
            % {"level": manuscript.get_level_display().lower()},
            then=_("Change its level in the settings first."),
        )
    if release.opens_at is not None and release.opens_at <= now:
        raise Refusal(_("The moment of opening has passed; choose a later one, or none to open once approved."))
    day = queries.local_day(release.opens_at or now)
    material = queries.material_for(
        manuscript, document=manuscript.document, reader=reader_of(writer, now=now), day=day
    )
    _refuse_stopping(
        queries.findings_for(manuscript, title=manuscript.title, document=manuscript.document, material=material)
    )
    version = _frozen(manuscript, release, material, writer=writer, now=now, emergency=emergency)
    _refuse_empty_correction(version)
    manuscript.state, manuscript.changed_at = ManuscriptState.SUBMITTED, now
    manuscript.correction_note = release.correction_note or manuscript.correction_note
    manuscript.save(update_fields=["state", "changed_at", "correction_note"])
    worklist.finish(thing_kind="newsroom.manuscript", thing_id=manuscript.pk, by=by, now=now)
    return version


def _said(finding: Finding) -> str:
    """A finding's sentence in the active language."""
    return _(finding.message) % finding.values


def _refuse_stopping(findings: Sequence[Finding]) -> None:
    stopping = stops(findings)
    if stopping:
        first = ngettext(
            "Can't be sent yet: one thing stops it.", "Can't be sent yet: %(n)s things stop it.", len(stopping)
        )
        raise Refusal(first % {"n": len(stopping)}, then=" ".join(_said(one) for one in stopping[:5]))


def _frozen(
    manuscript: Manuscript, release: Release, material: Material, *, writer: Account, now: datetime, emergency: bool
) -> Version:
    document, known = manuscript.document, queries.resolved(manuscript, material)
    text = render.to_text(manuscript.title, document, known)
    facts = [known.facts[id_] for id_ in fact_ids(document)]
    photographs = {p.pk: p for p in queries.photographs_of(photo_ids(document), reader=reader_of(writer, now=now))}
    frozen_hash = text_hash(
        text,
        facts=((fact.id, fact.revision) for fact in facts),
        photographs=(photograph.sha256 for photograph in photographs.values()),
    )
    note = release.correction_note.strip() if manuscript.corrects_id else ""
    binding = Binding(
        text_hash=frozen_hash,
        kind=manuscript.kind,
        level=manuscript.level,
        audience=dict(release.audience),
        opens_at=release.opens_at,
        correction_note=note,
        captions=tuple(
            (id_, known.photos[id_].caption, known.photos[id_].alt, known.photos[id_].credit[:160])
            for id_ in photo_ids(document)
        ),
    )
    line = _line_of(manuscript)
    version = Version.objects.create(
        unit=manuscript.unit,
        level=manuscript.level,
        manuscript=manuscript,
        kind=manuscript.kind,
        line=line,
        ordinal=_next_ordinal(line),
        replaces=_in_force(manuscript),
        title=manuscript.title,
        document=document,
        canonical=CANONICAL_VERSION,
        text=text,
        text_hash=frozen_hash,
        pasted_hash=pasted_hash(text),
        pasted_body_hash=pasted_hash(text.partition("\n\n")[2]),
        approval_hash=approval_hash(binding),
        language=manuscript.language,
        audience=dict(release.audience),
        opens_at=release.opens_at,
        dateline_on=queries.local_day(release.opens_at or now),
        activity=manuscript.activity,
        contact=manuscript.contact,
        submitted_by=writer,
        submitted_at=now,
        correction_note=note,
        emergency=emergency,
    )
    if line is None:
        version.line = version
        version.save(update_fields=["line"])
    _freeze_parts(version, known, [photographs[id_].pk for id_ in photo_ids(document)])
    return version


def _freeze_parts(version: Version, known: render.Resolved, photographs: Sequence[int]) -> None:
    VersionFact.objects.bulk_create(
        VersionFact(
            version=version,
            fact_id=id_,
            order=place,
            revision=known.facts[id_].revision,
            kind=known.facts[id_].kind,
            claim=known.facts[id_].claim,
            value=known.facts[id_].value,
            measure=known.facts[id_].measure,
            source=known.facts[id_].source[:300],
        )
        for place, id_ in enumerate(fact_ids(version.document), start=1)
    )
    VersionPhoto.objects.bulk_create(
        VersionPhoto(
            version=version,
            photograph_id=id_,
            order=place,
            caption=known.photos[id_].caption,
            alt=known.photos[id_].alt,
            credit=known.photos[id_].credit[:160],
        )
        for place, id_ in enumerate(photographs, start=1)
    )
    version.topics.set(version.manuscript.topics.all())
    version.agencies.set(version.manuscript.agencies.all())
    version.officials.set(_officials(version))


def _officials(version: Version) -> list[Person]:
    """Who speaks in it, and whom it names among those who went and the leaders whose agenda is kept."""
    quoted = set(person_ids(version.document))
    going = set(version.activity.assignments.values_list("person", flat=True)) if version.activity else set()
    held = Q(tenures__post__is_leader=True, tenures__from_on__lte=version.dateline_on)
    ended = Q(tenures__until_on__isnull=True) | Q(tenures__until_on__gt=version.dateline_on)
    people = Person.objects.filter(Q(pk__in=quoted | going) | (held & ended)).distinct()
    return [person for person in people if person.pk in quoted or person.name in version.text]


def _line_of(manuscript: Manuscript) -> Version | None:
    """Version 1 of the line: of what it corrects, else of what was submitted of this manuscript before."""
    if manuscript.corrects is not None:
        return manuscript.corrects.line
    first = manuscript.versions.order_by("ordinal").first()
    return first.line if first else None


def _next_ordinal(line: Version | None) -> int:
    if line is None:
        return 1
    # The line's first row is locked, so that two submissions can't take one ordinal.
    Version.objects.select_for_update(of=("self",)).get(pk=line.pk)
    return (Version.objects.filter(line=line).aggregate(last=Max("ordinal"))["last"] or 0) + 1


def _in_force(manuscript: Manuscript) -> Version | None:
    """The version that a correction replaces: the newest opened one of the line, whichever it was begun from."""
    if manuscript.corrects is None:
        return None
    return queries.opened_of_line(manuscript.corrects)[-1]


def _refuse_empty_correction(version: Version) -> None:
    if version.replaces is None:
        return
    if not version.correction_note:
        raise Refusal(_("Say first what was corrected; the public will read this note."))
    if version.text == version.replaces.text:
        raise Refusal(
            _("The text is the same as version %(n)s; there is nothing to correct.") % {"n": version.replaces.edition}
        )


@transaction.atomic
def take_back(*, version: Version, by: Actor, now: datetime) -> Version:
    """Void a version that isn't open yet and give the manuscript back to its writers.

    Raises:
        Refusal: it is open, or settled otherwise.
    """
    policies.writing_person(by)
    version = Version.objects.select_for_update(of=("self",)).select_related("manuscript").get(pk=version.pk)
    if version.state not in (VersionState.SUBMITTED, VersionState.APPROVED, VersionState.HELD):
        raise Refusal(
            _("Only what waits can be taken back; this is %(state)s.") % {"state": version.get_state_display()}
        )
    version.state = VersionState.VOID
    version.save(update_fields=["state"])
    approval.void(thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    worklist.finish(thing_kind=queries.KIND, thing_id=version.pk, by=by, now=now)
    Manuscript.objects.filter(pk=version.manuscript_id).update(state=ManuscriptState.DRAFT, changed_at=now)
    announce(VersionTakenBack(version_id=version.pk), by=by, now=now)
    return version


@transaction.atomic
def reschedule(*, version: Version, release: Release, by: Actor, now: datetime) -> Version:
    """Another moment or audience is another approval: the old version is void, the same text is submitted anew.

    Raises:
        Refusal: as `take_back` and `submit`.
    """
    take_back(version=version, by=by, now=now)
    return submit(manuscript=version.manuscript, release=release, by=by, now=now)
