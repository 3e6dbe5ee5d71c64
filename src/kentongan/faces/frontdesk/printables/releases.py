"""A release and all its versions: page, difference, files, photographs, the page behind its QR code."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kentongan.desks.newsroom import queries as newsroom
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import render
from kentongan.desks.newsroom.rules.difference import Row
from kentongan.faces.frontdesk import queries
from kentongan.faces.frontdesk.printables.shell import Shell, shell
from kentongan.faces.frontdesk.queries import Line
from kentongan.faces.frontdesk.rules import addresses
from kentongan.faces.frontdesk.rules.article import Publisher, linked_data
from kentongan.faces.frontdesk.rules.body import Picture, excerpt, grouped, parted, with_pictures
from kentongan.ground.library import store
from kentongan.ground.library.models import Photograph, Rendition
from kentongan.ground.press.registry import Changes, Pages, printable
from kentongan.ground.record.registry import FILE
from kentongan.ground.ui.rules import words

log = logging.getLogger(__name__)

ENDINGS = {"jpeg": "jpg", "webp": "webp", "avif": "avif"}
# The wider a copy, the rarer it is asked for: a page loads up to this, newsrooms take what is larger.
ON_PAGES = 960


@printable("frontdesk.releases")
def releases(as_of: datetime) -> Pages:
    """Every release from the oldest."""
    around = shell(as_of)
    for line in queries.lines(as_of):
        yield from of_line(line, around)


@releases.changed_by(newsroom.KIND)
def release_changed(version_id: int, as_of: datetime) -> Changes:
    """The whole line of the version, what shares its activity, and nothing else."""
    line = queries.line_of(version_id, as_of=as_of)
    if line is None:
        return
    around = shell(as_of)
    slots = {line.slot}
    for version in line.versions:
        if version.activity_id:
            slots.update(queries.slots_about(version.activity_id, as_of=as_of))
    for each in queries.lines(as_of, slots=slots):
        yield from of_line(each, around)
    for version in line.versions:
        # A second release with the same text shares the code; its line is printed with that code's page.
        shown = queries.shown_by_code(version.code, as_of=as_of)
        if shown and shown.line_id != version.line_id:
            other = queries.line_of(shown.pk, as_of=as_of)
            if other and other.slot not in slots:
                yield from _checks(other, around)


@releases.changed_by("agenda.activity")
def activity_changed(activity_id: int, as_of: datetime) -> Changes:
    """Releases tell of their activity when and where it is."""
    around = shell(as_of)
    for line in queries.lines(as_of, slots=queries.slots_about(activity_id, as_of=as_of)):
        yield from of_line(line, around)


@releases.changed_by("agency")
def agency_changed(agency_id: int, as_of: datetime) -> Changes:
    """Releases name the agencies that they are about."""
    around = shell(as_of)
    for line in queries.lines(as_of, slots=queries.slots_with("agencies", agency_id, as_of=as_of)):
        yield from of_line(line, around)


@releases.changed_by("beat")
def topic_changed(topic_id: int, as_of: datetime) -> Changes:
    """Releases name their topics."""
    around = shell(as_of)
    for line in queries.lines(as_of, slots=queries.slots_with("topics", topic_id, as_of=as_of)):
        yield from of_line(line, around)


@dataclass(frozen=True)
class Shot:
    """One photograph of a line as it is printed: its files, and how pages show it."""

    files: tuple[tuple[str, bytes], ...]
    picture: Picture


def of_line(line: Line, around: Shell) -> Pages:
    """All pages and files of one release."""
    shots = shots_of(line, around.as_of)
    files: dict[int, list[dict[str, Any]]] = {}
    printed: set[str] = set()
    for shot in shots.values():
        for path, content in shot.files:
            printed.add(path)
            yield path, content
    for version in line.versions:
        files[version.pk] = []
        for path, content, label in _documents(version, around):
            yield path, content
            files[version.pk].append({"url": f"/{path}", "label": label, "octets": len(content)})
    for version in line.versions:
        told = Told(line, version, shots, files[version.pk], around)
        # The version in force stands under two addresses with the same bytes; an older one has its own alone.
        paths = [line.path, newsroom.public_path(version)] if told.in_force else [newsroom.public_path(version)]
        for language in addresses.PREFIXES:
            page = around.page("release.html", paths[0], language, told.context)
            for path in paths:
                yield addresses.file_of(path, language), page
        if told.before:
            yield from around.both("difference.html", f"{newsroom.public_path(version)}beda/", told.difference)
    yield from _checks(line, around)


def _checks(line: Line, around: Shell) -> Pages:
    """The pages that QR codes lead to: printed, so that a thousand telephones at once cost nothing."""
    for code, version in _codes(line).items():
        if line.by_code.get(code) == version.pk:  # a later line with the same text prints the page of their code
            told = Told(line, version, {}, [], around)
            yield from around.both("check.html", addresses.check_path(code), told.verdict)


def _codes(line: Line) -> dict[str, Version]:
    """Each code once: a text corrected back to what it was has its old code, and is in force again."""
    return {version.code: version for version in line.versions}


@dataclass(frozen=True)
class Told:
    """What the pages of one version tell."""

    line: Line
    version: Version
    shots: dict[int, Shot]
    files: list[dict[str, Any]]
    around: Shell

    @property
    def in_force(self) -> bool:
        return self.version is self.line.newest

    @property
    def before(self) -> Version | None:
        """What it corrected; None for the first."""
        place = self.line.versions.index(self.version)
        return self.line.versions[place - 1] if place else None

    def context(self, language: str) -> dict[str, Any]:
        """The release's own page."""
        version = self.version
        known = newsroom.resolved_version(version, photos=self._shown())
        html = render.to_html(version.document, known)
        pictures = {shot.picture.src: shot.picture for shot in self.shots.values()}
        opening, body = parted(with_pictures(html, pictures, download=_("Download")))
        lead = render.first_paragraph(version.document)
        return {
            **self._said(language),
            "here": "releases",
            "title": version.title,
            # Every letter in it was escaped by the newsroom's renderer and by ours.
            "opening": mark_safe(opening),  # noqa: S308
            "body": mark_safe(body),  # noqa: S308
            "lead": lead,
            "sources": render.sources(version.document, known),
            "files": self.files,
            "changes": self._changes(),
            "activity": self._activity(),
            "related": self.line.related,
            "share": next((shot.picture.src for shot in self.shots.values()), ""),
            # `linked_data` escapes what could end its element.
            "data": mark_safe(self._data(lead)) if self.in_force else "",  # noqa: S308
            "crumbs": [(_("Press releases"), addresses.address("siaran/", language)), (version.number, "")],
        }

    def difference(self, language: str) -> dict[str, Any]:
        """What this version changed, word by word."""
        before = self.before or self.version
        return {
            **self._said(language),
            "here": "releases",
            "title": _("Version %(before)s and version %(after)s")
            % {"before": before.edition, "after": self.version.edition},
            "rows": newsroom.difference(before, self.version),
            "crumbs": [
                (_("Press releases"), addresses.address("siaran/", language)),
                (self.version.number, addresses.address(self.line.path, language)),
                (_("Difference"), ""),
            ],
        }

    def verdict(self, language: str) -> dict[str, Any]:
        """The answer to who scanned the code."""
        return {**self._said(language), "here": "verify", "title": _("Is this from us?")}

    def _said(self, language: str) -> dict[str, Any]:
        version, line = self.version, self.line
        versions = [
            {"version": each, "ordinal": each.edition, "path": newsroom.public_path(each), "here": each is version}
            for each in line.versions
        ]
        return {
            "version": version,
            "line": line,
            "ordinal": version.edition,
            "before": self.before,
            "before_path": newsroom.public_path(self.before) if self.before else "",
            "newest": line.newest.edition,
            "in_force": self.in_force,
            "withdrawn": line.withdrawn,
            "withdrawal": line.newest,
            "versions": versions[::-1],
            "first": line.versions[0],
            "path": newsroom.public_path(version),
            "hash": grouped(version.text_hash),
            "qr": newsroom.verify_url(version),
            "as_of": line.changed_at(),
            "foreign": version.language if version.language != language else "",
        }

    def _changes(self) -> list[Row]:
        """The changed blocks of a correction, each cut to its change; many are shown on a page of their own."""
        if self.before is None:
            return []
        rows = [row for row in newsroom.difference(self.before, self.version) if row.kind != "same"]
        return [Row(row.kind, tuple(excerpt(row.pieces))) for row in rows[:3]]

    def _activity(self) -> queries.Item | None:
        if (activity := self.version.activity) is None:
            return None
        return queries.item_of(activity, as_of=self.around.as_of, mewakili=_("representing"))

    def _shown(self) -> dict[int, render.Shown]:
        """The photographs of this version under their printed addresses; one that may not leave isn't shown at all."""
        shown = {}
        for photo in self.version.photos.all():
            if shot := self.shots.get(photo.photograph_id):
                picture = shot.picture
                shown[photo.photograph_id] = render.Shown(
                    id=photo.photograph_id,
                    caption=photo.caption,
                    alt=photo.alt,
                    credit=photo.credit,
                    src=picture.src,
                    srcset=picture.srcset,
                    width=picture.width,
                    height=picture.height,
                )
            else:
                shown[photo.photograph_id] = render.Shown(id=photo.photograph_id)
        return shown

    def _data(self, lead: str) -> str:
        base = self.around.base_url
        versions = self.line.versions
        return linked_data(
            {
                "url": f"{base}/{self.line.path}",
                "headline": self.version.title,
                "description": lead,
                "published": versions[0].opened_at,
                "modified": self.line.changed_at(),
                "version": self.version.edition,
                "language": self.version.language,
                "number": self.version.number,
                "images": [f"{base}{shot.picture.src}" for shot in self.shots.values()],
                "corrections": [
                    (each.correction_note, each.opened_at, f"{base}/{newsroom.public_path(each)}beda/")
                    for each in versions[1:]
                ],
                "withdrawn": self.line.newest.withdrawn_reason if self.line.withdrawn else "",
                "withdrawn_at": self.line.newest.withdrawn_at,
            },
            Publisher(self.around.owner, f"{base}/"),
        )


