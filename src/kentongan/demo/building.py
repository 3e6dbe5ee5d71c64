"""Builds the demo once: an empty database becomes an office with a week of work; a second start goes on."""

from __future__ import annotations

from datetime import datetime

from kentongan.demo import people, week
from kentongan.ground.units.models import Institution


def is_built() -> bool:
    """Whether somebody lives here."""
    return Institution.objects.exists()


def build(*, domain: str, now: datetime) -> None:
    """Everything through the same verbs that the screens call."""
    people.settle(domain=domain, now=now)
    week.tell(now=now)
