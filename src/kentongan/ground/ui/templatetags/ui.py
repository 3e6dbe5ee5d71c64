"""`{% load ui %}`: words of time and number in the reader's language, form fields, slots, marks."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import segno
from django import forms, template
from django.contrib.staticfiles import finders
from django.forms import BoundField
from django.template.base import FilterExpression
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from kentongan.ground.ui import registry
from kentongan.ground.ui.rules import charts, words

register = template.Library()


# ---- Time and number ----------------------------------------------------------------------------


def _here(value: Any) -> Any:
    """A moment in the office's zone (the one active for this page)."""
    if isinstance(value, datetime):
        return timezone.localtime(value) if timezone.is_aware(value) else value
    return value


@register.filter
def moment(value: datetime | None) -> str:
    """`Selasa, 24 November 2026, 09.05 WIB`"""
    return words.moment(_here(value), translation.get_language() or "en") if value else ""


@register.filter
def day(value: date | None) -> str:
    """`Selasa, 24 November 2026`"""
    return words.day(_here(value), translation.get_language() or "en") if value else ""


@register.filter
def plain_day(value: date | None) -> str:
    """`24 November 2026`"""
    return words.plain_day(_here(value), translation.get_language() or "en") if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """`24 Nov 2026`."""
    return words.short_day(_here(value), translation.get_language() or "en") if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """`09.05 WIB`"""
    return words.clock(_here(value), translation.get_language() or "en") if value else ""


@register.filter
def hour(value: datetime | None) -> str:
    """`09.05`, where the zone stands beside it."""
    return words.clock(_here(value), translation.get_language() or "en", zone=False) if value else ""


@register.filter
def iso(value: date | datetime | None) -> str:
    """For `<time datetime>`: a moment in UTC, so that a printed page is the same whatever zone printed it."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return value.isoformat() if value else ""


@register.filter
def number(value: Any) -> str:
    """`1.284`"""
    return "" if value is None or value == "" else words.number(value, translation.get_language() or "en")


@register.filter
def measure(value: Any, unit: str) -> str:
    """`{{ 1284|measure:"hektare" }}`: the number and its unit, which never part."""
    return "" if value is None else words.measure(value, unit, translation.get_language() or "en")


@register.filter
def percent(value: float | None) -> str:
    """A share from 0 to 1 as `62 %`"""
    return "" if value is None else words.measure(round(100 * value), "%", translation.get_language() or "en")


@register.filter
def size(value: int | None) -> str:
    """A file's size: `240 kB`"""
    return "" if value is None else words.size(value, translation.get_language() or "en")


@register.filter
def tel(value: str) -> str:
    """A telephone number for `tel:` (RFC 3966): digits and a leading plus; a local 0 stays local."""
    digits = "".join(c for c in value if c.isdigit())
    return f"+{digits}" if value.lstrip().startswith("+") else digits


# ---- Marks --------------------------------------------------------------------------------------

TONES = ("", "nila", "soga", "daun", "kunyit", "mengkudu")


@register.simple_tag
def tag_state(state: Any, tone: str | None = None, url: str = "") -> SafeString:
    """A record's state as a drum tag: `state` is text, or anything with `.label` and perhaps `.tone`."""
    label = getattr(state, "label", state)
    chosen = getattr(state, "tone", "") if tone is None else tone
    if chosen not in TONES:
        raise ValueError(f"a tag's tone is one of {', '.join(TONES[1:])}, not {chosen}")
    css = f"tag tag--{chosen}" if chosen else "tag"
    if url:
        return format_html('<a class="{}" href="{}">{}</a>', css, url, label)
    return format_html('<span class="{}">{}</span>', css, label)


@register.filter
def diff(pieces: Iterable[tuple[str, str]]) -> SafeString:
    """Pieces `("same"|"ins"|"del", text)` as running text; a hidden word precedes each change for listeners."""
    said = {"ins": gettext("added:"), "del": gettext("removed:")}
    plain, changed = "{2}", '<{0} class="said"><span class="vh">{1} </span>{2}</{0}>'
    shown = [format_html(changed if op in said else plain, op, said.get(op, ""), text) for op, text in pieces]
    return mark_safe("".join(shown))  # noqa: S308 - every piece was escaped by format_html


