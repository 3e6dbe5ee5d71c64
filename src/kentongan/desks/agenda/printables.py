"""The day's sheet on A4."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from kentongan.desks.agenda.rules.sheet import Line
from kentongan.ground.clock.rules.calendar import format_day_id, format_time_id
from kentongan.ground.ui.rules.typeset import typeset
from kentongan.ground.units.models import Institution

SHEET = """
#text(font: serif, size: 20pt, weight: "semibold")[#d.title]
#v(-6pt)
#text(size: 12pt)[#d.day] #h(1fr) #quiet[#d.owner]
#line(length: 100%, stroke: 1.2pt)
#if d.lines.len() == 0 [ #v(1em) #d.words.empty ] else [
  #table(
    columns: (24mm, 1fr, 48mm), stroke: (x, y) => (bottom: 0.5pt + rgb("#b8aa99")), inset: (x: 2pt, y: 7pt),
    table.header(
      text(weight: "semibold", d.words.time), text(weight: "semibold", d.words.activity),
      text(weight: "semibold", d.words.who)),
    ..d.lines.map(l => (
      [#text(weight: "bold")[#l.time] \\ #quiet(l.until)],
      [#if l.cancelled [#strike(l.title) #text(weight: "bold")[#d.words.cancelled]]
       #if not l.cancelled [#text(weight: "semibold", l.title)] \\
       #l.place #if l.dress != "" [ \\ #quiet(l.dress)] #if l.note != "" [ \\ #quiet(l.note)]],
      [#l.who.join(linebreak()) #if l.speaks.len() > 0 [ \\ #quiet[#d.words.speaks: #l.speaks.join(", ")]]],
    )).flatten()
  )
]
#v(1fr)
#quiet[#d.words.as_of #d.as_of]
"""


def sheet_pdf(*, institution: Institution, day: date, lines: Iterable[Line], as_of: datetime) -> bytes:
    """The sheet of a day as A4 PDF; lines in local time, `as_of` local too."""
    data = {
        "title": _("Leaders' agenda"),
        "owner": institution.name,
        "day": format_day_id(day),
        "as_of": format_time_id(as_of),
        "lines": [
            {
                "time": f"{line.starts:%H.%M}",
                "until": f"– {line.ends:%H.%M}",
                "title": line.title,
                "place": line.place,
                "who": list(line.who),
                "speaks": list(line.speaks),
                "dress": line.dress,
                "note": line.note,
                "cancelled": line.cancelled,
            }
            for line in lines
        ],
        "words": {
            "empty": _("No activity is planned."),
            "time": _("Time"),
            "activity": _("Activity and place"),
            "who": _("Who goes"),
            "speaks": _("speaks"),
            "cancelled": _("CANCELLED"),
            "as_of": _("As of"),
        },
    }
    return typeset(SHEET, data, made_at=as_of)