# ── files ──


def shots_of(line: Line, as_of: datetime) -> dict[int, Shot]:
    """Every photograph of the line that may leave and whose copies are made, by its id."""
    found: dict[int, Shot] = {}
    for version in line.versions:
        for shown in version.photos.all():
            photograph = shown.photograph
            if photograph.pk in found:
                continue
            may = queries.may_be_shown(photograph, opened_at=version.opened_at, as_of=as_of)
            if may and (shot := shot_of(photograph, folder=line.path)):
                found[photograph.pk] = shot
    return found


def shot_of(photograph: Photograph, *, folder: str) -> Shot | None:
    """A photograph's copies under a folder; None while no JPEG of it is made."""
    files, copies = [], []
    for copy in photograph.renditions.all():
        content = _bytes(copy.file)
        if content is None or copy.format not in ENDINGS:
            continue
        path = addresses.photo_path(
            folder, photograph.pk, width=copy.width, sha256=copy.sha256, ending=ENDINGS[copy.format]
        )
        files.append((path, content))
        copies.append((copy, f"/{path}"))
    jpegs = [(copy, url) for copy, url in copies if copy.format == "jpeg"]
    if not jpegs:
        return None
    shown = max((each for each in jpegs if each[0].width <= ON_PAGES), key=lambda each: each[0].width, default=jpegs[0])
    picture = Picture(
        src=shown[1],
        srcset=_srcset(jpegs),
        width=shown[0].width,
        height=shown[0].height,
        formats=tuple(
            (f"image/{name}", _srcset(some))
            for name in ("avif", "webp")
            if (some := [each for each in copies if each[0].format == name])
        ),
        downloads=tuple((url, _measures(copy)) for copy, url in jpegs[-1:]),
    )
    return Shot(tuple(files), picture)


