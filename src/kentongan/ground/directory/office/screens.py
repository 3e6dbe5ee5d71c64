"""What every screen of the directory shares."""

from __future__ import annotations

import django_filters
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.directory import policies
from kentongan.ground.ui.office import Empty
from kentongan.ground.ui.office.screen import Tool


class Kept:
    """Changed by its keepers alone."""

    def may(self):
        """None, or who can."""
        return policies.may_keep(self.request)

    @property
    def today(self):
        """The office's day."""
        return timezone.localdate(self.now)


class InDirectory:
    """What every list of the directory shows beside it: the other lists."""

    new: str = ""
    new_label: object = ""

    def tools(self):
        """The other lists, the import, a new row."""
        tools = [
            Tool(label, reverse(f"directory:{name}"))
            for name, label in (
                ("persons", _("Persons")),
                ("posts", _("Posts")),
                ("agencies", _("Agencies")),
                ("outlets", _("Outlets")),
                ("journalists", _("Journalists")),
            )
            if reverse(f"directory:{name}") != self.request.path
        ]
        if policies.may_keep(self.request) is None:
            tools.append(Tool(_("Import a file"), reverse("directory:import")))
            tools.append(Tool(str(self.new_label), reverse(f"directory:{self.new}"), main=True))
        return tools

    def empty(self):
        """What belongs here, and two ways to bring it."""
        return Empty(
            _("Nothing stands here yet."),
            _("Bring what you have as a CSV file, or begin with one."),
            str(self.new_label),
            reverse(f"directory:{self.new}"),
            _("Import a file"),
            reverse("directory:import"),
        )


class ByName(django_filters.FilterSet):
    """By a piece of the name."""

    q = django_filters.CharFilter(label=gettext_lazy("Name"), field_name="name", lookup_expr="icontains")
