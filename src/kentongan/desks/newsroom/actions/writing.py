"""Start a manuscript and save it; every save is an immutable revision, a stale one is refused with both texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts.actions import draw_from_activity
from kentongan.desks.newsroom import policies
from kentongan.desks.newsroom.choices import ManuscriptState, StatementKind
from kentongan.desks.newsroom.events import ManuscriptStarted
from kentongan.desks.newsroom.models import Author, Manuscript, Revision
from kentongan.desks.newsroom.rules.document import BadDocument, check, empty
from kentongan.desks.newsroom.rules.freezing import Given, lead
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account, Unit
from kentongan.ground.units.queries import institution

LONGEST_TITLE = 200


class StaleSave(Refusal):
    """Somebody saved meanwhile. Both texts are kept: `theirs` in the history, the writer's own in his hands."""

    def __init__(self, *, theirs: Revision, base: int) -> None:
        self.theirs, self.base = theirs, base
        super().__init__(
            _("%(name)s saved this text while you were writing. Nothing of yours is lost.") % {"name": theirs.by.name},
            then=_("Compare both texts below and choose."),
        )


@dataclass(frozen=True)
class Settings:
    """What a manuscript is besides its text."""

    kind: str = StatementKind.RELEASE
    level: str = Level.PUBLIC
    language: str = "id"
    topics: tuple[Any, ...] = field(default=())
    agencies: tuple[Any, ...] = field(default=())
    contact: Account | None = None


@transaction.atomic
def start_manuscript(
    *,
    unit: Unit,
    activity: Activity | None = None,
    settings: Settings | None = None,
    title: str = "",
    by: Actor,
    now: datetime,
) -> Manuscript:
    """Begin to write; from an activity its date, place and officials stand in the lead already, each as its fact.

    Raises:
        Refusal: no person writes.
    """
    settings = settings or Settings()
    document = empty()
    if activity is not None:
        drawn = draw_from_activity(activity=activity, by=by, now=now)
        document = lead(
            dateline=institution().place.upper(),
            title=_name_for_all(activity),
            given=[Given(fact.pk, fact.from_activity, fact.value) for fact in drawn if not fact.withdrawn_at],
            language=settings.language,
        )
    return begin(unit=unit, title=title, document=check(document), settings=settings, by=by, now=now, activity=activity)


def _name_for_all(activity: Activity) -> str:
    """What a text for everybody calls it. A public activity's own title is a noun and fits into a sentence; of others
    only the public line may leave the office."""
    return activity.title if activity.level == Level.PUBLIC else activity.public_title or activity.title


def begin(
    *,
    unit: Unit,
    title: str,
    document: dict[str, Any],
    settings: Settings,
    by: Actor,
    now: datetime,
    **more: Any,
) -> Manuscript:
    """The rows of a new manuscript with its first revision; inside the caller's transaction."""
    writer = policies.writing_person(by)
    manuscript = Manuscript.objects.create(
        unit=unit,
        level=settings.level,
        kind=settings.kind,
        language=settings.language,
        title=title[:LONGEST_TITLE],
        document=document,
        head=1,
        contact=settings.contact or writer,
        created_by=writer,
        created_at=now,
        changed_at=now,
        **more,
    )
    manuscript.topics.set(settings.topics)
    manuscript.agencies.set(settings.agencies)
    Author.objects.create(manuscript=manuscript, account=writer)
    Revision.objects.create(
        manuscript=manuscript, number=1, title=manuscript.title, document=document, by=writer, at=now, key="begin"
    )
    announce(
        ManuscriptStarted(
            manuscript_id=manuscript.pk, activity_id=manuscript.activity_id, corrects_id=manuscript.corrects_id
        ),
        by=by,
        now=now,
    )
    return manuscript


@transaction.atomic
def save_revision(
    *, manuscript: Manuscript, title: str, document: object, base: int, key: str, by: Actor, now: datetime
) -> Revision:
    """Save on top of revision `base`. The same `key` again is the same save, whatever happened since.

    Raises:
        StaleSave: somebody saved after `base`; it carries the newest revision.
        Refusal: the document isn't of the schema, or the manuscript isn't open for writing.
    """
    resent = manuscript.revisions.filter(key=key).first()
    if resent is not None:
        return resent
    writer = policies.writing_person(by)
    try:
        checked = check(document)
    except BadDocument as bad:
        raise Refusal(_("The text could not be read: %(why)s") % {"why": bad}) from bad
    title = " ".join(title.split())[:LONGEST_TITLE]
    # One conditional UPDATE decides who comes first; a reader in between sees the old text or the new one.
    taken = Manuscript.objects.filter(pk=manuscript.pk, head=base, state=ManuscriptState.DRAFT).update(
        head=base + 1, title=title, document=checked, changed_at=now
    )
    if not taken:
        raise _why_not(manuscript, base)
    manuscript.refresh_from_db(fields=["head", "title", "document", "changed_at"])
    Author.objects.get_or_create(manuscript=manuscript, account=writer)
    return Revision.objects.create(
        manuscript=manuscript, number=base + 1, title=title, document=checked, by=writer, at=now, key=key
    )


def _why_not(manuscript: Manuscript, base: int) -> Refusal:
    standing = Manuscript.objects.get(pk=manuscript.pk)
    if standing.state != ManuscriptState.DRAFT:
        return Refusal(
            _("This text has been submitted and is frozen; nobody can write in it."),
            then=_("Take it back first, then write on."),
        )
    return StaleSave(theirs=standing.revisions.select_related("by").get(number=standing.head), base=base)


@transaction.atomic
def change_settings(*, manuscript: Manuscript, settings: Settings, by: Actor, now: datetime) -> Manuscript:
    """Change kind, level, language, topics, agencies and contact.

    Raises:
        Refusal: it is submitted.
    """
    policies.writing_person(by)
    manuscript = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
    if manuscript.state != ManuscriptState.DRAFT:
        raise _why_not(manuscript, manuscript.head)
    manuscript.kind, manuscript.level, manuscript.language = settings.kind, settings.level, settings.language
    manuscript.contact, manuscript.changed_at = settings.contact, now
    manuscript.save(update_fields=["kind", "level", "language", "contact", "changed_at"])
    manuscript.topics.set(settings.topics)
    manuscript.agencies.set(settings.agencies)
    return manuscript


@transaction.atomic
def drop_manuscript(*, manuscript: Manuscript, by: Actor, now: datetime) -> Manuscript:
    """Stop writing it; its revisions stay.

    Raises:
        Refusal: it is submitted.
    """
    policies.writing_person(by)
    manuscript = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
    if manuscript.state != ManuscriptState.DRAFT:
        raise _why_not(manuscript, manuscript.head)
    manuscript.state, manuscript.changed_at = ManuscriptState.DROPPED, now
    manuscript.save(update_fields=["state", "changed_at"])
    return manuscript
