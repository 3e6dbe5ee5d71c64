"""The first screen of every role, and the office's diary."""

from __future__ import annotations

from pathlib import Path

from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kentongan.ground.record import queries as record
from kentongan.ground.record import verifier
from kentongan.ground.record.models import Entry, Seal
from kentongan.ground.ui.office import Column, Empty, ListScreen, Screen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account
from kentongan.ground.units.policies import needs_role
from kentongan.ground.worklist.panels import counted


class Today(Screen):
    """What waits for me, what is late, what the press says, what broke. The panels are hung in by their desks."""

    template = "office/today.html"

    def heading(self):
        """A greeting by the clock of the office."""
        hour = timezone.localtime(self.now).hour
        greeting = (
            _("Good morning, %(who)s")
            if hour < 11
            else _("Good day, %(who)s")
            if hour < 15
            else _("Good afternoon, %(who)s")
            if hour < 19
            else _("Good evening, %(who)s")
        )
        return greeting % {"who": self.account.get_short_name()}

    @property
    def intro(self):
        """The answer first: how much waits, how much of it is late."""
        waits, late = counted(self.request)
        if not waits:
            return ""
        said = ngettext("%(n)s piece of work waits for you", "%(n)s pieces of work wait for you", waits) % {"n": waits}
        return said + (ngettext("; %(n)s is late.", "; %(n)s are late.", late) % {"n": late} if late else ".")

    def crumbs(self):
        """It is the first page."""
        return [(_("Today"), "")]

    def tools(self):
        """The two beginnings, for those who may."""
        roles = {role for _unit, role in self.roles}
        tools = []
        if roles & {Role.PROTOCOL, Role.WRITER, Role.CHIEF}:
            tools.append(Tool(_("Plan an activity"), reverse("agenda:plan")))
        if Role.WRITER in roles:
            tools.append(Tool(_("Write a release"), reverse("newsroom:start"), main=True))
        return tools


def who(entry: Entry) -> str:
    """The actor of an entry in words."""
    if entry.actor_kind == "person":
        return entry.account_name or f"#{entry.actor_account}"  # type: ignore[attr-defined]
    return _("the public") if entry.actor_kind == "public" else _("machine: %(desk)s") % {"desk": entry.actor_desk}


class Diary(ListScreen):
    """The append-only diary: who did what and when, for the auditor and those who answer for the office."""

    title = gettext_lazy("Office diary")
    default_sort = "-at"
    columns = (
        Column("at", gettext_lazy("When"), sort="id"),
        Column("event", gettext_lazy("What"), sort="event"),
        Column("who", gettext_lazy("Who"), who),
        Column("data", gettext_lazy("Which"), lambda entry: " · ".join(f"{k} {v}" for k, v in entry.data.items())),
    )

    def may(self):
        """Auditors, chiefs, administrators."""
        return needs_role(self.request, Role.AUDITOR, Role.CHIEF, Role.ADMINISTRATOR)

    def rows(self):
        """Every entry, with its account's name: the diary itself holds no names."""
        named = Account.objects.filter(pk=OuterRef("actor_account")).values("name")
        return Entry.objects.annotate(account_name=Subquery(named))

    def context(self):
        """How far it is sealed."""
        last = Seal.objects.order_by("number").last()
        return {"seal": last, "unsealed": Entry.objects.filter(sealed__isnull=True).count()}

    def tools(self):
        """Take it along, with the program that checks it."""
        return (
            Tool(_("Sealed diary (JSONL)"), reverse("office:diary-export")),
            Tool("verifier.py", reverse("office:verifier")),
        )

    def empty(self):
        """Nothing happened yet."""
        return Empty(_("Nothing has happened yet."))


class DiaryExport(Screen):
    """The sealed diary as lines that `verifier.py` checks."""

    title = gettext_lazy("Office diary")

    def may(self):
        """As the diary."""
        return needs_role(self.request, Role.AUDITOR, Role.CHIEF, Role.ADMINISTRATOR)

    def get(self, request, *args, **kwargs):
        """The file."""
        body = "".join(f"{line}\n" for line in record.export())
        headers = {"Content-Disposition": 'attachment; filename="diary.jsonl"'}
        return HttpResponse(body, content_type="application/x-ndjson; charset=utf-8", headers=headers)


class Verifier(DiaryExport):
    """The program that checks the export with nothing but Python."""

    def get(self, request, *args, **kwargs):
        """Its own source, as it runs here."""
        headers = {"Content-Disposition": 'attachment; filename="verifier.py"'}
        return HttpResponse(Path(verifier.__file__).read_bytes(), content_type="text/x-python", headers=headers)
