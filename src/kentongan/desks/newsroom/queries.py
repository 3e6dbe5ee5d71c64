"""The newsroom read: what a text stands on, how versions differ, what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from kentongan.desks.facts.models import Fact
from kentongan.desks.facts.queries import facts_for, source_of
from kentongan.desks.newsroom.choices import ManuscriptState, VersionState
from kentongan.desks.newsroom.models import Manuscript, Revision, Version, VersionFact, VersionFile, VersionPhoto
from kentongan.desks.newsroom.rules import difference as differing
from kentongan.desks.newsroom.rules import render
from kentongan.desks.newsroom.rules.checks import Material, examine
from kentongan.desks.newsroom.rules.document import fact_ids, photo_ids
from kentongan.desks.newsroom.rules.findings import Finding
from kentongan.desks.newsroom.rules.freezing import Binding, approval_hash, pasted_hash, text_hash
from kentongan.desks.newsroom.rules.links import is_link, is_ours
from kentongan.desks.newsroom.rules.render import Quoted, Resolved, Shown, Source
from kentongan.desks.newsroom.rules.titles import Known
from kentongan.ground.directory.models import Person, Tenure
from kentongan.ground.library.models import Photograph
from kentongan.ground.library.queries import why_not_public
from kentongan.ground.record.rules import Reader, Thing
from kentongan.ground.units.models import Account
from kentongan.ground.units.queries import institution, zone

KIND = "newsroom.version"  # what approval, the worklist, the diary and the press call a version

HEAVY = ("document", "text", "audience")  # what no list of versions shows

# ── what a manuscript stands on ──


def quoted(fact: Fact) -> Quoted:
    """A fact as a text quotes it; the source in the active language, empty where nobody said where it comes from."""
    return Quoted(
        id=fact.pk,
        claim=fact.claim,
        value=fact.value,
        measure=fact.measure,
        source=source_of(fact) if fact.is_sourced else "",
        kind=fact.kind,
        revision=fact.revision,
    )


def facts_of(ids: Iterable[int], *, reader: Reader) -> list[Fact]:
    """The facts with these ids that the reader may see, withdrawn ones too; an id is no right to its row."""
    seen = Fact.objects.visible_to(reader).filter(pk__in=set(ids))
    return list(seen.select_related("source_agency", "source_person", "document"))


def photographs_of(ids: Iterable[int], *, reader: Reader) -> list[Photograph]:
    """The photographs with these ids that the reader may see, with who is shown on them."""
    return list(Photograph.objects.visible_to(reader).filter(pk__in=set(ids)).prefetch_related("appearances"))


def shown(photograph: Photograph) -> Shown:
    """A photograph as a text shows it, words only: the address depends on who reads."""
    return Shown(
        id=photograph.pk,
        caption=photograph.caption,
        alt=photograph.alt,
        credit=photograph.credit or photograph.photographer,
        width=photograph.width,
        height=photograph.height,
    )


def people_on(day: date) -> list[Known]:
    """Everybody in the directory with the titles held on a day, the longest first."""
    held: dict[int, list[str]] = {}
    tenures = Tenure.objects.filter(from_on__lte=day).exclude(until_on__lte=day).select_related("post")
    for tenure in tenures:
        titles = held.setdefault(tenure.person_id, [])
        titles.append(tenure.title)
        if tenure.post.short and tenure.post.short != tenure.post.title:
            titles.append(tenure.title.replace(tenure.post.title, tenure.post.short))
    return [
        Known(person.pk, person.name, person.full_name, tuple(held.get(person.pk, ())))
        for person in Person.objects.filter(active=True).order_by("pk")
    ]


def material_for(manuscript: Manuscript, *, document: dict, reader: Reader, day: date) -> Material:
    """What the checks may know of a text, at a constant number of queries."""
    with translation.override(manuscript.language):
        facts = facts_of(fact_ids(document), reader=reader)
        own = facts_for(manuscript.activity, reader=reader) if manuscript.activity else ()
        offered = [quoted(fact) for fact in own]
        known = {fact.pk: quoted(fact) for fact in facts}
    photographs = photographs_of(photo_ids(document), reader=reader)
    return Material(
        facts=known,
        withdrawn=frozenset(fact.pk for fact in facts if fact.withdrawn_at),
        closed=frozenset(fact.pk for fact in facts if is_closed(fact.level, manuscript.level)),
        photos={photograph.pk: shown(photograph) for photograph in photographs},
        refused_photos={one.pk: why for one in photographs if (why := why_not_shown(one, text=manuscript.level))},
        offered=offered,
        people=people_on(day),
        published=day,
    )


def is_closed(level: str, text: str) -> bool:
    """Whether a fact is kept from some who may read the text. What is internal may be told: telling is the office's
    work; restricted and secret may not."""
    order = ("public", "internal", "restricted", "secret")
    return level in ("restricted", "secret") and order.index(text) < order.index(level)


def why_not_shown(photograph: Photograph, *, text: str) -> str:
    """A word for why a photograph may not stand in a text of that level; empty where it may."""
    return why_not_public(photograph) or ("closed" if is_closed(photograph.level, text) else "")


def findings_for(manuscript: Manuscript, *, title: str, document: dict, material: Material) -> list[Finding]:
    """The checks beside the text."""
    return examine(title, document, material)


def resolved(manuscript: Manuscript, material: Material) -> Resolved:
    """What the ids of a manuscript's document stand for now."""
    return Resolved(facts=material.facts, photos=material.photos, language=manuscript.language)


