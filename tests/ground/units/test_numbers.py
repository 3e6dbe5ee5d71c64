"""Register numbers: by the unit's pattern, never twice."""

from datetime import date

import pytest
from django.db import transaction

from kentongan.ground.record.rules import Actor
from kentongan.ground.units import actions
from kentongan.ground.units.models import NumberPattern
from kentongan.ground.units.rules.codes import verify_code
from kentongan.ground.units.rules.numbering import faults_of, register_number

pytestmark = pytest.mark.both


def test_patterns_of_regencies_and_ministries():
    on = date(2026, 11, 24)
    assert register_number(
        "{class}/{number}/{unit}/{year}", number=217, unit="PROKOPIM", on=on, classification="480"
    ) == ("480/217/PROKOPIM/2026")
    assert register_number(
        "B-{number:03}/{unit}/{class}/{month}/{year}", number=9, unit="IJ", on=on, classification="KP.07.6"
    ) == ("B-009/IJ/KP.07.6/11/2026")
    assert register_number("{number}/{roman}", number=1, unit="X", on=on) == "1/XI"


def test_a_pattern_without_a_number_is_refused_in_words():
    assert faults_of("{class}/{years}") == [
        "{years} isn't a field; there are class, number, unit, month, roman, year.",
        "The pattern needs {number}, or every number would be the same.",
    ]
    assert faults_of("{number:03}/{unit}") == []


def test_numbers_run_per_unit_and_year_and_a_rollback_gives_its_number_back(house, now):
    NumberPattern.objects.create(unit=house.prokopim, kind="release", classification="480")
    by = Actor.machine("newsroom")

    def give(unit, year):
        return actions.next_number(unit=unit, kind="release", on=date(year, 1, 5), by=by, now=now)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        give(house.prokopim, 2026)
        raise ZeroDivisionError
    assert [
        give(house.prokopim, 2026),
        give(house.prokopim, 2026),
        give(house.kominfo, 2026),
        give(house.prokopim, 2027),
    ] == [
        "480/1/PROKOPIM/2026",
        "480/2/PROKOPIM/2026",
        "1/KOMINFO/2026",
        "480/1/PROKOPIM/2027",
    ]


def test_the_code_beside_the_qr_is_read_from_the_hash():
    assert verify_code("0" * 64) == "0000-0000"
    assert verify_code("f" * 64) == "ZZZZ-ZZZZ"
    assert verify_code("7c" + "0" * 62) == "FG00-0000"
