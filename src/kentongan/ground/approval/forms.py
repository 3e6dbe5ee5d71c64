"""What is typed about approval: a reason, a person for a link, a path with its steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.approval import registry
from kentongan.ground.approval.actions import NewStep
from kentongan.ground.approval.models import Path
from kentongan.ground.directory.models import Person
from kentongan.ground.units.choices import Level, Role
from kentongan.ground.units.models import Unit

# A path of more tiers is a sign of something else than care; nobody has asked for one.
STEPS = 6


class ReturnForm(forms.Form):
    """Why a text goes back. `approval_hash` is what was read."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("The writer reads it, and it stays with the text."),
        error_messages={
            "required": gettext_lazy("Write at least one sentence, so that the writer knows what to change.")
        },
    )
    approval_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)


class LinkForm(forms.Form):
    """For whom a link is made: those whom the open steps ask."""

    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("For"), empty_label=None)

    def __init__(self, *args: Any, persons: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = Person.objects.filter(pk__in=[p.pk for p in persons])  # type: ignore[attr-defined]


class PathForm(forms.Form):
    """A path: for what, and its steps in order; steps of the same tier are asked at the same time."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Unit"), empty_label=None)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    level = forms.ChoiceField(
        label=gettext_lazy("Level"), required=False, choices=[("", gettext_lazy("every level")), *Level.choices]
    )

    def __init__(self, *args: Any, units: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units)  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", _("every kind")), *registry.kinds()]  # type: ignore[attr-defined]
        people = Person.objects.filter(active=True)
        persons = [("", "–"), *((str(p.pk), p.full_name) for p in people)]
        self._people = {str(p.pk): p for p in people}
        for n in range(1, STEPS + 1):
            self.fields[f"order_{n}"] = forms.IntegerField(
                label=_("Step %(n)s: tier") % {"n": n}, required=False, min_value=1, max_value=STEPS
            )
            self.fields[f"role_{n}"] = forms.ChoiceField(
                label=_("Step %(n)s: role") % {"n": n}, required=False, choices=[("", "–"), *Role.choices]
            )
            self.fields[f"person_{n}"] = forms.ChoiceField(
                label=_("Step %(n)s: or a person") % {"n": n}, required=False, choices=persons
            )
            self.fields[f"deputy_{n}"] = forms.ChoiceField(
                label=_("Step %(n)s: deputy") % {"n": n}, required=False, choices=persons
            )
            self.fields[f"hours_{n}"] = forms.IntegerField(
                label=_("Step %(n)s: hours to decide") % {"n": n}, required=False, min_value=1, max_value=720
            )

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each step together."""
        names = ("order", "role", "person", "deputy", "hours")
        return [[self[f"{name}_{n}"] for name in names] for n in range(1, STEPS + 1)]

    def head(self) -> list[forms.BoundField]:
        """The fields that say for what the path is."""
        return [self[name] for name in ("unit", "name", "kind", "level")]

    def steps(self) -> list[NewStep]:
        """The steps that name somebody; without a tier of its own a step comes after the one before."""
        found: list[NewStep] = []
        for n in range(1, STEPS + 1):
            role, person = self.cleaned_data[f"role_{n}"], self.cleaned_data[f"person_{n}"]
            if role or person:
                found.append(
                    NewStep(
                        order=self.cleaned_data[f"order_{n}"] or (found[-1].order + 1 if found else 1),
                        role=role,
                        person=self._people.get(person),
                        deputy=self._people.get(self.cleaned_data[f"deputy_{n}"]) if person else None,
                        hours=self.cleaned_data[f"hours_{n}"] or 24,
                    )
                )
        return found


def initial_of(path: Path) -> dict[str, Any]:
    """A path as the form shows it."""
    values: dict[str, Any] = {"unit": path.unit_id, "name": path.name, "kind": path.kind, "level": path.level}
    for n, step in enumerate(path.steps.all(), start=1):
        values |= {
            f"order_{n}": step.order,
            f"role_{n}": step.role,
            f"person_{n}": str(step.person_id or ""),
            f"deputy_{n}": str(step.deputy_id or ""),
            f"hours_{n}": step.hours,
        }
    return values
