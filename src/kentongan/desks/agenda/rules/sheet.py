"""The day's sheet as a text that is sent to a WhatsApp group."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kentongan.ground.clock.rules.calendar import format_day_id, format_time_id


@dataclass(frozen=True)
class Line:
    """One activity on the sheet, in local time; `who` as it is to be read: "Bupati", "Sekda, mewakili Bupati"."""

    starts: datetime
    ends: datetime
    title: str
    place: str
    who: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    dress: str = ""
    note: str = ""
    cancelled: bool = False


def sheet_text(heading: str, on: date, lines: Iterable[Line], *, as_of: datetime) -> str:
    """WhatsApp text: stars make bold, a blank line parts activities; says when it was made, for it will change."""
    blocks = [f"*{heading}*\n{format_day_id(on)}"]
    for line in lines:
        until = f"{line.ends:%H.%M}"
        rows = [f"*{line.starts:%H.%M}–{until}* {line.title}"]
        if line.cancelled:
            rows[0] = f"~{line.starts:%H.%M} {line.title}~ BATAL"
        rows.append(f"Tempat: {line.place}")
        rows += [f"Hadir: {', '.join(line.who)}"] * bool(line.who)
        rows += [f"Sambutan: {', '.join(line.speaks)}"] * bool(line.speaks)
        rows += [f"Pakaian: {line.dress}"] * bool(line.dress)
        rows += [f"Catatan: {line.note}"] * bool(line.note)
        blocks.append("\n".join(rows))
    if len(blocks) == 1:
        blocks.append("Tidak ada kegiatan.")
    blocks.append(f"_Keadaan {format_time_id(as_of)}_")
    return "\n\n".join(blocks)
