"""The newsroom's screens: manuscripts, the write screen, versions."""

from kentongan.desks.newsroom.office.manuscripts import (
    ChangeSettings,
    Compare,
    Drop,
    History,
    Manuscripts,
    OpenEmergency,
    Preview,
    Revert,
    StartManuscript,
    Submit,
)
from kentongan.desks.newsroom.office.versions import (
    CorrectVersion,
    LeaveAsItWas,
    LookAfter,
    Reschedule,
    ShowVersion,
    TakeBack,
    VersionDifference,
    VersionPaper,
    Versions,
    WithdrawVersion,
)
from kentongan.desks.newsroom.office.write import Examine, Write

__all__ = [
    "ChangeSettings",
    "Compare",
    "CorrectVersion",
    "Drop",
    "Examine",
    "History",
    "LeaveAsItWas",
    "LookAfter",
    "Manuscripts",
    "OpenEmergency",
    "Preview",
    "Reschedule",
    "Revert",
    "ShowVersion",
    "StartManuscript",
    "Submit",
    "TakeBack",
    "VersionDifference",
    "VersionPaper",
    "Versions",
    "WithdrawVersion",
    "Write",
]
