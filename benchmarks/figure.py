"""A measured figure beside its anchor, measured in the same run."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of a benchmark.

    `target` reads `>= .98`, `<= 100` or `>= 0.5x` (x: judged on the ratio to the anchor). `anchor` names what the
    anchor is; where it isn't installed, `anchor_value` is None and `anchor` holds the line that installs it.
    """

    figure: str
    value: float | None
    unit: str
    anchor: str | None = None
    anchor_value: float | None = None
    target: str | None = None

    @property
    def ratio(self) -> float | None:
        """Value over anchor, None where there is no anchor."""
        return None if not self.anchor_value or self.value is None else self.value / self.anchor_value

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None where it can't be judged."""
        if self.target is None:
            return None
        sign, bound = self.target.split()
        seen = self.ratio if bound.endswith("x") else self.value
        if seen is None:
            return None
        limit = float(bound.rstrip("x"))
        return seen >= limit if sign == ">=" else seen <= limit

    def line(self) -> str:
        """The JSON line."""
        return json.dumps(
            {
                "figure": self.figure,
                "value": self.value,
                "unit": self.unit,
                "anchor": self.anchor,
                "anchor_value": self.anchor_value,
                "ratio": self.ratio,
                "target": self.target,
                "holds": self.holds,
            },
            ensure_ascii=False,
        )


def per_second(work: Callable[[], int], *, seconds: float) -> float:
    """Units of work per second of the best pass; `work` does one pass and returns how many units it did."""
    best, until = 0.0, time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        done = work()
        best = max(best, done / (time.perf_counter() - start))
        if time.perf_counter() >= until:
            return best
