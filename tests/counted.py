"""Work measured without a clock: how many functions are called."""

import sys
from collections.abc import Callable


def calls(work: Callable[[], object], *, events: tuple[str, ...] = ("call", "c_call")) -> int:
    """How many calls of any function, Python's or C's, `work` makes."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in events

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
