"""The ledger of mail: what was sent to whom, what the server said, and what a person must decide."""

from __future__ import annotations

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.mailroom import actions, policies, queries
from kentongan.ground.mailroom.choices import OutgoingState
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, Empty, ListScreen, Tool

KINDS = {
    "release": gettext_lazy("release"),
    "correction": gettext_lazy("correction"),
    "withdrawal": gettext_lazy("withdrawal"),
    "code": gettext_lazy("code for a review link"),
    "way": gettext_lazy("notice to an approver of a change"),
    "review": gettext_lazy("review"),
    "alarm": gettext_lazy("alarm"),
}


def kind_of(row: Outgoing) -> str:
    """The message's kind in words."""
    return str(KINDS.get(row.message.kind, row.message.kind))


class OutgoingFilter(django_filters.FilterSet):
    """By address and state."""

    q = django_filters.CharFilter(label=gettext_lazy("Address"), field_name="address", lookup_expr="icontains")
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=OutgoingState.choices)

    class Meta:
        model = Outgoing
        fields = ()


class Rows:
    """Rows of the units whose mail the reader answers for."""

    def may(self):
        """Senders, chiefs, auditors, administrators."""
        return policies.may_read(self.request)

    def rows(self):
        """With the message's subject."""
        found = Outgoing.objects.filter(message__unit_id__in=policies.units_read(self.roles))
        return found.select_related("message__unit", "closed_by")


class Ledger(Rows, ListScreen):
    """One row per address."""

    title = gettext_lazy("Mail ledger")
    model = Outgoing
    filterset_class = OutgoingFilter
    default_sort = "-id"
    columns = (
        Column("id", gettext_lazy("No."), "pk", sort="id"),
        Column("subject", gettext_lazy("Subject"), "message.subject", sort="message__subject"),
        Column("kind", gettext_lazy("Kind"), kind_of),
        Column("address", gettext_lazy("To"), sort="address"),
        Column("state", gettext_lazy("State"), lambda row: row.get_state_display(), sort="state"),
        Column("attempts", gettext_lazy("Attempts"), number=True, sort="attempts"),
        Column("settled", gettext_lazy("Settled"), "settled_at", sort="settled_at"),
    )

    def row_url(self, row):
        """What the server said."""
        return reverse("mailroom:outgoing", args=[row.pk])

    def tools(self):
        """What a person must decide."""
        n = queries.unknown_press(policies.units_read(self.roles)).count()
        url = f"{reverse('mailroom:ledger')}?state=unknown"
        return (Tool(_("Unknown: %(n)s") % {"n": n}, url, main=True),) if n else ()

    def empty(self):
        """What belongs here."""
        return Empty(
            _("No mail was sent yet."), _("Each address has its row here, with what the mail server answered.")
        )


class ShowOutgoing(Rows, DetailScreen):
    """One row: its trials, the answer, and the two ways out of `unknown`."""

    template = "mailroom/outgoing.html"

    def heading(self):
        """The subject."""
        return self.thing.message.subject

    def crumbs(self):
        """Back to the ledger."""
        return [(_("Mail ledger"), reverse("mailroom:ledger")), (self.thing.address, "")]

    def state(self):
        """How the row stands."""
        return OutgoingState(self.thing.state)

    def facts(self):
        """In the order in which somebody asks; never the text, which may hold a code."""
        row = self.thing
        found = [
            (_("To"), f"{row.name} <{row.address}>" if row.name else row.address),
            (_("Kind"), kind_of(row)),
            (_("Unit"), row.message.unit.name),
            (_("Attempts"), row.attempts),
            (_("The server's answer"), f"{row.code or ''} {row.answer}".strip() or "–"),
            ("Message-ID", row.header_id),
        ]
        if row.closed_by:
            found.append((_("Let be by"), row.closed_by.name))
        return found

    def context(self):
        """Whether it waits for a decision, and who may take it."""
        row = self.thing
        waits = row.state == OutgoingState.UNKNOWN and row.settled_at is None
        self.request.looks.append(("mailroom.outgoing", row.pk, "office"))
        return {"waits": waits, "why_not": policies.may_decide(self.request, row.message.unit_id) if waits else ""}


class Decide(Rows, ActScreen):
    """One of the two decisions about an unknown row."""

    again = False

    def may(self):
        """Who sends for the unit."""
        return policies.may_decide(self.request, self.thing.message.unit_id)

    def heading(self):
        """The subject."""
        return self.thing.message.subject

    def crumbs(self):
        """Back to the row."""
        return [(self.thing.address, reverse("mailroom:outgoing", args=[self.thing.pk])), (self.heading(), "")]

    def act(self):
        """One verb."""
        return actions.decide_unknown(outgoing=self.thing, again=self.again, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the row."""
        return reverse("mailroom:outgoing", args=[self.thing.pk])


class SendAgain(Decide):
    """Send it once more, with the same Message-ID."""

    again = True
    submit = gettext_lazy("Send again")
    question = gettext_lazy("Send it again? Most mailboxes show it once, for it keeps its Message-ID.")


class LetBe(Decide):
    """It arrived, or it is too late: leave it."""

    submit = gettext_lazy("Leave it")
    question = gettext_lazy("Leave it as it is? Corrections still go to this address, for it may hold the text.")
