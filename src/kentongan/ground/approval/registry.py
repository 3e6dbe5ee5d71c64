"""Which kinds of things ask for approval: desks name them, so that a path can be chosen for one."""

from __future__ import annotations

from typing import Any

_kinds: dict[str, Any] = {}


def kind_of_thing(code: str, label: Any) -> None:
    """`kind_of_thing("release", _("Press release"))`; naming it again changes its label."""
    _kinds[code] = label


def kinds() -> list[tuple[str, Any]]:
    """(code, label) in the order in which desks named them."""
    return list(_kinds.items())


def label_of(code: str) -> str:
    """The kind in words; a code that no desk names stands for itself."""
    return str(_kinds.get(code, code))
