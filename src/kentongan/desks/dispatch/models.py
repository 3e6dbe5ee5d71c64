"""What is sent, to whom, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.desks.dispatch.choices import Because, Channel, DeliveryState
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.mailroom.models import Outgoing
from kentongan.ground.units.models import Account, OwnedRow


class PressList(OwnedRow):
    """To whom a unit writes: addresses by mail, groups by WhatsApp."""

    name = models.CharField(_("name"), max_length=120)
    topics = models.ManyToManyField(Beat, blank=True, related_name="press_lists", verbose_name=_("topics"))
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("press list")
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="dispatch_list_once")]

    def __str__(self) -> str:
        return self.name


class Recipient(models.Model):
    """One place on a list: a journalist, an outlet's desk, or a WhatsApp group by its name."""

    press_list = models.ForeignKey(PressList, models.CASCADE, related_name="recipients")
    channel = models.CharField(_("channel"), max_length=8, choices=Channel.choices, default=Channel.MAIL)
    journalist = models.ForeignKey(
        Journalist, models.CASCADE, null=True, blank=True, related_name="on_lists", verbose_name=_("journalist")
    )
    outlet = models.ForeignKey(
        Outlet, models.CASCADE, null=True, blank=True, related_name="on_lists", verbose_name=_("outlet")
    )
    group = models.CharField(_("WhatsApp group"), max_length=120, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(journalist__isnull=False) | Q(outlet__isnull=False) | ~Q(group=""),
                name="dispatch_recipient_is_somebody",
            ),
            models.UniqueConstraint(
                fields=["press_list", "journalist"],
                condition=Q(journalist__isnull=False),
                name="dispatch_journalist_once",
            ),
            models.UniqueConstraint(
                fields=["press_list", "outlet"], condition=Q(outlet__isnull=False), name="dispatch_outlet_once"
            ),
            models.UniqueConstraint(fields=["press_list", "group"], condition=~Q(group=""), name="dispatch_group_once"),
        ]

    def __str__(self) -> str:
        return str(self.journalist or self.outlet or self.group)


class Delivery(models.Model):
    """One version to one recipient by one channel, once."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="deliveries")
    recipient_key = models.CharField(max_length=80)  # journalist:7, outlet:3, group:<hash>: survives the list
    name = models.CharField(max_length=160)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    journalist = models.ForeignKey(Journalist, models.SET_NULL, null=True, blank=True, related_name="deliveries")
    outlet = models.ForeignKey(Outlet, models.SET_NULL, null=True, blank=True, related_name="deliveries")
    outgoing = models.OneToOneField(Outgoing, models.PROTECT, null=True, blank=True, related_name="delivery")
    because = models.CharField(max_length=12, choices=Because.choices, default=Because.RELEASE)
    state = models.CharField(_("state"), max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    looked_after_at = models.DateTimeField(null=True, blank=True)  # a person took note of a failure: its alarm ends
    ticked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name = _("delivery")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "recipient_key", "channel", "because"], name="dispatch_delivery_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["state"],
                condition=Q(state__in=["failed", "unknown"], looked_after_at__isnull=True),
                name="dispatch_delivery_trouble",
            ),
            models.Index(fields=["at"], name="dispatch_delivery_at"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.get_channel_display()}"
