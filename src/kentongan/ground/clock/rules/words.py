"""Sentences that rules say and screens translate.

A rule can't import gettext, and a sentence with its numbers already in it can't be translated any more. `Said` is the
English text, for the terminal and the log, and remembers the template and the values for the screen.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Self

from kentongan.ground.clock.rules.calendar import format_day_id


class Said(str):
    """An English sentence that knows its parts; equal to the plain text, and written as such to JSON."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        """Fill the template; `%(name)s` stands for each value."""
        made = super().__new__(cls, template % values if values else template)
        made.template, made.values = template, values
        return made


# Extraction finds messages by this name: `makemessages` with `--keyword=said`.
said = Said


def in_words(text: str, translate: Callable[[str], str], *, day: Callable[[date], str] = format_day_id) -> str:
    """The sentence in the reader's language: template and inner sentences through `translate`, days through `day`.

    A plain string is translated as it stands.
    """
    if not isinstance(text, Said):
        return translate(text)
    told: dict[str, object] = {}
    for name, value in text.values.items():
        if isinstance(value, date):
            told[name] = day(value)
        else:
            told[name] = in_words(value, translate, day=day) if isinstance(value, Said) else value
    template = translate(text.template)
    return template % told if told else template
