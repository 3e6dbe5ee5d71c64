"""What is typed about people, posts, agencies and the press."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.actions import REACH
from kentongan.ground.directory.choices import ActingAs
from kentongan.ground.directory.models import Agency, Beat, Journalist, Outlet, Person, Post
from kentongan.ground.directory.rules.posts import POSTS, find_post
from kentongan.ground.directory.rules.posts import Level as Home
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account, Unit

DAY = {"type": "date"}
SECRET = {"inputmode": "numeric", "autocomplete": "new-password"}


class PersonForm(forms.ModelForm):
    """The titles as they must be written, and the address at which codes reach him."""

    account = forms.ModelChoiceField(
        label=_("Account"), queryset=Account.objects.filter(is_active=True), required=False
    )

    class Meta:
        model = Person
        fields = ("front", "name", "behind", "short", "email", "phone", "account", "biography", "active")

    def __init__(self, *args, registers: bool, **more):
        super().__init__(*args, **more)
        standing = self.instance.pk is not None
        for name in REACH:
            # Where codes reach him isn't every keeper's to change; of a new person an address may be noted.
            if not registers and (standing or name == "account"):
                del self.fields[name]

    def validate_unique(self):
        """The verb says it."""


class PostForm(forms.ModelForm):
    """A post that exists whoever holds it; its rank is a row of the law of protocol."""

    precedence = forms.ChoiceField(label=_("Rank in protocol"), required=False)

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        homes = {Home.REGENCY: _("Regency"), Home.PROVINCE: _("Province"), Home.NATIONAL: _("State")}
        groups = [
            (label, [(post.id, post.title) for post in POSTS.values() if post.home == home])
            for home, label in homes.items()
        ]
        self.fields["precedence"].choices = [("", _("none")), *groups]
        # Lists that came from elsewhere name the post by another word; the choice names the row.
        named = find_post(self.initial.get("precedence") or "")
        self.initial["precedence"] = named.id if named else ""

    class Meta:
        model = Post
        fields = ("title", "short", "agency", "precedence", "is_leader", "order")
        labels: ClassVar = {"agency": _("Agency")}


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
        labels: ClassVar = {"parent": _("Under"), "unit": _("Unit of ours")}
        widgets: ClassVar = {
            "tasks": forms.Textarea(attrs={"rows": 3}),
            "functions": forms.Textarea(attrs={"rows": 5}),
            "address": forms.Textarea(attrs={"rows": 2}),
        }

    def validate_unique(self):
        """The verb says it."""


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
    level = forms.ChoiceField(
        label=_("Who may know"),
        choices=[(level.value, level.label) for level in (Level.INTERNAL, Level.RESTRICTED)],
        initial=Level.INTERNAL,
        help_text=_("Restricted: your unit alone, for a source who must not be known."),
    )
    active = forms.BooleanField(label=_("Active"), required=False, initial=True)
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
    """A PIN of one's own, typed twice because nobody can look it up."""

    pin = forms.CharField(
        label=_("New PIN"),
        max_length=32,
        help_text=_("At least six digits. It stands for the code when you approve by a link."),
        widget=forms.PasswordInput(attrs=SECRET),
    )
    again = forms.CharField(label=_("Once more"), max_length=32, widget=forms.PasswordInput(attrs=SECRET))

    def clean(self):
        """Both are the same."""
        if self.cleaned_data.get("pin") != self.cleaned_data.get("again"):
            self.add_error("again", _("These aren't the same."))
        return self.cleaned_data


class BeatForm(forms.Form):
    """What releases are about and journalists cover."""

    name = forms.CharField(label=_("Topic"), max_length=60)


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
    unit = forms.ModelChoiceField(label=_("Unit of new journalists"), queryset=None)
    file = forms.FileField(label=_("CSV file"), help_text=_("Comma or semicolon, header in Indonesian or English."))

    def __init__(self, *args, units, **more):
        super().__init__(*args, **more)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


def typed_journalist(journalist: Journalist) -> dict:
    """The form's initial values."""
    names = ("name", "outlet", "email", "phone", "note", "unit", "level", "active")
    return {**{name: getattr(journalist, name) for name in names}, "beats": journalist.beats.all()}