@register.simple_tag
def qr(text: str, label: str = "") -> SafeString:
    """A QR code as inline SVG; level M bears a fold or a stain of 15 % (ISO/IEC 18004)."""
    named = format_html('<svg role="img" aria-label="{}" ', label or gettext("QR code"))
    return named + mark_safe(_drawn(text))  # noqa: S308 - segno writes only numbers here


# Which of the eight masks a text wants never changes, and finding it is nine tenths of the work: a press that prints
# every release each night remembers it (some 10 MB for as many).
_masks: dict[str, int] = {}
MASKS = 100_000


@lru_cache(maxsize=64)  # both languages of one page, all pages of one line
def _drawn(text: str) -> str:
    code = segno.make(text, error="m", micro=False, mask=_masks.get(text))
    if len(_masks) < MASKS:
        _masks[text] = code.mask
    drawing = code.svg_inline(omitsize=True, border=4, svgclass="qr", lineclass=None, dark="#000")
    return drawing.removeprefix("<svg ")


# Drawn by hand on a 24 grid; each stands beside a word, so all are hidden from listeners.
ICONS = {
    "drum": "M12 0c3.5 0 5.700 2.100 5.700 5.300v13.400c0 3.200-2.200 5.300-5.700 5.300s-5.700-2.100-5.700-5.300V5.300C6.300 2.100 8.500 0 12 0Zm0 5a1.500 1.500 0 0 0-1.500 1.500c0 .7.6 1 .6 1.700v7.600c0 .7-.6 1-.6 1.700a1.500 1.500 0 0 0 3 0c0-.7-.6-1-.6-1.700V8.200c0-.7.6-1 .6-1.700A1.500 1.500 0 0 0 12 5Z",  # noqa: E501
    "search": "M10 3a7 7 0 1 0 4.300 12.500l5.100 5.100 1.400-1.400-5.100-5.100A7 7 0 0 0 10 3Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z",  # noqa: E501
    "up": "M12 6l6 10H6Z",
    "down": "M12 18 6 8h12Z",
    "share": "M13 3v9h-2V6.800L8.400 9.400 7 8l5-5 5 5-1.400 1.400L13 6.800ZM5 11h3v2H7v6h10v-6h-1v-2h3v10H5Z",
    "download": "M11 3h2v8.200l2.600-2.600L17 10l-5 5-5-5 1.400-1.400 2.600 2.600ZM5 18h14v2H5Z",
    "copy": "M8 3h12v13h-3v5H4V8h4Zm2 2v9h8V5Zm-2 5H6v9h9v-3H8Z",
    "phone": "M7 2h10v20H7Zm2 2v13h6V4Zm2 14.500v1.500h2v-1.500Z",
    "back": "M11 5 4 12l7 7 1.400-1.400L7.800 13H20v-2H7.800l4.600-4.600Z",
}  # fmt: skip


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our few icons; it never stands without a word."""
    path = ICONS[name]
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path fill="currentColor" fill-rule="evenodd" d="{}"/></svg>',
        path,
    )


@register.simple_tag
def share_bar(kept: float, cut: float = 0.0, own: float = 0.0) -> SafeString:
    """What became of a text, shares from 0 to 1, with its numbers as the bar's name."""
    lang = translation.get_language() or "en"
    named = [(gettext("printed"), kept), (gettext("cut"), cut), (gettext("the outlet's own"), own)]
    label = ", ".join(f"{words.measure(round(100 * share), '%', lang)} {word}" for word, share in named if share)
    return mark_safe(charts.share_bar(kept, cut, own, label=label or gettext("nothing printed")))  # noqa: S308


@register.filter
def drawing(chart: charts.Chart) -> SafeString:
    """The chart's SVG; `rules/charts.py` escapes what it is given."""
    return mark_safe(chart.svg)  # noqa: S308


@register.filter
def rows_with_urls(chart: charts.Chart) -> list[dict[str, Any]]:
    """The chart's table, each row with the address of what it counts, where there is one."""
    urls = chart.urls or ("",) * len(chart.rows)
    return [{"label": row[0], "values": row[1:], "url": url} for row, url in zip(chart.rows, urls, strict=True)]


