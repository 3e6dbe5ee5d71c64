"""Charts as SVG text, drawn on the server: the title is the finding, every figure stands in a table beside it.

No colour and no size is written here: classes of `components.css` carry them, so that dark, print and the
content policy (no inline style) hold. Coordinates are rounded, so the same numbers give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from math import ceil, floor, log10

from kentongan.ground.ui.rules.words import number

WIDTH, HEIGHT = 860, 330
TOP, BOTTOM, LEFT, RIGHT = 20, 290, 58, 840
HARDLY = 1e-6  # no figure of ours is smaller, and steps below it drown in rounding
NAMES = 170  # room at the right for the names of lines, which replace a legend
MOST_LINES = 3  # two lines and one reference (design language, 9)


@dataclass(frozen=True)
class Line:
    """One named line; `points` are (x, y) in the axis' own units, in order of x. `note` stands under its name."""

    name: str
    points: Sequence[tuple[float, float]]
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar; `low`/`high` its range where it is an estimate, `unfinished` while its period still runs."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    unfinished: bool = False
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing, its words and its numbers; `ui/parts/chart.html` shows all three."""

    finding: str
    measure: str
    svg: str
    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    urls: tuple[str, ...] = field(default=())


def ticks(highest: float, *, most: int = 5, whole: bool = False) -> list[float]:
    """Round steps from zero that reach `highest`: 1, 2 or 5 times a power of ten; what is hardly there is zero.

    `whole` for what is counted: there is no half release, so no step is smaller than one.
    """
    if highest < HARDLY:
        return [0.0, 1.0]
    raw = highest / most
    power = 10.0 ** floor(log10(raw))
    step = next((m * power for m in (1, 2, 5, 10) if m * power >= raw * (1 - 1e-9)), 10 * power)
    if whole:
        step = max(step, 1.0)
    return [round(step * n, 12) for n in range(ceil(highest / step - 1e-9) + 1)]


def lines(
    drawn: Sequence[Line],
    *,
    key: str,
    finding: str,
    measure: str,
    description: str,
    x_unit: str = "",
    language: str = "id",
) -> Chart:
    """At most two lines and one reference, each named where it ends; the second is dashed, the third dotted.

    Raises:
        ValueError: more lines than a reader can tell apart, or none with a point.
    """
    if len(drawn) > MOST_LINES or not any(line.points for line in drawn):
        raise ValueError("a chart has one to three lines, and at least one point")
    shown = [line for line in drawn if line.points]
    x_low = min(x for line in shown for x, _ in line.points)
    x_high = max(x for line in shown for x, _ in line.points)
    heights = [y for line in shown for _, y in line.points]
    steps = ticks(max(heights), whole=_counted(heights))
    right = RIGHT - NAMES

    def across(x: float) -> float:
        return LEFT + (right - LEFT) * ((x - x_low) / (x_high - x_low) if x_high > x_low else 1.0)

    parts = [_scale(steps, right=right, language=language)]
    for x in _spread(x_low, x_high):
        label = number(x, language) + (f" {x_unit}" if x in (x_low, x_high) and x_unit else "")
        parts.append(_text(across(x), BOTTOM + 24, label, anchor="middle"))
    ends = _apart([_up(line.points[-1][1], steps) for line in shown])
    for place, (line, end) in enumerate(zip(shown, ends, strict=True), start=1):
        path = "L".join(f"{_r(across(x))} {_r(_up(y, steps))}" for x, y in line.points)
        parts.append(f'<path class="k{place}" d="M{path}"/>')
        last_x, last_y = across(line.points[-1][0]), _up(line.points[-1][1], steps)
        parts.append(f'<circle class="f{place}" cx="{_r(last_x)}" cy="{_r(last_y)}" r="4"/>')
        parts.append(_text(last_x + 12, end + 4, line.name, css=f"name n{place}"))
        if line.note:
            parts.append(_text(last_x + 12, end + 20, line.note))
    xs = sorted({x for line in shown for x, _ in line.points})
    values = [dict(line.points) for line in shown]
    return Chart(
        finding=finding,
        measure=measure,
        svg=_svg(key, measure, description, parts),
        heads=(x_unit or "x", *(line.name for line in shown)),
        rows=tuple((x, *(known.get(x) for known in values)) for x in xs),
    )


def bars(
    drawn: Sequence[Bar],
    *,
    key: str,
    finding: str,
    measure: str,
    description: str,
    label_head: str,
    language: str = "id",
) -> Chart:
    """Bars from zero; an estimate shows its range, an unfinished period is hollow, dashed and says so.

    Raises:
        ValueError: there is no bar, or one is negative (draw a difference as two bars).
    """
    if not drawn or any(bar.value < 0 for bar in drawn):
        raise ValueError("bars start from zero and there is at least one")
    heights = [max(bar.value, bar.high or 0) for bar in drawn]
    steps = ticks(max(heights), whole=_counted(heights))
    parts = [_scale(steps, right=RIGHT, language=language)]
    room = (RIGHT - LEFT) / len(drawn)
    every = -(-len(drawn) // 14)  # a label needs about 55 units; more bars than 14 name every second or third
    for place, bar in enumerate(drawn):
        middle, top = LEFT + room * (place + 0.5), _up(bar.value, steps)
        wide = min(room * 0.6, 60)
        css = "f3 part" if bar.unfinished else "f3"
        rect = (
            f'<rect class="{css}" x="{_r(middle - wide / 2)}" y="{_r(top)}" '
            f'width="{_r(wide)}" height="{_r(BOTTOM - top)}"/>'
        )
        parts.append(f'<a href="{escape(bar.url)}" aria-label="{escape(bar.label)}">{rect}</a>' if bar.url else rect)
        above = top
        if bar.low is not None and bar.high is not None:
            low, above = _up(bar.low, steps), _up(bar.high, steps)
            cap = f"M{_r(middle - 5)} {{}}h10"
            ends = cap.format(_r(above)) + cap.format(_r(low))
            parts.append(f'<path class="err" d="M{_r(middle)} {_r(above)}V{_r(low)}{ends}"/>')
        if bar.note:
            parts.append(_text(middle, above - 8, bar.note, anchor="middle"))
        if place % every == 0:
            parts.append(_text(middle, BOTTOM + 24, bar.label, anchor="middle"))
    ranged = any(bar.low is not None for bar in drawn)
    return Chart(
        finding=finding,
        measure=measure,
        svg=_svg(key, measure, description, parts),
        heads=(label_head, measure, *(("–", "+") if ranged else ())),
        rows=tuple((b.label, b.value, *((b.low, b.high) if ranged else ())) for b in drawn),
        urls=tuple(b.url for b in drawn),
    )


def share_bar(kept: float, cut: float, own: float = 0.0, *, label: str) -> str:
    """What became of a text: kept, cut, the outlet's own; shares from 0 to 1, patterned so that grey paper tells them.

    Shares that add up to more than one are scaled down. `label` says the numbers to whoever can't see the bar.
    """
    shares = [("kept", max(0.0, kept)), ("cut", max(0.0, cut)), ("own", max(0.0, own))]
    whole = max(1.0, sum(share for _, share in shares))
    x, parts = 0.0, []
    for css, share in shares:
        wide = 100 * share / whole
        # Whole, hollow, striped: three shapes that a photocopy keeps apart.
        stripes = ((0, 4), (6, 4), (12, 4)) if css == "own" else ((0, 16),)
        parts += [
            f'<rect class="{css}" x="{_r(x)}" y="{y}" width="{_r(wide)}" height="{high}"/>'
            for y, high in stripes
            if wide > 0
        ]
        x += wide
    return (
        f'<svg class="share" viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label="{escape(label)}">'
        f"{''.join(parts)}</svg>"
    )


def _r(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _counted(heights: Sequence[float]) -> bool:
    return all(float(height).is_integer() for height in heights)


def _up(value: float, steps: Sequence[float]) -> float:
    return BOTTOM - (BOTTOM - TOP) * value / steps[-1]


def _text(x: float, y: float, words: str, *, anchor: str = "", css: str = "") -> str:
    extra = (f' text-anchor="{anchor}"' if anchor else "") + (f' class="{css}"' if css else "")
    return f'<text x="{_r(x)}" y="{_r(y)}"{extra}>{escape(words)}</text>'


def _scale(steps: Sequence[float], *, right: float, language: str) -> str:
    parts = []
    for step in steps:
        y = _r(_up(step, steps))
        css = "axis" if step == 0 else "grid"
        parts.append(f'<line class="{css}" x1="{LEFT}" x2="{_r(right)}" y1="{y}" y2="{y}"/>')
        parts.append(_text(LEFT - 10, _up(step, steps) + 4, number(step, language), anchor="end"))
    return "".join(parts)


def _spread(low: float, high: float) -> list[float]:
    """Places for labels along x: both ends and round steps between that don't crowd the last."""
    if high <= low:
        return [low]
    step = ticks(high - low, most=8)[1]
    inner = [round(low + step * n, 10) for n in range(1, int((high - low) / step) + 1)]
    return [low, *(x for x in inner if high - x > step * 0.6), high]


def _apart(wanted: Sequence[float], *, least: float = 36) -> list[float]:
    """Heights for the lines' names, pushed apart so that none covers another; order is kept."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed = list(wanted)
    for above, below in pairwise(order):
        placed[below] = max(placed[below], placed[above] + least)
    return placed


def _svg(key: str, title: str, description: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )
