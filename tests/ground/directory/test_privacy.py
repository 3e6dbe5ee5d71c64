"""A person may take along what is kept about him, and a journalist is forgotten where he asks for it."""

import json
from datetime import date

import pytest
from django.urls import reverse

from kentongan.ground.directory import actions, privacy
from kentongan.ground.directory.models import Beat, Journalist, Outlet
from kentongan.ground.record.models import AccessLog, Entry
from kentongan.ground.units.models import Named

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(house):
    return house.actor("dispatcher")


@pytest.fixture
def bima(house, by, now) -> Journalist:
    said = {"name": "Bima Aryasatya", "email": "bima@pos.example", "phone": "0812-0000-0000", "note": "Suka pagi",
            "unit": house.prokopim, "outlet": Outlet.objects.create(name="Kencana Pos")}  # fmt: skip
    beat = Beat.objects.create(name="Kesehatan", slug="kesehatan")
    someone = actions.shape_journalist(journalist=None, said=said, beats=[beat], by=by, now=now)
    return actions.give_consent(journalist=someone, on=date(2026, 1, 12), how="Formulir", by=by, now=now)


def test_the_copy_holds_all_that_is_kept_and_when_it_was_looked_at(client, house, bima):
    client.force_login(house.account("dispatcher"))
    client.get(reverse("directory:journalist", args=[bima.pk]))
    answer = client.get(reverse("directory:journalist-data", args=[bima.pk]))
    data = json.loads(answer.content)
    assert data["about"] == {
        "name": "Bima Aryasatya", "outlet": "Kencana Pos", "email": "bima@pos.example", "phone": "0812-0000-0000",
        "beats": ["Kesehatan"], "consent_on": "2026-01-12", "consent_how": "Formulir", "note": "Suka pagi",
        "kept_by": "Bagian Protokol dan Komunikasi Pimpinan", "active": True,
    }  # fmt: skip
    assert [entry["what"] for entry in data["happened"]] == ["JournalistShaped", "ConsentGiven"]
    assert len(data["looked_at"]) == 1
    assert AccessLog.objects.filter(kind="directory.journalist", thing_id=bima.pk).count() == 2
    assert "no-store" in answer["Cache-Control"]


def test_every_column_of_a_journalist_and_of_a_person_is_in_his_copy(house, by, now, bima):
    person = actions.shape_person(person=None, said={"name": "Bagas", "email": "b@x.example"}, by=by, now=now)
    left_out = {"id", "slug", "level", "front", "behind", "short"}  # what the name and the kept unit say already
    known = {"unit": "kept_by", "short": "second_mention"}
    for thing in (bima, person):
        columns = {f.name for f in thing._meta.fields} - left_out
        told = privacy.export_of(thing)["about"]
        assert {known.get(name, name) for name in columns} - set(told) == set(), thing


def test_an_official_takes_his_own_copy_and_a_colleague_does_not(client, house, by, now):
    said = {"name": "Bagas", "account": house.account("writer")}
    person = actions.shape_person(person=None, said=said, by=by, now=now)
    answers = []
    for role in ("writer", "liaison", "archivist"):
        client.force_login(house.account(role))
        answers.append(client.get(reverse("directory:person-data", args=[person.pk])).status_code)
    assert answers == [200, 403, 200]
    actions.choose_pin(person=person, pin="482913", by=house.actor("writer"), now=now)
    copy = privacy.export_of(person)
    assert (copy["about"]["pin"], person.pin in json.dumps(copy)) == ("chosen", False)


@pytest.mark.both
def test_an_erased_journalist_leaves_a_number_in_the_diary(client, house, now, bima):
    Named.objects.create(kind="directory.journalist", thing_id=bima.pk, account=house.account("writer"))
    address = reverse("directory:journalist-erase", args=[bima.pk])
    client.force_login(house.account("dispatcher", "KOMINFO"))
    assert (client.post(address).status_code, Journalist.objects.count()) == (403, 1)
    client.force_login(house.account("dispatcher"))
    assert (client.get(address).status_code, Journalist.objects.count()) == (200, 1)
    pk = bima.pk
    client.post(address)
    assert (Journalist.objects.count(), Named.objects.count()) == (0, 0)
    entry = Entry.objects.latest("pk")
    assert (entry.event, entry.data) == ("JournalistErased", {"journalist_id": pk})
