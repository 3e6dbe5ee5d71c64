"""Who acts, who reads, what may leave, and how the chain of the diary is computed."""

from kentongan.ground.record.rules.chain import GENESIS, digest_of, entry_line, seal_digest
from kentongan.ground.record.rules.gate import Exit, Level, Reader, Thing, may_leave, may_see
from kentongan.ground.record.rules.people import Actor

__all__ = [
    "GENESIS",
    "Actor",
    "Exit",
    "Level",
    "Reader",
    "Thing",
    "digest_of",
    "entry_line",
    "may_leave",
    "may_see",
    "seal_digest",
]
