"""What the neighbours can't join: what was said, who got it, who printed it, what is still wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.agenda.models import Activity
from kentongan.desks.agenda.queries import with_people
from kentongan.desks.dispatch.choices import Because, DeliveryState
from kentongan.desks.dispatch.models import Delivery
from kentongan.desks.evaluation.rules.months import Month
from kentongan.desks.monitoring.models import Clip
from kentongan.desks.newsroom.models import LeftAsItWas, Version
from kentongan.ground.approval.models import Decision
from kentongan.ground.record.rules import Reader
from kentongan.ground.units.models import Unit
from kentongan.ground.units.queries import zone


@dataclass(frozen=True)
class Scope:
    """What a report speaks of: one month, one unit or all of them, as far as one reader sees."""

    month: Month
    reader: Reader
    unit: Unit | None = None

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """`[begins, ends)` on the office's clock."""
        return self.month.bounds(zone())

    def of_unit(self, rows: QuerySet, field: str = "unit") -> QuerySet:
        """Only the unit's rows, where one was chosen."""
        return rows.filter(**{field: self.unit}) if self.unit else rows


@dataclass(frozen=True)
class Row:
    """One thing that a number counts: what, when, beside it, and where it stands."""

    what: str
    when: datetime | None
    note: str
    url: str


@dataclass(frozen=True)
class Measure:
    """A number of the report and the rows it is made of: the same question answers both, so they can't differ."""

    key: str
    title: object
    level: str  # output, out-take: what we did, what came of it
    rows: Callable[[Scope], QuerySet]
    tell: Callable[[Any], Row]

    def count(self, scope: Scope) -> int:
        """How many."""
        return self.rows(scope).count()


def opened(scope: Scope) -> QuerySet[Version]:
    """Versions opened in the month."""
    begins, ends = scope.bounds
    seen = Version.objects.visible_to(scope.reader).filter(opened_at__gte=begins, opened_at__lt=ends)
    return scope.of_unit(seen).order_by("opened_at")


def deliveries(scope: Scope) -> QuerySet[Delivery]:
    """Deliveries of visible versions begun in the month."""
    begins, ends = scope.bounds
    seen = Delivery.objects.filter(
        at__gte=begins, at__lt=ends, version__in=Version.objects.visible_to(scope.reader)
    ).select_related("version")
    return scope.of_unit(seen, "version__unit").order_by("at")


def clips(scope: Scope) -> QuerySet[Clip]:
    """Clips printed in the month, or taken in then where the page had no date."""
    begins, ends = scope.bounds
    dated = Q(published_at__gte=begins, published_at__lt=ends)
    undated = Q(published_at__isnull=True, captured_at__gte=begins, captured_at__lt=ends)
    seen = Clip.objects.visible_to(scope.reader).filter(dated | undated).select_related("pickup__version")
    return scope.of_unit(seen).order_by("published_at", "pk")


def held(scope: Scope) -> QuerySet[Activity]:
    """Activities that began in the month and weren't cancelled."""
    begins, ends = scope.bounds
    seen = Activity.objects.visible_to(scope.reader).filter(starts_at__gte=begins, starts_at__lt=ends)
    return scope.of_unit(seen.exclude(state="cancelled")).order_by("starts_at")


def of_version(version: Version) -> Row:
    """A version as a row."""
    return Row(version.title, version.opened_at, version.number, reverse("newsroom:version", args=[version.pk]))


def of_delivery(delivery: Delivery) -> Row:
    """A delivery as a row."""
    note = f"{delivery.version.number} · {delivery.get_state_display()}"
    return Row(delivery.name, delivery.at, note, reverse("newsroom:version", args=[delivery.version_id]))


def of_clip(clip: Clip) -> Row:
    """A clip as a row."""
    pickup = getattr(clip, "pickup", None)
    note = f"{clip.outlet_name} · {pickup.version.number}" if pickup else clip.outlet_name
    return Row(clip.title, clip.published_at or clip.captured_at, note, reverse("monitoring:clip", args=[clip.pk]))


