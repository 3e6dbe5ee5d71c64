"""Take in what others print, trace it to our versions, link copies, judge tone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kentongan.desks.monitoring import queries
from kentongan.desks.monitoring.choices import Via
from kentongan.desks.monitoring.events import ClipJudged, ClipsTakenIn, ClipsTraced
from kentongan.desks.monitoring.models import Clip, Pickup, Story
from kentongan.desks.monitoring.rules.addresses import address_hash
from kentongan.desks.monitoring.rules.stories import Article, Stories
from kentongan.desks.newsroom.models import Version
from kentongan.ground.language.rules.alignment import Trace
from kentongan.ground.library.models import Document
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit

# Raised when trace or stories change what they would say of the same texts.
ENGINE = 1
CHUNK = 500


@dataclass(frozen=True)
class Read:
    """One article as somebody read it; `published` aware or None."""

    outlet: str
    title: str
    url: str
    text: str
    published: datetime | None = None
    author: str = ""


@transaction.atomic
def take_in_clip(
    *, unit: Unit, level: str, article: Read, via: str, page: Document | None = None, by: Actor, now: datetime
) -> Clip:
    """Keep one article as it was read.

    Raises:
        Refusal: there is no text, or the same link was taken in before (the sentence names that clip).
    """
    if not article.text.strip():
        raise Refusal(_("There is no text to keep; paste it, if the page doesn't give it."))
    key = address_hash(article.url) if article.url else None
    standing = Clip.objects.filter(url_hash=key).first() if key else None
    if standing:
        raise Refusal(_("This link was taken in before: “%(title)s”.") % {"title": standing.title})
    clip = _clip(article, unit=unit, level=level, via=via, by=by, now=now, outlets=queries.outlets_by_domain())
    clip.page = page
    clip.save()
    announce(ClipsTakenIn(count=1, first_id=clip.pk, last_id=clip.pk), by=by, now=now)
    return clip


@transaction.atomic
def import_clips(*, unit: Unit, level: str, articles: Iterable[Read], by: Actor, now: datetime) -> int:
    """Take in many; a link that is known stays as it is, so the same file twice changes nothing. Returns how many came.

    All of them or none: the file was read and its bad rows named before.
    """
    known = set(Clip.objects.exclude(url_hash=None).values_list("url_hash", flat=True))
    texts = set(Clip.objects.filter(url_hash=None).values_list("text_hash", flat=True))
    outlets, fresh = queries.outlets_by_domain(), []
    for article in articles:
        clip = _clip(article, unit=unit, level=level, via=Via.IMPORT, by=by, now=now, outlets=outlets)
        if clip.url_hash in known or (clip.url_hash is None and clip.text_hash in texts):
            continue
        known.add(clip.url_hash)
        texts.add(clip.text_hash)
        fresh.append(clip)
    made = Clip.objects.bulk_create(fresh, batch_size=CHUNK)
    if made:
        announce(ClipsTakenIn(count=len(made), first_id=made[0].pk, last_id=made[-1].pk), by=by, now=now)
    return len(made)


@transaction.atomic
def trace_clips(*, first_id: int, last_id: int, by: Actor, now: datetime) -> int:
    """Hold a batch of clips against the versions that were open when they were printed; run again, it changes nothing.

    What a person has said of a clip stands. Returns how many carry something of ours.
    """
    clips = list(Clip.objects.filter(pk__gte=first_id, pk__lte=last_id).exclude(pickup__confirmed_by__isnull=False))
    carried = 0
    candidates = queries.Candidates.around(clips)
    for clip in clips:
        found = candidates.of(clip)
        if found is None:
            Pickup.objects.filter(clip=clip).delete()
            continue
        version, trace = found
        carried += 1
        Pickup.objects.update_or_create(clip=clip, defaults={"version": version, **_said(trace), "traced_at": now})
    announce(ClipsTraced(count=len(clips), carried=carried), by=by, now=now)
    return carried


@transaction.atomic
def link_stories(*, by: Actor, now: datetime) -> int:
    """Link the clips of the last weeks that carry one text; nothing is deleted as a duplicate. Returns the stories."""
    clips = {str(clip.pk): clip for clip in queries.recent_clips(now=now)}
    stories = Stories()
    stories.add_many(
        Article(key=key, text=c.text, outlet=c.outlet_name, published=c.published_at) for key, c in clips.items()
    )
    linked = 0
    for story in stories.stories():
        members = [clips[member.key] for member in story.members]
        if len(members) < 2:
            continue
        linked += 1
        _link(members, [member.parent for member in story.members])
    return linked


@transaction.atomic
def set_tone(*, clip: Clip, headline: str, body: str, reason: str, by: Actor, now: datetime) -> Clip:
    """A person's judgement of headline and text, apart; the reason is what a leader asks for.

    Raises:
        Refusal: one of them is called favourable or unfavourable without a reason.
    """
    if not reason.strip() and {headline, body} - {"neutral", ""}:
        raise Refusal(_("Say why; whoever reads only the headline will ask."))
    clip.tone_headline, clip.tone_body, clip.tone_reason = headline, body, reason.strip()
    clip.tone_by_id = by.as_person()
    clip.save(update_fields=["tone_headline", "tone_body", "tone_reason", "tone_by"])
    announce(ClipJudged(clip_id=clip.pk, account_id=by.as_person()), by=by, now=now)
    return clip


@transaction.atomic
def say_version(*, clip: Clip, version: Version | None, by: Actor, now: datetime) -> Pickup | None:
    """A person says which version a clip follows, or that it follows none of ours; the machine won't change it."""
    Pickup.objects.filter(clip=clip).delete()
    announce(ClipJudged(clip_id=clip.pk, account_id=by.as_person()), by=by, now=now)
    if version is None:
        return None
    trace = queries.trace_against(version, clip)
    return Pickup.objects.create(
        clip=clip, version=version, **_said(trace), traced_at=now, confirmed_by_id=by.as_person()
    )