def paths_of(photograph: Photograph, *, folder: str) -> list[str]:
    """Where the copies of a photograph stand in a folder, if they do."""
    return [
        addresses.photo_path(folder, photograph.pk, width=copy.width, sha256=copy.sha256, ending=ENDINGS[copy.format])
        for copy in photograph.renditions.all()
        if copy.format in ENDINGS
    ]


def _srcset(copies: list[tuple[Rendition, str]]) -> str:
    return ", ".join(f"{url} {copy.width}w" for copy, url in copies)


def _measures(copy: Rendition) -> str:
    return f"{copy.width} × {copy.height} ({words.size(copy.bytes, get_language() or 'id')})"


def _documents(version: Version, around: Shell) -> Iterator[tuple[str, bytes, str]]:
    """The files frozen at opening, copied: path, bytes, what the link is called."""
    if not queries.may_go(version, exit=FILE, as_of=around.as_of):
        return
    named = {"pdf": ("pdf", "PDF"), "text": ("txt", "TXT")}
    for file in version.files.all():
        if file.kind in named and (content := _bytes(file.file)) is not None:
            ending, label = named[file.kind]
            yield (
                addresses.document_path(
                    newsroom.public_path(version), version.number, edition=version.edition or 1, ending=ending
                ),
                content,
                label,
            )


def _bytes(path: str) -> bytes | None:
    """A file's bytes; one that is lost stops no print, for the text matters more than its picture."""
    try:
        return store.read(path)
    except OSError:
        log.error("The file %s is lost; the site is printed without it.", path)
        return None
