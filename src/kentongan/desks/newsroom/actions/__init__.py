"""The newsroom's verbs: write, submit, open, correct, withdraw; and what a changed fact does."""

from kentongan.desks.newsroom.actions.correcting import begin_correction, withdraw_version
from kentongan.desks.newsroom.actions.emergency import look_after, open_emergency
from kentongan.desks.newsroom.actions.facts import flag_quoting_versions, leave_as_it_was
from kentongan.desks.newsroom.actions.opening import (
    Kept,
    freeze_file,
    mark_approved,
    open_due,
    open_version,
    return_version,
)
from kentongan.desks.newsroom.actions.submitting import Release, reschedule, submit, take_back
from kentongan.desks.newsroom.actions.writing import (
    Settings,
    StaleSave,
    change_settings,
    drop_manuscript,
    save_revision,
    start_manuscript,
)

__all__ = [
    "Kept",
    "Release",
    "Settings",
    "StaleSave",
    "begin_correction",
    "change_settings",
    "drop_manuscript",
    "flag_quoting_versions",
    "freeze_file",
    "leave_as_it_was",
    "look_after",
    "mark_approved",
    "open_due",
    "open_emergency",
    "open_version",
    "reschedule",
    "return_version",
    "save_revision",
    "start_manuscript",
    "submit",
    "take_back",
    "withdraw_version",
]
