"""What is pasted, uploaded and judged."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kentongan.desks.monitoring.choices import Tone
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Outlet
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Unit

LARGEST_FILE = 40 << 20


class OfUnit(forms.Form):
    """A form whose row has a unit and a level."""

    level = forms.ChoiceField(label=_("Who may know"), choices=Level.choices, initial=Level.INTERNAL)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=None)

    def __init__(self, *args, units, **more):
        super().__init__(*args, **more)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


class LinkForm(OfUnit):
    """A link; the page is read for it."""

    url = forms.URLField(label=_("Link"), max_length=600, assume_scheme="https")
    field_order = ("url", "level", "unit")


class TextForm(OfUnit):
    """A pasted article, for what has no link or can't be read."""

    outlet = forms.ModelChoiceField(label=_("Outlet"), queryset=Outlet.objects.filter(active=True), required=False)
    outlet_name = forms.CharField(label=_("or another outlet"), max_length=120, required=False)
    title = forms.CharField(label=_("Headline"), max_length=300)
    published = forms.DateTimeField(
        label=_("Published"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    url = forms.URLField(label=_("Link"), max_length=600, required=False, assume_scheme="https")
    author = forms.CharField(label=_("Journalist"), max_length=160, required=False)
    text = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 14}))
    field_order = ("outlet", "outlet_name", "title", "published", "url", "author", "text", "level", "unit")

    def clean(self):
        """Somebody printed it."""
        values = super().clean() or {}
        if not values.get("outlet") and not values.get("outlet_name"):
            self.add_error("outlet", _("Say which outlet printed it."))
        return values


class ImportForm(OfUnit):
    """Many articles in one file."""

    file = forms.FileField(
        label=_("File"), help_text=_("JSONL or CSV with outlet, published, title, url, text; UTF-8, at most 40 MB.")
    )
    field_order = ("file", "level", "unit")

    def clean_file(self):
        """A bound before it is read."""
        if self.cleaned_data["file"].size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 40 MB; split it."))
        return self.cleaned_data["file"]


class ToneForm(forms.Form):
    """Headline and text apart, with the reason."""

    headline = forms.ChoiceField(label=_("Tone of the headline"), choices=Tone.choices, widget=forms.RadioSelect)
    body = forms.ChoiceField(label=_("Tone of the text"), choices=Tone.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), max_length=240, required=False)


class VersionForm(forms.Form):
    """Which of our versions a clip follows, by a person's eye."""

    version = forms.ModelChoiceField(
        label=_("Follows"), queryset=Version.objects.none(), required=False, empty_label=_("none of ours")
    )

    def __init__(self, *args, offered, **more):
        super().__init__(*args, **more)
        self.fields["version"].queryset = offered
        self.fields["version"].label_from_instance = lambda version: f"{version.number} · {version.title}"
