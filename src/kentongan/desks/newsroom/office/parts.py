"""What several screens of the newsroom show: findings in the reader's words, states with their tone, photographs."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import queries
from kentongan.desks.newsroom.choices import ManuscriptState, VersionState
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.desks.newsroom.rules import flags, render
from kentongan.desks.newsroom.rules.findings import STOP, WARN, Finding
from kentongan.desks.newsroom.rules.render import Resolved, Shown
from kentongan.ground.library import store
from kentongan.ground.library.tasks import ensure_renditions

# What the library makes for a screen's column.
SCREEN_WIDTH = 800
TONES = {STOP: "mengkudu", WARN: "kunyit"}
VERSION_TONES = {
    VersionState.SUBMITTED: "kunyit",
    VersionState.APPROVED: "nila",
    VersionState.HELD: "mengkudu",
    VersionState.OPEN: "daun",
    VersionState.WITHDRAWN: "mengkudu",
    VersionState.RETURNED: "kunyit",
}


@dataclass(frozen=True)
class State:
    """A state's word and its dye, as `tag_state` wants them."""

    label: str
    tone: str


def state_of(version: Version) -> State:
    """How a version stands; one that was replaced says so."""
    if version.state == VersionState.OPEN and version.replaces_id:
        return State(_("Open, corrected"), "soga")
    return State(version.get_state_display(), VERSION_TONES.get(VersionState(version.state), ""))


def manuscript_state(manuscript: Manuscript) -> State:
    """How a manuscript stands: where it was submitted, how its newest version does."""
    newest = getattr(manuscript, "newest_versions", None)
    if manuscript.state == ManuscriptState.SUBMITTED and newest:
        return state_of(newest[0])
    return State(manuscript.get_state_display(), "")


def shown_findings(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as the list beside the text shows them: numbered, in the reader's language, with their fixes."""
    words = {STOP: _("Must"), WARN: _("Look"), "note": _("Note")}
    return [
        {
            "n": number,
            "key": one.key,
            "rule": one.rule,
            "tone": TONES.get(one.severity, ""),
            "severity": one.severity,
            "word": words[one.severity],
            "message": _(one.message) % one.values,
            "why": _(one.why) % one.values if one.why else "",
            "fixes": [
                {"label": _(fix.label) % fix.values, "do": fix.do, "value": f"{one.key}#{place}"}
                for place, fix in enumerate(one.fixes)
            ],
        }
        for number, one in enumerate(findings, start=1)
    ]


def tally(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each weight."""
    return {kind: sum(one.severity == kind for one in findings) for kind in (STOP, WARN, "note")}


def body(
    document: dict[str, Any], known: Resolved, *, findings: Sequence[Finding] = (), prefix: str = "s"
) -> SafeString:
    """The text as it prints, with the findings' underlines where they stand; `render` has escaped every letter."""
    shown = flags.flagged(document, findings) if findings else document
    return mark_safe(render.to_html(shown, known, prefix=prefix))  # noqa: S308


def grouped(fingerprint: str) -> str:
    """A hash in groups of eight, so that two can be compared by eye and read aloud."""
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))


def in_office(photos: dict[int, Shown]) -> dict[int, Shown]:
    """The same photographs with the addresses under which staff sees them."""
    return {
        id_: replace(photo, src=reverse("library:small", args=[id_, SCREEN_WIDTH])) for id_, photo in photos.items()
    }


def office_version(version: Version) -> Resolved:
    """A version's facts and photographs as staff sees them."""
    known = queries.resolved_version(version)
    return replace(known, photos=in_office(dict(known.photos)))


def embedded_version(version: Version, *, now: datetime) -> Resolved:
    """The same for an approver without an account: no address of ours opens for him, so the small copies stand in the
    page itself."""
    known = queries.resolved_version(version)
    photos = dict(known.photos)
    for one in version.photos.all():
        small = sorted(
            (c for c in ensure_renditions(one.photograph, now=now) if c.format == "webp"), key=lambda c: c.width
        )
        if small:
            content = base64.b64encode(store.read(small[0].file)).decode()
            photos[one.photograph_id] = replace(photos[one.photograph_id], src=f"data:image/webp;base64,{content}")
    return replace(known, photos=photos)