def manuscripts(reader: Reader) -> QuerySet[Manuscript]:
    """What is being written, with what a list shows."""
    newest = Prefetch("versions", Version.objects.defer(*HEAVY).order_by("-id"), to_attr="newest_versions")
    seen = Manuscript.objects.visible_to(reader).select_related("unit", "activity").defer("document")
    return seen.prefetch_related(newest, "authors__account")


def author_ids(manuscript: Manuscript) -> set[int]:
    """Everybody who wrote in it; in a correction also who wrote what it corrects, for those words stay theirs."""
    wrote = set(manuscript.authors.values_list("account_id", flat=True))
    wrote |= set(manuscript.revisions.values_list("by_id", flat=True))
    return wrote


def newest_revision(manuscript: Manuscript) -> Revision:
    """The save that stands."""
    return manuscript.revisions.select_related("by").get(number=manuscript.head)


def plain_blocks(title: str, document: dict, known: Resolved) -> list[str]:
    """The blocks that two texts are compared by: the headline first."""
    return [title, *render.blocks_of(document, known)]


# ── versions ──


def resolved_version(version: Version, *, photos: dict[int, Shown] | None = None) -> Resolved:
    """What a version's ids stand for: its frozen rows, whatever the facts say today."""
    facts = {
        one.fact_id: Quoted(
            id=one.fact_id,
            claim=one.claim,
            value=one.value,
            measure=one.measure,
            source=one.source,
            kind=one.kind,
            revision=one.revision,
        )
        for one in version.quoted.all()
    }
    frozen = {
        one.photograph_id: Shown(
            id=one.photograph_id,
            caption=one.caption,
            alt=one.alt,
            credit=one.credit,
            width=one.photograph.width,
            height=one.photograph.height,
        )
        for one in version.photos.all()
    }
    return Resolved(facts=facts, photos={**frozen, **(photos or {})}, language=version.language)


def hashes_now(version: Version) -> tuple[str, str]:
    """Text hash and approval hash computed anew from the frozen rows; unlike the stored ones, somebody changed them."""
    known = resolved_version(version)
    text = render.to_text(version.title, version.document, known)
    photos = list(version.photos.all())
    said = text_hash(
        text,
        facts=((one.fact_id, one.revision) for one in version.quoted.all()),
        photographs=(one.photograph.sha256 for one in photos),
    )
    binding = Binding(
        text_hash=said,
        kind=version.kind,
        level=version.level,
        audience=version.audience,
        opens_at=version.opens_at,
        correction_note=version.correction_note,
        captions=tuple((one.photograph_id, one.caption, one.alt, one.credit) for one in photos),
    )
    return said, approval_hash(binding)


