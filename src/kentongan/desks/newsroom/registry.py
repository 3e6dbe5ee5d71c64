"""What higher desks hang into the newsroom: who may receive a version. The newsroom knows no press list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

# Each maker gives form fields for the submit screen by name, for the unit that writes; what the fields clean to is the
# version's `audience`, so it must be JSON (ids). A describer says an audience in words for the approver.
AudienceFields = Callable[..., dict[str, forms.Field]]
AudienceWords = Callable[[dict[str, Any]], list[str]]

_fields: dict[str, AudienceFields] = {}
_words: dict[str, AudienceWords] = {}


def audience_fields(maker: AudienceFields) -> AudienceFields:
    """`@audience_fields` on `def fields(*, unit, reader) -> dict[str, forms.Field]`."""
    _fields[f"{maker.__module__}.{maker.__qualname__}"] = maker
    return maker


def audience_words(describer: AudienceWords) -> AudienceWords:
    """`@audience_words` on `def words(audience) -> ["38 newsrooms (Harian Kencana)"]`."""
    _words[f"{describer.__module__}.{describer.__qualname__}"] = describer
    return describer


def fields_for(*, unit: Any, reader: Any) -> dict[str, forms.Field]:
    """Every registered field, in the order of registration."""
    found: dict[str, forms.Field] = {}
    for maker in _fields.values():
        found.update(maker(unit=unit, reader=reader))
    return found


def words_for(audience: dict[str, Any]) -> list[str]:
    """The audience in sentences."""
    return [line for describer in _words.values() for line in describer(audience)]
