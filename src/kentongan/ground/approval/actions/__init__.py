"""Ask for approval, decide, make and open the way in without an account."""

from kentongan.ground.approval.actions.links import check_code, make_review_link, send_code, set_pin
from kentongan.ground.approval.actions.paths import NewStep, default_path, set_path
from kentongan.ground.approval.actions.requests import KIND, ask, decide, mark_late, void

__all__ = [
    "KIND",
    "NewStep",
    "ask",
    "check_code",
    "decide",
    "default_path",
    "make_review_link",
    "mark_late",
    "send_code",
    "set_path",
    "set_pin",
    "void",
]
