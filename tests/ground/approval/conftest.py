"""Persons and a request for the tests of approval."""

import pytest

from kentongan.ground.approval import actions
from kentongan.ground.directory.models import Person

HASH = "9f2c41d8" * 8


@pytest.fixture(autouse=True)
def _quick_hashes(settings):
    """The real hasher is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ask(house, now):
    """Ask for approval of thing 7, written by the unit's writer and his co-author, the protocol officer."""

    def asking(*, by="writer", unit=None, **more):
        given = {
            "thing_kind": "newsroom.version",
            "thing_id": 7,
            "title": "Bendungan Way Kencana mulai diisi",
            "unit": unit or house.prokopim,
            "level": "internal",
            "approval_hash": HASH,
            "barred": [house.account("writer").pk, house.account("protocol").pk],
            "by": house.actor(by),
            "now": now,
        }
        return actions.ask(**{**given, **more})

    return asking


@pytest.fixture
def sekda(house):
    """The Sekda approves and has no account: only a registered address."""
    return Person.objects.create(
        name="Wirya Adiguna", front="Dr. H.", slug="wirya-adiguna", email="sekda@kencana.example"
    )


@pytest.fixture
def asisten(house):
    return Person.objects.create(name="Ratna Puspita", slug="ratna-puspita", email="asisten@kencana.example")
