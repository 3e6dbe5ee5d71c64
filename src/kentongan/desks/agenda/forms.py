"""What is typed about activities."""

from __future__ import annotations

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kentongan.desks.agenda.actions import Plan
from kentongan.desks.agenda.choices import Attendance
from kentongan.desks.agenda.models import Activity
from kentongan.ground.directory.models import Person, Post
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Unit


class ActivityForm(forms.Form):
    """An activity in the order in which it is told: what, when, where, who may know."""

    title = forms.CharField(label=_("Activity"), max_length=200)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    from_ = forms.TimeField(label=_("Begins"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    until = forms.TimeField(
        label=_("Ends"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Earlier than it begins means: past midnight."),
    )
    place = forms.CharField(label=_("Place"), max_length=160)
    place_detail = forms.CharField(label=_("Address or room"), max_length=200, required=False)
    organiser = forms.ModelChoiceField(label=_("Organiser"), queryset=None, required=False)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)
    level = forms.ChoiceField(label=_("Who may know"), choices=Level.choices, initial=Level.INTERNAL)
    public_title = forms.CharField(
        label=_("Public line"),
        max_length=160,
        required=False,
        help_text=_("What the public agenda says. Empty: the activity isn't in it."),
    )
    dress = forms.CharField(label=_("Dress"), max_length=80, required=False)
    contact = forms.CharField(label=_("Contact"), max_length=160, required=False)
    note = forms.CharField(label=_("Note for those who go"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, units, moving: bool = False, **more):
        super().__init__(*args, **more)
        self.fields["organiser"].queryset = Activity._meta.get_field("organiser").related_model.objects.filter(
            active=True
        )
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()
        if moving:
            self.fields["reason"] = forms.CharField(label=_("What changed"), max_length=240, required=False)

    def plan(self) -> Plan:
        """The clean values as the verb wants them, moments on the office's clock."""
        values = self.cleaned_data
        starts = datetime.combine(values["on"], values["from_"], timezone.get_current_timezone())
        ends = datetime.combine(values["on"], values["until"], timezone.get_current_timezone())
        if ends <= starts:
            ends += timedelta(days=1)
        names = ("title", "place", "level", "public_title", "place_detail", "organiser", "dress", "note", "contact")
        return Plan(starts_at=starts, ends_at=ends, **{name: values[name] for name in names})


def typed(activity: Activity) -> dict:
    """The form's initial values of an activity that stands."""
    starts, ends = timezone.localtime(activity.starts_at), timezone.localtime(activity.ends_at)
    names = ("title", "place", "level", "public_title", "place_detail", "organiser", "dress", "note", "contact", "unit")
    return {
        **{name: getattr(activity, name) for name in names},
        "on": starts.date(),
        "from_": starts.time(),
        "until": ends.time(),
    }


class AssignmentForm(forms.Form):
    """Who goes, as what, for whom."""

    person = forms.ModelChoiceField(label=_("Who goes"), queryset=Person.objects.filter(active=True))
    post = forms.ModelChoiceField(
        label=_("As"), queryset=Post.objects.all(), required=False, empty_label=_("what he holds on that day")
    )
    represents = forms.ModelChoiceField(
        label=_("Represents"), queryset=Post.objects.all(), required=False, empty_label=_("nobody")
    )
    attendance = forms.ChoiceField(label=_("Part"), choices=Attendance.choices, initial=Attendance.ATTENDS)
    speaks = forms.BooleanField(label=_("Speaks"), required=False)
    accept_clash = forms.BooleanField(label=_("Goes in spite of a clash"), required=False)


class ReasonForm(forms.Form):
    """One sentence why."""

    reason = forms.CharField(label=_("Reason"), max_length=240)
