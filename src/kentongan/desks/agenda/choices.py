"""States of an activity and parts in it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActivityState(TextChoices):
    """How an activity stands."""

    PLANNED = "planned", _("Planned")
    MOVED = "moved", _("Moved")
    CANCELLED = "cancelled", _("Cancelled")
    DONE = "done", _("Held")


class Attendance(TextChoices):
    """What somebody does there. Leaders attend; the office protects, covers, accompanies."""

    ATTENDS = "attends", _("Attends")
    PROTOCOL = "protocol", _("Protocol officer")
    COVERAGE = "coverage", _("Covers it")
    ABSENT = "absent", _("Does not attend")