def of_activity(activity: Activity) -> Row:
    """An activity as a row."""
    return Row(activity.title, activity.starts_at, activity.place, reverse("agenda:activity", args=[activity.pk]))


MEASURES = (
    Measure("kegiatan", gettext_lazy("Activities held"), "output", held, of_activity),
    Measure(
        "kegiatan-diberitakan",
        gettext_lazy("of them told by a release"),
        "output",
        lambda scope: held(scope).filter(versions__opened_at__isnull=False).distinct(),
        of_activity,
    ),
    Measure("siaran", gettext_lazy("Releases opened"), "output", lambda s: opened(s).filter(replaces=None), of_version),
    Measure("koreksi", gettext_lazy("Corrections"), "output", lambda s: opened(s).exclude(replaces=None), of_version),
    Measure(
        "penarikan",
        gettext_lazy("Withdrawals"),
        "output",
        lambda s: opened(s).filter(withdrawn_at__isnull=False),
        of_version,
    ),
    Measure("pengiriman", gettext_lazy("Deliveries"), "output", deliveries, of_delivery),
    Measure(
        "diterima",
        gettext_lazy("accepted or shared"),
        "output",
        lambda s: deliveries(s).filter(state__in=["sent", "shared"]),
        of_delivery,
    ),
    Measure(
        "gagal",
        gettext_lazy("not delivered or unknown"),
        "output",
        lambda s: deliveries(s).filter(state__in=["failed", "unknown"]),
        of_delivery,
    ),
    Measure("kliping", gettext_lazy("Clips"), "out-take", clips, of_clip),
    Measure(
        "pemuatan",
        gettext_lazy("carry a release of ours"),
        "out-take",
        lambda s: clips(s).filter(pickup__isnull=False),
        of_clip,
    ),
    Measure(
        "diubah",
        gettext_lazy("changed a claim on the way"),
        "out-take",
        lambda s: clips(s).filter(pickup__isnull=False).exclude(pickup__changes=[]),
        of_clip,
    ),
    Measure(
        "versi-lama",
        gettext_lazy("still carry a corrected version"),
        "out-take",
        lambda s: clips(s).filter(pickup__version__replaced_by__opened_at__isnull=False).distinct(),
        of_clip,
    ),
    Measure(
        "tak-baik",
        gettext_lazy("judged unfavourable in text"),
        "out-take",
        lambda s: clips(s).filter(tone_body="bad"),
        of_clip,
    ),
)
BY_KEY = {measure.key: measure for measure in MEASURES}


def by_outlet(scope: Scope) -> list[Any]:
    """Outlets by how much of ours they carried: clips, pick-ups, mean share kept (None where nothing was carried)."""
    rows = clips(scope).order_by().values("outlet_name")
    return list(
        rows.annotate(count=Count("pk"), carried=Count("pickup"), kept=Avg("pickup__kept")).order_by(
            "-carried", "-count", "outlet_name"
        )[:15]
    )


def by_topic(scope: Scope) -> list[Any]:
    """Topics by how many releases speak of them."""
    rows = opened(scope).filter(replaces=None, topics__isnull=False).order_by()
    return list(
        rows.values("topics__name").annotate(count=Count("pk", distinct=True)).order_by("-count", "topics__name")
    )


def by_day(scope: Scope) -> dict:
    """Releases opened on each day of the month."""
    rows = opened(scope).filter(replaces=None).order_by().annotate(day=TruncDate("opened_at", tzinfo=zone()))
    return dict(rows.values_list("day").annotate(count=Count("pk")))


# ── one story ──


@dataclass(frozen=True)
class Step:
    """One bead of the thread: what it is called, what stands there, whether it is still open."""

    name: str
    rows: list[Row]
    open: bool
    empty: str


