"""What is typed about people, posts, agencies and the press."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.choices import ActingAs
from kentongan.ground.directory.models import Agency, Beat, Journalist, Outlet, Person, Post
from kentongan.ground.units.models import Account, Unit

DAY = {"type": "date"}


class PersonForm(forms.ModelForm):
    """The titles as they must be written, and the address at which codes reach him."""

    account = forms.ModelChoiceField(
        label=_("Account"), queryset=Account.objects.filter(is_active=True), required=False
    )

    class Meta:
        model = Person
        fields = ("front", "name", "behind", "short", "email", "phone", "account", "biography", "active")

    def validate_unique(self):
        """The verb says it."""


class PostForm(forms.ModelForm):
    """A post that exists whoever holds it."""

    class Meta:
        model = Post
        fields = ("title", "short", "agency", "precedence", "is_leader", "order")


class HandoverForm(forms.Form):
    """Who holds it from when, as what."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.filter(active=True))
    acting = forms.ChoiceField(label=_("As"), choices=ActingAs.choices, initial=ActingAs.DEFINITIVE)
    from_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    decree = forms.CharField(label=_("Decree"), max_length=120, required=False)


class EndForm(forms.Form):
    """Until when."""

    until_on = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


class AgencyForm(forms.ModelForm):
    """Tasks and functions, and the matters in the citizen's own words."""

    matters = forms.CharField(
        label=_("Matters"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One per line, as a citizen says it: jalan rusak, akta hilang."),
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Agency
        fields = (
            "name", "short", "parent", "unit", "tasks", "functions", "legal_basis", "address", "phone", "email",
            "website", "hours", "active",
        )  # fmt: skip

    def validate_unique(self):
        """Names are told by the form's own field."""


class OutletForm(forms.ModelForm):
    """How an outlet is reached."""

    class Meta:
        model = Outlet
        fields = ("name", "kind", "domain", "email", "phone", "region", "verified_by_council", "active")

    def validate_unique(self):
        """The verb says it."""


class JournalistForm(forms.Form):
    """Whom we write to and what he covers."""

    name = forms.CharField(label=_("Name"), max_length=120)
    outlet = forms.ModelChoiceField(label=_("Outlet"), queryset=Outlet.objects.filter(active=True), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("WhatsApp number"), max_length=40, required=False)
    beats = forms.ModelMultipleChoiceField(
        label=_("Beats"), queryset=Beat.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)

    def __init__(self, *args, units, **more):
        super().__init__(*args, **more)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


class ConsentForm(forms.Form):
    """That he agreed, when and how."""

    on = forms.DateField(label=_("Consented on"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    how = forms.CharField(label=_("How the consent was given"), max_length=160)


class PinForm(forms.Form):
    """A PIN of one's own."""

    pin = forms.CharField(
        label=_("New PIN"), widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"})
    )


class ImportForm(forms.Form):
    """A CSV of one kind."""

    kind = forms.ChoiceField(
        label=_("What the file holds"),
        choices=[
            ("persons", _("persons")),
            ("outlets", _("outlets")),
            ("journalists", _("journalists")),
            ("agencies", _("agencies")),
        ],
    )
    file = forms.FileField(label=_("CSV file"), help_text=_("Comma or semicolon, header in Indonesian or English."))


def typed_journalist(journalist: Journalist) -> dict:
    """The form's initial values."""
    names = ("name", "outlet", "email", "phone", "note", "unit")
    return {**{name: getattr(journalist, name) for name in names}, "beats": journalist.beats.all()}
