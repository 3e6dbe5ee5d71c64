"""Which PINs are guessed first: one rule for whoever chooses one in the office and past a link."""

from itertools import pairwise

PIN_DIGITS = 6


def weak_pin(pin: str) -> bool:
    """Whether a PIN is one of those that are guessed first: too short, one digit, a run, or a day of birth."""
    if not (pin.isascii() and pin.isdigit()) or len(pin) < PIN_DIGITS:
        return True
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {9}) or (len(pin) == PIN_DIGITS and _is_a_day(pin))


def _is_a_day(pin: str) -> bool:
    """ddmmyy, as most people's first idea of six digits is."""
    day, month = int(pin[:2]), int(pin[2:4])
    return 1 <= day <= 31 and 1 <= month <= 12
