"""The proofreader beside the text: what its rules of language find, at the block where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kentongan.ground.language.rules.text import Span

from .document import Block, Joined
from .findings import NOTE, STOP, WARN, Finding, Fix, gettext_noop
from .proofread import proofread

# What the document doesn't tell: figures, facts, quotations, repeats and weekdays are checked above, block by block.
_OF_LANGUAGE = frozenset(
    {"di-spelling", "nonstandard-word", "repeated-word", "money-spelling", "ordinal-spelling", "degree-spelling"}
    | {"post-capital", "personal-data", "sums-dont-add", "contradicting-figures", "promotion", "unconfirmed-in-crisis"}
    | {"name-variants", "nominal-chain", "long-sentence"}
)


# A sum can be right for a reason that no rule knows: it is listed to the approver instead of holding the text up. What
# finds a private person can be taken out by whoever writes.
_STOPS_LANGUAGE = frozenset({"personal-data"})
_LIGHTER = (STOP, WARN, NOTE)


def language(blocks: Sequence[Block]) -> Iterator[Finding]:
    """The proofreader's own findings at their blocks."""
    joined = Joined(blocks)
    for one in proofread(joined.text):
        if one.rule not in _OF_LANGUAGE:
            continue
        block, start, end = joined.place(Span(one.start, one.end))
        fixes = (_fix(one.put, start, end),) if one.put is not None else ()
        told = {**one.suggestion.values, **one.why.values}
        severity = one.severity if one.rule in _STOPS_LANGUAGE else max(one.severity, WARN, key=_LIGHTER.index)
        why = "" if fixes else one.suggestion.template  # the button says it
        yield Finding(one.rule, severity, one.why.template, why, block.path, start, end, told, fixes)


def _fix(put: str, start: int, end: int) -> Fix:
    label = gettext_noop("Write “%(put)s”") if put else gettext_noop("Leave it out")
    return Fix(label, "replace", start, end, put=put, values={"put": put})