def _clip(
    article: Read, *, unit: Unit, level: str, via: str, by: Actor, now: datetime, outlets: dict[str, int]
) -> Clip:
    text = article.text.strip()
    name = article.outlet or queries.name_of_host(article.url)
    return Clip(
        unit=unit,
        level=level,
        outlet_id=queries.outlet_of(article.url, article.outlet, outlets),
        outlet_name=name[:120],
        url=article.url,
        url_hash=address_hash(article.url) if article.url else None,
        title=(article.title or text.partition("\n")[0])[:300],
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        author=article.author[:160],
        published_at=article.published,
        captured_at=now,
        captured_by_id=by.account_id,
        via=via,
    )


def _said(trace: Trace) -> dict[str, object]:
    return {
        "kept": trace.kept,
        "ours": trace.ours,
        "passages": [
            {"ours": p.ours, "theirs": p.theirs, "words": p.words, "formula": p.formula} for p in trace.passages
        ],
        "changes": [
            {"kind": c.kind, "was": c.was, "is": c.now, "where": c.where, "was_at": c.was_at} for c in trace.changes
        ],
        "engine": ENGINE,
    }


def _link(members: Sequence[Clip], parents: Sequence[str | None]) -> None:
    """One story row for clips that carry one text: an older row among them is kept, so its address stays."""
    first = members[0]
    moments = [clip.published_at or clip.captured_at for clip in members]
    standing = sorted(clip.story_id for clip in members if clip.story_id)
    story = Story.objects.filter(pk__in=standing[:1]).first() or Story(unit=first.unit)
    story.level, story.title = first.level, first.title
    story.first_at, story.last_at = min(moments), max(moments)
    story.save()
    for clip, parent in zip(members, parents, strict=True):
        copied_from = int(parent) if parent else None
        if (clip.story_id, clip.copied_from_id) != (story.pk, copied_from):
            Clip.objects.filter(pk=clip.pk).update(story=story, copied_from_id=copied_from)
