"""Ask for approval, decide, make and open the way in without an account."""

from kentongan.ground.approval.actions.links import check_code, choose_pin_by_link, make_review_link, send_code
from kentongan.ground.approval.actions.paths import NewStep, default_path, set_path
from kentongan.ground.approval.actions.requests import KIND, ask, decide, mark_late, void
from kentongan.ground.approval.actions.ways import (
    ask_for_password,
    confirm_by_address,
    confirm_way,
    tell_holder,
    tell_of_way,
    tell_old_address,
)

__all__ = [
    "KIND",
    "NewStep",
    "ask",
    "ask_for_password",
    "check_code",
    "choose_pin_by_link",
    "confirm_by_address",
    "confirm_way",
    "decide",
    "default_path",
    "make_review_link",
    "mark_late",
    "send_code",
    "set_path",
    "tell_holder",
    "tell_of_way",
    "tell_old_address",
    "void",
]
