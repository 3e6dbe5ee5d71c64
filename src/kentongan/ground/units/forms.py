"""What is typed about accounts, units and the institution."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kentongan.ground.units.choices import Role, Zone
from kentongan.ground.units.models import Institution, NumberPattern, Unit
from kentongan.ground.units.rules.numbering import faults_of

OF_INSTITUTION = ("name", "short", "site_title", "place", "zone", "domain", "secure", "address", "phone", "email")
OF_UNIT = ("name", "short", "code", "letterhead", "address", "phone", "email", "hours")


class RoleForm(forms.Form):
    """One role in one unit."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.filter(active=True))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class AccountForm(RoleForm):
    """Who, with which first role and first password."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    position = forms.CharField(label=_("Position"), max_length=120, required=False)
    password = forms.CharField(
        label=_("First password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    field_order = ("name", "email", "position", "unit", "role", "password")

    def clean_password(self):
        """Django's own validators."""
        validate_password(self.cleaned_data["password"])
        return self.cleaned_data["password"]


class NothingForm(forms.Form):
    """Only the button."""


class UnitForm(forms.ModelForm):
    """A unit and how it numbers its releases."""

    pattern = forms.CharField(
        label=_("Number pattern"),
        max_length=80,
        initial="{class}/{number}/{unit}/{year}",
        help_text="{class} {number} {number:03} {unit} {month} {roman} {year}",
    )
    classification = forms.CharField(label=_("Classification code"), max_length=20, required=False)

    class Meta:
        model = Unit
        fields = OF_UNIT

    def clean_pattern(self):
        """Every fault of the pattern in a sentence."""
        faults = faults_of(self.cleaned_data["pattern"])
        if faults:
            raise forms.ValidationError(faults)
        return self.cleaned_data["pattern"]

    def validate_unique(self):
        """The verb says it, where a unit is changed as well as founded."""


def unit_as_typed(unit: Unit) -> dict:
    """The form's initial values of a unit that stands."""
    pattern = NumberPattern.objects.filter(unit=unit, kind="release").first()
    return {
        **{name: getattr(unit, name) for name in OF_UNIT},
        "pattern": pattern.pattern if pattern else "{class}/{number}/{unit}/{year}",
        "classification": pattern.classification if pattern else "",
    }


class InstitutionForm(forms.Form):
    """What every page says of the house."""

    name = forms.CharField(label=_("Name"), max_length=160)
    short = forms.CharField(label=_("Short name"), max_length=60)
    site_title = forms.CharField(label=_("Title of the public site"), max_length=80)
    place = forms.CharField(label=_("Dateline"), max_length=60)
    zone = forms.ChoiceField(label=_("Time zone"), choices=Zone.choices)
    domain = forms.CharField(label=_("Domain"), max_length=120)
    secure = forms.BooleanField(label=_("Reached by HTTPS"), required=False)
    address = forms.CharField(label=_("Address"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


def institution_as_typed(institution: Institution) -> dict:
    """The form's initial values."""
    return {name: getattr(institution, name) for name in OF_INSTITUTION}
