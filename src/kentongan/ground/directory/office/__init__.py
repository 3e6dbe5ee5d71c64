"""The directory on the screen."""

from kentongan.ground.directory.office.agencies import Agencies, ShapeAgency, ShowAgency, WhoHandles
from kentongan.ground.directory.office.copies import JournalistData, PersonData
from kentongan.ground.directory.office.importing import Import, Template
from kentongan.ground.directory.office.people import (
    ChoosePin,
    EndTenure,
    HandOver,
    Persons,
    Posts,
    ShapePerson,
    ShapePost,
    ShowPerson,
    ShowPost,
)
from kentongan.ground.directory.office.press import (
    Beats,
    EraseJournalist,
    Journalists,
    NoteConsent,
    Outlets,
    ShapeBeat,
    ShapeJournalist,
    ShapeOutlet,
    ShowJournalist,
    ShowOutlet,
    WithdrawConsent,
)

__all__ = [
    "Agencies",
    "Beats",
    "ChoosePin",
    "EndTenure",
    "EraseJournalist",
    "HandOver",
    "Import",
    "JournalistData",
    "Journalists",
    "NoteConsent",
    "Outlets",
    "PersonData",
    "Persons",
    "Posts",
    "ShapeAgency",
    "ShapeBeat",
    "ShapeJournalist",
    "ShapeOutlet",
    "ShapePerson",
    "ShapePost",
    "ShowAgency",
    "ShowJournalist",
    "ShowOutlet",
    "ShowPerson",
    "ShowPost",
    "Template",
    "WhoHandles",
    "WithdrawConsent",
]
