"""Lists and deliveries on the screen."""

from __future__ import annotations

import django_filters
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.desks.dispatch import actions, forms, policies, queries
from kentongan.desks.dispatch.choices import Channel, DeliveryState
from kentongan.desks.dispatch.models import Delivery, PressList, Recipient
from kentongan.desks.newsroom.models import Version
from kentongan.ground.ui.office import ActScreen, Column, DetailScreen, Empty, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool

BECAUSE = {
    "release": gettext_lazy("release"),
    "correction": gettext_lazy("correction"),
    "withdrawal": gettext_lazy("withdrawal"),
}


class DeliveryFilter(django_filters.FilterSet):
    """By name, way and state."""

    q = django_filters.CharFilter(label=gettext_lazy("Name"), field_name="name", lookup_expr="icontains")
    channel = django_filters.ChoiceFilter(label=gettext_lazy("Way"), choices=Channel.choices)
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=DeliveryState.choices)

    class Meta:
        model = Delivery
        fields = ()


class Deliveries(ListScreen):
    """Every delivery of a version that this person may see."""

    title = gettext_lazy("Distribution")
    model = Delivery
    filterset_class = DeliveryFilter
    default_sort = "-at"
    columns = (
        Column("name", gettext_lazy("To"), sort="name"),
        Column("version", gettext_lazy("Release"), "version.number", sort="version__number"),
        Column("because", gettext_lazy("Because"), lambda delivery: BECAUSE[delivery.because]),
        Column("channel", gettext_lazy("Way"), lambda delivery: delivery.get_channel_display()),
        Column("state", gettext_lazy("State"), lambda delivery: delivery.get_state_display(), sort="state"),
        Column("at", gettext_lazy("When"), sort="at"),
    )

    def rows(self):
        """With version and ledger."""
        return queries.deliveries(reader=self.reader)

    def row_url(self, row):
        """The version that was sent."""
        return reverse("newsroom:version", args=[row.version_id])

    def tools(self):
        """The lists."""
        return (Tool(_("Press lists"), reverse("dispatch:lists"), main=True),)

    def empty(self):
        """What belongs here."""
        return Empty(
            _("Nothing was sent yet."),
            _("A release goes to the press lists that were chosen when it was submitted."),
            _("Press lists"),
            reverse("dispatch:lists"),
        )


class Lists(ListScreen):
    """To whom the unit writes."""

    title = gettext_lazy("Press lists")
    model = PressList
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("unit", gettext_lazy("Unit"), "unit.short"),
        Column("mail", gettext_lazy("By mail"), "by_mail", number=True, sort="by_mail"),
        Column("whatsapp", gettext_lazy("WhatsApp groups"), "by_whatsapp", number=True, sort="by_whatsapp"),
    )

    def rows(self):
        """With counts."""
        return queries.lists_of(reader=self.reader)

    def row_url(self, row):
        """The list."""
        return reverse("dispatch:list", args=[row.pk])

    def crumbs(self):
        """Back to the deliveries."""
        return [(_("Distribution"), reverse("dispatch:deliveries")), (self.heading(), "")]

    def tools(self):
        """The first action."""
        return (Tool(_("New list"), reverse("dispatch:list-new"), main=True),)

    def empty(self):
        """What belongs here."""
        return Empty(
            _("There is no press list yet."),
            _("A list holds journalists who consented, desks of outlets, and WhatsApp groups."),
            _("New list"),
            reverse("dispatch:list-new"),
        )


