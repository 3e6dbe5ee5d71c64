"""Claims on the screen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kentongan.desks.facts import actions
from kentongan.desks.facts.models import Fact

pytestmark = pytest.mark.django_db


def recorded(house, now, *, level="internal", value="250", unit=None) -> Fact:
    claim = actions.Claim(kind="figure", claim="Peserta pelatihan", value=value, measure="orang", source_kind="present")
    return actions.record_fact(
        unit=unit or house.prokopim,
        level=level,
        owner=house.account("writer"),
        claim=claim,
        by=house.actor("writer"),
        now=now,
    )


def typed(**more):
    return {"kind": "figure", "claim": "Peserta", "value": "250", "source_kind": "present", "level": "public", **more}


def test_a_fact_takes_one_tap_for_its_source(client, house):
    client.force_login(house.account("writer"))
    client.post(reverse("facts:record"), typed(unit=house.prokopim.pk))
    assert Fact.objects.values_list("value", "source_kind", "number").get() == ("250", "present", 250)


def test_an_agency_that_is_not_named_is_refused_and_nothing_typed_is_lost(client, house):
    client.force_login(house.account("writer"))
    answer = client.post(
        reverse("facts:record"), typed(unit=house.prokopim.pk, source_kind="agency", value="Rp1,2 miliar")
    )
    assert (answer.status_code, Fact.objects.count()) == (409, 0)
    assert 'value="Rp1,2 miliar"' in answer.content.decode()


def test_a_correction_keeps_the_old_value_on_the_page(client, house, now):
    fact = recorded(house, now)
    client.force_login(house.account("writer"))
    client.post(
        reverse("facts:change", args=[fact.pk]),
        typed(claim="Peserta pelatihan", value="217", measure="orang", reason="Dihitung ulang"),
    )
    page = client.get(reverse("facts:fact", args=[fact.pk])).content.decode()
    assert "217 orang" in page
    assert "<del>250 orang</del>" in page
    assert "Dihitung ulang" in page


def test_a_restricted_fact_of_another_unit_is_nowhere(client, house, now):
    hidden = recorded(house, now, level="restricted", value="9.999")
    client.force_login(house.account("writer", "KOMINFO"))
    for name in ("fact", "change", "withdraw"):
        address = reverse(f"facts:{name}", args=[hidden.pk])
        assert (client.get(address).status_code, client.post(address, typed(reason="x")).status_code) == (404, 404)
    assert "9.999" not in client.get(reverse("facts:facts")).content.decode()
    assert "9.999" not in client.get(reverse("facts:facts") + "?export=csv").getvalue().decode()


def test_the_list_costs_the_same_with_one_and_three_rows(client, house, now):
    client.force_login(house.account("writer"))
    costs = []
    for more in (1, 2):
        for _ in range(more):
            recorded(house, now)
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("facts:facts"))
        costs.append(len(seen))
    assert costs[0] == costs[1]
