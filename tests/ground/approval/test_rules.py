"""Whose turn it is, which path holds, which PINs are guessed first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from kentongan.ground.approval import rules


@dataclass
class Path:
    kind: str
    level: str


def test_the_most_exact_path_is_taken_and_kind_counts_before_level():
    anything, public, release = Path("", ""), Path("", "public"), Path("release", "")
    exact, other = Path("release", "public"), Path("speech", "public")
    every = [anything, public, release, other, exact]
    assert rules.best_path(every, kind="release", level="public") is exact
    assert rules.best_path([anything, public, release], kind="release", level="public") is release
    assert rules.best_path([anything, public], kind="release", level="public") is public
    assert rules.best_path(every, kind="statement", level="secret") is anything
    assert rules.best_path([other], kind="release", level="public") is None


def test_tiers_are_asked_in_order_and_parallel_steps_together():
    steps = [rules.Tier(1, 1), rules.Tier(2, 2, hours=8), rules.Tier(3, 2, hours=3), rules.Tier(4, 5)]
    asked = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    assert [s.id for s in rules.open_tiers(steps, [])] == [1]
    assert [s.id for s in rules.open_tiers(steps, [1])] == [2, 3]
    assert [s.id for s in rules.open_tiers(steps, [1, 3])] == [2]
    assert [s.id for s in rules.open_tiers(steps, [1, 2, 3])] == [4]
    assert rules.open_tiers(steps, [1, 2, 3, 4]) == []
    assert rules.due_at(rules.open_tiers(steps, [1]), asked_at=asked) == asked + timedelta(hours=3)
    assert rules.due_at([], asked_at=asked) is None


@pytest.mark.parametrize(
    "pin", ["", "12345", "123456", "987654", "000000", "170845", "31129", "१२३४५६", "12a456", "890123"]
)
def test_a_pin_that_is_guessed_first_is_weak(pin):
    assert rules.weak_pin(pin)


@pytest.mark.parametrize("pin", ["481916", "7302846", "990417"])
def test_a_pin_without_a_pattern_is_taken(pin):
    assert not rules.weak_pin(pin)


def test_an_address_is_shown_so_that_only_its_owner_knows_it():
    assert rules.masked("sekda@tirtakencana.example") == "s•••••@tirtakencana.example"
    assert rules.masked("") == "•••••"
