"""The gate, tried over every combination."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from kentongan.ground.record import registry
from kentongan.ground.record.rules import Level, Reader, Thing, may_leave

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
PUBLIC = Reader()
OTHER_UNIT = Reader(account_id=1, unit_ids=frozenset({2}))
SAME_UNIT = Reader(account_id=2, unit_ids=frozenset({1}))
NAMED = Reader(account_id=3, named=frozenset({("version", 9)}))


def version(level=Level.PUBLIC, **more) -> Thing:
    return Thing("version", 9, level, 1, **more)


@pytest.mark.parametrize(("level", "exit_"), list(product(Level, registry.EXITS.values())))
def test_nothing_leaves_to_the_public_before_its_moment(level, exit_):
    assert may_leave(version(level, opened_at=LATER), reader=PUBLIC, exit=exit_, now=NOW) is False
    assert may_leave(version(level), reader=PUBLIC, exit=exit_, now=NOW) is False


@pytest.mark.parametrize("exit_", list(registry.EXITS.values()))
def test_what_is_open_and_public_leaves_by_every_exit_at_its_very_moment(exit_):
    assert may_leave(version(opened_at=NOW), reader=PUBLIC, exit=exit_, now=NOW) is True


@pytest.mark.parametrize("level", [Level.INTERNAL, Level.RESTRICTED, Level.SECRET])
def test_a_public_exit_never_carries_what_is_not_public_whoever_asks(level):
    assert may_leave(version(level, opened_at=NOW), reader=NAMED, exit=registry.PAGE, now=NOW) is False


def test_inside_the_house_level_and_unit_decide():
    seen = {
        (level, who): may_leave(version(level), reader=reader, exit=registry.OFFICE, now=NOW)
        for level in Level
        for who, reader in (("other", OTHER_UNIT), ("same", SAME_UNIT), ("named", NAMED))
    }
    assert seen == {
        (Level.PUBLIC, "other"): True,
        (Level.PUBLIC, "same"): True,
        (Level.PUBLIC, "named"): True,
        (Level.INTERNAL, "other"): True,
        (Level.INTERNAL, "same"): True,
        (Level.INTERNAL, "named"): True,
        (Level.RESTRICTED, "other"): False,
        (Level.RESTRICTED, "same"): True,
        (Level.RESTRICTED, "named"): True,
        (Level.SECRET, "other"): False,
        (Level.SECRET, "same"): False,
        (Level.SECRET, "named"): True,
    }


def test_what_was_retracted_leaves_by_no_exit_for_nobody():
    gone = version(opened_at=NOW, retracted=True)
    assert [
        may_leave(gone, reader=reader, exit=exit_, now=NOW)
        for reader in (PUBLIC, SAME_UNIT, NAMED)
        for exit_ in registry.EXITS.values()
    ] == [False] * (3 * len(registry.EXITS))