def thread(activity: Activity, *, reader: Reader) -> list[Step]:
    """One story from its activity to the trace of who printed it and what was changed; each reader sees his part."""
    activity = with_people(Activity.objects.filter(pk=activity.pk)).get()
    versions = list(
        Version.objects.visible_to(reader).filter(activity=activity).select_related("submitted_by").order_by("pk")
    )
    ids = [version.pk for version in versions]
    return [
        _activity_step(activity),
        _facts_step(activity, reader),
        _versions_step(versions),
        _decisions_step(ids),
        _deliveries_step(ids),
        _coverage_step(ids, reader),
    ]


def _activity_step(activity: Activity) -> Step:
    going = ", ".join(assignment.person.full_name for assignment in activity.assignments.all())
    row = Row(
        activity.title, activity.starts_at, going or activity.place, reverse("agenda:activity", args=[activity.pk])
    )
    return Step(_("Activity"), [row], open=False, empty="")


def _facts_step(activity: Activity, reader: Reader) -> Step:
    from kentongan.desks.facts.queries import facts_for, source_of

    rows = [
        Row(
            f"{fact.value} {fact.measure}".strip(),
            None,
            source_of(fact) or _("no source"),
            reverse("facts:fact", args=[fact.pk]),
        )
        for fact in facts_for(activity, reader=reader)
    ]
    return Step(_("Facts"), rows, open=not rows, empty=_("No fact yet."))


def _versions_step(versions: list[Version]) -> Step:
    rows = [
        Row(
            version.title,
            version.opened_at or version.submitted_at,
            f"{version.number or _('version')} · {version.get_state_display()} · {version.submitted_by}",
            reverse("newsroom:version", args=[version.pk]),
        )
        for version in versions
    ]
    answered = LeftAsItWas.objects.filter(quoted__version__in=versions).select_related("quoted", "by")
    rows += [
        Row(
            _("Left as it was: %(claim)s") % {"claim": left.quoted.claim},
            left.at,
            f"{left.reason} · {left.by}",
            reverse("newsroom:version", args=[left.quoted.version_id]),
        )
        for left in answered.order_by("at", "id")
    ]
    return Step(_("Release"), rows, open=not any(v.opened_at for v in versions), empty=_("Nothing was submitted yet."))


def _decisions_step(ids: list[int]) -> Step:
    decided = Decision.objects.filter(request__thing_kind="newsroom.version", request__thing_id__in=ids)
    rows = [
        Row(
            decision.get_kind_display(),
            decision.at,
            f"{decision.account or decision.person} · {decision.get_way_display()}",
            reverse("newsroom:version", args=[decision.request.thing_id]),
        )
        for decision in decided.select_related("account", "person", "request").order_by("at")
    ]
    return Step(_("Approval"), rows, open=not rows, empty=_("Nobody has decided yet."))


def _deliveries_step(ids: list[int]) -> Step:
    counted = (
        Delivery.objects.filter(version_id__in=ids)
        .values("version_id", "version__number", "because", "state")
        .annotate(count=Count("pk"))
        .order_by("version_id", "because", "state")
    )
    states, reasons = dict(DeliveryState.choices), dict(Because.choices)
    rows = [
        Row(
            f"{row['count']} {states[row['state']]}",
            None,
            f"{row['version__number']} · {reasons[row['because']]}",
            reverse("newsroom:version", args=[row["version_id"]]),
        )
        for row in counted
    ]
    return Step(_("Distribution"), rows, open=not rows, empty=_("It was sent to nobody yet."))


def _coverage_step(ids: list[int], reader: Reader) -> Step:
    carried = (
        Clip.objects.visible_to(reader)
        .filter(pickup__version_id__in=ids)
        .select_related("pickup__version")
        .order_by("published_at", "pk")
    )
    rows = []
    for clip in carried:
        changes = "; ".join(f"{change['was']} → {change['is']}" for change in clip.pickup.changes)
        kept = f"{round(100 * clip.pickup.kept)} %"
        note = " · ".join(filter(None, (clip.outlet_name, kept, changes)))
        rows.append(Row(clip.title, clip.published_at, note, reverse("monitoring:clip", args=[clip.pk])))
    return Step(_("Coverage"), rows, open=not rows, empty=_("Nobody has carried it yet, as far as we have read."))
