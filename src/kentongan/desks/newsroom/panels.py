"""What the newsroom hangs into other rooms' screens: the approver's subject, texts of an activity, uses of a fact."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import policies, queries, registry
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.office import parts
from kentongan.desks.newsroom.rules import render
from kentongan.desks.newsroom.rules.checks import examine
from kentongan.desks.newsroom.rules.document import not_claims
from kentongan.desks.newsroom.rules.findings import WARN
from kentongan.ground.ui.registry import Alarm, Panel, alarm_source, panel, today_panel


@panel("approval.subject")
def subject(request: Any, asked: Any) -> Panel | None:
    """Text, difference to the last version, facts and sources, what has none, photographs, audience and moment."""
    if asked.thing_kind != queries.KIND:
        return None
    version = queries.with_parts(Version.objects.all()).get(pk=asked.thing_id)
    inside = request.user.is_authenticated
    known = parts.office_version(version) if inside else parts.embedded_version(version, now=request.now)
    before = queries.previous_of(version)
    return Panel(
        title=str(_("What you decide about")),
        template="newsroom/subject.html",
        context={
            "version": version,
            "html": parts.body(version.document, known, prefix="p"),
            "sources": render.sources(version.document, known),
            "quoted": list(version.quoted.all()),
            "sourced": sum(bool(one.source) for one in version.quoted.all()),
            "unsourced": unsourced(version, known),
            "not_claims": not_claims(version.document),
            "before": before,
            "rows": [row for row in queries.difference(before, version) if row.kind != "same"] if before else [],
            "audience": registry.words_for(version.audience),
        },
    )


def unsourced(version: Version, known: render.Resolved) -> list[str]:
    """Every amber finding about a figure of the frozen text, as a sentence: the approver sees what the writer saw."""
    from kentongan.desks.newsroom.rules.checks import Material

    material = Material(facts=known.facts, photos=known.photos, published=version.dateline_on)
    found = examine(version.title, version.document, material)
    return [_(one.message) % one.values for one in found if one.severity == WARN]


@panel("agenda.activity", order=30)
def texts_of_activity(request: Any, activity: Any) -> Panel | None:
    """The texts that grew from an activity, and the way to a new one."""
    texts = list(queries.manuscripts(request.reader).filter(activity=activity).order_by("-changed_at"))
    start = f"{reverse('newsroom:start')}?kegiatan={activity.pk}" if policies.may_start(request) is None else ""
    if not texts and not start:
        return None
    rows = [{"manuscript": one, "state": parts.manuscript_state(one), "url": _url(one)} for one in texts]
    # Who writes for one unit begins at once; who writes for several says for which.
    units = {unit for unit, role in request.roles if role in policies.WRITERS}
    words = {"rows": rows, "start": start, "activity": activity, "unit": next(iter(units)) if len(units) == 1 else None}
    return Panel(_("Texts"), "newsroom/activity_panel.html", words)


def _url(manuscript: Any) -> str:
    newest = manuscript.newest_versions
    if manuscript.state == "submitted" and newest:
        return newest[0].get_absolute_url()
    return manuscript.get_absolute_url()


@panel("facts.fact", order=20)
def used_in(request: Any, fact: Any) -> Panel | None:
    """Which versions quote a fact, and whether it has changed since."""
    uses = list(
        fact.quoted_in.filter(version__in=Version.objects.visible_to(request.reader))
        .select_related("version")
        .order_by("-version_id")
    )
    if not uses:
        return None
    rows = [{"use": use, "state": parts.state_of(use.version)} for use in uses]
    return Panel(_("Quoted in"), "newsroom/uses_panel.html", {"rows": rows})


@today_panel(40)
def drafts(request: Any) -> Panel | None:
    """What the reader is writing: the last five."""
    found = list(queries.drafts_of(request.user).visible_to(request.reader)[:5])
    if not found:
        return None
    return Panel(
        _("You are writing"),
        "newsroom/drafts_panel.html",
        {"drafts": found},
        more_url=reverse("newsroom:manuscripts"),
        more=_("All manuscripts"),
    )


@alarm_source
def emergencies(request: Any) -> list[Alarm]:
    """Opened without approval, until a second person has looked."""
    return [
        Alarm(
            tag=_("Emergency"),
            what=_("“%(title)s” was opened without approval.") % {"title": version.title},
            detail=version.emergency_reason,
            holder=version.submitted_by.name,
            action=_("Look at it"),
            url=version.get_absolute_url(),
        )
        for version in queries.emergencies().visible_to(request.reader).select_related("submitted_by")
    ]


@alarm_source
def stale_facts(request: Any) -> list[Alarm]:
    """Open texts that say what a fact no longer says; the owner's unit sees it."""
    units = request.reader.unit_ids
    return [
        Alarm(
            tag=_("Fact changed"),
            what=_("“%(title)s” is open and quotes a fact that has changed.") % {"title": version.title},
            holder=(version.contact or version.submitted_by).name,
            action=_("Correct or keep"),
            url=version.get_absolute_url(),
            tone="kunyit",
        )
        for version in queries.stale().filter(unit_id__in=units).select_related("contact", "submitted_by")
    ]


@alarm_source
def missed_openings(request: Any) -> list[Alarm]:
    """Approved, due for more than a minute and not open: the clockhand is dead or something keeps it."""
    return [
        Alarm(
            tag=_("Not opened"),
            what=_("“%(title)s” should be open by now.") % {"title": version.title},
            action=_("Look at it"),
            url=version.get_absolute_url(),
        )
        for version in queries.missed(request.now).visible_to(request.reader)
    ]
