"""What every screen of the directory shares."""

from __future__ import annotations

from typing import ClassVar

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


LISTS = (
    ("persons", gettext_lazy("Persons")),
    ("posts", gettext_lazy("Posts")),
    ("agencies", gettext_lazy("Agencies")),
    ("who", gettext_lazy("Who handles what")),
    ("outlets", gettext_lazy("Outlets")),
    ("journalists", gettext_lazy("Journalists")),
    ("beats", gettext_lazy("Topics")),
)


class InDirectory:
    """What every list of the directory shows over it: the other lists; beside its title: a new row, the import."""

    template: ClassVar[str] = "directory/list.html"
    new: str = ""
    new_label: object = ""
    imported: str = ""

    def context(self):
        """The way to the other lists."""
        return {"lists": [(label, reverse(f"directory:{name}")) for name, label in LISTS]}

    def tools(self):
        """The import, a new row."""
        if policies.may_keep(self.request) is not None:
            return ()
        new = Tool(str(self.new_label), reverse(f"directory:{self.new}"), main=True)
        return (Tool(_("Import a file"), import_address(self.imported)), new) if self.imported else (new,)

    def empty(self):
        """What belongs here, and two ways to bring it, for whoever may."""
        if barred := policies.may_keep(self.request):
            return Empty(_("Nothing stands here yet."), barred)
        new = (str(self.new_label), reverse(f"directory:{self.new}"))
        if not self.imported:
            return Empty(_("Nothing stands here yet."), _("Begin with one."), *new)
        return Empty(
            _("Nothing stands here yet."),
            _("Bring what you have as a CSV file, or begin with one."),
            *new,
            _("Import a file"),
            import_address(self.imported),
        )


def import_address(kind: str) -> str:
    """The import, its kind chosen."""
    return f"{reverse('directory:import')}?jenis={kind}"


class ByName(django_filters.FilterSet):
    """By a piece of the name."""

    q = django_filters.CharFilter(label=gettext_lazy("Name"), method="words")

    def words(self, rows, name, value):
        """In the name; a list may look elsewhere too."""
        return rows.filter(name__icontains=value)
