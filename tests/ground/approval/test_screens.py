"""Read, decide, return, pass on, in the office."""

import pytest
from django.urls import reverse
from tests.ground.approval.conftest import HASH

from kentongan.ground.approval.models import Decision, Path, ReviewLink
from kentongan.ground.directory.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    """These pages read the real clock."""
    from django.utils import timezone

    return timezone.now()


def english(client, account):
    account.language = "en"
    account.save()
    client.force_login(account)
    return client


@pytest.fixture
def asked(ask):
    return ask(thing_kind="other.thing")


def test_an_approver_reads_and_approves(client, house, asked):
    english(client, house.account("approver"))
    page = client.get(reverse("approval:review", args=[asked.pk])).content.decode()
    assert page.count('class="decide"') == 1
    answer = client.post(reverse("approval:approve", args=[asked.pk]), {"approval_hash": HASH})
    assert answer.status_code == 302
    asked.refresh_from_db()
    assert asked.state == "approved"


def test_an_author_sees_who_can_and_has_no_button(client, house, asked):
    english(client, house.account("writer"))
    page = client.get(reverse("approval:review", args=[asked.pk])).content.decode()
    assert 'class="decide"' not in page
    assert "yourself" in page
    answer = client.post(reverse("approval:approve", args=[asked.pk]), {"approval_hash": HASH})
    assert (answer.status_code, Decision.objects.count()) == (409, 0)


def test_a_get_on_the_verb_decides_nothing(client, house, asked):
    english(client, house.account("approver"))
    assert client.get(reverse("approval:approve", args=[asked.pk])).status_code == 200
    assert Decision.objects.count() == 0


def test_a_refused_return_keeps_the_reason(client, house, asked):
    english(client, house.account("approver"))
    url = reverse("approval:return", args=[asked.pk])
    stale = client.post(url, {"reason": "Luas tanpa sumber.", "approval_hash": "0" * 64})
    assert (stale.status_code, "Luas tanpa sumber." in stale.content.decode()) == (409, True)
    assert client.post(url, {"reason": "Luas tanpa sumber.", "approval_hash": HASH}).status_code == 302
    assert Decision.objects.get().reason == "Luas tanpa sumber."


def test_a_link_is_shown_once_and_never_with_a_code(client, house, asked):
    Person.objects.create(
        name="Nugroho", slug="nugroho", email="nugroho@kencana.example", account=house.account("approver")
    )
    english(client, house.account("writer"))
    url = reverse("approval:link", args=[asked.pk])
    assert "/tinjau/" not in client.get(url).content.decode()
    page = client.post(url, {"person": Person.objects.get().pk}).content.decode()
    assert "https://tirtakencana.example/tinjau/" in page
    link = ReviewLink.objects.get()
    assert (link.code_hash, link.codes_sent) == ("", 0)
    assert "/tinjau/" not in client.get(reverse("approval:review", args=[asked.pk])).content.decode()


def test_a_secret_request_is_not_found_by_others(client, house, ask):
    asked = ask(level="secret", thing_kind="other.thing", title="Mutasi pejabat")
    english(client, house.account("chief"))
    for name in ("review", "approve", "return", "link"):
        assert client.get(reverse(f"approval:{name}", args=[asked.pk])).status_code == 404
        assert client.post(reverse(f"approval:{name}", args=[asked.pk])).status_code == 404
    assert "Mutasi" not in client.get(reverse("approval:waiting")).content.decode()


def test_the_list_costs_the_same_for_one_and_for_three(client, house, ask, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    english(client, house.account("approver"))
    counted = []
    for n in range(1, 4):
        ask(thing_kind="other.thing", thing_id=n, title=f"Naskah {n}")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            page = client.get(reverse("approval:waiting")).content.decode()
        counted.append((page.count('<td data-label="Unit"'), len(seen)))
    assert [rows for rows, _ in counted] == [1, 2, 3]
    assert counted[0][1] == counted[2][1]


def test_only_an_administrator_sets_paths(client, house):
    fields = {
        "unit": house.prokopim.pk, "name": "Paraf berjenjang", "kind": "release", "level": "",
        "order_1": 1, "role_1": "chief", "order_2": 2, "role_2": "approver", "hours_2": 4,
    }  # fmt: skip
    english(client, house.account("writer"))
    assert client.post(reverse("approval:path-new"), fields).status_code == 403
    english(client, house.account("administrator", "KOMINFO"))
    assert client.post(reverse("approval:path-new"), fields).status_code == 422  # not his unit
    english(client, house.account("administrator"))
    assert client.post(reverse("approval:path-new"), fields).status_code == 302
    path = Path.objects.get()
    assert [(s.order, s.role, s.hours) for s in path.steps.all()] == [(1, "chief", 24), (2, "approver", 4)]
    page = client.get(reverse("approval:path-change", args=[path.pk])).content.decode()
    assert 'value="Paraf berjenjang"' in page
    client.post(reverse("approval:path-change", args=[path.pk]), {**fields, "role_2": "", "name": "Kepala saja"})
    assert list(Path.objects.order_by("id").values_list("name", "active")) == [
        ("Paraf berjenjang", False),
        ("Kepala saja", True),
    ]
    empty = {**fields, "role_1": "", "role_2": "", "kind": "speech"}
    refused = client.post(reverse("approval:path-new"), empty)
    assert (refused.status_code, "at least one step" in refused.content.decode()) == (409, True)
