"""What the public site should show, and what it shows: the database decides, the folder follows."""

from django.db import models
from django.db.models import F, Q


class Press(models.Model):
    """The one press: each wish raises `wanted`; when the folder holds it all, `printed` is as high.

    `root` is the root hash that the folder must show; `whole_at` says as of when all of it was last printed anew;
    `program` names the program that last printed (`queries.program`): another one prints everything.
    """

    wanted = models.BigIntegerField(default=0)
    printed = models.BigIntegerField(default=0)
    root = models.CharField(max_length=64, blank=True)
    printed_at = models.DateTimeField(null=True)
    whole_at = models.DateTimeField(null=True)
    program = models.CharField(max_length=64, blank=True)
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(only=True), name="press_press_one_row"),
            models.CheckConstraint(condition=Q(printed__lte=F("wanted")), name="press_press_never_ahead"),
        ]

    def __str__(self) -> str:
        return f"{self.printed} of {self.wanted}"


class Change(models.Model):
    """One thing whose pages are no longer what the database says; `kind` empty: everything. Gone when printed."""

    generation = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=40, blank=True)
    thing_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=80)
    wanted_at = models.DateTimeField()
    caused_by = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["generation", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}" if self.kind else "everything"


class Print(models.Model):
    """One print: which generation, as of when, what came out. One at most is unfinished: the writer's lock is held."""

    generation = models.BigIntegerField()
    root = models.CharField(max_length=64, blank=True)
    program = models.CharField(max_length=64, blank=True)
    as_of = models.DateTimeField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=80)
    whole = models.BooleanField(default=False)
    files = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"print {self.generation}"
