"""What every screen of the directory shares."""

from __future__ import annotations

from typing import ClassVar

import django_filters
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from kentongan.ground.directory import policies
from kentongan.ground.ui.office import Empty
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.ui.rules.words import plain_day


class Kept:
    """Changed by its keepers alone; the heading says whether it is new or which one it is."""

    new_title: object = ""
    list_title: object = ""
    list_name = ""

    def heading(self):
        """`New post`, or the thing itself."""
        if not self.new_title:
            return str(self.title)
        return str(self.thing) if "pk" in self.kwargs else str(self.new_title)

    def crumbs(self):
        """The list, the thing, what is done to it."""
        above = [(str(self.list_title), reverse(f"directory:{self.list_name}"))]
        if "pk" not in self.kwargs:
            return [*above, (self.heading(), "")]
        return [*above, (str(self.thing), self.address(self.thing)), (pgettext("verb", "Change"), "")]

    def address(self, thing):
        """The thing's own page."""
        return reverse(f"directory:{self.list_name[:-1]}", args=[thing.pk])

    def may(self):
        """None, or who can."""
        return policies.may_keep(self.request)

    @property
    def today(self):
        """The office's day."""
        return timezone.localdate(self.now)


ALL = gettext_lazy("all")  # what a filter says while it is empty
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


def day(value):
    """`24 November 2026`, in the reader's language."""
    return plain_day(value, get_language() or "en")


def import_address(kind: str) -> str:
    """The import, its kind chosen."""
    return f"{reverse('directory:import')}?jenis={kind}"


class ByName(django_filters.FilterSet):
    """By a piece of the name."""

    q = django_filters.CharFilter(label=gettext_lazy("Name"), method="words")

    def words(self, rows, name, value):
        """In the name; a list may look elsewhere too."""
        return rows.filter(name__icontains=value)
