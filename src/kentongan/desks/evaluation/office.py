"""The monthly report, the rows behind each number, and one story from end to end."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.desks.agenda.models import Activity
from kentongan.desks.evaluation import queries
from kentongan.desks.evaluation.queries import BY_KEY, MEASURES, Scope
from kentongan.desks.evaluation.rules.months import Month
from kentongan.ground.ui.office import Screen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.ui.rules.charts import Bar, bars
from kentongan.ground.units.models import Unit
from kentongan.ground.units.queries import institution


class Scoped:
    """A month and a unit named in the address; this month and every unit where none is."""

    @property
    def scope(self) -> Scope:
        """What the page speaks of; a torn month is 404, for its numbers would be somebody else's."""
        said = self.kwargs.get("month") or str(Month.of(timezone.localdate(self.now)))
        try:
            month = Month.read(said)
        except ValueError as error:
            raise Http404 from error
        asked = self.request.GET.get("unit", "")
        unit = get_object_or_404(Unit, pk=int(asked)) if asked.isdigit() else None
        return Scope(month, self.reader, unit)

    def named(self, month: Month) -> str:
        """The month in the reader's language."""
        return month.named(self.request.LANGUAGE_CODE)


class Report(Scoped, Screen):
    """One month: what we did, what came of it; each number opens its rows, and the page prints."""

    template = "evaluation/report.html"

    def heading(self):
        """`Report, November 2026`."""
        return _("Report, %(month)s") % {"month": self.named(self.scope.month)}

    def crumbs(self):
        """It is the desk's first page."""
        return [(_("Reports"), "")]

    def tools(self):
        """The months beside it."""
        month = self.scope.month
        tail = f"?unit={self.scope.unit.pk}" if self.scope.unit else ""
        return (
            Tool(self.named(month.shifted(-1)), reverse("evaluation:month", args=[str(month.shifted(-1))]) + tail),
            Tool(self.named(month.shifted(1)), reverse("evaluation:month", args=[str(month.shifted(1))]) + tail),
        )

    def context(self):
        """Numbers with their addresses, outlets, topics, and the month as a drawing."""
        scope = self.scope
        tail = f"?unit={scope.unit.pk}" if scope.unit else ""
        figures = [
            {
                "label": measure.title,
                "value": measure.count(scope),
                "url": reverse("evaluation:rows", args=[str(scope.month), measure.key]) + tail,
                "level": measure.level,
            }
            for measure in MEASURES
        ]
        return {
            "scope": scope,
            "outputs": [figure for figure in figures if figure["level"] == "output"],
            "outtakes": [figure for figure in figures if figure["level"] == "out-take"],
            "outlets": queries.by_outlet(scope),
            "topics": queries.by_topic(scope),
            "units": Unit.objects.filter(active=True),
            "chart": self.weeks(scope),
            "unfinished": Month.of(timezone.localdate(self.now)) == scope.month,
            "institution_name": institution().name,
        }

    def weeks(self, scope: Scope):
        """Releases by week of the month; the running week is hollow."""
        per_day = queries.by_day(scope)
        counts = [0, 0, 0, 0, 0]
        for day, count in per_day.items():
            counts[(day.day - 1) // 7] += count
        today = timezone.localdate(self.now)
        running = (today.day - 1) // 7 if Month.of(today) == scope.month else None
        total = sum(counts)
        if not total:
            return None
        return bars(
            [
                Bar(
                    _("days %(first)s–%(last)s") % {"first": n * 7 + 1, "last": min(n * 7 + 7, 31)},
                    count,
                    unfinished=n == running,
                )
                for n, count in enumerate(counts)
            ],
            key="weeks",
            label_head=_("Days"),
            finding=_("%(n)s releases in %(month)s") % {"n": total, "month": self.named(scope.month)},
            measure=_("releases opened, by week of the month"),
            description=_("Bars of releases opened in each week of %(month)s.") % {"month": self.named(scope.month)},
            language=self.request.LANGUAGE_CODE,
        )


class Rows(Scoped, Screen):
    """The rows behind one number: as many as the number says."""

    template = "evaluation/rows.html"

    @property
    def measure(self):
        """The number that the address names."""
        if self.kwargs["key"] not in BY_KEY:
            raise Http404
        return BY_KEY[self.kwargs["key"]]

    def heading(self):
        """The number's own words."""
        return str(self.measure.title)

    def crumbs(self):
        """Back to the report."""
        scope = self.scope
        tail = f"?unit={scope.unit.pk}" if scope.unit else ""
        back = reverse("evaluation:month", args=[str(scope.month)]) + tail
        return [(_("Report, %(month)s") % {"month": self.named(scope.month)}, back), (self.heading(), "")]

    def context(self):
        """Every row."""
        rows = [self.measure.tell(row) for row in self.measure.rows(self.scope)]
        return {"rows": rows, "scope": self.scope, "month_name": self.named(self.scope.month)}


class Thread(Screen):
    """One story on one screen: activity, facts, release, approval, distribution, coverage."""

    model = Activity
    template = "evaluation/thread.html"
    title = gettext_lazy("The whole story")

    def crumbs(self):
        """Back to the activity."""
        return [(self.thing.title, reverse("agenda:activity", args=[self.thing.pk])), (self.heading(), "")]

    def context(self):
        """The beads."""
        return {"steps": queries.thread(self.thing, reader=self.reader), "activity": self.thing}
