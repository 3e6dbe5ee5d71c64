"""Schedules and heartbeats live in the database, so that a missed one is seen (DESIGN guarantee 2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """The last sign of life of one process."""

    name = models.CharField(max_length=20, unique=True)
    beat_at = models.DateTimeField()
    started_at = models.DateTimeField()
    pid = models.PositiveIntegerField()
    host = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Tick(models.Model):
    """One thing done by the clockhand again and again: when it is next due, when it last held, what it last said."""

    name = models.CharField(max_length=80, unique=True)
    due_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class OfficeHoliday(models.Model):
    """The office's own table of days off, which wins over every package."""

    on = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    basis = models.CharField(_("decree"), max_length=160, blank=True)
    counted = models.BooleanField(_("is a working day after all"), default=False)

    class Meta:
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.on} {self.name}"
