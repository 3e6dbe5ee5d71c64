"""What an event is: a frozen dataclass in the past tense that carries ids, choices and hashes, never words."""

import dataclasses
import re
from typing import Any, TypeVar, dataclass_transform

# Ids, choices, hashes, dates: no space can stand in them, so no sentence and no name with its surname.
PLAIN = re.compile(r"[A-Za-z0-9_.:/+-]{0,128}")

REGISTERED: dict[str, type] = {}
T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def event(cls: type[T]) -> type[T]:
    """Register a past-tense event; the class docstring says who hears it (a house test asks for it)."""
    made = dataclasses.dataclass(frozen=True, kw_only=True)(cls)
    if made.__name__ in REGISTERED and REGISTERED[made.__name__].__module__ != made.__module__:
        raise TypeError(f"two events are called {made.__name__}")
    REGISTERED[made.__name__] = made
    return made


def payload(happened: object) -> dict[str, Any]:
    """The event's fields as plain values; refuses whatever might carry a name or free text into the diary."""
    if REGISTERED.get(type(happened).__name__) is not type(happened):
        raise TypeError(f"{type(happened).__name__} isn't a registered event")
    fields = dataclasses.asdict(happened)  # type: ignore[call-overload]
    for name, value in fields.items():
        for one in value if isinstance(value, list | tuple) else [value]:
            if isinstance(one, str) and not PLAIN.fullmatch(one):
                raise ValueError(f"{type(happened).__name__}.{name} holds free text; the diary keeps ids and hashes")
            if not isinstance(one, str | int | bool | None):
                raise TypeError(f"{type(happened).__name__}.{name} must be an id, a choice or a hash")
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
