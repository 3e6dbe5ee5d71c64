"""What is typed about a claim."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.desks.facts.actions import Claim
from kentongan.desks.facts.choices import FactKind, SourceKind
from kentongan.desks.facts.models import Fact
from kentongan.ground.directory.models import Agency, Person
from kentongan.ground.library.models import Document
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Unit

# What an activity gives by itself isn't typed again.
TYPED = [choice for choice in FactKind.choices if choice[0] != "official"]


class FactForm(forms.Form):
    """A claim and where it comes from: one tap for the source, its name where an editor must be able to ask."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TYPED, initial=FactKind.FIGURE)
    claim = forms.CharField(
        label=_("What is claimed"), max_length=240, help_text=_("For example: participants of the training")
    )
    value = forms.CharField(label=_("Value, as it is written"), max_length=400)
    measure = forms.CharField(
        label=_("Unit"), max_length=40, required=False, help_text=_("For example: person, hectare, rupiah")
    )
    as_of = forms.DateField(
        label=_("As of"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source_kind = forms.ChoiceField(
        label=_("Source"),
        choices=[*[c for c in SourceKind.choices if c[0] != "agenda"], ("", _("none yet"))],
        required=False,
        widget=forms.RadioSelect,
    )
    source_name = forms.CharField(label=_("Name of the source"), max_length=200, required=False)
    source_agency = forms.ModelChoiceField(
        label=_("Agency"), queryset=Agency.objects.filter(active=True), required=False
    )
    source_person = forms.ModelChoiceField(
        label=_("Person"), queryset=Person.objects.filter(active=True), required=False
    )
    document = forms.ModelChoiceField(label=_("Document"), queryset=Document.objects.none(), required=False)
    level = forms.ChoiceField(label=_("Who may know"), choices=Level.choices, initial=Level.PUBLIC)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)

    def __init__(self, *args, units, reader, changing: bool = False, **more):
        super().__init__(*args, **more)
        self.fields["document"].queryset = Document.objects.visible_to(reader)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()
        if changing:
            del self.fields["unit"], self.fields["level"]
            self.fields["reason"] = forms.CharField(label=_("Why it changes"), max_length=240, required=False)

    def as_claim(self) -> Claim:
        """The clean values as the verb wants them."""
        names = Claim.__dataclass_fields__
        return Claim(**{name: value for name, value in self.cleaned_data.items() if name in names})


def typed(fact: Fact) -> dict:
    """The form's initial values of a fact that stands."""
    return {name: getattr(fact, name) for name in Claim.__dataclass_fields__}


class ReasonForm(forms.Form):
    """One sentence why."""

    reason = forms.CharField(label=_("Reason"), max_length=240)
