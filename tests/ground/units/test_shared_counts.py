"""The sign-in's limits are counted by every web process together."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kentongan.ground.units.models import Account
from kentongan.ground.units.store import LONGEST, SharedCounts


def counts(folder, most=300):
    return SharedCounts(str(folder), {"OPTIONS": {"MAX_ENTRIES": most}})


def test_of_many_at_once_one_takes_the_lock(tmp_path):
    # One backend each, as processes have.
    with ThreadPoolExecutor(16) as pool:
        for n in range(20):
            got = list(pool.map(lambda _, n=n: counts(tmp_path).add(f"lock-{n}", True, 60), range(16)))
            assert sum(got) == 1


def test_what_one_process_counted_another_knows(tmp_path):
    counts(tmp_path).set("tries", [1.0, 2.0], 60)
    assert counts(tmp_path).get("tries") == [1.0, 2.0]
    assert counts(tmp_path).add("tries", [], 60) is False


def test_what_is_old_makes_room_before_what_counts(tmp_path):
    here = counts(tmp_path, most=50)
    here.set("live", 4, 300)
    for n in range(48):
        here.set(f"old-{n}", 1, 300)
    old = time.time() - LONGEST - 60
    for file in tmp_path.glob("*.djcache"):
        if file != Path(here._key_to_file("live")):
            os.utime(file, (old, old))
    for n in range(3):
        here.set(f"new-{n}", 1, 300)
    assert [here.get("live"), *(here.get(f"new-{n}") for n in range(3))] == [4, 1, 1, 1]
    assert here.get("old-0") is None


@pytest.mark.django_db
def test_wrong_passwords_are_refused_after_five_though_each_came_to_another_process(client, house, fresh_limits):
    from django.core.cache import caches

    account = house.account("writer")
    Account.objects.filter(pk=account.pk).update(language="en")
    said = []
    for n in range(7):
        del caches["default"]  # as in a process that hasn't counted yet
        page = client.post("/masuk/login/", {"login": account.email, "password": f"salah-{n}"})
        said.append("Too many failed" in page.content.decode() or "Terlalu banyak" in page.content.decode())
    assert said == [False] * 5 + [True] * 2
