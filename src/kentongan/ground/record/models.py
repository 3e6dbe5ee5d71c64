"""The diary: entries, who heard them, seals; and beside it who looked at what."""

from django.db import models


class Entry(models.Model):
    """One thing that happened. Append-only by trigger; ids, choices and hashes only: erasing a person touches none."""

    at = models.DateTimeField()
    event = models.CharField(max_length=80)
    actor_kind = models.CharField(max_length=10)
    actor_account = models.BigIntegerField(null=True)
    actor_desk = models.CharField(max_length=40, blank=True)
    caused_by = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["event", "at"], name="record_entry_event_at")]

    def __str__(self) -> str:
        return f"{self.event} #{self.pk}"

    def __getitem__(self, name: str):
        return self.data[name]


class Hearing(models.Model):
    """One listener's copy of one entry: unique, so that a replay has no effect twice."""

    WAITING, HEARD, FAILED = "waiting", "heard", "failed"

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="hearings")
    listener = models.CharField(max_length=160)
    state = models.CharField(max_length=8, default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    heard_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "listener"], name="record_hearing_once")]
        indexes = [models.Index(fields=["state"], name="record_hearing_state")]


class Seal(models.Model):
    """A link of the chain: the head after a batch of entries, signed. Append-only by trigger."""

    number = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    head = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    signature = models.CharField(max_length=128)
    key = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"seal {self.number}"


class Sealed(models.Model):
    """Which seal holds an entry and where: the sealer's order, for id order isn't commit order on PostgreSQL."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True)
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="sealed")
    position = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seal", "position"], name="record_sealed_position")]


class AccessLog(models.Model):
    """Who looked at personal or embargoed data: written after the response, outside the diary, and may be aged out."""

    at = models.DateTimeField()
    account_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    exit = models.CharField(max_length=20)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_id"], name="record_access_thing")]