def with_parts(versions: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with everything a page shows, at a constant number of queries."""
    return versions.select_related(
        "unit", "activity", "contact", "submitted_by", "manuscript", "replaces", "line"
    ).prefetch_related(
        Prefetch("quoted", VersionFact.objects.select_related("fact").order_by("order")),
        Prefetch("photos", VersionPhoto.objects.select_related("photograph").order_by("order")),
        Prefetch("files", VersionFile.objects.order_by("kind")),
        "topics",
        "agencies",
        "officials",
    )


def previous_of(version: Version) -> Version | None:
    """What a reader compares it with: the version it replaces, else the one submitted before it in its line."""
    if version.replaces:
        return version.replaces
    line = version.line_id or version.pk
    return Version.objects.filter(line_id=line, ordinal__lt=version.ordinal).order_by("-ordinal").first()


def difference(before: Version, after: Version) -> list[differing.Row]:
    """What changed between two frozen versions, headline first."""
    return differing.difference(before.text.split("\n\n"), after.text.split("\n\n"))


def locked(version_id: int) -> Version:
    """The version under its lock, with what the verbs of opening read."""
    found = Version.objects.select_for_update(of=("self",))
    return found.select_related("unit", "manuscript", "line", "replaces", "submitted_by").get(pk=version_id)


def changed_facts(version: Version) -> list[str]:
    """Sentences about every quoted fact that says something else now, or was withdrawn."""
    return _said_now(version.quoted.select_related("fact"))


def flagged_facts(version: Version) -> list[str]:
    """The same about those alone for which somebody still has to correct the version or leave it."""
    return _said_now(version.quoted.filter(stale_at__isnull=False).select_related("fact"))


def _said_now(quoted: Iterable[VersionFact]) -> list[str]:
    found = []
    for one in quoted:
        if one.fact.withdrawn_at is not None:
            found.append(_("“%(claim)s” was withdrawn.") % {"claim": one.claim})
        elif one.fact.revision != one.revision:
            found.append(_("“%(claim)s” is now %(value)s.") % {"claim": one.claim, "value": one.fact.value})
    return found


# ── what is open ──


def thing(version: Version) -> Thing:
    """The version as the gate sees it: each exit asks `may_leave` about this."""
    return Thing(KIND, version.pk, version.level, version.unit_id, version.opened_at, version.issued_at)


def open_versions() -> QuerySet[Version]:
    """The version in force of every line that is or was open, the newest first: withdrawn ones keep their place."""
    opened = Version.objects.filter(opened_at__isnull=False, level="public")
    newest = opened.values("line").annotate(newest=Max("id")).values("newest")
    return opened.filter(pk__in=newest).order_by("-opened_at", "-id")


def opened(as_of: datetime) -> QuerySet[Version]:
    """Every version that the public may read as of a moment."""
    return Version.objects.filter(opened_at__lte=as_of, level="public", slot__isnull=False)


def in_force(as_of: datetime) -> QuerySet[Version]:
    """The version in force in each place of the archive, the newest place first: a correction doesn't jump ahead."""
    later = opened(as_of).filter(slot=OuterRef("slot"), edition__gt=OuterRef("edition"))
    return opened(as_of).filter(~Exists(later)).select_related("line").order_by("-slot")


def opened_of_line(version: Version) -> list[Version]:
    """Every opened version of a line, the first first: the public counts among these."""
    return list(
        Version.objects.filter(line_id=version.line_id or version.pk, opened_at__isnull=False).order_by("ordinal")
    )


@dataclass(frozen=True)
class Place:
    """One opened version among those of its line, and what it changed."""

    version: Version
    in_force: bool
    changed: list[differing.Row]


@dataclass(frozen=True)
class PageData:
    """Everything the page of a release shows; the front desk prints it, the office previews it."""

    version: Version
    html: str
    lead: str
    sources: list[Source]
    photos: list[Shown]
    files: list[VersionFile]
    line: list[Place]
    newest: Version
    in_force: bool
    withdrawn: bool


def version_page_data(version: Version, *, photos: dict[int, Shown] | None = None) -> PageData:
    """The page of an opened version; `photos` tells the addresses under which its pictures are printed."""
    known = resolved_version(version, photos=photos)
    opened = opened_of_line(version) or [version]
    places = []
    for place, one in enumerate(opened):
        changed = [row for row in difference(opened[place - 1], one) if row.kind != "same"] if place else []
        places.append(Place(one, one.pk == opened[-1].pk, changed))
    newest = opened[-1]
    return PageData(
        version=version,
        html=render.to_html(version.document, known),
        lead=render.first_paragraph(version.document),
        sources=render.sources(version.document, known),
        photos=[known.photos[id_] for id_ in photo_ids(version.document) if id_ in known.photos],
        files=list(version.files.all()),
        line=places,
        newest=newest,
        in_force=newest.pk == version.pk,
        withdrawn=newest.state == VersionState.WITHDRAWN,
    )


def archive(first: int, last: int) -> QuerySet[Version]:
    """The version in force in each of the slots `first` to `last`, the oldest first; a slot is kept for ever."""
    return open_versions().filter(slot__gte=first, slot__lte=last).order_by("slot")


def last_slot() -> int:
    """The newest place in the archive; 0 while nothing was opened."""
    return Version.objects.aggregate(last=Max("slot"))["last"] or 0


def corrections() -> QuerySet[Version]:
    """Every opened correction, the newest first, with what it replaced."""
    opened = Version.objects.filter(opened_at__isnull=False, replaces__isnull=False)
    return opened.select_related("replaces", "unit").order_by("-opened_at", "-id")


@dataclass(frozen=True)
class Verified:
    """The answer to "is this from you?": the version that was asked for, and the one in force now."""

    asked: Version
    newest: Version

    @property
    def kind(self) -> str:
        """`genuine`, `old` or `withdrawn`."""
        if self.newest.state == VersionState.WITHDRAWN:
            return "withdrawn"
        return "genuine" if self.asked.pk == self.newest.pk else "old"


def verify(asked: str) -> Verified | None:
    """What we issued under a number, a code, a link's code, a hash or an exact text; None: we never issued it.

    A link of another host is never ours, though our code stands in it. A text is compared as it is after being passed
    on by hand, with or without headline, with or without the lines (link, code) that our own WhatsApp text ends with.
    """
    asked = asked.strip()
    if not asked or (is_link(asked) and not is_ours(asked, domain=institution().domain)):
        return None
    found = _by_name(asked) or _by_text(asked)
    if found is None:
        return None
    return Verified(found, opened_of_line(found)[-1])


def _by_name(asked: str) -> Version | None:
    word = urlsplit(asked).path.rstrip("/").rsplit("/", 1)[-1] if is_link(asked) else asked
    code = word.upper().replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    opened = Version.objects.filter(opened_at__isnull=False)
    named = opened.filter(Q(code__in=[code, f"{code[:4]}-{code[4:]}"]) | Q(number=asked) | Q(text_hash=asked.lower()))
    return named.order_by("-ordinal").first()


def _by_text(asked: str) -> Version | None:
    said = pasted_hash(_without_tail(asked))
    opened = Version.objects.filter(opened_at__isnull=False)
    return opened.filter(Q(pasted_hash=said) | Q(pasted_body_hash=said)).order_by("-id").first()


_TAIL = ("http://", "https://", "Kode periksa:", "Verify code:")


def _without_tail(asked: str) -> str:
    """The text without the link and code lines of `to_whatsapp`."""
    lines = asked.rstrip().splitlines()
    while lines and (lines[-1].strip().startswith(_TAIL) or not lines[-1].strip()):
        lines.pop()
    return "\n".join(lines)


# ── addresses ──


def line_path(version: Version) -> str:
    """The folder on the public site that always shows the version in force, without a slash in front."""
    return f"siaran/{version.slot}-{version.slug}/"


def public_path(version: Version) -> str:
    """The folder of one opened version, kept for ever. The front desk prints it, the corrections list links to it."""
    return f"{line_path(version)}versi-{version.edition}/"


def public_url(version: Version) -> str:
    """The address to pass on: the line's, so that a reader always finds the newest."""
    return f"{institution().base_url}/{line_path(version)}"


def whatsapp_text(version: Version) -> str:
    """The text to pass on by hand; only what is open may be asked for, for it carries the public address and code."""
    known = resolved_version(version)
    return render.to_whatsapp(version.title, version.document, known, link=public_url(version), code=version.code)


def verify_url(version: Version) -> str:
    """What the QR code holds."""
    return f"{institution().base_url}/cek/{version.code}"


def local_day(moment: datetime) -> date:
    """The day of a moment on the office's clock."""
    return moment.astimezone(zone()).date()


# ── alarms and due work ──


def due(now: datetime) -> QuerySet[Version]:
    """Approved versions whose moment has come, the earliest first."""
    waiting = Version.objects.filter(state=VersionState.APPROVED)
    return waiting.filter(Q(opens_at__isnull=True) | Q(opens_at__lte=now)).order_by("opens_at", "id")


# The duty runs each second; a minute late means that nobody runs it.
MISSED_AFTER = timedelta(minutes=1)


def missed(now: datetime) -> QuerySet[Version]:
    """Approved versions that should have been open a minute ago."""
    waiting = Version.objects.filter(state=VersionState.APPROVED)
    return waiting.filter(opens_at__lt=now - MISSED_AFTER).order_by("opens_at")


def emergencies() -> QuerySet[Version]:
    """Opened without approval, and no second person has looked yet."""
    found = Version.objects.filter(emergency=True, emergency_seen_at__isnull=True, opened_at__isnull=False)
    return found.defer(*HEAVY)


def stale() -> QuerySet[Version]:
    """Open versions in force that quote a fact which has changed since. Begun from the few stale quotations, for it
    is asked on every office page."""
    quoting = VersionFact.objects.filter(stale_at__isnull=False).values("version")
    found = Version.objects.filter(pk__in=quoting, state=VersionState.OPEN).defer(*HEAVY)
    return found.exclude(replaced_by__opened_at__isnull=False)


def without_files() -> QuerySet[Version]:
    """Opened versions whose PDF or plain text isn't made yet, the newest first."""
    opened = Version.objects.filter(opened_at__isnull=False).defer(*HEAVY).order_by("-id")
    for kind in ("pdf", "text"):
        there = VersionFile.objects.filter(version=OuterRef("pk"), kind=kind)
        opened = opened.annotate(**{f"has_{kind}": Exists(there)})
    return opened.filter(Q(has_pdf=False) | Q(has_text=False))


def drafts_of(account: Account) -> QuerySet[Manuscript]:
    """What an account is writing."""
    return Manuscript.objects.filter(state=ManuscriptState.DRAFT, authors__account=account).order_by("-changed_at")
