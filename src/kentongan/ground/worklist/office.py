"""Everything that waits for the reader."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.ui.office import Column, Empty, ListScreen
from kentongan.ground.worklist import queries
from kentongan.ground.worklist.models import WorkItem


class Mine(ListScreen):
    """For the account, or for a role it holds: the soonest due first."""

    title = gettext_lazy("My work")
    model = WorkItem
    default_sort = "due"
    columns = (
        Column("title", gettext_lazy("What"), sort="title"),
        Column("detail", gettext_lazy("Detail")),
        Column("unit", gettext_lazy("Unit"), "unit.short", sort="unit__name"),
        Column("due", gettext_lazy("Due"), "due_at", sort="due_at"),
        Column("late", gettext_lazy("Late"), "late_word"),
        Column("created", gettext_lazy("Since"), "created_at", sort="created_at"),
    )

    def rows(self):
        """Open items, late ones marked by the database."""
        found = queries.waiting_for(self.account, self.roles, self.reader)
        return queries.marked_late(found, word=_("late"), now=self.now)

    def row_url(self, row):
        """Where it is done."""
        return row.url

    def empty(self):
        """Nothing waits."""
        return Empty(_("Nothing waits for you."), _("What others hand you, and what is late, appears here."))
