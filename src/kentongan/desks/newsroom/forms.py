"""What is typed in the newsroom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import django_filters
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts.actions import Claim
from kentongan.desks.facts.choices import FactKind, SourceKind
from kentongan.desks.newsroom import registry
from kentongan.desks.newsroom.actions import Release, Settings
from kentongan.desks.newsroom.choices import ManuscriptState, StatementKind, VersionState
from kentongan.desks.newsroom.models import Manuscript, Version, VersionFact
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.directory.models import Agency, Beat
from kentongan.ground.units.choices import Level
from kentongan.ground.units.models import Account, Unit

# Half again of what a document may hold: marks cost letters too.
LONGEST_TEXT = 300_000
LANGUAGES = [("id", "Indonesia"), ("en", "English")]


class SettingsForm(forms.Form):
    """What a manuscript is besides its text."""

    kind = forms.ChoiceField(label=_("Kind"), choices=StatementKind.choices, initial=StatementKind.RELEASE)
    level = forms.ChoiceField(
        label=_("Who may read it"),
        choices=Level.choices,
        initial=Level.PUBLIC,
        help_text=_("Only a public text can be opened; until then it is read inside the house alone."),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=LANGUAGES, initial="id")
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"), queryset=Beat.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    agencies = forms.ModelMultipleChoiceField(
        label=_("Agencies"), queryset=Agency.objects.filter(active=True), required=False
    )
    contact = forms.ModelChoiceField(
        label=_("Contact for the press"), queryset=Account.objects.filter(is_active=True), required=False
    )

    def settings(self) -> Settings:
        """The clean values as the verb wants them."""
        clean = self.cleaned_data
        return Settings(
            kind=clean["kind"],
            level=clean["level"],
            language=clean["language"],
            topics=tuple(clean["topics"]),
            agencies=tuple(clean["agencies"]),
            contact=clean["contact"],
        )


class StartForm(forms.Form):
    """Begin to write, best from an activity: then date, place and officials stand there already."""

    activity = forms.ModelChoiceField(
        label=_("From an activity"),
        queryset=Activity.objects.none(),
        required=False,
        empty_label=_("none"),
        help_text=_("Its date, place and officials come into the text with their source."),
    )
    title = forms.CharField(label=_("Headline"), max_length=200, required=False, help_text=_("It can wait."))
    kind = forms.ChoiceField(label=_("Kind"), choices=StatementKind.choices, initial=StatementKind.RELEASE)
    language = forms.ChoiceField(label=_("Language of the text"), choices=LANGUAGES, initial="id")
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: list[int], activities: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["activity"].queryset = activities
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


class WriteForm(forms.Form):
    """The text in its plain form. `base` is the revision it was opened from, `key` makes a resent save the same one."""

    title = forms.CharField(
        label=_("Headline"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "headline"}),
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "class": "manuscript", "spellcheck": "true"}),
    )
    base = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def document(self) -> dict[str, Any]:
        """What the plain form says."""
        return plain.parse(self.cleaned_data["text"])


class QuickFactForm(forms.Form):
    """A claim of this text and, by one tap, where it comes from."""

    prefix = "fact"
    claim = forms.CharField(
        label=_("What is claimed"), max_length=240, help_text=_("For example: participants of the training")
    )
    value = forms.CharField(label=_("Value, as it is written"), max_length=400)
    measure = forms.CharField(label=_("Unit of measure"), max_length=40, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[c for c in FactKind.choices if c[0] != "official"], initial=FactKind.FIGURE
    )
    source_kind = forms.ChoiceField(
        label=_("Source"),
        choices=[c for c in SourceKind.choices if c[0] != "agenda"],
        initial=SourceKind.PRESENT,
        widget=forms.RadioSelect,
    )
    source_name = forms.CharField(
        label=_("Name of the letter or agency"),
        max_length=200,
        required=False,
        help_text=_("Not needed if we were there."),
    )

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        for bound in self.fields.values():
            # They stand beside the text's form and are sent with it; an unfinished fact isn't kept as a draft.
            bound.widget.attrs.update({"form": "write", "data-no-draft": ""})

    def claimed(self) -> Claim:
        """The clean values as the facts desk wants them."""
        return Claim(**self.cleaned_data)


class SubmitForm(forms.Form):
    """To whom and when. What other desks registered (press lists) stands here as fields of theirs."""

    opens = forms.ChoiceField(
        label=_("When it opens"),
        choices=[("approved", _("As soon as it is approved")), ("moment", _("At a moment"))],
        initial="approved",
        widget=forms.RadioSelect,
    )
    opens_at = forms.DateTimeField(
        label=_("Day and hour"), required=False, help_text=_("On the office's clock; it doesn't open before.")
    )
    correction_note = forms.CharField(
        label=_("What was corrected, for the public"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What stood there, what should have stood there, and why. It is printed above the text."),
    )

    def __init__(self, *args: Any, unit: Unit, reader: Any, correcting: bool, scheduled: bool = True, **more: Any):
        super().__init__(*args, **more)
        if not correcting:
            del self.fields["correction_note"]
        if not scheduled:
            del self.fields["opens"], self.fields["opens_at"]
        self.audience = registry.fields_for(unit=unit, reader=reader)
        self.fields.update(self.audience)

    def clean(self) -> dict[str, Any]:
        """A moment is wanted where one is chosen."""
        clean = super().clean() or {}
        if clean.get("opens") == "moment" and not clean.get("opens_at") and "opens_at" not in self.errors:
            self.add_error("opens_at", _("Give day and hour, or let it open as soon as it is approved."))
        return clean

    def release(self) -> Release:
        """The clean values as the verb wants them; audience fields as ids, for they stand in a hash."""
        clean = self.cleaned_data
        return Release(
            audience={name: _plain(clean[name]) for name in self.audience if clean.get(name)},
            opens_at=clean.get("opens_at") if clean.get("opens") == "moment" else None,
            correction_note=clean.get("correction_note", ""),
        )


def _plain(value: Any) -> Any:
    """Rows as their sorted ids, one row as its id, anything else as it is."""
    if hasattr(value, "values_list"):
        return sorted(value.values_list("pk", flat=True))
    return getattr(value, "pk", value)


class EmergencyForm(SubmitForm):
    """What can't wait."""

    reason = forms.CharField(
        label=_("What can't wait"), max_length=240, help_text=_("Whoever looks afterwards reads this first.")
    )
    field_order = ["reason"]

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, scheduled=False, **more)