class Kept(template.Node):
    """See `kept`."""

    def __init__(self, nodelist: template.NodeList, variables: list[FilterExpression]) -> None:
        self.nodelist, self.variables = nodelist, variables

    def render(self, context: template.Context) -> SafeString:
        """What was rendered for these values before, where the page brings a place to keep it."""
        place = context.get("kept")
        if place is None:
            return self.nodelist.render(context)
        key = (self, *(each.resolve(context) for each in self.variables))
        if key not in place:
            place[key] = self.nodelist.render(context)
        return place[key]


@register.tag
def kept(parser: template.base.Parser, token: template.base.Token) -> Kept:
    """`{% kept here %}…{% endkept %}`: rendered once for each value of `here`, of a thousand pages printed together.

    Inside may stand only what those values and the print itself decide (its shell, its language). Without a dictionary
    `kept` in the context it is rendered each time, as on pages that answer a request.
    """
    variables = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(nodelist, variables)


# ---- Forms --------------------------------------------------------------------------------------


def _shape(widget: forms.Widget) -> str:
    """How a field is laid out: one box with its words beside it, a set of choices, or a line to write on."""
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "set"
    return "line"


DASHES = "---------"
_NATIVE = {forms.DateInput: ("date", "%Y-%m-%d"), forms.TimeInput: ("time", "%H:%M")}


def _native(widget: forms.Widget) -> None:
    """Days, hours and moments use the browser's own chooser, which speaks the reader's language."""
    if isinstance(widget, forms.DateTimeInput) and widget.input_type == "text":
        widget.input_type, widget.format = "datetime-local", "%Y-%m-%dT%H:%M"
        return
    for kind, (input_type, pattern) in _NATIVE.items():
        if isinstance(widget, kind) and widget.input_type == "text":
            widget.input_type, widget.format = input_type, pattern


def _say_empty(control: forms.Field) -> None:
    """A chooser's first row says what leaving it means; Django's row of dashes says nothing."""
    if isinstance(control, forms.ModelChoiceField) and control.empty_label == DASHES:
        control.empty_label = gettext("choose") if control.required else gettext("none")


@register.simple_tag
def field(bound: BoundField, short: bool = False) -> SafeString:
    """One field: label, hint, the sentence above it when refused, and the value as it was typed."""
    widget = bound.field.widget
    if bound.is_hidden:
        return bound.as_widget()
    _say_empty(bound.field)
    shape = _shape(widget)
    described = [f"{bound.auto_id}-hint"] if bound.help_text else []
    if bound.errors:
        described.insert(0, f"{bound.auto_id}-error")
    attrs: dict[str, Any] = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if shape == "line":
        _native(widget)
        kinds = ["input", *(["input--short"] if short else []), widget.attrs.get("class", "")]
        attrs["class"] = " ".join(filter(None, kinds))
    context = {"field": bound, "shape": shape, "widget": bound.as_widget(attrs=attrs) if shape != "set" else ""}
    if shape == "set":
        context["options"] = list(bound)
        context["described"] = " ".join(described)
    return mark_safe(render_to_string("ui/parts/field.html", context))  # noqa: S308


@register.filter
def first_id(bound: BoundField) -> str:
    """Where the error summary's link must land: the control, or the first of a set."""
    return f"{bound.auto_id}_0" if _shape(bound.field.widget) == "set" else bound.auto_id


# ---- Slots, lists, assets -----------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def slot(context: template.Context, name: str, *things: Any) -> SafeString:
    """What higher rooms have hung into this place, in their order; nothing where nobody did."""
    request = context.get("request")
    made = [panel for maker in registry.slots.of(name) if (panel := maker(request, *things)) is not None]
    return format_html_join(
        "\n", "{}", ((render_to_string("ui/parts/panel.html", {"panel": p, **p.context}, request),) for p in made)
    )


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file, with a mark of its content so that it may be cached for ever."""
    mark = _mark(path)
    return f"{static(path)}?v={mark}" if mark else static(path)


@cache
def _mark(path: str) -> str:
    found = finders.find(path)
    if not isinstance(found, str):
        return ""
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10]
