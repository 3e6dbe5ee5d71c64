"""Forms that name other people's rows, filled in so well that nothing but the rules of who may stops them.

Which fields a form has is often known only to the screen that builds it (a field for each photograph, the choices of
this reader), so an insider who may do everything asks for each address first, and what his screen built is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.house.planting import Planting

from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Membership, Named, Unit

# Answers that no kind of field tells.
SAID = {"pattern": "{number}/{unit}", "code": "PALSU"}

# One address as the walk asks for it: its name, where it is, whose rows it names.
Asked = tuple[str, str, Planting]


def filled(fields: dict[str, forms.Field], planting: Planting, unit: Unit) -> dict[str, Any]:
    """Every field answered: with a row of the planting's wherever a field names one."""
    data: dict[str, Any] = {}
    for name, one in fields.items():
        if isinstance(one, forms.SplitDateTimeField):
            data[f"{name}_0"], data[f"{name}_1"] = f"{_tomorrow():%Y-%m-%d}", "10:00"
        else:
            data[name] = SAID.get(name) or _answer(one, planting)
    if "level" in data:
        data["level"] = "internal"
    return data | dict.fromkeys(("unit", "unit_id"), unit.pk)


def _tomorrow() -> datetime:
    """Of the real clock, which requests read."""
    return timezone.now() + timedelta(days=1)


def _answer(one: forms.Field, planting: Planting) -> Any:
    if isinstance(one, forms.ModelChoiceField):  # one of several too
        label = one.queryset.model._meta.label_lower if one.queryset is not None else ""
        row = planting.rows.get(label) or planting.shared.get(label)
        offered = one.queryset is None or row is None or one.queryset.filter(pk=row.pk).exists()
        if not offered or row is None:
            row = (one.queryset.first() if one.queryset is not None else None) or row
        found = row.pk if row else 1
        return [found] if isinstance(one, forms.ModelMultipleChoiceField) else found
    if isinstance(one, forms.ChoiceField):
        found = next(_values(one.choices), "")
        return [found] if isinstance(one, forms.MultipleChoiceField) else found
    for kind, answer in (
        (forms.DateTimeField, f"{_tomorrow():%Y-%m-%dT%H:%M}"),
        (forms.DateField, f"{_tomorrow():%Y-%m-%d}"),
        (forms.TimeField, "10:00"),
        (forms.EmailField, "palsu@kominfo.example"),
        (forms.URLField, "https://kencanapos.example/berita/1"),
        ((forms.IntegerField, forms.DecimalField, forms.FloatField), 1),
        (forms.BooleanField, "on"),
    ):
        if isinstance(one, kind):
            return answer
    if isinstance(one, forms.FileField):
        return SimpleUploadedFile("palsu.txt", b"name\nOrang lain\n", content_type="text/plain")
    longest = getattr(one, "max_length", None)
    return "Diubah oleh orang lain"[:longest]


def _values(choices: Iterable) -> Iterator[Any]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _values(label)
        elif value not in ("", None):
            yield value


def of_class(callback: Callable, planting: Planting, unit: Unit) -> dict[str, Any]:
    """For an address that shows its form to nobody: the fields that its class has."""
    form = getattr(getattr(callback, "view_class", None), "form_class", None)
    return filled(dict(getattr(form, "base_fields", {})), planting, unit)


@contextmanager
def _undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def insider(unit: Unit, plantings: Iterable[Planting]) -> Iterator[Client]:
    """Somebody of the unit with every role, named for every planted row; gone afterwards, with all that he did."""
    with _undone():
        account = Account.objects.create(email="orang.dalam@tirtakencana.example", name="Orang Dalam")
        for role in Role.values:
            Membership.objects.create(account=account, unit=unit, role=role)
        for planting in plantings:
            for label, row in planting.rows.items():
                Named.objects.get_or_create(kind=label, thing_id=row.pk, account=account)
        client = Client()
        client.force_login(account)
        yield client


def built(asked: Iterable[Asked], plantings: list[Planting], unit: Unit) -> dict[str, dict[str, Any]]:
    """By address: the form that its screen builds for an insider, filled in."""
    found = {}
    with insider(unit, plantings) as client:
        for _name, url, planting in asked:
            form = (client.get(url).context or {}).get("form")
            if isinstance(form, forms.BaseForm):
                found[url] = filled(form.fields, planting, unit)
    return found


def passed(asked: Iterable[Asked], posts: dict[str, dict], plantings: list[Planting], unit: Unit) -> dict[str, bool]:
    """By address: whether the post is valid when the insider sends it; each is taken back.

    Past validation stands a rule that refuses (409), or the write itself, which planted rows without a past may break.
    """
    found = {}
    with insider(unit, plantings) as client:
        for _name, url, _planting in asked:
            if url in posts:
                with _undone():
                    try:
                        found[url] = client.post(url, posts[url]).status_code in (200, 302, 409)
                    except IntegrityError:
                        found[url] = True
    return found