class WithdrawForm(forms.Form):
    """Why it no longer holds."""

    reason = forms.CharField(
        label=_("Why it is withdrawn"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The public reads this above the text; the text itself stays."),
    )


class LeaveForm(forms.Form):
    """Which changed fact an open text may go on quoting as it did, and why."""

    # What was read: fact and revision. A later change offers another value, so that nobody answers for it unseen.
    changed = forms.ChoiceField(
        label=_("Which change"),
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("This fact was changed again or answered meanwhile; read how it stands now and choose.")
        },
    )
    reason = forms.CharField(
        label=_("Why the text may stay"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The office reads this beside the version; the public doesn't."),
    )

    def __init__(self, *args: Any, quoted: Iterable[VersionFact], **more: Any):
        super().__init__(*args, **more)
        self.quoted = {f"{one.fact_id}:{one.fact.revision}": one for one in quoted}
        choices = [(value, _says(one)) for value, one in self.quoted.items()]
        cast("forms.ChoiceField", self.fields["changed"]).choices = choices
        if len(choices) == 1:
            self.fields["changed"].initial = choices[0][0]


def _says(quoted: VersionFact) -> str:
    words = {"claim": quoted.claim, "said": quoted.value, "says": quoted.fact.value}
    if quoted.fact.withdrawn_at:
        return gettext("%(claim)s: the text says %(said)s, the fact was withdrawn") % words
    return gettext("%(claim)s: the text says %(said)s, the fact says %(says)s") % words


class LookForm(forms.Form):
    """What a second person says after an emergency."""

    agrees = forms.ChoiceField(
        label=_("It was right to open it"),
        choices=[("yes", _("Yes, it stands")), ("no", _("No; I correct or withdraw it now"))],
        widget=forms.RadioSelect,
    )


class ManuscriptFilter(django_filters.FilterSet):
    """What the list of manuscripts is narrowed by."""

    words = django_filters.CharFilter(field_name="title", lookup_expr="icontains", label=_("Headline"))
    state = django_filters.ChoiceFilter(choices=ManuscriptState.choices, label=_("State"))
    kind = django_filters.ChoiceFilter(choices=StatementKind.choices, label=_("Kind"))

    class Meta:
        model = Manuscript
        fields = ["words", "state", "kind"]


class VersionFilter(django_filters.FilterSet):
    """What the list of versions is narrowed by."""

    words = django_filters.CharFilter(field_name="title", lookup_expr="icontains", label=_("Headline"))
    state = django_filters.ChoiceFilter(choices=VersionState.choices, label=_("State"))
    number = django_filters.CharFilter(field_name="number", lookup_expr="icontains", label=_("Number"))

    class Meta:
        model = Version
        fields = ["words", "state", "number"]
