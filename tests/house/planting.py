"""Plants one row of every owned table, and of whatever hangs on it, with a marker word in every text.

The tables are found in Django's registry, never listed: a table that is added tomorrow is planted tomorrow. What needs
a value that can't be guessed stands in `SAID`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.apps import apps
from django.db import models

from kentongan.desks.newsroom.rules import plain
from kentongan.ground.library import store
from kentongan.ground.units.models import OwnedRow

# Not owned by themselves, yet they carry an owned row's words.
CARRIERS = {"mailroom.message"}

# What can't be guessed from a field: `label.field`.
SAID = {
    "worklist.workitem.role": "writer",
    "worklist.workitem.account": None,
    "worklist.workitem.url": "/kantor/",
    "worklist.workitem.thing_kind": "newsroom.version",
    "approval.request.thing_kind": "newsroom.version",
    "approval.request.barred": [],
    "approval.request.state": "open",
    "approval.step.role": "approver",
    "approval.step.person": None,
    "newsroom.manuscript.corrects": None,
    "newsroom.version.audience": {"lists": []},
    "newsroom.version.canonical": 1,
    "newsroom.version.kind": "release",
    "newsroom.versionfile.kind": "pdf",
    "newsroom.revision.number": 1,
    "newsroom.manuscript.head": 1,
    "library.photograph.mime": "image/jpeg",
    "library.rendition.format": "webp",
    "library.rendition.width": 480,
    "dispatch.delivery.state": "failed",
    "dispatch.delivery.channel": "mail",
    "mailroom.outgoing.state": "unknown",
    "mailroom.message.kind": "release",
    "directory.journalist.active": True,
    "dispatch.recipient.outlet": None,
}


def owned_models() -> list[type[models.Model]]:
    """Every table whose rows have a unit and a level, whatever hangs on one by a key that can't be empty, and the
    carriers."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("kentongan.")]
    found = {m for m in ours if issubclass(m, OwnedRow) or m._meta.label_lower in CARRIERS}
    while True:
        more = {
            m
            for m in ours
            if m not in found
            and any(
                isinstance(f, models.ForeignKey) and not f.null and f.related_model in found for f in m._meta.fields
            )
        }
        if not more:
            return sorted(found, key=lambda m: m._meta.label_lower)
        found |= more


@dataclass
class Planting:
    """One row of each table at one level, in one unit, by one account; `rows["agenda.activity"]`."""

    unit: object
    level: str
    marker: str
    account: object
    now: datetime
    shared: dict[str, models.Model]
    rows: dict[str, models.Model] = field(default_factory=dict)

    def sow(self) -> Planting:
        """Every owned table."""
        self.owned = set(owned_models())
        for model in sorted(self.owned, key=lambda m: m._meta.label_lower):
            self.row(model, ())
        version = self.rows["newsroom.version"]
        for label in ("approval.request", "worklist.workitem"):
            type(self.rows[label]).objects.filter(pk=self.rows[label].pk).update(thing_id=version.pk)
        return self

    def row(self, model: type[models.Model], above: tuple) -> models.Model | None:
        """The row of a table, planted when it is first asked for."""
        label = model._meta.label_lower
        if label in self.rows:
            return self.rows[label]
        if model not in self.owned:
            return self.shared.get(label)
        row = model()
        for one in model._meta.concrete_fields:
            if one.primary_key and not isinstance(one, models.OneToOneField):
                continue
            value = self.value(label, one, (*above, model))
            setattr(row, one.name, value)
        row.save(force_insert=True)
        self.rows[label] = row
        return row

    def value(self, label: str, one: models.Field, above: tuple):
        """What a field holds."""
        key = f"{label}.{one.name}"
        if key in SAID:
            return SAID[key]
        if one.name == "level":
            return self.level
        if one.name == "thing_id":
            return 900_000 + len(self.level)  # until the version is there
        if isinstance(one, models.ForeignKey):
            return self.target(one, above)
        if isinstance(one, models.DateTimeField):
            later = one.name.startswith(("ends", "expires", "due"))
            return None if one.null and not later else self.now + timedelta(hours=2 if later else -2)
        if isinstance(one, models.DateField):
            return self.now.date()
        if key == "monitoring.pickup.changes":
            return [{"kind": "figure", "was": self.marker, "is": self.marker, "where": [0, 3]}]
        if key == "monitoring.pickup.passages":
            return []
        if isinstance(one, models.JSONField):
            return plain.parse(f"{self.marker} berbicara.\n\nLagi {self.marker} berbicara.")
        if isinstance(one, models.BooleanField):
            return one.default if one.has_default() else False
        if one.name == "file":
            return store.keep(f"{self.marker} di dalam berkas".encode())[0]
        if isinstance(one, models.CharField | models.TextField):
            return self.words(key, one)
        if one.has_default():
            return one.get_default()
        return None if one.null else 1

    def words(self, key: str, one: models.Field):
        """The marker in the shape that the field asks for."""
        if one.choices:
            return one.get_default() or one.choices[0][0]
        if one.name.endswith(("hash", "sha256")):
            return hashlib.sha256(f"{self.marker} {key}".encode()).hexdigest()
        if isinstance(one, models.EmailField):
            return f"{self.marker}@{self.marker}.example"
        if isinstance(one, models.URLField):
            return f"https://{self.marker}.example/{self.marker}"
        if isinstance(one, models.SlugField) or (one.max_length or 99) < 20:
            return self.marker[: one.max_length]
        if key == "newsroom.version.number":
            return ""  # a number comes at opening; these never open
        return f"{self.marker} {one.name}"

    def target(self, one: models.ForeignKey, above: tuple):
        """The planted or shared row that a key points to; a circle is left open where it may be."""
        label = one.related_model._meta.label_lower
        if label == "units.unit":
            return self.unit
        if label == "units.account":
            return self.account
        if one.related_model in above:
            return None
        return self.row(one.related_model, above)


def held(plantings: list[Planting]) -> dict[str, list[tuple]]:
    """Every row that was planted or hangs on one, with all its values: equal before and after, nothing changed."""
    pks: dict[type[models.Model], set[int]] = {}
    for planting in plantings:
        for row in planting.rows.values():
            pks.setdefault(type(row), set()).add(row.pk)
    seen = {}
    for model in apps.get_models():
        if not model.__module__.startswith("kentongan."):
            continue
        asked = models.Q(pk__in=pks.get(model, ()))
        for one in model._meta.concrete_fields:
            if isinstance(one, models.ForeignKey) and one.related_model in pks:
                asked |= models.Q(**{f"{one.name}__in": pks[one.related_model]})
        if asked == models.Q(pk__in=()):
            continue
        names = [one.attname for one in model._meta.concrete_fields]
        seen[model._meta.label_lower] = sorted(map(repr, model.objects.filter(asked).values_list(*names)))
    return seen
