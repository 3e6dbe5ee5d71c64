"""What is typed and uploaded."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.models import Person
from kentongan.ground.library.choices import Consent, Rights
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Unit


class ManyFiles(forms.ClearableFileInput):
    """One input, fifty photographs."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files, each a clean upload."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        """Every one of them; none is an empty form."""
        one = super().clean
        given = data if isinstance(data, list | tuple) else [data]
        return [one(each, initial) for each in given]


class OwnedForm(forms.Form):
    """A form whose row has a unit and a level."""

    level = forms.ChoiceField(label=_("Who may know"), choices=Level.choices, initial=Level.INTERNAL)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)

    def __init__(self, *args, units, **more):
        super().__init__(*args, **more)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


class AlbumForm(OwnedForm):
    """The photographs of one occasion."""

    title = forms.CharField(label=_("What the photographs show"), max_length=200)
    taken_on = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    field_order = ("title", "taken_on", "level", "unit")


class PhotographsForm(forms.Form):
    """Many at once; captions can wait."""

    photographs = FilesField(
        label=_("Photographs"),
        widget=ManyFiles(attrs={"accept": "image/*,.heic", "multiple": True}),
        help_text=_("Up to 50 at once. Where they were taken is removed from everything that leaves."),
    )
    photographer = forms.CharField(label=_("Photographer"), max_length=120)
    credit = forms.CharField(label=_("Credit"), max_length=160, help_text="Galih Prasetya/Prokopim Tirta Kencana")

    def clean_photographs(self):
        """A bound, so that one tap can't fill the disk."""
        files = self.cleaned_data["photographs"]
        if len(files) > 50:
            raise forms.ValidationError(_("That is %(n)s files; take in 50 at once.") % {"n": len(files)})
        return files


class DescribeForm(forms.Form):
    """What a caption says: who, what, where, when."""

    caption = forms.CharField(label=_("Caption"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    alt = forms.CharField(label=_("Description for those who can't see it"), max_length=300, required=False)
    credit = forms.CharField(label=_("Credit"), max_length=160)
    rights = forms.ChoiceField(label=_("Rights"), choices=Rights.choices)


class AppearanceForm(forms.Form):
    """Who is shown, and whether he agreed."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.filter(active=True), required=False)
    described = forms.CharField(label=_("or described"), max_length=120, required=False)
    minor = forms.BooleanField(label=_("Is a child"), required=False)
    consent = forms.ChoiceField(label=_("Consent"), choices=Consent.choices)


class DocumentForm(OwnedForm):
    """One paper."""

    file = forms.FileField(label=_("File"), help_text=_("PDF, DOCX, XLSX, ODT, ODS, TXT, CSV, JPEG or PNG, 40 MB."))
    field_order = ("file", "level", "unit")
