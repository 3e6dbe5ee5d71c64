"""The directory on the screen."""

from kentongan.ground.directory.office.agencies import Agencies, ShapeAgency, ShowAgency, WhoHandles
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
    "HandOver",
    "Import",
    "Journalists",
    "NoteConsent",
    "Outlets",
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
