"""Register numbers by a unit's own pattern."""

import re
from datetime import date

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELDS = ("class", "number", "unit", "month", "roman", "year")


def faults_of(pattern: str) -> list[str]:
    """What is wrong with a pattern such as `{class}/{number}/{unit}/{year}`, as sentences; empty where it serves."""
    found = re.findall(r"\{(\w+)(?::0(\d))?\}", pattern)
    left = re.sub(r"\{\w+(?::0\d)?\}", "", pattern)
    faults = [f"{{{name}}} isn't a field; there are {', '.join(FIELDS)}." for name, _ in found if name not in FIELDS]
    if "{" in left or "}" in left:
        faults.append("A brace stands alone.")
    if "number" not in [name for name, _ in found]:
        faults.append("The pattern needs {number}, or every number would be the same.")
    return faults


def register_number(pattern: str, *, number: int, unit: str, on: date, classification: str = "") -> str:
    """`480/217/PROKOPIM/2026` from `{class}/{number}/{unit}/{year}`; `{number:03}` pads with zeros.

    Local practice after Permendagri 1/2023 needs neither month nor year (reference: field.md 1.8), ministries use
    both: so the pattern is the unit's own.
    """
    values = {
        "class": classification,
        "number": number,
        "unit": unit,
        "month": on.month,
        "roman": ROMAN[on.month - 1],
        "year": on.year,
    }
    return re.sub(
        r"\{(\w+)(?::0(\d))?\}",
        lambda found: str(values[found[1]]).zfill(int(found[2] or 0)) if found[1] in values else found[0],
        pattern,
    )
