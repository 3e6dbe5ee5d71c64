"""Who is in two places at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Commitment:
    """A person bound by one activity, `[starts, ends)`, both aware."""

    person_id: int
    activity_id: int
    starts: datetime
    ends: datetime


@dataclass(frozen=True, order=True)
class Clash:
    """Two activities that want the same person in the same moments; `first` begins no later than `second`."""

    person_id: int
    first: int
    second: int


def clashes(commitments: Iterable[Commitment]) -> list[Clash]:
    """Every pair that overlaps, per person; two that touch (11.00 and 11.00) don't, midnight is no border.

    Sorted by start and swept, so that a year's agenda costs n log n and the pairs that are found.
    """
    by_person: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        by_person[commitment.person_id].append(commitment)
    found = []
    for person_id, bound in by_person.items():
        running: list[Commitment] = []
        for one in sorted(bound, key=lambda c: (c.starts, c.activity_id)):
            running = [earlier for earlier in running if earlier.ends > one.starts]
            found += [Clash(person_id, earlier.activity_id, one.activity_id) for earlier in running]
            running.append(one)
    return sorted(found)
