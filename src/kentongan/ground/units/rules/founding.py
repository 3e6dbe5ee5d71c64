"""What an institution's founding file says, checked in sentences before anything is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from kentongan.ground.units.rules.numbering import faults_of as faults_of_pattern

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
ROLES = frozenset(
    ("writer", "approver", "dispatcher", "protocol", "archivist", "liaison", "chief", "auditor", "administrator")
)
NEEDED = {
    "institution": ("name", "short", "place"),
    "unit": ("code", "short", "name"),
    "person": ("name", "email", "unit"),
}
DEFAULT_PATTERN = "{class}/{number}/{unit}/{year}"
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CODE = re.compile(r"[A-Z0-9.-]{1,20}")


@dataclass(frozen=True)
class FirstUnit:
    """One unit with its number pattern and letterhead lines."""

    code: str
    short: str
    name: str
    pattern: str = DEFAULT_PATTERN
    classification: str = ""
    letterhead: tuple[str, ...] = ()


@dataclass(frozen=True)
class FirstPerson:
    """One account and its roles in one unit."""

    name: str
    email: str
    unit: str
    position: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Founding:
    """An institution as it moves in."""

    institution: Mapping[str, Any]
    units: tuple[FirstUnit, ...]
    persons: tuple[FirstPerson, ...]
    secure: bool = field(default=False)


def faults_of(said: Mapping[str, Any]) -> list[str]:
    """Everything that is missing or wrong, each as a sentence; empty where `read` will serve."""
    faults = []
    institution, units, persons = said.get("institution"), said.get("unit"), said.get("person")
    if not isinstance(institution, Mapping):
        return ["There is no [institution]."]
    if not isinstance(units, list) or not units or not isinstance(persons, list):
        return ["At least one [[unit]] and two [[person]] are needed."]
    for kind, rows in (("institution", [institution]), ("unit", units), ("person", persons)):
        for number, row in enumerate(rows, start=1):
            given = row if isinstance(row, Mapping) else {}
            missing = [name for name in NEEDED[kind] if not str(given.get(name, "")).strip()]
            faults += [f"{kind} {number}: '{name}' is missing." for name in missing]
            faults += [f"{kind} {number}: '{name}' still holds the template's …" for name in _not_filled_in(given)]
    if faults:
        return faults
    faults += _faults_of_zone(str(institution.get("zone", "WIB")))
    codes = [str(row["code"]) for row in units]
    faults += [
        f"unit {code}: a code has capitals, digits, points and dashes." for code in codes if not _CODE.fullmatch(code)
    ]
    faults += [f"unit {code} stands twice." for code in sorted({c for c in codes if codes.count(c) > 1})]
    for row in units:
        faults += [
            f"unit {row['code']}: {fault}" for fault in faults_of_pattern(str(row.get("number", DEFAULT_PATTERN)))
        ]
    return faults + _faults_of_persons(persons, codes)


def _not_filled_in(row: Mapping[str, Any]) -> list[str]:
    """What the template leaves open; a name once in the register and on letters can't be called back."""
    held = ((name, value if isinstance(value, list) else [value]) for name, value in row.items())
    return [name for name, values in held if any("…" in str(value) for value in values)]


def _faults_of_zone(zone: str) -> list[str]:
    try:
        ZoneInfo(ZONES.get(zone.upper(), zone))
    except (KeyError, ValueError, OSError):
        return [f"institution: '{zone}' isn't a time zone; WIB, WITA, WIT or a name such as Asia/Jakarta."]
    return []


def _faults_of_persons(persons: list[Any], codes: list[str]) -> list[str]:
    faults, emails = [], [str(row["email"]).lower() for row in persons]
    for row in persons:
        named = f"person {row['name']}"
        if not _EMAIL.fullmatch(str(row["email"])):
            faults.append(f"{named}: '{row['email']}' isn't an e-mail address.")
        if row["unit"] not in codes:
            faults.append(f"{named}: there is no unit '{row['unit']}'.")
        faults += [f"{named}: '{role}' isn't a role." for role in row.get("roles", []) if role not in ROLES]
    faults += [f"{email} stands twice." for email in sorted({e for e in emails if emails.count(e) > 1})]
    held = [role for row in persons for role in row.get("roles", [])]
    if "administrator" not in held:
        faults.append("Nobody is an administrator.")
    writers = {str(row["email"]) for row in persons if "writer" in row.get("roles", [])}
    approvers = {str(row["email"]) for row in persons if "approver" in row.get("roles", [])}
    if not writers or not approvers or len(writers | approvers) < 2:
        faults.append("A writer and an approver who isn't the same person are needed: nobody approves his own words.")
    return faults


def read(said: Mapping[str, Any]) -> Founding:
    """The founding of a file that has no faults."""
    institution = dict(said["institution"])
    zone = str(institution.get("zone", "WIB"))
    return Founding(
        institution={
            "name": institution["name"],
            "short": institution["short"],
            "site_title": institution.get("site_title", "Ruang Warta"),
            "place": str(institution["place"]).upper(),
            "zone": ZONES.get(zone.upper(), zone),
            "domain": institution.get("domain", "localhost:8000"),
            "secure": bool(institution.get("https", False)),
            "address": institution.get("address", ""),
            "phone": institution.get("phone", ""),
            "email": institution.get("email", ""),
        },
        units=tuple(
            FirstUnit(
                code=row["code"],
                short=row["short"],
                name=row["name"],
                pattern=row.get("number", DEFAULT_PATTERN),
                classification=row.get("classification", ""),
                letterhead=tuple(row.get("letterhead", ())),
            )
            for row in said["unit"]
        ),
        persons=tuple(
            FirstPerson(
                name=row["name"],
                email=str(row["email"]).lower(),
                unit=row["unit"],
                position=row.get("position", ""),
                roles=tuple(row.get("roles", ())),
            )
            for row in said["person"]
        ),
    )
