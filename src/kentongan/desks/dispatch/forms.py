"""What is typed about lists."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Unit


class ListForm(forms.Form):
    """A list: name, topics, who may see it."""

    name = forms.CharField(label=_("Name"), max_length=120)
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"), queryset=Beat.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    level = forms.ChoiceField(
        label=_("Who may know"),
        choices=[choice for choice in Level.choices if choice[0] in ("internal", "restricted")],
        initial=Level.INTERNAL,
    )
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)

    def __init__(self, *args, units, **more):
        super().__init__(*args, **more)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


class RecipientForm(forms.Form):
    """One place: a journalist, a desk, or a group."""

    journalist = forms.ModelChoiceField(label=_("Journalist"), queryset=None, required=False)
    outlet = forms.ModelChoiceField(
        label=_("or an outlet's desk"), queryset=Outlet.objects.filter(active=True), required=False
    )
    group = forms.CharField(label=_("or a WhatsApp group"), max_length=120, required=False)

    def __init__(self, *args, reader, **more):
        super().__init__(*args, **more)
        self.fields["journalist"].queryset = (
            Journalist.objects.visible_to(reader).filter(active=True).select_related("outlet")
        )