class NewList(FormScreen):
    """A list of one's own unit."""

    title = gettext_lazy("New list")
    form_class = forms.ListForm

    def may(self):
        """Senders."""
        return policies.may_dispatch(self.request)

    def crumbs(self):
        """Back to the lists."""
        return [(_("Press lists"), reverse("dispatch:lists")), (self.heading(), "")]

    def form_kwargs(self):
        """Own units."""
        return {"units": sorted({unit for unit, role in self.roles if role in policies.SENDERS})}

    def write(self, form):
        """One verb."""
        return actions.make_list(by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Into the list."""
        return reverse("dispatch:list", args=[result.pk])


class ChangeList(NewList):
    """Name, topics, level of a list that stands."""

    title = gettext_lazy("Change the list")
    model = PressList

    def may(self):
        """Senders of its unit."""
        return policies.may_dispatch(self.request, self.thing.unit_id)

    def form_kwargs(self):
        """It stays in its unit."""
        return {"units": [self.thing.unit_id]}

    def initial(self):
        """As it stands."""
        return {"name": self.thing.name, "level": self.thing.level, "topics": self.thing.topics.all()}

    def write(self, form):
        """One verb."""
        return actions.make_list(press_list=self.thing, by=self.actor, now=self.now, **form.cleaned_data)


class ShowList(DetailScreen):
    """Who is on a list."""

    model = PressList
    thing_name = "press_list"
    template = "dispatch/list.html"

    def crumbs(self):
        """Back to the lists."""
        return [(_("Press lists"), reverse("dispatch:lists")), (self.thing.name, "")]

    def tools(self):
        """The first action."""
        if policies.may_dispatch(self.request, self.thing.unit_id):
            return ()
        pk = self.thing.pk
        return (
            Tool(pgettext("verb", "Change"), reverse("dispatch:list-change", args=[pk])),
            Tool(_("Add a recipient"), reverse("dispatch:recipient-new", args=[pk]), main=True),
        )

    def context(self):
        """The places in their order."""
        return {
            "recipients": self.thing.recipients.select_related("journalist__outlet", "outlet"),
            "changeable": policies.may_dispatch(self.request, self.thing.unit_id) is None,
        }


class NewRecipient(FormScreen):
    """One more place on a list."""

    title = gettext_lazy("Add a recipient")
    form_class = forms.RecipientForm
    model = PressList

    def may(self):
        """Senders of its unit."""
        return policies.may_dispatch(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the list."""
        return [(self.thing.name, reverse("dispatch:list", args=[self.thing.pk])), (self.heading(), "")]

    def form_kwargs(self):
        """Journalists that this person sees."""
        return {"reader": self.reader}

    def write(self, form):
        """One verb."""
        return actions.add_recipient(press_list=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the list."""
        return reverse("dispatch:list", args=[self.thing.pk])


class DropRecipient(ActScreen):
    """Take a place off its list."""

    title = gettext_lazy("Take off the list")
    submit = gettext_lazy("Take off")
    stop = True

    def rows(self):
        """Places of visible lists."""
        return Recipient.objects.filter(press_list__in=PressList.objects.visible_to(self.reader)).select_related(
            "press_list"
        )

    def may(self):
        """Senders of the list's unit."""
        return policies.may_dispatch(self.request, self.thing.press_list.unit_id)

    def crumbs(self):
        """Back to the list."""
        of = self.thing.press_list
        return [(of.name, reverse("dispatch:list", args=[of.pk])), (self.heading(), "")]

    def act(self):
        """One verb."""
        actions.drop_recipient(recipient=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the list."""
        return reverse("dispatch:list", args=[self.thing.press_list_id])


class LookAfter(ActScreen):
    """Those who didn't get it were reached by another way."""

    title = gettext_lazy("Reached by another way")
    submit = gettext_lazy("I have looked after it")
    question = gettext_lazy("Have you reached everybody who didn't get it by telephone or otherwise?")

    def rows(self):
        """Versions that this person sees."""
        return Version.objects.visible_to(self.reader)

    def may(self):
        """Senders of its unit."""
        return policies.may_dispatch(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the version."""
        return [(self.thing.title, reverse("newsroom:version", args=[self.thing.pk])), (self.heading(), "")]

    def act(self):
        """One verb."""
        return actions.look_after(version=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the version."""
        return reverse("newsroom:version", args=[self.thing.pk])


class TickGroup(ActScreen):
    """It was shared with a group."""

    title = gettext_lazy("Shared with the group")
    submit = gettext_lazy("I have shared it")

    def rows(self):
        """Deliveries of visible versions."""
        return queries.deliveries(reader=self.reader)

    def may(self):
        """Senders of the version's unit."""
        return policies.may_dispatch(self.request, self.thing.version.unit_id)

    def crumbs(self):
        """Back to the version."""
        version = self.thing.version
        return [(version.title, reverse("newsroom:version", args=[version.pk])), (self.heading(), "")]

    def act(self):
        """One verb."""
        return actions.tick_group(delivery=self.thing, by=self.actor, now=self.now)

    def done(self, result):
        """Back to where the tick was."""
        return (
            self.request.POST.get("next")
            if self.request.POST.get("next") == "/kantor/"
            else reverse("newsroom:version", args=[self.thing.version_id])
        )
