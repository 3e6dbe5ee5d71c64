"""Facts read: of an activity, for a writer, with their sources in words."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kentongan.desks.agenda.choices import Attendance
from kentongan.desks.agenda.models import Activity
from kentongan.desks.agenda.queries import people
from kentongan.desks.facts.choices import SourceKind
from kentongan.desks.facts.models import Fact
from kentongan.desks.facts.rules.drawing import Drawn, Official, draw
from kentongan.ground.record.rules import Reader
from kentongan.ground.units.queries import zone


def drawn_from(activity: Activity) -> list[Drawn]:
    """What an activity says by itself, on the office's clock, officials with the title they hold that day."""
    starts = activity.starts_at.astimezone(zone())
    going = people().filter(activity=activity, attendance=Attendance.ATTENDS)
    officials = [
        Official(
            assignment_id=a.pk,
            name=a.person.full_name,
            title=a.title,
            represents=a.represents.title if a.represents else "",
        )
        for a in going
    ]
    return draw(
        title=activity.title,
        starts=starts,
        place=activity.place,
        place_detail=activity.place_detail,
        officials=officials,
    )


def facts_for(activity: Activity | None, *, reader: Reader) -> QuerySet[Fact]:
    """What a writer may quote: the activity's facts first, none that was withdrawn."""
    seen = Fact.objects.visible_to(reader).filter(withdrawn_at__isnull=True)
    seen = seen.filter(activity=activity) if activity else seen.filter(activity__isnull=True)
    return seen.select_related("source_agency", "source_person", "document", "owner").order_by("id")


def source_of(fact: Fact) -> str:
    """The source in words, for the list under a release: whom an editor may ask."""
    agency = fact.source_agency.name if fact.source_agency else ""
    document = fact.document.name if fact.document else ""
    person = fact.source_person.full_name if fact.source_person else ""
    named = ", ".join(dict.fromkeys(filter(None, (person, fact.source_name, agency, document))))
    match fact.source_kind:
        case SourceKind.PRESENT:
            return _("Our staff were present: %(who)s") % {"who": named} if named else _("Our staff were present")
        case SourceKind.AGENDA:
            return _("Official agenda: %(what)s") % {"what": named}
        case _unnamed if named:
            return named
    return ""
