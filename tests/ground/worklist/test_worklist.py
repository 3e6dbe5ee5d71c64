"""Work is put once, done once, and seen by whom it waits for."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kentongan.ground.record.rules import Actor
from kentongan.ground.units.queries import reader_of, roles_of
from kentongan.ground.worklist import actions, queries
from kentongan.ground.worklist.models import WorkItem
from kentongan.ground.worklist.panels import as_todo

BY = Actor.machine("newsroom")


@pytest.fixture
def put(house, now):
    def putting(title="Periksa kliping", **more):
        given = {
            "kind": "judge-clip", "url": "/kantor/liputan/7/", "thing_kind": "monitoring.clip", "thing_id": 7,
            "unit": house.prokopim, "role": "writer", "by": BY, "now": now,
        }  # fmt: skip
        return actions.put(title=title, **{**given, **more})

    return putting


def titles(account, now):
    found = queries.waiting_for(account, roles_of(account, on=now.date()), reader_of(account, now=now))
    return [item.title for item in found]


@pytest.mark.both
def test_work_waits_for_a_role_in_its_unit_or_for_one_account(house, put, now):
    put()
    put("Lihat kembali", account=house.account("chief"), role="")
    put("Rahasia", level="secret", thing_id=8)
    barred = house.account("approver")
    put("Setujui", kind="approve", role="approver", barred=[barred.pk])
    seen = {key: titles(account, now) for key, account in house.accounts.items()}
    assert {key: rows for key, rows in seen.items() if rows} == {
        ("PROKOPIM", "writer"): ["Periksa kliping"],
        ("PROKOPIM", "chief"): ["Lihat kembali"],
    }


@pytest.mark.both
def test_put_again_it_is_the_same_item_with_new_words_and_done_it_may_come_back(house, put, now):
    first = put()
    assert put("Periksa kliping lagi", detail="baru").pk == first.pk
    done = {"thing_kind": "monitoring.clip", "thing_id": 7, "by": house.actor("writer"), "now": now}
    assert actions.finish(kind="other", **done) == 0
    assert actions.finish(**done) == 1
    assert actions.finish(**done) == 0
    assert WorkItem.objects.get().done_by == house.account("writer")
    assert put().pk != first.pk
    with pytest.raises(ValueError, match="account or for a role"):
        put(role="")


@pytest.mark.both
def test_the_soonest_due_comes_first_and_what_has_no_hour_last(house, put, now):
    put("tanpa jam", thing_id=1)
    put("besok", thing_id=2, due_at=now + timedelta(days=1))
    put("lewat", thing_id=3, due_at=now - timedelta(hours=2))
    account = house.account("writer")
    assert titles(account, now) == ["lewat", "besok", "tanpa jam"]
    found = queries.waiting_for(account, roles_of(account, on=now.date()), reader_of(account, now=now))
    shown = [as_todo(item, now=now) for item in found]
    assert [(one["when"], one["late"]) for one in shown] == [
        ("2 hours late", True),
        ("25\xa0Nov\xa02026, 09:05", False),
        ("no deadline", False),
    ]


@pytest.mark.django_db
def test_today_and_the_list_show_it(client, house, put, now):
    put("lewat", thing_id=3, due_at=now - timedelta(days=400))
    account = house.account("writer")
    account.language = "en"
    account.save()
    client.force_login(account)
    assert 'class="late"' in client.get(reverse("office:today")).content.decode()
    page = client.get(reverse("worklist:mine")).content.decode()
    assert "lewat" in page
    assert ">late<" in page
    client.force_login(house.account("writer", "KOMINFO"))
    assert "lewat" not in client.get(reverse("worklist:mine")).content.decode()
