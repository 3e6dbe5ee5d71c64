"""The proofreader: what a careful colleague would mark in a text before it leaves.

Evidence and floors: docs/develop/engines/proofreader.md.
"""

from .reading import Person
from .rulebook import NOTE, RULES, STOP, WARN, Finding, Rule
from .running import measures, proofread

__all__ = ["NOTE", "RULES", "STOP", "WARN", "Finding", "Person", "Rule", "measures", "proofread"]
